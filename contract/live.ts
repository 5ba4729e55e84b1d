/** Live events, and the screen of a hall. */
import { Type, type Static } from 'typebox';
import { closed, Instant, InstitutionCode, literals, LocalDate, nullable } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Localized } from './localized.ts';
import { MatterStatus } from './matters.ts';

/** Media type of server-sent events (HTML standard, §9.2). */
export const eventStream = 'text/event-stream';

/**
 * Data of the event `changed`: what changed, never how, so that no event ever carries anything personal; who wants to know asks the API again. Topics are
 * `institution:<code>`, `unit:<code>`, `party:<id>`, `calendar`, `catalogue`, `orders`; `*` alone means that something may have been missed: ask for everything again.
 */
export const LiveChange = Type.Object({ topics: Type.Array(Type.String()) }, closed);
export type LiveChange = Static<typeof LiveChange>;

/** Light of a matter in hand (L-040): its shape, word and colour follow from it. */
export const HallLight = literals(['green', 'yellow', 'red', 'paused']);

/** A matter on the screen of a hall: nothing that tells whose it is. */
export const HallRow = Type.Object(
  {
    /** the last four characters of the matter's number */
    numberTail: Type.String({ maxLength: 4 }),
    itemName: Localized,
    status: MatterStatus,
    /** the promised day; null before acceptance and where none runs */
    dueOn: nullable(LocalDate),
    /** null where no limit runs */
    light: nullable(HallLight),
  },
  closed,
);
export type HallRow = Static<typeof HallRow>;

/** What hangs in a hall: the numbers of the day and the newest matters. */
export const HallScreen = Type.Object(
  {
    institution: InstitutionCode,
    name: Localized,
    /** the day the numbers are of, and the moment they were counted */
    on: LocalDate,
    at: Instant,
    received: Type.Integer({ minimum: 0 }),
    finished: Type.Integer({ minimum: 0 }),
    /** received here, on whatever day, and neither accepted nor refused nor sent back for correction */
    waiting: Type.Integer({ minimum: 0 }),
    rows: Type.Array(HallRow, { maxItems: 20 }),
  },
  closed,
);
export type HallScreen = Static<typeof HallScreen>;

const hall = Type.Object({ institution: InstitutionCode }, closed);

export const live = endpoint({
  id: 'live', method: 'GET', path: '/api/v1/live', tag: 'live', produces: eventStream,
  summary: 'Server-sent events `changed` (data: LiveChange) about what the caller may see; at most one a second. Who comes back with Last-Event-ID is told `*` first',
});
export const hallLive = endpoint({
  id: 'hallLive', method: 'GET', path: '/api/v1/halls/:institution/live', tag: 'live', produces: eventStream, params: hall,
  summary: 'The same for the screen of one hall: its topic alone, for everybody',
});
export const hallScreen = endpoint({
  id: 'hallScreen', method: 'GET', path: '/api/v1/halls/:institution/screen', tag: 'halls', params: hall, reply: HallScreen,
  summary: 'What hangs in a hall: the numbers of the day and the newest matters, without anything personal',
});
