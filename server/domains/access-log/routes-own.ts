import * as wire from '../../../contract/access-log.ts';
import type { AccessEntry } from '../../../contract/access-log.ts';
import { say, type Language } from '../../../contract/language.ts';
import { accessLogWords } from '../../../contract/messages/access-log.ts';
import { localClock } from './local-clock.ts';
import type { Id } from '../../kernel/ids.ts';
import { csvOf } from '../../platform/http/csv.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { refuse } from '../../kernel/decider.ts';
import { parseInstant } from '../../kernel/instant.ts';
import { readAct } from './entry.ts';
import { accessLogPermissions } from './policy.ts';
import { subjectsOf, type AccessLogDeps } from './routes-context.ts';
import { postAt } from './signals.ts';
import { countDelayedReadings, delaysInForce, readingsOf, type Before, type DelayInForce, type StoredDelay, type StoredRecord } from './views.ts';

const pageOf = 50;
const fileOf = 2_000;

/** Delays with the people of each institution: a record that names no institution is delayed by who made it. */
async function withStaff(deps: AccessLogDeps, delays: readonly StoredDelay[], records: readonly StoredRecord[]): Promise<readonly DelayInForce[]> {
  const unnamed = [...new Set(records.filter((one) => one.by.kind === 'staff' && one.by.institution === undefined).map((one) => one.by.id))];
  const posts = delays.length === 0 ? [] : await deps.people.postsOfStaff(unnamed);
  return delays.map((delay) => ({ institution: delay.institution, fromAt: delay.fromAt, untilAt: delay.untilAt, staffIds: [...new Set(posts.filter((post) => post.institution === delay.institution).map((post) => post.staffId))] }));
}

/** The newest readings of somebody's records, what is delayed left out. */
async function readings(deps: AccessLogDeps, partyId: Id, before: Before | undefined, most: number): Promise<{ readonly records: readonly StoredRecord[]; readonly entries: readonly AccessEntry[] }> {
  const { ids, matterOf } = await subjectsOf(deps, partyId);
  const handle = deps.database.handle;
  const inForce = await delaysInForce(handle, partyId, deps.now());
  const all = inForce.length === 0 ? [] : await readingsOf(handle, { subjects: ids, partyId, delays: [], before: undefined, most: fileOf });
  const records = await readingsOf(handle, { subjects: ids, partyId, delays: await withStaff(deps, inForce, all), before, most });
  return { records, entries: await entriesOf(deps, records, matterOf) };
}

/** Records as the person is told them: office and post of that moment, never a name. */
async function entriesOf(deps: AccessLogDeps, records: readonly StoredRecord[], matterOf: ReadonlyMap<Id, { readonly matterId: Id; readonly number: string | null }>): Promise<readonly AccessEntry[]> {
  const staffIds = records.filter((one) => one.by.kind === 'staff').map((one) => one.by.id);
  const [posts, systems] = await Promise.all([deps.people.postsOfStaff(staffIds), deps.people.systemsOf(staffIds)]);
  return records.map((one): AccessEntry => {
    const { what, field, purpose } = readAct(one.act, one.fields);
    const post = one.by.kind === 'staff' ? postAt(posts.filter((held) => held.staffId === one.by.id), one.at, one.by.institution) : undefined;
    const office = one.by.institution ?? post?.institution;
    const by = one.by.kind !== 'staff' ? one.by.kind : what === 'access_records' ? 'audit' : systems.has(one.by.id) ? 'outside_system' : 'staff';
    const matter = matterOf.get(one.subjectId);
    return {
      recordId: one.recordId, at: one.at, by, officeName: (office === undefined ? undefined : deps.institutionName(office)) ?? null, role: by === 'staff' || by === 'audit' ? (post?.role ?? null) : null,
      what, field, purpose, matterId: matter?.matterId ?? null, matterNumber: matter?.number ?? null,
    };
  });
}

const cursorOf = (one: StoredRecord): string => `${one.at}_${one.recordId}`;

/** Where a page begins; `unreadable` where somebody wrote the cursor himself and its moment is none that the calendar has. */
function beforeOf(cursor: string | undefined): Before | undefined | 'unreadable' {
  const [at = '', recordId = ''] = cursor?.split('_') ?? [];
  if (cursor === undefined) return undefined;
  return parseInstant(at) === undefined ? 'unreadable' : { at, recordId };
}

function csvRows(entries: readonly AccessEntry[], language: Language): readonly (readonly string[])[] {
  const w = (code: keyof typeof accessLogWords): string => say(accessLogWords[code], language);
  const head = [w('column.at'), w('column.who'), w('column.role'), w('column.what'), w('column.purpose'), w('column.matter')];
  return [head, ...entries.map((one) => [
    localClock(one.at), one.officeName?.[language] ?? w(`by.${one.by}`), one.role === null ? w(`by.${one.by}`) : w(`role.${one.role}` as 'role.officer'),
    one.field === null ? w(`what.${one.what}`) : w(`field.${one.field}`), one.purpose === null ? '' : w(`purpose.${one.purpose}`), one.matterNumber ?? '',
  ])];
}

/** How many entries all agreed delays hold back now: a public number, so that a city cannot hide much in silence. */
async function countAllDelayed(deps: AccessLogDeps): Promise<{ readonly entries: number; readonly delays: number }> {
  const handle = deps.database.handle;
  const inForce = await delaysInForce(handle, null, deps.now());
  let entries = 0;
  for (const partyId of new Set(inForce.map((one) => one.partyId))) {
    const own = inForce.filter((one) => one.partyId === partyId);
    const { ids } = await subjectsOf(deps, partyId);
    const all = await readingsOf(handle, { subjects: ids, partyId, delays: [], before: undefined, most: fileOf });
    entries += await countDelayedReadings(handle, ids, partyId, await withStaff(deps, own, all));
  }
  return { entries, delays: inForce.length };
}

/** 谁查看过我的信息: what a person reads of who looked, and the public number of what is shown later. */
export const ownRoutes = (deps: AccessLogDeps): readonly Route[] => [
  route(wire.myAccessLog, accessLogPermissions.readOwn, async ({ actor, query }) => {
    if (actor.kind !== 'resident') return refuse('session.needed');
    const before = beforeOf(query.before);
    if (before === 'unreadable') return refuse('input.malformed', {}, [{ pointer: '/before', code: 'input.wrong_form', params: {} }]);
    const { records, entries } = await readings(deps, actor.partyId, before, pageOf + 1);
    const last = records[pageOf - 1];
    return reply({ entries: entries.slice(0, pageOf), next: records.length > pageOf && last ? cursorOf(last) : null });
  }),
  route(wire.myAccessLogCsv, accessLogPermissions.readOwn, async ({ actor, language }) => {
    if (actor.kind !== 'resident') return refuse('session.needed');
    const { entries } = await readings(deps, actor.partyId, undefined, fileOf);
    return { ok: true, file: csvOf(csvRows(entries, language)), mediaType: 'text/csv', fileName: 'access-log.csv' };
  }),
  route(wire.countDelayed, accessLogPermissions.countDelayed, async () => reply({ ...(await countAllDelayed(deps)), asOf: deps.now() })),
];
