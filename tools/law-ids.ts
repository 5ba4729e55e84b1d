/** Which limits docs/law holds, which of them tests name, and which are tested at the four moments of house rule 18. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The file that puts each limit to its last moment in time, its first moment late, across a holiday and across a suspension. */
export const momentsFile = 'server/kernel/limits/law-moments.test.ts';

/** The ids of docs/law, `L-001` and so on, in order. */
export function lawIds(): readonly string[] {
  return readdirSync(join(root, 'docs/law')).flatMap((name) => /^(L-\d{3})-.+\.md$/.exec(name)?.[1] ?? []).sort();
}

/** Id of a limit → paths of the test files in which the name of a test holds it: `test('L-012: …')`, `it.each(…)('L-012: …')`, `describe('… (L-012)')`. */
export function testedIds(): ReadonlyMap<string, readonly string[]> {
  const tested = new Map<string, string[]>();
  for (const path of ['server', 'contract', 'web', 'tests', 'e2e', 'tools'].flatMap(testFiles)) {
    for (const [, name = ''] of readFileSync(join(root, path), 'utf8').matchAll(/(?:\b(?:test|it|describe)(?:\.\w+)?|\))\(\s*('[^'\n]*'|"[^"\n]*"|`[^`]*`)/g)) {
      for (const [id] of name.matchAll(/L-\d{3}/g)) tested.set(id, [...(tested.get(id) ?? []), path]);
    }
  }
  return tested;
}

function testFiles(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(test|spec)\.tsx?$/.test(name)).map((name) => join(folder, name));
}

/**
 * The ids whose `describe('L-…: …')` in `source` states all four moments: `lastInTime`, `firstLate`, `holiday` and `suspension`, each once, as
 * properties of the object given to `fourMoments`.
 */
export function idsWithFourMoments(source = readFileSync(join(root, momentsFile), 'utf8')): readonly string[] {
  const blocks = source.split(/^\s*describe\('/m).slice(1);
  return blocks.flatMap((block) => {
    const id = /^(L-\d{3}): /.exec(block)?.[1];
    const complete = /^[^\n]*fourMoments\(\{/.test(block) && ['lastInTime', 'firstLate', 'holiday', 'suspension'].every((key) => block.match(new RegExp(`^\\s+${key}: `, 'gm'))?.length === 1);
    return id !== undefined && complete ? [id] : [];
  });
}

/** The limits of docs/law that are not tested at all four moments. */
export function untestedIds(): readonly string[] {
  const complete = new Set(idsWithFourMoments());
  return lawIds().filter((id) => !complete.has(id));
}
