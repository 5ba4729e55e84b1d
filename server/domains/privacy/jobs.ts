import type { Id } from '../../kernel/ids.ts';
import { addCalendarDays, addMonths } from '../../kernel/calendar/index.ts';
import { startOfLocalDay, type Instant } from '../../kernel/instant.ts';
import { derivedId } from '../../platform/ids.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import type { RetentionId } from '../../platform/privacy/class-words.ts';
import { addToEraseList } from '../../platform/db/erase-list.ts';
import { retentionRules, retentionVersion } from '../../platform/privacy/retention-rules.ts';
import { carryOut } from './erasure.ts';
import { refuse } from '../../kernel/decider.ts';
import { actOnErasure, carryOutJob, lookAgainJob, todayOf } from './routes-commands.ts';
import { planFor } from './routes-present.ts';
import { destroy, runRetention } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { approvedErasures, findErasure } from './views.ts';

/** What follows from an approval, and from the end of a hold. */
export function privacyJobs(around: Surroundings): Readonly<Record<string, JobHandler>> {
  return {
    [carryOutJob]: (job) => carryOutErasure(around, String(job.payload.erasureId), job.jobId),
    [lookAgainJob]: async (job) => {
      for (const erasureId of await approvedErasures(around.database.handle)) await carryOutErasure(around, erasureId, job.jobId);
    },
    // Queued by privacy.destroy_party (migration 0034), also where a restored database loses a person again before it opens.
    'privacy.when_person_forgotten_end_mandates': async (job) => void (await around.endMandatesOf(String(job.payload.partyId))),
  };
}

/**
 * Destroys what of an approved request may go today. First the list outside the database, then the keys, then the fact: cut off anywhere between, it is done again to the same end.
 * Nothing to destroy and nothing changed leaves no fact.
 */
export async function carryOutErasure(around: Surroundings, erasureId: Id, round: string): Promise<void> {
  const found = await findErasure(around.database.handle, erasureId);
  if (found?.state.status !== 'approved') return;
  const { partyId } = found.state;
  const plan = await planFor(around, partyId);
  const at = around.pipeline.clock.now();
  if (plan.goes.length > 0 || plan.whole) await addToEraseList(around.eraseList, { erasureId, at, matters: plan.goes, party: plan.whole ? partyId : null });
  const gone = await destroy(around.database.handle, partyId, plan.goes, plan.whole, todayOf(around));
  if (gone.matters < plan.goes.length && !plan.whole && gone.keys === 0 && plan.goes.length > 0) throw new Error(`erasure ${erasureId}: held meanwhile, tried again`);
  const first = found.state.destroyedKeys === 0 && found.state.keptUntil === null;
  if (gone.keys === 0 && !plan.whole && !first) return;
  const content = { matters: gone.matters, keys: gone.keys, keptMatters: plan.stays.length, keptUntil: plan.keptUntil, whole: plan.whole };
  const commandId = derivedId(`privacy carry out ${erasureId} ${round}`);
  const done = await actOnErasure(around, {
    id: erasureId, commandId, name: 'privacy.carry_out_erasure', body: { round }, actor: { kind: 'system', job: carryOutJob }, may: () => true, decide: (state, meta) => (state ? carryOut(state, content, meta) : refuse('privacy.erasure_unknown')),
  });
  if (!done.ok && done.code !== 'privacy.not_now') throw new Error(`erasure ${erasureId}: ${done.code}`);
}

/** The moment before which a rule takes away. Rules kept for good have none; asked for here, that is a bug. */
function before(around: Surroundings, id: RetentionId): Instant {
  const keep = retentionRules.get(id)?.keep;
  if (!keep) throw new Error(`retention rule ${id} has no end`);
  const today = todayOf(around);
  return startOfLocalDay(keep.unit === 'day' ? addCalendarDays(today, -keep.amount) : addMonths(today, -12 * keep.amount));
}

/** Once a day, by whichever process comes first: the retention rules, then what approved requests left for a later day. Answers whether it was this call. */
export async function retentionRound(around: Surroundings): Promise<boolean> {
  const today = todayOf(around);
  const counts = await runRetention(around.database.handle, {
    runId: derivedId(`privacy retention ${today}`), version: retentionVersion, at: around.pipeline.clock.now(), today,
    before: {
      drafts: before(around, 'drafts'), messages: before(around, 'messages'), staffMessages: before(around, 'staff_messages'), deliveries: before(around, 'deliveries'), signInHistory: before(around, 'sign_in_history'),
      consents: before(around, 'consents'), matters: before(around, 'matters'),
    },
  });
  if (!counts) return false;
  for (const erasureId of await approvedErasures(around.database.handle)) await carryOutErasure(around, erasureId, today);
  return true;
}
