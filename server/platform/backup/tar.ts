import { byteReader } from './byte-reader.ts';
import { backupRefusal } from './refusal.ts';

/** One file of an archive; `content` is read once, and gives exactly `bytes` or is filled up with zeros and cut to it. */
export type TarEntry = { readonly path: string; readonly bytes: number; readonly modifiedAt: Date; content(): AsyncIterable<Uint8Array> };

const block = 512;

/**
 * A POSIX ustar archive (IEEE 1003.1, pax interchange format, ustar header) as a stream: any `tar` reads it. A file that grew while it was read is cut
 * and one that shrank filled up: PostgreSQL replays the rest from its log.
 */
export async function* tarOf(entries: AsyncIterable<TarEntry>): AsyncGenerator<Buffer, void, void> {
  for await (const entry of entries) {
    yield headerOf(entry);
    let left = entry.bytes;
    for await (const piece of entry.content()) {
      if (left === 0) break;
      const kept = Buffer.from(piece.buffer, piece.byteOffset, Math.min(piece.byteLength, left));
      left -= kept.length;
      yield kept;
    }
    for (let zeros = left + padding(entry.bytes); zeros > 0; zeros -= 65_536) yield Buffer.alloc(Math.min(zeros, 65_536));
  }
  yield Buffer.alloc(2 * block);
}

const padding = (bytes: number): number => (block - (bytes % block)) % block;

function headerOf({ path, bytes, modifiedAt }: TarEntry): Buffer {
  const header = Buffer.alloc(block);
  const { prefix, name } = splitPath(path);
  header.write(name, 0, 100, 'utf8');
  header.write('0000600\0' + '0000000\0' + '0000000\0', 100, 'latin1');
  writeSize(header, bytes);
  header.write(`${Math.floor(modifiedAt.getTime() / 1000).toString(8).padStart(11, '0')}\0`, 136, 'latin1');
  header.write('        0', 148, 'latin1');
  header.write('ustar\0' + '00', 257, 'latin1');
  header.write(prefix, 345, 155, 'utf8');
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/** Octal up to 8 GiB; above it the binary form that GNU and BSD tar share. */
function writeSize(header: Buffer, bytes: number): void {
  if (bytes < 8 ** 11) header.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  else {
    header[124] = 0x80;
    header.writeUIntBE(bytes, 130, 6);
  }
}

function splitPath(path: string): { prefix: string; name: string } {
  if (Buffer.byteLength(path) <= 100) return { prefix: '', name: path };
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(name) <= 100) return { prefix, name };
  }
  throw new Error(`a name too long for an archive: ${path}`);
}

function sumOf(header: Buffer): number {
  let sum = 0;
  for (const [at, byte] of header.entries()) sum += at >= 148 && at < 156 ? 32 : byte;
  return sum;
}

/** A file as it comes out of an archive; `content` must be read, or it is skipped. */
export type Untarred = { readonly path: string; readonly bytes: number; readonly content: AsyncIterable<Buffer> };

/** Reads an archive of `tarOf` as it streams by. `name` is for the refusal `backup.damaged`. */
export async function* untar(source: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Untarred, void, void> {
  const reader = byteReader(source);
  try {
    for (;;) {
      const header = await reader.take(block);
      if (header.length < block) throw backupRefusal('backup.damaged', { name, reason: 'the archive ends too early' });
      if (header.every((byte) => byte === 0)) break;
      if (Number.parseInt(header.toString('latin1', 148, 154), 8) !== sumOf(header)) throw backupRefusal('backup.damaged', { name, reason: 'a header of the archive is wrong' });
      const path = [textAt(header, 345, 155), textAt(header, 0, 100)].filter((part) => part !== '').join('/');
      const bytes = header[124] === 0x80 ? header.readUIntBE(130, 6) : Number.parseInt(header.toString('latin1', 124, 135), 8);
      let read = 0;
      const content = (async function* () {
        for await (const piece of reader.pieces(bytes - read)) {
          read += piece.length;
          yield piece;
        }
        if (read < bytes) throw backupRefusal('backup.damaged', { name, reason: `${path} ends too early` });
      })();
      yield { path, bytes, content };
      for await (const _ of content) continue;
      for await (const piece of reader.pieces(bytes - read)) read += piece.length;
      await reader.take(padding(bytes));
    }
    for (let rest = await reader.take(65_536); rest.length > 0; rest = await reader.take(65_536)) continue; // to the end, so that the last chunk is authenticated too
  } finally {
    await reader.close();
  }
}

function textAt(header: Buffer, from: number, length: number): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}
