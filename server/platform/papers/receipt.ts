import { a4, dayBox, facts, footers, heading, list, masthead, numbers, pair, paragraph } from './blocks.ts';
import { colours, decorate, drawQr, openCanvas, papersWords } from './canvas.ts';
import type { Canvas, TextStyle } from './canvas.ts';
import type { Fonts } from './fonts.ts';
import { fitsInCode, printedHash, proofBlock } from './proof-block.ts';
import { dayWithWeekday, momentInWords } from './paper-dates.ts';
import type { PaperCheck, PaperComplaint, ReceiptPaper } from './paper.ts';

/** 收件凭证 on A4. */
export function drawReceipt(fonts: Fonts, paper: ReceiptPaper): Canvas {
  const canvas = openCanvas(fonts, { language: paper.language, title: `${papersWords(paper.language)('paper.receipt')} ${paper.number}`, issuedAt: paper.issuedAt, ...a4 });
  const { words, language } = canvas;
  masthead(canvas, { unit: paper.unit, title: words('paper.receipt'), check: paper.check, caption: words('paper.scan_progress') });
  numbers(canvas, [words('paper.matter_number'), paper.number], [words('paper.check_code'), paper.check.code]);
  dayBox(canvas, words(paper.dayKind === 'notice' ? 'paper.notice_by' : 'paper.promised_by'), paper.day);
  facts(canvas, [
    [words('paper.item'), paper.item],
    [words('paper.applicant'), paper.applicant],
    [words('paper.received_at'), momentInWords(paper.receivedAt, language)],
    [words('paper.received_by'), paper.receivedBy],
  ]);
  heading(canvas, words('paper.materials'));
  if (paper.materials.length === 0) paragraph(canvas, words('paper.materials_none'));
  else list(canvas, paper.materials.map(({ name, form, count }) => ({ text: name, aside: `${form}  ${words('paper.copies', { count })}` })));
  heading(canvas, words('paper.what_next'));
  list(canvas, paper.next.map(({ what, who }) => ({ text: what, aside: who })));
  pair(canvas, checkAndComplain(canvas, paper), paper.evaluate && { url: paper.evaluate.url, caption: words('paper.scan_evaluate') });
  if (paper.proof) proofBlock(canvas, paper.proof);
  footers(canvas, paper.number, paper.issuedAt);
  return canvas;
}

/** The two ways out that every paper shows: how to see progress and how to complain. */
export function checkAndComplain(canvas: Canvas, paper: { check: PaperCheck; complaint: PaperComplaint }): [string, string][] {
  return [
    [canvas.words('paper.how_to_check'), canvas.words('paper.how_to_check_text', { site: paper.check.site })],
    [canvas.words('paper.how_to_complain'), canvas.words('paper.how_to_complain_text', { ...paper.complaint })],
  ];
}

// 80 mm roll, 72 mm printed; thermal heads know only black.
const rollWidth = 226.77;
const rollMargin = 11.34;

/** 收件凭证 on an 80 mm roll: the same content, one column, black only, as long as it needs to be. */
export function drawTicket(fonts: Fonts, paper: ReceiptPaper): Canvas {
  const long = 4000;
  const measured = ticketOn(fonts, paper, long);
  return ticketOn(fonts, paper, Math.ceil(measured.y + rollMargin));
}

