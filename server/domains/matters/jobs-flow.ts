import type { Id } from '../../kernel/ids.ts';
import { msOf, type Instant } from '../../kernel/instant.ts';
import { derivedId } from '../../platform/ids.ts';
import type { Job, JobHandler } from '../../platform/jobs/worker.ts';
import { receiveMessage, ringTimer } from './decide-flow.ts';
import { partsOf, timersOf } from './evolve-flow.ts';
import { actForJob } from './jobs-act.ts';
import { partJobs } from './jobs-parts.ts';
import type { Context } from './routes-context.ts';
import { readFacts } from './store.ts';

/** What processes set going beside people's work: timers that ring, messages between matters, items of bundles. Each may run twice and counts once. */
export function flowJobs(context: Context): Readonly<Record<string, JobHandler>> {
  return {
    'matters.when_timer_due_ring': (job) => ring(context, job),
    'matters.when_message_sent_deliver': (job) => deliver(context, job),
    ...partJobs(context, (bundleId, partId) => hearEarlier(context, bundleId, partId)),
  };
}

/** A timer that the calendar moved rings another time: the round that looks at the clocks queues it again for its new moment. */
async function ring(context: Context, job: Job): Promise<void> {
  const timerId = String(job.payload.timerId);
  let early: Instant | undefined;
  const act = (): Promise<boolean> => actForJob(context, job, {
    name: 'ring_timer', matterId: job.matterId, commandId: derivedId(`ring ${job.matterId} ${timerId}`), body: { timerId },
    nothingToDo: ['matter.timer_not_running', 'matter.timer_not_due', 'matter.not_open', 'matter.unknown'],
    decide: (matter, meta, law) => {
      const decision = ringTimer(matter, timerId, law, meta);
      early = !decision.ok && decision.code === 'matter.timer_not_due' ? timersOf(matter).find((one) => one.timerId === timerId)?.clock.dueAt : undefined;
      return decision;
    },
  });
  if ((await act()) || early === undefined) return;
  // Early by the calendar, or by our own clock only: this machine may have been suspended, and its clock with it.
  await context.pipeline.clock.sample();
  const leftMs = msOf(early) - msOf(context.now());
  if (leftMs < 0) await act();
  else if (leftMs < calendarMovesMs) throw new Error(`timer ${timerId} of ${job.matterId}: our clock has not reached ${early}`);
}

/** A calendar moves a timer by whole days; what is nearer is a clock that goes wrong, and the job comes again. */
const calendarMovesMs = 3_600_000;

/** A message as its sender's facts have it. */
interface Sent {
  readonly from: Id;
  readonly messageId: string;
  readonly message: string;
}

/** From a part to its bundle and to the other parts of it; from a bundle to its parts. */
async function deliver(context: Context, job: Job): Promise<void> {
  const sender = await readFacts(context.database.handle, job.matterId);
  if (!sender) return;
  const { messageId, message } = job.payload as { messageId: string; message: string };
  const bundle = sender.state.parent ? await readFacts(context.database.handle, sender.state.parent.matterId) : undefined;
  const parts = partsOf(bundle?.state ?? sender.state).filter((part) => part.endedAt === null && part.matterId !== job.matterId).map((part) => part.matterId);
  for (const to of [...(sender.state.parent ? [sender.state.parent.matterId] : []), ...parts]) await tell(context, job, to, { from: job.matterId, messageId, message });
}

function tell(context: Context, job: Pick<Job, 'kind'>, to: Id, sent: Sent): Promise<boolean> {
  return actForJob(context, job, {
    name: 'receive_message', matterId: to, commandId: derivedId(`message ${sent.from} ${sent.messageId} ${to}`), body: { ...sent },
    // A part that is not filed yet hears it when it is; one that is over does not need it any more.
    nothingToDo: ['matter.message_known', 'matter.message_not_awaited', 'matter.not_open', 'matter.unknown'],
    decide: (matter, meta, law) => receiveMessage(matter, { type: 'message', ...sent }, law, meta),
  });
}

/** What was said in the bundle before a part of it was there. */
async function hearEarlier(context: Context, bundleId: Id, partId: Id): Promise<void> {
  const bundle = await readFacts(context.database.handle, bundleId);
  if (!bundle) return;
  const sisters = partsOf(bundle.state).map((part) => part.matterId).filter((id) => id !== partId);
  for (const from of [bundleId, ...sisters]) {
    const said = from === bundleId ? bundle : await readFacts(context.database.handle, from);
    for (const fact of said?.facts ?? []) {
      if (fact.kind === 'message_sent') await tell(context, { kind: 'matters.when_part_called_file' }, partId, { from, messageId: fact.content.messageId, message: fact.content.message });
    }
  }
}
