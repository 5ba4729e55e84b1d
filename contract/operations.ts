/** How an installation runs, for who keeps it: its settings, its versions, what waits and what gave up, and whether it is safe to accept. */
import { Type, type Static } from 'typebox';
import { closed, Instant, literals, nullable, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Localized } from './localized.ts';

export const settingSources = ['environment', 'default', 'unset'] as const;
/** A file that a setting names, since the start, when it was read: changed or gone, it counts only at the next start. */
export const fileStates = ['as_at_start', 'changed', 'missing'] as const;
export const roomStates = ['enough', 'no_uploads', 'no_writes'] as const;
export const checkStates = ['good', 'off', 'bad'] as const;
export const checkNames = ['database', 'clock', 'storage', 'ledger', 'witnesses', 'backup'] as const;

/** One setting. The value of a secret is never told, only whether it is set. */
export const SettingView = Type.Object(
  { name: Type.String(), about: Localized, isSecret: Type.Boolean(), value: nullable(Type.String()), source: literals(settingSources), /** null where the setting names no file */ file: nullable(literals(fileStates)), /** why it wants a second look */ warning: nullable(Localized) },
  closed,
);
export type SettingView = Static<typeof SettingView>;

/** One thing that was looked at. */
export const CheckView = Type.Object({ name: literals(checkNames), state: literals(checkStates), words: Type.String() }, closed);
export type CheckView = Static<typeof CheckView>;

/** How continuous backup stands; null where there is none. */
export const BackupView = Type.Object(
  { shippedUntil: nullable(Instant), waitingFiles: Type.Integer(), waitingBytes: Type.Integer(), lastBackupAt: nullable(Instant), failure: nullable(Type.String()) }, closed,
);

/** A disk that is written to. */
export const DiskView = Type.Object({ folder: Type.String(), freeBytes: Type.Integer(), bytes: Type.Integer(), room: literals(roomStates) }, closed);
export type DiskView = Static<typeof DiskView>;

/** A log of facts or of accesses, as it is signed. */
export const LogView = Type.Object(
  { log: Type.String(), size: Type.Integer(), waiting: Type.Integer(), signedAt: nullable(Instant), witnesses: Type.Integer(), witnessesAsked: Type.Integer(), stoppedWhy: nullable(Type.String()) }, closed,
);
export type LogView = Static<typeof LogView>;

export const Operations = Type.Object(
  {
    /** since when these settings stand: they are read once, at the start */
    startedAt: Instant,
    safe: Type.Boolean(), checks: Type.Array(CheckView), backup: nullable(BackupView),
    settings: Type.Array(SettingView),
    versions: Type.Object({ program: Type.String(), node: Type.String(), database: Type.String(), migrations: Type.Integer(), newestMigration: nullable(Type.String()) }, closed),
    jobs: Type.Object({ waiting: Type.Integer(), due: Type.Integer(), givenUp: Type.Integer() }, closed),
    /** messages to outside systems that wait: all; those whose moment is past; the oldest of them */
    outbox: Type.Object({ waiting: Type.Integer(), due: Type.Integer(), oldestAt: nullable(Instant) }, closed),
    /** requests being worked on in this process, and how many may be at once */
    admission: Type.Object({ underWay: Type.Integer(), most: Type.Integer() }, closed),
    disks: Type.Array(DiskView), logs: Type.Array(LogView),
    sessions: Type.Object({ resident: Type.Integer(), staff: Type.Integer() }, closed),
    databaseBytes: Type.Integer(),
    /** particulars of persons that were taken out of lines of the log since the start */
    withheld: Type.Integer(),
    /** last day due dates can be computed on, and the version of the calendar */
    calendar: Type.Object({ version: Type.String(), lastDay: Type.String() }, closed),
    /** limits and rules in force whose source nobody has read yet */
    unverifiedLaw: Type.Integer(),
  },
  closed,
);
export type Operations = Static<typeof Operations>;

/** A job that was tried as often as jobs are: it waits for a person. Of the matter it belongs to nothing is told. */
export const StuckJob = Type.Object(
  {
    jobId: Uuid, /** what is to be done; several where one row holds several */ kinds: Type.Array(Type.String()), attempts: Type.Integer(), lastTryAt: Instant,
    /** the first words of what went wrong, without particulars of persons */ fault: Type.String(),
  },
  closed,
);
export type StuckJob = Static<typeof StuckJob>;

const tag = 'operations';

export const getOperations = endpoint({
  id: 'getOperations', method: 'GET', path: '/api/v1/operations', tag,
  summary: 'Every setting with its source, versions, what waits, and whether it is safe to accept; secrets are not told', reply: Operations,
});
export const exportOperations = endpoint({
  id: 'exportOperations', method: 'GET', path: '/api/v1/operations.csv', tag, produces: 'text/csv', summary: 'The same as a table (RFC 4180), in the language asked for; taking it is recorded',
});
export const listStuckJobs = endpoint({
  id: 'listStuckJobs', method: 'GET', path: '/api/v1/operations/stuck-jobs', tag, summary: 'Jobs that were tried as often as jobs are and wait for a person, the longest waiting first, at most 200',
  reply: Type.Object({ jobs: Type.Array(StuckJob), total: Type.Integer(), /** whether who asks may have one tried again */ mayTryAgain: Type.Boolean() }, closed),
});
export const tryJobAgain = endpoint({
  id: 'tryJobAgain', method: 'POST', path: '/api/v1/operations/stuck-jobs/:jobId/try-again', tag, status: 204, summary: 'Has such a job tried from the beginning; recorded. The job itself is not changed',
  params: Type.Object({ jobId: Uuid }, closed),
});
