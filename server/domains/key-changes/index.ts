/** Changes of the installation's keys by two persons, and their use on the machine, once. */
import { batchWriter } from '../../platform/db/batch-writer.ts';
import type { Pipeline } from '../../platform/db/run-command.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Route } from '../../platform/http/route.ts';
import type { KeyResult, KeyTask } from './change.ts';
import { beginOnMachine, finishOnMachine, resumeOnMachine, type BegunKeyChange, type NoApproval } from './routes-machine.ts';
import { keyChangeRoutes } from './routes.ts';
import { appendFunction } from './store.ts';
import type { KeyChangeDeps } from './surroundings.ts';

export { keyChangeRefusals, type KeyChangeRefusalCode } from './refusals.ts';
export type { BegunKeyChange, NoApproval } from './routes-machine.ts';
export type { KeyResult, KeyTask } from './change.ts';

/** Builds the domain. */
export function keyChangesDomain(deps: KeyChangeDeps): { readonly routes: readonly Route[] } {
  return { routes: keyChangeRoutes({ ...deps, writer: batchWriter(deps.database.pool, appendFunction, deps.pipeline.clock) }) };
}

/** The approvals as the program on the machine uses them. */
export interface KeyApprovals {
  begin(task: KeyTask, target: number | null): Promise<BegunKeyChange | NoApproval | Refusal>;
  /** What a run that was cut had begun. */
  resume(task: KeyTask): Promise<BegunKeyChange | undefined>;
  finish(changeId: Id, result: KeyResult): Promise<{ readonly ok: true } | Refusal>;
}

/** For a program beside the server, on the same database. */
export function keyApprovals(database: Database, pipeline: Pipeline): KeyApprovals {
  const around = { database, pipeline, writer: batchWriter(database.pool, appendFunction, pipeline.clock) };
  return { begin: (task, target) => beginOnMachine(around, task, target), resume: (task) => resumeOnMachine(around, task), finish: (changeId, result) => finishOnMachine(around, changeId, result) };
}
