import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { processOf } from '../../testing/given-matter.ts';
import { importDrawing } from '../catalogue/process-folder.ts';
import { sideBySide } from './side-by-side.ts';

const corpus = async (name: string) => {
  const { graph } = await importDrawing(name, readFileSync(join(import.meta.dirname, '../../../tests/flow-corpus', `${name}.bpmn`), 'utf8'));
  if (!graph) throw new Error(name);
  return graph;
};

it('What lies between the gateway where ways part and the one where they meet is done side by side', async () => {
  expect(sideBySide(await processOf('inspect-decide-approve')).map((group) => [...group].sort())).toEqual([['inspect', 'review']]);
});

it('Where one follows the other nothing is side by side, also where an approval goes back', async () => {
  for (const id of ['instant', 'decide', 'decide-approve', 'visit-street-review-district-decide']) expect(sideBySide(await processOf(id)), id).toEqual([]);
});

it('A group within a group is told with the outer one; every task is in one group at most', async () => {
  for (const name of ['restaurant-in-one', 'nested-works', 'needed-in-parallel', 'newborn-together', 'joint-inspection']) {
    const groups = sideBySide(await corpus(name));
    const tasks = groups.flat();
    expect(new Set(tasks).size, name).toBe(tasks.length);
    for (const group of groups) expect(group.length, name).toBeGreaterThan(1);
  }
});
