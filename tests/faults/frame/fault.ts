import type { City, CityOptions, Template } from './city.ts';

/** How far a run goes: at most 45 s for everything, the share of `npm test`, or everything before a release. */
export type Size = 'quick' | 'gate' | 'full';

/**
 * What a fault cannot do without, asked of this machine before it runs (`frame/needs.ts`): rights of root, loop devices with ext4, a memory
 * file system, and programs of Debian packages.
 */
export type Need = 'root' | 'loop' | 'tmpfs' | 'strace' | 'faketime' | 'network-namespace';

/** What a fault found. */
export interface FaultResult {
  /** n: how many faults were really done; the bound of the true rate is 3/n (95 %) */
  readonly faults: number;
  /** acknowledged acts that were not there afterwards */
  readonly lost: number;
  /** every invariant that did not hold, in words, without personal data; empty when all held */
  readonly broken: readonly string[];
  /** processes killed, power cuts done */
  readonly kills?: number;
  readonly powerCuts?: number;
  /** planted defects, and those the checks caught; unequal fails the run */
  readonly mutantsPlanted: number;
  readonly mutantsCaught: number;
  /** what is worth a line in the report: times with their unit in the name, counts */
  readonly figures: Readonly<Record<string, number | string>>;
  /** as in `FaultTools.seed` */
  readonly seed: number;
  /** parts of the fault that could not be done here, each with its reason; shown as `skipped`, never silently */
  readonly skipped?: readonly string[];
}

/** What the frame hands to every fault. */
export interface FaultTools {
  /** of this fault in this run; the same seed chooses the same moments */
  readonly seed: number;
  /** 0 ≤ x < 1, from the seed */
  random(): number;
  /** a whole number from `from` to `to`, both included, from the seed */
  whole(from: number, to: number): number;
  /** a line in the run's report */
  say(text: string): void;
  /** a new folder on disk, open to the database's account; removed at the end, also after Ctrl-C */
  folder(name: string): string;
  /** done at the end, newest first, also when the fault throws and after Ctrl-C */
  atEnd(clean: () => Promise<unknown> | unknown): void;
  /** milliseconds of this fault's share of the time plan that are left; negative when it is used up: end the round, keep what was done */
  timeLeftMs(): number;
  /**
   * Whether four times the share and three minutes are used up (a machine with much else to do), or in a quick run the share itself: then a row of faults ends early, and what was
   * left out is told in `skipped`.
   */
  overdue(): boolean;
  /** the data folder of an installation with invented people and staff, made once a run; copied for each city */
  template(): Promise<Template>;
  /** a city of its own on a copy of the template: the real built server in its own process; not started yet */
  city(options?: CityOptions): Promise<City>;
}

/** One fault of the programme (test-programme D-, X-, K-, R-). */
export interface Fault {
  /** as in the test programme: 'D-01' */
  readonly id: string;
  readonly title: string;
  readonly needs: readonly Need[];
  /** share of the time plan, in seconds on two quiet cores; 0 leaves the size out (the table says so) */
  readonly seconds: Readonly<Record<Size, number>>;
  run(size: Size, tools: FaultTools): Promise<FaultResult>;
}
