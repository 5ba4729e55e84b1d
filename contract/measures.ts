/** Measures of the service: five hundred-percents (五个100%), the supervisor's overview, lists and exports behind every figure, and the public sunshine page. */
import { Type, type Static } from 'typebox';
import { Localized } from './localized.ts';
import { closed, InstitutionCode, Instant, literals, LocalDate, nullable, UnitCode, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Channel, MatterStatus } from './matters.ts';

/** A month, YYYY-MM, of the day of receipt in Asia/Shanghai: every figure speaks of the matters received in its months. */
export const Month = Type.String({ pattern: '^20\\d{2}-(0[1-9]|1[0-2])$' });
/** A unit (城市, 区, 街道, 社区) or one institution (大厅, 部门). */
export const PlaceCode = InstitutionCode;
const TaskCode = Type.String({ minLength: 1, maxLength: 50 });

/** 一号 one number, 一窗 one window, 一网 one net, 一次 one visit, 阳光 sunshine. */
export const fiveFigures = ['one_number', 'one_window', 'one_net', 'one_visit', 'sunshine'] as const;
export const FiveFigure = literals(fiveFigures);
export type FiveFigure = Static<typeof FiveFigure>;

/** What a part of a figure counts. */
export const countedThings = ['matters', 'items', 'orders'] as const;

/** The parts of the five: each with its own numerator and denominator. */
export const figureParts = [
  'one_number.matters', 'one_window.matters', 'one_window.items', 'one_net.matters', 'one_net.items', 'one_visit.matters', 'one_visit.items', 'sunshine.matters', 'sunshine.orders',
] as const;
export const FigurePartId = literals(figureParts);
export type FigurePartId = Static<typeof FigurePartId>;

/** A place as lists show it. `kind` is the kind of unit, or `institution`. */
export const placeKinds = ['city', 'district', 'functional_area', 'street', 'community', 'institution'] as const;
export const Place = Type.Object({ code: PlaceCode, kind: literals(placeKinds), name: Localized }, closed);
export type Place = Static<typeof Place>;

/** One share: `percent` with one decimal, cut and never rounded up, so that 100 means every single one; null where there is nothing to count. */
export const FigurePart = Type.Object(
  {
    part: FigurePartId,
    of: literals(countedThings),
    numerator: Type.Integer(),
    denominator: Type.Integer(),
    percent: nullable(Type.Number()),
    name: Localized,
    definition: Localized,
  },
  closed,
);
export type FigurePart = Static<typeof FigurePart>;

/** One of the five, with where its definition comes from. */
export const FigureView = Type.Object({ figure: FiveFigure, name: Localized, parts: Type.Array(FigurePart), source: Localized }, closed);
export type FigureView = Static<typeof FigureView>;

const measured = {
  /** the actor's own unit or institution where it is left out */
  unit: Type.Optional(PlaceCode),
  /** first month; January of the year of `to` where it is left out */
  from: Type.Optional(Month),
  /** last month, this one where it is left out; at most 36 months in all */
  to: Type.Optional(Month),
  item: Type.Optional(TaskCode),
  channel: Type.Optional(Channel),
};
export const MeasuredQuery = Type.Object(measured, closed);
export type MeasuredQuery = Static<typeof MeasuredQuery>;

/** What was measured, as answered. */
const measuredReply = {
  place: Place, from: Month, to: Month, item: nullable(Type.Object({ taskCode: TaskCode, name: Localized }, closed)), channel: nullable(Channel), asOf: Instant,
};

export const getFive = endpoint({
  id: 'getFive', method: 'GET', path: '/api/v1/measures/five', tag: 'measures',
  summary: 'The five hundred-percents of a unit or institution, over months, perhaps of one item or channel: each with numerator, denominator and definition',
  query: MeasuredQuery,
  reply: Type.Object({ ...measuredReply, figures: Type.Array(FigureView), mayOpenMatters: Type.Boolean() }, closed),
});

/** Which side of a share: what it counts, or what it lacks. */
export const sides = ['counted', 'gap'] as const;
export const Side = literals(sides);

/** A matter behind a figure: no person in it. */
export const MeasuredMatter = Type.Object(
  {
    matterId: Uuid, number: Type.String(), taskCode: Type.String(), itemName: Localized, status: MatterStatus, channel: Channel, areaName: Localized,
    acceptingName: Localized, handlingName: Localized, receivedOn: LocalDate, endedOn: nullable(LocalDate),
    /** appearances of the applicant at a window, and those the item promises */
    visits: Type.Integer(), promisedVisits: Type.Integer(),
    /** working days used from acceptance to completion, lawful pauses taken off; and promised */
    netDays: nullable(Type.Integer()), promisedDays: nullable(Type.Integer()),
    /** kinds of limits of the office that were missed */
    late: Type.Array(Type.String()),
    askedAgain: Type.Boolean(),
  },
  closed,
);
export type MeasuredMatter = Static<typeof MeasuredMatter>;

