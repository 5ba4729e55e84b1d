import { dayBox, dayFact, facts, heading, list, paragraph } from './blocks.ts';
import { papersWords } from './canvas.ts';
import type { Canvas } from './canvas.ts';
import type { Fonts } from './fonts.ts';
import { closeNotice, openNotice, remedies } from './notices.ts';
import { dayInWords, dayWithWeekday } from './paper-dates.ts';
import type { LimitPaper, TerminationPaper } from './paper.ts';

/** 书面告知 of a special procedure, of its prolongation or end, or of an extension (行政许可法 第四十二条、第四十五条): why, how long, until when now, and both offices. */
export function drawLimitNotice(fonts: Fonts, paper: LimitPaper): Canvas {
  const words = papersWords(paper.language);
  const { language } = paper;
  const canvas = openNotice(fonts, paper, words(`paper.limit.${paper.act}`), words('paper.limit_subtitle'));
  paragraph(canvas, words(`paper.limit.${paper.act}_intro`, { applicant: paper.applicant, item: paper.item, ground: paper.ground, length: paper.length }));
  canvas.y += 6;
  dayBox(canvas, words('paper.promised_now'), paper.promised, [words(paper.before === paper.promised.on ? 'paper.limit_same' : 'paper.limit_before', { date: dayInWords(paper.before, language) })]);
  if (paper.announced) dayFact(canvas, words('paper.announced_until'), paper.announced);
  facts(canvas, [
    [words('paper.statutory_on'), paper.statutory ? `${dayWithWeekday(paper.statutory.on, language)}\n${paper.statutory.explanation}` : ''],
    [words('paper.ground'), paper.ground],
    [words('paper.announced'), paper.announced ? paper.length : ''],
    [words('paper.reason'), paper.reason],
    [words('paper.proposed_by'), words('paper.by_on', { unit: paper.proposed.by, date: dayInWords(paper.proposed.on, language) })],
    [words('paper.approved_by'), words('paper.by_on', { unit: paper.approved.by, date: dayInWords(paper.approved.on, language) })],
    [words('paper.legal_basis'), words(paper.act === 'extend' ? 'paper.basis_extension' : 'paper.basis_special')],
    [words('paper.questions'), paper.questions],
  ]);
  return closeNotice(canvas, paper);
}

/** 退件告知书: what was asked, by when, that no answer came, and that the way stays open. */
export function drawTerminationNotice(fonts: Fonts, paper: TerminationPaper): Canvas {
  const words = papersWords(paper.language);
  const { language } = paper;
  const canvas = openNotice(fonts, paper, words('paper.termination_notice'));
  paragraph(canvas, words('paper.termination_intro', {
    applicant: paper.applicant, item: paper.item, received: dayInWords(paper.receivedOn, language), told: dayInWords(paper.told.on, language), document: paper.told.documentNumber,
  }));
  canvas.y += 4;
  if (paper.told.materials.length > 0) {
    heading(canvas, words('paper.not_corrected'));
    list(canvas, paper.told.materials.map((text) => ({ text })));
  }
  if (paper.answerBy) dayBox(canvas, words('paper.answer_was_due'), paper.answerBy);
  facts(canvas, [[words('paper.reason'), paper.reason]]);
  heading(canvas, words('paper.what_you_can_do'));
  list(canvas, paper.advice.map((text) => ({ text })));
  remedies(canvas, paper.remedies);
  facts(canvas, [[words('paper.questions'), paper.questions]]);
  return closeNotice(canvas, paper);
}
