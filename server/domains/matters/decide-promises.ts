import { accept, refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { wrongPerson } from '../../kernel/two-persons.ts';
import { notNow, type MatterDecision, type Meta } from './decide.ts';
import { checkClock, consequenceOf } from './grant.ts';
import { served } from './outcome.ts';
import type { Revocation, RevocationGround } from './matter-promises.ts';
import type { Law } from './law.ts';
import { partsOf, timersOf } from './evolve-flow.ts';
import type { Matter, MatterFact } from './matter.ts';

/**
 * The day of a deferred material has passed (L-015): the item says what follows. `remind`: it is still awaited and a grant waits for it. `refuse`: the matter is decided, for it never became
 * complete. `revoke`: of a grant that went ahead of it the office must now say what becomes; nobody loses a right without a person.
 */
export function lapseDeferred(state: Matter, material: string, law: Law, meta: Meta): MatterDecision {
  const limit = state.limits.find((one) => one.limitId === `deferred:${material}`);
  const awaited = state.materials.some((one) => one.code === material && one.form === 'deferred');
  if (!limit || !awaited || (state.lapsed ?? []).includes(material) || limit.endedAt !== null || meta.at <= limit.dueAt) return refuse('matter.limit_not_passed');
  const consequence = consequenceOf(law, material);
  const granted = state.status === 'completed' && state.outcome === 'granted' && state.revokedAt === undefined;
  const check = consequence === 'revoke' && granted ? checkClock(law, meta) : undefined;
  if (check && !check.ok) return check;
  const lapsed: MatterFact = { kind: 'deferred_lapsed', ...meta, content: { material, consequence, ...(check ? { check: check.clock } : {}) } };
  if (consequence !== 'refuse' || state.status !== 'accepted' || state.decidedAt !== null) return accept(lapsed);
  const ended = refuseByItself(state, law, meta);
  return Array.isArray(ended) ? accept(lapsed, ...(ended as readonly MatterFact[])) : (ended as Refusal);
}

/** The matter is refused because it never became complete: what was open is given up, and the decision is served like every other. */
function refuseByItself(state: Matter, law: Law, meta: Meta): readonly MatterFact[] | Refusal {
  const ended = served(state, law, { outcome: 'refused', ground: 'deferred_not_handed_in' }, meta);
  if (!ended.ok) return ended;
  return [
    ...state.links.filter((link) => link.doneAt === null).map((link): MatterFact => ({ kind: 'link_cancelled', ...meta, content: { linkId: link.linkId } })),
    ...timersOf(state).filter((one) => one.state === 'running').map((one): MatterFact => ({ kind: 'timer_cancelled', ...meta, content: { timerId: one.timerId } })),
    ...partsOf(state).filter((one) => one.endedAt === null).map((one): MatterFact => ({ kind: 'part_cancelled', ...meta, content: { callId: one.callId } })),
    ...ended.facts,
  ];
}

/** What an officer found when he looked into a promise. */
export interface PromiseFinding {
  readonly material: string;
  readonly kept: boolean;
  readonly staffId: Id;
  readonly words: string;
  /** of the proposal to take the result back, which a broken promise is together with */
  readonly proposalId: Id;
}

/** 承诺核查 (L-016): after a grant an officer says of each promise whether it is true. A broken one is at once the proposal to take the result back; it is broken for the record only once a second person has agreed. */
export function checkPromise(state: Matter, finding: PromiseFinding, meta: Meta): MatterDecision {
  const wrong = notNow(state, 'check_promise') ?? notGranted(state);
  if (wrong) return wrong;
  const { material, kept, staffId, words, proposalId } = finding;
  if (!state.materials.some((one) => one.code === material && one.form === 'promised')) return refuse('matter.not_promised', { code: material });
  if (state.promises?.[material] !== undefined) return refuse('matter.promise_checked_already');
  if (!kept && state.revocation?.outcome === 'open') return refuse('matter.revocation_open');
  const checked: MatterFact = { kind: 'promise_checked', ...meta, content: { material, kept, staffId }, sealed: { words } };
  return kept ? accept(checked) : accept(checked, proposal(proposalId, 'promise_broken', [material], words, meta));
}

/** An officer proposes to take a result back: because a material that it went ahead of never came, or a promise that was found broken is looked at anew. */
export function proposeRevocation(state: Matter, proposalId: Id, words: string, law: Pick<Law, 'item'>, meta: Meta): MatterDecision {
  const wrong = notNow(state, 'revoke_result') ?? notGranted(state);
  if (wrong) return wrong;
  if (state.revocation?.outcome === 'open') return refuse('matter.revocation_open');
  const reason = groundsToRevoke(state, law);
  return reason ? accept(proposal(proposalId, reason.ground, reason.materials, words, meta)) : refuse('matter.nothing_to_revoke');
}

const proposal = (proposalId: Id, ground: RevocationGround, materials: readonly string[], words: string, meta: Meta): MatterFact =>
  ({ kind: 'revocation_proposed', ...meta, content: { proposalId, ground, materials }, sealed: { words } });

/** Why a grant may be taken back now: promises found broken, else materials that should have come by their day. */
export function groundsToRevoke(state: Matter, law: Pick<Law, 'item'>): { readonly ground: RevocationGround; readonly materials: readonly string[] } | undefined {
  const broken = Object.entries(state.promises ?? {}).filter(([, kept]) => !kept).map(([code]) => code).sort();
  if (broken.length > 0) return { ground: 'promise_broken', materials: broken };
  const missing = state.materials.filter((one) => one.form === 'deferred' && (state.lapsed ?? []).includes(one.code) && consequenceOf(law, one.code) === 'revoke').map((one) => one.code);
  return missing.length > 0 ? { ground: 'deferred_not_handed_in', materials: missing } : undefined;
}

/** The second person agrees: the result is taken back (撤销), and the promise counts as broken. */
export function approveRevocation(state: Matter, proposalId: Id, words: string, meta: Meta): MatterDecision {
  const found = openRevocation(state, proposalId, meta.by.id);
  if (!found.ok) return found;
  const { ground, materials } = found.revocation;
  // The paper may have come while the proposal waited: then there is nothing left to take the result back for.
  if (ground === 'deferred_not_handed_in' && !state.materials.some((one) => materials.includes(one.code) && one.form === 'deferred')) return refuse('matter.nothing_to_revoke');
  return accept<MatterFact>({ kind: 'result_revoked', ...meta, content: { ground, proposalId }, sealed: { words } });
}

/** The second person does not agree: the result stands. */
export function rejectRevocation(state: Matter, proposalId: Id, words: string, meta: Meta): MatterDecision {
  const found = openRevocation(state, proposalId, meta.by.id);
  return found.ok ? accept<MatterFact>({ kind: 'revocation_rejected', ...meta, content: { proposalId }, sealed: { words } }) : found;
}

function openRevocation(state: Matter, proposalId: Id, staffId: Id): { ok: true; revocation: Revocation } | Refusal {
  const wrong = notNow(state, 'approve_revocation') ?? notGranted(state);
  if (wrong) return wrong;
  const { revocation } = state;
  if (revocation?.proposalId !== proposalId) return refuse('matter.proposal_unknown');
  if (revocation.outcome !== 'open') return refuse('matter.proposal_decided');
  return wrongPerson('approve', revocation.proposedBy, staffId) ? refuse('matter.same_person') : { ok: true, revocation };
}

function notGranted(state: Matter): Refusal | undefined {
  if (state.revokedAt !== undefined) return refuse('matter.revoked_already');
  return state.outcome === 'granted' ? undefined : refuse('matter.not_open', { status: state.status });
}
