import * as wire from '../../../contract/access-log.ts';
import { exportAlone, type AuditExport, type Delay } from '../../../contract/access-log.ts';
import { addCalendarDays, addMonths } from '../../kernel/calendar/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { dayNumber, localDayOf, startOfLocalDay } from '../../kernel/instant.ts';
import { newId } from '../../platform/ids.ts';
import { csvOf } from '../../platform/http/csv.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { localClock } from './local-clock.ts';
import { accessLogPermissions, mayDecideDelay, mayDecideExport, watcherRole } from './policy.ts';
import { auditRecordsOf } from './routes-audit.ts';
import { record, staffOf, type AccessLogDeps } from './routes-context.ts';
import { addDelay, addExport, decideProposal } from './store.ts';
import { auditRecords, countAuditRecords, findDelay, findExport, listDelays, listExports, type RecordsAsked, type StoredDelay, type StoredExport } from './views.ts';

/** What a spreadsheet still opens; more is asked for by shorter spans. */
const exportMost = 10_000;
const exportDays = 32;

async function delaysOf(deps: AccessLogDeps, actor: Actor, delays: readonly StoredDelay[]): Promise<Delay[]> {
  const names = await deps.people.staffNames(delays.flatMap((one) => [one.proposedBy, ...(one.decidedBy ? [one.decidedBy] : [])]));
  return delays.map((one) => ({
    delayId: one.delayId, institution: one.institution, institutionName: deps.institutionName(one.institution) ?? { 'zh-CN': one.institution, 'zh-HK': one.institution, en: one.institution }, ground: one.ground, reference: one.reference,
    fromAt: one.fromAt, untilAt: one.untilAt, proposedByName: names.get(one.proposedBy) ?? '', proposedAt: one.proposedAt, state: one.state, decidedByName: one.decidedBy ? (names.get(one.decidedBy) ?? '') : null, decidedAt: one.decidedAt,
    mayDecide: mayDecideDelay(actor, one),
  }));
}

async function delayView(deps: AccessLogDeps, actor: Actor, delayId: Id): Promise<{ ok: true; reply: Delay } | Refusal> {
  const kept = await findDelay(deps.database.handle, delayId);
  const [view] = kept ? await delaysOf(deps, actor, [kept]) : [];
  return view ? reply(view) : refuse('access_log.delay_unknown');
}

/** Delays: who is under one is not told to anybody, not even here; only by whom, on what ground and until when. */
function delayRoutes(deps: AccessLogDeps): readonly Route[] {
  const { handle } = deps.database;
  return [
    route(wire.listDelays, accessLogPermissions.delays, async ({ actor }) => reply({ delays: await delaysOf(deps, actor, await listDelays(handle)) })),
    route(wire.proposeDelay, accessLogPermissions.proposeDelay, async ({ actor: caller, body }) => {
      const actor = staffOf(caller);
      const now = deps.now();
      const untilAt = startOfLocalDay(addCalendarDays(body.untilOn, 1));
      if (body.untilOn < localDayOf(now) || untilAt > startOfLocalDay(addMonths(localDayOf(now), 12))) return refuse('access_log.delay_too_long');
      if (deps.institutionName(body.institution) === undefined) return refuse('access_log.institution_unknown');
      const partyId = await deps.people.partyIdByNumber(body.number);
      if (partyId === undefined) return refuse('access_log.number_unknown');
      const delayId = newId();
      await record(deps, actor, delayId, 'audit.propose_delay', body.ground);
      await addDelay(handle, { delayId, partyId, institution: body.institution, ground: body.ground, reference: body.reference.trim(), fromAt: now, untilAt, proposedBy: actor.staffId, proposedRole: watcherRole(actor) ?? 'audit_administrator', proposedAt: now });
      return delayView(deps, actor, delayId);
    }),
    route(wire.decideDelay, accessLogPermissions.decideDelay, async ({ actor: caller, params, body }) => {
      const actor = staffOf(caller);
      const kept = await findDelay(handle, params.delayId);
      if (!kept) return refuse('access_log.delay_unknown');
      if (kept.state !== 'proposed') return refuse('access_log.decided_already');
      if (!mayDecideDelay(actor, kept)) return refuse('access_log.other_administrator_needed');
      await record(deps, actor, params.delayId, 'audit.decide_delay', body.agree ? 'agree' : 'refuse');
      const done = await decideProposal(handle, 'delays', params.delayId, { agree: body.agree, by: actor.staffId, at: deps.now() });
      return done ? delayView(deps, actor, params.delayId) : refuse('access_log.decided_already');
    }),
  ];
}

const mayTake = (actor: Actor, one: StoredExport): boolean => actor.kind === 'staff' && one.state === 'approved' && one.proposedBy === actor.staffId;

async function exportsOf(deps: AccessLogDeps, actor: Actor, exports: readonly StoredExport[]): Promise<AuditExport[]> {
  const names = await deps.people.staffNames(exports.flatMap((one) => [one.proposedBy, ...(one.decidedBy ? [one.decidedBy] : []), ...(one.staffId ? [one.staffId] : [])]));
  return exports.map((one) => ({
    exportId: one.exportId, kind: one.kind, fromOn: one.fromOn, toOn: one.toOn, staffId: one.staffId, staffName: one.staffId ? (names.get(one.staffId) ?? '') : null, reason: one.reason, counted: one.counted,
    proposedByName: names.get(one.proposedBy) ?? '', proposedAt: one.proposedAt, state: one.state, decidedByName: one.decidedBy ? (names.get(one.decidedBy) ?? '') : null, decidedAt: one.decidedAt,
    mayDecide: mayDecideExport(actor, one), mayTake: mayTake(actor, one),
  }));
}

