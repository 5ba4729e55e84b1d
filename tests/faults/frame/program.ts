import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newFolder } from './run-folder.ts';

/** The checkout. */
export const project = fileURLToPath(new URL('../../..', import.meta.url));

let copied: string | undefined;

/**
 * The folder of the built program that every city of this run starts: a copy, so that all starts of a run, also after the hundredth kill, start the same program whatever
 * is built in the checkout meanwhile, with its migrations. Libraries, real data and what else it reads are those of the checkout.
 */
export function programFolder(): string {
  if (copied !== undefined) return copied;
  if (!existsSync(join(project, 'dist', 'server', 'main.js'))) throw new Error('nothing is built (npm run build)');
  const folder = newFolder('program');
  cpSync(join(project, 'dist'), join(folder, 'dist'), { recursive: true });
  mkdirSync(join(folder, 'server'));
  cpSync(join(project, 'server', 'migrations'), join(folder, 'server', 'migrations'), { recursive: true });
  for (const name of readdirSync(project)) if (!['dist', 'server', '.git', 'var'].includes(name)) symlinkSync(join(project, name), join(folder, name));
  copied = folder;
  return folder;
}
