import type { EventData } from '../../../contract/backoffices.ts';
import type { Id } from '../../kernel/ids.ts';
import { addCalendarDays } from '../../kernel/calendar/index.ts';
import { localDayOf, type Instant, type LocalDay } from '../../kernel/instant.ts';
import { derivedId } from '../../platform/ids.ts';
import type { Job, JobHandler } from '../../platform/jobs/worker.ts';
import { enqueueDeliveries, type NewDelivery } from '../../platform/db/webhook-queue.ts';
import type { Matter, MatterFact } from '../matters/index.ts';
import { toldOf, type Told } from './events.ts';
import { catchUpKind, type Context } from './routes-context.ts';
import { reconcileDay } from './routes-reconciliation.ts';
import { reconciledOn } from './reconciliation-store.ts';
import { findRegistration, queueJob, readServing, type StoredBackoffice } from './store.ts';
import { sendKind } from './surroundings.ts';

const reconcileKind = 'backoffices.when_day_over_reconcile';

/** Reactions of this domain. Each may run twice and counts once: ids of deliveries follow from system and fact. */
export function backofficeJobs(context: Context): Readonly<Record<string, JobHandler>> {
  return {
    [sendKind]: (job) => tell(context, job.matterId, { kind: String(job.payload.fact), at: String(job.payload.at) }),
    [catchUpKind]: async (job) => void (await catchUp(context, job.matterId)),
    [reconcileKind]: (job) => reconcileNight(context, job),
  };
}

/** Tells every system that serves a link of the matter what the facts of a kind and a moment mean to it. */
async function tell(context: Context, matterId: Id, of: { readonly kind: string; readonly at: Instant }): Promise<void> {
  const serving = await readServing(context.database.handle);
  const matter = serving.length > 0 ? await context.matters.facts(matterId) : undefined;
  if (!matter) return;
  const numbers = matter.facts.flatMap((fact, i) => (fact.kind === of.kind && fact.at === of.at ? [i + 1] : []));
  for (const system of serving) await tellOne(context, system, matter, numbers);
}

interface SeenMatter {
  readonly matterId: Id;
  readonly state: Matter;
  readonly facts: readonly MatterFact[];
}

async function tellOne(context: Context, system: StoredBackoffice, matter: SeenMatter, numbers: readonly number[]): Promise<number> {
  const { terms } = system.state;
  if (!terms) return 0;
  const systems = await context.people.systemsOf(numbers.flatMap((seq) => matter.facts[seq - 1]?.by.id ?? []).filter((id) => uuidShape.test(id)));
  const told = toldOf(terms, matter.facts, numbers, matter.state.links, (staffId) => systems.get(staffId) === system.backofficeId);
  const made = await enqueueDeliveries(context.database.handle, told.map((one) => deliveryOf(context, system.backofficeId, matter, one)));
  if (made > 0) context.deliverer.wake();
  return made;
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** The message for one thing that is told: codes, numbers and dates, and where the particulars are fetched; never a person. */
function deliveryOf(context: Context, backofficeId: Id, matter: SeenMatter, told: Told): NewDelivery {
  const occurredAt = matter.facts[told.seq - 1]?.at ?? matter.state.receivedAt;
  const body = JSON.stringify({ type: told.type, timestamp: occurredAt, data: dataOf(context, backofficeId, matter, told) });
  return {
    endpointId: backofficeId, deliveryId: derivedId(`delivery ${backofficeId} ${matter.matterId} ${told.seq} ${told.type}`), matterId: matter.matterId, subject: told.linkId, number: matter.state.number, eventType: told.type,
    occurredAt, madeAt: context.now(), body,
  };
}

function dataOf(context: Context, backofficeId: Id, { matterId, state, facts }: SeenMatter, told: Told): EventData {
  const { item } = state;
  const found = context.catalogue.item(item.taskCode, item.version)?.item;
  const link = state.links.find((one) => one.linkId === told.linkId);
  const limit = state.limits.find((one) => one.limitId === `link:${told.linkId ?? ''}`);
  const promised = state.limits.find((one) => one.kind === 'promised');
  const nameless = (code: string) => ({ 'zh-CN': code, 'zh-HK': code, en: code });
  return {
    matterId, number: state.number, seq: facts.length, item: { taskCode: item.taskCode, name: found?.catalog_item.task_name ?? nameless(item.taskCode) }, areaUnit: state.areaUnit, status: state.status,
    bundle: state.parent ? { number: state.parent.number } : null, outcome: state.outcome,
    link: link ? {
      linkId: link.linkId, element: link.element, name: found?.implementation_item.handle_flow.find((one) => one.element === link.element)?.name ?? nameless(link.element), kind: link.kind, post: link.post,
      institution: link.institution, asks: link.asks ?? null, state: link.doneAt === null ? 'open' : 'done',
    } : null,
    due: limit ? context.matters.dueView(limit) : null, matterDue: promised ? context.matters.dueView(promised) : null,
    particulars: `${context.publicUrl}/api/v1/backoffices/${backofficeId}/matters/${matterId}`,
  };
}

/** Links looked at in one go. */
const perRound = 200;

/** Tells a system of every open link at its posts that nobody has taken and that it was not told of: what was there before it came, and what a process that did not know of it yet let pass. */
export async function catchUp(context: Context, backofficeId: Id): Promise<number> {
  const system = await findRegistration(context.database.handle, backofficeId);
  const terms = system?.state.terms;
  if (!system || !terms || system.state.status !== 'active') return 0;
  let made = 0;
  for (let after: { matterId: Id; linkId: string } | null = null; ;) {
    const links: readonly { readonly matterId: Id; readonly linkId: string }[] = await context.matters.openLinksAt(terms.institutions, terms.posts, after, perRound);
    for (const ref of links) {
      const matter = await context.matters.facts(ref.matterId);
      const opened = matter?.facts.findIndex((fact) => (fact.kind === 'link_opened' || fact.kind === 'consultation_asked') && fact.content.linkId === ref.linkId) ?? -1;
      const isTaken = matter?.state.links.some((link) => link.linkId === ref.linkId && link.claimedBy !== null);
      if (matter && opened >= 0 && !isTaken) made += await tellOne(context, system, matter, [opened + 1]);
    }
    const last = links.at(-1);
    if (links.length < perRound || !last) break;
    after = { matterId: last.matterId, linkId: last.linkId };
  }
  context.deliverer.wake();
  return made;
}

async function reconcileNight(context: Context, job: Job): Promise<void> {
  await catchUp(context, job.matterId);
  await reconcileDay(context, job.matterId, String(job.payload.day), { kind: 'system', id: job.kind });
}

/** Queues the comparison of yesterday for every system in force that has none yet: at the first look of a day, and after a start. Answers the day that is done with. */
export async function reconcileYesterday(context: Context): Promise<LocalDay> {
  const yesterday = addCalendarDays(localDayOf(context.now()), -1);
  const { handle } = context.database;
  const serving = (await readServing(handle)).filter(({ state }) => state.status === 'active' && localDayOf(state.secrets.at(-1)?.madeAt ?? context.now()) <= yesterday);
  const made = await reconciledOn(handle, serving.map((one) => one.backofficeId), yesterday);
  for (const { backofficeId } of serving.filter((one) => !made.has(one.backofficeId))) {
    await queueJob(handle, { jobId: derivedId(`reconcile ${backofficeId} ${yesterday}`), matterId: backofficeId, kind: reconcileKind, payload: { day: yesterday } });
    context.wakeJobs();
  }
  return yesterday;
}
