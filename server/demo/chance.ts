/** Chance that repeats itself: the same seed gives the same run on every machine. For tests and demonstration data only; nothing secret may come from it. */
export type Chance = Readonly<{
  /** A number in [0, 1). */
  next: () => number;
  /** A whole number from `least` to `most`, both included. */
  whole: (least: number, most: number) => number;
  /** One of `list`, which must not be empty. */
  oneOf: <T>(list: readonly [T, ...T[]]) => T;
  /** True with probability `share` (0 to 1). */
  happens: (share: number) => boolean;
  /** A stream of its own for a named purpose, so that drawing more here changes nothing there. */
  fork: (name: string) => Chance;
}>;

/** FNV-1a, 32 bits: spreads a seed in words over the seeds of the generator. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** A stream of chance from a seed (mulberry32: 32 bits of state, period 2^32, enough for a city). */
export function chanceFrom(seed: number | string): Chance {
  const name = String(seed);
  let state = hashed(name);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    oneOf: (list) => list[whole(0, list.length - 1)] ?? list[0],
    happens: (share) => next() < share,
    fork: (purpose) => chanceFrom(`${name}/${purpose}`),
  };
}
