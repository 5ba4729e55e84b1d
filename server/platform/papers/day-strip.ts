import { say } from '../../../contract/language.ts';
import { limitMessages, sayStripDay } from '../../../contract/messages/limits.ts';
import { colours, decorate } from './canvas.ts';
import type { Canvas, TextStyle } from './canvas.ts';
import { dayInWords } from './paper-dates.ts';
import type { PaperDay, PaperStripDay } from './paper.ts';

// The days of a limit as every screen shows them, on paper: whole weeks in a line, each sign a shape and a word, so that a copy in black tells as much.

type StripOfDay = Pick<PaperDay, 'strip' | 'pauses'>;
type State = PaperStripDay['state'];

const gap = 2;
const dateHeight = 10;
const boxHeight = 13;
const lineHeight = dateHeight + boxHeight + 5;
const small: TextStyle = { size: 6.5, leading: 1.3 };
const words: TextStyle = { size: 8, colour: colours.quiet, leading: 1.45 };
const markWidth = 14;

/** Height in points of what `drawStrip` draws; 0 without a strip. `keyed` false leaves out what the signs mean, where a strip above says it. */
export function stripHeight(canvas: Canvas, day: StripOfDay, width: number, keyed = true): number {
  if (day.strip.length === 0) return 0;
  if (!isUnfolded(day.strip)) return day.strip.reduce((sum, cell) => sum + canvas.heightOf(cellWords(canvas, day, cell), width, words), 4);
  return 4 + linesOf(day.strip) * lineHeight + (keyed ? keyOf(canvas, day, width).height : 0);
}

/** Draws the days from the start of a limit to the day it is due, in a column; read aloud they are sentences. A strip that came folded is printed as these sentences. */
export function drawStrip(canvas: Canvas, day: StripOfDay, x: number, y: number, width: number, keyed = true): void {
  if (day.strip.length === 0) return;
  if (!isUnfolded(day.strip)) {
    let at = y + 4;
    for (const cell of day.strip) at += canvas.text(cellWords(canvas, day, cell), x, at, width, words);
    return;
  }
  canvas.figure(runsOf(day.strip).map((run) => cellWords(canvas, day, run)).join(canvas.language === 'en' ? '; ' : '；'), () => { drawWeeks(canvas, day.strip, x, y + 4, width); });
  if (keyed) drawKey(canvas, day, x, y + 4 + linesOf(day.strip) * lineHeight, width);
}

const isUnfolded = (strip: readonly PaperStripDay[]): boolean => strip.every((cell) => cell.days === 1 && cell.day === cell.to);
const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
const placesOf = (strip: readonly PaperStripDay[]): number => weekday(strip[0]?.day ?? '') + strip.length;
/** Four weeks, five where that saves a line for a few days. */
const daysInLine = (strip: readonly PaperStripDay[]): number => (placesOf(strip) > 28 && placesOf(strip) <= 35 ? 35 : 28);
const linesOf = (strip: readonly PaperStripDay[]): number => Math.ceil(placesOf(strip) / daysInLine(strip));

function cellWords(canvas: Canvas, day: StripOfDay, cell: PaperStripDay): string {
  const ground = cell.state === 'paused' ? day.pauses.find((pause) => pause.pauseId === cell.pauseId)?.words : undefined;
  const said = sayStripDay(cell, canvas.language, day.strip.at(-1)?.to);
  return ground === undefined ? said : `${said} · ${ground}`;
}

/** Neighbours that are the same to the clock, as one; the start and the day it is due stay alone. */
function runsOf(strip: readonly PaperStripDay[]): readonly PaperStripDay[] {
  const runs: PaperStripDay[] = [];
  for (const cell of strip) {
    const before = runs.at(-1);
    const same = before !== undefined && before.state === cell.state && cell.state !== 'start' && !before.due && !cell.due && before.pauseId === cell.pauseId && before.name?.en === cell.name?.en;
    if (same) runs.splice(-1, 1, { ...before, to: cell.to, days: before.days + cell.days, n: cell.n });
    else runs.push(cell);
  }
  return runs;
}

function drawWeeks(canvas: Canvas, strip: readonly PaperStripDay[], x: number, y: number, width: number): void {
  const inLine = daysInLine(strip);
  const pitch = width / inLine;
  const first = weekday(strip[0]?.day ?? '');
  const last = strip.reduce((most, cell) => Math.max(most, cell.n ?? 0), 0);
  strip.forEach((cell, index) => {
    const place = first + index;
    const left = x + (place % inLine) * pitch;
    const top = y + Math.floor(place / inLine) * lineHeight;
    const { doc } = canvas;
    centred(canvas, dateWords(cell.day, index === 0 || place % inLine === 0), small, left + pitch / 2, top);
    drawMark(canvas, cell.state, left + gap / 2, top + dateHeight, pitch - gap, boxHeight);
    if (cell.due) doc.rect(left + gap / 2 - 1.5, top + dateHeight - 1.5, pitch - gap + 3, boxHeight + 3).lineWidth(1.2).stroke(colours.ink);
    const sign = signOf(canvas, cell, last);
    if (sign === '') return;
    const size = fitting(canvas, sign, pitch - gap - 1);
    centred(canvas, sign, { size, bold: true, colour: isSolid(cell.state) ? '#FFFFFF' : colours.ink }, left + pitch / 2, top + dateHeight + (boxHeight - size * 1.448) / 2);
  });
}

