import { createElement } from 'react';
import { badTags, complaintGrounds, goodTags, type EvaluationTag, type Grade } from '../../../contract/evaluations.ts';
import { Complain, type ComplainData } from '../pages/complain.tsx';
import { ChooseGrade, GiveReasons, LinkUnknown, MyVoices, NothingToAnswer, Thanks, wordsOf, type AskedEvent, type Voices } from '../pages/evaluate.tsx';
import { ask, commandIdOf, newCommandId, type Answer, type Outcome, type Visit } from '../visit.ts';
import { matterOf } from './matters.ts';
import type { PortalRoute } from './portal-route.ts';

const most = 1_000;

/** The door an answer goes through: by the link of a paper, or signed in on a matter. */
interface Door {
  readonly path: string;
  readonly back: string;
  readonly asked: () => Promise<Answer<AskedEvent>>;
  readonly send: (body: { commandId: string; grade: Grade; tags: EvaluationTag[]; words: string; change: boolean }) => Promise<Answer<unknown>>;
}

function linkDoor({ api, params }: Visit): Door {
  const token = params.token ?? '';
  return {
    path: `/e/${token}`, back: '/',
    asked: () => ask(api.GET('/api/v1/evaluations/links/{token}', { params: { path: { token } } })),
    send: (body) => ask(api.POST('/api/v1/evaluations/links/{token}', { params: { path: { token } }, body })),
  };
}

function ownDoor({ api, params }: Visit): Door {
  const [matterId = '', event = ''] = [params.matterId, params.event];
  return {
    path: `/matters/${matterId}/evaluate/${event}`, back: `/matters/${matterId}`,
    asked: async () => {
      const voices = await ask(api.GET('/api/v1/matters/{matterId}/evaluations', { params: { path: { matterId } } }));
      if (!voices.ok) return voices;
      const found = voices.data.events.find((one) => one.event === event);
      if (!found) return { ok: false, status: 404, code: 'evaluations.event_unknown', title: '', params: {}, errors: [] };
      const { kind, itemName, unitName, on, state, answer } = found;
      // What was given by another door is not altered here.
      const changeable = state === 'changeable' && answer?.channel === 'online';
      return { ok: true, data: { event, kind, itemName, unitName, on, state: state === 'changeable' && !changeable ? 'given' : state, changeableUntil: changeable && answer ? answer.changeableUntil : null, verifyWithin: voices.data.verifyWithin } };
    },
    send: (body) => ask(api.POST('/api/v1/matters/{matterId}/evaluations/{event}', { params: { path: { matterId, event } }, body })),
  };
}

const gradeOf = (text: string | null): Grade | undefined => (/^[1-5]$/.test(text ?? '') ? (Number(text) as Grade) : undefined);

/** A link that is unknown has a page of its own; everything else is answered as everywhere. */
function refusal(visit: Visit, answer: Extract<Answer<unknown>, { ok: false }>): Outcome {
  return answer.code === 'evaluations.link_unknown' || answer.status === 400 ? { status: 404, page: createElement(LinkUnknown, { ctx: visit.ctx, text: answer.title }) } : answer;
}

/** One question at a time: the face, then why, then thanks. */
const show = (doorOf: (visit: Visit) => Door) => async (visit: Visit): Promise<Outcome> => {
  const { ctx, query } = visit;
  const door = doorOf(visit);
  const asked = await door.asked();
  if (!asked.ok) return refusal(visit, asked);
  const event = asked.data;
  const change = query.has('change') && event.state === 'changeable';
  if (event.state === 'expired') return { page: createElement(NothingToAnswer, { ctx, event, why: 'expired' }) };
  if (event.state === 'given') return { page: createElement(NothingToAnswer, { ctx, event, why: 'given' }) };
  if (event.state === 'changeable' && !change) {
    return { page: createElement(Thanks, { ctx, event, path: door.path, back: door.back, changeableUntil: event.changeableUntil, bad: query.get('sent') === 'bad', verifyWithin: event.verifyWithin }) };
  }
  const grade = gradeOf(query.get('grade'));
  if (grade === undefined) return { status: query.has('grade') ? 422 : 200, page: createElement(ChooseGrade, { ctx, event, path: door.path, change, wrong: query.has('grade') }) };
  return { page: createElement(GiveReasons, { ctx, event, data: { grade, path: door.path, commandId: newCommandId(), change, tags: [], words: '' } }) };
};

