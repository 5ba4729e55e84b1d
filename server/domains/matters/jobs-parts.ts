import type { Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { runCommand } from '../../platform/db/run-command.ts';
import { derivedId } from '../../platform/ids.ts';
import type { Job, JobHandler } from '../../platform/jobs/worker.ts';
import { withdraw } from './decide.ts';
import { handInDeferred } from './decide-correction.ts';
import { partEnded } from './decide-flow.ts';
import { filePart } from './decide-parts.ts';
import { partsOf } from './evolve-flow.ts';
import { keepDataKey } from './flow-store.ts';
import { actForJob } from './jobs-act.ts';
import type { MatterPart, PartFault, PartOutcome } from './matter-flow.ts';
import type { Matter, MatterFact } from './matter.ts';
import { commandDomain, topicsOf } from './routes-commands.ts';
import type { Context } from './routes-context.ts';
import { deferredFor, partFiling, sealAnew } from './routes-parts.ts';
import { loadMatter, readMatterFile, type MatterFile } from './store.ts';

const fileKind = 'matters.when_part_called_file';

/** Items of bundles: filed when their process calls them, answered when they end, withdrawn when nobody waits for them any more. */
export function partJobs(context: Context, hearEarlier: (bundleId: Id, partId: Id) => Promise<void>): Readonly<Record<string, JobHandler>> {
  return {
    [fileKind]: (job) => fileCalled(context, job, hearEarlier),
    'matters.when_part_ended_answer': (job) => answerBundle(context, job),
    'matters.when_part_cancelled_withdraw': (job) => withdrawParts(context, job, (part) => part.callId === job.payload.callId),
    'matters.when_ended_withdraw_parts': (job) => withdrawParts(context, job, (part) => part.endedAt === null),
    'matters.when_deferred_handed_in_pass_on': (job) => passOn(context, job),
  };
}

/** Files and accepts a part, once; what cannot be filed answers at once, with the reason. */
async function fileCalled(context: Context, job: Job, hearEarlier: (bundleId: Id, partId: Id) => Promise<void>): Promise<void> {
  const bundle = await readMatterFile(context.database.handle, context.pipeline.keys, job.matterId);
  const part = bundle && partsOf(bundle.state).find((one) => one.callId === job.payload.callId);
  if (!bundle || !part || part.endedAt !== null || bundle.state.status !== 'accepted') return;
  const refused = await fileOnce(context, bundle, part);
  if (refused) return answer(context, job, bundle.matterId, part.callId, 'stopped', { code: refused.code, pointers: (refused.errors ?? []).map((one) => one.pointer) });
  await hearEarlier(bundle.matterId, part.matterId);
  // The bundle may have ended while this was written; its own job then found nothing to withdraw yet.
  const now = (await loadMatter(context.database.pool, context.pipeline.keys, bundle.matterId, job.jobId))?.state;
  const wanted = now?.status === 'accepted' && partsOf(now).some((one) => one.callId === part.callId && (one.endedAt === null || one.outcome !== 'stopped'));
  if (!wanted) await withdrawPart(context, job, part.matterId);
}

/** The refusal of a filing that will be refused again; undefined where the part is filed, now or before. A calendar that ends too early is an operator's to mend: the job comes again. */
async function fileOnce(context: Context, bundle: MatterFile, part: MatterPart): Promise<Refusal | undefined> {
  const commandId = derivedId(`file ${part.matterId}`);
  if (await loadMatter(context.database.pool, context.pipeline.keys, part.matterId, commandId)) return undefined;
  const filing = partFiling(context, bundle, part);
  if ('code' in filing) return stopping(filing, part);
  const actor = { kind: 'system', job: fileKind } as const;
  // Judged before a file is copied: most that cannot be filed is known without.
  const judged = filePart(null, filing.filing, filing.law, { at: context.now(), by: { kind: 'system', id: fileKind } });
  if (!judged.ok) return stopping(judged, part);
  const dataKey = await keepDataKey(context.database.handle, context.pipeline.keys, part.matterId);
  await sealAnew(context, bundle, dataKey, filing.filing.handedIn);
  const done = await runCommand<Matter, MatterFact, string>(context.pipeline, commandDomain(context, part.matterId), {
    commandId, matterId: part.matterId, name: 'file_part', actor, body: { callId: part.callId }, creates: { dataKey }, may: () => true,
    decide: (state, meta) => filePart(state, filing.filing, filing.law, meta),
  });
  if (!done.ok) return stopping(done, part);
  context.wakeJobs();
  context.publish(topicsOf(done.state));
  return undefined;
}

const passing = ['matter.changed_meanwhile', 'matter.already_filed'];

function stopping(refused: Refusal, part: MatterPart): Refusal {
  if (passing.includes(refused.code) || refused.code.startsWith('calendar.')) throw new Error(`file_part ${part.element} of ${part.matterId}: ${refused.code}`);
  return refused;
}

/** The end of a part, told to its bundle: what else than a decision ended it counts as stopped. */
async function answerBundle(context: Context, job: Job): Promise<void> {
  const part = (await loadMatter(context.database.pool, context.pipeline.keys, job.matterId, job.jobId))?.state;
  if (!part?.parent || part.endedAt === null) return;
  await answer(context, job, part.parent.matterId, part.parent.callId, part.status === 'completed' && part.outcome ? part.outcome : 'stopped');
}

async function answer(context: Context, job: Job, bundleId: Id, callId: string, outcome: PartOutcome, why?: PartFault): Promise<void> {
  await actForJob(context, job, {
    name: 'answer_part', matterId: bundleId, commandId: derivedId(`answer ${bundleId} ${callId}`), body: { callId, outcome }, nothingToDo: ['matter.part_ended', 'matter.part_unknown', 'matter.not_open', 'matter.unknown', 'command.reused_id'],
    decide: (matter, meta, law) => partEnded(matter, callId, { outcome, ...(why ? { why } : {}) }, law, meta),
  });
}

async function withdrawParts(context: Context, job: Job, which: (part: MatterPart) => boolean): Promise<void> {
  const bundle = (await loadMatter(context.database.pool, context.pipeline.keys, job.matterId, job.jobId))?.state;
  for (const part of bundle ? partsOf(bundle).filter(which) : []) await withdrawPart(context, job, part.matterId);
}

/** A part nobody waits for any more. One that has ended, or was not filed yet, needs nothing: whoever files it looks again. */
async function withdrawPart(context: Context, job: Pick<Job, 'kind'>, partId: Id): Promise<void> {
  await actForJob(context, job, {
    name: 'withdraw_part', matterId: partId, commandId: derivedId(`withdraw ${partId}`), body: {}, nothingToDo: ['matter.not_open', 'matter.unknown'], decide: (matter, meta) => withdraw(matter, meta),
  });
}

/** 容缺补交 on a bundle: what has come goes on to the parts that wait for it. */
async function passOn(context: Context, job: Job): Promise<void> {
  const bundle = await readMatterFile(context.database.handle, context.pipeline.keys, job.matterId);
  for (const part of bundle ? partsOf(bundle.state).filter((one) => one.endedAt === null) : []) {
    const file = await readMatterFile(context.database.handle, context.pipeline.keys, part.matterId);
    const brought = bundle && file && deferredFor(context, bundle, part, file);
    if (!bundle || !file || !brought || brought.handedIn.length === 0) continue;
    await sealAnew(context, bundle, file.dataKey, brought.handedIn);
    await actForJob(context, job, {
      name: 'hand_in_deferred', matterId: part.matterId, commandId: derivedId(`pass on ${part.matterId} ${job.jobId}`), body: { materials: brought.handedIn.map((one) => one.code) },
      nothingToDo: ['matter.not_open', 'matter.not_deferred', 'matter.nothing_deferred'],
      decide: (matter, meta) => handInDeferred(matter, brought.handedIn, brought.fileNames, brought.judgement, matter.channel, meta),
    });
  }
}
