import { holds } from '../ui/form/asked-form.ts';
import type { HandlingItem } from '../ui/wire.ts';

/** Answers to situation questions: question id → option id. */
export type Answers = Readonly<Record<string, string>>;
type Question = HandlingItem['questions'][number];

/** Whether a condition on the answers holds: every entry must. No condition always holds. */
export function situationHolds(when: Question['when'], answers: Answers): boolean {
  return holds(when, answers);
}

/** The questions asked with these answers, in order. */
export function askedQuestions(handling: HandlingItem, answers: Answers): readonly Question[] {
  return handling.questions.filter((question) => situationHolds(question.when, answers));
}

/** The answers that still belong to questions asked, so that a changed answer takes those that hung on it along. */
export function standingAnswers(handling: HandlingItem, answers: Answers): Answers {
  let kept = answers;
  for (;;) {
    const names = new Set(askedQuestions(handling, kept).filter((q) => q.options.some((o) => o.id === kept[q.id])).map((q) => q.id));
    const next = Object.fromEntries(Object.entries(kept).filter(([name]) => names.has(name)));
    if (Object.keys(next).length === Object.keys(kept).length) return next;
    kept = next;
  }
}

/** The answer that makes this item the wrong way, with its reason; null where there is none. */
export function wrongWay(handling: HandlingItem, answers: Answers): { readonly question: Question; readonly reason: NonNullable<Question['options'][number]['not_eligible']> } | null {
  for (const question of askedQuestions(handling, answers)) {
    const reason = question.options.find((option) => option.id === answers[question.id])?.not_eligible;
    if (reason) return { question, reason };
  }
  return null;
}
