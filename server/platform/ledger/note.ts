import { readBase64, isNoteText, writeBase64 } from './canonical-text.ts';
import { refusedBy, type LedgerRefusal } from './ledger-refusal.ts';
import { isKeyName } from './note-keys.ts';

/** A signature line of a note: who signed, the key id (4 bytes in hex) and what the key made. Not verified yet. */
export interface NoteSignature {
  readonly name: string;
  readonly id: string;
  readonly signature: Buffer;
}

/** A note as it was read: the text that was signed, ending in a newline, and its signatures, at least one. Not verified yet. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

// A verifier bounds what it reads and takes at least 16 signatures (C2SP signed-note, Format); post-quantum ones have up to 5 KB.
const mostSignatures = 64;
const mostCharacters = 512 * 1024;

/** One signature line with its newline: em dash, name, base64 of key id and signature. */
export function signatureLine({ name, id, signature }: NoteSignature): string {
  return `— ${name} ${writeBase64(Buffer.concat([Buffer.from(id, 'hex'), signature]))}\n`;
}

/** The note over a text that ends in a newline. No signature, or a text that cannot be a note's, is a bug. */
export function writeNote({ text, signatures }: Note): string {
  if (!text.endsWith('\n') || !isNoteText(text) || signatures.length === 0) throw new RangeError('writeNote: a note has a text ending in a newline, and signatures');
  return `${text}\n${signatures.map(signatureLine).join('')}`;
}

/**
 * Reads a signed note (C2SP signed-note). Refused: any other shape; base64 that is not spelled the one way; the same name and key id twice.
 * Signatures of unknown keys stay in the list: who verifies passes over them.
 */
export function readNote(note: string): { readonly ok: true; readonly note: Note } | LedgerRefusal {
  const malformed = refusedBy('ledger.note_malformed');
  if (note.length > mostCharacters || !isNoteText(note) || !note.endsWith('\n')) return malformed;
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0) return malformed;
  const lines = note.slice(blank + 2, -1).split('\n');
  if (lines.length > mostSignatures) return malformed;
  const signatures: NoteSignature[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const signature = readSignature(line);
    if (signature === undefined) return malformed;
    const who = `${signature.name}+${signature.id}`;
    if (seen.has(who)) return refusedBy('ledger.signature_repeated', { name: signature.name });
    seen.add(who);
    signatures.push(signature);
  }
  return { ok: true, note: { text: note.slice(0, blank + 1), signatures } };
}

function readSignature(line: string): NoteSignature | undefined {
  const [dash, name = '', base64 = '', ...more] = line.split(' ');
  const bytes = readBase64(base64);
  if (dash !== '—' || !isKeyName(name) || bytes === undefined || bytes.length < 5 || more.length > 0) return undefined;
  return { name, id: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
}
