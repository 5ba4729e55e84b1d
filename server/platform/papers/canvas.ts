import PDFDocument from 'pdfkit';
import { say } from '../../../contract/language.ts';
import type { Language, MessageParams } from '../../../contract/language.ts';
import { papersMessages } from '../../../contract/messages/papers.ts';
import type { Fonts } from './fonts.ts';
import { darkRuns, qrModules } from './qr.ts';

/** Colours of the design language; the page itself stays unprinted. */
export const colours = { ink: '#1B2A33', quiet: '#56666E', line: '#DED9CE', surface: '#F3F1EA', bamboo: '#1F6F5C', black: '#000000' } as const;

export type TextStyle = { size: number; bold?: boolean; colour?: string; align?: 'left' | 'center' | 'right'; spacing?: number; leading?: number };

/** Kinds of structure element (ISO 32000-2 §14.8.4) that our papers use, so that a screen reader reads them in order. */
export type Role = 'H1' | 'H2' | 'P';

/** Our own words on papers, in one language. */
export type Words = (code: keyof typeof papersMessages, params?: MessageParams) => string;

/** The words of papers in `language`. */
export function papersWords(language: Language): Words {
  return (code, params) => say(papersMessages[code], language, params);
}

/** A PDF under construction: one cursor going down, millimetre-free points (1/72 inch), everything drawn goes through here. */
export type Canvas = {
  doc: PDFKit.PDFDocument;
  language: Language;
  left: number;
  width: number;
  /** Where the next block begins, from the top. */
  y: number;
  /** Last y a block may reach. */
  bottom: number;
  words: Words;
  heightOf: (text: string, width: number, style: TextStyle) => number;
  /** Draws text in a column and returns its height; does not move the cursor. */
  text: (text: string, x: number, y: number, width: number, style: TextStyle, role?: Role) => number;
  /** Starts a new page if fewer than `height` points are left. */
  need: (height: number) => void;
  /** Draws a picture that stands for `name`. */
  figure: (name: string, draw: () => void) => void;
  finish: () => Promise<Buffer>;
};

export type CanvasOptions = {
  language: Language;
  title: string;
  /** UTC instant: creation date and, through it, the file's identifier. */
  issuedAt: string;
  size: [number, number];
  margins: { top: number; bottom: number; left: number; right: number };
};

/** Opens a tagged PDF 1.7 whose bytes depend on nothing but its content. */
export function openCanvas(fonts: Fonts, options: CanvasOptions): Canvas {
  const { size, margins, language } = options;
  const doc = new PDFDocument({
    autoFirstPage: false, bufferPages: true, pdfVersion: '1.7', tagged: true, lang: language, displayTitle: true,
    info: { Title: options.title, Producer: 'Yimen', Creator: 'Yimen', CreationDate: new Date(options.issuedAt), ModDate: new Date(options.issuedAt) },
  });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const finished = new Promise<Buffer>((resolve, reject) => {
    doc.once('end', () => { resolve(Buffer.concat(parts)); });
    doc.once('error', reject);
  });
  doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  const root = doc.struct('Document');
  doc.addStructure(root);
  doc.addPage({ size, margin: 0 }); // margins are kept here: pdfkit would break pages by itself, in the middle of a block
  // The font's curly quotes are as wide as a Han character; in English lines they would tear holes.
  const set = (text: string): string => (language === 'en' ? text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"') : text);
  const use = (style: TextStyle): PDFKit.PDFDocument => doc.font(style.bold === true ? 'bold' : 'regular').fontSize(style.size).fillColor(style.colour ?? colours.ink);
  const layout = (width: number, style: TextStyle): PDFKit.Mixins.TextOptions => ({
    width, align: style.align ?? 'left', characterSpacing: style.spacing ?? 0, lineGap: style.size * ((style.leading ?? 1.5) - 1.448), // the font's own line is 1.448 em
  });
  const canvas: Canvas = {
    doc, language, left: margins.left, width: size[0] - margins.left - margins.right, y: margins.top, bottom: size[1] - margins.bottom,
    words: papersWords(language),
    heightOf: (text, width, style) => use(style).heightOfString(set(text), layout(width, style)),
    text: (text, x, y, width, style, role = 'P') => {
      const height = canvas.heightOf(text, width, style);
      const draw = (): void => { use(style).text(set(text), x, y, layout(width, style)); };
      root.add(doc.struct(role, {}, [draw]));
      return height;
    },
    need: (height) => {
      if (canvas.y + height <= canvas.bottom) return;
      doc.addPage({ size, margin: 0 });
      canvas.y = margins.top;
    },
    figure: (name, draw) => { root.add(doc.struct('Figure', { alt: name }, [draw])); },
    finish: () => {
      root.end();
      doc.end();
      return finished;
    },
  };
  return canvas;
}

/** A QR code of `side` points, named for those who cannot see it. */
export function drawQr(canvas: Canvas, text: string, x: number, y: number, side: number, name: string, colour: string = colours.ink, level: 'L' | 'M' = 'M'): void {
  const qr = qrModules(text, level);
  const unit = side / qr.size;
  canvas.figure(name, () => {
    for (const run of darkRuns(qr)) canvas.doc.rect(x + run.column * unit, y + run.row * unit, run.length * unit, unit);
    canvas.doc.fill(colour);
  });
}

/** Lines, boxes and page numbers: seen, but skipped by screen readers (§14.8.2.2). */
export function decorate(canvas: Canvas, draw: (doc: PDFKit.PDFDocument) => void): void {
  canvas.doc.markContent('Artifact', { type: 'Layout' });
  draw(canvas.doc);
  canvas.doc.endMarkedContent();
}