const page = { side: Type.Optional(Side), after: Type.Optional(Type.String({ maxLength: 80, pattern: '^[12]\\d{3}-\\d{2}-\\d{2} [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })) };

export const listFigureMatters = endpoint({
  id: 'listFigureMatters', method: 'GET', path: '/api/v1/measures/five/:figure/matters', tag: 'measures',
  summary: 'The matters behind a figure (side=counted) or missing from it (side=gap, the usual question), newest first, 50 at a time; `after` is the cursor of the page before',
  params: Type.Object({ figure: FiveFigure }, closed),
  query: Type.Object({ ...measured, ...page }, closed),
  reply: Type.Object({ ...measuredReply, figure: FiveFigure, side: Side, matters: Type.Array(MeasuredMatter), next: nullable(Type.String()) }, closed),
});

export const listFigureItems = endpoint({
  id: 'listFigureItems', method: 'GET', path: '/api/v1/measures/five/:figure/items', tag: 'measures',
  summary: 'The items in force behind a figure or missing from it (one_window, one_net, one_visit)',
  params: Type.Object({ figure: FiveFigure }, closed),
  query: Type.Object({ side: Type.Optional(Side) }, closed),
  reply: Type.Object({ figure: FiveFigure, side: Side, items: Type.Array(Type.Object({ taskCode: Type.String(), name: Localized, visits: Type.Integer(), online: Type.Boolean(), why: nullable(Localized) }, closed)) }, closed),
});

/** Running limits of the office by light, now. */
export const Lights = Type.Object({ green: Type.Integer(), yellow: Type.Integer(), red: Type.Integer(), paused: Type.Integer() }, closed);
export type Lights = Static<typeof Lights>;

/** One line of the overview. Shares are of the matters received in the last twelve months, this one included. */
export const OverviewRow = Type.Object(
  {
    place: Place,
    /** what can be opened below it */
    hasChildren: Type.Boolean(),
    lights: Lights,
    filedToday: Type.Integer(), finishedToday: Type.Integer(),
    filed: Type.Integer(), judged: Type.Integer(), inTime: Type.Integer(), inTimePercent: nullable(Type.Number()),
    medianDays: nullable(Type.Integer()), promisedDays: nullable(Type.Integer()),
    /** supervision orders open, and open past their reply; null where none are kept */
    ordersOpen: nullable(Type.Integer()), ordersLate: nullable(Type.Integer()),
    /** share of the grades very satisfied, satisfied and basically satisfied; null below ten grades */
    satisfiedPercent: nullable(Type.Number()),
  },
  closed,
);
export type OverviewRow = Static<typeof OverviewRow>;

/** A link (环节) of an institution, over the last twelve months: of those done, or late already, how many were late. */
export const WorstLink = Type.Object({ institution: Place, element: Type.String(), linkName: Localized, judged: Type.Integer(), late: Type.Integer(), latePercent: nullable(Type.Number()), averageDays: nullable(Type.Number()) }, closed);
export type WorstLink = Static<typeof WorstLink>;
/** An item and how often it was late. */
export const WorstItem = Type.Object({ taskCode: Type.String(), name: Localized, filed: Type.Integer(), judged: Type.Integer(), late: Type.Integer(), latePercent: nullable(Type.Number()) }, closed);
export type WorstItem = Static<typeof WorstItem>;

export const getOverview = endpoint({
  id: 'getOverview', method: 'GET', path: '/api/v1/measures/overview', tag: 'measures',
  summary: 'A unit and what is below it (city, districts, streets, communities, institutions): lights, today, thirty days, worst links and items, orders, evaluation',
  query: Type.Object({ unit: Type.Optional(PlaceCode) }, closed),
  reply: Type.Object(
    {
      asOf: Instant, today: LocalDate,
      /** the places above, as far as the actor may open them, the highest first */
      above: Type.Array(Place),
      self: OverviewRow, children: Type.Array(OverviewRow),
      trend: Type.Array(Type.Object({ day: LocalDate, working: Type.Boolean(), filed: Type.Integer(), finished: Type.Integer() }, closed)),
      worstLinks: Type.Array(WorstLink), worstItems: Type.Array(WorstItem),
      mayOpenMatters: Type.Boolean(),
    },
    closed,
  ),
});

export const runningLights = ['yellow', 'red', 'paused', 'green'] as const;

/** A running limit of a matter: two clicks from the overview. */
export const RunningRow = Type.Object(
  {
    matterId: Uuid, number: Type.String(), taskCode: Type.String(), itemName: Localized, limitId: Type.String(), kind: Type.String(), linkName: nullable(Localized),
    institution: Place, staffName: nullable(Type.String()), areaName: Localized, startedAt: Instant, dueOn: LocalDate, dueAt: Instant, light: literals(runningLights),
  },
  closed,
);
export type RunningRow = Static<typeof RunningRow>;

export const listRunning = endpoint({
  id: 'listRunning', method: 'GET', path: '/api/v1/measures/matters', tag: 'measures',
  summary: 'Running limits under a unit or institution by light, most urgent first, at most 200; `more` says that there are others',
  query: Type.Object({ unit: Type.Optional(PlaceCode), light: Type.Optional(literals(runningLights)), kind: Type.Optional(Type.String({ maxLength: 20 })), item: Type.Optional(TaskCode) }, closed),
  reply: Type.Object({ asOf: Instant, place: Place, rows: Type.Array(RunningRow), more: Type.Boolean() }, closed),
});

/** What can be taken out as a workbook. */
export const workbooks = ['overview', 'five', 'running', 'one_number', 'one_window', 'one_net', 'one_visit', 'sunshine'] as const;

export const exportMeasures = endpoint({
  id: 'exportMeasures', method: 'GET', path: '/api/v1/measures/export.xlsx', tag: 'measures', produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  summary: 'The overview, the five, running limits, or the matters behind a figure as a workbook, with definitions, who took it and when; recorded as an access. At most 2,000 matters',
  query: Type.Object({ ...measured, what: literals(workbooks), side: Type.Optional(Side), light: Type.Optional(literals(runningLights)), kind: Type.Optional(Type.String({ maxLength: 20 })) }, closed),
});

/** A month (2026-11), a quarter (2026-Q4) or a year (2026). */
export const Period = Type.String({ pattern: '^20\\d{2}(-(0[1-9]|1[0-2])|-Q[1-4])?$' });

/** A public count: a whole number of ten or more; null is shown as "fewer than 10, or kept back". */
export const PublicCount = nullable(Type.Integer({ minimum: 10 }));

/** A public line: every cell of it null where the number behind it is below ten or could be worked out from its neighbours. */
export const SunshineRow = Type.Object(
  {
    code: Type.String(), name: Localized,
    filed: PublicCount,
    /** whole percent, cut, of the judged among them */
    inTimePercent: nullable(Type.Integer()),
    /** median of working days used, lawful pauses taken off, against the median promised */
    medianDays: nullable(Type.Integer()), promisedDays: nullable(Type.Integer()),
    satisfiedPercent: nullable(Type.Integer()),
  },
  closed,
);
export type SunshineRow = Static<typeof SunshineRow>;

export const SunshineQuery = Type.Object(
  {
    /** this month's year where it is left out */
    period: Type.Optional(Period),
    district: Type.Optional(UnitCode), institution: Type.Optional(InstitutionCode), item: Type.Optional(TaskCode),
  },
  closed,
);

/** The public page: a place and an item, what is below both, never a person. */
export const Sunshine = Type.Object(
  {
    period: Period,
    /** years with anything in them, the newest first; the month that is running */
    years: Type.Array(Type.Integer()), month: Month,
    city: Place, district: nullable(Place), institution: nullable(Place), item: nullable(Type.Object({ taskCode: TaskCode, name: Localized }, closed)),
    total: SunshineRow,
    /** districts of the city, or institutions that handle the matters of a district; empty at an institution */
    byUnit: Type.Array(SunshineRow),
    /** items; empty where one is chosen */
    byItem: Type.Array(SunshineRow),
    /** changes with the content */
    version: Type.String(),
  },
  closed,
);
export type Sunshine = Static<typeof Sunshine>;

export const getSunshine = endpoint({
  id: 'getSunshine', method: 'GET', path: '/api/v1/sunshine', tag: 'sunshine',
  summary: 'For everybody: matters filed, share in time, median days against the promise, evaluation; no cell below ten',
  query: SunshineQuery, reply: Sunshine,
});
export const getSunshineTable = endpoint({
  id: 'getSunshineTable', method: 'GET', path: '/api/v1/sunshine.csv', tag: 'sunshine', produces: 'text/csv',
  summary: 'The same as a table (CSV, UTF-8 with byte order mark), in the language asked for', query: SunshineQuery,
});
