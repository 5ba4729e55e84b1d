import type { LocalDay, Instant } from '../../kernel/instant.ts';
import { instantOfMs, localDayOf, msOf } from '../../kernel/instant.ts';
import { derivedId } from '../../platform/ids.ts';
import { detectParked, nearFound } from './detect.ts';
import { digestDay, digestsOf, type DigestCount } from './digest.ts';
import { foundOn, record } from './jobs-record.ts';
import { historyOf, type Context } from './routes-context.ts';
import { ruleOf, threshold } from './rule.ts';
import { insertStaffMessages, roundDone, sweepOrders, takeRound } from './store.ts';
import { foundSince } from './views.ts';

/** What one tick did: order clocks raised, matters looked at for parking, digests sent. */
export interface Ticked {
  readonly raised: number;
  readonly looked: number;
  readonly digests: number;
}

const perSweep = 500;
const slotMs = 10 * 60_000;
/** Matters whose files one look reads, the most urgent first; what is left comes ten minutes later. */
const mostLooked = 500;
/** Promises near their end that one look takes, the most urgent first; one statement records them. */
const mostNear = 5_000;
/** Running limits of one institution that a digest counts. */
const mostOfInstitution = 5_000;
const institutionsAtOnce = 100;
const messagesAtOnce = 500;

/**
 * The clock of this domain, to be called every few seconds on every server: raises order clocks that passed; every ten minutes looks for parked links and
 * promises near their end; sends the digests of the day. Two servers never do the same round, and doing one twice counts once.
 */
export function ticker(context: Context): (now?: Instant) => Promise<Ticked> {
  let slotSeen = '';
  return async (now = context.now()) => {
    const raised = await sweep(context, now);
    const slot = instantOfMs(Math.floor(msOf(now) / slotMs) * slotMs);
    const looked = slot > slotSeen ? await once(context, 'look', slot, now, () => look(context, now)) : 0;
    slotSeen = slot > slotSeen ? slot : slotSeen;
    const day = digestDay(context.calendar.calendar, now);
    const digests = day === undefined ? 0 : await once(context, 'digests', day, now, () => sendDigests(context, day, now));
    return { raised, looked, digests };
  };
}

/** A round for this server alone; 0 where another has it or it is done. */
async function once(context: Context, name: string, round: string, now: Instant, work: () => Promise<number>): Promise<number> {
  const { handle } = context.database;
  if (!(await takeRound(handle, name, round, now))) return 0;
  const done = await work();
  await roundDone(handle, name, round, now);
  return done;
}

async function sweep(context: Context, now: Instant): Promise<number> {
  let raised = 0;
  for (let found = await sweepOrders(context.database.handle, now, perSweep); found.length > 0; found = await sweepOrders(context.database.handle, now, perSweep)) {
    raised += found.length;
    context.publish([...new Set(['orders', ...found.flatMap((one) => [`institution:${one.institution}`, `unit:${one.areaUnit}`])])]);
    context.wakeJobs();
  }
  return raised;
}

/** What depends on the hour and on no fact: promises near their end (S-05), links claimed and not touched (S-10). Answers how many matters were looked at. */
async function look(context: Context, now: Instant): Promise<number> {
  const rules = context.law.supervisionRulesOn(localDayOf(now));
  const near = ruleOf(rules, 'S-05') ? await context.matters.runningLimits({ kinds: ['promised'], lights: ['yellow'] }, now, mostNear) : [];
  await record(context, near.flatMap((limit) => nearFound(rules, limit).map((finding) => foundOn(context, { matterId: limit.matterId, matterNumber: limit.number, areaUnit: limit.areaUnit, taskCode: limit.taskCode }, finding))));
  const parked = ruleOf(rules, 'S-10');
  return near.length + (parked ? await lookForParked(context, threshold(parked, 'workingDays'), now) : 0);
}

/** Whose claim is younger than the days cannot be parked, and what was found within them cannot be parked anew: neither is read. */
async function lookForParked(context: Context, workingDays: number, now: Instant): Promise<number> {
  const since = instantOfMs(msOf(now) - workingDays * 86_400_000);
  const claimed = await context.matters.runningLimits({ kinds: ['promised', 'link'], claimedBefore: since, lights: ['green', 'yellow', 'red'] }, now, mostLooked * 4);
  const matterIds = [...new Set(claimed.map((limit) => limit.matterId))];
  const known = await foundSince(context.database.handle, 'S-10', matterIds, since);
  const open = matterIds.filter((matterId) => !known.has(matterId)).slice(0, mostLooked);
  for (const matterId of open) {
    const file = await context.matters.facts(matterId);
    if (!file) continue;
    const touches = file.facts.flatMap((fact) => (fact.by.kind === 'staff' ? [{ by: fact.by.id, at: fact.at }] : []));
    const found = detectParked(context.law.supervisionRulesOn(localDayOf(now)), historyOf(file), touches, context.calendar.calendar, now);
    await record(context, found.map((finding) => foundOn(context, { matterId, matterNumber: file.state.number, areaUnit: file.state.areaUnit, taskCode: file.state.item.taskCode }, finding)));
  }
  return open.length;
}

/** Everybody who has something yellow or red is told once: the id of the message is made of person and day. Answers how many were told. */
async function sendDigests(context: Context, day: LocalDay, now: Instant): Promise<number> {
  const lit = (await context.matters.lightsNow(now)).filter((one) => one.yellow + one.red > 0).map((one) => one.institution);
  const institutions = [...new Set(lit)];
  const counts = new Map<string, DigestCount>();
  for (let from = 0; from < institutions.length; from += institutionsAtOnce) {
    const some = institutions.slice(from, from + institutionsAtOnce);
    const holders = await context.postHolders(['window_clerk', 'officer', 'approver'], { institutions: some });
    for (const institution of some) {
      const limits = await context.matters.runningLimits({ institutions: [institution], lights: ['yellow', 'red'] }, now, mostOfInstitution);
      for (const one of digestsOf(limits, holders.filter((holder) => holder.institution === institution), now)) {
        const before = counts.get(one.staffId);
        counts.set(one.staffId, { staffId: one.staffId, yellow: one.yellow + (before?.yellow ?? 0), red: one.red + (before?.red ?? 0) });
      }
    }
  }
  const messages = [...counts.values()].map(({ staffId, yellow, red }) => ({ staffId, messageId: derivedId(`digest ${day} ${staffId}`), kind: 'digest', at: now, params: { yellow, red }, orderId: null }));
  let told = 0;
  for (let from = 0; from < messages.length; from += messagesAtOnce) told += await insertStaffMessages(context.database.handle, messages.slice(from, from + messagesAtOnce));
  return told;
}
