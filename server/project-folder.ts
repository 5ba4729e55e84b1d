import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this program runs from: the nearest folder upwards that holds `data/units`; real data and migrations are read from there. */
export function projectFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'data', 'units'))) return folder;
    if (folder === dirname(folder)) throw new Error('the folder with data/units was not found above the program');
  }
}

/** The built files beside it; undefined where nothing is built. */
export function distFolderOf(project: string): string | undefined {
  const dist = join(project, 'dist');
  return existsSync(join(dist, 'portal', 'manifest.json')) ? dist : undefined;
}

/** The version of this program, as package.json has it: backups say which one made them. */
export function programVersion(project: string): string {
  return (JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }).version;
}
