import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanTree, plantedFaults } from './planted.ts';

interface Rules {
  readonly forbidden: readonly { readonly name: string; readonly severity: string }[];
  readonly options: ICruiseOptions & { readonly enhancedResolveOptions: object };
}

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as Rules;
const folders: string[] = [];

/** A folder of its own with this tree in it; removed after the test. */
function treeOf(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-imports-')));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The rules broken in a tree, each once, and the files that were read. */
async function broken(folder: string): Promise<{ rules: readonly string[]; files: readonly string[] }> {
  const { tsConfig: _ownTree, enhancedResolveOptions, ...rest } = options;
  const asked = { ...rest, baseDir: folder, validate: true, ruleSet: { forbidden } } as ICruiseOptions;
  const { output } = await cruise(['server', 'contract', 'web'], asked, { ...enhancedResolveOptions });
  const { summary, modules } = output as ICruiseResult;
  return { rules: [...new Set(summary.violations.map((violation) => violation.rule.name))].sort(), files: modules.map((module) => module.source) };
}

describe('the import rules', () => {
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  it('find nothing in a tree that keeps them, and read every TypeScript file of it', async () => {
    const found = await broken(treeOf(cleanTree));
    expect(found.rules).toEqual([]);
    for (const path of Object.keys(cleanTree).filter((path) => /\.tsx?$/.test(path))) expect(found.files).toContain(path);
  });

  it.each(plantedFaults)('$rule goes red, and no other rule, when $what', async ({ rule, path, text }) => {
    expect((await broken(treeOf({ ...cleanTree, [path]: text }))).rules).toEqual([rule]);
  });

  it('are all errors, and each has a planted fault of its own', () => {
    expect(forbidden.filter((rule) => rule.severity !== 'error')).toEqual([]);
    expect([...new Set(plantedFaults.map((fault) => fault.rule))].sort()).toEqual([...new Set(forbidden.map((rule) => rule.name))].sort());
  });
});
