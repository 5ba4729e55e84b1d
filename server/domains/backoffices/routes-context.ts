import { createHash } from 'node:crypto';
import type { Actor, HeldPost } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { BatchWriter } from '../../platform/db/batch-writer.ts';
import type { Database } from '../../platform/db/database.ts';
import { runCommand, type ActingActor, type CommandDomain, type Done, type Meta, type Pipeline } from '../../platform/db/run-command.ts';
import { derivedId } from '../../platform/ids.ts';
import { faultOfEndpoint, type AddressFault, type Deliverer } from '../../platform/webhooks/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Matters } from '../matters/index.ts';
import type { People } from '../people/index.ts';
import { lineTo, type Units } from '../units/index.ts';
import type { Backoffice, BackofficeFact, Terms } from './backoffice.ts';
import type { BackofficeDecision, Ground } from './decide.ts';
import { evolve } from './evolve.ts';
import type { BackofficeRefusalCode } from './refusals.ts';
import { institutionsOf, loadRegistration, readServing, rowsOf } from './store.ts';
import type { ServedLinks } from './surroundings.ts';

/** What the domain is built from. */
export interface BackofficeDeps {
  readonly database: Database;
  readonly pipeline: Pipeline;
  readonly writer: BatchWriter;
  readonly units: Units;
  readonly people: Pick<People, 'staffNames' | 'particulars' | 'keepServiceOfficer' | 'systemsOf'>;
  readonly catalogue: Pick<Catalogue, 'item'>;
  readonly matters: Pick<Matters, 'facts' | 'dueView' | 'outside' | 'linkStandings' | 'openLinksAt'>;
  readonly served: ServedLinks;
  readonly publicUrl: string;
  readonly wakeJobs: () => void;
  readonly onFault: (error: unknown) => void;
  /** for tests: a department that does not answer is given up sooner than after 15 seconds */
  readonly timeoutMs?: number;
}

/** The dependencies, the time and the deliverer. */
export interface Context extends BackofficeDeps {
  readonly now: () => Instant;
  readonly deliverer: Deliverer;
}

/** The job that sends what a system newly in force has not been told. */
export const catchUpKind = 'backoffices.when_in_force_catch_up';

/** The actor of a registration's facts who is no person: its own receiver, which said that it is gone. */
export const systemActor = (job: string): ActingActor => ({ kind: 'system', job });

const addressCodes: Readonly<Record<AddressFault, BackofficeRefusalCode>> = {
  not_an_address: 'backoffices.address_faulty', https_needed: 'backoffices.address_https_needed', has_credentials: 'backoffices.address_has_credentials',
  inner_address: 'backoffices.address_inner', forbidden_address: 'backoffices.address_forbidden',
};

/** What decides beside the registration itself: institutions, other systems, addresses. */
export async function groundFor(context: Context, backofficeId: Id | null): Promise<Ground> {
  const others = (await readServing(context.database.handle)).filter((one) => one.backofficeId !== backofficeId);
  return {
    isInstitution: (code) => context.units.institution(code) !== undefined,
    taken: new Set(others.flatMap(({ state: { terms } }) => (terms ? terms.institutions.flatMap((institution) => terms.posts.map((post) => `${institution} ${post}`)) : []))),
    addressFault: (url, network) => {
      const fault = faultOfEndpoint(url, network);
      return fault && addressCodes[fault];
    },
  };
}

/** A new secret, sealed, that a command may write. */
export interface SealedSecret {
  readonly secretId: Id;
  readonly sealed: string;
  readonly madeAt: Instant;
}

function commandDomain(context: Context, backofficeId: Id, secret: SealedSecret | null): CommandDomain<Backoffice, BackofficeFact> {
  const unitsOf = (state: Backoffice): readonly string[] =>
    [...new Set(institutionsOf(state).flatMap((code) => lineTo(context.units.tree, context.units.institution(code)?.unit ?? '').flatMap((unit) => [unit.code, ...(unit.functionalParent === null ? [] : [unit.functionalParent])])))].sort();
  return {
    writer: context.writer,
    evolve,
    load: (id, commandId) => loadRegistration(context.database.pool, context.pipeline.keys, id, commandId),
    rule: () => ({ protocol: 'standard-webhooks/1.0.0' }),
    rows: (state, _before, head, facts) => rowsOf(backofficeId, state, head, unitsOf(state), secret && facts.some((fact) => fact.kind === 'backoffice_change_approved' && fact.content.secretId === secret.secretId) ? secret : null),
    jobs: (state, facts) => (state.status === 'active' && facts.some((fact) => fact.kind === 'backoffice_change_approved') ? [{ kind: catchUpKind, payload: {} }] : []),
  };
}

/** One act on a registration. */
export interface Act {
  readonly backofficeId: Id;
  readonly commandId: Id;
  readonly seenSeq?: number;
  readonly name: string;
  readonly actor: ActingActor;
  readonly body: unknown;
  readonly creates?: true;
  readonly secret?: SealedSecret;
  readonly may: (state: Backoffice) => boolean;
  readonly decide: (state: Backoffice | null, meta: Meta) => BackofficeDecision;
}

/** Carries an act through the pipeline; afterwards what is kept in memory is read again. */
export async function runAct(context: Context, act: Act): Promise<Done<Backoffice> | Refusal> {
  const done = await runCommand<Backoffice, BackofficeFact, string>(context.pipeline, commandDomain(context, act.backofficeId, act.secret ?? null), {
    commandId: act.commandId, matterId: act.backofficeId, name: act.name, actor: act.actor, institutionOf: () => institutionOf(act.actor), body: act.body, may: act.may, decide: act.decide,
    ...(act.creates ? { creates: {} } : {}), ...(act.seenSeq === undefined ? {} : { seenSeq: act.seenSeq }),
  });
  if (!done.ok) return ownWords(done);
  await context.served.refresh();
  context.wakeJobs();
  return done;
}

/** The pipeline speaks of matters; here it is a system that is unknown or was changed meanwhile. */
function ownWords(refusal: Refusal): Refusal {
  if (refusal.code === 'matter.unknown') return refuse('backoffices.unknown');
  return refusal.code === 'matter.changed_meanwhile' ? refuse('backoffices.changed_meanwhile') : refusal;
}

/** The institution whose administrator acts. */
const institutionOf = (actor: Actor): string | undefined => (actor.kind === 'staff' ? actor.posts.find((post) => post.role === 'administrator')?.institution : undefined);

/** A work number in one case of letters: the same officer however the system writes it. */
export const officerOf = (typed: string): string => typed.toUpperCase();

/** Id of an officer of a system among the people facts may name. */
export const officerId = (backofficeId: Id, officer: string): Id => derivedId(`officer of system ${backofficeId} ${officerOf(officer)}`);

/** The posts a system holds: those it was approved for, in each of its institutions. */
export function postsOf(context: Context, terms: Terms): readonly HeldPost[] {
  return terms.institutions.flatMap((institution) => {
    const unit = context.units.institution(institution)?.unit;
    return unit === undefined ? [] : terms.posts.map((role) => ({ institution, unit, role }));
  });
}

/** SHA-256 of bytes, hex. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
