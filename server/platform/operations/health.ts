import { say, type Language, type MessageParams } from '../../../contract/language.ts';
import { healthMessages, type HealthCode } from '../../../contract/messages/health.ts';
import type { ShippingState } from '../backup/index.ts';
import type { LogHealth } from '../ledger/log/index.ts';
import { inTime } from '../http/admission.ts';

/** One thing looked at: in order, not set up, or not in order. */
export interface Check {
  readonly name: 'database' | 'clock' | 'storage' | 'ledger' | 'witnesses' | 'backup';
  readonly state: 'good' | 'off' | 'bad';
  readonly code: HealthCode;
  readonly params: MessageParams;
}

/** Where the checks look. Each is asked at most once a second, however many ask us. */
export interface HealthSources {
  readonly isWritable: () => Promise<boolean>;
  readonly clockSuspect: () => boolean;
  readonly room: () => 'enough' | 'no_uploads' | 'no_writes';
  readonly logs: () => Promise<readonly LogHealth[]>;
  /** how many witnesses must sign */
  readonly quorum: number;
  /** null where continuous backup is not set up */
  readonly backup: () => ShippingState | null;
  readonly nowMs: () => number;
}

/** Whether what people file may safely be taken, and why not (C-AV-3). */
export interface Health {
  /** Every check; `safe` where none of them is bad. What is not set up is said and does not count against it. */
  look(): Promise<{ readonly safe: boolean; readonly checks: readonly Check[] }>;
}

/** A whole backup is made every day unless told otherwise: two missed ones are too many. */
const oldestBackupMs = 49 * 3_600_000;
/** Files of the database's log that wait longer than this are behind what was promised (RPO 60 s) by far. */
const longestWaitSeconds = 600;
/** A checkpoint that has not got its witnesses' names after this many milliseconds will not get them by waiting. */
const witnessPatienceMs = 600_000;
const answerWithinMs = 3_000;
const lookAgainMs = 1_000;

/** The checks over their sources. A source that fails or does not answer in time is bad: nobody knows. */
export function openHealth(sources: HealthSources): Health {
  let last: { readonly at: number; readonly found: ReturnType<Health['look']> } | undefined;
  const look = async () => {
    const [writable, logs] = await Promise.all([
      inTime(sources.isWritable(), answerWithinMs).catch(() => false),
      inTime(sources.logs(), answerWithinMs).catch(() => undefined),
    ]);
    const checks = [
      writable === true ? good('database') : bad('database'),
      sources.clockSuspect() ? bad('clock') : good('clock'),
      sources.room() === 'enough' ? good('storage') : bad('storage', { what: sources.room() === 'no_uploads' ? 'uploads' : 'uploads, acts' }),
      ledgerCheck(logs),
      witnessCheck(logs, sources.quorum, sources.nowMs()),
      backupCheck(sources.backup(), sources.nowMs()),
    ];
    return { safe: checks.every((check) => check.state !== 'bad'), checks };
  };
  return {
    look: () => {
      if (last === undefined || performance.now() - last.at > lookAgainMs) last = { at: performance.now(), found: look() };
      return last.found;
    },
  };
}

const good = (name: 'database' | 'clock' | 'storage' | 'ledger' | 'witnesses' | 'backup'): Check => ({ name, state: 'good', code: `health.${name}.good`, params: {} });
const off = (name: 'witnesses' | 'backup'): Check => ({ name, state: 'off', code: `health.${name}.off`, params: {} });
const bad = (name: Check['name'], params: MessageParams = {}): Check => ({ name, state: 'bad', code: `health.${name}.bad`, params });

/** Names the log that stopped: `/health` must say which, since nothing else stops with it. */
function ledgerCheck(logs: readonly LogHealth[] | undefined): Check {
  const stopped = logs === undefined ? { origin: '?', stoppedWhy: '?' } : logs.find((log) => log.stoppedWhy !== null);
  return stopped ? bad('ledger', { origin: stopped.origin, why: stopped.stoppedWhy ?? '' }) : good('ledger');
}

/** Too few by their own faults, or a newest checkpoint that stayed without them. */
function witnessCheck(logs: readonly LogHealth[] | undefined, quorum: number, nowMs: number): Check {
  const log = logs?.find((one) => one.log === 'cases');
  if (quorum === 0) return off('witnesses');
  if (!log) return bad('witnesses', { signing: 0, quorum });
  const silent = new Set(log.faults.filter((fault) => fault.startsWith('witness')).map((fault) => fault.split(' ')[1])).size;
  const forsaken = log.checkpoint !== null && log.checkpoint.witnesses < quorum && nowMs - Date.parse(log.checkpoint.signedAt) > witnessPatienceMs;
  return log.witnessesAsked - silent < quorum || forsaken ? bad('witnesses', { signing: Math.min(log.witnessesAsked - silent, log.checkpoint?.witnesses ?? 0), quorum }) : good('witnesses');
}

function backupCheck(state: ShippingState | null, nowMs: number): Check {
  if (state === null) return off('backup');
  const isOld = state.lastBackup !== null && nowMs - Date.parse(state.lastBackup.endedAt) > oldestBackupMs;
  return isOld || state.failure !== null || state.waitingSeconds > longestWaitSeconds ? bad('backup', { last: state.lastBackup?.endedAt ?? '–' }) : good('backup');
}

/** The checks as they are told to people and programs, each with its sentence. */
export const checksInWords = (checks: readonly Check[], language: Language) =>
  checks.map(({ name, state, code, params }) => ({ name, state, code, words: say(healthMessages[code], language, params) }));
