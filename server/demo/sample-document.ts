/**
 * A one-page PDF that stands for the materials an invented person handed in, as one scan of them all: real enough to be kept, opened and looked at, and it says itself
 * that it is no document. Latin letters only (Helvetica, one of the fonts every reader has: ISO 32000-1 §9.6.2.2), so that no font is loaded.
 */
export function sampleDocument(titles: readonly string[], reference: string): Buffer {
  const lines: readonly (readonly [size: number, text: string])[] = [
    [20, 'Invented city of Yimen'], [11, `Application ${plain(reference)}`],
    [11, 'This page stands for the documents below in a demonstration. It was issued by nobody,'], [11, 'belongs to nobody and proves nothing.'],
    ...titles.slice(0, 18).map((title) => [13, plain(title)] as const),
  ];
  const drawn = lines.map(([size, text], index) => `BT /F1 ${size} Tf 72 ${750 - index * 30} Td (${text}) Tj ET`).join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(at).padStart(10, '0');
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${at} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** Printable ASCII without what ends a PDF string; everything else becomes a blank. */
const plain = (text: string): string => text.replaceAll('’', ' ').replace(/[^ -~]/g, ' ').replace(/[()\\]/g, ' ').replace(/ {2,}/g, ' ').trim();
