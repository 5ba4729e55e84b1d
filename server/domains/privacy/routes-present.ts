import type * as wire from '../../../contract/privacy.ts';
import { byOf, type Actor } from '../../kernel/actor.ts';
import { wrongPerson } from '../../kernel/two-persons.ts';
import { keptUntil, retentionRules, retentionVersion } from '../../platform/privacy/retention-rules.ts';
import { erasureTransitions, type Erasure } from './erasure.ts';
import { holdTransitions, type Hold } from './hold.ts';
import { planErasure, type ErasurePlan } from './plan.ts';
import { acting, todayOf } from './routes-commands.ts';
import type { Surroundings } from './surroundings.ts';
import { countsOf, lastRuns, mattersOf, type Stored } from './views.ts';

/** What of a person would go today, and what stays. */
export async function planFor(around: Surroundings, partyId: string): Promise<ErasurePlan & { readonly total: number; readonly personHeld: boolean }> {
  const today = todayOf(around);
  const { matters, personHeld } = await mattersOf(around.database.handle, partyId, today);
  return { ...planErasure(matters, personHeld, today, (endedOn) => keptUntil('matters', endedOn)), total: matters.filter((one) => !one.gone).length, personHeld };
}

/** A request as its own person sees it. */
export function ownErasure({ id, seq, state }: Stored<Erasure>): wire.OwnErasure {
  return { erasureId: id, seq, status: state.status, askedAt: state.askedAt, decidedAt: state.decidedAt, ground: state.ground, keptUntil: state.keptUntil, mayWithdraw: erasureTransitions[state.status].includes('withdraw') };
}

/** What is kept of a person. That a hold keeps a matter is told as a duty: the proceedings it serves may be secret (PIPL art. 18). */
export async function myData(around: Surroundings, partyId: string, erasure: Stored<Erasure> | undefined): Promise<wire.MyData> {
  const [plan, counts] = await Promise.all([planFor(around, partyId), countsOf(around.database.handle, partyId)]);
  const rule = retentionRules.get('matters');
  return {
    matters: plan.total, ...counts, erasableMatters: plan.goes.length, whole: plan.whole,
    kept: plan.stays.map(({ matterId, number, reason, keptUntil: until }) => ({ matterId, number, reason: reason === 'open' ? 'open' : 'duty', keptUntil: until })),
    matterRule: { years: rule?.keep?.amount ?? 0, source: rule?.source ?? '', verified: rule?.verified ?? false },
    erasure: erasure ? ownErasure(erasure) : null,
  };
}

/** Requests as a security administrator sees them, each with what the caller may do now. */
export async function erasureViews(around: Surroundings, actor: Actor, list: readonly Stored<Erasure>[]): Promise<wire.Erasure[]> {
  const names = await around.staffNames(list.flatMap(({ state }) => [state.proposedBy, state.decidedBy].flatMap((by) => (by?.kind === 'staff' ? [by.id] : []))));
  const me = byOf(acting(actor)).id;
  const name = (by: Erasure['proposedBy']) => (by?.kind === 'staff' ? (names.get(by.id) ?? null) : null);
  return Promise.all(list.map(async ({ id, seq, state }) => {
    const [plan, counts] = await Promise.all([planFor(around, state.partyId), countsOf(around.database.handle, state.partyId)]);
    const of = (reason: 'open' | 'archive' | 'hold') => plan.stays.filter((one) => one.reason === reason).length;
    return {
      erasureId: id, seq, status: state.status, askedAt: state.askedAt, proposedAt: state.proposedAt, proposedByName: name(state.proposedBy), decidedAt: state.decidedAt, decidedByName: name(state.decidedBy), ground: state.ground,
      drafts: counts.drafts, erasableMatters: plan.goes.length, openMatters: of('open'), dutyMatters: of('archive'), heldMatters: of('hold'), personHeld: plan.personHeld, keptUntil: plan.keptUntil,
      destroyedMatters: state.destroyedMatters, destroyedKeys: state.destroyedKeys,
      acts: erasureTransitions[state.status].flatMap((act) => (act === 'carry_out' || act === 'withdraw' || (act === 'approve' && wrongPerson(act, state.proposedBy?.id, me)) ? [] : [act])),
    };
  }));
}

/** Holds as a security administrator sees them. */
export async function holdViews(around: Surroundings, actor: Actor, list: readonly Stored<Hold>[]): Promise<wire.Hold[]> {
  const names = await around.staffNames(list.flatMap(({ state }) => [state.placedBy.id, ...(state.releaseProposedBy ? [state.releaseProposedBy.id] : []), ...(state.releasedBy ? [state.releasedBy.id] : [])]));
  const me = byOf(acting(actor)).id;
  const name = (by: Hold['releasedBy']) => (by ? (names.get(by.id) ?? null) : null);
  return list.map(({ id, seq, state }) => ({
    holdId: id, seq, kind: state.kind, about: state.about, status: state.status, document: state.document, untilOn: state.untilOn, ground: state.ground, placedAt: state.placedAt, placedByName: name(state.placedBy) ?? '',
    releaseProposedByName: name(state.releaseProposedBy), releasedAt: state.releasedAt, releasedByName: name(state.releasedBy),
    acts: holdTransitions[state.status].filter((act) => act !== 'release' || !wrongPerson('approve', state.releaseProposedBy?.id, me)),
  }));
}

/** The rules and their last rounds. */
export async function retentionView(around: Surroundings): Promise<wire.RetentionView> {
  const runs = await lastRuns(around.database.handle);
  return {
    version: retentionVersion, rules: [...retentionRules.values()].map(({ id, keep, source, verified }) => ({ id, amount: keep?.amount ?? null, unit: keep?.unit ?? null, source, verified })),
    runs: runs.map((run) => ({ ...run, counts: { ...run.counts } })),
  };
}
