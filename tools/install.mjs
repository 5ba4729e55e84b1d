import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'node_modules', '.yimen-installed');

/** Runs `npm ci` when the packages are absent or other than the lock file says; does nothing, in a few milliseconds, otherwise. Ends the process when npm fails. */
export function installMissing() {
  const wanted = lockStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  if (!installedByHand()) {
    console.log('Installing packages …');
    const started = performance.now();
    // The build tools are development packages: NODE_ENV=production must not leave them out.
    const npm = spawnSync(...npmCommand(['ci', '--include=dev', '--no-audit', '--no-fund']), { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    if (npm.status !== 0) {
      console.error(npm.error ? `npm could not be started: ${npm.error.message}` : 'npm ci failed; its own message stands above.');
      process.exit(1);
    }
    console.log(`Packages installed in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }
  writeFileSync(stampFile, wanted);
}

/** Command and arguments that run npm: the very npm that runs us, if one does, else the one found by name. */
export function npmCommand(args) {
  const running = process.env.npm_execpath ?? '';
  return /npm-cli\.c?js$/.test(running) ? [process.execPath, [running, ...args]] : ['npm', args];
}

function lockStamp() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  // Binary packages are chosen for one platform; a folder carried to another machine is installed anew.
  return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** Whether somebody has run npm themselves: every package that package.json names is there in the version of the lock file. */
function installedByHand() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { dependencies, devDependencies } = packages[''];
  return Object.keys({ ...dependencies, ...devDependencies }).every((name) => {
    try {
      return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version === packages[`node_modules/${name}`].version;
    } catch {
      return false;
    }
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installMissing();
