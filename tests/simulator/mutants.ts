import type { WeakDatabase } from './tables.ts';

/** A defect that is planted to see that it is found: small changes of the product's own source, each place named by its exact text. */
export interface Mutant {
  readonly name: string;
  /** What goes wrong, in one sentence. */
  readonly defect: string;
  /** what the database's own functions lack; they are told again in this folder, so they are weakened here */
  readonly database?: WeakDatabase;
  readonly edits: readonly { readonly file: string; readonly from: string; readonly to: string }[];
}

const at = (file: string, from: string, to: string): Mutant['edits'] => [{ file, from, to }];
const pipeline = 'server/platform/db/run-command.ts';
const writer = 'server/platform/db/batch-writer.ts';
const sequencer = 'server/platform/ledger/log/sequencer.ts';
const tiles = 'server/platform/ledger/tiles.ts';
const matters = 'server/domains/matters';

/** What was acknowledged, refused, asked twice. */
const commands: readonly Mutant[] = [
  { name: 'acknowledged-before-commit', defect: 'The sender is answered when his command is sent to the database, not when it is committed.', edits: at(writer, 'const together = () => append(', 'const together = () => (batch.forEach((waiting) => waiting.done()), append)(') },
  { name: 'failed-batch-acknowledged', defect: 'Where one command spoils a batch, its neighbours are answered as if they had been written.', edits: at(writer, 'else await oneByOne(batch, error, (waiting) => append([waiting.entry]));', 'else for (const waiting of batch) waiting.done();') },
  { name: 'id-without-actor', defect: 'A command id is known again whoever uses it.', edits: at(pipeline, 'function digestOf(command: { actor: ActingActor; name: string; body: unknown }): string {', "function digestOf(whole: { actor: ActingActor; name: string; body: unknown }): string {\n  const command = { ...whole, actor: { kind: 'system', job: '' } as ActingActor };") },
  { name: 'retry-without-reload', defect: 'After a collision the command is tried again on the state it collided with.', edits: at(pipeline, '\n      loaded = await domain.load(command.matterId, command.commandId);', '') },
  { name: 'lost-answer-is-a-refusal', defect: 'A connection cut after the commit is answered as a refusal.', edits: at(pipeline, 'if (!late && !isCollision(error)) throw error;', "if (!late && !isCollision(error)) return await record(pipeline, command, refuse('matter.changed_meanwhile'));") },
  { name: 'command-not-kept', defect: 'The id of a command that was done is not written with its facts.', edits: at(pipeline, 'commands: [{ matter_id: command.matterId, command_id: command.commandId, actor: actorId(command.actor), digest, answer: { seq: chained.head.seq }, at }],', 'commands: [],') },
  { name: 'seen-number-not-asked', defect: 'An act goes through though its sender saw another state.', edits: at(pipeline, "if (command.seenSeq !== undefined && command.seenSeq !== loaded.head.seq) return refuse('matter.changed_meanwhile');", '') },
  { name: 'refusal-without-record', defect: 'A refused command leaves no access record.', edits: at(pipeline, 'refusal: R): Promise<R> {', 'refusal: R): Promise<R> {\n  if (pipeline) return refusal;') },
  { name: 'earlier-than-its-predecessor', defect: 'A fact bears the moment of a clock that was set back, and the database takes it.', database: { timeless: true }, edits: at(pipeline, 'return loaded?.at !== undefined && loaded.at > now ? loaded.at : now;', 'return now;') },
  { name: 'facts-without-a-key', defect: 'Two writers can write the same fact number.', database: { overwrites: true }, edits: [] },
];

/** Chain, places, tiles. */
const ledger: readonly Mutant[] = [
  { name: 'prev-from-before-the-command', defect: 'Each fact of one command names the head before the command.', edits: at('server/platform/ledger/chain.ts', 'rule: ground.rule, prev: at?.hash ?? null }', 'rule: ground.rule, prev: head?.hash ?? null }') },
  {
    name: 'only-what-is-newer', defect: 'The sequencer takes what is greater than the last number it saw: what committed late is skipped.',
    edits: at(sequencer, 'const waiting = await listWaiting(db, log, most);', `const last = ((db as unknown as { last?: Record<string, number> }).last ??= {});
      const waiting = (await listWaiting(db, log, most)).filter(({ n }) => Number(n) > (last[log] ?? 0));
      last[log] = Math.max(last[log] ?? 0, ...waiting.map(({ n }) => Number(n)));`),
  },
  { name: 'no-fence', defect: 'The database does not ask in whose term a batch is placed.', database: { unfenced: true }, edits: [] },
  { name: 'place-before-office', defect: 'A sequencer that failed goes on with what it knew of the log.', edits: at(sequencer, '      } catch (error) {\n        await leave();', '      } catch (error) {') },
  { name: 'tile-index-stands', defect: 'After a full tile the next one is written in its place.', edits: at(tiles, '      index += 1;\n', '') },
  { name: 'peaks-from-the-wrong-side', defect: 'The root is put together with the smallest part first.', edits: at(tiles, 'for (const row of rows.toReversed()) {', 'for (const row of rows) {') },
];

