import { colours, drawQr } from './canvas.ts';
import type { Canvas } from './canvas.ts';
import type { PaperProof } from './paper.ts';

const side = 150;
/** What the largest code holds with 7 % of correction (ISO/IEC 18004, version 40-L). */
const mostBytes = 2_953;

/** Whether the proof goes into one code; one that does not is kept in the program and not printed. */
export const fitsInCode = ({ text }: PaperProof): boolean => Buffer.byteLength(text, 'utf8') <= mostBytes;

/** A leaf hash in eight groups of eight, as somebody types it off the paper. */
export const printedHash = (hash: string): string => (hash.match(/.{1,8}/g) ?? []).join(' ');

/** The proof of the record as a code, its fingerprint, and how to check both without us. */
export function proofBlock(canvas: Canvas, proof: PaperProof): void {
  if (!fitsInCode(proof)) return;
  const { words, left, width } = canvas;
  const room = width - side - 20;
  canvas.need(side + 20);
  const top = canvas.y + 6;
  drawQr(canvas, proof.text, left, top, side, words('paper.proof'), colours.ink, 'L');
  const x = left + side + 20;
  let y = top;
  y += canvas.text(words('paper.proof'), x, y, room, { size: 10.5, bold: true, leading: 1.5 }) + 3;
  y += canvas.text(words(proof.isIncluded ? 'paper.proof_included' : 'paper.proof_promised', { site: proof.site }), x, y, room, { size: 9, leading: 1.55 }) + 5;
  y += canvas.text(words('paper.fingerprint'), x, y, room, { size: 8.5, colour: colours.quiet, leading: 1.4 });
  y += canvas.text(printedHash(proof.hash), x, y, room, { size: 8.5, leading: 1.5 });
  canvas.y = Math.max(y, top + side) + 8;
}
