/** What the answers to the situation questions come to (情形): which questions still stand open, which materials are needed, or why this item is not the way. Pure. */
import type { Bundle, HandlingItem, Material, When } from '../../../contract/catalogue.ts';
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
  const { standing, openQuestions, notEligible } = standingOf(item.questions, answers);
  if (notEligible) return { ok: true, checklist: { openQuestions: [], notEligible, materials: [] } };
  return { ok: true, checklist: { openQuestions: [...openQuestions], notEligible: null, materials: item.materials.flatMap((material) => neededAs(material, standing)) } };
}

/** The answers that count: those to questions asked with the answers before them. */
export const standingAnswers = (questions: HandlingItem['questions'], answers: Answers): Answers => Object.fromEntries(standingOf(questions, answers).standing);

/** The parts of a bundle that these answers bring into the case, in the bundle's order. */
export function chosenParts(bundle: Bundle, questions: HandlingItem['questions'], answers: Answers): readonly string[] {
  const { standing } = standingOf(questions, answers);
  return bundle.parts.filter((part) => holds(part.when, standing)).map((part) => part.element);
}

function standingOf(questions: HandlingItem['questions'], answers: Answers): { readonly standing: ReadonlyMap<string, string>; readonly openQuestions: readonly string[]; readonly notEligible: Checklist['notEligible'] } {
  const standing = new Map<string, string>();
  const openQuestions: string[] = [];
  for (const question of questions) {
    if (!holds(question.when, standing)) continue;
    const given = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    const option = question.options.find((one) => one.id === given);
    if (!option) openQuestions.push(question.id);
    else {
      standing.set(question.id, option.id);
      if (option.not_eligible) return { standing, openQuestions, notEligible: { question: question.id, reason: option.not_eligible } };
    }
  }
  return { standing, openQuestions, notEligible: null };
}

const needs = ['required', 'deferrable', 'optional'] as const;

/** The material where it is needed. Of a bundle's material only the parts count that need it in this case, and the strictest of them says how. */
function neededAs(material: Material, answers: ReadonlyMap<string, string>): readonly Material[] {
  if (!material.for_parts) return holds(material.when, answers) ? [material] : [];
  const parts = material.for_parts.filter((part) => holds(part.when, answers));
  const strictest = needs.find((need) => parts.some((part) => part.is_need === need));
  return strictest === undefined ? [] : [{ ...material, is_need: strictest, accept_stand: standsOf(parts), for_parts: parts }];
}

/** What these parts look for in a shared material, each thing said once. */
export function standsOf(parts: NonNullable<Material['for_parts']>): Material['accept_stand'] {
  const said = (language: keyof Material['accept_stand']): string => [...new Set(parts.map((part) => part.accept_stand[language]))].join(language === 'en' ? ' ' : '');
  return { 'zh-CN': said('zh-CN'), 'zh-HK': said('zh-HK'), en: said('en') };
}

/** Every clause must hold: its question is answered with one of the options named, or one of its alternatives is. */
export function holds(when: When | undefined, answers: ReadonlyMap<string, string>): boolean {
  return (when ?? []).every((clause) => [clause, ...(clause.or ?? [])].some(({ question, any_of }) => any_of.includes(answers.get(question) ?? '')));
}
