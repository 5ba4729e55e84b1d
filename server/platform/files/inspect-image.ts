import { refuseFile } from './refusals.ts';
import type { FileRefusal } from './refusals.ts';

/** Size in pixels as the header declares it: what a viewer would allocate. */
export type ImageSize = { ok: true; width: number; height: number };

/** Above this a viewer may need gigabytes (4 bytes a pixel): a picture bomb. The largest phone cameras make 200 megapixels only in a special mode. */
const pixelLimit = 120_000_000;

/** Reads the declared size of a picture and walks its structure to its end; refuses what is cut, broken, or too large to show. */
export function inspectImage(bytes: Buffer, mediaType: 'image/jpeg' | 'image/png' | 'image/webp'): ImageSize | FileRefusal {
  const size = mediaType === 'image/jpeg' ? jpegSize(bytes) : mediaType === 'image/png' ? pngSize(bytes) : webpSize(bytes);
  if (size === undefined || size.width === 0 || size.height === 0) return refuseFile('files.damaged');
  if (size.width * size.height > pixelLimit) {
    return refuseFile('files.image_too_large', { ...size, limitMegapixels: pixelLimit / 1e6 });
  }
  return { ok: true, ...size };
}

type Size = { width: number; height: number };

/** One segment of a JPEG (ITU-T T.81 Annex B): its marker and where it starts and ends; for a scan, the end of its entropy-coded data. */
export type JpegSegment = { marker: number; start: number; end: number };

/** All segments from SOI to the first EOI, in order; undefined if the chain breaks before EOI. What lies behind EOI is not the picture. */
export function jpegSegments(bytes: Buffer): JpegSegment[] | undefined {
  const segments: JpegSegment[] = [];
  let at = 2;
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) { at += 1; continue; } // fill byte
    if (marker === 0xd9) return [...segments, { marker, start: at, end: at + 2 }];
    if (at + 4 > bytes.length) return undefined;
    let end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xda) end = endOfScan(bytes, end);
    if (end > bytes.length) return undefined;
    segments.push({ marker, start: at, end });
    at = end;
  }
  return undefined;
}

/** Entropy-coded data ends at a marker that is neither a stuffed zero nor a restart marker (T.81 B.1.1.5). */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length + 1;
}

function jpegSize(bytes: Buffer): Size | undefined {
  const frames = jpegSegments(bytes)?.filter(({ marker }) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker));
  const frame = frames?.[0];
  if (frame === undefined || frames?.length !== 1 || frame.end - frame.start < 11) return undefined;
  return { height: bytes.readUInt16BE(frame.start + 5), width: bytes.readUInt16BE(frame.start + 7) };
}

/** One chunk of a PNG (ISO/IEC 15948 §5.3) or of a RIFF container: four letters and the bytes of the whole chunk. */
export type Chunk = { type: string; start: number; end: number };

/** All chunks from IHDR to IEND; undefined if the chain breaks. */
export function pngChunks(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, end });
    if (chunks.at(-1)?.type === 'IEND') return chunks;
    at = end;
  }
  return undefined;
}

function pngSize(bytes: Buffer): Size | undefined {
  const chunks = pngChunks(bytes);
  const header = chunks?.[0];
  if (header?.type !== 'IHDR' || header.end - header.start !== 25 || chunks?.some(({ type }) => type === 'IDAT') !== true) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** All chunks of a WebP file (RFC 9649 §2.3–2.7); undefined if the chain breaks or the container's length is not the file's. */
export function webpChunks(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = [];
  if (bytes.length < 20 || bytes.readUInt32LE(4) + 8 !== bytes.length) return undefined;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length & 1);
    if (end > bytes.length) return undefined;
    chunks.push({ type: bytes.toString('latin1', at, at + 4), start: at, end });
    at = end;
  }
  return at === bytes.length ? chunks : undefined;
}

function webpSize(bytes: Buffer): Size | undefined {
  const first = webpChunks(bytes)?.[0];
  if (first === undefined || first.end - first.start < 18) return undefined;
  const body = first.start + 8;
  if (first.type === 'VP8X') return { width: bytes.readUIntLE(body + 4, 3) + 1, height: bytes.readUIntLE(body + 7, 3) + 1 };
  if (first.type === 'VP8 ') return { width: bytes.readUInt16LE(body + 6) & 0x3fff, height: bytes.readUInt16LE(body + 8) & 0x3fff };
  if (first.type !== 'VP8L' || bytes[body] !== 0x2f) return undefined;
  const packed = bytes.readUInt32LE(body + 1);
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
}
