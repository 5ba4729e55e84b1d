import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeIdentifier, type ClientConfig } from 'pg';
import { inject } from 'vitest';
import { startEmbedded } from '../platform/db/embedded/index.ts';

/** How a test reaches the one PostgreSQL of this run: superuser `yimen_owner`, database `yimen`, over its private socket. */
export type TestConnection = { readonly host: string; readonly port: number; readonly user: string; readonly database: string; readonly ssl: false };

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: TestConnection;
  }
}

/**
 * Starts a real PostgreSQL in a new temporary folder, with durability given up for speed. For `tests/global-setup.ts`: once a run. `stop` ends
 * it and removes everything it wrote.
 */
export async function startTestDatabaseServer(): Promise<{ connection: TestConnection; stop(): Promise<void> }> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-test-')));
  chmodSync(folder, 0o755); // run by root, PostgreSQL's own account must be able to enter
  // Some dozen test files keep a pool each; autovacuum and checkpoints would only take processor time from the tests.
  const settings = { max_connections: '200', autovacuum: 'off', checkpoint_timeout: '1h', max_wal_size: '4GB' };
  const database = await startEmbedded({ dataFolder: folder, forTests: true, settings });
  const { host, port = 5432, user, database: name } = database.connection;
  return {
    connection: { host, port, user, database: name, ssl: false },
    async stop() {
      await database.stop();
      for (const written of [folder, database.home]) rmSync(written, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

let ofProgram: TestConnection | undefined;

/** For a program that plays on test databases outside the test runner (tools/check-contract.ts): starts the server and makes it the one that testConnection gives. */
export async function useTestDatabaseServer(): Promise<{ stop(): Promise<void> }> {
  const { connection, stop } = await startTestDatabaseServer();
  ofProgram = connection;
  return { stop };
}

/** Connection to the run's PostgreSQL, to the database named, or to `yimen`, which no test writes into. Only inside tests, and in programs after useTestDatabaseServer. */
export function testConnection(database = 'yimen'): TestConnection {
  return { ...(ofProgram ?? inject('databaseServer')), database };
}

/**
 * Creates a database on the run's PostgreSQL and gives its connection. With `template` it is a copy of that database (about 70 ms), to which
 * nobody may be connected meanwhile.
 */
export async function createDatabase(name: string, template = 'template0'): Promise<TestConnection> {
  // wal_log copies small databases faster than file_copy, which needs two checkpoints.
  await administer(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} strategy wal_log`);
  return testConnection(name);
}

/** Removes a database of `createDatabase`, cutting off whoever is still connected. */
export async function dropDatabase(name: string): Promise<void> {
  await administer(`drop database if exists ${escapeIdentifier(name)} with (force)`);
}

async function administer(statement: string): Promise<void> {
  const client = new Client(testConnection('postgres') satisfies ClientConfig);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
