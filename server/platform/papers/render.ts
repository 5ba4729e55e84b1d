import { createHash } from 'node:crypto';
import type { Canvas } from './canvas.ts';
import { missingCharacters } from './fonts.ts';
import type { Fonts } from './fonts.ts';
import { drawLimitNotice, drawTerminationNotice } from './limit-notices.ts';
import { drawAcceptanceNotice, drawCorrectionNotice, drawNonAcceptanceNotice } from './notices.ts';
import type { GlyphMissing, Paper, RenderedPaper } from './paper.ts';
import { drawReceipt, drawTicket } from './receipt.ts';
import { drawResult } from './result.ts';

/**
 * Makes the PDF of a paper. Equal input gives equal bytes, so its SHA-256 can be recorded as a fact. Refuses a text with a character
 * that the font lacks (front-end.md, PDF): a box in a name is another name. Takes 60–200 ms of the thread it runs on: see paper-press.ts.
 */
export async function renderPaper(fonts: Fonts, paper: Paper): Promise<RenderedPaper | GlyphMissing> {
  const missing = missingCharacters(fonts, [...textsOf(paper)]);
  if (missing.length > 0) return { ok: false, code: 'papers.glyph_missing', params: { characters: missing.join(' ') } };
  const canvas = draw(fonts, paper);
  const pages = canvas.doc.bufferedPageRange().count;
  const pdf = new Uint8Array(await canvas.finish());
  return { ok: true, pdf, sha256: createHash('sha256').update(pdf).digest('hex'), pages };
}

function draw(fonts: Fonts, paper: Paper): Canvas {
  switch (paper.kind) {
    case 'receipt': return drawReceipt(fonts, paper);
    case 'receipt-ticket': return drawTicket(fonts, paper);
    case 'correction-notice': return drawCorrectionNotice(fonts, paper);
    case 'acceptance-notice':
    case 'deemed-acceptance-notice': return drawAcceptanceNotice(fonts, paper);
    case 'non-acceptance-notice': return drawNonAcceptanceNotice(fonts, paper);
    case 'limit-notice': return drawLimitNotice(fonts, paper);
    case 'termination-notice': return drawTerminationNotice(fonts, paper);
    case 'result': return drawResult(fonts, paper);
  }
}

/** Every text in the data, wherever it is nested. Our own words are covered by a test. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* textsOf(part);
}
