/** Reads a stream of pieces by counts of bytes; never holds more than one piece and what was asked for. */
export type ByteReader = {
  /** Exactly `count` bytes, or fewer where the stream ends. */
  take(count: number): Promise<Buffer>;
  /** The next `count` bytes piece by piece; ends early where the stream ends. */
  pieces(count: number): AsyncGenerator<Buffer, void, void>;
  /** Lets the source go. */
  close(): Promise<void>;
};

/** A reader over `source`. */
export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  async function more(): Promise<boolean> {
    while (held.length === 0) {
      const next = await iterator.next();
      if (next.done === true) return false;
      held = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
    return true;
  }
  async function* pieces(count: number): AsyncGenerator<Buffer, void, void> {
    for (let left = count; left > 0 && (await more()); ) {
      const piece = held.subarray(0, left);
      held = held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
  return {
    pieces,
    async take(count) {
      const parts: Buffer[] = [];
      for await (const piece of pieces(count)) parts.push(piece);
      return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    },
    async close() {
      await iterator.return?.();
    },
  };
}

/** Everything a stream holds; only for what is known to be small. */
export async function wholeOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const piece of source) parts.push(piece);
  return Buffer.concat(parts);
}