/** States, links, limits. */
const rules: readonly Mutant[] = [
  { name: 'outcome-not-folded', defect: 'The fold of a decision forgets its outcome.', edits: at(`${matters}/evolve.ts`, '...matter, outcome, decidedAt: fact.at, resultNumber,', '...matter, decidedAt: fact.at, resultNumber,') },
  { name: 'released-but-kept', defect: 'A link given back stays with who had it.', edits: at(`${matters}/evolve.ts`, 'return changeLink(matter, fact.content.linkId, { claimedBy: null, claimedAt: null });', 'return changeLink(matter, fact.content.linkId, { claimedAt: null });') },
  { name: 'taken-from-another', defect: 'A link that somebody has can be taken by another.', edits: at(`${matters}/decide.ts`, "if (link.link.claimedBy !== null) return refuse('matter.link_claimed_by_other');", '') },
  { name: 'paused-days-count', defect: 'Days on which a clock stands still are counted.', edits: at('server/kernel/limits/due.ts', 'const stopped = clock.pauses.length === 0 ? undefined : withPauses(calendar, clock, plain);', 'const stopped = undefined as DueParts | CalendarRefusal | undefined;') },
  { name: 'extension-does-not-count', defect: 'An extension that two persons agreed on moves nothing.', edits: at('server/kernel/limits/due.ts', 'const added = extendedBy(clock);', 'const added = 0;') },
  { name: 'closure-is-worked', defect: 'A day on which the city was closed counts as a working day.', edits: at('server/kernel/calendar/working-calendar.ts', "if (exception?.kind === 'closure') return { working: false, why: 'closure', name: exception.name };", '') },
  { name: 'breach-recorded-again', defect: 'A breach is recorded each time somebody looks.', edits: at(`${matters}/decide-limits.ts`, 'if (!limit || limit.passedAt !== null || limit.dueAt', 'if (!limit || limit.dueAt') },
  { name: 'late-end-is-no-breach', defect: 'A limit that ended too late before any timer looked has no breach.', edits: at(`${matters}/routes-commands.ts`, '[...endedTooLate(state), ...facts', '[...facts') },
  { name: 'silence-does-not-accept', defect: 'After the notice limit has passed in silence the clerk can still ask for more.', edits: at(`${matters}/decide-correction.ts`, "notNow(state, 'request_correction') ?? acceptedByLaw(state, meta.at);", "notNow(state, 'request_correction');") },
  { name: 'recompute-takes-one', defect: 'After the calendar changed only the first limit it reaches is counted anew.', edits: at(`${matters}/decide-limits.ts`, 'const moves = movedLimits(law.calendar, reached, law.pack.warning);', 'const moves = movedLimits(law.calendar, reached.slice(0, 1), law.pack.warning);') },
];

/** What follows from facts: jobs, messages, deliveries. */
const followers: readonly Mutant[] = [
  { name: 'message-without-key', defect: 'A message in the program has another id on every try.', edits: at(`${matters}/jobs.ts`, 'messageId: jobId, matterId, at:', 'messageId: jobId + context.now(), matterId, at:') },
  { name: 'text-without-reference', defect: 'A short message has another reference on every try.', edits: at(`${matters}/jobs.ts`, 'reference: jobId', 'reference: jobId + context.now()') },
  { name: 'failed-part-forgotten', defect: 'Of several jobs in one row those that failed are taken away with the others.', edits: at('server/platform/jobs/worker.ts', '\n  throw last;\n', '\n') },
  { name: 'only-the-first-fact-is-followed', defect: 'What follows from the second fact of a command is not queued.', edits: at(pipeline, 'domain.jobs(state, facts)', 'domain.jobs(state, facts.slice(0, 1))') },
  { name: 'any-answer-is-delivery', defect: 'An outside system that answers 503 is counted as told.', edits: at('server/platform/webhooks/deliverer.ts', 'status >= 200 && status < 300', 'status >= 200 && status < 600') },
  { name: 'another-id-on-every-try', defect: 'A message to an outside system has another id on every try.', edits: at('server/platform/webhooks/deliverer.ts', 'messageIdOf(delivery.deliveryId), deps', 'messageIdOf(delivery.deliveryId) + String(delivery.attempts), deps') },
];

/** Every planted defect. */
export const mutants: readonly Mutant[] = [...commands, ...ledger, ...rules, ...followers];
