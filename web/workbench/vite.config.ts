import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The drawing library's menus are made with Preact 10, its template reader would find the portal's Preact 11 at the top of node_modules, and what one makes the
 * other does not draw: here both get the library's own. Nothing else of the workbench knows Preact.
 */
const drawingPreact = dirname(createRequire(createRequire(import.meta.url).resolve('@bpmn-io/diagram-js-ui/package.json')).resolve('preact/package.json'));

/** The workbench is served under /workbench/ by the server itself; `npx vite web/workbench` beside a running server gives quick rounds (API_URL says where it listens). */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/workbench/',
  plugins: [react()],
  resolve: { alias: { preact: drawingPreact } },
  build: { outDir: fileURLToPath(new URL('../../dist/workbench', import.meta.url)), emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:4000' } },
});