const send = (doorOf: (visit: Visit) => Door) => async (visit: Visit): Promise<Outcome> => {
  const { ctx, posted, body } = visit;
  const door = doorOf(visit);
  const asked = await door.asked();
  if (!asked.ok) return refusal(visit, asked);
  const event = asked.data;
  const [grade, change, words] = [gradeOf(posted('grade')), posted('change') === '1', posted('words')];
  if (grade === undefined) return { status: 422, page: createElement(ChooseGrade, { ctx, event, path: door.path, change, wrong: true }) };
  const commandId = commandIdOf(visit);
  const known: readonly string[] = grade >= 4 ? badTags : goodTags;
  const tags = [...new Set(body.fields.tags ?? [])].filter((tag): tag is EvaluationTag => known.includes(tag));
  const again = (error: string): Outcome => ({ status: 422, page: createElement(GiveReasons, { ctx, event, data: { grade, path: door.path, commandId, change, tags, words, error } }) });
  if (words.length > most) return again(wordsOf(ctx)('evaluate.limit'));
  const sent = await door.send({ commandId, grade, tags, words, change });
  if (sent.ok) return { redirect: `${door.path}?sent=${grade >= 4 ? 'bad' : 'good'}` };
  // Given, fixed or too late; or the page before was sent again with other words: what stands is shown, with the way to change it where there is one.
  if (['evaluations.given_already', 'evaluations.not_changeable', 'evaluations.too_late', 'command.reused_id'].includes(sent.code)) return { redirect: door.path };
  return sent.status === 429 || sent.status >= 500 || sent.status === 404 ? refusal(visit, sent) : again(sent.title);
};

async function mine(visit: Visit): Promise<Outcome> {
  const voices = await ask(visit.api.GET('/api/v1/me/evaluations'));
  return voices.ok ? { page: createElement(MyVoices, { ctx: visit.ctx, voices: voices.data, sent: visit.query.has('sent') }) } : voices;
}

async function complaintPage(visit: Visit, data: ComplainData): Promise<Outcome> {
  const matter = await matterOf(visit);
  if (!matter.ok) return matter;
  const voices: Answer<Voices> = await ask(visit.api.GET('/api/v1/matters/{matterId}/evaluations', { params: { path: { matterId: matter.data.matterId } } }));
  if (!voices.ok) return voices;
  // While one is open there is its progress to read, not a second form.
  if (!voices.data.mayComplain && !data.fault) return { redirect: '/evaluations' };
  const wrong = Boolean(data.fault ?? data.groundFault ?? data.wordsFault);
  return { status: wrong ? 422 : 200, page: createElement(Complain, { ctx: visit.ctx, matter: matter.data, answerWithin: voices.data.answerWithin, data }) };
}

async function complain(visit: Visit): Promise<Outcome> {
  const { api, params, posted, ctx } = visit;
  const w = wordsOf(ctx);
  const matterId = params.matterId ?? '';
  const [commandId, ground, words] = [commandIdOf(visit), complaintGrounds.find((one) => one === posted('ground')), posted('words')];
  const data = { commandId, ground: ground ?? '', words };
  const groundFault = ground ? undefined : w('complain.ground_missing');
  const wordsFault = words.length < 2 ? w('complain.words_missing') : words.length > most ? w('evaluate.limit') : undefined;
  if (ground === undefined || wordsFault) return complaintPage(visit, { ...data, groundFault, wordsFault });
  const made = await ask(api.POST('/api/v1/matters/{matterId}/complaints', { params: { path: { matterId } }, body: { commandId, ground, words } }));
  if (made.ok) return { redirect: '/evaluations?sent=1' };
  return made.status === 409 ? complaintPage(visit, { ...data, fault: made.title }) : made;
}

/** Evaluating a service, and complaining about one. */
export const evaluateRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/e/:token', for: 'anyone', handle: show(linkDoor) },
  { method: 'POST', path: '/e/:token', for: 'anyone', handle: send(linkDoor) },
  { method: 'GET', path: '/evaluations', for: 'resident', handle: mine },
  { method: 'GET', path: '/matters/:matterId/evaluate/:event', for: 'resident', handle: show(ownDoor) },
  { method: 'POST', path: '/matters/:matterId/evaluate/:event', for: 'resident', handle: send(ownDoor) },
  { method: 'GET', path: '/matters/:matterId/complain', for: 'resident', handle: (visit) => complaintPage(visit, { commandId: newCommandId(), ground: '', words: '' }) },
  { method: 'POST', path: '/matters/:matterId/complain', for: 'resident', handle: complain },
];
