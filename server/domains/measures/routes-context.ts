import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Calendars } from '../calendar/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Matters } from '../matters/index.ts';
import type { People } from '../people/index.ts';
import type { Units } from '../units/index.ts';
import type { Month } from './tally.ts';

/** What the measures ask of the matters. */
export type MattersMeasured = Pick<Matters, 'facts' | 'lightsNow' | 'runningLimits'> & {
  /** Ids of matters after one, in their order, at most so many: for measuring what is there already. */
  idsAfter(after: Id | null, most: number): Promise<readonly Id[]>;
};

/** Supervision orders, counted by whom they are for and what they are about. */
export interface OrdersCounted {
  /** open now: how many, and how many of them past their reply */
  openNow(at: Instant): Promise<readonly { readonly institution: string; readonly areaUnit: string; readonly taskCode: string; readonly open: number; readonly late: number }[]>;
  /** opened in these months, both included, and answered or past their reply: how many, and how many of them answered in time */
  answered(months: { readonly from: Month; readonly to: Month }): Promise<readonly { readonly institution: string; readonly areaUnit: string; readonly taskCode: string; readonly due: number; readonly inTime: number }[]>;
}

/** Grades of the evaluation (好差评), 1 very satisfied … 5 very dissatisfied, counted; struck-out ones are not among them. */
export interface GradesCounted {
  gradesOf(filter: { readonly fromMonth: Month; readonly toMonth: Month }): Promise<readonly { readonly institution: string; readonly taskCode: string; readonly month: string; readonly grade: number; readonly n: number }[]>;
}

/** What the domain is built from. Without `orders` or `grades` those columns stay empty. */
export interface MeasureDeps {
  readonly database: Pick<Database, 'handle' | 'readAs'>;
  readonly now: () => Instant;
  readonly units: Units;
  readonly calendar: Calendars;
  readonly catalogue: Catalogue;
  readonly people: Pick<People, 'parties' | 'staffNames'>;
  readonly matters: MattersMeasured;
  readonly orders?: OrdersCounted;
  readonly grades?: GradesCounted;
  readonly wakeJobs: () => void;
}

/** The dependencies and the day it is in Shenzhen. */
export interface Context extends MeasureDeps {
  readonly today: () => LocalDay;
}
