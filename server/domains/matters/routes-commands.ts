import * as wire from '../../../contract/matters.ts';
import type { MatterView } from '../../../contract/matters.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { msOf } from '../../kernel/instant.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { runCommand, type CommandDomain, type Meta } from '../../platform/db/run-command.ts';
import { acceptMatter, claimLink, completeLink, deliverResult, refuseAcceptance, releaseLink, terminate, withdraw, type Completion, type MatterDecision } from './decide.ts';
import { handOf, type Hand } from './hand.ts';
import { evolve } from './evolve.ts';
import { followsFromFlow } from './following.ts';
import type { Law } from './law.ts';
import type { Matter, MatterFact } from './matter.ts';
import type { MatterAct } from './transitions.ts';
import { ownerOf } from './responsible.ts';
import { mayAct, mayHandle, mayRead, type Covers, matterPermissions } from './policy.ts';
import { acting, lawOfMatter, type Context } from './routes-context.ts';
import { matterView } from './routes-present.ts';
import { loadMatter, readMatterFile, rowsOf } from './store.ts';
import { isWithin } from '../units/index.ts';

/** This domain as the pipeline wants it, for one matter; filing a draft takes the draft away in the version that was read. */
export function commandDomain(context: Context, matterId: string, draftVersion?: number): CommandDomain<Matter, MatterFact> {
  return {
    writer: context.writer,
    evolve,
    load: (id, commandId) => loadMatter(context.database.pool, context.pipeline.keys, id, commandId),
    rule: (state) => ({ item: state.item.version, process: `${state.item.process}@${state.item.processVersion}`, calendar: state.calendar, ...(state.pack === null ? {} : { pack: state.pack }) }),
    rows: (state, before, head) => rowsOf(matterId, state, before, head, draftVersion),
    jobs: (state, facts) => [...endedTooLate(state), ...facts.flatMap((fact) => [...jobsOf(fact, state), ...followsFromFlow(fact, state), ...context.reactions.flatMap((reaction) => reaction(fact)).map((kind) => ({ kind, payload: { fact: fact.kind, at: fact.at } }))])],
  };
}

/** A limit that ended after its last moment before the sweep saw it: its clock is gone, its breach is not. Recording refuses what is recorded. */
function endedTooLate(state: Matter): readonly { kind: string; payload: object }[] {
  return state.limits
    .filter((one) => one.endedAt !== null && one.endedAt > one.dueAt && one.passedAt === null)
    .map((one) => ({ kind: 'matters.when_limit_passed_record', payload: { limitId: one.limitId, dueMs: msOf(one.dueAt) } }));
}

/** What follows from a fact: the applicant is told; a completed matter gets its result paper. */
function jobsOf(fact: MatterFact, state: Matter): readonly { kind: string; payload: object }[] {
  switch (fact.kind) {
    case 'matter_filed':
    case 'correction_requested':
    case 'matter_accepted':
    case 'deemed_accepted':
    case 'acceptance_refused':
    case 'terminated':
    case 'result_delivered':
      return [{ kind: 'matters.when_changed_tell', payload: { fact: fact.kind } }];
    // Where only a timer of the office moved, nobody's day did.
    case 'limits_recomputed':
      return fact.content.moved.length > 0 ? [{ kind: 'matters.when_changed_tell', payload: { fact: fact.kind } }] : [];
    case 'matter_completed':
      return [{ kind: 'matters.when_completed_make_result', payload: {} }];
    // A stopped or lengthened clock is told to the applicant in writing, with the document (行政许可法 42, 45).
    case 'limit_act_approved':
      return [{ kind: 'matters.when_changed_tell', payload: { fact: fact.kind, type: fact.content.act.type } }];
    // What follows from a deferred material that did not come is told with its consequence.
    case 'limit_passed':
      if (fact.content.limit === 'deferred') return [{ kind: 'matters.when_deferred_passed_follow', payload: { limitId: fact.content.limitId } }];
      return state.limits.some((one) => one.limitId === fact.content.limitId && ownerOf(one.kind) === 'resident') ? [{ kind: 'matters.when_changed_tell', payload: { fact: fact.kind, limit: fact.content.limit } }] : [];
    case 'deferred_lapsed':
      return [{ kind: 'matters.when_changed_tell', payload: { fact: fact.kind, consequence: fact.content.consequence } }];
    case 'result_revoked':
    case 'result_paper_made':
      return [{ kind: 'matters.when_changed_tell', payload: { fact: fact.kind } }];
    default:
      return [];
  }
}

/** One act on a matter as the routes of this domain carry it through. */
export interface Act {
  readonly matterId: string;
  readonly body: { readonly commandId: string; /** what the actor saw; an outside system, which was told and does not look, says none */ readonly seenSeq?: number };
  readonly name: string;
  readonly institutionOf: (matter: Matter) => string | undefined;
  readonly may: (matter: Matter) => boolean;
  readonly decide: (matter: Matter, meta: Meta, law: Law) => MatterDecision;
}

/** Carries an act through the pipeline; its followers are woken and told. */
export async function carryOut(context: Context, actor: Actor, act: Act): Promise<{ ok: true; state: Matter } | Refusal> {
  const done = await runCommand<Matter, MatterFact, string>(context.pipeline, commandDomain(context, act.matterId), {
    commandId: act.body.commandId, matterId: act.matterId, name: act.name, actor: acting(actor), institutionOf: (state) => state ? act.institutionOf(state) : undefined, body: act.body, ...(act.body.seenSeq === undefined ? {} : { seenSeq: act.body.seenSeq }), may: act.may,
    decide: (state, meta) => {
      if (!state) return refuse('matter.unknown');
      const law = lawOfMatter(context, state, act.matterId);
      return 'code' in law ? law : act.decide(state, meta, law);
    },
  });
  if (!done.ok) return done;
  context.wakeJobs();
  context.publish(topicsOf(done.state));
  return { ok: true, state: done.state };
}

