/** Where a matter stands in its process, for staff: the drawing, the tokens, the ways gone, who did what and how long. */
import { Type, type Static } from 'typebox';
import { closed, Instant, literals, LocalDate, nullable, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Due } from './limits.ts';
import { Localized } from './localized.ts';
import { MatterStatus, TimeSpan } from './matters.ts';

/**
 * What a token waits for: somebody to end a link, a day, a message, a matter of its own (a part of a bundle), the other branches, or somebody to
 * look because the process does not know its way (`unclear`).
 */
export const tokenKinds = ['link', 'timer', 'message', 'part', 'others', 'unclear'] as const;

/** A token on the drawing. */
export const StandingToken = Type.Object(
  {
    id: Type.String(), kind: literals(tokenKinds), element: Type.String(), name: Localized,
    /** the entry of a list it is for */
    item: nullable(Type.String()),
    since: nullable(Instant), unitName: nullable(Localized),
    /** who has it in hand; null while it lies with the post */
    person: nullable(Type.String()),
    due: nullable(Due),
    /** of a timer: the day at whose end it rings */
    ringsOn: nullable(LocalDate),
    /** the matter it waits for, where the reader may see it */
    part: nullable(Type.Object({ matterId: Uuid, number: Type.String(), itemName: Localized, status: MatterStatus }, closed)),
  },
  closed,
);
export type StandingToken = Static<typeof StandingToken>;

/** A sequence flow or an element that tokens went through: how often, and when last. */
export const Passage = Type.Object({ id: Type.String(), times: Type.Integer({ minimum: 1 }), lastAt: Instant }, closed);
export type Passage = Static<typeof Passage>;

/** A link, done or open: where, by whom, and how long. */
export const StandingWork = Type.Object(
  {
    linkId: Type.String(), element: Type.String(), name: Localized, item: nullable(Type.String()), unitName: Localized, person: nullable(Type.String()),
    openedAt: Instant, claimedAt: nullable(Instant), doneAt: nullable(Instant), action: nullable(Type.String()),
    /** from its opening to its end, or till now */
    took: TimeSpan,
  },
  closed,
);
export type StandingWork = Static<typeof StandingWork>;

export const Standing = Type.Object(
  {
    matterId: Uuid, number: Type.String(), seq: Type.Integer(),
    process: Type.String(), processVersion: Type.Integer(), processName: Localized,
    /** BPMN 2.0, as it was published */
    bpmn: Type.String(),
    /** what is drawn, by element id, in the languages of the screen */
    names: Type.Record(Type.String(), Localized),
    /** before acceptance nothing has begun */
    begun: Type.Boolean(), ended: Type.Boolean(),
    tokens: Type.Array(StandingToken), flows: Type.Array(Passage), elements: Type.Array(Passage), work: Type.Array(StandingWork),
    /** number of the fact from which on the ways gone cannot be told any more (it was played by other rules); the tokens are right all the same */
    differsAt: nullable(Type.Integer()),
  },
  closed,
);
export type Standing = Static<typeof Standing>;

const matterParams = Type.Object({ matterId: Uuid }, closed);

export const getStanding = endpoint({
  id: 'getStanding', method: 'GET', path: '/api/v1/matters/:matterId/standing', tag: 'matters', summary: 'The drawn process of a matter with its tokens, the ways gone, and who did what', params: matterParams, reply: Standing,
});
export const getHistoryCsv = endpoint({
  id: 'getHistoryCsv', method: 'GET', path: '/api/v1/matters/:matterId/history.csv', tag: 'matters', produces: 'text/csv', summary: 'The whole history as a table, in the language asked for; taking it is recorded', params: matterParams,
  query: Type.Object({ language: Type.Optional(literals(['zh-CN', 'zh-HK', 'en'] as const)) }, closed),
});
