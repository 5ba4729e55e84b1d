/**
 * Reading what others wrote, strictly: one value has one spelling, so that no changed receipt can still be taken for the one that was given.
 * Node's own base64 reader takes white space, the alphabet for addresses, missing padding and spare bits; these take none of it.
 */

/** The bytes of standard base64 with padding (RFC 4648 §4); undefined for any other spelling of them. */
export function readBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** The bytes as base64 (RFC 4648 §4). */
export function writeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** A whole number from 0 to 2^53 − 1 without sign or leading zero; undefined for anything else. */
export function readDecimal(text: string): number | undefined {
  if (!/^(?:0|[1-9]\d*)$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The text of UTF-8 bytes, a byte order mark kept as the character it is; undefined where they are not UTF-8. */
export function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether a text can stand in a signed note: no control character below U+0020 but the newline, no half of a surrogate pair (signed-note, Format). */
export function isNoteText(text: string): boolean {
  return !/[\u0000-\u0009\u000b-\u001f]|\p{Surrogate}/u.test(text);
}
