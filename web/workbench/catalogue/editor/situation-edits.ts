/** Changes to the situation questions of a handling item; conditions that name them follow. Pure. */
import type { HandlingItem, SituationQuestion, When } from '../../../../contract/catalogue.ts';

/** Every condition of the item after `change`; one without a clause left is taken away. */
function mapWhens(handling: HandlingItem, change: (when: When) => When): HandlingItem {
  const follow = <T extends { when?: When }>(one: T): T => {
    if (!one.when) return one;
    const { when, ...rest } = one;
    const next = change(when);
    return (next.length > 0 ? { ...rest, when: next } : rest) as T;
  };
  return { ...handling, questions: handling.questions.map(follow), materials: handling.materials.map(follow) };
}

/** A question called otherwise. */
export function renameQuestion(handling: HandlingItem, from: string, to: string): HandlingItem {
  const renamed = { ...handling, questions: handling.questions.map((one) => (one.id === from ? { ...one, id: to } : one)) };
  return mapWhens(renamed, (when) => when.map((clause) => (clause.question === from ? { ...clause, question: to } : clause)));
}

/** An option called otherwise. */
export function renameOption(handling: HandlingItem, question: string, from: string, to: string): HandlingItem {
  const renamed = { ...handling, questions: handling.questions.map((one) => (one.id === question ? { ...one, options: one.options.map((option) => (option.id === from ? { ...option, id: to } : option)) } : one)) };
  return mapWhens(renamed, (when) => when.map((clause) => (clause.question === question ? { ...clause, any_of: clause.any_of.map((id) => (id === from ? to : id)) } : clause)));
}

/** Conditions without any word of a question that is taken away, or of one of its options. */
export function forget(handling: HandlingItem, question: string, option?: string): HandlingItem {
  return mapWhens(handling, (when) => when.flatMap((clause) => {
    if (clause.question !== question) return [clause];
    const left = option === undefined ? [] : clause.any_of.filter((id) => id !== option);
    return left.length > 0 ? [{ ...clause, any_of: left }] : [];
  }));
}

/** A condition after ticking or unticking an option of a question; a question with no option ticked is not asked about. */
export function tickOption(when: When, question: string, option: string, on: boolean): When {
  const clause = when.find((one) => one.question === question);
  const before = clause?.any_of ?? [];
  const after = on ? [...before.filter((id) => id !== option), option] : before.filter((id) => id !== option);
  if (!clause) return after.length > 0 ? [...when, { question, any_of: after }] : when;
  return when.flatMap((one) => (one === clause ? (after.length > 0 ? [{ ...one, any_of: after }] : []) : [one]));
}

const holds = (when: When | undefined, answers: Readonly<Record<string, string>>): boolean => (when ?? []).every((clause) => clause.any_of.includes(answers[clause.question] ?? ''));

/** What the answers come to, as the resident will see it: the questions asked, why it is not the way, and the materials. */
export function situationOf(handling: HandlingItem, answers: Readonly<Record<string, string>>): { readonly asked: readonly SituationQuestion[]; readonly notEligible: SituationQuestion['options'][number] | undefined; readonly materials: HandlingItem['materials'] } {
  const standing: Record<string, string> = {};
  const asked: SituationQuestion[] = [];
  for (const question of handling.questions) {
    if (!holds(question.when, standing)) continue;
    asked.push(question);
    const option = question.options.find((one) => one.id === answers[question.id]);
    if (!option) continue;
    standing[question.id] = option.id;
    if (option.not_eligible) return { asked, notEligible: option, materials: [] };
  }
  return { asked, notEligible: undefined, materials: handling.materials.filter((material) => holds(material.when, standing)) };
}
