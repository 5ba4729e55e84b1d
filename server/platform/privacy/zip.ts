import { crc32 } from 'node:zlib';

/** A file of an archive: its path inside and its bytes. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Buffer;
}

/** An archive of at most this many bytes: its offsets are 32 bits wide, and it is put together in memory. */
export const zipLimitBytes = 256 * 1024 * 1024;

/**
 * A ZIP archive (PKWARE APPNOTE 6.3, sections 4.3.7 and 4.3.12) with its files as they are, not compressed: PDFs and pictures are compressed already. Names are UTF-8 (flag bit 11).
 * Throws over the limit or over 65,535 files.
 */
export function zipOf(entries: readonly ZipEntry[], at: Date): Buffer {
  const total = entries.reduce((sum, one) => sum + one.bytes.length + 2 * Buffer.byteLength(one.path) + 100, 22);
  if (total > zipLimitBytes || entries.length > 65_535) throw new RangeError(`zipOf: ${entries.length} files, ${total} bytes`);
  const [time, date] = dosMoment(at);
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of entries) {
    const name = Buffer.from(path, 'utf8');
    // version 2.0, flag bit 11 (UTF-8), method 0 (stored)
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(time, 6);
    shared.writeUInt16LE(date, 8);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(bytes.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), shared, name, bytes);
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.of(20, 0), shared, place, name);
    offset += 4 + shared.length + name.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

/** Time and date as archives have them (APPNOTE 4.4.6): two-second steps from 1980 on. */
function dosMoment(at: Date): [number, number] {
  return [(at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()];
}
