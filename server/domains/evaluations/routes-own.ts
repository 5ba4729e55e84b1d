import * as wire from '../../../contract/evaluations.ts';
import type { EvaluationBody } from '../../../contract/evaluations.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { wholeMinutes, type TryLimit } from '../../kernel/tries.ts';
import { hashSecret } from '../../platform/crypto/index.ts';
import { runCommand, type ActingActor } from '../../platform/db/run-command.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { change, complain, give } from './decide.ts';
import type { EventId } from './event.ts';
import type { About, Feedback, FeedbackChannel, FeedbackFact } from './feedback.ts';
import { evaluationPermissions, isAuthor, mayHandle } from './policy.ts';
import { acting, caseLawOf, commandDomain, type Context, type ServedMatterState } from './routes-context.ts';
import { caseDue, ownComplaint, ownEvent, serviceEvent, spanOf, stateOf } from './routes-present.ts';
import { feedbackIdOf, readFiles } from './store.ts';
import { complaintsOf, eventsByNumber, eventsOfMatter, eventsOfParty, findByToken, findEvent, involvedIn, type InvitedEvent, type StoredFeedback } from './views.ts';

type Taken = { readonly ok: true; readonly reply: { givenAt: string; changeableUntil: string } };

/** Takes an answer down, or alters it where the body says so. Two at once are one evaluation: their id is that of the event. */
export async function takeDown(context: Context, actor: ActingActor, event: InvitedEvent, body: EvaluationBody, channel: FeedbackChannel): Promise<Taken | Refusal> {
  if (body.change && event.answer === null) return refuse('evaluations.not_changeable');
  const answer = { grade: body.grade, tags: body.tags, words: body.words.trim() };
  const { answer: _answer, feedbackId, event: eventId, on: _on, openUntil, ...about } = event;
  const done = await runCommand<Feedback, FeedbackFact, string>(context.pipeline, commandDomain(context, feedbackId), {
    commandId: body.commandId, matterId: feedbackId, name: body.change ? 'change_evaluation' : 'evaluate', actor, body, may: () => true, ...(body.change ? {} : { creates: {} }),
    decide: (state, meta) => (body.change && state ? change(state, answer, channel, meta) : give(state, { about, event: eventId, openUntil }, answer, channel, meta)),
  });
  if (!done.ok) return done;
  return done.state.kind === 'evaluation' ? reply({ givenAt: done.state.givenAt, changeableUntil: done.state.changeableUntil }) : refuse('evaluations.event_unknown');
}

/** Wrong tokens from one address: a hall or a mobile network shares one, so slips are left to it; of 2^128 tokens that many find nothing. */
const wrongLinks: TryLimit = { name: 'wrong-evaluation-links', most: 20, seconds: 3_600, restartsAtMost: false };
/** Answers with one token: one is given, a few are altered. */
const answersByLink: TryLimit = { name: 'answers-by-evaluation-link', most: 10, seconds: 3_600, restartsAtMost: false };

const tooOften = (seconds: number): Refusal => refuse('evaluations.too_often', { minutes: wholeMinutes(seconds) });

function linkRoutes(context: Context): readonly Route[] {
  const { handle } = context.database;
  const opened = async (token: string, address: string): Promise<{ ok: true; event: InvitedEvent } | Refusal> => {
    const wait = await context.tries.waitFrom(wrongLinks, address);
    if (wait > 0) return tooOften(wait);
    const event = await findByToken(handle, hashSecret(token));
    if (event) return { ok: true, event };
    await context.tries.tooOftenFrom(wrongLinks, address);
    return refuse('evaluations.link_unknown');
  };
  return [
    route(wire.getEvaluationByLink, evaluationPermissions.evaluateByLink, async ({ params, address }) => {
      const found = await opened(params.token, address);
      if (!found.ok) return found;
      const state = stateOf(context, found.event);
      const { answer } = found.event;
      return reply({ ...serviceEvent(context, found.event), state, changeableUntil: state === 'changeable' && answer?.kind === 'evaluation' ? answer.changeableUntil : null, verifyWithin: spanOf(context, 'verify') });
    }),
    route(wire.evaluateByLink, evaluationPermissions.evaluateByLink, async ({ params, body, address }) => {
      const found = await opened(params.token, address);
      if (!found.ok) return found;
      const wait = await context.tries.tooOften(answersByLink, params.token);
      return wait > 0 ? tooOften(wait) : takeDown(context, { kind: 'system', job: 'evaluations.by_link' }, found.event, body, 'link');
    }),
  ];
}

/** At most so many complaints about one matter: what is left then is 12345 and reconsideration. */
const mostComplaints = 5;

