/** Chance from a seed: the same seed gives the same numbers, on every machine. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  /** True once in so many times; never for 0. */
  oneIn(times: number): boolean;
  pick<T>(list: readonly T[]): T;
  bytes(length: number): Buffer;
}

/** Chance of a seed (mulberry32, whose state is first stirred so that neighbouring seeds have nothing in common). */
export function chanceOf(seed: number): Chance {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35) >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (end: number): number => Math.floor((word() / 4_294_967_296) * end);
  return {
    next: () => word() / 4_294_967_296,
    below,
    oneIn: (times) => times > 0 && below(times) === 0,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('pick: nothing to choose from');
      return list[below(list.length)] as T;
    },
    bytes(length) {
      const bytes = Buffer.allocUnsafe(length);
      let at = 0;
      for (; at + 4 <= length; at += 4) bytes.writeUInt32LE(word(), at);
      for (; at < length; at += 1) bytes[at] = word() & 255;
      return bytes;
    },
  };
}
