import { Compile } from 'typebox/compile';
import * as wire from '../../../contract/backoffices.ts';
import type { By } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { endOfLocalDay, isLocalDay, localDayOf, msOf, startOfLocalDay, type LocalDay } from '../../kernel/instant.ts';
import { comparedBound, deliveriesMade } from '../../platform/db/webhook-queue.ts';
import { csvOf } from '../../platform/http/csv.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { messageIdOf, requestLine, send, webhookHeaders } from '../../platform/webhooks/index.ts';
import { compare, type OurLine, type TheirLine } from './compare.ts';
import { backofficePermissions, unitsSeen } from './policy.ts';
import { findReconciliation, keepReconciliation, listReconciliations, type Report, type StoredReconciliation } from './reconciliation-store.ts';
import type { Context } from './routes-context.ts';
import { findRegistration, openSecrets, type StoredBackoffice } from './store.ts';

/** Differences kept and shown. */
const mostDifferences = 500;
/** Bytes of the other side's list that are read: 20,000 lines of it. */
const mostBytes = 4_194_304;

const theirDay = Compile(wire.TheirDay);

/** Compares both sides for a day and keeps what was found, also that the other side could not be read. */
export async function reconcileDay(context: Context, backofficeId: Id, day: LocalDay, by: By): Promise<StoredReconciliation | Refusal> {
  const { handle } = context.database;
  const system = await findRegistration(handle, backofficeId);
  if (!system?.state.terms) return refuse('backoffices.unknown');
  const ours = await ourDay(context, backofficeId, day);
  const theirs = await readTheirDay(context, system, day);
  const comparison = compare(ours.lines, theirs.lines, localDayOf(context.now()));
  const report: Report = { ...comparison, differences: comparison.differences.slice(0, mostDifferences), theirs: theirs.state, theirsDetail: theirs.detail, more: ours.more || comparison.differences.length > mostDifferences };
  const made: StoredReconciliation = { day, madeAt: context.now(), madeBy: by, report };
  await keepReconciliation(handle, backofficeId, made);
  return made;
}

/** The links that were sent to the system on a day, and how they stand now. */
async function ourDay(context: Context, backofficeId: Id, day: LocalDay): Promise<{ lines: readonly OurLine[]; more: boolean }> {
  const made = await deliveriesMade(context.database.handle, backofficeId, 'link.opened', startOfLocalDay(day), endOfLocalDay(day));
  const sent = made.slice(0, comparedBound);
  const standings = await context.matters.linkStandings(sent.flatMap((one) => (one.subject === null ? [] : [{ matterId: one.matterId, linkId: one.subject }])));
  const systems = await context.people.systemsOf(standings.flatMap((one) => one.doneBy ?? []));
  const byLink = new Map(standings.map((one) => [`${one.matterId} ${one.linkId}`, one]));
  const lines = sent.map((one): OurLine => {
    const link = byLink.get(`${one.matterId} ${one.subject ?? ''}`);
    return {
      messageId: messageIdOf(one.deliveryId), number: one.number, matterId: one.matterId, linkId: one.subject, state: one.state,
      link: link && { done: link.done, doneBySystem: link.doneBy !== null && systems.get(link.doneBy) === backofficeId, dueOn: link.dueOn },
    };
  });
  return { lines, more: made.length > comparedBound };
}

type TheirDayRead = { readonly state: 'read'; readonly lines: readonly TheirLine[]; readonly detail: string } | { readonly state: 'unreachable' | 'not_understood'; readonly lines: null; readonly detail: string };

/** The other side's list of a day, by a signed GET of its own address. */
async function readTheirDay(context: Context, { backofficeId, state }: StoredBackoffice, day: LocalDay): Promise<TheirDayRead> {
  const { terms } = state;
  const secrets = await openSecrets(context.database.handle, context.pipeline.keys, backofficeId, state, context.now());
  if (!terms || state.status !== 'active' || secrets.length === 0) return { state: 'unreachable', lines: null, detail: state.status };
  const url = new URL(`${terms.url}/reconciliation?day=${day}`);
  const headers = webhookHeaders(secrets, `get_${newId().replaceAll('-', '')}`, msOf(context.now()), requestLine(`${url.pathname}${url.search}`));
  const answer = await send({ method: 'GET', url, network: terms.network, headers, mostBytes, ...(context.timeoutMs === undefined ? {} : { timeoutMs: context.timeoutMs }) });
  if (!answer.ok) return { state: 'unreachable', lines: null, detail: answer.fault };
  if (answer.status !== 200) return { state: 'unreachable', lines: null, detail: String(answer.status) };
  const parsed = jsonOf(answer.text);
  if (!theirDay.Check(parsed) || parsed.day !== day) return { state: 'not_understood', lines: null, detail: answer.text.slice(0, 200) };
  return { state: 'read', lines: parsed.received, detail: '' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A comparison as people see it. */
export async function reconciliationView(context: Context, made: StoredReconciliation): Promise<wire.Reconciliation> {
  const { day, madeAt, madeBy, report } = made;
  const name = madeBy.kind === 'staff' ? (await context.people.staffNames([madeBy.id])).get(madeBy.id) : undefined;
  return { day, madeAt, madeBy: name === undefined ? null : { staffId: madeBy.id, name }, ...report, differences: report.differences.map((one) => ({ ...one })) };
}

/** The differences of a day as CSV. */
function differencesAsCsv({ day, report }: StoredReconciliation): Buffer {
  const head = ['day', 'difference', 'message_id', 'number', 'matter_id', 'link_id', 'due_on'];
  const rows = report.differences.map((one) => [day, one.kind, one.messageId, one.number, one.matterId ?? '', one.linkId ?? '', one.dueOn ?? '']);
  return csvOf([head, ...rows]);
}

/** Comparisons: listed, made now by a person, exported. */
export function reconciliationRoutes(context: Context): readonly Route[] {
  const { handle } = context.database;
  return [
    route(wire.listReconciliations, backofficePermissions.read, async ({ actor, params }) => {
      const found = await findRegistration(handle, params.backofficeId, unitsSeen(actor));
      if (!found) return refuse('backoffices.unknown');
      const made = await listReconciliations(handle, params.backofficeId);
      return reply({ reconciliations: await Promise.all(made.map((one) => reconciliationView(context, one))) });
    }),
    route(wire.reconcile, backofficePermissions.replay, async ({ actor, params, body }) => {
      const found = await findRegistration(handle, params.backofficeId, unitsSeen(actor));
      if (!found || actor.kind !== 'staff') return refuse('backoffices.unknown');
      if (!isLocalDay(body.day) || body.day > localDayOf(context.now())) return refuse('backoffices.day_not_over', { day: body.day });
      const made = await reconcileDay(context, params.backofficeId, body.day, { kind: 'staff', id: actor.staffId });
      return 'code' in made ? made : reply({ reconciliation: await reconciliationView(context, made) });
    }),
    route(wire.exportReconciliation, backofficePermissions.read, async ({ actor, params }) => {
      const found = await findRegistration(handle, params.backofficeId, unitsSeen(actor));
      if (!found) return refuse('backoffices.unknown');
      const made = isLocalDay(params.day) ? await findReconciliation(handle, params.backofficeId, params.day) : undefined;
      return made ? { ok: true, file: differencesAsCsv(made), mediaType: 'text/csv; charset=utf-8', fileName: `reconciliation-${params.day}.csv` } : refuse('backoffices.not_reconciled');
    }),
  ];
}
