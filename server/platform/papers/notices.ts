import { a4, closing, dayBox, dayFact, facts, footers, heading, list, masthead, numbers, pair, paragraph } from './blocks.ts';
import { colours, decorate, openCanvas, papersWords } from './canvas.ts';
import type { Canvas, TextStyle } from './canvas.ts';
import type { Fonts } from './fonts.ts';
import { dayInWords, dayOf, dayWithWeekday } from './paper-dates.ts';
import type { AcceptancePaper, CorrectionPaper, LimitPaper, NonAcceptancePaper, PaperRemedies, TerminationPaper } from './paper.ts';
import { checkAndComplain } from './receipt.ts';

type Notice = AcceptancePaper | CorrectionPaper | LimitPaper | NonAcceptancePaper | TerminationPaper;

/** A notice on A4 up to its numbers. */
export function openNotice(fonts: Fonts, paper: Notice, title: string, subtitle?: string): Canvas {
  const canvas = openCanvas(fonts, { language: paper.language, title: `${title} ${paper.documentNumber}`, issuedAt: paper.issuedAt, ...a4 });
  masthead(canvas, { unit: paper.unit, title, check: paper.check, caption: canvas.words('paper.scan_progress'), below: `${canvas.words('paper.document_number')}  ${paper.documentNumber}`, ...(subtitle === undefined ? {} : { subtitle }) });
  numbers(canvas, [canvas.words('paper.matter_number'), paper.number], [canvas.words('paper.check_code'), paper.check.code]);
  return canvas;
}

/** How to see progress, how to complain, unit and seal. */
export function closeNotice(canvas: Canvas, paper: Notice): Canvas {
  closing(canvas, checkAndComplain(canvas, paper), paper.unit, dayInWords(dayOf(paper.issuedAt), paper.language));
  footers(canvas, paper.documentNumber, paper.issuedAt);
  return canvas;
}

/** 补正告知书: one card per material, so that nothing is overlooked. */
export function drawCorrectionNotice(fonts: Fonts, paper: CorrectionPaper): Canvas {
  const words = papersWords(paper.language);
  const canvas = openNotice(fonts, paper, words('paper.correction_notice'), words('paper.correction_subtitle'));
  const date = dayInWords(paper.receivedOn, paper.language);
  paragraph(canvas, words(paper.defects.length === 1 ? 'paper.correction_intro_one' : 'paper.correction_intro', { applicant: paper.applicant, item: paper.item, date, count: paper.defects.length }));
  canvas.y += 4;
  paper.defects.forEach((defect, index) => { defectCard(canvas, defect, index + 1); });
  canvas.y += 2;
  if (paper.respondBy !== undefined) dayBox(canvas, words('paper.respond_by'), paper.respondBy, [words('paper.correction_after'), words('paper.correction_clock')]);
  else paragraph(canvas, words('paper.correction_clock'));
  canvas.y += 4;
  pair(canvas, [[words('paper.how_to_submit'), paper.submitAt.join('\n')], [words('paper.questions'), paper.questions]]);
  return closeNotice(canvas, paper);
}

function defectCard(canvas: Canvas, defect: CorrectionPaper['defects'][number], number: number): void {
  const { left, width, words } = canvas;
  const value: TextStyle = { size: 10, leading: 1.55 };
  const labelWidth = canvas.language === 'en' ? 104 : 66;
  const room = width - 34 - labelWidth;
  const rows = ([[words('paper.defect'), defect.defect], [words('paper.standard'), defect.standard], [words('paper.remedy'), defect.remedy]] as const).filter(([, text]) => text !== '');
  const title: TextStyle = { size: 11, bold: true, leading: 1.4 };
  const height = 10 + canvas.heightOf(defect.material, width - 52, title) + 4 + rows.reduce((sum, [, text]) => sum + canvas.heightOf(text, room, value) + 3, 0) + 8;
  canvas.need(height + 8);
  let { y } = canvas;
  decorate(canvas, (doc) => { doc.roundedRect(left, y, width, height, 4).lineWidth(0.75).stroke(colours.line); });
  y += 10;
  canvas.text(String(number), left + 14, y, 20, { ...title, colour: colours.bamboo });
  y += canvas.text(defect.material, left + 34, y, width - 52, title) + 4;
  for (const [name, text] of rows) {
    canvas.text(name, left + 34, y + 0.8, labelWidth - 8, { size: 9, colour: colours.quiet, leading: 1.55 });
    y += canvas.text(text, left + 34 + labelWidth, y, room - 14, value) + 3;
  }
  canvas.y += height + 8;
}

/** 受理通知书; 视为受理告知书 where the law accepted what the authority was silent about. */
export function drawAcceptanceNotice(fonts: Fonts, paper: AcceptancePaper): Canvas {
  const words = papersWords(paper.language);
  const { silence } = paper;
  const canvas = openNotice(fonts, paper, words(silence ? 'paper.deemed_acceptance_notice' : 'paper.acceptance_notice'));
  const named = { applicant: paper.applicant, item: paper.item };
  paragraph(canvas, silence ? words('paper.deemed_intro', { ...named, received: dayInWords(silence.receivedOn, paper.language), due: dayInWords(silence.noticeDueOn, paper.language) }) : words('paper.acceptance_intro', named));
  canvas.y += 6;
  dayBox(canvas, words('paper.promised_by'), paper.promised);
  facts(canvas, [[words(silence ? 'paper.deemed_accepted_on' : 'paper.accepted_on'), dayWithWeekday(paper.acceptedOn, paper.language)], [words('paper.fee'), paper.fee]]);
  if (paper.statutory) {
    canvas.y -= 12;
    dayFact(canvas, words('paper.statutory_on'), paper.statutory);
    canvas.y += 12;
  }
  heading(canvas, words('paper.steps'));
  list(canvas, paper.steps.map(({ what, who }) => ({ text: what, aside: who })));
  return closeNotice(canvas, paper);
}

/** 不予受理通知书: the reasons, what would make it a yes, and how to object. */
export function drawNonAcceptanceNotice(fonts: Fonts, paper: NonAcceptancePaper): Canvas {
  const words = papersWords(paper.language);
  const canvas = openNotice(fonts, paper, words('paper.non_acceptance_notice'));
  const date = dayInWords(paper.receivedOn, paper.language);
  paragraph(canvas, words('paper.non_acceptance_intro', { applicant: paper.applicant, item: paper.item, date }));
  canvas.y += 4;
  heading(canvas, words('paper.reasons'));
  list(canvas, paper.reasons.map(({ reason, basis }) => ({ text: reason, below: words('paper.basis', { basis }) })));
  if (paper.advice.length > 0) {
    heading(canvas, words('paper.what_you_can_do'));
    list(canvas, paper.advice.map((text) => ({ text })));
  }
  remedies(canvas, paper.remedies);
  facts(canvas, [[words('paper.questions'), paper.questions]]);
  return closeNotice(canvas, paper);
}

/** Where to object, and until when. */
export function remedies(canvas: Canvas, given: PaperRemedies): void {
  heading(canvas, canvas.words('paper.remedies'));
  paragraph(canvas, given.text ?? canvas.words('paper.remedies_text', { reviewBody: given.reviewBody, court: given.court }));
  canvas.y += 6;
}
