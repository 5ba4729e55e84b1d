/** Reads and checks the packs of data/law. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../platform/crypto/index.ts';
import { folderProblems, packOf } from './pack-file.ts';
import type { Pack } from './pack.ts';
import type { LawProblem } from './refusals.ts';

/** A pack with the SHA-256 of its canonical JSON (RFC 8785), hex. */
export interface ReadPack {
  readonly pack: Pack;
  readonly digest: string;
}

/** Every `*.json` of the folder as a pack, in the order of their names, or everything that is wrong with any of them. */
export async function readLawFolder(folder: string): Promise<{ ok: true; packs: readonly ReadPack[] } | { ok: false; problems: readonly LawProblem[] }> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const packs: ReadPack[] = [];
  const problems: LawProblem[] = [];
  for (const name of names) {
    const read = packOf(name, await readFile(join(folder, name), 'utf8'));
    if (read.ok) packs.push({ pack: read.pack, digest: createHash('sha256').update(canonicalJson(read.pack), 'utf8').digest('hex') });
    else problems.push(...read.problems);
  }
  // Only whole packs are held against each other: a file that cannot be read would seem to be missing.
  if (problems.length === 0) problems.push(...folderProblems(packs.map((one) => one.pack)));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, packs };
}
