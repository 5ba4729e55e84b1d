import type { ChangeStatus } from './change.ts';

/** The acts on a proposed change. */
export const changeActs = ['approve', 'reject', 'withdraw'] as const;
export type ChangeAct = (typeof changeActs)[number];

/** The acts of a draft's author. */
export const draftActs = ['save', 'propose', 'discard'] as const;
export type DraftAct = (typeof draftActs)[number];

/** From which status an act is possible. A decision is for good: who wants a version away proposes the next one. */
export const transitions: Readonly<Record<ChangeStatus, readonly ChangeAct[]>> = {
  proposed: ['approve', 'reject', 'withdraw'],
  approved: [],
  rejected: [],
  withdrawn: [],
};
