import type { TestProject } from 'vitest/node';
import { startCity } from './start-city.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** address of the running installation, without a slash at the end */
    baseUrl: string;
    /** address of the stand-in SMS gateway */
    smsUrl: string;
    /** folder of its data */
    cityFolder: string;
  }
}

/** Starts what a newcomer starts, `npm run demo` with the small invented city. */
export default async function setUp(vitest: TestProject): Promise<() => Promise<void>> {
  const city = await startCity({ demo: true });
  vitest.provide('baseUrl', city.baseUrl);
  vitest.provide('smsUrl', city.smsUrl);
  vitest.provide('cityFolder', city.folder);
  return () => city.stop();
}