/** One short text around a middle; it may be wider than its cell, for a first day carries its month. */
function centred({ doc }: Canvas, text: string, style: TextStyle, middle: number, top: number): void {
  doc.font(style.bold === true ? 'bold' : 'regular').fontSize(style.size).fillColor(style.colour ?? colours.quiet);
  doc.text(text, middle - doc.widthOfString(text) / 2, top, { lineBreak: false });
}

/** The day of the month; with the month at the beginning of a line and on the first of a month. */
function dateWords(day: string, withMonth: boolean): string {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return withMonth || date === 1 ? `${String(month)}/${String(date)}` : String(date);
}

const isSolid = (state: State): boolean => state === 'counted' || state === 'swapped_in';

function fitting(canvas: Canvas, text: string, width: number): number {
  let size = 7.5;
  while (size > 4 && canvas.doc.font('bold').fontSize(size).widthOfString(text) > width) size -= 0.25;
  return size;
}

function signOf(canvas: Canvas, cell: PaperStripDay, last: number): string {
  if (cell.due) return canvas.words('paper.strip.due');
  switch (cell.state) {
    case 'start':
    case 'holiday':
    case 'closure':
    case 'swapped_in':
      return canvas.words(`paper.strip.${cell.state}`);
    case 'moved':
    case 'moved_to':
      return '→';
    case 'weekend':
    case 'paused': // hatched: a sign on the hatching could not be read
      return '';
    case 'counted':
      return cell.n !== null && (last <= 10 || cell.n === 1 || cell.n === last || cell.n % 5 === 0) ? String(cell.n) : '';
  }
}

/** The shape of a kind of day: full, hollow, dashed, hatched. */
function drawMark(canvas: Canvas, state: State, x: number, y: number, width: number, height: number): void {
  const { doc } = canvas;
  switch (state) {
    case 'counted':
    case 'swapped_in':
      doc.rect(x, y, width, height).fill(colours.bamboo);
      return;
    case 'weekend':
      doc.rect(x, y, width, height).lineWidth(0.5).stroke(colours.line);
      return;
    case 'start':
    case 'moved_to':
      doc.rect(x, y, width, height).lineWidth(0.75).stroke(colours.bamboo);
      return;
    case 'holiday':
    case 'closure':
    case 'moved':
      doc.rect(x, y, width, height).dash(state === 'closure' ? 0.8 : 2, { space: 1.2 }).lineWidth(0.75).stroke(colours.quiet).undash();
      return;
    case 'paused':
      hatch(doc, x, y, width, height);
  }
}

function hatch(doc: PDFKit.PDFDocument, x: number, y: number, width: number, height: number): void {
  doc.save().rect(x, y, width, height).clip();
  for (let at = -height; at < width; at += 2.6) doc.moveTo(x + at, y + height).lineTo(x + at + height, y);
  doc.lineWidth(0.4).stroke(colours.quiet).restore();
  doc.rect(x, y, width, height).lineWidth(0.75).stroke(colours.quiet);
}

interface KeyEntry { readonly state: State | 'due'; readonly words: string; readonly left: number; readonly top: number; readonly width: number }

/** What each sign that occurs means, laid out in lines: holidays and closures by name and day, pauses by ground and document. */
function keyOf(canvas: Canvas, day: StripOfDay, width: number): { readonly entries: readonly KeyEntry[]; readonly height: number } {
  const seen = new Map<string, { readonly state: State | 'due'; readonly words: string }>();
  for (const run of runsOf(day.strip)) {
    if (run.due) continue;
    const key = run.state === 'paused' ? `paused ${run.pauseId ?? ''}` : run.name ? `${run.state} ${run.name.en}` : run.state;
    if (!seen.has(key)) seen.set(key, { state: run.state, words: keyWords(canvas, day, run) });
  }
  seen.set('due', { state: 'due', words: canvas.words('paper.strip.key.due') });
  const entries: KeyEntry[] = [];
  let [left, top, tallest] = [0, 0, 0];
  for (const { state, words: text } of seen.values()) {
    const room = Math.min(canvas.doc.font('regular').fontSize(words.size).widthOfString(text) + 1, width - markWidth);
    if (left > 0 && left + markWidth + room > width) [left, top, tallest] = [0, top + tallest + 1, 0];
    entries.push({ state, words: text, left, top, width: room });
    tallest = Math.max(tallest, canvas.heightOf(text, room, words));
    left += markWidth + room + 10;
  }
  return { entries, height: top + tallest + 2 };
}

function keyWords(canvas: Canvas, day: StripOfDay, run: PaperStripDay): string {
  if (run.state === 'counted') return canvas.words('paper.strip.key.counted');
  const { language } = canvas;
  const name = say(limitMessages[`limits.day.${run.state}`], language, { name: run.name?.[language] ?? '' });
  const ground = day.pauses.find((pause) => pause.pauseId === run.pauseId)?.words;
  if (run.state === 'paused') return ground === undefined ? name : `${name} · ${ground}`;
  return run.state === 'weekend' || run.state === 'start' ? name : `${name} · ${dayInWords(run.day, language)}`;
}

function drawKey(canvas: Canvas, day: StripOfDay, x: number, y: number, width: number): void {
  for (const entry of keyOf(canvas, day, width).entries) {
    decorate(canvas, () => {
      drawMark(canvas, entry.state === 'due' ? 'counted' : entry.state, x + entry.left, y + entry.top + 2, 9, 7);
      if (entry.state === 'due') canvas.doc.rect(x + entry.left - 1.5, y + entry.top + 0.5, 12, 10).lineWidth(1.2).stroke(colours.ink);
    });
    canvas.text(entry.words, x + entry.left + markWidth, y + entry.top, entry.width, words);
  }
}
