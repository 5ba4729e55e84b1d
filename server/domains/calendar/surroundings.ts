/** What the domain works with: the calendars in memory, and what app.ts gives it. */
import type { WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import type { BatchWriter } from '../../platform/db/batch-writer.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Pipeline } from '../../platform/db/run-command.ts';
import type { ApprovedChange } from './change.ts';
import type { CalendarBase } from './compose.ts';
import type { LoadedFile } from './store.ts';

/** What changing the calendar needs of the installation and of other domains. */
export interface CalendarActs {
  readonly database: Database;
  readonly pipeline: Pipeline;
  /** Kinds of jobs queued in the transaction of each approval, with `{ version, changeId, firstDay }`. */
  readonly whenApproved: readonly string[];
  /** How many running limits end on this day or later: what an approval may move. */
  readonly affectedLimits: (fromDay: LocalDay) => Promise<number>;
  readonly staffNames: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, string>>;
  /** Looks for work that a commit just wrote. */
  readonly wakeJobs: () => void;
}

/** The calendars in memory. */
export interface Standing {
  /** What new dates are computed with, what it was put together from, and the file of a day's notice. */
  now(): { readonly calendar: WorkingCalendar; readonly base: CalendarBase & { readonly statutory: LoadedFile; readonly provisional: LoadedFile | null }; readonly approved: readonly ApprovedChange[] };
  byVersion(version: string): WorkingCalendar | undefined;
  refresh(): Promise<void>;
}

/** The dependencies, the calendars and the domain's own writer. */
export interface Surroundings extends CalendarActs {
  readonly standing: Standing;
  readonly writer: BatchWriter;
}
