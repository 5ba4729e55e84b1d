/** What the answers to the situation questions come to (情形): which questions still stand open, which materials are needed, or why this item is not the way. Pure. */
import type { HandlingItem, When } from '../../../contract/catalogue.ts';
import type { Checklist } from '../../../contract/items.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';

/** Question id → option id. */
export type Answers = Readonly<Record<string, string>>;

/**
 * The checklist for these answers. A question is asked while its condition holds on the answers before it; an answer to one that is not asked counts
 * for nothing, so that changing an early answer never leaves a stale one behind. The first answer that rules the item out ends the questions.
 * Refuses `items.unknown_answer` (with `question`, `option`) for an id the item does not have.
 */
export function checklist(item: Pick<HandlingItem, 'questions' | 'materials'>, answers: Answers): { readonly ok: true; readonly checklist: Checklist } | Refusal<'items.unknown_answer'> {
  const unknown = Object.entries(answers).find(([id, option]) => !item.questions.some((question) => question.id === id && question.options.some((one) => one.id === option)));
  if (unknown) return refuse('items.unknown_answer', { question: unknown[0], option: unknown[1] });
  const standing = new Map<string, string>();
  const openQuestions: string[] = [];
  for (const question of item.questions) {
    if (!holds(question.when, standing)) continue;
    const given = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    const option = question.options.find((one) => one.id === given);
    if (!option) openQuestions.push(question.id);
    else {
      standing.set(question.id, option.id);
      if (option.not_eligible) return { ok: true, checklist: { openQuestions: [], notEligible: { question: question.id, reason: option.not_eligible }, materials: [] } };
    }
  }
  return { ok: true, checklist: { openQuestions, notEligible: null, materials: item.materials.filter((material) => holds(material.when, standing)) } };
}

/** Every clause must hold: its question is answered, with one of the options named. */
function holds(when: When | undefined, answers: ReadonlyMap<string, string>): boolean {
  return (when ?? []).every((clause) => clause.any_of.includes(answers.get(clause.question) ?? ''));
}
