import type { ChangeStatus } from './change.ts';

/** The acts on a proposed change. */
export const changeActs = ['approve', 'reject', 'withdraw'] as const;
export type ChangeAct = (typeof changeActs)[number];

/** From which status an act is possible. What is approved has happened: it is undone by another change, of two persons again. */
export const transitions: Readonly<Record<ChangeStatus, readonly ChangeAct[]>> = {
  proposed: ['approve', 'reject', 'withdraw'],
  approved: [],
  rejected: [],
  withdrawn: [],
};
