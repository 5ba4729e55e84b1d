import * as wire from '../../../contract/access-log.ts';
import type { AuditRecord, Signal } from '../../../contract/access-log.ts';
import { refuse } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { dayNumber, localDayOf } from '../../kernel/instant.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { accessLogPermissions } from './policy.ts';
import { record, staffOf, subjectsOf, type AccessLogDeps } from './routes-context.ts';
import { keepDecision } from './store.ts';
import { auditRecords, countAuditRecords, findSignal, listSignals, type RecordsAsked, type StoredRecord, type StoredSignal } from './views.ts';

const recordsMost = 200;
const longestSearchDays = 366;

/** Records with the names of who made them, for auditors alone; never what was read. */
export async function auditRecordsOf(deps: AccessLogDeps, records: readonly StoredRecord[]): Promise<AuditRecord[]> {
  const names = await deps.people.staffNames(records.filter((one) => one.by.kind === 'staff').map((one) => one.by.id));
  return records.map((one) => ({
    recordId: one.recordId, at: one.at, byKind: one.by.kind, byId: one.by.id, byName: names.get(one.by.id) ?? '', officeName: (one.by.institution === undefined ? undefined : deps.institutionName(one.by.institution)) ?? null,
    act: one.act, fields: one.fields, outcome: one.outcome, subjectId: one.subjectId,
  }));
}

async function signalsOf(deps: AccessLogDeps, signals: readonly StoredSignal[]): Promise<Signal[]> {
  const names = await deps.people.staffNames(signals.flatMap((one) => [one.staffId, ...(one.decidedBy ? [one.decidedBy] : [])]));
  return signals.map((one) => ({
    signalId: one.signalId, kind: one.kind, staffId: one.staffId, staffName: names.get(one.staffId) ?? '', onDay: one.onDay, counted: one.counted, usual: one.usual === null ? null : Math.round(one.usual * 10) / 10, foundAt: one.foundAt,
    state: one.state, decidedByName: one.decidedBy ? (names.get(one.decidedBy) ?? '') : null, decidedAt: one.decidedAt, note: one.note,
  }));
}

function signalRoutes(deps: AccessLogDeps): readonly Route[] {
  const { handle } = deps.database;
  return [
    route(wire.listSignals, accessLogPermissions.signals, async ({ query }) => {
      const found = await listSignals(handle, query.state ?? null);
      return reply({ signals: await signalsOf(deps, found.signals), total: found.total, open: found.open });
    }),
    route(wire.signalRecords, accessLogPermissions.signals, async ({ actor, params }) => {
      const signal = await findSignal(handle, params.signalId);
      if (!signal) return refuse('access_log.signal_unknown');
      const asked: RecordsAsked = { staffId: signal.staffId, subjects: null, recordId: signal.recordId, fromOn: signal.onDay, toOn: signal.onDay, kind: 'readings' };
      await record(deps, staffOf(actor), signal.staffId, 'audit.read_signal', signal.kind);
      return reply({ records: await auditRecordsOf(deps, await auditRecords(handle, asked, recordsMost)), total: await countAuditRecords(handle, asked) });
    }),
    route(wire.decideSignal, accessLogPermissions.decideSignal, async (call) => {
      const actor = staffOf(call.actor);
      const signal = await findSignal(handle, call.params.signalId);
      if (!signal) return refuse('access_log.signal_unknown');
      // Nobody judges his own readings.
      if (signal.staffId === actor.staffId) return refuse('access_log.own_signal');
      await record(deps, actor, signal.staffId, 'audit.decide_signal', `${signal.kind} ${call.body.state}`);
      const done = await keepDecision(handle, { signalId: signal.signalId, state: call.body.state, note: call.body.note.trim(), by: actor.staffId, at: deps.now() });
      const after = await findSignal(handle, signal.signalId);
      const [view] = after ? await signalsOf(deps, [after]) : [];
      return done && view ? reply(view) : refuse('access_log.signal_decided');
    }),
  ];
}

/** Whom a search is about: a person by the exact number, or a member of staff by login; the one asked for and no near ones. */
async function searched(deps: AccessLogDeps, body: { readonly number?: string; readonly login?: string }): Promise<{ readonly about: Id; readonly staffId: Id | null; readonly subjects: readonly Id[] | null } | undefined> {
  if (body.number !== undefined) {
    const partyId = await deps.people.partyIdByNumber(body.number);
    return partyId === undefined ? undefined : { about: partyId, staffId: null, subjects: (await subjectsOf(deps, partyId)).ids };
  }
  const staffId = await deps.people.staffIdByLogin(body.login ?? '');
  return staffId === undefined ? undefined : { about: staffId, staffId, subjects: null };
}

/** What the audit administrator sees: signals, and the access records of a person or of a member of staff. */
export const auditRoutes = (deps: AccessLogDeps): readonly Route[] => [
  ...signalRoutes(deps),
  route(wire.searchAccess, accessLogPermissions.search, async (call) => {
    const { number, login, fromOn, toOn } = call.body;
    const actor = staffOf(call.actor);
    if ((number === undefined) === (login === undefined)) return refuse('access_log.one_of_number_or_login');
    if (fromOn > toOn || dayNumber(toOn) - dayNumber(fromOn) >= longestSearchDays || fromOn > localDayOf(deps.now())) return refuse('access_log.days_wrong');
    const found = await searched(deps, { ...(number === undefined ? {} : { number }), ...(login === undefined ? {} : { login }) });
    // A search that finds nobody is one too: it is recorded with who searched.
    await record(deps, actor, found?.about ?? actor.staffId, 'audit.search', number === undefined ? 'staff' : 'number', found ? 'done' : 'unknown');
    if (!found) return reply({ found: false, records: [], total: 0 });
    const asked: RecordsAsked = { staffId: found.staffId, subjects: found.subjects, recordId: null, fromOn, toOn, kind: 'all' };
    return reply({ found: true, records: await auditRecordsOf(deps, await auditRecords(deps.database.handle, asked, recordsMost)), total: await countAuditRecords(deps.database.handle, asked) });
  }),
];
