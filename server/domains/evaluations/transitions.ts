import type { CaseStatus, Feedback } from './feedback.ts';

/** What is done with a case. `show_contact` reads, and is recorded as an act. */
export const caseActs = ['verify', 'decide_complaint', 'mend', 'call_back', 'raise_appeal', 'decide_appeal', 'show_contact'] as const;
export type CaseAct = (typeof caseActs)[number];

/**
 * From which status an act is lawful: documentation, the first check of every command, and what the buttons come from. An appeal stops
 * nothing: the case goes on beside it, so that nobody gains time by raising one.
 */
export const transitions: Readonly<Record<Feedback['kind'], Readonly<Record<CaseStatus, readonly CaseAct[]>>>> = {
  evaluation: {
    verifying: ['verify', 'raise_appeal', 'decide_appeal'],
    mending: ['mend', 'raise_appeal', 'decide_appeal'],
    calling_back: ['call_back', 'show_contact', 'raise_appeal', 'decide_appeal'],
    closed: [],
  },
  complaint: {
    verifying: ['decide_complaint', 'show_contact'],
    mending: ['mend'],
    calling_back: ['call_back', 'show_contact'],
    closed: [],
  },
};
