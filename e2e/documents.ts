import { sampleDocument } from '../server/demo/sample-document.ts';

/** A file as a browser's file chooser takes it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A small sound PDF of one page. */
export const paper = (title: string): ChosenFile => ({ name: 'identity-card.pdf', mimeType: 'application/pdf', buffer: sampleDocument([title], 'journey') });

/** A PDF that runs a script when it is opened (ISO 32000-1 §12.6.4.16), as people are sent by mail and pass on without knowing. */
export function paperWithScript(): ChosenFile {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\("hello"\\);) >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(text, 'latin1') };
}
