import { openCheckpoint, readSignedCheckpoint, signCheckpoint } from '../checkpoint.ts';
import { emptyRoot } from '../merkle.ts';
import { writeNote, type NoteSignature } from '../note.ts';
import type { SignerKey } from '../note-keys.ts';
import { findLog, findNewestCheckpoint, keepCheckpoint, logNames, stopLog, type Asked, type LogName, type LogRow } from './log-store.ts';
import { versionOf } from './log-keys.ts';
import type { Held, Mirror } from './mirror.ts';
import { goesOnFrom, rootAt } from './tree.ts';
import type { Witnesses, Word } from './witnesses.ts';

/**
 * Why nothing is signed under an origin any more: the log is shorter than what was signed (behind); does not go on from it (inconsistent); its tiles do not
 * hold it (tiles_other); the newest checkpoint kept outside the database is of another origin or key (origin_other, signature_other); a witness signed a
 * longer tree (witness_ahead) or another one (witness_other).
 */
export type StopReason = 'behind' | 'inconsistent' | 'tiles_other' | 'origin_other' | 'signature_other' | 'witness_ahead' | 'witness_other';

/** What a publisher works on. */
export interface PublisherGround {
  readonly db: Asked;
  readonly mirror: Mirror;
  readonly signer: (origin: string) => SignerKey;
  readonly witnesses: Witnesses;
}

/** Signs what has grown, never anything that does not go on from what was signed. */
export interface Publisher {
  /** Compares the log with everything that was signed; it stops where it fell behind or differs. Answers whether it may be gone on with. */
  isSound(log: LogName): Promise<boolean>;
  /** One checkpoint of each log that has grown; witnesses that have not signed the newest are asked again. */
  round(): Promise<void>;
  /** What is wrong at the moment but will be tried again, in words for an operator's eyes: code and name. */
  faults(log: LogName): readonly string[];
}

interface Doubt {
  readonly why: StopReason;
  readonly note: string;
}

const bySize = (one: Held | undefined, other: Held | undefined): Held | undefined => (one && other ? (one.size >= other.size ? one : other) : (one ?? other));

/** What is known besides the database: nothing of it outlives the process. */
interface Desk extends PublisherGround {
  readonly faults: Map<LogName, readonly string[]>;
  /** Logs of which some witness has said since the start how far it knows them. */
  readonly heard: Set<LogName>;
}

/** A log that goes on from everything that was signed, and the newest of that. */
interface Sound {
  readonly now: LogRow;
  readonly newest: Held | undefined;
  /** the newest one of the folder */
  readonly held: Held | undefined;
  /** whether the newest one stands in the database too */
  readonly isStored: boolean;
}

/** A publisher over the logs of an installation. */
export function openPublisher(ground: PublisherGround): Publisher {
  const desk: Desk = { ...ground, faults: new Map(), heard: new Set() };
  return {
    isSound: async (log) => (await soundLog(desk, log)) !== undefined,
    async round() {
      for (const log of logNames) await publish(desk, log);
    },
    faults: (log) => desk.faults.get(log) ?? [],
  };
}

/** Undefined where nothing may be signed. Read in this order, so that what was signed is never newer than the log. */
async function soundLog(desk: Desk, log: LogName): Promise<Sound | undefined> {
  const kept = await desk.mirror.newest(log);
  if (kept && 'unreadable' in kept) {
    desk.faults.set(log, [`mirror_unreadable ${kept.unreadable}`]);
    return undefined;
  }
  const row = await findNewestCheckpoint(desk.db, log);
  const now = await findLog(desk.db, log);
  if (now === undefined || now.stoppedWhy !== null) return undefined;
  const own = row && { ...row, origin: now.origin };
  // Of an origin before this one: the log was opened again since, and says so in its first entry.
  const held = kept && versionOf(kept.origin) < versionOf(now.origin) ? undefined : kept;
  const root = await rootAt(desk.db, log, now.size);
  if (root === undefined || Buffer.compare(root, now.root) !== 0) return stop(desk, log, { why: 'tiles_other', note: '' });
  for (const earlier of [held, own]) {
    const doubt = earlier && (await doubtOf(desk, log, now, earlier));
    if (doubt) return stop(desk, log, doubt);
  }
  const newest = bySize(held, own);
  return { now, newest, held, isStored: own !== undefined && own.size === newest?.size };
}

