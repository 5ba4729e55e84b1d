import type pg from 'pg';
import type { Keys } from '../../crypto/index.ts';
import { everySeconds } from '../../jobs/every.ts';
import type { CheckpointPolicy } from '../checkpoint.ts';
import { writeVerifierKey, type SignerKey } from '../note-keys.ts';
import type { ReadPolicy } from '../policy.ts';
import { firstOrigins, logSigner, receiptSigner } from './log-keys.ts';
import { countWaiting, findLog, findNewestCheckpoint, listLogs, logNames, openLog, type LogName } from './log-store.ts';
import { openMirror } from './mirror.ts';
import { openPublisher } from './publisher.ts';
import { acceptanceReceipt, findInclusion, type Inclusion, type WrittenFact } from './receipts.ts';
import { openSequencer } from './sequencer.ts';
import { openWitnesses, type LogWitness } from './witnesses.ts';

/** What the logs of an installation are opened with. */
export interface FactLogOptions {
  readonly pool: pg.Pool;
  readonly keys: Keys;
  /** where the newest checkpoints are kept outside the database */
  readonly dataFolder: string;
  /** origin of the log of facts at the first start, `<host>/cases/v1`; also the name of the chains in every leaf */
  readonly origin: string;
  /** whom readers shall trust, and which witnesses are asked; without it there are none */
  readonly policy?: ReadPolicy | undefined;
  /** Sequence every second and publish every five; without it whoever wants something to happen calls `tick`. */
  readonly timers?: boolean;
  readonly onFault: (error: unknown) => void;
}

/** How a log is, for who runs the installation. */
export interface LogHealth {
  readonly log: LogName;
  readonly origin: string;
  readonly size: number;
  /** without a place yet, counted up to 100,000 */
  readonly waiting: number;
  readonly checkpoint: { readonly size: number; readonly signedAt: string; readonly witnesses: number } | null;
  readonly witnessesAsked: number;
  readonly stoppedWhy: string | null;
  readonly stoppedAt: string | null;
  readonly faults: readonly string[];
}

/** The logs of an installation: facts and accesses. */
export interface FactLog {
  /** Everything that waits gets its place, and what has grown is signed, where this process is in office. */
  tick(): Promise<void>;
  /** The receipt that a fact was taken, after its commit. */
  acceptance(fact: Omit<WrittenFact, 'origin'>): string;
  /** Where a fact stands; undefined while it has no signed place. */
  inclusion(matterId: string, seq: number): Promise<Inclusion | undefined>;
  health(): Promise<readonly LogHealth[]>;
  /** The keys that readers need, each in one line (C2SP signed-note): of the log of facts, of the witnesses, of the acceptance receipts; and how many witnesses. */
  readonly readerKeys: { readonly logs: readonly string[]; readonly witnesses: readonly string[]; readonly quorum: number; readonly receipts: string };
  readonly origins: Readonly<Record<LogName, string>>;
  /** the name of the chains: `log` in every leaf of a fact */
  readonly chain: string;
  close(): Promise<void>;
}

/** Makes the logs where there are none, and opens them. */
export async function openFactLog(options: FactLogOptions): Promise<FactLog> {
  const { pool, keys, policy } = options;
  const first = firstOrigins(options.origin);
  for (const log of logNames) await openLog(pool, log, first[log]);
  const rows = await Promise.all(logNames.map(async (log) => [log, (await findLog(pool, log))?.origin ?? first[log]] as const));
  const origins = Object.fromEntries(rows) as Record<LogName, string>;
  const signers = new Map(Object.values(origins).map((origin) => [origin, logSigner(keys, origin)]));
  const signer = (origin: string): SignerKey => signers.get(origin) ?? logSigner(keys, origin);
  const receiptKey = receiptSigner(keys, origins.cases);
  const logKeys = [signer(origins.cases).verifier];
  // Receipts under an origin that was closed stay good: their readers need its key too.
  const earlier = (await listLogs(pool)).filter((row) => row.log.startsWith('cases/')).map((row) => signer(row.origin).verifier);
  const trust: CheckpointPolicy = policy?.policyFor(origins.cases, logKeys) ?? { origin: origins.cases, logKeys, witnesses: [], quorum: 0 };
  const asked = (policy?.witnesses ?? []).flatMap((one): readonly LogWitness[] => (one.url === undefined ? [] : [{ name: one.name, url: one.url, key: one.key }]));
  const sequencer = openSequencer(pool);
  const publisher = openPublisher({ db: pool, mirror: openMirror(options.dataFolder), signer, witnesses: openWitnesses(pool, asked) });
  let isCompared = false;
  let fault: string | undefined;
  const sequence = async (): Promise<void> => {
    // Before the first place is given: a log that fell behind would soon be as long again as what was signed, and look less lost than it is.
    if (!isCompared) for (const log of logNames) await publisher.isSound(log);
    isCompared = true;
    try {
      await sequencer.round();
      fault = undefined;
    } catch (error) {
      fault = `sequencing ${(error as Error).message}`;
      throw error;
    }
  };
  const publish = async (): Promise<void> => (sequencer.inOffice ? publisher.round() : undefined);
  const timers = options.timers ? [everySeconds(1, sequence, options.onFault), everySeconds(5, publish, options.onFault)] : [];
  return {
    tick: async () => {
      await sequence();
      await publish();
    },
    acceptance: (fact) => acceptanceReceipt(receiptKey, { ...fact, origin: origins.cases }),
    inclusion: (matterId, seq) => findInclusion(pool, trust, matterId, seq),
    health: () => Promise.all(logNames.map((log) => healthOf(pool, log, asked.length, [...(fault === undefined ? [] : [fault]), ...publisher.faults(log)]))),
    readerKeys: { logs: [...logKeys, ...earlier].map(writeVerifierKey), witnesses: trust.witnesses.map(writeVerifierKey), quorum: trust.quorum, receipts: writeVerifierKey(receiptKey.verifier) },
    origins, chain: options.origin,
    close: async () => {
      await Promise.all(timers.map((timer) => timer.stop()));
      await sequencer.stop();
    },
  };
}

async function healthOf(pool: pg.Pool, log: LogName, witnessesAsked: number, faults: readonly string[]): Promise<LogHealth> {
  const [row, checkpoint, waiting] = await Promise.all([findLog(pool, log), findNewestCheckpoint(pool, log), countWaiting(pool, log)]);
  return {
    log, origin: row?.origin ?? '', size: row?.size ?? 0, waiting, witnessesAsked, stoppedWhy: row?.stoppedWhy ?? null, stoppedAt: row?.stoppedAt ?? null, faults,
    checkpoint: checkpoint ? { size: checkpoint.size, signedAt: checkpoint.signedAt, witnesses: checkpoint.witnesses } : null,
  };
}
