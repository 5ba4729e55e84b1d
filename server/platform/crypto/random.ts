import { randomFillSync } from 'node:crypto';

const blockSize = 8_192;
let block = Buffer.alloc(0);
let used = 0;

/**
 * Random bytes of the system's generator, drawn in blocks of 8 KiB: a filing needs some ten small draws, and each call into the generator costs
 * more than the bytes. Bytes are handed out once and wiped from the block.
 */
export function randomPart(length: number): Buffer {
  if (length > blockSize) return randomFillSync(Buffer.alloc(length));
  if (used + length > block.length) {
    block = randomFillSync(Buffer.alloc(blockSize));
    used = 0;
  }
  const part = Buffer.from(block.subarray(used, used + length));
  block.fill(0, used, used + length);
  used += length;
  return part;
}
