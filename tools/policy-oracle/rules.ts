/**
 * Who may do and see what of a matter, once more: written from docs/access/who-may-do-what.md and from the acts as the law and this product name them, as a table
 * that interpret.ts reads. Another make than server/domains/matters/policy.ts on purpose: there it is predicates over the actor, here it is keys that somebody holds
 * and locks that a matter has; neither imports the other.
 */

/** A condition on a row: a path (from the matter with `^`), how it is compared, and with what. */
export type Condition =
  | readonly [path: string, how: 'is' | 'is not', value: string | boolean | null]
  | readonly [path: string, how: 'is one of', values: readonly string[]]
  /** a person: the actor himself, somebody else, or the actor or one he stands in for */
  | readonly [path: string, who: 'me' | 'another' | 'in my hand'];

/** One way to be let in to an act. `each`: some row of that list must do; else the matter, or the link or proposal that is asked about, itself. `lock`: the key that opens it. */
export interface Rule {
  readonly act: string;
  readonly each?: 'links' | 'proposals' | 'repairs';
  readonly when?: readonly Condition[];
  readonly lock: string;
}

const applicant = (act: string, mandate: string): readonly Rule[] => [
  // 申请人本人; for an organisation only where no mandate was kept with the filing.
  { act, when: [['organisationId', 'is', null]], lock: 'person {partyId}' },
  { act, when: [['mandateId', 'is', null]], lock: 'person {partyId}' },
  // 代理人: for whom the matter is, for this act, in every item or in this one.
  { act, lock: `agent of {principal} to ${mandate}` },
  { act, lock: `agent of {principal} to ${mandate} in {item.taskCode}` },
];

const window = (act: string): Rule => ({ act, lock: 'window_clerk @ {acceptingInstitution}' });

/** Acts on the matter as a whole. */
const matterRules: readonly Rule[] = [
  ...applicant('read', 'read'),
  { act: 'read', lock: 'window_clerk @ {acceptingInstitution}' },
  { act: 'read', lock: 'hall_manager @ {acceptingInstitution}' },
  { act: 'read', lock: 'officer @ {handlingInstitution}' },
  { act: 'read', lock: 'approver @ {handlingInstitution}' },
  { act: 'read', each: 'links', lock: '{post} @ {institution}' },
  { act: 'read', each: 'links', when: [['claimedBy', 'is not', null], ['doneAt', 'is', null]], lock: 'approver @ {institution}' },
  { act: 'read', each: 'links', when: [['claimedBy', 'is not', null], ['doneAt', 'is', null]], lock: 'hall_manager @ {institution}' },
  { act: 'read', lock: 'supervises {areaUnit}' },
  ...['accept', 'request_correction', 'correct_on_spot', 'refuse_acceptance', 'terminate', 'deliver_result', 'supplement', 'hand_in_deferred'].map(window),
  ...applicant('supplement', 'supplement'),
  ...applicant('hand_in_deferred', 'supplement'),
  ...applicant('withdraw', 'withdraw'),
  { act: 'propose_limit_act', each: 'links', when: [['doneAt', 'is', null], ['kind', 'is not', 'consult'], ['claimedBy', 'in my hand']], lock: '{post} @ {institution}' },
  { act: 'approve_limit_act', each: 'proposals', when: [['outcome', 'is', 'open'], ['proposedBy', 'another']], lock: 'approver @ {institution}' },
  { act: 'approve_limit_act', each: 'proposals', when: [['outcome', 'is', 'open'], ['proposedBy', 'another']], lock: 'approver @ {^handlingInstitution}' },
  { act: 'check_promise', lock: 'officer @ {handlingInstitution}' },
  { act: 'revoke_result', lock: 'officer @ {handlingInstitution}' },
  { act: 'propose_repair', lock: 'officer @ {handlingInstitution}' },
  { act: 'approve_revocation', when: [['revocation.proposedBy', 'another']], lock: 'approver @ {handlingInstitution}' },
  { act: 'decide_repair', each: 'repairs', when: [['outcome', 'is', 'open'], ['proposedBy', 'another']], lock: 'approver @ {^handlingInstitution}' },
];

/** The second person of one act on limits. */
const proposalRules: readonly Rule[] = [
  { act: 'proposal: approve', when: [['proposedBy', 'another']], lock: 'approver @ {institution}' },
  { act: 'proposal: approve', when: [['proposedBy', 'another']], lock: 'approver @ {^handlingInstitution}' },
];

