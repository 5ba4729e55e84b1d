import type { TestProject } from 'vitest/node';
import { openBrowserServer, prepareBrowser } from './browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** where the one browser of the run listens */
    browserUrl: string;
  }
}

/** Starts one browser for all journeys. */
export default async function setUp(vitest: TestProject): Promise<() => Promise<void>> {
  prepareBrowser();
  const browser = await openBrowserServer();
  vitest.provide('browserUrl', browser.wsEndpoint());
  return () => browser.close();
}
