import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

// Layout: 'YMF1' ‖ salt (16) ‖ binding (32) ‖ chunks. A chunk is up to 64 KiB sealed with AES-256-GCM under a key made for this file
// alone (HKDF, RFC 5869), its nonce the chunk's number and whether it is the last: chunks can be neither reordered nor cut off
// (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015). The binding is HMAC(file key, SHA-256 of the content):
// a file put in another's place is refused before its first byte is given out.
const magic = Buffer.from('YMF1');
const headerLength = 4 + 16 + 32;
const chunkLength = 65_536;
const tagLength = 16;

/** The keys of one stored file, from its owner's data key and the file's salt. */
function fileKeys(dataKey: KeyObject, salt: Buffer): { content: Buffer; binding: Buffer } {
  const bytes = Buffer.from(hkdfSync('sha256', dataKey, salt, 'yimen file', 64));
  return { content: bytes.subarray(0, 32), binding: bytes.subarray(32) };
}

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

/** The name of a file in the vault: it tells nothing of the content, and the same content of another owner has another name. */
export function storedName(fileId: string, dataKey: KeyObject): string {
  const nameKey = Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), 'yimen file name', 32));
  return createHmac('sha256', nameKey).update(fileId, 'hex').digest('hex');
}

/** What sealing learned on the way: SHA-256 of the content (hex) and its length. */
export type Sealed = { fileId: string; sizeBytes: number };

/** Writes `chunks` (each of exactly 64 KiB but the last) sealed to an empty open file. The caller syncs it. */
export async function writeSealed(file: FileHandle, dataKey: KeyObject, chunks: AsyncIterable<Buffer>): Promise<Sealed> {
  const salt = randomBytes(16);
  const keys = fileKeys(dataKey, salt);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let index = 0;
  let position = headerLength;
  let waiting: Buffer = Buffer.alloc(0);
  const seal = async (plain: Buffer, last: boolean): Promise<void> => {
    const cipher = createCipheriv('aes-256-gcm', keys.content, nonceOf(index, last));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
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
  const header = Buffer.concat([magic, salt, createHmac('sha256', keys.binding).update(fileId, 'hex').digest()]);
  await file.write(header, 0, headerLength, 0);
  return { fileId, sizeBytes };
}

/** Opens the sealed chunks one after the other. Yields undefined, once and last, where the file is not the one that was stored. */
export async function* readSealed(file: FileHandle, dataKey: KeyObject, fileId: string): AsyncGenerator<Buffer | undefined, void, void> {
  const header = await readAt(file, headerLength, 0);
  if (header.length !== headerLength || !header.subarray(0, 4).equals(magic)) return yield undefined;
  const keys = fileKeys(dataKey, header.subarray(4, 20));
  if (!timingSafeEqual(createHmac('sha256', keys.binding).update(fileId, 'hex').digest(), header.subarray(20))) return yield undefined;
  const { size } = await file.stat();
  for (let index = 0, position = headerLength; ; index += 1, position += chunkLength + tagLength) {
    const last = position + chunkLength + tagLength >= size;
    const plain = openChunk(await readAt(file, chunkLength + tagLength, position), keys.content, nonceOf(index, last));
    yield plain;
    if (plain === undefined || last) return;
  }
}

function openChunk(sealed: Buffer, key: Buffer, nonce: Buffer): Buffer | undefined {
  if (sealed.length < tagLength) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagLength)), decipher.final()]);
  } catch {
    return undefined; // altered, cut or moved
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

/** Content length of a stored file of this length on disk. */
export function contentLength(storedLength: number): number {
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
