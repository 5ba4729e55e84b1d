/** 好差评 and 投诉: one evaluation for each service event, the case a bad one opens, complaints, and the figures. GLOSSARY: 评价 evaluation, 投诉 complaint, 回访 call-back, 申诉复核 appeal. */
import { Type, type Static } from 'typebox';
import { LimitUnit } from './catalogue.ts';
import { Localized } from './localized.ts';
import { CommandId, closed, InstitutionCode, Instant, literals, LocalDate, nullable, Uuid } from './common.ts';
import { LimitLight } from './limits.ts';
import { endpoint } from './endpoint.ts';

/** Five grades (国办发〔2019〕51号), coded as GB/T 39046 A.8: 1 非常满意, 2 满意, 3 基本满意, 4 不满意, 5 非常不满意. 4 and 5 are bad. */
export const grades = [1, 2, 3, 4, 5] as const;
export const Grade = Type.Unsafe<(typeof grades)[number]>(Type.Union(grades.map((grade) => Type.Literal(grade))));
export type Grade = Static<typeof Grade>;

/** What a good grade may be for, and a bad one: ticked, none, some or all. */
export const goodTags = ['quick', 'clear', 'friendly', 'few_visits', 'online_easy'] as const;
export const badTags = ['slow', 'unclear', 'unfriendly', 'many_visits', 'extra_papers', 'long_queue', 'online_hard'] as const;
export const evaluationTags = [...goodTags, ...badTags] as const;
export type EvaluationTag = (typeof evaluationTags)[number];

/** By which door an evaluation came (channels of GB/T 39046: PC and 移动, 二维码, 大厅平板, 电话). */
export const evaluationChannels = ['online', 'link', 'tablet', 'telephone'] as const;
/** What was served: filing at a window, acceptance or its refusal, the answer to a correction notice at a window, the result. */
export const eventKinds = ['filing', 'acceptance', 'correction', 'result'] as const;
/** An event of a matter: its kind; a correction with its number. */
export const EventId = Type.String({ pattern: '^(filing|acceptance|result|correction-[1-9][0-9]?)$' });

/** What a complaint is about. */
export const complaintGrounds = ['late', 'manner', 'extra_papers', 'unlawful_charge', 'not_told', 'wrong_handling', 'other'] as const;
export const complaintGround = literals(complaintGrounds);

/** Where the case of a bad evaluation or of a complaint stands. */
export const caseStatuses = ['verifying', 'mending', 'calling_back', 'closed'] as const;
/** How a case ended: mended and the person was called back; found not to be so; struck out on appeal; a complaint found without ground; the person changed the grade. */
export const caseOutcomes = ['mended', 'not_so', 'struck_out', 'unfounded'] as const;
/** The clocks of a case (docs/law, rule packs). */
export const caseLimits = ['verify', 'mend', 'call_back', 'appeal', 'complaint'] as const;
/** What may be done with a case; buttons come from the server's `allowed`. */
export const caseCommands = ['verify', 'decide_complaint', 'mend', 'call_back', 'raise_appeal', 'decide_appeal', 'show_contact'] as const;
export type CaseCommand = (typeof caseCommands)[number];
/** Why an institution asks that an evaluation be struck out (误评差评, 恶意差评). */
export const appealGrounds = ['mistaken', 'malicious'] as const;

const words = Type.String({ maxLength: 1_000 });
const neededWords = Type.String({ minLength: 2, maxLength: 1_000, pattern: '\\S' });
const token = Type.String({ pattern: '^[A-Za-z0-9_-]{22,60}$' });

/** What is asked about, as anybody with the link sees it: nothing of the person. */
export const ServiceEvent = Type.Object({ event: EventId, kind: literals(eventKinds), itemName: Localized, unitName: Localized, on: LocalDate }, closed);
export type ServiceEvent = Static<typeof ServiceEvent>;

/** Open; given and still to be changed; given and fixed; or too late. */
export const eventStates = ['open', 'changeable', 'given', 'expired'] as const;

/** An answer: a grade, ticked reasons, words if somebody wants to write some. `change` true alters an answer given within the last 15 minutes by the same door. */
const answerBody = { commandId: CommandId, grade: Grade, tags: Type.Array(literals(evaluationTags), { maxItems: 12, uniqueItems: true }), words, change: Type.Boolean() };
export const EvaluationBody = Type.Object(answerBody, closed);
export type EvaluationBody = Static<typeof EvaluationBody>;

/** What comes back: when it was taken down, and until when it may be changed. */
export const EvaluationTaken = Type.Object({ givenAt: Instant, changeableUntil: Instant }, closed);

