import { refuse } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { runCommand } from '../../platform/db/run-command.ts';
import type { Job } from '../../platform/jobs/worker.ts';
import type { MatterDecision, Meta } from './decide.ts';
import type { Law } from './law.ts';
import type { Matter, MatterFact } from './matter.ts';
import { commandDomain, topicsOf } from './routes-commands.ts';
import { lawOfMatter, type Context } from './routes-context.ts';

/** A command of the system on a matter: under an id of its own, so that it counts once. `nothingToDo` are the refusals that say so. */
export interface SystemAct {
  readonly name: string;
  readonly matterId: Id;
  readonly commandId: Id;
  readonly body: object;
  readonly nothingToDo: readonly string[];
  readonly decide: (matter: Matter, meta: Meta, law: Law) => MatterDecision;
}

/** Runs a command of the system for a job. True where it was done, now or before. Refused because somebody else wrote in the same moment, it throws: the job comes again. */
export async function actForJob(context: Context, job: Pick<Job, 'kind'>, act: SystemAct): Promise<boolean> {
  const { name, matterId, commandId, body, decide } = act;
  const done = await runCommand<Matter, MatterFact, string>(context.pipeline, commandDomain(context, matterId), {
    commandId, matterId, name, actor: { kind: 'system', job: job.kind }, body, may: () => true,
    decide: (state, meta) => {
      if (!state) return refuse('matter.unknown');
      const law = lawOfMatter(context, state, matterId);
      return 'code' in law ? law : decide(state, meta, law);
    },
  });
  if (!done.ok && !act.nothingToDo.includes(done.code)) throw new Error(`${name} of ${matterId}: ${done.code}`);
  if (!done.ok) return false;
  context.wakeJobs();
  context.publish(topicsOf(done.state));
  return true;
}
