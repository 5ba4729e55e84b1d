import { readDecimal, writeBase64 } from './canonical-text.ts';
import { cosignedAt, readSignedCheckpoint } from './checkpoint.ts';
import type { VerifierKey } from './note-keys.ts';
import { readNote, type NoteSignature } from './note.ts';

/** Whom to ask: the witness's submission prefix and its key. */
export interface AskedWitness {
  readonly url: string;
  readonly key: VerifierKey;
}

/** What is asked: to sign the checkpoint (a signed note), shown to continue the tree of `oldSize` leaves that the witness signed last (0: none). */
export interface WitnessRequest {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  readonly note: string;
}

/**
 * Why a witness did not sign. `inconsistent`, `unknown_log`, `signature_refused` and `request_refused` are its answers 422, 404, 403 and 400; `busy` is 429 or
 * 503: ask again later; `signature_wrong`: what it sent is not its signature over this checkpoint.
 */
export type WitnessFailure = 'unreachable' | 'timeout' | 'answer_malformed' | 'answer_other' | 'signature_wrong' | 'unknown_log' | 'signature_refused' | 'request_refused' | 'inconsistent' | 'busy';

/** The witness's signature; or the size it signed last where that is not `oldSize` — where it is, it knows another tree of that size —; or why not. */
export type WitnessAnswer = NoteSignature | { readonly conflict: number } | { readonly failed: WitnessFailure };

const mostHashes = 63;
const mostAnswerBytes = 64 * 1024;
const patience = 5_000;

const failureOf: Readonly<Record<number, WitnessFailure>> = { 400: 'request_refused', 403: 'signature_refused', 404: 'unknown_log', 422: 'inconsistent', 429: 'busy', 503: 'busy' };

/** The body of add-checkpoint: `old <size>`, the proof a hash a line, an empty line, the checkpoint (C2SP tlog-witness). More than 63 hashes is a bug. */
export function addCheckpointBody({ oldSize, proof, note }: WitnessRequest): string {
  if (proof.length > mostHashes) throw new RangeError(`addCheckpointBody: ${proof.length} hashes`);
  return `old ${oldSize}\n${proof.map((hash) => `${writeBase64(hash)}\n`).join('')}\n${note}`;
}

/** Asks a witness to sign a checkpoint (C2SP tlog-witness, add-checkpoint). Bounded in time and in what is read; never throws. */
export async function askWitness({ url, key }: AskedWitness, request: WitnessRequest, milliseconds = patience): Promise<WitnessAnswer> {
  try {
    const answer = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
      method: 'POST', body: addCheckpointBody(request), redirect: 'error', signal: AbortSignal.timeout(milliseconds), headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
    const text = await textOf(answer);
    if (text === undefined) return { failed: 'answer_malformed' };
    if (answer.status === 200) return signatureIn(text, key, request.note);
    if (answer.status === 409) return conflictIn(text, answer.headers.get('content-type'));
    return { failed: failureOf[answer.status] ?? 'answer_other' };
  } catch (error) {
    return { failed: (error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable' };
  }
}

/** The whole body where it is not longer than a witness's answer can be; undefined otherwise. */
async function textOf(answer: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    parts.push(part);
    bytes += part.length;
    if (bytes > mostAnswerBytes) return undefined;
  }
  return Buffer.concat(parts).toString('utf8');
}

/** This key's signature over the checkpoint among the lines; lines of unknown keys are passed over (C2SP tlog-witness). */
function signatureIn(lines: string, key: VerifierKey, note: string): WitnessAnswer {
  const asked = readSignedCheckpoint(note);
  if (!asked.ok) throw new RangeError('askWitness: what is asked about is not a checkpoint');
  const read = readNote(`${asked.note.text}\n${lines}`);
  if (!read.ok) return { failed: 'answer_malformed' };
  const made = read.note.signatures.find(({ name, id }) => name === key.name && id === key.id);
  if (made === undefined) return { failed: 'signature_wrong' };
  return cosignedAt(key, asked.note.text, made.signature) === undefined ? { failed: 'signature_wrong' } : made;
}

function conflictIn(text: string, type: string | null): WitnessAnswer {
  const size = text.endsWith('\n') ? readDecimal(text.slice(0, -1)) : undefined;
  return size === undefined || !/^text\/x\.tlog\.size(?:\s*;|$)/i.test(type ?? '') ? { failed: 'answer_malformed' } : { conflict: size };
}
