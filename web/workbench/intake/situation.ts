import type { SituationQuestion } from '../../../contract/catalogue.ts';
import type { SituationAnswers } from '../../../contract/items.ts';
import { holds } from '../../ui/form/asked-form.ts';

/** The questions that stand with these answers, in order: a condition on an answer that is not there does not hold. */
export function askedQuestions(questions: readonly SituationQuestion[], answers: SituationAnswers): readonly SituationQuestion[] {
  return questions.filter((question) => holds(question.when, answers));
}

/** The answers that count: those to questions that stand. */
export function standingOnly(questions: readonly SituationQuestion[], answers: SituationAnswers): SituationAnswers {
  let kept = answers;
  for (;;) {
    const standing = new Set(askedQuestions(questions, kept).map((one) => one.id));
    const next = Object.fromEntries(Object.entries(kept).filter(([id]) => standing.has(id)));
    if (Object.keys(next).length === Object.keys(kept).length) return next;
    kept = next;
  }
}

/** The answers after choosing an option: those to questions that no longer stand are left out, so that the server is not told of a situation nobody is in. */
export function answerQuestion(questions: readonly SituationQuestion[], answers: SituationAnswers, question: string, option: string): SituationAnswers {
  return standingOnly(questions, { ...answers, [question]: option });
}
