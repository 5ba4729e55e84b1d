import { readBase64, readDecimal } from '../server/platform/ledger/canonical-text.ts';
import { cosignature, isNoteSignature, readSignedCheckpoint, type Checkpoint } from '../server/platform/ledger/checkpoint.ts';
import { isConsistent } from '../server/platform/ledger/merkle-verify.ts';
import type { SignerKey, VerifierKey } from '../server/platform/ledger/note-keys.ts';
import { signatureLine, writeNote, type Note } from '../server/platform/ledger/note.ts';
import type { KeptHead, KeptHeads } from './kept-heads.ts';

/** An answer of the witness as it goes out over HTTP. */
export interface WitnessReply {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422 | 500 | 503;
  readonly type: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  readonly body: string;
}

/** What a witness knows of a log. */
export interface WitnessedLog {
  readonly origin: string;
  readonly size: number | null;
  readonly atSeconds: number | null;
}

/** A witness of logs (C2SP tlog-witness). */
export interface Witness {
  /** One add-checkpoint; for each log one after the other. Never throws: a memory that cannot be read or written answers 500 and signs nothing. */
  addCheckpoint(body: string): Promise<WitnessReply>;
  /** The newest checkpoint that was signed for a log, with our signature. */
  newest(origin: string): KeptHead | undefined;
  logs(): readonly WitnessedLog[];
}

interface Submission {
  readonly oldSize: number;
  readonly proof: readonly Buffer[];
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

const mostHashes = 63;
const mostWaiting = 16;

const plain = (status: WitnessReply['status'], body: string): WitnessReply => ({ status, type: 'text/plain; charset=utf-8', body: `${body}\n` });
const conflict = (size: number): WitnessReply => ({ status: 409, type: 'text/x.tlog.size', body: `${size}\n` });

/** Builds a witness over its key, its memory and the keys of the logs (a log is known by the name of its keys). `now` gives milliseconds. */
export function witnessOver(key: SignerKey, heads: KeptHeads, logKeys: readonly VerifierKey[], now: () => number, onFault: (error: unknown) => void): Witness {
  const origins = [...new Set(logKeys.map((one) => one.name))];
  const queues = new Map(origins.map((origin) => [origin, { last: Promise.resolve() as Promise<unknown>, waiting: 0 }]));
  const judged = (submission: Submission): WitnessReply => {
    try {
      return judge(key, heads, logKeys, submission, Math.floor(now() / 1000));
    } catch (error) {
      onFault(error);
      return plain(500, 'the memory of this witness cannot be used; nothing is signed');
    }
  };
  return {
    async addCheckpoint(body) {
      const submission = readSubmission(body);
      if (submission === undefined) return plain(400, 'not a request of add-checkpoint');
      const queue = queues.get(submission.checkpoint.origin);
      if (queue === undefined) return plain(404, 'unknown log');
      if (queue.waiting >= mostWaiting) return plain(503, 'too many requests for this log at once');
      queue.waiting += 1;
      const answer = queue.last.then(() => judged(submission)).finally(() => (queue.waiting -= 1));
      queue.last = answer;
      return await answer;
    },
    newest: (origin) => heads.find(origin),
    logs: () => origins.map((origin) => {
      const head = heads.find(origin);
      return { origin, size: head?.checkpoint.size ?? null, atSeconds: head?.atSeconds ?? null };
    }),
  };
}

/** Reads a request. Undefined: any other spelling, more than 63 hashes, an old size above the checkpoint's. */
function readSubmission(body: string): Submission | undefined {
  const blank = body.indexOf('\n\n');
  if (blank < 0) return undefined;
  const [first = '', ...lines] = body.slice(0, blank).split('\n');
  const oldSize = first.startsWith('old ') ? readDecimal(first.slice(4)) : undefined;
  const proof = lines.map(readBase64);
  const read = readSignedCheckpoint(body.slice(blank + 2));
  if (oldSize === undefined || proof.length > mostHashes || !read.ok || oldSize > read.checkpoint.size) return undefined;
  if (!proof.every((hash): hash is Buffer => hash?.length === 32)) return undefined;
  return { oldSize, proof, note: read.note, checkpoint: read.checkpoint };
}

/** The checks of C2SP tlog-witness in its order; only what passed all of them is remembered, and only what is remembered is signed. */
function judge(key: SignerKey, heads: KeptHeads, logKeys: readonly VerifierKey[], { oldSize, proof, note, checkpoint }: Submission, atSeconds: number): WitnessReply {
  const { origin, size, root } = checkpoint;
  const byLog = note.signatures.filter((made) => logKeys.some((one) => one.name === origin && one.name === made.name && one.id === made.id && isNoteSignature(one, note.text, made.signature)));
  if (byLog.length === 0) return plain(403, 'no signature of the log');
  const known = heads.find(origin)?.checkpoint;
  const knownSize = known?.size ?? 0;
  if (oldSize !== knownSize) return conflict(knownSize);
  if (known !== undefined && knownSize === size && !Buffer.from(known.root).equals(root)) return conflict(knownSize);
  const continues = knownSize === 0 ? proof.length === 0 : isConsistent({ from: knownSize, fromRoot: known?.root ?? root, to: size, toRoot: root, proof });
  if (!continues) return plain(422, 'not consistent with what was signed before');
  const signature = cosignature(key, note.text, atSeconds);
  heads.keep(origin, writeNote({ text: note.text, signatures: [...byLog, signature] }));
  return { status: 200, type: 'text/plain; charset=utf-8', body: signatureLine(signature) };
}
