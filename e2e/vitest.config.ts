import { defineConfig } from 'vitest/config';

/** Journeys that start installations of their own: they neither see nor disturb the others. */
const ownCity = ['e2e/first-start.spec.ts', 'e2e/limits-journey.spec.ts'];

// Against what hangs, not against what is slow: every single wait on a page ends before it.
const patience = { testTimeout: 1_200_000, hookTimeout: 1_200_000, pool: 'forks', maxWorkers: 1, fileParallelism: false } as const;

/**
 * Journeys in a real browser against the real, built server, one after the other. `--project city` are those in the one small invented city, `--project own-city` those
 * in installations of their own: the whole run does the two side by side.
 */
export default defineConfig({
  test: {
    ...patience,
    projects: [
      { test: { ...patience, name: 'city', include: ['e2e/**/*.spec.ts'], exclude: ownCity, globalSetup: ['e2e/global-setup.ts', 'e2e/city-setup.ts'] } },
      { test: { ...patience, name: 'own-city', include: ownCity, globalSetup: ['e2e/global-setup.ts'], sequence: { groupOrder: 1 } } },
    ],
  },
});
