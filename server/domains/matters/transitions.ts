import type { Status } from './matter.ts';

/** The acts on a matter as a whole; acts on its links are judged with the link. */
export const matterActs = ['accept', 'request_correction', 'refuse_acceptance', 'supplement', 'withdraw'] as const;
export type MatterAct = (typeof matterActs)[number];

/** The acts on a link. */
export const linkActs = ['claim_link', 'release_link', 'record_finding', 'propose_decision', 'approve_decision', 'return_decision'] as const;
export type LinkAct = (typeof linkActs)[number];

/**
 * From which status an act is lawful: documentation, the first check of every command, and what the buttons come from.
 * Before acceptance nothing is handled (行政许可法 32); withdrawn at any time before the decision; after an end nothing more.
 */
export const transitions: Readonly<Record<Status, readonly (MatterAct | LinkAct)[]>> = {
  received: ['accept', 'request_correction', 'refuse_acceptance', 'withdraw'],
  correction_requested: ['supplement', 'accept', 'refuse_acceptance', 'withdraw'],
  accepted: ['claim_link', 'release_link', 'record_finding', 'propose_decision', 'approve_decision', 'return_decision', 'withdraw'],
  not_accepted: [],
  completed: [],
  withdrawn: [],
};
