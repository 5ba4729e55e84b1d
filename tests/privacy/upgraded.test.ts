/** What an installation of an earlier release holds is still there when the database has been brought to this one (TM-23). */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../server/platform/db/migrate.ts';
import { createDatabase, dropDatabase } from '../../server/testing/database-server.ts';

const migrations = new URL('../../server/migrations/', import.meta.url).pathname;
const [forgotten, kept, matter] = ['0191a000-0000-7000-8000-000000000001', '0191a000-0000-7000-8000-000000000002', '0191a000-0000-7000-8000-000000000003'] as const;

describe('A database of an earlier release', () => {
  let name: string;
  let folder: string;
  let owner: pg.Client;

  beforeEach(async () => {
    name = `upgraded_${randomBytes(6).toString('hex')}`;
    owner = new pg.Client(await createDatabase(name));
    await owner.connect();
    folder = mkdtempSync(join(tmpdir(), 'yimen-upgraded-'));
    for (const file of readdirSync(migrations).filter((file) => file < '0030')) cpSync(join(migrations, file), join(folder, file));
    expect(await migrate(owner, folder)).toMatchObject({ ok: true });
  });
  afterEach(async () => {
    await owner.end();
    await dropDatabase(name);
    rmSync(folder, { recursive: true });
  });

  const party = (id: string, sealed: string): Promise<unknown> =>
    owner.query(`insert into people.parties (party_id, subject, number_kind, number_index, sealed, assurance) values ($1, 'person', '111', $2, $3, 'self_declared')`, [id, randomBytes(16), Buffer.from(sealed)]);
  const invitation = (partyId: string, event: string): Promise<unknown> =>
    owner.query(
      `insert into evaluations.invitations values ($1, $2, gen_random_uuid(), $3, 'T', $4, null, 'T', 1, 'T', 'T', 'T', '2026-01-05', clock_timestamp())`,
      [matter, event, randomBytes(32), partyId],
    );
  const invited = async (): Promise<readonly string[]> => (await owner.query<{ event: string }>('select event from evaluations.invitations order by event')).rows.map(({ event }) => event);

  it('keeps every invitation to evaluate, those of persons forgotten before as well, and forgets the rest of them', async () => {
    await party(forgotten, '');
    await party(kept, 'sealed');
    await owner.query(`insert into people.sign_in_history (entry_id, party_id, at, way, outcome, address_part, browser) values (gen_random_uuid(), $1, clock_timestamp(), 'phone_code', 'in', '', '')`, [forgotten]);
    await invitation(forgotten, 'filing');
    await invitation(kept, 'result');
    expect(await migrate(owner, migrations)).toMatchObject({ ok: true });
    expect(await invited()).toEqual(['filing', 'result']);
    expect((await owner.query('select from people.sign_in_history')).rowCount, 'what that migration is for').toBe(0);
    expect((await owner.query(`select from people.parties where sealed = 'sealed'`)).rowCount).toBe(1);
  });

  it('then refuses its owner, too, who would delete one', async () => {
    await party(kept, 'sealed');
    await invitation(kept, 'result');
    await migrate(owner, migrations);
    await expect(owner.query('delete from evaluations.invitations')).rejects.toThrow('never taken away');
    await owner.query(`select privacy.destroy_party($1)`, [kept]);
    expect(await invited()).toEqual(['result']);
  });
});
