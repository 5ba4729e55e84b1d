/** The kinds of file that residents may hand in: what any browser shows safely and any office prints. */
export const acceptedTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;
export type AcceptedType = (typeof acceptedTypes)[number];

/** What the first bytes say: an accepted type, or a plain name of what it is instead, for the refusal. */
export type Detected = { accepted: true; mediaType: AcceptedType } | { accepted: false; found: string };

// Signatures at fixed places (offset, bytes in latin1, name). HEIC is told apart so that the refusal can say "save it as JPEG":
// hardly any browser shows it, so a clerk could not look at it.
const signatures: readonly (readonly [number, string, string])[] = [
  [0, 'PK\x03\x04', 'ZIP / Office'],
  [0, 'PK\x05\x06', 'ZIP'],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Office 97–2003'],
  [0, 'Rar!\x1a\x07', 'RAR'],
  [0, "7z\xbc\xaf'\x1c", '7-Zip'],
  [0, '\x1f\x8b', 'gzip'],
  [0, 'MZ', 'EXE'],
  [0, '\x7fELF', 'ELF'],
  [0, '#!', 'script'],
  [0, 'GIF8', 'GIF'],
  [0, 'BM', 'BMP'],
  [0, 'II*\x00', 'TIFF'],
  [0, 'MM\x00*', 'TIFF'],
  [0, '{\\rtf', 'RTF'],
  [4, 'ftypheic', 'HEIC'],
  [4, 'ftypheix', 'HEIC'],
  [4, 'ftypmif1', 'HEIC'],
  [4, 'ftypavif', 'AVIF'],
  [4, 'ftyp', 'MP4'],
];

/** Names the type by content alone, from the first kilobyte (less only if the file is shorter); the declared name and type play no part (C-IN-2). */
export function detectType(head: Buffer): Detected {
  const mediaType = acceptedType(head);
  if (mediaType !== undefined) return { accepted: true, mediaType };
  for (const [offset, bytes, found] of signatures) {
    if (head.toString('latin1', offset, offset + bytes.length) === bytes) return { accepted: false, found };
  }
  return { accepted: false, found: textKind(head) };
}

function acceptedType(head: Buffer): AcceptedType | undefined {
  if (/^%PDF-[12]\.\d/.test(head.toString('latin1', 0, 8))) return 'application/pdf';
  if (head.length > 3 && head.readUIntBE(0, 3) === 0xffd8ff) return 'image/jpeg';
  if (head.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  return undefined;
}

function textKind(head: Buffer): string {
  const text = head.toString('latin1', 0, 1024).toLowerCase();
  if (text.includes('%pdf-')) return 'PDF*'; // a header that is not at the first byte: the mark of a file that is two things
  if (text.includes('<svg')) return 'SVG';
  if (/<(!doctype html|html|head|body|script|iframe)/.test(text)) return 'HTML';
  if (text.includes('<?xml')) return 'XML';
  return '?';
}

const pageMarks = /<(!doctype\s+html|html|head|body|script|iframe|svg|object|embed)[\s>/]|<\?php|javascript:/i;

/** Whether an accepted file is also something else: a web page in its first kilobyte, a script, a second header, an archive behind it. */
export function isAlsoSomethingElse(bytes: Buffer, mediaType: AcceptedType): boolean {
  const head = bytes.toString('latin1', 0, 1024);
  if (pageMarks.test(head) || bytes.includes('<?php')) return true;
  if (mediaType !== 'application/pdf' && (head.includes('%PDF-') || bytes.includes('<script'))) return true;
  return bytes.includes('Rar!\x1a\x07', 0, 'latin1') || bytes.includes("7z\xbc\xaf'\x1c", 0, 'latin1') || hasZipDirectory(bytes);
}

/** Archive programs read a ZIP from its end (APPNOTE.TXT 4.3.16), so one hangs behind any other file unnoticed. Only a real directory counts, not four chance bytes. */
function hasZipDirectory(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.indexOf('PK\x05\x06', from, 'latin1'); at >= 0; at = bytes.indexOf('PK\x05\x06', at + 1, 'latin1')) {
    if (at + 22 > bytes.length) return false;
    const start = at - bytes.readUInt32LE(at + 12);
    const entries = bytes.readUInt16LE(at + 10);
    if (entries === 0 ? at + 22 + bytes.readUInt16LE(at + 20) === bytes.length : start >= 0 && bytes.toString('latin1', start, start + 4) === 'PK\x01\x02') return true;
  }
  return false;
}
