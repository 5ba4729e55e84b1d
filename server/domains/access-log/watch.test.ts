import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCalendarDays } from '../../kernel/calendar/index.ts';
import { bureau } from '../../testing/allowance-office.ts';
import { testApp, type TestApp } from '../../testing/app.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { virtualTime } from '../../testing/virtual-time.ts';

const firstDay = '2026-10-05';
const days = 26;
const curiousFrom = 21;
const honest = 200;
const time = virtualTime(shenzhen(firstDay, '00:00:01.000'));
let t: TestApp;
let curious = '';
beforeAll(async () => {
  t = await testApp({ time });
  const staff = await t.app.people.makeStaff(
    Array.from({ length: honest + 1 }, (_, i) => ({ name: `经办${i}`, login: `officer-${i}`, password: 'a long test password', posts: [{ institution: bureau, role: 'officer' as const }] })), { quickPasswords: true });
  curious = staff[honest] ?? '';
  // The log's waiting list is not what this is about, and 80,000 rows of it cost a minute.
  await t.fresh.owner.query('alter table platform.access_records disable trigger access_records_wait_for_their_place');
});
afterAll(() => t.drop());

/**
 * A day of an office: everybody reads about twelve files between 9 and 18 o'clock and acts on all but some six in a hundred; one reading in fourteen is of
 * somebody of the reader's surname, as it is in China. The curious one, from a day on, looks up nine people besides who are none of his business.
 */
async function aDay(day: string, seed: number, isCurious: boolean): Promise<void> {
  await t.fresh.owner.query('select setseed($1)', [seed]);
  await t.fresh.owner.query(`
    create temporary table readings on commit preserve rows as
    select gen_random_uuid() as subject, gen_random_uuid() as record, s.staff_id, ($1::date + interval '1 hour' * (9 + random() * 9)) at time zone 'Asia/Shanghai' as at, random() > 0.06 as acts, random() < 1 / 14.0 as alike
    from people.staff s cross join lateral generate_series(1, greatest(1, round(12 + 3 * (random() + random() + random() + random() - 2) * 1.7)::integer)) g where s.login like 'officer-%'
    union all
    select gen_random_uuid(), gen_random_uuid(), $2::uuid, ($1::date + interval '1 hour' * (9 + random() * 9)) at time zone 'Asia/Shanghai', false, g <= 3 from generate_series(1, case when $3 then 9 else 0 end) g`.replace('$1', `'${day}'`).replace('$1', `'${day}'`).replace('$2', `'${curious}'`).replace('$3', String(isCurious)));
  await t.fresh.owner.query(`
    insert into platform.access_records (matter_id, record_id, at, actor, act, outcome, of_command)
    select subject, record, at, jsonb_build_object('kind', 'staff', 'id', staff_id, 'institution', '${bureau}'), 'matters.read', 'done', false from readings
    union all select subject, gen_random_uuid(), at + interval '20 minutes', jsonb_build_object('kind', 'staff', 'id', staff_id), 'claim_link', 'done', true from readings where acts`);
  await t.fresh.owner.query('insert into access_log.likenesses (matter_id, record_id, same_surname, colleague, himself) select subject, record, true, false, false from readings where alike');
  await t.fresh.owner.query('drop table readings');
}

describe('A curious clerk among two hundred honest ones (C-PR-8, P-06)', () => {
  it('is found the day after, and few others are asked about', { timeout: 240_000 }, async () => {
    for (let n = 0; n < days; n += 1) {
      const day = addCalendarDays(firstDay, n);
      await aDay(day, ((n * 37) % 100) / 100, n >= curiousFrom);
      time.goTo(shenzhen(addCalendarDays(day, 1), '00:05:00.000'));
      await t.app.accessLog.watch();
    }
    const { rows } = await t.fresh.owner.query<{ kind: string; staff_id: string; on_day: string }>(`select kind, staff_id, to_char(on_day, 'YYYY-MM-DD') as on_day from access_log.signals where kind <> 'sample' order by on_day`);
    const own = rows.filter((row) => row.staff_id === curious && row.on_day >= addCalendarDays(firstDay, curiousFrom));
    const others = rows.filter((row) => !own.includes(row));
    const figures = {
      honest, days, curiousDays: days - curiousFrom, foundFirstOn: own[0]?.on_day ?? null, ofCurious: Object.fromEntries(['no_case', 'same_surname', 'over_usual'].map((kind) => [kind, own.filter((row) => row.kind === kind).length])),
      falseAlarms: others.length, falseAlarmsPerHundredOfficerDays: Math.round((others.length / (honest * days)) * 10_000) / 100,
    };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    expect(figures.foundFirstOn).toBe(addCalendarDays(firstDay, curiousFrom));
    expect(figures.ofCurious.no_case).toBe(days - curiousFrom);
    expect(figures.ofCurious.same_surname).toBe(days - curiousFrom);
    expect(figures.falseAlarmsPerHundredOfficerDays).toBeLessThan(1);
  });

  it('counted again, no signal is made twice; a decided one stays decided; a sample of thirty is drawn once a month', async () => {
    const count = async (where: string): Promise<number> => Number((await t.fresh.owner.query<{ n: string }>(`select count(*) as n from access_log.signals where ${where}`)).rows[0]?.n);
    await t.fresh.owner.query(`update access_log.signals set state = 'explained', decided_by = staff_id, decided_at = now(), note = 'seen' where staff_id = $1`, [curious]);
    const before = await count('true');
    await t.app.accessLog.watch();
    expect(await count('true')).toBe(before);
    expect(await count(`staff_id = '${curious}' and state = 'open'`)).toBe(0);
    expect(await count(`kind = 'sample'`)).toBe(0);
    time.goTo(shenzhen('2026-11-01', '00:05:00.000'));
    await t.app.accessLog.watch();
    await t.app.accessLog.watch();
    expect(await count(`kind = 'sample' and on_day between '2026-10-01' and '2026-10-31'`)).toBe(30);
  });

  it('at night, three readings are a signal of their own the same night; two are none', async () => {
    const night = async (login: string, n: number): Promise<string> => {
      const { rows } = await t.fresh.owner.query<{ staff_id: string }>('select staff_id from people.staff where login = $1', [login]);
      for (let i = 0; i < n; i += 1) {
        await t.fresh.owner.query(`insert into platform.access_records (matter_id, record_id, at, actor, act, outcome) values (gen_random_uuid(), gen_random_uuid(), '2026-11-02T15:30:00Z', jsonb_build_object('kind', 'staff', 'id', $1::text), 'matters.read', 'done')`, [rows[0]?.staff_id]);
      }
      return rows[0]?.staff_id ?? '';
    };
    const [three, two] = [await night('officer-1', 3), await night('officer-2', 2)];
    time.goTo(shenzhen('2026-11-02', '23:45:00.000'));
    await t.app.accessLog.watch();
    const { rows } = await t.fresh.owner.query<{ staff_id: string }>(`select staff_id from access_log.signals where kind = 'at_night'`);
    expect(rows.map((row) => row.staff_id)).toContain(three);
    expect(rows.map((row) => row.staff_id)).not.toContain(two);
  });
});
