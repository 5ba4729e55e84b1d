import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { removeStamp, sourceState, writeStamp } from './build-stamp.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The portal is written against the React API and runs on Preact: the same alias as in vitest.config.ts. */
const preact = {
  alias: { 'react/jsx-runtime': 'preact/jsx-runtime', 'react-dom': 'preact/compat', react: 'preact/compat' },
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

/** The oldest browsers the portal promises to work in, fully, with script on. */
const oldestBrowsers = ['chrome64', 'safari12'];

/** `dist/server` (the program and the thread that draws papers) and the stand-ins beside it; packages stay where npm put them. Gives the files it was made from. */
async function buildServer() {
  for (const old of ['dist/server', 'dist/stand-ins']) rmSync(join(root, old), { recursive: true, force: true });
  const { metafile } = await bundle({
    ...preact,
    entryPoints: {
      'server/main': join(root, 'server/main.ts'),
      'server/cli': join(root, 'server/cli/main.ts'),
      'server/paper-worker': join(root, 'server/platform/papers/paper-worker.ts'),
      'stand-ins/sms-gateway': join(root, 'tools/stand-ins/sms-gateway.ts'),
      'stand-ins/city-identity': join(root, 'tools/stand-ins/fake-city-identity-server.ts'),
    },
    outdir: join(root, 'dist'),
    splitting: true,
    chunkNames: 'server/shared-[hash]',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    metafile: true,
    absWorkingDir: root,
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs);
}

/** A program of its own that others run on their machines: one file in its folder, with everything it needs but Node.js. */
async function buildAlone(name) {
  rmSync(join(root, 'dist', name), { recursive: true, force: true });
  const { metafile } = await bundle({
    entryPoints: [join(root, name, 'main.ts')],
    outfile: join(root, 'dist', name, `${name}.cjs`),
    bundle: true,
    platform: 'node',
    format: 'cjs', // the database driver asks for its parts while it runs, which one file can only answer so
    target: 'node20',
    external: ['pg-native'],
    plugins: [withoutNatives],
    metafile: true,
    absWorkingDir: root,
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs);
}

/** Machine code cannot stand in one file, and these programs call none: an import of it that nothing uses falls away. */
const withoutNatives = {
  name: 'without-natives',
  setup(build) {
    build.onResolve({ filter: /^@node-rs\// }, ({ path }) => ({ path, external: true, sideEffects: false }));
  },
};

/** `dist/portal/assets/*`, named by content so that a browser may keep them for ever, and `manifest.json`: name of the island or of the stylesheet → file. */
async function buildPortal() {
  const islands = join(root, 'web/portal/islands');
  const scripts = existsSync(islands) ? readdirSync(islands).filter((name) => /(?<!\.test|\.d)\.tsx?$/.test(name)) : [];
  // portal.css for every page; a page that looks unlike the others brings a stylesheet of its own.
  const styles = ['portal.css', 'hall-screen.css', 'sunshine.css'];
  const entries = [...scripts.map((name) => `web/portal/islands/${name}`), ...styles.map((name) => `web/portal/${name}`)];
  rmSync(join(root, 'dist/portal'), { recursive: true, force: true });
  const { metafile } = await bundle({
    ...preact,
    entryPoints: entries.map((entry) => join(root, entry)),
    outdir: join(root, 'dist/portal/assets'),
    entryNames: '[name]-[hash]',
    chunkNames: 'shared-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: oldestBrowsers,
    supported: { destructuring: true }, // both have it; esbuild leaves them out for rare corners of the standard's text that we do not use
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'dataurl', '.png': 'file' },
    sourcemap: 'linked',
    metafile: true,
    absWorkingDir: root,
    logLevel: 'warning',
  });
  const files = Object.entries(metafile.outputs).filter(([, output]) => output.entryPoint !== undefined);
  const manifest = Object.fromEntries(files.map(([file, { entryPoint }]) => [basename(entryPoint).replace(/\.tsx?$/, ''), basename(file)]));
  mkdirSync(join(root, 'dist/portal'), { recursive: true });
  writeFileSync(join(root, 'dist/portal/manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return Object.keys(metafile.inputs);
}

/** `dist/workbench`: the staff's single-page application. */
async function buildWorkbench() {
  const { build } = await import('vite');
  const folder = join(root, 'web/workbench');
  await build({
    root: folder,
    configFile: join(folder, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(root, 'dist/workbench'), emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
  });
  return [];
}

/** Bytes in a folder, plain and as sent compressed, without source maps. */
function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.map'));
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  const packed = paths.filter((path) => /\.(js|css|html)$/.test(path)).reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
  const plain = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  return `${(plain / 1024).toFixed(0)} KiB, ${(packed / 1024).toFixed(0)} KiB compressed`;
}

const parts = [
  { name: 'server', run: buildServer },
  { name: 'witness', run: () => buildAlone('witness') },
  { name: 'monitor', run: () => buildAlone('monitor') },
  { name: 'portal', run: buildPortal },
  { name: 'workbench', run: buildWorkbench },
];

async function buildPart({ name, run }) {
  const started = performance.now();
  const inputs = await run();
  console.log(`  ${name}: ${sizeOf(join(root, 'dist', name))}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return inputs;
}

/** Builds everything side by side; throws when any part fails. */
export async function buildAll() {
  console.log('Building …');
  const state = sourceState();
  removeStamp();
  const outcomes = await Promise.allSettled(parts.map(buildPart));
  const failures = outcomes.filter((outcome) => outcome.status === 'rejected');
  for (const { reason } of failures) if (reason?.errors === undefined) console.error(reason); // esbuild has printed its own
  if (failures.length > 0) throw new Error(`${failures.length} of ${parts.length} parts could not be built`);
  const inputs = outcomes.flatMap((outcome) => outcome.value).map((path) => relative(root, resolve(root, path)));
  writeStamp(state, [...new Set(inputs.filter((path) => !/^(contract|server|web|node_modules)\//.test(path)))].sort());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildAll().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