/** What of a link somebody may touch at all, before it is asked how the link stands. */
const linkRules: readonly Rule[] = [
  { act: 'link: handle', lock: '{post} @ {institution}' },
  { act: 'link: lead', lock: 'approver @ {institution}' },
  { act: 'link: lead', lock: 'hall_manager @ {institution}' },
  { act: 'link: hand over', lock: '{post} @ {institution}' },
  { act: 'link: hand over', lock: 'approver @ {institution}' },
  { act: 'link: hand over', lock: 'hall_manager @ {institution}' },
];

const open: readonly Condition[] = [['doneAt', 'is', null], ['^status', 'is', 'accepted']];
const inHand: readonly Condition[] = [...open, ['claimedBy', 'in my hand']];
/** 两人: neither the actor nor whoever has it for whom he stands in has signed or proposed before. */
const apart: readonly Condition[] = [['barsMe', 'is', false], ['barsHolder', 'is', false]];
const ending = (act: string, kinds: readonly string[], also: readonly Condition[] = []): Rule => ({ act: `link: ${act}`, when: [...inHand, ['kind', 'is one of', kinds], ...also], lock: '{post} @ {institution}' });

/** The buttons of a link. */
const buttonRules: readonly Rule[] = [
  { act: 'link: claim_link', when: [...open, ['claimedBy', 'is', null], ['barsMe', 'is', false]], lock: '{post} @ {institution}' },
  { act: 'link: release_link', when: inHand, lock: '{post} @ {institution}' },
  { act: 'link: hand_over_link', when: inHand, lock: '{post} @ {institution}' },
  { act: 'link: hand_over_link', when: [...open, ['claimedBy', 'is not', null]], lock: 'approver @ {institution}' },
  { act: 'link: hand_over_link', when: [...open, ['claimedBy', 'is not', null]], lock: 'hall_manager @ {institution}' },
  { act: 'link: ask_opinion', when: [...inHand, ['kind', 'is not', 'consult']], lock: '{post} @ {institution}' },
  ending('record_finding', ['review', 'visit', 'inspect']),
  ending('propose_decision', ['decide']),
  ending('approve_decision', ['approve'], apart),
  ending('return_decision', ['approve'], apart),
  ending('give_opinion', ['consult'], apart),
  { act: 'link: recall_opinion', when: [...open, ['asking.claimedBy', 'in my hand']], lock: '{asking.post} @ {asking.institution}' },
];

/** All of them. */
export const rules: readonly Rule[] = [...matterRules, ...proposalRules, ...linkRules, ...buttonRules];

/** When an act on the matter is offered to whom may do it: every condition of one of the rows. */
export interface Moment {
  readonly act: string;
  readonly when: readonly Condition[];
}

const underWay = ['received', 'correction_requested', 'accepted'] as const;
const granted: readonly Condition[] = [['status', 'is', 'completed'], ['outcome', 'is', 'granted'], ['revokedAt', 'is', null]];
const withStatus = (act: string, ...statuses: readonly string[]): Moment => ({ act, when: [['status', 'is one of', statuses]] });

/** The moments of the acts on a matter (行政许可法 32: nothing is handled before acceptance; after the end only what follows from the result). */
export const moments: readonly Moment[] = [
  withStatus('accept', 'received', 'correction_requested'),
  withStatus('request_correction', 'received'),
  withStatus('correct_on_spot', 'received'),
  withStatus('refuse_acceptance', 'received', 'correction_requested'),
  withStatus('supplement', 'correction_requested'),
  withStatus('withdraw', ...underWay),
  withStatus('terminate', 'correction_requested'),
  { act: 'hand_in_deferred', when: [['status', 'is', 'accepted'], ['owes', 'is', true]] },
  { act: 'hand_in_deferred', when: [...granted, ['owes', 'is', true]] },
  { act: 'propose_limit_act', when: [['status', 'is', 'accepted'], ['limitActWaits', 'is', false]] },
  withStatus('approve_limit_act', 'accepted'),
  { act: 'deliver_result', when: [['status', 'is', 'completed'], ['deliveredAt', 'is', null], ['delivery', 'is', 'in_person']] },
  { act: 'check_promise', when: [...granted, ['unchecked', 'is', true]] },
  { act: 'revoke_result', when: [...granted, ['revocation.outcome', 'is not', 'open'], ['brokenPromise', 'is', true]] },
  { act: 'revoke_result', when: [...granted, ['revocation.outcome', 'is not', 'open'], ['lapsedDeferral', 'is', true]] },
  { act: 'approve_revocation', when: [...granted, ['revocation.outcome', 'is', 'open']] },
  { act: 'propose_repair', when: [['status', 'is one of', ['accepted', 'completed', 'withdrawn']], ['wordCounts', 'is', true], ['repairWaits', 'is', false]] },
  withStatus('decide_repair', 'accepted', 'completed', 'withdrawn'),
];
