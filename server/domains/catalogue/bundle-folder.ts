/** The bundles as they lie in data/bundles, compiled with the items they are made of, and their processes laid out. */
import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { layoutProcess } from 'bpmn-auto-layout';
import type { Item } from '../../../contract/catalogue.ts';
import { bpmnText } from '../../kernel/flow/index.ts';
import { compileBundle, type CompiledBundle } from './bundle-compile.ts';
import { readDefinition } from './bundle-definition.ts';
import { checkCodes } from './item-checks.ts';
import { problem, type Problem } from './problem.ts';
import { publishableProcess } from './process-folder.ts';

/** What a folder of bundles holds. */
export interface BundleFolder {
  readonly items: readonly { readonly slug: string; readonly item: Item }[];
  /** process id → BPMN text, drawn */
  readonly processes: Readonly<Record<string, string>>;
  readonly problems: readonly (Problem & { readonly file: string })[];
}

/** All bundles of `folder` over the sound `items`. A file that cannot be read or compiled is a problem, not an exception; no folder, no bundles. */
export async function readBundleFolder(folder: string, items: readonly Item[]): Promise<BundleFolder> {
  const files = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.json')).sort() : [];
  const read = await Promise.all(files.map((name) => readBundle(folder, name, items)));
  const bundles = read.flatMap((one) => (one.ok ? [one] : []));
  const problems = [...read.flatMap((one) => (one.ok ? [] : one.problems)), ...checkCodes([...items, ...bundles.map((one) => one.item)]).map((one) => ({ ...one, file: 'bundles' }))];
  return { items: bundles.map(({ slug, item }) => ({ slug, item })), processes: Object.fromEntries(bundles.map((one) => [one.process, one.bpmn])), problems };
}

type Read = { readonly ok: true; readonly slug: string; readonly item: Item; readonly process: string; readonly bpmn: string } | { readonly ok: false; readonly problems: BundleFolder['problems'] };

async function readBundle(folder: string, name: string, items: readonly Item[]): Promise<Read> {
  const refused = (problems: readonly Problem[]): Read => ({ ok: false, problems: problems.map((one) => ({ ...one, file: `bundles/${name}` })) });
  const slug = name.replace(/\.json$/, '');
  let raw: unknown;
  try {
    raw = JSON.parse(await readFile(join(folder, name), 'utf8'));
  } catch (cause) {
    return refused([problem('', 'catalogue.unreadable', { message: cause instanceof Error ? cause.message : String(cause) })]);
  }
  const definition = readDefinition(raw);
  if (!definition.ok) return refused(definition.problems);
  const compiled = compileBundle(slug, definition.definition, items);
  if (!compiled.ok) return refused(compiled.problems);
  const bpmn = await drawn(compiled.bundle);
  const process = await publishableProcess(compiled.bundle.process.id, bpmn);
  if (!process.ok) return refused(process.problems.map((one) => ({ ...one, pointer: '' , params: { ...one.params, element: one.pointer } })));
  return { ok: true, slug, item: compiled.bundle.item, process: compiled.bundle.process.id, bpmn };
}

/** The process of a bundle as BPMN 2.0 with a drawing. */
export const drawn = async ({ process: { graph, names } }: CompiledBundle): Promise<string> => await layoutProcess(bpmnText(graph, { names, shapes: {}, edges: {} }));
