import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as wire from '../../../contract/calendar.ts';
import { dueDate, isCalendarRefusal, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { newId } from '../../platform/ids.ts';
import { testApp, type Client, type TestApp } from '../../testing/app.ts';
import { calendarDomain } from './index.ts';
import { localDayOf } from '../../kernel/instant.ts';

const office = 'YM-440300-government_services';
let app: TestApp;
let [first, second, clerk, resident, anonymous] = [] as unknown as [Client, Client, Client, Client, Client];
let today = '';

beforeAll(async () => {
  app = await testApp();
  first = (await app.staff('calendar.first', [{ institution: office, role: 'administrator' }])).client;
  second = (await app.staff('calendar.second', [{ institution: office, role: 'administrator' }])).client;
  clerk = (await app.staff('calendar.clerk', [{ institution: office, role: 'officer' }])).client;
  resident = (await app.resident({ index: 1 })).client;
  anonymous = await app.as('anonymous');
  today = localDayOf(app.app.clock.now());
});
afterAll(() => app.drop());

const terms = (more: Partial<wire.CalendarTerms> = {}): wire.CalendarTerms => ({
  kind: 'closure', year: null, days: [], repeals: null, name: { 'zh-CN': '台风停工', 'zh-HK': '颱風停工', en: 'Typhoon closure' }, document: '深三防〔2026〕9号', documentOn: today, link: null, reason: '全市停工', ...more,
});
const closure = (...days: string[]) => terms({ days: days.map((on) => ({ on, kind: 'closure', festival: null })) });
const propose = async (wanted: wire.CalendarTerms, client = first) => (await client.good(wire.proposeCalendarChange, { body: { commandId: newId(), terms: wanted } })).change;
const seen = (change: { readonly changeId: string; readonly seq: number }) => ({ params: { changeId: change.changeId }, body: { commandId: newId(), seenSeq: change.seq } });
const approve = async (wanted: wire.CalendarTerms) => (await second.good(wire.approveCalendarChange, seen(await propose(wanted)))).change;
const due = (calendar: WorkingCalendar | undefined, n: number, day: string) => {
  const found = calendar && dueDate(calendar, { amount: n, unit: 'working_day' }, `${day}T02:00:00.000Z`);
  return found && !isCalendarRefusal(found) ? found.dueOn : undefined;
};
/** Takes every change back that a test left in force, so that each begins with the calendar of the files. */
beforeEach(async () => {
  const { changes } = await first.good(wire.listCalendarChanges, {});
  const approved = changes.filter((change) => change.status === 'approved' && change.kind !== 'repeal' && change.repealedBy === null).sort((a, b) => (b.number ?? 0) - (a.number ?? 0));
  for (const change of approved) await approve(terms({ kind: 'repeal', repeals: change.changeId }));
});

describe('The calendar on screen', () => {
  test('every member of staff sees each day of a year with its reason and its notice', async () => {
    const year = await clerk.good(wire.getCalendarYear, { params: { year: 2026 } });
    expect(year.mayPropose).toBe(false);
    expect(year.days.find((day) => day.on === '2026-10-10')).toEqual({
      on: '2026-10-10', kind: 'makeup_workday', name: { 'zh-CN': '国庆节', 'zh-HK': '國慶節', en: 'National Day' },
      source: { document: '国办发明电〔2025〕7号', issuedOn: '2025-11-04', url: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm', verified: true, changeId: null, changeNumber: null },
    });
    expect((await first.good(wire.getCalendarYear, { params: { year: 2026 } })).mayPropose).toBe(true);
  });

  test('a provisional year names the statute it rests on', async () => {
    const year = await clerk.good(wire.getCalendarYear, { params: { year: 2027 } });
    expect(year.health.provisionalFrom).toBe('2027-01-01');
    expect(year.days[0]?.source).toMatchObject({ document: expect.stringContaining('国务院令第795号') as string, verified: false });
  });

  test('a year the table does not have is refused with the years it has', async () => {
    expect(await clerk.refused(wire.getCalendarYear, { params: { year: 2003 } })).toMatchObject({ code: 'calendar.year_unknown', status: 404, params: { from: 2004, to: 2027 } });
  });

  test('residents and who is not signed in see none of it', async () => {
    for (const [client, status, code] of [[resident, 404, 'route.unknown'], [anonymous, 401, 'session.needed']] as const) {
      expect(await client.refused(wire.getCalendarYear, { params: { year: 2026 } })).toMatchObject({ status, code });
      expect(await client.refused(wire.listCalendarChanges, {})).toMatchObject({ status, code });
      expect(await client.refused(wire.getCalendarHealth, {})).toMatchObject({ status, code });
    }
  });
});

describe('A closure of the city', () => {
  test('moves due dates from the approval on, and not before', async () => {
    const before = app.app.calendar.calendar;
    const change = await propose(closure('2026-11-25'));
    expect(change).toMatchObject({ status: 'proposed', number: null, allowed: ['withdraw'], effect: { firstDay: '2026-11-25', days: [{ on: '2026-11-25', before: { is: 'working' }, after: { is: 'closure' } }] } });
    expect(app.app.calendar.calendar).toBe(before);
    const approved = (await second.good(wire.approveCalendarChange, seen(change))).change;
    expect(approved).toMatchObject({ status: 'approved', proposedBy: { name: 'calendar.first' }, decidedBy: { name: 'calendar.second' }, allowed: [], version: `cn-2004-2026-1+cn-2027-provisional-1+c${approved.number ?? 0}` });
    expect([due(before, 5, '2026-11-23'), due(app.app.calendar.calendar, 5, '2026-11-23')]).toEqual(['2026-11-30', '2026-12-01']);
    const day = (await clerk.good(wire.getCalendarYear, { params: { year: 2026 } })).days.find((one) => one.on === '2026-11-25');
    expect(day).toMatchObject({ kind: 'closure', name: { en: 'Typhoon closure' }, source: { document: '深三防〔2026〕9号', changeId: change.changeId, changeNumber: approved.number, verified: true } });
  });

  test('leaves every earlier version as it was, also for a process that starts later', async () => {
    const one = await approve(closure('2026-11-25'));
    const two = await approve(closure('2026-11-26'));
    const restarted = await calendarDomain(app.fresh.database.handle, { provisionalAllowed: true });
    for (const calendars of [app.app.calendar, restarted]) {
      expect(due(calendars.byVersion('cn-2004-2026-1+cn-2027-provisional-1'), 5, '2026-11-23')).toBe('2026-11-30');
      expect(due(calendars.byVersion(one.version ?? ''), 5, '2026-11-23')).toBe('2026-12-01');
      expect(due(calendars.byVersion(two.version ?? ''), 5, '2026-11-23')).toBe('2026-12-02');
      expect(calendars.calendar.version).toBe(two.version);
      expect(calendars.byVersion(`cn-2004-2026-1+cn-2027-provisional-1+c${(two.number ?? 0) + 1}`)).toBeUndefined();
    }
    expect((await calendarDomain(app.fresh.database.handle, { provisionalAllowed: false })).calendar).toMatchObject({ version: `cn-2004-2026-1+c${two.number ?? 0}`, to: '2026-12-31' });
  });

  test('is heard of by another process when it reads again', async () => {
    const other = await calendarDomain(app.fresh.database.handle, { provisionalAllowed: true });
    const change = await approve(closure('2026-11-25'));
    expect(other.calendar.version).not.toBe(change.version);
    await other.refresh();
    expect(other.calendar.version).toBe(change.version);
    expect(other.calendar).toEqual(app.app.calendar.calendar);
  });

  test('taken back by a repeal, which takes two persons again, counts no more', async () => {
    const change = await approve(closure('2026-11-25'));
    const repeal = await approve(terms({ kind: 'repeal', repeals: change.changeId }));
    expect(repeal).toMatchObject({ repeals: { changeId: change.changeId, number: change.number }, effect: { firstDay: '2026-11-25', days: [{ before: { is: 'closure' }, after: { is: 'working' } }] } });
    expect(due(app.app.calendar.calendar, 5, '2026-11-23')).toBe('2026-11-30');
    expect((await clerk.good(wire.getCalendarChange, { params: { changeId: change.changeId } })).repealedBy).toBe(repeal.number);
  });
});

describe('The notice of a year', () => {
  const days2027: wire.OrderedDay[] = [{ on: '2027-01-01', kind: 'statutory_holiday', festival: 'new_year' }, { on: '2027-02-08', kind: 'statutory_holiday', festival: 'spring_festival' }, { on: '2027-02-20', kind: 'makeup_workday', festival: 'spring_festival' }];
  test('pasted, read, checked, proposed and approved replaces the provisional year', async () => {
    const read = await first.good(wire.readCalendarNotice, { body: { year: 2027, text: '元旦：1月1日（周五）至3日（周日）放假，共3天。春节：2月8日（周一）放假，2月20日（周六）上班。' } });
    expect(read).toMatchObject({ faults: [], unread: [], missing: [{ en: 'Tomb-Sweeping Day' }, { en: 'Labour Day' }, { en: 'Dragon Boat Festival' }, { en: 'Mid-Autumn Festival' }, { en: 'National Day' }] });
    const days = read.days.flatMap((day) => (day.kind === 'weekend' ? [] : [{ ...day, kind: day.kind }]));
    expect(days).toEqual(days2027);
    const notice = terms({ kind: 'notice', year: 2027, days, document: '国办发明电〔2026〕0号' });
    const checked = await first.good(wire.checkCalendarChange, { body: notice });
    expect(checked).toMatchObject({ refusal: null, faults: [], effect: { firstDay: '2027-01-01', provisionalFrom: { before: '2027-01-01', after: null }, runningLimits: expect.any(Number) as number } });
    await approve(notice);
    expect(app.app.calendar.calendar).toMatchObject({ to: '2027-12-31', provisionalFrom: null });
    expect((await clerk.good(wire.getCalendarYear, { params: { year: 2027 } })).days.map((day) => day.on)).toEqual(['2027-01-01', '2027-02-08', '2027-02-20']);
    expect((await clerk.good(wire.getCalendarHealth, {})).alarms.filter((alarm) => alarm.code !== 'calendar.alarm_end_near')).toEqual([]);
  });

  test('with faulty days is refused with each of them, in the words of the caller', async () => {
    const checked = await first.good(wire.checkCalendarChange, { body: terms({ kind: 'notice', year: 2027, days: [{ on: '2027-01-02', kind: 'statutory_holiday', festival: 'new_year' }] }) });
    expect(checked).toMatchObject({ refusal: { code: 'calendar.days_faulty', params: { count: 1 } }, faults: [{ pointer: '/days/0', code: 'calendar.holiday_at_weekend', params: { day: '2027-01-02' } }], effect: null });
    const refused = await first.refused(wire.proposeCalendarChange, { body: { commandId: newId(), terms: terms({ kind: 'notice', year: 2029, days: days2027 }) } });
    expect(refused).toMatchObject({ status: 422, code: 'calendar.notice_year', params: { next: 2027 }, title: expect.stringContaining('2027') as string });
  });
});

describe('Two persons', () => {
  test('the proposer cannot approve or reject his own proposal, and another cannot withdraw it', async () => {
    const change = await propose(closure('2026-11-25'));
    expect(await first.refused(wire.approveCalendarChange, seen(change))).toMatchObject({ status: 409, code: 'calendar.same_person' });
    expect(await first.refused(wire.rejectCalendarChange, { ...seen(change), body: { ...seen(change).body, words: 'no' } })).toMatchObject({ status: 409, code: 'calendar.same_person' });
    expect(await second.refused(wire.withdrawCalendarChange, seen(change))).toMatchObject({ status: 409, code: 'calendar.not_own_proposal' });
    expect((await first.good(wire.withdrawCalendarChange, seen(change))).change).toMatchObject({ status: 'withdrawn', allowed: [] });
    expect(await second.refused(wire.approveCalendarChange, seen({ ...change, seq: 2 }))).toMatchObject({ status: 409, code: 'calendar.not_proposed' });
    expect(due(app.app.calendar.calendar, 5, '2026-11-23')).toBe('2026-11-30');
  });

  test('a rejection is kept with its reason', async () => {
    const change = await propose(closure('2026-11-25'));
    expect((await second.good(wire.rejectCalendarChange, { ...seen(change), body: { ...seen(change).body, words: '文号不对' } })).change).toMatchObject({ status: 'rejected', words: '文号不对', decidedBy: { name: 'calendar.second' } });
  });

  test('an approval of something else than was seen is refused', async () => {
    const change = await propose(closure('2026-11-25'));
    expect(await second.refused(wire.approveCalendarChange, seen({ ...change, seq: 7 }))).toMatchObject({ status: 409, code: 'calendar.changed_meanwhile' });
  });

  test('the same click twice proposes and approves once', async () => {
    const body = { commandId: newId(), terms: closure('2026-11-25') };
    const [one, two] = await Promise.all([first.good(wire.proposeCalendarChange, { body }), first.good(wire.proposeCalendarChange, { body })]);
    expect(two.change.changeId).toBe(one.change.changeId);
    const act = seen(one.change);
    const [a, b] = await Promise.all([second.good(wire.approveCalendarChange, act), second.good(wire.approveCalendarChange, act)]);
    expect([a.change.number, b.change.seq]).toEqual([b.change.number, 2]);
  });

  test('of two closures of the same day approved at once one stands; the other is told why not', async () => {
    const changes = [await propose(closure('2026-11-25')), await propose(closure('2026-11-25'))];
    const answers = await Promise.all(changes.map((change) => second.call(wire.approveCalendarChange, seen(change))));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
    expect(answers.find((answer) => answer.status === 422)?.problem).toMatchObject({ code: 'calendar.days_faulty', errors: [{ pointer: '/days/0', code: 'calendar.day_is_closed' }] });
  });

  test('of different closures approved at once each gets its own number, and all of them count', async () => {
    const days = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'];
    const changes: wire.CalendarChange[] = [];
    for (const day of days) changes.push(await propose(closure(day)));
    const answers = await Promise.all(changes.map((change) => second.call(wire.approveCalendarChange, seen(change))));
    // Somebody faster three times in a row is told to the caller, who looks again.
    for (const [index, answer] of answers.entries()) if (answer.status === 409) await second.good(wire.approveCalendarChange, seen(changes[index] as wire.CalendarChange));
    const numbers = (await first.good(wire.listCalendarChanges, {})).changes.filter((change) => changes.some((one) => one.changeId === change.changeId)).map((change) => change.number ?? 0).sort((a, b) => a - b);
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2, 3]);
    expect(due(app.app.calendar.calendar, 1, '2026-11-24')).toBe('2026-12-01');
  });

  test('to who may not change it an existing change looks like one that nobody knows', async () => {
    const change = await propose(closure('2026-11-25'));
    for (const client of [clerk, resident]) {
      const [known, unknown] = [await client.refused(wire.approveCalendarChange, seen(change)), await client.refused(wire.approveCalendarChange, seen({ changeId: newId(), seq: 1 }))];
      expect([known.status, known]).toEqual([404, unknown]);
      expect(await client.refused(wire.proposeCalendarChange, { body: { commandId: newId(), terms: closure('2026-11-26') } })).toMatchObject({ status: 404, code: 'route.unknown' });
    }
    expect(await second.refused(wire.approveCalendarChange, seen({ changeId: newId(), seq: 1 }))).toMatchObject({ status: 404, code: 'calendar.change_unknown' });
    expect(await second.refused(wire.getCalendarChange, { params: { changeId: newId() } })).toMatchObject({ status: 404, code: 'calendar.change_unknown' });
  });

  test('every act is written down, done or refused', async () => {
    const change = await propose(closure('2026-11-25'));
    await first.refused(wire.approveCalendarChange, seen(change));
    const { rows } = await app.fresh.owner.query<{ act: string; outcome: string }>('select act, outcome from platform.access_records where matter_id = $1 order by at, record_id', [change.changeId]);
    expect(rows).toEqual([{ act: 'calendar.propose', outcome: 'done' }, { act: 'calendar.approve', outcome: 'calendar.same_person' }]);
  });
});