function ownRoutes(context: Context): readonly Route[] {
  const { handle } = context.database;
  const voices = async (events: readonly InvitedEvent[], complaints: readonly StoredFeedback[], mayComplain: boolean) => {
    const ids = [...events.flatMap((event) => (event.answer ? [event.feedbackId] : [])), ...complaints.map((one) => one.feedbackId)];
    const files = new Map((await readFiles(handle, context.pipeline.keys, ids)).map((file) => [file.feedbackId, file]));
    return reply({
      events: events.map((event) => ownEvent(context, event, files.get(event.feedbackId))), complaints: complaints.flatMap((one) => ownComplaint(context, one, files.get(one.feedbackId))), mayComplain,
      verifyWithin: spanOf(context, 'verify'), answerWithin: spanOf(context, 'complaint'),
    });
  };
  return [
    route(wire.myEvaluations, evaluationPermissions.own, async ({ actor }) => {
      if (actor.kind !== 'resident') return refuse('session.needed');
      const [events, complaints] = await context.matters.readFenced(actor, async (fenced) => [await eventsOfParty(fenced, actor.partyId), await complaintsOf(fenced, actor.partyId, null)] as const);
      return voices(events, complaints, false);
    }),
    route(wire.matterEvaluations, evaluationPermissions.own, async ({ actor, params }) => {
      const matter = actor.kind === 'resident' ? await context.matters.facts(params.matterId) : undefined;
      if (actor.kind !== 'resident' || !matter || !isAuthor(actor, matter.state)) return refuse('complaints.matter_unknown');
      const [events, complaints] = await context.matters.readFenced(actor, async (fenced) => [await eventsOfMatter(fenced, params.matterId), await complaintsOf(fenced, actor.partyId, params.matterId)] as const);
      return voices(events, complaints, complaints.length < mostComplaints && complaints.every((one) => one.state.case?.status === 'closed'));
    }),
    route(wire.evaluate, evaluationPermissions.own, async ({ actor, params, body }) => {
      const event = await findEvent(handle, params.matterId, params.event as EventId);
      return event && isAuthor(actor, event) ? takeDown(context, acting(actor), event, body, 'online') : refuse('evaluations.event_unknown');
    }),
    route(wire.complain, evaluationPermissions.complain, async ({ actor, params, body }) => {
      const matter = await context.matters.facts(params.matterId);
      if (actor.kind !== 'resident' || !matter || !isAuthor(actor, matter.state)) return refuse('complaints.matter_unknown');
      return complainRoute(context, acting(actor), aboutOf(params.matterId, matter.state), body);
    }),
  ];
}

/** Before acceptance a complaint speaks of the hall, after it of the office that handles the matter. */
function aboutOf(matterId: Id, state: ServedMatterState): About {
  const { number, item, areaUnit, acceptingInstitution, handlingInstitution, partyId, acceptedAt } = state;
  return { matterId, number, taskCode: item.taskCode, itemVersion: item.version, institution: acceptedAt === null ? acceptingInstitution : handlingInstitution, acceptingInstitution, areaUnit, partyId };
}

/** A complaint gets the number after the last; one that is open takes the place of a new one, so that a second click finds its first. */
async function complainRoute(context: Context, actor: ActingActor, about: About, body: { commandId: Id; ground: wire.OwnComplaint['ground']; words: string }) {
  const before = await complaintsOf(context.database.handle, about.partyId, about.matterId);
  const open = before.find((one) => one.state.case?.status !== 'closed');
  if (!open && before.length >= mostComplaints) return refuse('complaints.too_many', { most: mostComplaints });
  const feedbackId = open?.feedbackId ?? feedbackIdOf(about.matterId, `complaint-${before.length + 1}`);
  const done = await runCommand<Feedback, FeedbackFact, string>(context.pipeline, commandDomain(context, feedbackId), {
    commandId: body.commandId, matterId: feedbackId, name: 'complain', actor, body, may: () => true, ...(open ? {} : { creates: {} }),
    decide: (state, meta) => complain(state, about, body.ground, body.words.trim(), caseLawOf(context, null), meta),
  });
  if (!done.ok) return done;
  const limit = done.state.case?.limits[0];
  return limit ? reply({ caseId: feedbackId, due: caseDue(context, done.state, limit) }) : refuse('evaluations.case_unknown');
}

/** By telephone the manager of the office or the hall takes it down; never somebody who acted on the matter. */
function telephoneRoutes(context: Context): readonly Route[] {
  const { handle } = context.database;
  const eventsFor = async (actor: ActingActor, number: string): Promise<readonly InvitedEvent[]> => {
    const events = await eventsByNumber(handle, number.trim());
    const first = events[0];
    if (!first) return [];
    const involved = await involvedIn(handle, first.matterId);
    return events.filter((event) => mayHandle(actor, event, involved, context.covers));
  };
  return [
    route(wire.eventsOfNumber, evaluationPermissions.takeDown, async ({ actor, query }) =>
      reply({ events: (await eventsFor(acting(actor), query.number)).filter((event) => stateOf(context, event) === 'open').map((event) => serviceEvent(context, event)) })),
    route(wire.evaluateByTelephone, evaluationPermissions.takeDown, async ({ actor, body }) => {
      const event = (await eventsFor(acting(actor), body.number)).find((one) => one.event === body.event);
      const { commandId, grade, tags, words } = body;
      return event ? takeDown(context, acting(actor), event, { commandId, grade, tags, words, change: false }, 'telephone') : refuse('evaluations.event_unknown');
    }),
  ];
}

/** What people say of a service, by every door but the tablet. */
export const voiceRoutes = (context: Context): readonly Route[] => [...linkRoutes(context), ...ownRoutes(context), ...telephoneRoutes(context)];
