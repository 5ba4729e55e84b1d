/** A position in PostgreSQL's log, `16/B374D848`, as a number. */
export function positionOf(lsn: string): bigint {
  const [high = '0', low = '0'] = lsn.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

/** Number of the segment that holds the byte at a position. */
export const segmentAt = (lsn: string, segmentBytes: number): bigint => positionOf(lsn) / BigInt(segmentBytes);

/** Number of the segment that holds the last byte before a position. */
export const segmentBefore = (lsn: string, segmentBytes: number): bigint => (positionOf(lsn) - 1n) / BigInt(segmentBytes);

const hex = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0');

/** The file name of a segment (PostgreSQL manual, "WAL Internals": timeline, high part, low part). */
export function segmentName(timeline: number, segment: bigint, segmentBytes: number): string {
  const perFile = 0x1_0000_0000n / BigInt(segmentBytes);
  return `${hex(BigInt(timeline))}${hex(segment / perFile)}${hex(segment % perFile)}`;
}

/** Timeline and number of a segment's file name; null for any other file. */
export function readSegmentName(name: string, segmentBytes: number): { readonly timeline: number; readonly segment: bigint } | null {
  if (!/^[0-9A-F]{24}$/.test(name)) return null;
  const perFile = 0x1_0000_0000n / BigInt(segmentBytes);
  return { timeline: Number.parseInt(name.slice(0, 8), 16), segment: BigInt(`0x${name.slice(8, 16)}`) * perFile + BigInt(`0x${name.slice(16)}`) };
}
