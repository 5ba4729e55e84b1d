/** The situation questions of a bundle: its own, then those of its parts; what several parts ask is asked once. */
import type { SituationQuestion } from '../../../contract/catalogue.ts';
import { inverted, type Part, type Situation } from './bundle-parts.ts';
import { both, conditionOf, either, inBundle, whenOf, type Atom, type Condition } from './bundle-when.ts';
import { problem, type Problem } from './problem.ts';

interface Asked {
  readonly question: SituationQuestion;
  readonly condition: Condition;
  readonly parts: readonly string[];
  readonly isOwn: boolean;
}

/** What merging came to. */
export interface MergedQuestions {
  readonly questions: readonly SituationQuestion[];
  readonly situations: ReadonlyMap<string, Situation>;
  readonly problems: readonly Problem[];
}

/**
 * Merges questions. The same id with the same words and options is one question; the same id with another meaning gets the part's prefix; `answers` of the
 * definition joins what is asked in other words. A part that is not required is simply left out where an answer rules it out; a required one rules out the bundle.
 */
export function mergeQuestions(own: readonly SituationQuestion[], parts: readonly Part[]): MergedQuestions {
  const asked = new Map<string, Asked>(own.map((question) => [question.id, { question, condition: conditionOf(question.when), parts: [], isOwn: true }]));
  const situations = new Map<string, Situation>();
  const problems: Problem[] = [];
  for (const part of parts) situations.set(part.definition.element, partQuestions(part, asked, problems));
  const questions = [...asked.values()].map(({ question, condition, parts: elements, isOwn }): SituationQuestion => {
    const { when: _, ...rest } = question;
    const when = isOwn ? question.when : whenOf(condition);
    return { ...rest, ...(when ? { when } : {}), ...(elements.length > 0 ? { for_parts: [...elements] } : {}) };
  });
  return { questions, situations, problems };
}

function partQuestions(part: Part, asked: Map<string, Asked>, problems: Problem[]): Situation {
  const { definition, handling, at } = part;
  const explicit = inverted(definition.answers);
  const settled: Record<string, string> = {};
  const names: Record<string, string> = {};
  const offered = new Map([...asked.values()].map(({ question }) => [question.id, question.options.map((option) => option.id)]));
  const standing: Situation = { condition: [], names, settled, offered };
  const ownConditions = new Map<string, Condition>();
  let condition = conditionOf(definition.when);
  for (const [question, option] of Object.entries(definition.fixed_answers ?? {})) {
    const known = handling.questions.find((one) => one.id === question)?.options.find((one) => one.id === option);
    if (!known) problems.push(problem(`${at}/fixed_answers/${question}`, 'catalogue.bundle_answer_unknown', { question, option }));
    else if (known.not_eligible) problems.push(problem(`${at}/fixed_answers/${question}`, 'catalogue.bundle_answer_rules_out', { question, option }));
    settled[question] = option;
  }
  for (const question of Object.keys(inverted(explicit))) if (!handling.questions.some((one) => one.id === definition.answers?.[question])) problems.push(problem(`${at}/answers/${question}`, 'catalogue.bundle_answer_unknown', { question: definition.answers?.[question] ?? '', option: '' }));
  for (const question of handling.questions) {
    if (Object.hasOwn(settled, question.id)) continue;
    const when = inBundle(question.when, standing);
    if (when === 'never') {
      settled[question.id] = '';
      continue;
    }
    const name = nameFor(question, explicit[question.id], definition.prefix, asked);
    names[question.id] = name;
    ownConditions.set(name, when);
    place(part, question, name, both(condition, when), asked, problems);
    offered.set(name, asked.get(name)?.question.options.map((option) => option.id) ?? []);
    if (!definition.required) condition = both(condition, eligible(part, question, name, when, { asked, ownConditions, problems }));
    else ruleOut(question, name, condition, asked);
  }
  return { ...standing, condition };
}

function nameFor(question: SituationQuestion, explicit: string | undefined, prefix: string, asked: ReadonlyMap<string, Asked>): string {
  if (explicit !== undefined) return explicit;
  const known = asked.get(question.id);
  return known && !sameQuestion(known.question, question) ? `${prefix}_${question.id}` : question.id;
}

