/**
 * `npm run secrets`: no key, token or password lies in the tree (S-13). Reads every file that is kept, and those that are new and not ignored. Each find is a line `file:line: what`, without the secret; exit 1 where there is one.
 * Files that are no text, and those above two million characters, are passed over and counted. `--quick` changes nothing: it ends within 45 s. Last line: one JSON object.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { secretsIn } from './secrets/search.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const longest = 2_000_000;
const notOurs = new Set(['node_modules', '.git', 'dist', 'var', 'coverage']);

/** The files of the tree: what git says it keeps or would, and where there is no git, every file outside the folders that are made. */
function filesOfTree(): readonly string[] {
  if (existsSync(join(root, '.git'))) return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 }).split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
  const within = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !notOurs.has(name)).flatMap((entry) => (entry.isDirectory() ? within(join(folder, entry.name)) : [relative(root, join(folder, entry.name))]));
  return within(root);
}

let [files, passedOver, secrets] = [0, 0, 0];
for (const path of filesOfTree()) {
  const text = readFileSync(join(root, path), 'utf8');
  if (text.includes('\0') || text.length > longest) {
    passedOver += 1;
    continue;
  }
  files += 1;
  for (const { line, what } of await secretsIn(path, text)) {
    secrets += 1;
    console.log(`${path}:${line}: ${what}`);
  }
}
console.log(JSON.stringify({ files, passedOver, secrets }));
process.exitCode = secrets === 0 ? 0 : 1;
