/** A change of the calendar: proposed by one administrator, approved or rejected by another. Pure. */
import type { By } from '../../kernel/actor.ts';
import type { DayName, ExceptionKind } from '../../kernel/calendar/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Proposal } from '../../kernel/two-persons.ts';

/** A closure of the city (typhoon, heavy rain), a year's notice of the State Council, or the repeal of an earlier change. */
export const changeKinds = ['closure', 'notice', 'repeal'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One day a change orders. `festival` is a code of festivals.ts; null: the day bears the name of the change itself. */
export interface OrderedDay {
  readonly on: LocalDay;
  readonly kind: ExceptionKind;
  readonly festival: string | null;
}

/** What a change says. */
export interface ChangeTerms {
  readonly kind: ChangeKind;
  /** the year a notice arranges; null for the other kinds */
  readonly year: number | null;
  readonly days: readonly OrderedDay[];
  /** the approved change a repeal takes back */
  readonly repeals: Id | null;
  readonly name: DayName;
  /** number of the document that orders it */
  readonly document: string;
  readonly documentOn: LocalDay;
  readonly link: string | null;
  readonly reason: string;
}

/** A change as its facts say it stands; stored with them, and always to be folded again from them. */
export interface Change extends ChangeTerms, Proposal {
  /** place in the order of approval, 1, 2, 3 …; null before it */
  readonly number: number | null;
  /** the calendar that stood from its approval on */
  readonly version: string | null;
  /** first day that is another than before */
  readonly firstDay: LocalDay | null;
}

/** A change that stands or stood, as calendars are put together from it. */
export interface ApprovedChange extends Pick<ChangeTerms, 'kind' | 'year' | 'days' | 'repeals' | 'name'> {
  readonly changeId: Id;
  readonly number: number;
}

interface Fact<Kind extends string, Content extends object, Sealed extends object = never> {
  readonly kind: Kind;
  readonly at: Instant;
  readonly by: By;
  readonly content: Content;
  readonly sealed?: Sealed;
}

/** What happened to a change. Days, codes and the document's number are content; words people wrote lie sealed beside the fact. */
export type ChangeFact =
  | Fact<'change_proposed', {
      readonly kind: ChangeKind; readonly year: number | null; readonly days: readonly OrderedDay[]; readonly repeals: Id | null; readonly document: string; readonly documentOn: LocalDay;
    }, { readonly name: DayName; readonly link: string | null; readonly reason: string }>
  | Fact<'change_approved', { readonly number: number; readonly version: string; readonly firstDay: LocalDay }>
  | Fact<'change_rejected', Record<never, never>, { readonly words: string }>
  | Fact<'change_withdrawn', Record<never, never>>;
