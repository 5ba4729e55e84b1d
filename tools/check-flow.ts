/**
 * `npm run check:flow -- DIR`: imports every BPMN 2.0 file of a folder and its subfolders, the corpus in tests/flow-corpus without DIR. A file is
 * accepted when all of it lies inside the subset (docs/decisions/0019-flow-subset.md) and it can be played to its end; what it must still be told before
 * it can be published is printed, and refuses nothing. What is accepted is written out and read again, and must give the same graph. `--quick` stops
 * after 40 seconds and says so. Last line: one JSON object.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { importDrawing } from '../server/domains/catalogue/process-folder.ts';
import type { Problem } from '../server/domains/catalogue/problem.ts';
import { bpmnText } from '../server/kernel/flow/index.ts';

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const given = args.find((arg) => !arg.startsWith('--'));
const folder = given === undefined ? fileURLToPath(new URL('../tests/flow-corpus', import.meta.url)) : resolve(given);
const stopAt = Date.now() + (quick ? 40_000 : Number.POSITIVE_INFINITY);

interface RefusedElement {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly type?: string;
}

/** A problem as a line of the list: the element, its name as drawn, what is wrong. */
function elementOf({ pointer, code, params }: Problem, names: Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>): RefusedElement {
  const id = pointer.slice(1);
  const said = params['name'] ?? names[id]?.['zh-CN'] ?? params['message'] ?? '';
  return { id, name: String(said), code, ...(params['type'] === undefined ? {} : { type: String(params['type']) }) };
}

async function check(path: string): Promise<readonly RefusedElement[]> {
  const id = basename(path).replace(/\.bpmn$/i, '');
  const read = await importDrawing(id, readFileSync(path, 'utf8'));
  const { graph, drawing } = read;
  const refused = read.refused.map((one) => elementOf(one, drawing.names));
  if (graph) {
    const again = await importDrawing(id, bpmnText(graph, drawing));
    if (!isDeepStrictEqual(again.graph, graph)) refused.push({ id: '', name: '', code: 'flow.changed_by_round_trip' });
  }
  const name = relative(folder, path);
  if (refused.length > 0) console.log(`refused  ${name}: ${refused.map((one) => `${one.id}${one.name === '' ? '' : ` «${one.name}»`} ${one.type ?? one.code}`).join('; ')}`);
  else console.log(`accepted ${name}: ${Object.keys(graph?.nodes ?? {}).length} elements${read.unfinished.length === 0 ? '' : `, unfinished: ${count(read.unfinished)}`}`);
  return refused;
}

/** What is unfinished, by kind. */
function count(problems: readonly Problem[]): string {
  const kinds = new Map<string, number>();
  for (const { code } of problems) kinds.set(code, (kinds.get(code) ?? 0) + 1);
  return [...kinds].map(([code, many]) => `${many} × ${code}`).join(', ');
}

async function main(): Promise<void> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`no folder: ${folder}`);
    console.log(JSON.stringify({ files: 0, accepted: 0, refused: [] }));
    process.exitCode = 2;
    return;
  }
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.bpmn$/i.test(name)).sort().map((name) => join(folder, name));
  const refused: { file: string; elements: readonly RefusedElement[] }[] = [];
  let files = 0;
  for (const path of paths) {
    if (Date.now() > stopAt) {
      console.log(`stopped after ${files} of ${paths.length} files: --quick`);
      break;
    }
    files += 1;
    const elements = await check(path);
    if (elements.length > 0) refused.push({ file: relative(folder, path), elements });
  }
  console.log(JSON.stringify({ files, accepted: files - refused.length, refused }));
  // Our own corpus must pass whole; a folder of others' files is only looked at.
  if (given === undefined && (refused.length > 0 || files === 0)) process.exitCode = 1;
}

await main();
