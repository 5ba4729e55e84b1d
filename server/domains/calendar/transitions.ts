import type { ChangeStatus } from './change.ts';

/** The acts on a proposed change. */
export const changeActs = ['approve', 'reject', 'withdraw'] as const;
export type ChangeAct = (typeof changeActs)[number];

/** From which status an act is possible. Approved is for good: who wants a change away proposes its repeal, and two persons decide again. */
export const transitions: Readonly<Record<ChangeStatus, readonly ChangeAct[]>> = {
  proposed: ['approve', 'reject', 'withdraw'],
  approved: [],
  rejected: [],
  withdrawn: [],
};
