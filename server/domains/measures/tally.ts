import type { LocalDay } from '../../kernel/instant.ts';
import type { Measure } from './measure.ts';

/** A month, YYYY-MM. */
export type Month = string;

/** The places one matter is counted in. */
export interface CountedIn {
  readonly city: string;
  /** the district, or the functional area that acts as one, that administers the area */
  readonly district: string | null;
  readonly street: string | null;
  readonly community: string | null;
}

/** What is counted of matters, in this order wherever it is stored. All are numbers of matters. */
export const countNames = [
  'filed', 'one_number', 'asked_again', 'general_window', 'visits_judged', 'visits_kept', 'judged', 'in_time', 'completed', 'withdrawn', 'deemed',
  'late_notice', 'late_statutory', 'late_promised', 'late_link', 'late_service',
] as const;
export type CountName = (typeof countNames)[number];
export type Counts = Readonly<Record<CountName, number>>;

/** Everything one matter adds to the counts: kept with its row, so that a later measure takes away exactly what this one gave. */
export interface Tally {
  readonly scopes: readonly string[];
  readonly month: Month;
  readonly task: string;
  readonly channel: 'online' | 'window';
  /** only what is not nought */
  readonly n: Partial<Counts>;
  /** working days used and promised of a completed matter */
  readonly days: Readonly<Partial<Record<'net' | 'promised', number>>>;
  readonly received: LocalDay;
  readonly ended: LocalDay | null;
  readonly links: readonly LinkTally[];
}

/** One link (环节) of one institution: how often judged (done, or late already) and late, and the working days of those done. */
export interface LinkTally {
  readonly process: string;
  readonly version: number;
  readonly element: string;
  readonly institution: string;
  readonly judged: number;
  readonly late: number;
  readonly timed: number;
  readonly days: number;
}

/** The scope under which a district's matters handled by one institution are counted: what the public page drills into. */
export const pairScope = (district: string, institution: string): string => `${district}/${institution}`;

/** What a measured matter adds to the counts. */
export function tallyOf(measure: Measure, place: CountedIn): Tally {
  const { acceptingInstitution, handlingInstitution } = measure;
  const units = [place.city, place.district, place.street, place.community].filter((code) => code !== null);
  const scopes = [...units, acceptingInstitution, handlingInstitution, pairScope(place.district ?? place.city, handlingInstitution)];
  const completed = measure.status === 'completed';
  return {
    scopes: [...new Set(scopes)], month: measure.receivedOn.slice(0, 7), task: measure.taskCode, channel: measure.channel,
    n: withoutNoughts({
      filed: 1, one_number: one(measure.oneNumber), asked_again: one(measure.askedAgain), general_window: one(measure.generalWindow), visits_judged: one(measure.visitsJudged), visits_kept: one(measure.visitsKept),
      judged: one(measure.judged), in_time: one(measure.inTime), completed: one(completed), withdrawn: one(measure.status === 'withdrawn'), deemed: one(measure.deemed),
      late_notice: one(measure.late.includes('notice')), late_statutory: one(measure.late.includes('statutory')), late_promised: one(measure.late.includes('promised')),
      late_link: one(measure.late.includes('link')), late_service: one(measure.late.includes('service')),
    }),
    days: completed ? { ...(measure.netDays === null ? {} : { net: measure.netDays }), ...(measure.promisedDays === null ? {} : { promised: measure.promisedDays }) } : {},
    received: measure.receivedOn, ended: measure.endedOn,
    links: linksOf(measure),
  };
}

function linksOf(measure: Measure): readonly LinkTally[] {
  const found = new Map<string, LinkTally>();
  for (const link of measure.links) {
    const key = `${link.element} ${link.institution}`;
    const before = found.get(key) ?? { process: measure.process, version: measure.processVersion, element: link.element, institution: link.institution, judged: 0, late: 0, timed: 0, days: 0 };
    found.set(key, { ...before, judged: before.judged + one(link.done || link.late), late: before.late + one(link.late), timed: before.timed + one(link.netDays !== null), days: before.days + (link.netDays ?? 0) });
  }
  return [...found.values()].filter((link) => link.judged > 0);
}

const one = (holds: boolean): number => (holds ? 1 : 0);
const withoutNoughts = (counts: Counts): Partial<Counts> => Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0));
