/** A UUID in canonical lower-case form (RFC 9562). */
export type Id = string;

/**
 * The id of what a command creates, made from 16 bytes of a digest of (actor, command id): the same command names the same thing
 * on every try, so a second click can never make a second matter. UUID version 8 (RFC 9562 §5.8) whose first 48 bits are a time in
 * milliseconds, so that ids sort nearly by age and index pages stay warm.
 */
export function idFromDigest(digest: Uint8Array, milliseconds: number): Id {
  const bytes = new Uint8Array(16);
  bytes.set(digest.subarray(0, 16));
  let rest = milliseconds;
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return formatId(bytes);
}

/** Sixteen bytes as a UUID. */
export function formatId(bytes: Uint8Array): Id {
  let hex = '';
  for (const byte of bytes.subarray(0, 16)) hex += byte.toString(16).padStart(2, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The milliseconds in the first 48 bits of a UUID of version 7 or of ours; undefined for other versions. */
export function idMilliseconds(id: Id): number | undefined {
  const version = id.charAt(14);
  return version === '7' || version === '8' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined;
}
