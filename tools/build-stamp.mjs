import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'dist', '.stamp');
const sources = ['contract', 'server', 'web', 'tools/build.mjs', 'package-lock.json'];

/** Whether `dist` was built from the sources as they are now, by their names, sizes and times. Takes a few milliseconds. */
export function isBuilt() {
  if (!existsSync(stampFile)) return false;
  const { hash, others } = JSON.parse(readFileSync(stampFile, 'utf8'));
  return hash === fingerprint(others);
}

/** Remembers what `dist` was built from: our sources and `others`, the files outside them that the bundles took in. Call before reading the sources. */
export function sourceState() {
  return { of: (others) => fingerprint(others), before: fingerprint([]) };
}

/** Writes the stamp, unless a source changed during the build: then the next start builds again. */
export function writeStamp(state, others) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  if (state.before !== fingerprint([])) return;
  writeFileSync(stampFile, JSON.stringify({ hash: state.of(others), others }));
}

/** Forgets the last build, so that a build that fails half-way is never taken for a good one. */
export function removeStamp() {
  rmSync(stampFile, { force: true });
}

function fingerprint(others) {
  const hash = createHash('sha256').update(process.version.split('.')[0]);
  for (const source of [...sources, ...others]) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) {
    hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) {
    if (!/\.test\.tsx?$/.test(name)) addTo(hash, `${path}/${name}`);
  }
}
