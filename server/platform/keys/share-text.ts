import { createHash } from 'node:crypto';

/** One share as it is handed to its keeper. */
export interface Share {
  /** fingerprint of the key file it rebuilds a part of */
  readonly fingerprint: string;
  /** which splitting it comes from: shares of two splittings of one file do not go together */
  readonly set: string;
  readonly index: number;
  readonly count: number;
  readonly need: number;
  readonly bytes: Uint8Array;
}

/** A text that is no whole share: `keys.share_altered` names the line whose check does not fit. */
export type ShareRefusal = { readonly ok: false; readonly code: 'keys.share_altered' | 'keys.share_unreadable'; readonly params: { readonly name: string; readonly line: number } };

// Crockford's alphabet: no I, L, O, U, which are misread; those are taken for 1, 1, 0 and V when typed.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytesInLine = 20;

/**
 * The text of a share, for a printer and for a person who types it again: lines of 20 bytes as eight groups of four letters, each numbered and with a check of its own
 * (two letters, one wrong line in a thousand passes), and a check of 64 bits over everything.
 */
export function shareText(share: Share): string {
  const lines: string[] = [];
  for (let from = 0; from < share.bytes.length; from += bytesInLine) {
    const groups = toLetters(share.bytes.subarray(from, from + bytesInLine)).match(/.{1,4}/g) ?? [];
    lines.push(`${String(lines.length + 1).padStart(2, '0')} ${groups.join(' ')} -${lineCheck(share, lines.length + 1, groups.join(''))}`);
  }
  const head = `YIMEN-SHARE/1 ${share.index} of ${share.count}, need ${share.need}\nfile ${share.fingerprint}\nset ${share.set}`;
  return `${head}\n${lines.join('\n')}\nend ${share.bytes.length} ${wholeCheck(share)}\n`;
}

/** Reads a share as it was printed or typed: small letters, more spaces and other line ends are forgiven. `name` says which one a refusal is about. */
export function readShareText(name: string, text: string): { readonly ok: true; readonly share: Share } | ShareRefusal {
  const lines = text.split(/\r?\n/).map((line) => line.trim().toUpperCase()).filter((line) => line !== '');
  const start = lines.findIndex((line) => line.startsWith('YIMEN-SHARE/1'));
  const first = /^YIMEN-SHARE\/1\s+(\d+) OF (\d+), NEED (\d+)$/.exec(lines[start] ?? '');
  const file = /^FILE ((?:[0-9A-F]{4}-){7}[0-9A-F]{4})$/.exec(lines[start + 1] ?? '');
  const set = /^SET ([0-9A-F]{8})$/.exec(lines[start + 2] ?? '');
  const unreadable: ShareRefusal = { ok: false, code: 'keys.share_unreadable', params: { name, line: 0 } };
  if (!first || !file || !set) return unreadable;
  const head = { index: Number(first[1]), count: Number(first[2]), need: Number(first[3]), fingerprint: file[1] ?? '', set: set[1] ?? '' };
  const parts: Buffer[] = [];
  for (const line of lines.slice(start + 3)) {
    const end = /^END (\d+) ([0-9A-HJKMNP-TV-Z]+)$/.exec(line);
    if (end) {
      const share = { ...head, bytes: Buffer.concat(parts) };
      return share.bytes.length === Number(end[1]) && wholeCheck(share) === end[2] ? { ok: true, share } : { ok: false, code: 'keys.share_altered', params: { name, line: 0 } };
    }
    const read = readLine(head, parts.length + 1, line);
    if (read === undefined) return { ok: false, code: 'keys.share_altered', params: { name, line: parts.length + 1 } };
    parts.push(read);
  }
  return unreadable;
}

type Head = Omit<Share, 'bytes'>;

function readLine(head: Head, number: number, line: string): Buffer | undefined {
  const found = /^(\d\d)\s+([0-9A-Z ]+?)\s*-\s*([0-9A-Z]{2})$/.exec(line);
  if (!found || Number(found[1]) !== number) return undefined;
  const typed = asMeant(found[2] ?? '');
  return lineCheck(head, number, typed) === asMeant(found[3] ?? '') ? fromLetters(typed) : undefined;
}

const asMeant = (typed: string): string => typed.replace(/ /g, '').replace(/O/g, '0').replace(/[IL]/g, '1').replace(/U/g, 'V');

function lineCheck(head: Head, number: number, line: string): string {
  return toLetters(createHash('sha256').update(`${headText(head)} ${number} ${line}`).digest().subarray(0, 2)).slice(0, 2);
}

function wholeCheck(share: Share): string {
  return toLetters(createHash('sha256').update(`${headText(share)} `).update(share.bytes).digest().subarray(0, 8));
}

const headText = (head: Head): string => `${head.index} ${head.count} ${head.need} ${head.fingerprint} ${head.set}`;

function toLetters(bytes: Uint8Array): string {
  let [text, held, bits] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += letters.charAt((held >> (bits - 5)) & 31);
    held &= 31;
  }
  return bits > 0 ? text + letters.charAt((held << (5 - bits)) & 31) : text;
}

function fromLetters(text: string): Buffer | undefined {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of text) {
    const value = letters.indexOf(letter);
    if (value < 0) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bytes.push((held >> (bits - 8)) & 255);
      bits -= 8;
    }
    held &= 255;
  }
  return Buffer.from(bytes);
}
