import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { createDatabase, dropDatabase, testConnection, type TestConnection } from './database-server.ts';

async function ask(connection: TestConnection, sql: string): Promise<unknown[]> {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('The one PostgreSQL of a test run', () => {
  const names = ['server_test_first', 'server_test_copy'] as const;
  afterAll(() => Promise.all(names.map(dropDatabase)));

  it('gives a test its own database, and copies of it that do not see each other', async () => {
    const first = await createDatabase(names[0]);
    await ask(first, "create table note (text text); insert into note values ('门')");
    const copy = await createDatabase(names[1], names[0]);
    await ask(copy, "update note set text = 'gate'");
    expect(await ask(copy, 'select text from note')).toEqual([{ text: 'gate' }]);
    expect(await ask(first, 'select text from note')).toEqual([{ text: '门' }]);
  });

  it('drops a database though somebody is still connected', async () => {
    const left = await createDatabase('server_test_left');
    const client = new Client(left);
    client.on('error', () => undefined);
    await client.connect();
    await dropDatabase('server_test_left');
    expect(await ask(testConnection(), "select 1 from pg_database where datname = 'server_test_left'")).toEqual([]);
    await client.end().catch(() => undefined);
  });
});
