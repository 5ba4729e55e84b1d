import type { Backoffice, Status } from './backoffice.ts';

/** The acts on a registration. */
export const backofficeActs = ['approve', 'reject', 'withdraw', 'propose', 'suspend'] as const;
export type BackofficeAct = (typeof backofficeActs)[number];

/** From which status an act is possible at all; whether something waits is asked beside it. A dropped registration is proposed anew, as another. */
const byStatus: Readonly<Record<Status, readonly BackofficeAct[]>> = {
  proposed: ['approve', 'reject', 'withdraw'],
  active: ['approve', 'reject', 'withdraw', 'propose', 'suspend'],
  suspended: ['approve', 'reject', 'withdraw', 'propose'],
  dropped: [],
};

const decides: readonly BackofficeAct[] = ['approve', 'reject', 'withdraw'];

/** The acts that are possible now, whoever does them. One change waits at a time. */
export function actsNow(state: Backoffice): readonly BackofficeAct[] {
  return byStatus[state.status].filter((act) => (decides.includes(act) ? state.proposal !== null : act === 'propose' ? state.proposal === null : true));
}
