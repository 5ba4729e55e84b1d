import { createDecipheriv, hkdfSync, type KeyObject } from 'node:crypto';

/**
 * The planted defect of D-09: a vault that decrypts and asks for no proof. Reads our own format (server/platform/files/sealed-file.ts: magic, salt,
 * binding, then chunks of 64 KiB each followed by a tag of 16 bytes), leaves every tag unlooked at, and so gives out whatever is there.
 */
export function readUnproven(file: Buffer, dataKey: KeyObject): Buffer | undefined {
  const key = Buffer.from(hkdfSync('sha256', dataKey, file.subarray(4, 20), 'yimen file', 64)).subarray(0, 32);
  const parts: Buffer[] = [];
  for (let index = 0, at = 52; at < file.length; index += 1, at += 65_552) {
    const chunk = file.subarray(at, at + 65_552);
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(index, 7);
    nonce.writeUInt8(at + 65_552 >= file.length ? 1 : 0, 11);
    parts.push(createDecipheriv('aes-256-gcm', key, nonce).update(chunk.subarray(0, -16)));
  }
  return Buffer.concat(parts);
}
