import type { TestProject } from 'vitest/node';
import { startTestDatabaseServer } from '../server/testing/database-server.ts';

/** One real PostgreSQL for the whole run; every test file clones its own database from a template on it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { connection, stop } = await startTestDatabaseServer();
  project.provide('databaseServer', connection);
  return stop;
}
