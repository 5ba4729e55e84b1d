import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retentionRound } from '../../server/domains/privacy/jobs.ts';
import { addCalendarDays, addMonths } from '../../server/kernel/calendar/index.ts';
import { localDayOf, startOfLocalDay } from '../../server/kernel/instant.ts';
import { batchWriter } from '../../server/platform/db/batch-writer.ts';
import { eraseListFile } from '../../server/platform/db/erase-list.ts';
import { retentionRules } from '../../server/platform/privacy/retention-rules.ts';
import type { RetentionId } from '../../server/platform/privacy/class-words.ts';
import { allowanceOffice, item, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import { shenzhen } from '../../server/testing/given-matter.ts';
import { virtualTime, type VirtualTime } from '../../server/testing/virtual-time.ts';
import { chanceOf } from '../simulator/chance.ts';

/** A kind of row that a rule takes away: how one is put in at a moment, and how those that are there are named. */
interface Kept {
  readonly rule: RetentionId;
  readonly put: string;
  readonly left: string;
}

// $1 names the row, $2 is its moment, $3 a party, $4 a member of staff. The rows are put in as the owner: nobody can wait ten years, and no act writes a moment of its own choosing.
const kinds: readonly Kept[] = [
  { rule: 'drafts', put: `insert into matters.drafts (draft_id, version, owner_party, channel, task_code, handling_item, item_version, sealed, made_at, saved_at) values ($1, 1, $3, 'portal', '${item.taskCode}', '${item.handlingItem}', 1, '\\x00', $2, $2)`, left: 'select draft_id::text as id from matters.drafts' },
  { rule: 'messages', put: `insert into matters.messages (party_id, message_id, at, template, params) values ($3, $1, $2, 'matter_filed', '{}')`, left: 'select message_id::text as id from matters.messages' },
  { rule: 'staff_messages', put: `insert into supervision.staff_messages (staff_id, message_id, kind, at, params) values ($4, $1, 'order_issued', $2, '{}')`, left: 'select message_id::text as id from supervision.staff_messages' },
  { rule: 'deliveries', put: `insert into platform.webhook_deliveries (endpoint_id, delivery_id, matter_id, number, event_type, occurred_at, made_at, body, state) values ($1, $1, $1, 'n', 'matter.filed', $2, $2, '{}', 'delivered')`, left: 'select delivery_id::text as id from platform.webhook_deliveries' },
  { rule: 'sign_in_history', put: `insert into people.sign_in_history (entry_id, party_id, at, way, outcome, address_part, browser) values ($1, $3, $2, 'phone_code', 'in', '', '')`, left: 'select entry_id::text as id from people.sign_in_history' },
  { rule: 'consents', put: `insert into privacy.consents (consent_id, party_id, scope, sensitive, text_hash, language, channel, given_at, withdrawn_at) values ($1, $3, 'contact_details', false, '\\x00', 'zh-CN', 'portal', $2, $2)`, left: 'select consent_id::text as id from privacy.consents' },
];

/** The model, apart from the program's own SQL: a row is due on a day when the day on which its rule ends has come for it. */
function isDue(rule: RetentionId, at: string, today: string): boolean {
  const keep = retentionRules.get(rule)?.keep;
  if (!keep) return false;
  const day = localDayOf(at);
  const end = keep.unit === 'day' ? addCalendarDays(day, keep.amount) : addMonths(day, 12 * keep.amount);
  return end < today;
}

describe('Ten years of retention (C-PR-6, P-09)', () => {
  let t: AllowanceOffice;
  let time: VirtualTime;
  let parties: readonly string[];
  let staffId: string;
  beforeAll(async () => {
    time = virtualTime(shenzhen('2026-11-23'));
    t = await allowanceOffice({ time });
    parties = await Promise.all(Array.from({ length: 4 }, async () => (await t.somebody()).partyId));
    staffId = (await t.staff('somebody', [{ institution: 'YM-440303-civil_affairs', role: 'officer' }])).staffId;
  });
  afterAll(() => t.drop());

  const round = (): Promise<boolean> =>
    retentionRound({ database: t.fresh.database, pipeline: t.app.pipeline, eraseList: eraseListFile(t.dataFolder), wakeJobs: () => undefined, writer: batchWriter(t.fresh.database.pool, 'privacy.append', t.app.clock) } as unknown as Parameters<typeof retentionRound>[0]);

  test('each day exactly what is due goes, to the day at both ends of each rule; held persons keep everything, and logs are never kept less than six months', async () => {
    const { below, pick } = chanceOf(9);
    const held = parties[3] ?? '';
    await t.fresh.owner.query(`insert into privacy.holds (hold_id, seq, head, subject_id, status, placed_at, state) values ($1, 1, '\\x00', $2, 'placed', $3, '{}')`, [randomUUID(), held, t.app.clock.now()]);
    const rows: { readonly id: string; readonly rule: RetentionId; readonly at: string; readonly held: boolean }[] = [];
    const put = async ({ rule, put: statement }: Kept, at: string): Promise<void> => {
      const [id, party] = [randomUUID(), pick(parties)];
      const values = [id, at, party, staffId];
      const used = values.filter((_value, n) => statement.includes(`$${n + 1}`));
      // Numbers of parameters without gaps, whichever the statement uses.
      let next = 0;
      const numbered = [1, 2, 3, 4].reduce((text, n) => (text.includes(`$${n}`) ? text.replaceAll(`$${n}`, `#${(next += 1)}`) : text), statement).replaceAll('#', '$');
      await t.fresh.owner.query(numbered, used);
      rows.push({ id, rule, at, held: statement.includes('$3') && party === held });
    };
    let gone = 0;
    const expected = new Set<string>();
    for (let step = 0; step < 40; step += 1) {
      const now = t.app.clock.now();
      for (const kind of kinds) {
        await put(kind, now);
        // At the edge: the last moment of the day that goes with this round, and the first of the day that stays.
        const keep = retentionRules.get(kind.rule)?.keep;
        const edge = keep?.unit === 'day' ? addCalendarDays(localDayOf(now), -keep.amount) : addMonths(localDayOf(now), -12 * (keep?.amount ?? 0));
        await put(kind, startOfLocalDay(edge));
        await put(kind, new Date(Date.parse(startOfLocalDay(edge)) - 1).toISOString());
      }
      expect(await round()).toBe(true);
      for (const row of rows) if (!expected.has(row.id) && !row.held && isDue(row.rule, row.at, localDayOf(now))) expected.add(row.id);
      for (const kind of kinds) {
        const left = new Set((await t.fresh.owner.query<{ id: string }>(kind.left)).rows.map(({ id }) => id));
        const wrong = rows.filter((row) => row.rule === kind.rule && left.has(row.id) === expected.has(row.id));
        expect([kind.rule, localDayOf(now), wrong.map((row) => `${row.at} ${left.has(row.id) ? 'stays' : 'went'}`)]).toEqual([kind.rule, localDayOf(now), []]);
      }
      gone = expected.size;
      time.goTo(startOfLocalDay(addCalendarDays(localDayOf(now), 30 + below(125))));
    }
    expect(localDayOf(t.app.clock.now()) > '2036-01-01').toBe(true);
    expect(gone).toBeGreaterThan(400);
    expect(rows.some((row) => row.held && isDue(row.rule, row.at, localDayOf(t.app.clock.now())))).toBe(true);
    // 网络安全法 art. 21 (2016): logs for at least six months, which are at most 184 days.
    for (const id of ['sign_in_history', 'deliveries', 'access_records'] as const) expect(retentionRules.get(id)?.keep?.amount ?? 10_000).toBeGreaterThanOrEqual(184);
  });
});
