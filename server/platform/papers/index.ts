export type {
  AcceptancePaper, CorrectionPaper, GlyphMissing, LimitPaper, NonAcceptancePaper, Paper, PaperCheck, PaperComplaint, PaperDay, PaperEvaluation, PaperProof, PaperRemedies, PaperStep, PaperStripDay, ReceiptPaper, RenderedPaper, ResultPaper,
  TerminationPaper,
} from './paper.ts';
export { openPaperPress } from './paper-press.ts';
export type { PaperPress } from './paper-press.ts';
export { qrModules } from './qr.ts';
export type { QrModules } from './qr.ts';
