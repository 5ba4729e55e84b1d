import type pg from 'pg';

/** Signed in staff of the template. */
export interface Clerk {
  readonly login: string;
  /** cookie yimen_session and header x-csrf-token */
  readonly token: string;
  readonly csrfToken: string;
  /** institution at whose window the clerk files: code of the hall */
  readonly hall: string;
}

/** An installation's data folder, stopped cleanly, with its people. */
export interface Template {
  /** as YIMEN_DATA: keys/, database/, vault …; never started itself, only copied */
  readonly folder: string;
  /** ids of invented parties for whom matters can be filed */
  readonly parties: readonly string[];
  readonly clerks: readonly Clerk[];
  /** signed in residents, who can upload to drafts of their own */
  readonly residents: readonly { readonly token: string; readonly csrfToken: string; readonly partyId: string }[];
}

/** How a city differs from a plain one. */
export interface CityOptions {
  /** an empty folder on the medium wanted (a mounted image, a small tmpfs); a new folder otherwise */
  readonly folder?: string;
  /** variables of the server's environment over ours: { DATABASE_URL: …, LD_PRELOAD: … } */
  readonly env?: Readonly<Record<string, string>>;
  /** put before the server's command line: ['strace', '-f', '-e', …] */
  readonly wrap?: readonly string[];
  /** arguments of node itself: ['--max-old-space-size=200'] */
  readonly nodeArguments?: readonly string[];
}

/** A running or stopped installation in processes of its own. The port stays the same over restarts. */
export interface City {
  readonly folder: string;
  readonly port: number;
  readonly baseUrl: string;
  readonly template: Template;
  /** everything the server printed so far, both outputs */
  output(): string;
  /** starts the server and waits until /health/ready answers 200; milliseconds it took. Throws with the output when it ends before. */
  start(more?: Pick<CityOptions, 'env' | 'wrap' | 'nodeArguments'>): Promise<number>;
  /** process number of the server (not of what wraps it), or undefined when it does not run */
  pid(): number | undefined;
  /** process numbers of PostgreSQL's main process and of its children, whoever started them */
  postmaster(): number | undefined;
  backends(): readonly number[];
  /** SIGKILL to the server alone: the database lives on as an orphan */
  killServer(): Promise<void>;
  /** SIGKILL to the server, the database's main process and all its children */
  killAll(): Promise<void>;
  /** SIGTERM and wait; false when it did not leave with 0 */
  stop(): Promise<boolean>;
  /** a connection of the database's owner (superuser of the embedded one); closed by the caller */
  owner(): Promise<pg.Client>;
}
