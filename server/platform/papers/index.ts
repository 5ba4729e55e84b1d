export type {
  AcceptancePaper, CorrectionPaper, GlyphMissing, NonAcceptancePaper, Paper, PaperCheck, PaperComplaint, PaperDay, PaperRemedies, PaperStep, ReceiptPaper, RenderedPaper, ResultPaper,
} from './paper.ts';
export { openPaperPress } from './paper-press.ts';
export type { PaperPress } from './paper-press.ts';
export { qrModules } from './qr.ts';
export type { QrModules } from './qr.ts';