/** A clock of a case: computed, explained. */
export const CaseDue = Type.Object(
  {
    limitId: Type.String(), limit: literals(caseLimits), amount: Type.Integer(), unit: LimitUnit, startedAt: Instant, dueOn: LocalDate, dueAt: Instant,
    remaining: nullable(Type.Integer()), light: LimitLight, endedAt: nullable(Instant), provisional: Type.Boolean(), explanation: Localized,
  },
  closed,
);
export type CaseDue = Static<typeof CaseDue>;

/** What became of somebody's own bad evaluation or complaint: the steps with their dates and the words meant for them. */
export const OwnCase = Type.Object(
  {
    status: literals(caseStatuses), outcome: nullable(literals(caseOutcomes)), due: nullable(CaseDue),
    /** the answer: what was found, and what was done */
    finding: nullable(Type.Object({ real: Type.Boolean(), words: Type.String(), at: Instant }, closed)),
    mending: nullable(Type.Object({ words: Type.String(), at: Instant }, closed)),
    closedAt: nullable(Instant),
  },
  closed,
);

/** An event of one's own matter, with one's own answer. */
export const OwnEvent = Type.Object(
  {
    ...ServiceEvent.properties, matterId: Uuid, number: Type.String(), state: literals(eventStates), openUntil: LocalDate,
    answer: nullable(Type.Object({ grade: Grade, tags: Type.Array(literals(evaluationTags)), words: Type.String(), channel: literals(evaluationChannels), givenAt: Instant, changeableUntil: Instant }, closed)),
    case: nullable(OwnCase),
  },
  closed,
);
export type OwnEvent = Static<typeof OwnEvent>;

/** A complaint of one's own. */
export const OwnComplaint = Type.Object(
  { caseId: Uuid, matterId: Uuid, number: Type.String(), itemName: Localized, unitName: Localized, ground: complaintGround, words: Type.String(), madeAt: Instant, case: OwnCase },
  closed,
);
export type OwnComplaint = Static<typeof OwnComplaint>;

/** A length of time of the rule pack in force. */
const Span = Type.Object({ amount: Type.Integer(), unit: LimitUnit }, closed);

const OwnVoices = Type.Object({ events: Type.Array(OwnEvent), complaints: Type.Array(OwnComplaint), mayComplain: Type.Boolean(), verifyWithin: Span, answerWithin: Span }, closed);

const tag = 'evaluations';
const byLink = Type.Object({ token }, closed);
export const getEvaluationByLink = endpoint({
  id: 'getEvaluationByLink', method: 'GET', path: '/api/v1/evaluations/links/:token', tag, summary: 'What a link on a paper asks about: item, unit and day, nothing of the person',
  params: byLink, reply: Type.Object({ ...ServiceEvent.properties, state: literals(eventStates), changeableUntil: nullable(Instant), verifyWithin: Span }, closed),
});
export const evaluateByLink = endpoint({
  id: 'evaluateByLink', method: 'POST', path: '/api/v1/evaluations/links/:token', tag, summary: 'Evaluates without signing in, with the link of a paper', params: byLink, body: EvaluationBody, reply: EvaluationTaken,
});

const onEvent = Type.Object({ matterId: Uuid, event: EventId }, closed);
export const myEvaluations = endpoint({ id: 'myEvaluations', method: 'GET', path: '/api/v1/me/evaluations', tag, summary: 'What I may evaluate, what I said, and what became of it', reply: OwnVoices });
export const matterEvaluations = endpoint({
  id: 'matterEvaluations', method: 'GET', path: '/api/v1/matters/:matterId/evaluations', tag, summary: 'The same for one of my matters', params: Type.Object({ matterId: Uuid }, closed), reply: OwnVoices,
});
export const evaluate = endpoint({ id: 'evaluate', method: 'POST', path: '/api/v1/matters/:matterId/evaluations/:event', tag, summary: 'Evaluates an event of my matter', params: onEvent, body: EvaluationBody, reply: EvaluationTaken });
export const complain = endpoint({
  id: 'complain', method: 'POST', path: '/api/v1/matters/:matterId/complaints', tag, status: 201, summary: 'Complains about how my matter is handled; decided within the complaint limit (L-051)',
  params: Type.Object({ matterId: Uuid }, closed), body: Type.Object({ commandId: CommandId, ground: complaintGround, words: neededWords }, closed), reply: Type.Object({ caseId: Uuid, due: CaseDue }, closed),
});

