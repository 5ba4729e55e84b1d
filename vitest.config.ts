import { defineConfig } from 'vitest/config';

/** The portal is written against the React API and runs on Preact: the same alias as in tools/build.mjs. */
const preactAlias = {
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-runtime',
  react: 'preact/compat',
};

/** Tests that measure their own process, its memory or its event loop: each in a fresh one, after all others. */
const measuring = ['server/platform/files/vault.test.ts', 'server/platform/papers/papers.test.ts', 'server/domains/matters/routes-bad-input.test.ts'];

const common = {
  // Against what hangs, not against what is slow: on a machine that does other things as well every single wait ends before it.
  testTimeout: 300_000,
  hookTimeout: 600_000,
  pool: 'forks',
  maxWorkers: 2,
} as const;

export default defineConfig({
  test: {
    globalSetup: ['tests/global-setup.ts'],
    ...common,
    projects: [
      {
        resolve: { alias: preactAlias },
        test: {
          ...common,
          name: 'shared',
          include: ['server/**/*.test.ts', 'contract/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'tests/**/*.test.ts', 'witness/**/*.test.ts', 'monitor/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...measuring],
          // Nothing of ours is mocked and no module keeps a state of its own: files share a process, which reads the application once and not 240 times.
          isolate: false,
        },
      },
      { resolve: { alias: preactAlias }, test: { ...common, name: 'measuring', include: measuring, sequence: { groupOrder: 1 } } },
    ],
  },
});
