import { describe, expect, it } from 'vitest';
import { assertSafeSettings } from './safe-settings.ts';

const safe = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', data_checksums: 'on', server_encoding: 'UTF8', version: 180_004 };

/** What an external server would answer. The real server's answers are checked at every start, see embedded.test.ts. */
function answering(row: object) {
  return { query: () => Promise.resolve({ rows: [{ ...safe, ...row }] }) } as unknown as Parameters<typeof assertSafeSettings>[0];
}

describe('The settings without which nothing acknowledged may be called kept (C-DU-1)', () => {
  it.each([{}, { synchronous_commit: 'remote_apply' }, { version: 160_000 }])('pass: %o', async (row) => {
    await expect(assertSafeSettings(answering(row))).resolves.toBeUndefined();
  });

  it.each([{ fsync: 'off' }, { full_page_writes: 'off' }, { synchronous_commit: 'off' }, { synchronous_commit: 'local' }, { data_checksums: 'off' }, { server_encoding: 'SQL_ASCII' }])(
    'refuse the start: %o',
    async (row) => {
      await expect(assertSafeSettings(answering(row))).rejects.toMatchObject({ code: 'database.unsafe_setting', params: { setting: Object.keys(row)[0], found: Object.values(row)[0] } });
    },
  );

  it('refuse PostgreSQL 15, the last before 16', async () => {
    await expect(assertSafeSettings(answering({ version: 150_020 }))).rejects.toMatchObject({ code: 'database.too_old', params: { found: 15, needed: 16 } });
  });

  it('let tests trade durability, but not checksums, for speed', async () => {
    const forTests = { forTests: true };
    await expect(assertSafeSettings(answering({ fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }), forTests)).resolves.toBeUndefined();
    await expect(assertSafeSettings(answering({ data_checksums: 'off' }), forTests)).rejects.toMatchObject({ code: 'database.unsafe_setting' });
  });
});