export const eventsOfNumber = endpoint({
  id: 'eventsOfNumber', method: 'GET', path: '/api/v1/evaluations/events', tag, summary: 'Events of a matter that may still be evaluated, for who takes one down by telephone',
  query: Type.Object({ number: Type.String({ minLength: 5, maxLength: 60 }) }, closed), reply: Type.Object({ events: Type.Array(ServiceEvent) }, closed),
});
export const evaluateByTelephone = endpoint({
  id: 'evaluateByTelephone', method: 'POST', path: '/api/v1/evaluations/by-telephone', tag, summary: 'Takes down an evaluation given by telephone',
  body: Type.Object({ commandId: CommandId, number: Type.String({ minLength: 5, maxLength: 60 }), event: EventId, grade: Grade, tags: answerBody.tags, words }, closed), reply: EvaluationTaken,
});

const TabletView = Type.Object({ tabletId: Uuid, institution: InstitutionCode, unitName: Localized, window: Type.String(), state: literals(['waiting', 'paired', 'ended'] as const), endsAt: Instant }, closed);
const windowName = Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' });
export const openTablet = endpoint({
  id: 'openTablet', method: 'POST', path: '/api/v1/evaluations/tablets', tag, status: 201, summary: 'A pairing code for the tablet at my window, good for ten minutes and once',
  body: Type.Object({ institution: InstitutionCode, window: windowName }, closed), reply: Type.Object({ tabletId: Uuid, code: Type.String(), codeEndsAt: Instant }, closed),
});
export const listTablets = endpoint({ id: 'listTablets', method: 'GET', path: '/api/v1/evaluations/tablets', tag, summary: 'Tablets I paired that are not ended', reply: Type.Object({ tablets: Type.Array(TabletView) }, closed) });
export const endTablet = endpoint({ id: 'endTablet', method: 'POST', path: '/api/v1/evaluations/tablets/:tabletId/end', tag, summary: 'Ends the pairing', params: Type.Object({ tabletId: Uuid }, closed), status: 204 });
export const pairTablet = endpoint({
  id: 'pairTablet', method: 'POST', path: '/api/v1/evaluations/tablets/pair', tag, summary: 'Pairs the tablet that shows the code: its token until the end of the day',
  body: Type.Object({ code: Type.String({ minLength: 8, maxLength: 12 }) }, closed), reply: Type.Object({ token: Type.String(), unitName: Localized, window: Type.String(), endsAt: Instant }, closed),
});
const tabletToken = { token: Type.String({ minLength: 30, maxLength: 60 }) };
export const tabletNow = endpoint({
  id: 'tabletNow', method: 'POST', path: '/api/v1/evaluations/tablets/now', tag, summary: 'What the tablet shows now: nothing, or the five faces for one event until a moment', body: Type.Object(tabletToken, closed),
  reply: Type.Object({ unitName: Localized, window: Type.String(), ask: nullable(Type.Object({ askId: Uuid, kind: literals(eventKinds), itemName: Localized, on: LocalDate, until: Instant }, closed)) }, closed),
});
export const tabletAnswer = endpoint({
  id: 'tabletAnswer', method: 'POST', path: '/api/v1/evaluations/tablets/answer', tag, summary: 'The answer of the person at the window, or that the person would rather not', status: 204,
  body: Type.Object({ ...tabletToken, askId: Uuid, answer: nullable(Type.Object({ commandId: CommandId, grade: Grade, tags: answerBody.tags }, closed)) }, closed),
});

/** A case in a list. Of the person nothing; of the words nothing. */
export const CaseRow = Type.Object(
  {
    caseId: Uuid, about: literals(['evaluation', 'complaint'] as const), number: Type.String(), itemName: Localized, unitName: Localized, event: nullable(EventId), grade: nullable(Grade), ground: nullable(complaintGround),
    status: literals(caseStatuses), outcome: nullable(literals(caseOutcomes)), appeal: nullable(literals(['open', 'upheld', 'struck_out'] as const)), openedAt: Instant, due: nullable(CaseDue),
  },
  closed,
);
export type CaseRow = Static<typeof CaseRow>;

/** One step of a case. `byName` names the person who acted. */
export const CaseStep = Type.Object(
  {
    seq: Type.Integer(), kind: Type.String(), at: Instant, byName: Type.String(), byUnit: nullable(Localized), words: Type.String(),
    /** codes of the step: real, reached, satisfied, ground, decision, limit */
    details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  },
  closed,
);
export type CaseStep = Static<typeof CaseStep>;

/** The file of a case, for who handles it; never for who acted on the matter. */
export const CaseView = Type.Object(
  {
    ...CaseRow.properties, seq: Type.Integer(), matterId: Uuid, channel: nullable(literals(evaluationChannels)), tags: Type.Array(literals(evaluationTags)), words: Type.String(), personMasked: Type.String(),
    dues: Type.Array(CaseDue), steps: Type.Array(CaseStep), callTries: Type.Integer(), allowed: Type.Array(literals(caseCommands)),
  },
  closed,
);
export type CaseView = Static<typeof CaseView>;