describe('What follows from an approval', () => {
  test('is queued in its transaction, with the version and the first day that changed', async () => {
    const { database, pipeline } = { database: app.fresh.database, pipeline: app.app.pipeline };
    const calendars = await calendarDomain(database.handle, {
      provisionalAllowed: true, acts: { database, pipeline, whenApproved: ['test.when_calendar_approved'], affectedLimits: async () => 7, staffNames: app.app.people.staffNames, wakeJobs: () => undefined },
    });
    const change = await propose(closure('2026-11-25'));
    const approveRoute = calendars.routes.find((route) => route.endpoint.id === 'approveCalendarChange');
    const actor = { kind: 'staff', staffId: (await app.staff('calendar.third', [{ institution: office, role: 'administrator' }])).staffId, posts: [{ institution: office, unit: '440300', role: 'administrator' }] } as const;
    const call = { actor, language: 'en', sessionToken: undefined, address: '', query: undefined, upload: async () => undefined, setSession: () => undefined, ...seen(change) };
    expect(await approveRoute?.handle(call as unknown as Parameters<typeof approveRoute.handle>[0])).toMatchObject({ ok: true });
    const { rows } = await app.fresh.owner.query<{ kind: string; payload: object }>('select kind, payload from platform.jobs where matter_id = $1', [change.changeId]);
    expect(rows).toEqual([{ kind: 'test.when_calendar_approved', payload: { version: calendars.calendar.version, changeId: change.changeId, firstDay: '2026-11-25' } }]);
    const seenBefore = await calendars.routes.find((route) => route.endpoint.id === 'checkCalendarChange')?.handle({ ...call, body: closure('2026-11-26') } as unknown as Parameters<NonNullable<typeof approveRoute>['handle']>[0]);
    expect(seenBefore).toMatchObject({ reply: { effect: { runningLimits: 7 } } });
    await app.app.calendar.refresh();
  });
});