async function exportView(deps: AccessLogDeps, actor: Actor, exportId: Id): Promise<{ ok: true; reply: AuditExport } | Refusal> {
  const kept = await findExport(deps.database.handle, exportId);
  const [view] = kept ? await exportsOf(deps, actor, [kept]) : [];
  return view ? reply(view) : refuse('access_log.export_unknown');
}

const rowsOf = (one: Pick<StoredExport, 'kind' | 'fromOn' | 'toOn' | 'staffId'>): RecordsAsked => ({ staffId: one.staffId, subjects: null, recordId: null, fromOn: one.fromOn, toOn: one.toOn, kind: one.kind });

/** An agreed export's rows with the line that says who took it, when and why; refused where more rows came than were agreed to. */
async function taken(deps: AccessLogDeps, caller: Actor, exportId: Id, form: string): Promise<{ readonly ok: true; readonly watermark: readonly string[]; readonly rows: readonly (readonly string[])[] } | Refusal> {
  const actor = staffOf(caller);
  const kept = await findExport(deps.database.handle, exportId);
  if (!kept || kept.proposedBy !== actor.staffId) return refuse('access_log.export_unknown');
  if (!mayTake(actor, kept)) return refuse('access_log.export_not_agreed');
  // What was agreed to is the number of rows: the newest since then are left out.
  const records = await auditRecordsOf(deps, [...(await auditRecords(deps.database.handle, { ...rowsOf(kept) }, exportMost))].filter((one) => one.at <= kept.proposedAt).slice(0, kept.counted));
  const now = deps.now();
  await record(deps, actor, exportId, 'audit.take_export', `${form} ${records.length}`);
  const names = await deps.people.staffNames([actor.staffId, ...(kept.decidedBy ? [kept.decidedBy] : [])]);
  const watermark = [`watermark ${exportId}`, localClock(now), names.get(actor.staffId) ?? '', kept.decidedBy ? (names.get(kept.decidedBy) ?? '') : '', kept.reason, `${kept.fromOn}/${kept.toOn}`, String(records.length)];
  return { ok: true, watermark, rows: records.map((one) => [one.at, one.recordId, one.byKind, one.byId, one.byName, one.officeName?.['zh-CN'] ?? '', one.act, one.fields, one.outcome, one.subjectId]) };
}

const exportColumns = ['at', 'record', 'by_kind', 'by_id', 'by_name', 'office', 'act', 'fields', 'outcome', 'subject'] as const;

function exportRoutes(deps: AccessLogDeps): readonly Route[] {
  const { handle } = deps.database;
  return [
    route(wire.listExports, accessLogPermissions.exports, async ({ actor }) => reply({ exports: await exportsOf(deps, actor, await listExports(handle)) })),
    route(wire.proposeExport, accessLogPermissions.proposeExport, async ({ actor: caller, body }) => {
      const actor = staffOf(caller);
      if (body.fromOn > body.toOn || dayNumber(body.toOn) - dayNumber(body.fromOn) >= exportDays) return refuse('access_log.days_wrong');
      const staffId = body.login === undefined ? null : ((await deps.people.staffIdByLogin(body.login)) ?? undefined);
      if (staffId === undefined) return refuse('access_log.login_unknown');
      const wanted = { kind: body.kind, fromOn: body.fromOn, toOn: body.toOn, staffId };
      const counted = await countAuditRecords(handle, rowsOf(wanted));
      if (counted > exportMost) return refuse('access_log.export_too_large', { most: exportMost, count: counted });
      const exportId = newId();
      await record(deps, actor, exportId, 'audit.propose_export', `${body.kind} ${counted}`);
      await addExport(handle, { exportId, ...wanted, reason: body.reason.trim(), counted, proposedBy: actor.staffId, proposedAt: deps.now(), state: counted > exportAlone ? 'proposed' : 'approved' });
      return exportView(deps, actor, exportId);
    }),
    route(wire.decideExport, accessLogPermissions.decideExport, async ({ actor: caller, params, body }) => {
      const actor = staffOf(caller);
      const kept = await findExport(handle, params.exportId);
      if (!kept) return refuse('access_log.export_unknown');
      if (kept.state !== 'proposed') return refuse('access_log.decided_already');
      if (!mayDecideExport(actor, kept)) return refuse('access_log.same_person');
      await record(deps, actor, params.exportId, 'audit.decide_export', body.agree ? 'agree' : 'refuse');
      const done = await decideProposal(handle, 'exports', params.exportId, { agree: body.agree, by: actor.staffId, at: deps.now() });
      return done ? exportView(deps, actor, params.exportId) : refuse('access_log.decided_already');
    }),
    route(wire.takeExportCsv, accessLogPermissions.takeExport, async ({ actor, params }) => {
      const file = await taken(deps, actor, params.exportId, 'csv');
      return file.ok ? { ok: true, file: csvOf([file.watermark, exportColumns, ...file.rows]), mediaType: 'text/csv', fileName: `audit-${params.exportId}.csv` } : file;
    }),
    route(wire.takeExportLines, accessLogPermissions.takeExport, async ({ actor, params }) => {
      const file = await taken(deps, actor, params.exportId, 'json-lines');
      if (!file.ok) return file;
      const lines = [{ watermark: file.watermark }, ...file.rows.map((row) => Object.fromEntries(exportColumns.map((name, i) => [name, row[i] ?? ''])))];
      return { ok: true, file: Buffer.from(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`, 'utf8'), mediaType: 'text/plain', fileName: `audit-${params.exportId}.jsonl` };
    }),
  ];
}

/** What takes two persons: delays of entries, and exports of more than a hundred rows. */
export const proposalRoutes = (deps: AccessLogDeps): readonly Route[] => [...delayRoutes(deps), ...exportRoutes(deps)];
