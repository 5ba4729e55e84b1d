import { createHash } from 'node:crypto';
import type { FactRow } from '../../server/platform/ledger/chain.ts';

/** A row of matters.clocks, as far as the core reads it. Times are texts as the product wrote them. */
export interface ClockRow {
  readonly matter_id: string;
  readonly limit_id: string;
  readonly institution: string;
  readonly area_unit: string;
  readonly due_at: string;
  readonly due_on: string;
  readonly warn_at: string;
  warned: boolean;
  passed: boolean;
}

export interface TimerRow {
  readonly matter_id: string;
  readonly timer_id: string;
  readonly due_on: string;
  readonly due_at: string;
  rung: boolean;
}

export interface JobRow {
  readonly job_id: string;
  readonly matter_id: string;
  readonly kind: string;
  payload: string;
  runAtMs: number;
  attempts: number;
  lastError: string | null;
}

export interface CommandRow {
  readonly actor: string;
  readonly digest: string;
  readonly seq: number;
  /** number of its first fact */
  readonly firstSeq: number;
}

export interface DeliveryRow {
  readonly endpoint_id: string;
  readonly delivery_id: string;
  readonly matter_id: string;
  readonly body: string;
  state: string;
  attempts: number;
  next_try_at: string | null;
}

export interface StateRow {
  readonly seq: number;
  readonly head: string;
  /** jsonb, as text */
  readonly state: string;
}

/** What waits for its place in a log; `n` was drawn when it was written, and is seen when its transaction commits. A fact has its hash, an access record itself. */
export interface WaitingRow {
  readonly n: number;
  readonly matterId: string;
  readonly seq: number | string;
  readonly hash: string;
  readonly record?: Readonly<Record<string, unknown>>;
}

/** A log: the log of facts, or that of access records. */
export interface LogTables {
  term: number;
  waiting: WaitingRow[];
  readonly entries: { readonly index: number; readonly matterId: string; readonly seq: number | string; readonly hash: string }[];
  readonly tiles: Map<string, Buffer>;
  root: Buffer;
}

/** What the database keeps: only what was committed. */
export interface Tables {
  readonly facts: Map<string, FactRow[]>;
  readonly commands: Map<string, CommandRow>;
  readonly dataKeys: Map<string, Buffer>;
  readonly sealed: Map<string, string>;
  readonly accessRecords: Set<string>;
  /** matter and act → how many access records of refusals there are */
  readonly refusals: Map<string, number>;
  readonly states: Map<string, StateRow>;
  readonly clocks: Map<string, ClockRow>;
  readonly timers: Map<string, TimerRow>;
  readonly jobs: Map<string, JobRow>;
  /** party and message id → the template and the matter */
  readonly messages: Map<string, { readonly template: string; readonly matterId: string }>;
  readonly deliveries: Map<string, DeliveryRow>;
  /** closures of the city, and with them the calendar that stands */
  closures: readonly string[];
  readonly log: LogTables;
  readonly access: LogTables;
}

/** What a planted defect takes away from the database's own functions, as they are told again here. */
export interface WeakDatabase {
  /** ledger.sequence asks neither for the term nor for the size */
  readonly unfenced?: boolean;
  /** platform.append asks nothing of the times of facts */
  readonly timeless?: boolean;
  /** platform.facts has no primary key */
  readonly overwrites?: boolean;
}

const emptyLog = (): LogTables => ({ term: 0, waiting: [], entries: [], tiles: new Map(), root: createHash('sha256').digest() });

/** A database in which nothing has happened yet. */
export function emptyTables(): Tables {
  return {
    facts: new Map(), commands: new Map(), dataKeys: new Map(), sealed: new Map(), accessRecords: new Set(), refusals: new Map(), states: new Map(), clocks: new Map(), timers: new Map(), jobs: new Map(),
    messages: new Map(), deliveries: new Map(), closures: [], log: emptyLog(), access: emptyLog(),
  };
}

/** A value as jsonb keeps it: without members that have no value, the members of objects by the length of their names and then by their bytes. */
export function asJsonb(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonb);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).filter((name) => (value as Record<string, unknown>)[name] !== undefined);
  names.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const kept: Record<string, unknown> = {};
  for (const name of names) kept[name] = asJsonb((value as Record<string, unknown>)[name]);
  return kept;
}

/** Whether two plain values are the same, in whatever order their members stand. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false;
  const [a, b] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
  for (const name in a) if (a[name] !== b[name] && !isSame(a[name], b[name])) return false;
  for (const name in b) if (b[name] !== undefined && a[name] === undefined) return false;
  return true;
}