const sameQuestion = (one: SituationQuestion, other: SituationQuestion): boolean =>
  one.text['zh-CN'] === other.text['zh-CN'] && one.options.length === other.options.length && one.options.every((option, i) => option.id === other.options[i]?.id && option.text['zh-CN'] === other.options[i]?.text['zh-CN']);

/** Asks the question for this part too, or for the first time. */
function place({ definition, at }: Part, question: SituationQuestion, name: string, condition: Condition, asked: Map<string, Asked>, problems: Problem[]): void {
  const known = asked.get(name);
  if (!known) {
    const { when: _, ...rest } = question;
    asked.set(name, { question: { ...rest, id: name, options: question.options.map(({ not_eligible: _no, ...option }) => option) }, condition, parts: [definition.element], isOwn: false });
    return;
  }
  const missing = known.question.options.find((option) => option.not_eligible === undefined && !excludes(condition, name, option.id) && !question.options.some((one) => one.id === option.id));
  if (missing) problems.push(problem(`${at}/answers/${name}`, 'catalogue.bundle_answer_unknown', { question: question.id, option: missing.id }));
  asked.set(name, { ...known, condition: known.isOwn ? known.condition : either(known.condition, answeredBefore(name, condition, asked)), parts: [...known.parts, definition.element] });
}

/** Whether a condition cannot hold with this answer. */
const excludes = (condition: Condition, name: string, option: string): boolean => condition.some((clause) => clause.length === 1 && clause[0]?.question === name && !clause[0].any_of.includes(option));

/** Of a condition what is known where the question stands: asked once at its first place, it may be asked for a part that a later answer leaves out. */
function answeredBefore(name: string, condition: Condition, asked: ReadonlyMap<string, Asked>): Condition {
  const order = [...asked.keys()];
  return condition.filter((clause) => clause.every((atom) => order.indexOf(atom.question) < order.indexOf(name)));
}

/** A required part's answer that rules it out rules out the bundle, unless the part is only in the case with the other answers. */
function ruleOut(question: SituationQuestion, name: string, condition: Condition, asked: Map<string, Asked>): void {
  const known = asked.get(name);
  if (!known) return;
  const options = known.question.options.map((option) => {
    const reason = question.options.find((one) => one.id === option.id)?.not_eligible;
    return reason && !excludes(condition, name, option.id) ? { ...option, not_eligible: option.not_eligible ?? reason } : option;
  });
  asked.set(name, { ...known, question: { ...known.question, options } });
}

interface Known {
  readonly asked: ReadonlyMap<string, Asked>;
  readonly ownConditions: ReadonlyMap<string, Condition>;
  readonly problems: Problem[];
}

/** The clause that keeps a part out of the case where an answer rules it out: answered well, or not asked at all. */
function eligible({ at }: Part, question: SituationQuestion, name: string, when: Condition, known: Known): Condition {
  if (question.options.every((option) => option.not_eligible === undefined)) return [];
  const offered = known.asked.get(name)?.question.options.map((option) => option.id) ?? [];
  const good = question.options.filter((option) => option.not_eligible === undefined && offered.includes(option.id)).map((option) => option.id);
  const notAsked = negated(when, known);
  if (!notAsked) known.problems.push(problem(at, 'catalogue.bundle_eligibility_too_deep', { question: question.id }));
  return [[{ question: name, any_of: good }, ...(notAsked ?? [])]];
}

/** Answers with which a condition does not hold; undefined where that takes more than one of them at once. */
function negated(condition: Condition, known: Known): readonly Atom[] | undefined {
  const atoms: Atom[] = [];
  for (const clause of condition) {
    const [atom] = clause;
    if (!atom || clause.length > 1) return undefined;
    const others = (known.asked.get(atom.question)?.question.options ?? []).map((option) => option.id).filter((option) => !atom.any_of.includes(option));
    const deeper = negated(known.ownConditions.get(atom.question) ?? [], known);
    if (!deeper) return undefined;
    if (others.length > 0) atoms.push({ question: atom.question, any_of: others });
    atoms.push(...deeper);
  }
  return atoms;
}
