/** Which page a wall screen shows: it turns to the next after `everyMs`, unless it stands. Times are milliseconds of one clock. */
export interface Rotation {
  readonly at: number;
  readonly turnedAt: number;
  readonly stands: boolean;
}

/** How long a page stays, so that it can be read from across a room. */
export const everyMs = 20_000;

/** The page `by` further, around the end; the time of a page begins anew. */
export function turned(rotation: Rotation, by: number, count: number, now: number): Rotation {
  return { ...rotation, at: count === 0 ? 0 : (((rotation.at + by) % count) + count) % count, turnedAt: now };
}

/** The rotation at `now`: turned once where its time is over; a sleeping computer turns once and not as often as it slept. A page that is gone is the first. */
export function rotatedAt(rotation: Rotation, count: number, now: number): Rotation {
  if (rotation.at >= count && rotation.at !== 0) return { ...rotation, at: 0, turnedAt: now };
  if (rotation.stands || count < 2 || now - rotation.turnedAt < everyMs) return rotation;
  return turned(rotation, 1, count, now);
}

/** Stops or goes on; a page gets its whole time again. */
export const stoodOrGone = (rotation: Rotation, now: number): Rotation => ({ ...rotation, stands: !rotation.stands, turnedAt: now });
