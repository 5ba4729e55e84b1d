/**
 * Lists the legal limits of docs/law that no test keeps: a limit is kept when its id stands in the name of a test, and what stands in the
 * name of a test must be a limit that is written down. Ends with 1 when something is missing on either side.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

const limits = readdirSync(join(root, 'docs/law')).flatMap((name) => /^(L-\d{3})-.+\.md$/.exec(name)?.[1] ?? []);

/** Limit ids in the names of tests: `test('L-012: …')`, `it.each(…)('L-012: …')`, `describe('… (L-012)')`. */
const tested = new Map<string, string[]>();
for (const path of ['server', 'contract', 'web', 'tests', 'e2e'].flatMap(testFiles)) {
  for (const [, name = ''] of readFileSync(join(root, path), 'utf8').matchAll(/(?:\b(?:test|it|describe)(?:\.\w+)?|\))\(\s*('[^'\n]*'|"[^"\n]*"|`[^`]*`)/g)) {
    for (const [id] of name.matchAll(/L-\d{3}/g)) tested.set(id, [...(tested.get(id) ?? []), path]);
  }
}

function testFiles(folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(test|spec)\.tsx?$/.test(name)).map((name) => join(folder, name));
  } catch {
    return []; // a folder that is not there has no tests
  }
}

const untested = limits.filter((id) => !tested.has(id));
const unwritten = [...tested].filter(([id]) => !limits.includes(id));
for (const id of limits.filter((one) => tested.has(one))) console.log(`${id}  ${tested.get(id)?.length ?? 0} tests in ${[...new Set(tested.get(id))].join(', ')}`);
for (const id of untested) console.error(`${id}  has no test`);
for (const [id, paths] of unwritten) console.error(`${id}  stands in ${[...new Set(paths)].join(', ')} but not in docs/law`);
if (limits.length === 0) console.error('docs/law holds no limit');
process.exitCode = untested.length + unwritten.length > 0 || limits.length === 0 ? 1 : 0;
