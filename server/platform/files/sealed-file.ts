import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { hashOf, modeOf } from '../crypto/index.ts';
import { chunkCipher, tagLengths } from './chunk-cipher.ts';

// Layout: 'YMF1' ‖ salt (16) ‖ binding (32) ‖ chunks; 'YMF2' in the mode `gm`. A chunk is up to 64 KiB sealed under a key made for this file
// alone, bound to its number and whether it is the last: chunks can be neither reordered nor cut off
// (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015). The binding is HMAC(file key, SHA-256 of the content):
// a file put in another's place is refused before its first byte is given out.
const magics = { standard: Buffer.from('YMF1'), gm: Buffer.from('YMF2') } as const;
const headerLength = 4 + 16 + 32;
const chunkLength = 65_536;

/** The name of a file in the vault: it tells nothing of the content, and the same content of another owner has another name. */
export function storedName(fileId: string, dataKey: KeyObject): string {
  const hash = hashOf[modeOf(dataKey)];
  const nameKey = Buffer.from(hkdfSync(hash, dataKey, Buffer.alloc(0), 'yimen file name', 32));
  return createHmac(hash, nameKey).update(fileId, 'hex').digest('hex');
}

/** What sealing learned on the way: SHA-256 of the content (hex) and its length. */
export type Sealed = { fileId: string; sizeBytes: number };

/** Writes `chunks` (each of exactly 64 KiB but the last) sealed to an empty open file. The caller syncs it. */
export async function writeSealed(file: FileHandle, dataKey: KeyObject, chunks: AsyncIterable<Buffer>): Promise<Sealed> {
  const salt = randomBytes(16);
  const cipher = chunkCipher(dataKey, salt);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let index = 0;
  let position = headerLength;
  let waiting: Buffer = Buffer.alloc(0);
  const seal = async (plain: Buffer, last: boolean): Promise<void> => {
    const sealed = cipher.seal(plain, index, last);
    await file.write(sealed, 0, sealed.length, position);
    position += sealed.length;
    index += 1;
  };
  for await (const chunk of chunks) {
    if (sizeBytes > 0) await seal(waiting, false);
    hash.update(chunk);
    sizeBytes += chunk.length;
    waiting = chunk;
  }
  await seal(waiting, true);
  const fileId = hash.digest('hex');
  const header = Buffer.concat([magics[modeOf(dataKey)], salt, cipher.bind(fileId)]);
  await file.write(header, 0, headerLength, 0);
  return { fileId, sizeBytes };
}

/** Opens the sealed chunks one after the other. Yields undefined, once and last, where the file is not the one that was stored. */
export async function* readSealed(file: FileHandle, dataKey: KeyObject, fileId: string): AsyncGenerator<Buffer | undefined, void, void> {
  const header = await readAt(file, headerLength, 0);
  if (header.length !== headerLength || !header.subarray(0, 4).equals(magics[modeOf(dataKey)])) return yield undefined;
  const cipher = chunkCipher(dataKey, header.subarray(4, 20));
  if (!timingSafeEqual(cipher.bind(fileId), header.subarray(20))) return yield undefined;
  const { size } = await file.stat();
  const storedChunk = chunkLength + cipher.tagLength;
  for (let index = 0, position = headerLength; ; index += 1, position += storedChunk) {
    const last = position + storedChunk >= size;
    const plain = cipher.open(await readAt(file, storedChunk, position), index, last);
    yield plain;
    if (plain === undefined || last) return;
  }
}

async function readAt(file: FileHandle, length: number, position: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** Content length of a file of this data key and of this length on disk. */
export function contentLength(storedLength: number, dataKey: KeyObject): number {
  const tagLength = tagLengths[modeOf(dataKey)];
  const body = storedLength - headerLength;
  return body - Math.max(1, Math.ceil(body / (chunkLength + tagLength))) * tagLength;
}

/** Regroups a stream of any pieces into pieces of 64 KiB, the last one shorter. Leaves the source as it is when stopped early. */
export async function* inChunks(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const piece of source) {
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + chunkLength - length);
      parts.push(part);
      length += part.length;
      at += part.length;
      if (length === chunkLength) {
        yield Buffer.concat(parts);
        parts = [];
        length = 0;
      }
    }
  }
  if (length > 0) yield Buffer.concat(parts);
}
