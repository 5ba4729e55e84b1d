import { colours, decorate, drawQr } from './canvas.ts';
import type { Canvas, TextStyle } from './canvas.ts';
import { drawStrip, stripHeight } from './day-strip.ts';
import { dayWithWeekday, momentInWords } from './paper-dates.ts';
import type { PaperCheck, PaperDay } from './paper.ts';

// The blocks that A4 papers are made of. Each draws at the cursor and moves it down.

const label: TextStyle = { size: 9, colour: colours.quiet };
const body: TextStyle = { size: 10.5, leading: 1.6 };
const labelWidth = 92;

/** A4 in points and the margins of our papers; the wide foot holds the page line. */
export const a4 = { size: [595.28, 841.89] as [number, number], margins: { top: 52, bottom: 64, left: 60, right: 60 } };

const qrSide = 88;

/** Issuing unit above a short bamboo bar, the paper's name large, its subtitle; the QR code at the right with its caption. */
export function masthead(canvas: Canvas, paper: { unit: string; title: string; subtitle?: string; below?: string; check: PaperCheck; caption: string }): void {
  const { left, width } = canvas;
  const textWidth = width - qrSide - 28;
  const top = canvas.y;
  decorate(canvas, (doc) => { doc.rect(left, top, 28, 3).fill(colours.bamboo); });
  let y = top + 11;
  y += canvas.text(paper.unit, left, y, textWidth, { size: 10.5, colour: colours.quiet, leading: 1.4 }) + 6;
  y += canvas.text(paper.title, left, y, textWidth, { size: 26, bold: true, leading: 1.3 }, 'H1');
  if (paper.subtitle !== undefined) y += canvas.text(paper.subtitle, left, y + 1, textWidth, { size: 11, colour: colours.bamboo, leading: 1.4 });
  if (paper.below !== undefined) y += canvas.text(paper.below, left, y + 5, textWidth, { size: 9.5, colour: colours.quiet, leading: 1.4 }) + 5;
  const x = left + width - qrSide;
  drawQr(canvas, paper.check.url, x, top, qrSide, paper.caption);
  const caption = canvas.text(paper.caption, x - 14, top + qrSide + 4, qrSide + 28, { size: 8.5, colour: colours.quiet, align: 'center' });
  canvas.y = Math.max(y, top + qrSide + 4 + caption) + 12;
}

/** The numbers somebody reads out on the telephone: small label above, large figures below; the first is the widest. */
export function numbers(canvas: Canvas, first: [string, string], second: [string, string]): void {
  const { left, width, y } = canvas;
  const split = width * 0.68;
  decorate(canvas, (doc) => { doc.moveTo(left, y).lineTo(left + width, y).lineWidth(0.75).stroke(colours.line); });
  const columns = [[first, left, split - 16], [second, left + split, width - split]] as const;
  const heights = columns.map(([[name, value], x, room]) => {
    const above = canvas.text(name, x, y + 10, room, label);
    return above + canvas.text(value, x, y + 10 + above + 2, room, { size: fitting(canvas, value, room, 19), bold: true, spacing: 0.4, leading: 1.3 });
  });
  canvas.y = y + 10 + Math.max(...heights) + 14;
}

/** The largest size up to `wanted` at which the text stays on one line. */
function fitting(canvas: Canvas, text: string, width: number, wanted: number): number {
  let size = wanted;
  while (size > 9 && canvas.doc.font('bold').fontSize(size).widthOfString(text, { characterSpacing: 0.4 }) > width) size -= 0.5;
  return size;
}

/** The day that counts: dates are the heroes of our papers. Below it the sentence and the strip of days that everybody else sees. */
export function dayBox(canvas: Canvas, name: string, day: PaperDay, more: string[] = []): void {
  const { left, width } = canvas;
  const inner = width - 36;
  const date = dayWithWeekday(day.on, canvas.language);
  const explanation = [day.explanation, ...more].join('\n');
  const large: TextStyle = { size: 18, bold: true, leading: 1.35 };
  const said: TextStyle = { size: 9.5, leading: 1.55 };
  const height = 14 + canvas.heightOf(name, inner, label) + 2 + canvas.heightOf(date, inner, large) + 4 + canvas.heightOf(explanation, inner, said) + stripHeight(canvas, day, inner) + 14;
  canvas.need(height + 12);
  let { y } = canvas;
  decorate(canvas, (doc) => {
    doc.roundedRect(left, y, width, height, 4).fill(colours.surface);
    doc.rect(left, y + 4, 3, height - 8).fill(colours.bamboo);
  });
  y += 14;
  y += canvas.text(name, left + 18, y, inner, label) + 2;
  y += canvas.text(date, left + 18, y, inner, large) + 4;
  y += canvas.text(explanation, left + 18, y, inner, said);
  drawStrip(canvas, day, left + 18, y, inner);
  canvas.y += height + 14;
}