async function doubtOf({ db, signer }: Desk, log: LogName, now: LogRow, { origin, size, root, note }: Held): Promise<Doubt | undefined> {
  if (origin !== now.origin) return { why: 'origin_other', note };
  if (!openCheckpoint({ origin, logKeys: [signer(origin).verifier], witnesses: [], quorum: 0 }, note).ok) return { why: 'signature_other', note };
  if (size > now.size) return { why: 'behind', note };
  return (await goesOnFrom(db, log, { size, root }, now)) ? undefined : { why: 'inconsistent', note };
}

async function stop({ db }: Desk, log: LogName, { why, note }: Doubt): Promise<undefined> {
  await stopLog(db, log, why, note);
  return undefined;
}

/** Asks the witnesses; answers the note with their lines, or undefined where one of them knows the log further or otherwise: then it stopped. */
async function witnessed(desk: Desk, log: LogName, { origin, size, note }: Omit<Held, 'root'>): Promise<{ note: string; signed: number } | undefined> {
  const words = await desk.witnesses.ask(log, { size, note });
  for (const [name, word] of words) {
    if ('ahead' in word) return stop(desk, log, { why: 'witness_ahead', note: `${name} ${word.ahead}` });
    if ('other' in word) return stop(desk, log, { why: 'witness_other', note: name });
  }
  if ([...words.values()].some((word) => 'signature' in word || ('failed' in word && !saidNothing.has(word.failed)))) desk.heard.add(log);
  desk.faults.set(log, [...words].flatMap(([name, word]) => ('failed' in word ? [`witness_${word.failed} ${name}`] : [])));
  return withLines(desk, note, origin, words);
}

/** Ways in which a witness said nothing of the log. */
const saidNothing: ReadonlySet<string> = new Set(['unreachable', 'timeout', 'answer_malformed', 'answer_other', 'busy']);

/** The lines that were there and those of witnesses that signed now. */
function withLines({ signer }: Desk, note: string, origin: string, words: ReadonlyMap<string, Word>): { note: string; signed: number } {
  const read = readSignedCheckpoint(note);
  if (!read.ok) throw new RangeError('publisher: our own checkpoint cannot be read');
  const made = [...words.values()].flatMap((word): readonly NoteSignature[] => ('signature' in word ? [word.signature] : []));
  const isNew = ({ name, id }: NoteSignature): boolean => made.some((one) => one.name === name && one.id === id);
  const signatures = [...read.note.signatures.filter((one) => !isNew(one)), ...made];
  const ours = signer(origin).verifier.id;
  return { note: writeNote({ text: read.note.text, signatures }), signed: signatures.filter((one) => one.id !== ours).length };
}

/**
 * Before anything is signed after a start: a witness, or the folder, must have said that we are not behind. Witnesses are asked with what was signed before,
 * or with the empty tree, which is the beginning of every log.
 */
async function mayBegin(desk: Desk, log: LogName, { now, newest, held }: Sound): Promise<boolean> {
  if (desk.witnesses.all.length === 0 || desk.heard.has(log)) return true;
  const { origin } = now;
  const last = newest ?? { origin, size: 0, note: signCheckpoint([desk.signer(origin)], { origin, size: 0, root: emptyRoot, extensions: [] }) };
  const answered = await witnessed(desk, log, last);
  if (answered === undefined) return false;
  if (newest) await keep(desk, log, { ...newest, note: answered.note }, answered.signed);
  return desk.heard.has(log) || held !== undefined;
}

async function keep({ db, mirror }: Desk, log: LogName, checkpoint: Held, signed: number): Promise<void> {
  await mirror.keep(log, checkpoint);
  await keepCheckpoint(db, log, { size: checkpoint.size, root: Buffer.from(checkpoint.root), note: checkpoint.note, witnesses: signed });
}

async function publish(desk: Desk, log: LogName): Promise<void> {
  const sound = await soundLog(desk, log);
  if (sound === undefined || !(await mayBegin(desk, log, sound))) return;
  const next = nextCheckpoint(desk, sound);
  if (next === undefined) return;
  // First outside the database: whatever happens from here on, what was signed is known.
  await desk.mirror.keep(log, next);
  const answered = await witnessed(desk, log, next);
  if (answered) await keep(desk, log, { ...next, note: answered.note }, answered.signed);
}

/** The log's new state, signed; or the newest checkpoint again where the database or a witness has not got it; or nothing to do. */
function nextCheckpoint(desk: Desk, { now: { origin, size, root }, newest, isStored }: Sound): Held | undefined {
  if (size > (newest?.size ?? 0)) return { origin, size, root, note: signCheckpoint([desk.signer(origin)], { origin, size, root, extensions: [] }) };
  if (newest === undefined) return undefined;
  const isLacking = !isStored || withLines(desk, newest.note, origin, new Map()).signed < desk.witnesses.all.length;
  return isLacking ? newest : undefined;
}
