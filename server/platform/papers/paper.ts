import type { Language } from '../../../contract/language.ts';
import type { StripDayParts } from '../../../contract/messages/limits.ts';

/** What every paper carries. Texts from data are already in `language`; the applicant is already masked as the caller's policy wants it. */
type Sheet = {
  language: Language;
  /** When it is issued, UTC instant; also the file's creation date, so that equal input gives equal bytes. */
  issuedAt: string;
  /** The unit in whose name it is issued. */
  unit: string;
  /** Number of the matter. */
  number: string;
  item: string;
  applicant: string;
};

/** Progress or verification by anybody: `url` goes into the QR code; `site` and `code` are for typing. */
export type PaperCheck = { url: string; site: string; code: string };

/** A cell of the strip of days, as the API sends it (contract/limits.ts StripDay). */
export type PaperStripDay = StripDayParts & { readonly pauseId: string | null };

/** A day that counts, `on` as YYYY-MM-DD, the sentence that explains how it was computed, its strip of days (empty: none is drawn) and the grounds of the pauses in it. */
export type PaperDay = { on: string; explanation: string; strip: readonly PaperStripDay[]; pauses: readonly { pauseId: string; words: string }[] };

/** Where to complain. */
export type PaperComplaint = { phone: string; body: string };

/** One step and who does it. */
export type PaperStep = { what: string; who: string };

/** Where the holder evaluates the service without signing in: `url` goes into a second QR code. */
export type PaperEvaluation = { url: string };

/** What anybody checks without us: `text` goes into a code (the inclusion receipt, or the signed promise before it is there), `hash` is the record's leaf hash in hex, `site` has the page that checks. */
export type PaperProof = { text: string; hash: string; isIncluded: boolean; site: string };

/** 收件凭证: given at filing. `dayKind` says what the day promises: an answer about acceptance, or completion (accepted already). */
export type ReceiptPaper = Sheet & {
  kind: 'receipt' | 'receipt-ticket';
  check: PaperCheck;
  receivedAt: string;
  receivedBy: string;
  materials: readonly { name: string; form: string; count: number }[];
  dayKind: 'notice' | 'promised';
  day: PaperDay;
  next: readonly PaperStep[];
  complaint: PaperComplaint;
  evaluate?: PaperEvaluation;
  proof?: PaperProof;
};

/** 补正告知书 (一次性告知, 行政许可法 第三十二条): every defect, at once. `respondBy` only where a rule sets a day. */
export type CorrectionPaper = Sheet & {
  kind: 'correction-notice';
  documentNumber: string;
  check: PaperCheck;
  receivedOn: string;
  defects: readonly { material: string; defect: string; standard: string; remedy: string }[];
  respondBy?: PaperDay;
  submitAt: readonly string[];
  questions: string;
  complaint: PaperComplaint;
};

/** 受理通知书; or, where the authority was silent, 视为受理告知书: `silence` says what the law accepted (行政许可法 第三十二条). */
export type AcceptancePaper = Sheet & {
  kind: 'acceptance-notice' | 'deemed-acceptance-notice';
  documentNumber: string;
  check: PaperCheck;
  acceptedOn: string;
  silence?: { receivedOn: string; noticeDueOn: string };
  promised: PaperDay;
  statutory?: PaperDay;
  steps: readonly PaperStep[];
  fee: string;
  complaint: PaperComplaint;
};

/**
 * 书面告知 of an act that moves a limit: a special procedure, its prolongation or end (行政许可法 第四十五条), an extension (第四十二条). Names
 * both offices; `announced` is the announced length in words and the day by which the procedure is over; `before` the day that was promised until now.
 */
export type LimitPaper = Sheet & {
  kind: 'limit-notice';
  documentNumber: string;
  check: PaperCheck;
  act: 'special' | 'prolong' | 'end' | 'extend';
  /** ground of the procedure in words; empty for an extension */
  ground: string;
  /** the office's own words */
  reason: string;
  length: string;
  announced?: PaperDay;
  before: string;
  promised: PaperDay;
  statutory?: PaperDay;
  proposed: { by: string; on: string };
  approved: { by: string; on: string };
  questions: string;
  complaint: PaperComplaint;
};

/** 退件告知书: the correction notice was not answered in time; nothing is lost but this file. */
export type TerminationPaper = Sheet & {
  kind: 'termination-notice';
  documentNumber: string;
  check: PaperCheck;
  receivedOn: string;
  told: { on: string; documentNumber: string; materials: readonly string[] };
  answerBy?: PaperDay;
  reason: string;
  advice: readonly string[];
  remedies: PaperRemedies;
  questions: string;
  complaint: PaperComplaint;
};

/** Where a decision can be contested; `text` replaces the standard sentence where an item's law differs. */
export type PaperRemedies = { reviewBody: string; court: string; text?: string };

/** 不予受理通知书: reasons with their basis, what would make it a yes, and the remedies. */
export type NonAcceptancePaper = Sheet & {
  kind: 'non-acceptance-notice';
  documentNumber: string;
  check: PaperCheck;
  receivedOn: string;
  reasons: readonly { reason: string; basis: string }[];
  advice: readonly string[];
  remedies: PaperRemedies;
  questions: string;
  complaint: PaperComplaint;
};

/** 结果文书: the decision itself. `title` is the result's name from the catalogue; `validity.to` absent means without end. */
export type ResultPaper = Sheet & {
  kind: 'result';
  title: string;
  documentNumber: string;
  check: PaperCheck;
  decision: 'granted' | 'refused';
  /** The paragraphs of the decision. */
  body: readonly string[];
  /** Masked number of the holder's paper, or empty. */
  holderNumber: string;
  decidedOn: string;
  validity?: { from: string; to?: string };
  remedies?: PaperRemedies;
  evaluate?: PaperEvaluation;
};

export type Paper = ReceiptPaper | CorrectionPaper | AcceptancePaper | NonAcceptancePaper | LimitPaper | TerminationPaper | ResultPaper;

/** A finished paper. `sha256` (hex) is what a fact records. */
export type RenderedPaper = { ok: true; pdf: Uint8Array; sha256: string; pages: number };

/** Refused: a name holds characters the font cannot draw (rare characters, beyond Unicode's first 28,000); a box in their place would be another name. */
export type GlyphMissing = { ok: false; code: 'papers.glyph_missing'; params: { characters: string } };
