/** How an installation runs, for who keeps it: its settings, its versions, and whether it is safe to accept. */
import { Type, type Static } from 'typebox';
import { closed, Instant, literals, nullable } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Localized } from './localized.ts';

export const settingSources = ['environment', 'default', 'unset'] as const;
export const checkStates = ['good', 'off', 'bad'] as const;
export const checkNames = ['database', 'clock', 'storage', 'ledger', 'witnesses', 'backup'] as const;

/** One setting. The value of a secret is never told, only whether it is set. */
export const SettingView = Type.Object(
  { name: Type.String(), about: Localized, isSecret: Type.Boolean(), value: nullable(Type.String()), source: literals(settingSources), /** why it wants a second look */ warning: nullable(Localized) },
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

export const Operations = Type.Object(
  {
    /** since when these settings stand: they are read once, at the start */
    startedAt: Instant,
    safe: Type.Boolean(), checks: Type.Array(CheckView), backup: nullable(BackupView),
    settings: Type.Array(SettingView),
    versions: Type.Object({ program: Type.String(), node: Type.String(), database: Type.String(), migrations: Type.Integer(), newestMigration: nullable(Type.String()) }, closed),
    jobs: Type.Object({ waiting: Type.Integer(), due: Type.Integer(), givenUp: Type.Integer() }, closed),
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

export const getOperations = endpoint({
  id: 'getOperations', method: 'GET', path: '/api/v1/operations', tag: 'operations',
  summary: 'Every setting with its source, versions, what waits, and whether it is safe to accept; secrets are not told', reply: Operations,
});
