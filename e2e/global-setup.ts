import type { TestProject } from 'vitest/node';
import { openBrowserServer, prepareBrowser } from './browser.ts';
import { startCity } from './start-city.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** address of the running installation, without a slash at the end */
    baseUrl: string;
    /** address of the stand-in SMS gateway */
    smsUrl: string;
    /** where the one browser of the run listens */
    browserUrl: string;
  }
}

/** Starts what a newcomer starts, `npm run demo` with the small invented city, and one browser for all journeys. */
export default async function setUp(vitest: TestProject): Promise<() => Promise<void>> {
  prepareBrowser();
  const city = await startCity({ demo: true });
  const browser = await openBrowserServer();
  vitest.provide('baseUrl', city.baseUrl);
  vitest.provide('smsUrl', city.smsUrl);
  vitest.provide('browserUrl', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await city.stop();
  };
}
