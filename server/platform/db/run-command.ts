import { createHash } from 'node:crypto';
import { byOf, type Actor, type By } from '../../kernel/actor.ts';
import { refuse, type Decision, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { canonicalJson, newDataKey, wrapKey, type DataKey, type Keys } from '../crypto/index.ts';
import { newId } from '../ids.ts';
import { jobRows, type FollowingJob } from '../jobs/several.ts';
import { chainFacts, type ChainHead, type DomainFact } from '../ledger/chain.ts';
import { code as word } from '../log/index.ts';
import { inSpan } from '../tracing/index.ts';
import type { BatchWriter, Entry } from './batch-writer.ts';
import type { DatabaseClock } from './clock.ts';

/** Who can make facts. */
export type ActingActor = Extract<Actor, { kind: 'resident' | 'staff' | 'system' }>;

/** When and by whom: what the pipeline adds to a command before it is decided. */
export interface Meta {
  readonly at: Instant;
  readonly by: By;
}

/** A matter as it stands, read in one call together with the answer to this command id, if it was done before. */
export interface Loaded<State> {
  readonly state: State;
  readonly head: ChainHead;
  /** Moment of the newest fact: none that follows bears an earlier one. */
  readonly at?: Instant;
  readonly dataKey: DataKey;
  readonly done: { readonly digest: string } | null;
}

/** Refusals of the pipeline itself. */
export type PipelineRefusal = Refusal<'matter.unknown' | 'matter.changed_meanwhile' | 'command.reused_id'>;

/** What a domain brings to the pipeline. Everything but `load` is pure. */
export interface CommandDomain<State, Fact extends DomainFact> {
  readonly writer: BatchWriter;
  readonly evolve: (state: State | null, fact: Fact) => State;
  readonly load: (matterId: Id, commandId: Id) => Promise<Loaded<State> | undefined>;
  /** Versions that decided, kept in each fact's leaf. */
  readonly rule: (state: State) => object;
  /** The domain's own sections of the entry: state row, links, lists. */
  readonly rows: (state: State, before: State | null, head: ChainHead, facts: readonly Fact[]) => Entry;
  /** Work that follows from the facts. */
  readonly jobs: (state: State, facts: readonly Fact[]) => readonly FollowingJob[];
}

/** One command on its way through the pipeline. */
export interface Command<State, Fact extends DomainFact, Code extends string> {
  readonly commandId: Id;
  readonly matterId: Id;
  readonly name: string;
  readonly actor: ActingActor;
  /** Institution a staff member acts for, named in the facts. */
  readonly institutionOf?: (state: State | null) => string | undefined;
  /** What the client sent: the same command id with another body is refused. */
  readonly body: unknown;
  /** The matter must not exist yet: no read is made before the write. */
  readonly creates?: { readonly dataKey?: DataKey };
  /** The fact number the actor saw; an older one is refused. */
  readonly seenSeq?: number;
  readonly may: (state: State) => boolean;
  readonly decide: (state: State | null, meta: Meta) => Decision<Fact, Code>;
  /** What the domain's own append function refused, told by its error; undefined for everything else. */
  readonly refusalOf?: (error: unknown) => Refusal<Code> | undefined;
}

/** A command that was done, now or before. */
export interface Done<State> {
  readonly ok: true;
  readonly state: State;
  readonly head: ChainHead;
  readonly repeated: boolean;
}

/** What the pipeline needs of the installation. */
export interface Pipeline {
  readonly clock: DatabaseClock;
  readonly keys: Keys;
  readonly log: string;
  /** Writes access records of refused commands. */
  readonly recorder: BatchWriter;
}

/** Somebody was faster this many times: then the actor is asked to look again. */
const triesAgain = 2;

/**
 * Carries one command through: seen before? policy, decide, chain, one write. Each of them once, in one transaction with its jobs and its
 * access record. A refusal leaves nothing but its access record.
 */
export function runCommand<State, Fact extends DomainFact, Code extends string>(
  pipeline: Pipeline,
  domain: CommandDomain<State, Fact>,
  command: Command<State, Fact, Code>,
): Promise<Done<State> | Refusal<Code> | PipelineRefusal> {
  return inSpan('command', { command: word(command.name) }, async (span) => {
    const ended = await carryThrough(pipeline, domain, command);
    span.note({ outcome: word(ended.ok ? 'done' : ended.code) });
    return ended;
  });
}

async function carryThrough<State, Fact extends DomainFact, Code extends string>(
  pipeline: Pipeline, domain: CommandDomain<State, Fact>, command: Command<State, Fact, Code>,
): Promise<Done<State> | Refusal<Code> | PipelineRefusal> {
  const digest = digestOf(command);
  let loaded = command.creates ? undefined : await domain.load(command.matterId, command.commandId);
  for (let tries = 0; ; tries += 1) {
    if (loaded?.done?.digest === digest) return { ok: true, state: loaded.state, head: loaded.head, repeated: true };
    const refused = refusedBefore(command, loaded);
    if (refused) return await record(pipeline, command, refused);
    const meta: Meta = { at: momentOf(pipeline.clock, loaded), by: byOf(command.actor, command.institutionOf?.(loaded?.state ?? null)) };
    const decision = command.decide(loaded?.state ?? null, meta);
    if (!decision.ok) return await record(pipeline, command, decision);
    const written = prepare(pipeline, domain, command, loaded, decision.facts, digest, meta.at);
    try {
      await domain.writer.write(written.entry);
      return { ok: true, state: written.state, head: written.head, repeated: false };
    } catch (error) {
      const refusal = command.refusalOf?.(error);
      if (refusal) return await record(pipeline, command, refusal);
      const late = isClockSuspect(error);
      if (!late && !isCollision(error)) throw error;
      if (tries >= triesAgain) {
        if (late) throw error;
        return await record(pipeline, command, refuse('matter.changed_meanwhile'));
      }
      // Our clock stood still (a machine put to sleep) or the entry waited too long: ask the time again, or every later write would fail too.
      if (late) await pipeline.clock.sample();
      loaded = await domain.load(command.matterId, command.commandId);
    }
  }
}

/** Now; where the clock was set back since the newest fact, that fact's moment until the clock has reached it again. */
function momentOf<State>(clock: DatabaseClock, loaded: Loaded<State> | undefined): Instant {
  const now = clock.now();
  return loaded?.at !== undefined && loaded.at > now ? loaded.at : now;
}

/** The versions that decided; and for as long as the clock is doubted, that it was (C-CK-2): the mark is part of the fact's leaf. */
const ruleOf = (clock: DatabaseClock, rule: object): object => (clock.suspect ? { ...rule, clock: 'suspect' } : rule);

function refusedBefore<State, Fact extends DomainFact, Code extends string>(command: Command<State, Fact, Code>, loaded: Loaded<State> | undefined): PipelineRefusal | undefined {
  if (!loaded) return command.creates ? undefined : refuse('matter.unknown');
  // Before anything else is said: who may not act on this matter does not even learn that a command id was used on it.
  if (!command.may(loaded.state)) return refuse('matter.unknown');
  if (loaded.done) return refuse('command.reused_id');
  // Creating a matter that is there already: decide answers for it.
  if (command.seenSeq !== undefined && command.seenSeq !== loaded.head.seq) return refuse('matter.changed_meanwhile');
  return undefined;
}

function prepare<State, Fact extends DomainFact, Code extends string>(
  pipeline: Pipeline, domain: CommandDomain<State, Fact>, command: Command<State, Fact, Code>, loaded: Loaded<State> | undefined, facts: readonly Fact[], digest: string, at: Instant,
): { entry: Entry; state: State; head: ChainHead } {
  const before = loaded?.state ?? null;
  let state: State | null = before;
  for (const fact of facts) state = domain.evolve(state, fact);
  if (state === null) throw new Error(`${command.name} was accepted without a fact`);
  const dataKey = loaded?.dataKey ?? command.creates?.dataKey ?? newDataKey(pipeline.keys);
  const chained = chainFacts({ log: pipeline.log, matterId: command.matterId, dataKey, rule: ruleOf(pipeline.clock, domain.rule(state)) }, loaded?.head ?? null, facts);
  if (chained.head === null) throw new Error(`${command.name} was accepted without a fact`);
  const jobs = jobRows(command.matterId, domain.jobs(state, facts));
  const entry: Entry = {
    keys: loaded ? [] : [{ owner_id: command.matterId, wrapped: wrapKey(pipeline.keys, command.matterId, dataKey).toString('base64') }],
    commands: [{ matter_id: command.matterId, command_id: command.commandId, actor: actorId(command.actor), digest, answer: { seq: chained.head.seq }, at }],
    facts: chained.rows,
    sealed: chained.sealed,
    access: [{ ...accessRow(command, 'done'), of_command: true }],
    jobs,
    ...domain.rows(state, before, chained.head, facts),
  };
  return { entry, state, head: chained.head };
}

async function record<State, Fact extends DomainFact, Code extends string, R extends Refusal>(pipeline: Pipeline, command: Command<State, Fact, Code>, refusal: R): Promise<R> {
  await pipeline.recorder.write({ facts: [], access: [accessRow(command, refusal.code)] }).catch((error: unknown) => {
    if (!isRecorded(error)) throw error;
  });
  return refusal;
}

/** The record was written before the line was cut, and was written again: its own id is there. */
function isRecorded(error: unknown): boolean {
  const fault = error as { code?: string; constraint?: string };
  return fault.code === '23505' && fault.constraint === 'access_records_pkey';
}

function accessRow(command: { matterId: Id; name: string; actor: ActingActor }, outcome: string): object {
  return { matter_id: command.matterId, record_id: newId(), actor: byOf(command.actor), act: command.name, outcome };
}

/** The id under which an actor's command ids are his own. */
export function actorId(actor: ActingActor): string {
  const by = byOf(actor);
  return `${by.kind}:${by.id}`;
}

function digestOf(command: { actor: ActingActor; name: string; body: unknown }): string {
  return createHash('sha256').update(`${actorId(command.actor)}\n${command.name}\n${canonicalJson(command.body ?? null)}`).digest('hex');
}

/** Two wrote the same fact number or the same command id: unique_violation on their keys. */
function isCollision(error: unknown): boolean {
  const fault = error as { code?: string; constraint?: string };
  return (fault.code === '23505' && (fault.constraint === 'facts_pkey' || fault.constraint === 'commands_pkey')) || fault.code === '40P01' || fault.code === 'YM002';
}

/** platform.append found the fact's time to be none of its own. */
function isClockSuspect(error: unknown): boolean {
  return (error as { code?: string }).code === 'YM001';
}
