import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCalendarDays } from '../../kernel/calendar/index.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { firstInstitution } from './index.ts';
import { hall, testPeople, type TestPeople } from './routes-for-tests.ts';

interface Told { code: string }
interface Shown { absenceId: string; staffName: string; standInName: string; mayEnd: boolean; endedAt: string | null; endedByName: string | null; covered: { role: string }[]; uncovered: { role: string }[] }

let t: TestPeople;
const ids: Record<string, string> = {};
beforeAll(async () => {
  t = await testPeople();
  const clerk = { institution: hall, role: 'window_clerk' as const };
  const list = [
    { login: 'anna', posts: [clerk, { institution: hall, role: 'officer' as const }] }, { login: 'bella', posts: [clerk] }, { login: 'carl', posts: [clerk] }, { login: 'manager', posts: [{ institution: hall, role: 'hall_manager' as const }] },
    { login: 'root', posts: [{ institution: firstInstitution, role: 'security_administrator' as const }] }, { login: 'other', posts: [{ institution: firstInstitution, role: 'officer' as const }] },
  ];
  const made = await t.people.makeStaff(list.map((one) => ({ ...one, name: one.login, password: 'four blue chairs' })), { quickPasswords: true });
  list.forEach((one, i) => (ids[one.login] = made[i] ?? ''));
});
afterAll(() => t.close());

const as = async (login: string) => {
  const session = await t.people.openSessionFor({ kind: 'staff', staffId: ids[login] ?? '' });
  return Object.assign(t.browser(), { token: session.token, csrf: session.csrfToken });
};
const today = (): string => localDayOf(new Date().toISOString());
const enter = async (login: string, staff: string, standIn: string, from = 0, to = 2) =>
  (await as(login)).post('/api/v1/absences', { staffId: ids[staff], standInId: ids[standIn], fromOn: addCalendarDays(today(), from), toOn: addCalendarDays(today(), to) });
const end = async (login: string, absenceId: string) => (await as(login)).post(`/api/v1/absences/${absenceId}/end`, {});
/** Whom a fresh session of somebody stands in for. */
const standsInFor = async (login: string): Promise<readonly string[]> => {
  const session = await t.people.openSessionFor({ kind: 'staff', staffId: ids[login] ?? '' });
  const { actor } = await t.people.authenticate(session.token);
  return actor.kind === 'staff' ? (actor.standsInFor ?? []) : [];
};

describe('an absence', () => {
  it('is entered by the person; the stand-in’s session carries it, another’s does not; who entered and who ended it stays named', async () => {
    const entered = await enter('anna', 'anna', 'bella');
    expect(entered.statusCode, entered.body).toBe(201);
    const shown = entered.json<Shown>();
    expect(shown).toMatchObject({ staffName: 'anna', standInName: 'bella', mayEnd: true, endedAt: null });
    expect([shown.covered.map((one) => one.role), shown.uncovered.map((one) => one.role)]).toEqual([['window_clerk'], ['officer']]);
    expect([await standsInFor('bella'), await standsInFor('carl'), await standsInFor('anna')]).toEqual([[ids.anna], [], []]);
    expect((await end('bella', shown.absenceId)).json<Told>().code).toBe('absence.unknown');
    const ended = await end('manager', shown.absenceId);
    expect(ended.json<Shown>()).toMatchObject({ endedByName: 'manager', mayEnd: false });
    expect(await standsInFor('bella')).toEqual([]);
    expect((await end('anna', shown.absenceId)).json<Told>().code).toBe('absence.over');
  });

  it('begins on its day: entered for tomorrow, nobody stands in today', async () => {
    const entered = (await enter('root', 'anna', 'bella', 1, 1)).json<Shown>();
    expect(await standsInFor('bella')).toEqual([]);
    await end('root', entered.absenceId);
  });

  it('is refused to who may not enter it in the same words as for nobody, and across another; two entered at once leave one', async () => {
    for (const login of ['bella', 'other']) expect((await enter(login, 'anna', 'bella')).json<Told>().code, login).toBe('absence.unknown');
    const answers = await Promise.all([enter('anna', 'anna', 'bella'), enter('manager', 'anna', 'carl')]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409]);
    const made = answers.find((answer) => answer.statusCode === 201)?.json<Shown>();
    expect((await enter('bella', 'bella', 'anna')).json<Told>().code).toBe('absence.stand_in_away');
    expect((await enter('anna', 'anna', 'other', 5, 6)).json<Told>().code).toBe('absence.stand_in_not_in_post');
    await end('anna', made?.absenceId ?? '');
  });

  it('is listed to the person, the stand-in and the manager of the hall, not to others', async () => {
    const entered = (await enter('anna', 'anna', 'bella', 3, 4)).json<Shown>();
    const listed = async (login: string) => (await (await as(login)).get('/api/v1/absences')).json<{ absences: Shown[] }>().absences.map((one) => one.absenceId);
    expect([await listed('anna'), await listed('bella'), await listed('manager'), await listed('carl')]).toEqual([[entered.absenceId], [entered.absenceId], [entered.absenceId], []]);
    const colleagues = (await (await as('anna')).get('/api/v1/absences/colleagues')).json<{ staff: { name: string }[]; standIns: { name: string }[] }>();
    expect([colleagues.staff.map((one) => one.name), colleagues.standIns.map((one) => one.name)]).toEqual([['anna'], ['bella', 'carl']]);
    const managed = (await (await as('manager')).get('/api/v1/absences/colleagues')).json<{ staff: { name: string }[] }>();
    expect(managed.staff.map((one) => one.name)).toEqual(['manager', 'anna', 'bella', 'carl']);
    await end('anna', entered.absenceId);
  });

  it('cannot be changed or taken away behind the program: the application may end a row and nothing else', async () => {
    await enter('anna', 'anna', 'bella', 6, 7);
    await expect(t.fresh.database.pool.query('delete from people.absences')).rejects.toThrow(/permission denied/);
    await expect(t.fresh.database.pool.query(`update people.absences set to_on = to_on + 1`)).rejects.toThrow(/permission denied/);
  });
});