/** A second day, told as a fact: its date, its sentence and its strip below; the signs are those of the day box above. */
export function dayFact(canvas: Canvas, name: string, day: PaperDay): void {
  const { left, width } = canvas;
  const room = width - labelWidth;
  const text = `${dayWithWeekday(day.on, canvas.language)}\n${day.explanation}`;
  const height = canvas.heightOf(text, room, body) + stripHeight(canvas, day, width, false) + 10;
  canvas.need(height);
  const { y } = canvas;
  canvas.text(name, left, y + 5, labelWidth - 10, label);
  drawStrip(canvas, day, left, y + 4 + canvas.text(text, left + labelWidth, y + 4, room, body), width, false);
  decorate(canvas, (doc) => { doc.moveTo(left, y + height).lineTo(left + width, y + height).lineWidth(0.5).stroke(colours.line); });
  canvas.y += height;
}

/** Label and value, one below the other with hairlines between; empty values are left out. */
export function facts(canvas: Canvas, rows: readonly (readonly [string, string])[]): void {
  const { left, width } = canvas;
  const valueWidth = width - labelWidth;
  for (const [name, value] of rows.filter(([, text]) => text !== '')) {
    const height = Math.max(canvas.heightOf(value, valueWidth, body), canvas.heightOf(name, labelWidth - 10, label)) + 8;
    canvas.need(height);
    const { y } = canvas;
    canvas.text(name, left, y + 5, labelWidth - 10, label);
    canvas.text(value, left + labelWidth, y + 4, valueWidth, body);
    decorate(canvas, (doc) => { doc.moveTo(left, y + height).lineTo(left + width, y + height).lineWidth(0.5).stroke(colours.line); });
    canvas.y += height;
  }
  canvas.y += 12;
}

/** A heading that stays with at least the beginning of what follows. */
export function heading(canvas: Canvas, text: string, follows = 40): void {
  canvas.need(24 + follows);
  canvas.y += canvas.text(text, canvas.left, canvas.y, canvas.width, { size: 11.5, bold: true, leading: 1.4 }, 'H2') + 4;
}

/** One paragraph. */
export function paragraph(canvas: Canvas, text: string, style: Partial<TextStyle> = {}): void {
  const merged = { ...body, ...style };
  canvas.need(canvas.heightOf(text, canvas.width, merged));
  canvas.y += canvas.text(text, canvas.left, canvas.y, canvas.width, merged) + 6;
}

/** A numbered list; the part after the text stands at the right edge (who, how many) or, if long, below. */
export function list(canvas: Canvas, entries: readonly { text: string; aside?: string; below?: string }[]): void {
  const { left, width } = canvas;
  entries.forEach(({ text, aside, below }, index) => {
    const asideWidth = aside === undefined ? 0 : 150;
    const room = width - 22 - (aside === undefined ? 0 : asideWidth + 12);
    const textHeight = canvas.heightOf(text, room, body);
    const height = Math.max(textHeight + (below === undefined ? 0 : canvas.heightOf(below, room, label) + 2), aside === undefined ? 0 : canvas.heightOf(aside, asideWidth, { ...body, size: 9.5 }));
    canvas.need(height + 4);
    const { y } = canvas;
    canvas.text(String(index + 1), left, y, 18, { ...body, bold: true, colour: colours.bamboo });
    canvas.text(text, left + 22, y, room, body);
    if (below !== undefined) canvas.text(below, left + 22, y + textHeight + 1, room, label);
    if (aside !== undefined) canvas.text(aside, left + width - asideWidth, y + 0.8, asideWidth, { ...body, size: 9.5, colour: colours.quiet, align: 'right' });
    canvas.y += height + 4;
  });
  canvas.y += 10;
}

