/** Chance from a seed: the same seed gives the same choices on every machine. */
export interface Chance {
  /** A whole number from 0 up to, not including, `end` (1 to 2^32). */
  below(end: number): number;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
}

/** Chance of 32 bits of state, Weyl sequence and mixing (splitmix32): enough to choose places and kinds of changes, for nothing secret. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const below = (end: number): number => next() % end;
  return {
    below,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new RangeError('pick: the list is empty');
      return picked;
    },
  };
}
