import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

// Files for the tests of this folder, made here byte by byte: good ones, and ones that are not what they seem.

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

/** An ordinary one-page PDF; `catalog` is added to its root, `more` are further objects or raw text before the trailer. */
export function pdf(catalog = '', more: string | Buffer = '', header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'): Buffer {
  const body = `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n`
    + '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length 9 >>\nstream\n0 0 m 9 9\nendstream\nendobj\n';
  const trailer = 'trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n';
  return Buffer.concat([bytes(header + body), Buffer.isBuffer(more) ? more : bytes(more), bytes(trailer)]);
}

/** One stream object with the given dictionary entries and raw data. */
export function streamObject(dictionary: string, data: Buffer, number = 9): Buffer {
  return Buffer.concat([bytes(`${number} 0 obj\n<< ${dictionary} /Length ${data.length} >>\nstream\n`), data, bytes('\nendstream\nendobj\n')]);
}

/** An object stream (ISO 32000-2 §7.5.7) that hides `objects`. */
export function objectStream(objects: string, dictionary = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'): Buffer {
  return streamObject(dictionary, deflateSync(bytes(`7 0 ${objects}`)));
}

/** A PNG of one colour. */
export function png(width = 8, height = 8): Buffer {
  const picture = new PNG({ width, height });
  picture.data.fill(0xc8);
  return PNG.sync.write(picture);
}

/** A PNG whose header claims another size than its data holds. */
export function pngClaiming(width: number, height: number): Buffer {
  const picture = Buffer.from(png());
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  return picture;
}

/** Inserts a chunk behind IHDR (its check sum is not looked at by readers of ancillary chunks here). */
export function pngWith(type: string, data: string): Buffer {
  const picture = png();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([picture.subarray(0, 33), length, bytes(type + data), Buffer.alloc(4), picture.subarray(33)]);
}

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** The structure of a baseline JPEG (ITU-T T.81): enough for a reader of headers, its entropy-coded data is arbitrary. */
export function jpeg(options: { width?: number; height?: number; extra?: Buffer[]; tail?: Buffer } = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(options.height ?? 30, 1);
  frame.writeUInt16BE(options.width ?? 40, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, bytes('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    ...(options.extra ?? []),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.concat([Buffer.of(0), Buffer.alloc(16), Buffer.of(0)])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
    options.tail ?? Buffer.alloc(0),
  ]);
}

/** An Exif segment as a phone writes it: orientation, the device's name and a place (GPS) as readable text. */
export function exif(orientation: number, secret = 'GPS 22.5431N 114.0579E PhoneOfZhang'): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return segment(0xe1, Buffer.concat([bytes('Exif\0\0'), tiff, bytes(secret)]));
}

/** Any application segment or comment. */
export const jpegSegment = (marker: number, text: string): Buffer => segment(marker, bytes(text));

/** An extended WebP (RFC 9649) with the given metadata chunks. */
export function webp(metadata: Record<string, string> = {}, width = 20, height = 10): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length & 1)]);
  };
  const extended = Buffer.alloc(10);
  extended.writeUInt8(Object.keys(metadata).length > 0 ? 0x0c : 0, 0);
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  const body = Buffer.concat([bytes('WEBP'), chunk('VP8X', extended), chunk('VP8L', Buffer.from([0x2f, 0, 0, 0, 0, 0, 0, 0, 0, 0])), ...Object.entries(metadata).map(([type, text]) => chunk(type, bytes(text)))]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** A ZIP with one stored entry of this name (APPNOTE.TXT 4.3). */
export function zip(name: string, content = 'x'): Buffer {
  const local = Buffer.concat([Buffer.from('504b0304140000000000000000000000000001000000010000000000', 'hex'), bytes(name), bytes(content)]);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.concat([Buffer.from('504b01021400140000000000000000000000000001000000010000000000000000000000000000000000', 'hex'), Buffer.alloc(4), bytes(name)]);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
