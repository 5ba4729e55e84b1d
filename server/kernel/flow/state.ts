import type { FlowScalar, FlowValue } from './feel.ts';

/** A user task that waits: `taskId` is new each time the node is reached, so a loop opens a new one. */
export interface WaitingTask {
  readonly taskId: string;
  readonly node: string;
  /** the open sub-process, or the entry of a list, it belongs to; none at the top */
  readonly in?: string;
  /** the entry of the list it is for, in an activity done for each of a list */
  readonly item?: FlowScalar;
}

/** What else a token waits for: a timer, one at the border of an open activity (`host`), a message, the end of a called process. */
export interface Pending {
  readonly id: string;
  readonly node: string;
  readonly kind: 'timer' | 'border' | 'message' | 'call';
  readonly in?: string;
  readonly host?: string;
}

/**
 * An open sub-process; or an activity under way for each of a list (`results`, one place for each entry) and, in it, each entry (`index`, `item`,
 * and what its tasks brought).
 */
export interface Scope {
  readonly id: string;
  readonly node: string;
  readonly in?: string;
  readonly results?: readonly (Readonly<Record<string, FlowValue>> | null)[];
  readonly index?: number;
  readonly item?: FlowScalar;
  readonly values?: Readonly<Record<string, FlowValue>>;
}

/** Where a process stands: small, plain, and the whole truth about it. What is optional is left out while there is none, as before it existed. */
export interface FlowState {
  /** how many tasks and other waiting things were ever opened; numbers the next one */
  readonly opened: number;
  readonly waiting: readonly WaitingTask[];
  /** gateway (in a sub-process `<scope>/<gateway>`) → sequence flows whose token has arrived and waits for the others */
  readonly arrived: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, FlowValue>>;
  readonly ended: boolean;
  readonly pending?: readonly Pending[];
  readonly scopes?: readonly Scope[];
  /** messages that came before anything waited for them */
  readonly received?: readonly Message[];
}

/** A message as it comes in, and what it brings. */
export interface Message {
  readonly message: string;
  readonly values?: Readonly<Record<string, FlowValue>>;
}

/** One move of the token game: the new state and, in order, what it set going or gave up. Every id is new, so that whoever carries it out can do so once. */
export interface Move {
  readonly state: FlowState;
  readonly opened: readonly WaitingTask[];
  readonly services: readonly string[];
  /** sequence flows passed */
  readonly passed: readonly string[];
  /** timers to set; each rings once, unless it is cancelled */
  readonly timers: readonly { readonly timerId: string; readonly node: string; readonly workingDays: number }[];
  readonly sent: readonly { readonly messageId: string; readonly node: string; readonly message: string }[];
  readonly called: readonly { readonly callId: string; readonly node: string; readonly process: string; readonly values: Readonly<Record<string, FlowValue>> }[];
  /** tasks, timers, awaited messages and called processes given up, by id */
  readonly cancelled: readonly string[];
  /** elements whose expression, table or conditions gave no answer: somebody must look */
  readonly unclear: readonly string[];
}
