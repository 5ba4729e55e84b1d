import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The workbench is served under /workbench/ by the server itself; `npx vite web/workbench` beside a running server gives quick rounds (API_URL says where it listens). */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/workbench/',
  plugins: [react()],
  build: { outDir: fileURLToPath(new URL('../../dist/workbench', import.meta.url)), emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:4000' } },
});