function ticketOn(fonts: Fonts, paper: ReceiptPaper, length: number): Canvas {
  const margins = { top: 14, bottom: 0, left: rollMargin, right: rollMargin };
  const canvas = openCanvas(fonts, { language: paper.language, title: `${papersWords(paper.language)('paper.receipt')} ${paper.number}`, issuedAt: paper.issuedAt, size: [rollWidth, length], margins });
  const { words, left, width, language } = canvas;
  const line = (text: string, style: TextStyle, gap = 3): void => { canvas.y += canvas.text(text, left, canvas.y, width, { colour: colours.black, ...style }) + gap; };
  const rule = (): void => {
    const y = canvas.y + 4;
    decorate(canvas, (doc) => { doc.moveTo(left, y).lineTo(left + width, y).dash(2, { space: 2 }).lineWidth(0.75).stroke(colours.black).undash(); });
    canvas.y += 12;
  };
  const named = (name: string, value: string): void => { line(name, { size: 8, leading: 1.3 }, 0); line(value, { size: 10, leading: 1.4 }, 4); };
  line(paper.unit, { size: 9, align: 'center', leading: 1.35 });
  line(words('paper.receipt'), { size: 19, bold: true, align: 'center', leading: 1.3 }, 6);
  line(words('paper.matter_number'), { size: 8, align: 'center', leading: 1.3 }, 0);
  line(paper.number, { size: 13, bold: true, align: 'center', leading: 1.35 }, 4);
  line(`${words('paper.check_code')}  ${paper.check.code}`, { size: 12, bold: true, align: 'center', leading: 1.35 }, 8);
  drawQr(canvas, paper.check.url, left + (width - 112) / 2, canvas.y, 112, words('paper.scan_progress'), colours.black);
  canvas.y += 117;
  line(words('paper.scan_progress'), { size: 8.5, align: 'center' });
  rule();
  line(words(paper.dayKind === 'notice' ? 'paper.notice_by' : 'paper.promised_by'), { size: 8.5, leading: 1.3 }, 1);
  line(dayWithWeekday(paper.day.on, language), { size: 14, bold: true, leading: 1.35 }, 2);
  line(paper.day.explanation, { size: 8.5, leading: 1.45 });
  rule();
  named(words('paper.item'), paper.item);
  named(words('paper.applicant'), paper.applicant);
  named(words('paper.received_at'), momentInWords(paper.receivedAt, language));
  named(words('paper.received_by'), paper.receivedBy);
  rule();
  line(words('paper.materials'), { size: 9.5, bold: true, leading: 1.4 });
  if (paper.materials.length === 0) line(words('paper.materials_none'), { size: 9 });
  for (const [index, { name, form, count }] of paper.materials.entries()) line(`${index + 1}. ${name} (${form} ${words('paper.copies', { count })})`, { size: 9, leading: 1.4 }, 1);
  rule();
  line(words('paper.what_next'), { size: 9.5, bold: true, leading: 1.4 });
  for (const [index, { what, who }] of paper.next.entries()) line(`${index + 1}. ${what} — ${who}`, { size: 9, leading: 1.4 }, 1);
  rule();
  line(words('paper.how_to_check_text', { site: paper.check.site }), { size: 8.5, leading: 1.45 });
  line(words('paper.how_to_complain_text', { ...paper.complaint }), { size: 8.5, leading: 1.45 });
  if (paper.evaluate) {
    rule();
    drawQr(canvas, paper.evaluate.url, left + (width - 84) / 2, canvas.y, 84, words('paper.scan_evaluate'), colours.black);
    canvas.y += 88;
    line(words('paper.scan_evaluate'), { size: 9.5, bold: true, align: 'center', leading: 1.4 }, 1);
    line(words('paper.evaluate_text'), { size: 8.5, align: 'center', leading: 1.45 });
  }
  if (paper.proof && fitsInCode(paper.proof)) {
    rule();
    line(words('paper.proof'), { size: 9.5, bold: true, leading: 1.4 });
    drawQr(canvas, paper.proof.text, left + (width - 170) / 2, canvas.y, 170, words('paper.proof'), colours.black, 'L');
    canvas.y += 175;
    line(words('paper.fingerprint'), { size: 8, leading: 1.3 }, 0);
    line(printedHash(paper.proof.hash), { size: 7.5, leading: 1.4 });
    line(words(paper.proof.isIncluded ? 'paper.proof_included' : 'paper.proof_promised', { site: paper.proof.site }), { size: 8.5, leading: 1.45 });
  }
  const translation = words('paper.translation');
  if (translation !== '') line(translation, { size: 7.5, leading: 1.4 });
  return canvas;
}