export const listCases = endpoint({
  id: 'listEvaluationCases', method: 'GET', path: '/api/v1/evaluations/cases', tag, summary: 'Cases the caller may handle, most urgent first, at most 200',
  query: Type.Object({ view: Type.Optional(literals(['open', 'closed'] as const)), about: Type.Optional(literals(['evaluation', 'complaint'] as const)) }, closed),
  reply: Type.Object({ rows: Type.Array(CaseRow), total: Type.Integer() }, closed),
});
const onCase = Type.Object({ caseId: Uuid }, closed);
const caseReply = Type.Object({ case: CaseView }, closed);
const meta = { commandId: CommandId, seenSeq: Type.Integer({ minimum: 1 }) };
export const getCase = endpoint({ id: 'getEvaluationCase', method: 'GET', path: '/api/v1/evaluations/cases/:caseId', tag, summary: 'The file of a case', params: onCase, reply: caseReply });
export const verifyCase = endpoint({
  id: 'verifyEvaluation', method: 'POST', path: '/api/v1/evaluations/cases/:caseId/verify', tag, summary: 'Says whether what a bad evaluation tells is so (核实)',
  params: onCase, body: Type.Object({ ...meta, real: Type.Boolean(), words: neededWords }, closed), reply: caseReply,
});
export const decideComplaint = endpoint({
  id: 'decideComplaint', method: 'POST', path: '/api/v1/evaluations/cases/:caseId/decide-complaint', tag, summary: 'Answers a complaint; the words are the answer its author reads',
  params: onCase, body: Type.Object({ ...meta, founded: Type.Boolean(), words: neededWords }, closed), reply: caseReply,
});
export const mendCase = endpoint({ id: 'mendEvaluation', method: 'POST', path: '/api/v1/evaluations/cases/:caseId/mend', tag, summary: 'Says what was done about it (整改)', params: onCase, body: Type.Object({ ...meta, words: neededWords }, closed), reply: caseReply });
export const callBack = endpoint({
  id: 'callBackEvaluation', method: 'POST', path: '/api/v1/evaluations/cases/:caseId/call-back', tag, summary: 'Takes down a call-back (回访); after three calls that reached nobody the case may end',
  params: onCase, body: Type.Object({ ...meta, reached: Type.Boolean(), satisfied: nullable(Type.Boolean()), words }, closed), reply: caseReply,
});
export const raiseAppeal = endpoint({
  id: 'raiseAppeal', method: 'POST', path: '/api/v1/evaluations/cases/:caseId/raise-appeal', tag, summary: 'The institution asks that an evaluation be struck out as mistaken or malicious (申诉); once',
  params: onCase, body: Type.Object({ ...meta, ground: literals(appealGrounds), words: neededWords }, closed), reply: caseReply,
});
export const decideAppeal = endpoint({
  id: 'decideAppeal', method: 'POST', path: '/api/v1/evaluations/cases/:caseId/decide-appeal', tag, summary: 'Decides an appeal (复核), by another than who raised it: the evaluation stands or is struck out',
  params: onCase, body: Type.Object({ ...meta, strikeOut: Type.Boolean(), words: neededWords }, closed), reply: caseReply,
});
export const showContact = endpoint({
  id: 'showContact', method: 'POST', path: '/api/v1/evaluations/cases/:caseId/show-contact', tag, summary: 'Name and telephone of whom to call back; each look is recorded',
  params: onCase, reply: Type.Object({ name: Type.String(), phone: nullable(Type.String()) }, closed),
});

/** Counts of one institution and item in one quarter; null counts where fewer than ten answered. */
export const FigureRow = Type.Object(
  {
    institution: InstitutionCode, unitName: Localized, taskCode: Type.String(), itemName: Localized,
    counts: nullable(Type.Object({ total: Type.Integer(), grade1: Type.Integer(), grade2: Type.Integer(), grade3: Type.Integer(), grade4: Type.Integer(), grade5: Type.Integer(), bad: Type.Integer(), mended: Type.Integer() }, closed)),
  },
  closed,
);
export type FigureRow = Static<typeof FigureRow>;
export const evaluationFigures = endpoint({
  id: 'evaluationFigures', method: 'GET', path: '/api/v1/evaluations/figures', tag, summary: 'Grades of the caller’s institutions in a quarter; nothing where fewer than ten answered',
  query: Type.Object({ quarter: Type.String({ pattern: '^[0-9]{4}-Q[1-4]$' }) }, closed), reply: Type.Object({ quarter: Type.String(), rows: Type.Array(FigureRow) }, closed),
});