/** Carries an act through the pipeline and answers the matter as it stands then. */
export async function perform(context: Context, actor: Actor, act: Act): Promise<{ ok: true; reply: { matter: MatterView } } | Refusal> {
  const done = await carryOut(context, actor, act);
  return done.ok ? viewAfter(context, actor, act.matterId) : done;
}

async function viewAfter(context: Context, actor: Actor, matterId: string): Promise<{ ok: true; reply: { matter: MatterView } } | Refusal> {
  const file = await readMatterFile(context.database.handle, context.pipeline.keys, matterId);
  return file ? reply({ matter: await matterView(context, actor, file) }) : refuse('matter.unknown');
}

/** Every act on a matter and on its links. */
export function commandRoutes(context: Context): readonly Route[] {
  const hall = (matter: Matter) => matter.acceptingInstitution;
  const onMatter = (name: MatterAct, actor: Actor, matterId: string, body: Act['body'], decide: Act['decide']) =>
    perform(context, actor, { matterId, body, name, institutionOf: hall, may: (matter) => mayAct(actor, matter, name), decide });
  return [
    route(wire.acceptMatter, matterPermissions.accept, ({ actor, params, body }) => onMatter('accept', actor, params.matterId, body, (matter, meta, law) => acceptMatter(matter, law, meta))),
    route(wire.refuseAcceptance, matterPermissions.accept, ({ actor, params, body }) =>
      onMatter('refuse_acceptance', actor, params.matterId, body, (matter, meta) => refuseAcceptance(matter, body.ground, body.words, meta))),
    route(wire.withdrawMatter, matterPermissions.withdraw, ({ actor, params, body }) => onMatter('withdraw', actor, params.matterId, body, (matter, meta) => withdraw(matter, meta))),
    route(wire.terminateMatter, matterPermissions.accept, ({ actor, params, body }) => onMatter('terminate', actor, params.matterId, body, (matter, meta) => terminate(matter, body.words, meta))),
    route(wire.deliverResult, matterPermissions.accept, ({ actor, params, body }) => onMatter('deliver_result', actor, params.matterId, body, (matter, meta) => deliverResult(matter, body.how, body.words, meta))),
    ...linkRoutes(context),
  ];
}

function linkRoutes(context: Context): readonly Route[] {
  const linkOf = (matter: Matter, linkId: string) => matter.links.find((link) => link.linkId === linkId);
  const onLink = (actor: Actor, params: { matterId: string; linkId: string }, body: Act['body'], name: string, decide: (hand: Hand) => Act['decide']) => {
    if (actor.kind !== 'staff') return Promise.resolve(refuse('matter.unknown'));
    return perform(context, actor, {
      matterId: params.matterId, body, name, institutionOf: (matter) => linkOf(matter, params.linkId)?.institution, may: (matter) => mayHandle(actor, linkOf(matter, params.linkId)), decide: decide(handOf(actor)),
    });
  };
  const ending = (act: Completion['act'], action: Completion['action'], opinion: string, linkId: string) => (hand: Hand) => (matter: Matter, meta: Meta, law: Law) =>
    completeLink(matter, { linkId, ...hand, act, action, opinion }, law, meta);
  return [
    route(wire.claimLink, matterPermissions.handle, ({ actor, params, body }) => onLink(actor, params, body, 'claim_link', ({ staffId }) => (matter, meta) => claimLink(matter, params.linkId, staffId, meta))),
    route(wire.releaseLink, matterPermissions.handle, ({ actor, params, body }) => onLink(actor, params, body, 'release_link', ({ staffId, standsInFor }) => (matter, meta) => releaseLink(matter, params.linkId, staffId, meta, standsInFor))),
    route(wire.recordFinding, matterPermissions.handle, ({ actor, params, body }) => onLink(actor, params, body, 'record_finding', ending('record_finding', body.finding, body.opinion, params.linkId))),
    route(wire.proposeDecision, matterPermissions.handle, ({ actor, params, body }) => onLink(actor, params, body, 'propose_decision', ending('propose_decision', body.outcome, body.opinion, params.linkId))),
    route(wire.approveDecision, matterPermissions.handle, ({ actor, params, body }) => onLink(actor, params, body, 'approve_decision', ending('approve_decision', 'agreed', body.opinion, params.linkId))),
    route(wire.returnDecision, matterPermissions.handle, ({ actor, params, body }) => onLink(actor, params, body, 'return_decision', ending('return_decision', 'returned', body.opinion, params.linkId))),
  ];
}

/** Whether the caller may read the file, as routes and papers ask. */
export const readable = (context: Context, actor: Actor, matter: Matter): boolean => mayRead(actor, matter, coversIn(context));

/** Whether one unit of the tree lies in another. */
export const coversIn = (context: Context): Covers => (ancestor, unit) => isWithin(context.units.tree, unit, ancestor);

/** Where a change of this matter is seen: the institutions that have it, and the applicant's own screen. */
export function topicsOf(matter: Matter): readonly string[] {
  const institutions = new Set([matter.acceptingInstitution, matter.handlingInstitution, ...matter.links.filter((link) => link.doneAt === null || link.kind === 'consult').map((link) => link.institution)]);
  return [...[...institutions].map((code) => `institution:${code}`), `unit:${matter.areaUnit}`, `party:${matter.partyId}`];
}
