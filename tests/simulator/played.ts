import type { City, Server } from './city.ts';
import type { Journal } from './journal.ts';

/** Everything of a run in one place. */
export interface Play {
  readonly city: City;
  readonly journal: Journal;
  readonly servers: Server[];
  readonly matters: string[];
  readonly faults: string[];
  starting: number;
  serial: number;
  changes: number;
  /** servers that have not heard yet that the calendar changed */
  hearing: number;
}
