import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerCall, begin, type FlowState, type Graph } from '../../kernel/flow/index.ts';
import type { Item } from '../../../contract/catalogue.ts';
import { partCalled } from './bundle-process.ts';
import { readBundleFolder, type BundleFolder } from './bundle-folder.ts';
import { readItemFolder, readProcessTasks } from './item-folder.ts';
import { readProcess } from './process-folder.ts';
import { feel } from './surroundings.ts';

const data = join(import.meta.dirname, '../../../data');
let items: readonly Item[];
let folder: BundleFolder;
const graphs = new Map<string, Graph>();
beforeAll(async () => {
  items = readItemFolder(join(data, 'catalogue'), await readProcessTasks(join(data, 'processes'))).items.map((one) => one.item);
  folder = await readBundleFolder(join(data, 'bundles'), items);
  for (const [id, xml] of Object.entries(folder.processes)) {
    const read = await readProcess(id, xml);
    if (read.ok) graphs.set(id, read.process.graph);
  }
});

type Outcome = 'granted' | 'refused';
interface Played {
  readonly called: readonly string[];
  readonly issued: number;
  readonly unclear: readonly string[];
  readonly ended: boolean;
}

/** Plays a bundle's process to its end: these parts are in the case, each ends as said; `last` answers the newest open call first. */
function play(graph: Graph, parts: readonly string[], outcomes: Readonly<Record<string, Outcome>>, last: boolean): Played {
  let move = begin(graph, feel, { parts: [...parts] });
  const called: string[] = [];
  const unclear: string[] = [];
  let issued = 0;
  let state: FlowState;
  for (;;) {
    called.push(...move.called.map((one) => one.node));
    unclear.push(...move.unclear);
    issued += move.services.length;
    ({ state } = move);
    const open = (state.pending ?? []).filter((one) => one.kind === 'call');
    const next = last ? open.at(-1) : open[0];
    if (!next) return { called, issued, unclear, ended: state.ended };
    const answered = answerCall(graph, feel, state, next.id, { [next.node]: outcomes[next.node] ?? 'granted' });
    if (!answered) throw new Error(next.id);
    move = answered;
  }
}

const subsets = (all: readonly string[]): readonly (readonly string[])[] => all.reduce<readonly (readonly string[])[]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]]);

describe('The bundles of the city', () => {
  it('are all sound, at least five, and every process is drawn', () => {
    expect(folder.problems).toEqual([]);
    expect(folder.items.length).toBeGreaterThanOrEqual(5);
    expect([...graphs.keys()].sort()).toEqual(folder.items.map((one) => `bundle-${one.slug}`));
    for (const xml of Object.values(folder.processes)) expect(xml).toContain('<bpmndi:BPMNShape');
  });

  it('name where their facts were read, and call only items of the catalogue', () => {
    for (const { item, slug } of folder.items) {
      expect(item.catalog_item.by_law.length, slug).toBeGreaterThan(0);
      expect(Object.values(item.evidence).some((one) => one.verified), slug).toBe(true);
      for (const part of item.bundle?.parts ?? []) expect(graphs.get(`bundle-${slug}`)?.nodes[part.element], slug).toMatchObject({ type: 'call', process: `${partCalled}${part.task_handle_item}` });
    }
  });

  it('begin each item of the case once and no other, in whatever order the items end, and issue one result', () => {
    for (const { item, slug } of folder.items) {
      const graph = graphs.get(`bundle-${slug}`) as Graph;
      const parts = item.bundle?.parts ?? [];
      const always = parts.filter((part) => !part.when).map((part) => part.element);
      for (const set of subsets(parts.filter((part) => part.when).map((part) => part.element))) {
        for (const last of [true, false]) {
          const { called, ...rest } = play(graph, [...always, ...set], {}, last);
          expect([...called].sort(), `${slug} ${set.join()}`).toEqual([...always, ...set].sort());
          expect(rest).toEqual({ issued: 1, unclear: [], ended: true });
        }
      }
    }
  });

  it('begin nothing behind an item that stops the rest and is not granted, and everything else', () => {
    let stopped = 0;
    for (const { item, slug } of folder.items) {
      const graph = graphs.get(`bundle-${slug}`) as Graph;
      const parts = item.bundle?.parts ?? [];
      const behind = (element: string): readonly string[] => parts.filter((part) => part.after.includes(element)).flatMap((part) => [part.element, ...behind(part.element)]);
      for (const refused of parts) {
        const { called, issued, ended } = play(graph, parts.map((part) => part.element), { [refused.element]: 'refused' }, false);
        const left = refused.on_refused === 'stop' ? new Set(behind(refused.element)) : new Set<string>();
        stopped += left.size;
        expect([...called].sort(), `${slug} without ${refused.element}`).toEqual(parts.map((part) => part.element).filter((element) => !left.has(element)).sort());
        expect([issued, ended]).toEqual([1, true]);
      }
    }
    expect(stopped).toBeGreaterThan(0);
  });

  it('promise the longest line and no item alone promises longer', () => {
    for (const { item, slug } of folder.items) {
      const parts = item.bundle?.parts ?? [];
      const days = (element: string): number => parts.find((part) => part.element === element)?.working_days ?? 0;
      const path = item.bundle?.critical_path ?? [];
      expect(item.implementation_item.promise_day, slug).toBe(path.reduce((sum, element) => sum + days(element), 0));
      for (const part of parts) expect(part.working_days, `${slug} ${part.element}`).toBeLessThanOrEqual(item.implementation_item.promise_day);
    }
  });

  it('ask less together than their items ask apart', () => {
    for (const { item, slug } of folder.items) {
      const own = item.handling_items[0];
      const apart = (item.bundle?.parts ?? []).map((part) => items.flatMap((one) => one.handling_items).find((one) => one.task_handle_item === part.task_handle_item));
      const fields = (form: Item['handling_items'][number]['form'] | undefined): number => form?.ui.pages.flatMap((page) => page.fields).length ?? 0;
      expect(fields(own?.form), slug).toBeLessThan(apart.reduce((sum, one) => sum + fields(one?.form), 0));
      expect(own?.materials.length, slug).toBeLessThan(apart.reduce((sum, one) => sum + (one?.materials.length ?? 0), 0));
    }
  });
});

describe('A folder of bundles', () => {
  it('that is not there holds none; a file that is none is a problem at its place', async () => {
    expect(await readBundleFolder(join(data, 'nothing'), items)).toEqual({ items: [], processes: {}, problems: [] });
    const { problems } = await readBundleFolder(join(data, 'calendar'), items);
    expect(new Set(problems.map((one) => one.code))).toEqual(new Set(['catalogue.wrong_shape']));
  });
});
