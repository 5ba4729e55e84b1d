import { a4, facts, footers, sealPlace } from './blocks.ts';
import { colours, decorate, drawQr, openCanvas } from './canvas.ts';
import type { Canvas } from './canvas.ts';
import type { Fonts } from './fonts.ts';
import { remedies } from './notices.ts';
import { dayInWords } from './paper-dates.ts';
import type { ResultPaper } from './paper.ts';

/** 结果文书: framed, centred, the decision in full sentences; verification and seal side by side at the foot. */
export function drawResult(fonts: Fonts, paper: ResultPaper): Canvas {
  const canvas = openCanvas(fonts, { language: paper.language, title: `${paper.title} ${paper.documentNumber}`, issuedAt: paper.issuedAt, size: a4.size, margins: { top: 84, bottom: 94, left: 78, right: 78 } });
  const { words, left, width } = canvas;
  canvas.y += canvas.text(paper.unit, left, canvas.y, width, { size: 12, align: 'center', colour: colours.quiet, leading: 1.4 }) + 12;
  canvas.y += canvas.text(paper.title, left, canvas.y, width, { size: 25, bold: true, align: 'center', leading: 1.35 }, 'H1') + 8;
  canvas.y += canvas.text(`${words('paper.document_number')}  ${paper.documentNumber}`, left, canvas.y, width, { size: 10, align: 'center', spacing: 0.3 }) + 16;
  decorate(canvas, (doc) => { doc.rect(left + width / 2 - 14, canvas.y, 28, 2).fill(colours.bamboo); });
  canvas.y += 24;
  for (const text of paper.body) {
    const indented = paper.language === 'en' ? text : `　　${text}`; // a Chinese paragraph begins two characters in
    canvas.need(canvas.heightOf(indented, width, { size: 12, leading: 1.85 }));
    canvas.y += canvas.text(indented, left, canvas.y, width, { size: 12, leading: 1.85 }) + 8;
  }
  canvas.y += 10;
  facts(canvas, [
    [words('paper.holder'), paper.holderNumber === '' ? paper.applicant : `${paper.applicant}  ${paper.holderNumber}`],
    [words('paper.item'), paper.item],
    [words('paper.decision'), words(paper.decision === 'granted' ? 'paper.granted' : 'paper.refused')],
    [words('paper.validity'), validity(canvas, paper)],
    [words('paper.matter_number'), paper.number],
  ]);
  if (paper.remedies !== undefined) remedies(canvas, paper.remedies);
  canvas.need(footHeight);
  canvas.y = canvas.bottom - footHeight;
  verification(canvas, paper);
  sealPlace(canvas, paper.unit, dayInWords(paper.decidedOn, paper.language), canvas.y + 46);
  frames(canvas);
  footers(canvas, paper.documentNumber, paper.issuedAt);
  return canvas;
}

/** QR code and seal stand at the foot of the last page. */
const footHeight = 118;

function validity(canvas: Canvas, paper: ResultPaper): string {
  if (paper.validity === undefined) return '';
  const from = dayInWords(paper.validity.from, paper.language);
  if (paper.validity.to === undefined) return canvas.words('paper.validity_open', { from });
  return canvas.words('paper.validity_range', { from, to: dayInWords(paper.validity.to, paper.language) });
}

function verification(canvas: Canvas, paper: ResultPaper): void {
  const { left, words } = canvas;
  const y = canvas.y + 6;
  drawQr(canvas, paper.check.url, left, y, 76, words('paper.scan_verify'));
  const code = canvas.text(`${words('paper.check_code')}  ${paper.check.code}`, left + 88, y, 150, { size: 9.5, bold: true, leading: 1.4 });
  const text = canvas.text(words('paper.verify_text', { site: paper.check.site }), left + 88, y + code + 3, 150, { size: 8, colour: colours.quiet, leading: 1.45 });
  if (!paper.evaluate) return;
  const below = y + code + text + 6;
  drawQr(canvas, paper.evaluate.url, left + 88, below, 40, words('paper.scan_evaluate'));
  canvas.text(words('paper.scan_evaluate'), left + 134, below + 14, 104, { size: 8, colour: colours.quiet, leading: 1.45 });
}

/** A double line around each page: the paper says from afar that it is a decision and not a slip. */
function frames(canvas: Canvas): void {
  const { count } = canvas.doc.bufferedPageRange();
  const [pageWidth, pageHeight] = a4.size;
  for (let page = 0; page < count; page += 1) {
    canvas.doc.switchToPage(page);
    decorate(canvas, (doc) => {
      doc.rect(36, 36, pageWidth - 72, pageHeight - 72).lineWidth(1.5).stroke(colours.bamboo);
      doc.rect(41, 41, pageWidth - 82, pageHeight - 82).lineWidth(0.5).stroke(colours.bamboo);
    });
  }
}
