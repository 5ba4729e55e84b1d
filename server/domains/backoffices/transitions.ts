import { proposalActs, type ProposalAct, type Waiting } from '../../kernel/two-persons.ts';
import type { Backoffice, Status } from './backoffice.ts';

/** The acts on a registration. */
export const backofficeActs = [...proposalActs, 'propose', 'suspend'] as const;
export type BackofficeAct = (typeof backofficeActs)[number];

/** From which status it is possible to propose or to stop; what waits is decided in any. A dropped registration is proposed anew, as another. */
const byStatus: Readonly<Record<Status, readonly Exclude<BackofficeAct, ProposalAct>[]>> = { proposed: [], active: ['propose', 'suspend'], suspended: ['propose'], dropped: [] };

/** The change that waits, as the rule of two persons reads it; where none does, the status says why. */
export const waitingOf = (state: Backoffice): Waiting => (state.proposal ? { status: 'proposed', proposedBy: state.proposal.proposedBy } : { status: state.status, proposedBy: undefined });

/** Whether one may propose or stop now, whoever does it. One change waits at a time. */
export const actsBesideNow = (state: Backoffice): readonly Exclude<BackofficeAct, ProposalAct>[] => byStatus[state.status].filter((act) => act === 'suspend' || state.proposal === null);
