/** Both sides of a day. Pure. */
import type { LocalDay } from '../../kernel/instant.ts';

/** A link as we sent it: how its message stands, and how the link itself does. */
export interface OurLine {
  readonly messageId: string;
  readonly number: string;
  readonly matterId: string;
  readonly linkId: string | null;
  readonly state: 'pending' | 'delivered' | 'failed';
  /** undefined: the link is not known any more */
  readonly link: { readonly done: boolean; readonly doneBySystem: boolean; readonly dueOn: LocalDay | null } | undefined;
}

/** The same as the other side has it. */
export interface TheirLine {
  readonly messageId: string;
  readonly number: string;
  readonly answered: boolean;
}

export type DifferenceKind = 'not_delivered' | 'unknown_there' | 'unknown_here' | 'answered_only_there' | 'answered_only_here' | 'overdue';

/** A line that needs somebody to look. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly messageId: string;
  readonly number: string;
  readonly matterId: string | null;
  readonly linkId: string | null;
  readonly dueOn: LocalDay | null;
}

/** The figures of a day and every difference, in the order of our lines, theirs after. */
export interface Comparison {
  readonly sent: number;
  readonly acknowledged: number;
  readonly answered: number;
  readonly overdue: number;
  readonly known: number | null;
  readonly differences: readonly Difference[];
}

/** Compares; `theirs` null where the other side could not be read: then only our own side speaks. */
export function compare(ours: readonly OurLine[], theirs: readonly TheirLine[] | null, today: LocalDay): Comparison {
  const there = theirs && new Map(theirs.map((line) => [line.messageId, line]));
  const here = new Set(ours.map((line) => line.messageId));
  const isOverdue = (line: OurLine): boolean => line.link?.done === false && line.link.dueOn !== null && line.link.dueOn < today;
  const differences = ours.flatMap((line): readonly Difference[] => kindsOf(line, there, isOverdue(line)).map((kind) => ({ kind, messageId: line.messageId, number: line.number, matterId: line.matterId, linkId: line.linkId, dueOn: line.link?.dueOn ?? null })));
  const strange = (theirs ?? []).filter((line) => !here.has(line.messageId)).map((line): Difference => ({ kind: 'unknown_here', messageId: line.messageId, number: line.number, matterId: null, linkId: null, dueOn: null }));
  return {
    sent: ours.length, acknowledged: ours.filter((line) => line.state === 'delivered').length, answered: ours.filter((line) => line.link?.done && line.link.doneBySystem).length,
    overdue: ours.filter(isOverdue).length, known: theirs?.length ?? null, differences: [...differences, ...strange],
  };
}

function kindsOf(line: OurLine, there: ReadonlyMap<string, TheirLine> | null, overdue: boolean): readonly DifferenceKind[] {
  const kinds: DifferenceKind[] = [];
  const theirs = there?.get(line.messageId);
  // What they never took is not lost on their side: it is ours to deliver.
  if (!theirs && line.state !== 'delivered') kinds.push('not_delivered');
  else if (there && !theirs) kinds.push('unknown_there');
  const answeredHere = line.link?.done === true;
  if (theirs?.answered && !answeredHere) kinds.push('answered_only_there');
  if (theirs && !theirs.answered && answeredHere && line.link?.doneBySystem) kinds.push('answered_only_here');
  if (overdue) kinds.push('overdue');
  return kinds;
}
