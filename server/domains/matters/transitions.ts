import type { Status } from './matter.ts';

/** The acts on a matter as a whole; acts on its links are judged with the link. */
export const matterActs = [
  'accept', 'request_correction', 'correct_on_spot', 'refuse_acceptance', 'supplement', 'withdraw', 'terminate', 'hand_in_deferred', 'propose_limit_act', 'approve_limit_act', 'deliver_result', 'check_promise', 'revoke_result', 'approve_revocation', 'propose_repair', 'decide_repair',
] as const;
export type MatterAct = (typeof matterActs)[number];

/** The acts on a link. */
export const linkActs = ['claim_link', 'release_link', 'record_finding', 'propose_decision', 'approve_decision', 'return_decision', 'hand_over_link', 'ask_opinion', 'give_opinion', 'recall_opinion'] as const;
export type LinkAct = (typeof linkActs)[number];

/**
 * From which status an act is lawful: documentation, the first check of every command, and what the buttons come from.
 * Before acceptance nothing is handled (行政许可法 32); withdrawn at any time before the decision; after an end nothing more but handing over the result and keeping, checking or answering for what was promised.
 */
export const transitions: Readonly<Record<Status, readonly (MatterAct | LinkAct)[]>> = {
  received: ['accept', 'request_correction', 'correct_on_spot', 'refuse_acceptance', 'withdraw'],
  correction_requested: ['supplement', 'accept', 'refuse_acceptance', 'withdraw', 'terminate'],
  accepted: ['claim_link', 'release_link', 'record_finding', 'propose_decision', 'approve_decision', 'return_decision', 'hand_over_link', 'ask_opinion', 'give_opinion', 'recall_opinion', 'withdraw', 'hand_in_deferred', 'propose_limit_act', 'approve_limit_act', 'propose_repair', 'decide_repair'],
  not_accepted: [],
  completed: ['deliver_result', 'hand_in_deferred', 'check_promise', 'revoke_result', 'approve_revocation', 'propose_repair', 'decide_repair'],
  withdrawn: ['propose_repair', 'decide_repair'],
  terminated: [],
};
