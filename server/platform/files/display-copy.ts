import { jpegSegments, pngChunks, webpChunks } from './inspect-image.ts';
import type { AcceptedType } from './detect.ts';

/**
 * The copy that is shown to people: the same picture without what the camera wrote about place, time and device (C-IN-4).
 * A JPEG keeps its orientation, or photographs would lie on their side; what hangs behind the picture is cut off.
 * PDF is given as it is. The vault keeps the original: its SHA-256 is the evidence.
 */
export function displayCopy(bytes: Buffer, mediaType: AcceptedType): Buffer {
  if (mediaType === 'image/jpeg') return jpegCopy(bytes);
  if (mediaType === 'image/png') return pngCopy(bytes);
  if (mediaType === 'image/webp') return webpCopy(bytes);
  return bytes;
}

/** JFIF, ICC profile (only when it says so) and Adobe's colour transform are needed to draw; every other APPn and comment goes. */
function jpegCopy(bytes: Buffer): Buffer {
  const segments = jpegSegments(bytes);
  if (segments === undefined) return bytes.subarray(0, 0);
  const kept = segments.filter(({ marker, start }) => {
    if (marker === 0xe2) return bytes.toString('latin1', start + 4, start + 15) === 'ICC_PROFILE';
    return marker === 0xe0 || marker === 0xee || (marker < 0xe0 || marker > 0xef) && marker !== 0xfe;
  });
  const orientation = segments.map(({ marker, start, end }) => (marker === 0xe1 ? exifOrientation(bytes.subarray(start + 4, end)) : undefined)).find(Boolean);
  const parts = kept.map(({ start, end }) => bytes.subarray(start, end));
  return Buffer.concat([bytes.subarray(0, 2), ...(orientation === undefined ? [] : [orientationSegment(orientation)]), ...parts]);
}

/** Tag 0x0112 of the first directory (Exif 2.32 §4.6.2, TIFF 6.0 §2), 2–8; 1 (upright) and anything odd is undefined. */
function exifOrientation(exif: Buffer): number | undefined {
  if (exif.length < 16 || exif.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined;
  const tiff = exif.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = Math.min(u16(directory), 200);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (u16(at) === 0x0112) return u16(at + 8) >= 2 && u16(at + 8) <= 8 ? u16(at + 8) : undefined;
  }
  return undefined;
}

function orientationSegment(orientation: number): Buffer {
  const segment = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  segment.writeUInt16BE(orientation, 28);
  return segment;
}

const pngMetadata = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

function pngCopy(bytes: Buffer): Buffer {
  const chunks = pngChunks(bytes) ?? [];
  return Buffer.concat([bytes.subarray(0, 8), ...chunks.filter(({ type }) => !pngMetadata.has(type)).map(({ start, end }) => bytes.subarray(start, end))]);
}

function webpCopy(bytes: Buffer): Buffer {
  const kept = (webpChunks(bytes) ?? []).filter(({ type }) => type !== 'EXIF' && type !== 'XMP ');
  const copy = Buffer.concat([bytes.subarray(0, 12), ...kept.map(({ start, end }) => bytes.subarray(start, end))]);
  copy.writeUInt32LE(copy.length - 8, 4);
  if (kept[0]?.type === 'VP8X') copy.writeUInt8(copy.readUInt8(20) & ~0x0c, 20); // its flags must not announce what is gone (RFC 9649 §2.7.1)
  return copy;
}