/** Two short texts side by side at the end of a paper: how to check, how to complain; a code with its caption may stand at the right of them. */
export function pair(canvas: Canvas, columns: readonly (readonly [string, string])[], code?: { url: string; caption: string }): void {
  const { left, width } = canvas;
  const codeRoom = code === undefined ? 0 : 100;
  const room = (width - codeRoom - 28) / 2;
  const small: TextStyle = { size: 9.5, leading: 1.55 };
  const height = Math.max(...columns.map(([, text]) => canvas.heightOf(text, room, small) + 22), code === undefined ? 0 : 66);
  canvas.need(height);
  const { y } = canvas;
  columns.forEach(([name, text], index) => {
    const x = left + index * (room + 28);
    canvas.text(name, x, y, room, { size: 10, bold: true, leading: 1.4 }, 'H2');
    canvas.text(text, x, y + 18, room, small);
  });
  if (code !== undefined) {
    const x = left + width - codeRoom + 24;
    drawQr(canvas, code.url, x + (codeRoom - 24 - 50) / 2, y, 50, code.caption);
    canvas.text(code.caption, x, y + 53, codeRoom - 24, { size: 8, colour: colours.quiet, align: 'center' });
  }
  canvas.y += height + 10;
}

/** Short texts below each other at the left; unit, date and the seal's place at the right of them: the foot of every notice. */
export function closing(canvas: Canvas, texts: readonly (readonly [string, string])[], unit: string, day: string): void {
  const { left, width } = canvas;
  const room = width - sealRoom - 24;
  const small: TextStyle = { size: 9.5, leading: 1.55 };
  const heights = texts.map(([, text]) => canvas.heightOf(text, room, small) + 26);
  const height = Math.max(heights.reduce((sum, one) => sum + one, 0), 96);
  canvas.need(height);
  let { y } = canvas;
  texts.forEach(([name, text], index) => {
    canvas.text(name, left, y, room, { size: 10, bold: true, leading: 1.4 }, 'H2');
    canvas.text(text, left, y + 17, room, small);
    y += heights[index] ?? 0;
  });
  sealPlace(canvas, unit, day, canvas.y + height / 2 - 12);
  canvas.y += height;
}

const sealRoom = 172;

/** Unit and date at the right, over the place where the seal goes (行政许可法 第三十二条: the office's seal and the date); `middle` is its centre. */
export function sealPlace(canvas: Canvas, unit: string, day: string, middle: number): void {
  const x = canvas.left + canvas.width - sealRoom;
  const name: TextStyle = { size: 11, bold: true, align: 'right', leading: 1.4 };
  const date: TextStyle = { size: 10.5, align: 'right', leading: 1.4 };
  const height = canvas.heightOf(unit, sealRoom, name);
  decorate(canvas, (doc) => {
    doc.circle(x + sealRoom - 46, middle, 42).dash(3, { space: 3 }).lineWidth(0.75).stroke(colours.line).undash();
  });
  const top = middle - (height + 17) / 2 + 4;
  canvas.text(canvas.words('paper.seal'), x + sealRoom - 88, middle - 38, 84, { size: 8, colour: '#6B777C', align: 'center' });
  canvas.text(unit, x, top, sealRoom, name);
  canvas.text(day, x, top + height + 2, sealRoom, date);
}

/** The last lines of every page: which paper, when, which page, and which language prevails. */
export function footers(canvas: Canvas, number: string, issuedAt: string): void {
  const { count } = canvas.doc.bufferedPageRange();
  const small: TextStyle = { size: 8, colour: colours.quiet };
  for (let page = 0; page < count; page += 1) {
    canvas.doc.switchToPage(page);
    const y = canvas.bottom + 16;
    decorate(canvas, (doc) => { doc.moveTo(canvas.left, y - 6).lineTo(canvas.left + canvas.width, y - 6).lineWidth(0.5).stroke(colours.line); });
    const issued = canvas.words('paper.issued', { time: momentInWords(issuedAt, canvas.language) });
    canvas.text(`${number}   ·   ${issued}`, canvas.left, y, canvas.width * 0.75, small);
    canvas.text(canvas.words('paper.page', { page: page + 1, pages: count }), canvas.left + canvas.width * 0.75, y, canvas.width * 0.25, { ...small, align: 'right' });
    const translation = canvas.words('paper.translation');
    if (translation !== '') canvas.text(translation, canvas.left, y + 13, canvas.width, small);
  }
}
