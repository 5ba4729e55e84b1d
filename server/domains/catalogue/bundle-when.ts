/** Conditions of a bundle's parts put together. A condition is what must hold (every clause), each clause by one of its alternatives. */
import type { When } from '../../../contract/catalogue.ts';

/** One answer that fulfils a clause. */
export interface Atom {
  readonly question: string;
  readonly any_of: readonly string[];
}
/** Alternatives, of which one must hold. */
export type Clause = readonly Atom[];
/** Clauses, all of which must hold; none: always. */
export type Condition = readonly Clause[];

/** The condition of an item, as clauses. */
export const conditionOf = (when: When | undefined): Condition => (when ?? []).map(({ or, ...first }) => tidy([first, ...(or ?? [])]));

/** A condition as the item catalogue writes it; undefined where it always holds. */
export function whenOf(condition: Condition): When | undefined {
  if (condition.length === 0) return undefined;
  return condition.map(([first, ...rest]) => ({ ...mutable(first), ...(rest.length > 0 ? { or: rest.map(mutable) } : {}) }));
}

const mutable = (atom: Atom | undefined): { question: string; any_of: string[] } => ({ question: atom?.question ?? '', any_of: [...(atom?.any_of ?? [])] });

/** Both must hold. */
export const both = (one: Condition, other: Condition): Condition => withoutWeaker([...one, ...other]);

/** One of the two must hold: every clause of one beside every clause of the other. */
export function either(one: Condition, other: Condition): Condition {
  if (one.length === 0 || other.length === 0) return [];
  return withoutWeaker(one.flatMap((clause) => other.map((beside) => tidy([...clause, ...beside]))));
}

/** Alternatives on the same question are one. */
function tidy(clause: Clause): Clause {
  const questions = [...new Set(clause.map((atom) => atom.question))];
  return questions.map((question) => ({ question, any_of: [...new Set(clause.filter((atom) => atom.question === question).flatMap((atom) => atom.any_of))] }));
}

/** A clause that another one already implies says nothing. */
function withoutWeaker(clauses: Condition): Condition {
  const implies = (strong: Clause, weak: Clause): boolean => strong.every((atom) => weak.some((one) => one.question === atom.question && atom.any_of.every((option) => one.any_of.includes(option))));
  return clauses.filter((clause, at) => !clauses.some((other, i) => i !== at && implies(other, clause) && (!implies(clause, other) || i < at)));
}

/** What stands of a part's questions in a bundle. */
export interface Standing {
  /** part question → bundle question */
  readonly names: Readonly<Record<string, string>>;
  /** part question → the option that is settled; the empty text for a question that is never asked */
  readonly settled: Readonly<Record<string, string>>;
  /** bundle question → the options it offers */
  readonly offered: ReadonlyMap<string, readonly string[]>;
}

/** The part's condition under its settled answers and the bundle's names; `never` where what is settled, or not offered, rules it out. */
export function inBundle(when: When | undefined, { names, settled: fixed, offered }: Standing): Condition | 'never' {
  const clauses: Clause[] = [];
  for (const clause of conditionOf(when)) {
    if (clause.some((atom) => atom.any_of.includes(fixed[atom.question] ?? ''))) continue;
    const open = clause.filter((atom) => !Object.hasOwn(fixed, atom.question)).flatMap((atom) => {
      const question = names[atom.question] ?? atom.question;
      const any_of = atom.any_of.filter((option) => offered.get(question)?.includes(option) !== false);
      return any_of.length > 0 ? [{ question, any_of }] : [];
    });
    if (open.length === 0) return 'never';
    clauses.push(open);
  }
  return clauses;
}
