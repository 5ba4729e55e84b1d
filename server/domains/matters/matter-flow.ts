import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { FlowState } from '../../kernel/flow/index.ts';
import type { SetClock } from './matter-limit.ts';

/** What moved a process without anybody completing a link of it: a timer rang, a message came from another matter, a part (a matter of its own) ended. */
export type FlowEvent =
  | { readonly type: 'timer'; readonly timerId: string }
  | { readonly type: 'message'; readonly messageId: string; readonly message: string; readonly from: Id }
  | { readonly type: 'part'; readonly callId: string; readonly outcome: PartOutcome; readonly why?: PartFault };

/** How a part of a bundle (一件事) ended; what else than a decision ends it counts for the process as `stopped`. */
export type PartOutcome = 'granted' | 'refused' | 'stopped';

/** Why a part of a bundle could not begin: the refusal its filing met, and what it is about, by JSON Pointer; never what somebody wrote. */
export interface PartFault {
  readonly code: string;
  readonly pointers: readonly string[];
}

/** A timer of the process in working days of the calendar. It rings at the end of its last day. */
export interface FlowTimer {
  readonly timerId: string;
  readonly element: string;
  readonly clock: SetClock;
  readonly state: 'running' | 'rung' | 'cancelled';
}

/** Where a timer ends once the calendar changed: its whole clock anew. */
export type MovedTimer = Pick<FlowTimer, 'timerId' | 'clock'>;

/** An item of a bundle: called by the process of the bundle, handled as a matter of its own. */
export interface MatterPart {
  readonly callId: string;
  readonly element: string;
  readonly taskCode: string;
  readonly handlingItem: string;
  /** id of the matter it is; made from the bundle's and the call's, so that it is filed once */
  readonly matterId: Id;
  readonly openedAt: Instant;
  readonly endedAt: Instant | null;
  readonly outcome: PartOutcome | null;
  readonly why?: PartFault;
}

/** The bundle a matter is a part of. */
export interface ParentMatter {
  readonly matterId: Id;
  readonly callId: string;
  readonly number: string;
}

/** The part of the process that facts of a flow's own carry; each fact names new things by ids the token game made. */
export interface FlowFacts {
  readonly flow_moved: { readonly event: FlowEvent; readonly flow: FlowState };
  /** given up by a timer at its border, or by an end that ends everything */
  readonly link_cancelled: { readonly linkId: string };
  readonly timer_set: { readonly timerId: string; readonly element: string; readonly clock: SetClock };
  readonly timer_cancelled: { readonly timerId: string };
  /** thrown to the bundle and to the other parts of it, or by the bundle to its parts */
  readonly message_sent: { readonly messageId: string; readonly element: string; readonly message: string };
  readonly part_called: { readonly callId: string; readonly element: string; readonly taskCode: string; readonly handlingItem: string; readonly matterId: Id };
  readonly part_cancelled: { readonly callId: string };
  /** elements whose expression, table or conditions gave no answer: the way taken was the default, and somebody must look */
  readonly flow_unclear: { readonly elements: readonly string[] };
}

/** Where the day of a timer lies. */
export const timerDueOn = (timer: FlowTimer): LocalDay => timer.clock.dueOn;
