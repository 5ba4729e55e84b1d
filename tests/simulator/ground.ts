import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProcess } from '../../server/domains/catalogue/process-folder.ts';
import { newKeyDocument } from '../../server/platform/crypto/keys.ts';
import type { Graph } from '../../server/kernel/flow/index.ts';
import type { Ground } from './city.ts';

const root = join(import.meta.dirname, '../..');
const json = (path: string): never => JSON.parse(readFileSync(join(root, path), 'utf8')) as never;

async function processOf(folder: string, id: string): Promise<Graph> {
  const read = await readProcess(id, readFileSync(join(root, folder, `${id}.bpmn`), 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.process.graph;
}

/** Reads what every run stands on: real processes, the real calendar and rule pack, and keys made for this purpose. */
export async function readGround(): Promise<Ground> {
  const graphs = await Promise.all([
    ...['decide', 'decide-approve', 'inspect-decide-approve', 'joint-review-decide-approve'].map((id) => processOf('data/processes', id)),
    ...['publicity-period', 'overdue-to-lead', 'reminder'].map((id) => processOf('tests/flow-corpus', id)),
  ]);
  // Fixed secrets: the same seed must give the same bytes. They protect nothing.
  const document = newKeyDocument();
  const secret = Buffer.alloc(32, 7).toString('base64');
  const keys = { ...document, kek: { current: 1, versions: { 1: secret } }, checkCode: secret, link: secret, blindIndex: Object.fromEntries(Object.keys(document.blindIndex).map((name) => [name, secret])) };
  return { graphs, statutory: json('data/calendar/statutory-days.json'), provisional: json('data/calendar/provisional-2027.json'), pack: json('data/law/limits-2026-1.json'), keys };
}
