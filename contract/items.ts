/** Calls on the item catalogue (its shapes: catalogue.ts). */
import { Type, type Static } from 'typebox';
import { HandlingItem, Item, LifeEvent, Material, LimitUnit, projectTypes, serverTypes } from './catalogue.ts';
import { Localized } from './localized.ts';
import { closed, literals, nullable, UnitCode } from './common.ts';
import { endpoint } from './endpoint.ts';


/** An item in a list. */
export const ItemSummary = Type.Object(
  {
    taskCode: Type.String(),
    name: Localized,
    summary: Localized,
    projectType: literals(projectTypes),
    serverTypes: Type.Array(literals(serverTypes)),
    deptKind: Type.String(),
    deptLevel: Type.String(),
    promise: Type.Object({ amount: Type.Integer(), unit: LimitUnit }, closed),
    visits: Type.Integer(),
    online: Type.Boolean(),
    lifeEvents: Type.Array(LifeEvent),
    handlingItems: Type.Array(Type.Object({ code: Type.String(), name: Localized }, closed)),
    /** how many items it is, where it is a bundle 一件事 */
    parts: Type.Optional(Type.Integer()),
  },
  closed,
);
export type ItemSummary = Static<typeof ItemSummary>;

export const searchItems = endpoint({
  id: 'searchItems', method: 'GET', path: '/api/v1/items', tag: 'items',
  summary: 'Items found by plain words, pinyin or initials, by life event or kind of applicant; all of them without a text',
  query: Type.Object(
    { text: Type.Optional(Type.String({ maxLength: 60 })), lifeEvent: Type.Optional(LifeEvent), serverType: Type.Optional(literals(serverTypes)), bundles: Type.Optional(Type.Literal('only')) },
    closed,
  ),
  reply: Type.Object({ items: Type.Array(ItemSummary), suggestions: Type.Array(Localized) }, closed),
});

/** One item of a bundle 一件事, for the guide: who handles it, how long, after which others. */
export const ItemPart = Type.Object(
  {
    element: Type.String(),
    taskCode: Type.String(),
    name: Localized,
    departmentName: Localized,
    promise: Type.Object({ amount: Type.Integer(), unit: LimitUnit }, closed),
    visits: Type.Integer(),
    after: Type.Array(Type.String()),
    required: Type.Boolean(),
    /** whether the answers decide that it is in the case */
    chosen: Type.Boolean(),
    /** not granted, those after it are not begun */
    stops: Type.Boolean(),
  },
  closed,
);
export type ItemPart = Static<typeof ItemPart>;

export const getItem = endpoint({
  id: 'getItem', method: 'GET', path: '/api/v1/items/:taskCode', tag: 'items',
  summary: 'One item, whole: the guide (办事指南) with situations, materials and form',
  params: Type.Object({ taskCode: Type.String({ maxLength: 50 }) }, closed),
  query: Type.Object({ /** a place: the item as it is in its district */ areaUnit: Type.Optional(UnitCode) }, closed),
  reply: Type.Object({ item: Item, facts: Type.Object({ total: Type.Integer(), verified: Type.Integer() }, closed), departmentName: Localized, parts: Type.Optional(Type.Array(ItemPart)) }, closed),
});

/** Answers to situation questions: question id → option id. */
export const SituationAnswers = Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 60 }));
export type SituationAnswers = Static<typeof SituationAnswers>;

/** What the answers come to: which questions stand, which materials are needed, or why this item is not the way. */
export const Checklist = Type.Object(
  {
    openQuestions: Type.Array(Type.String()),
    notEligible: nullable(Type.Object({ question: Type.String(), reason: Localized }, closed)),
    materials: Type.Array(Material),
    /** of a bundle: the elements of the parts that these answers bring in */
    parts: Type.Optional(Type.Array(Type.String())),
  },
  closed,
);
export type Checklist = Static<typeof Checklist>;

export const checkSituation = endpoint({
  id: 'checkSituation', method: 'POST', path: '/api/v1/items/:taskCode/handling-items/:handlingItem/checklist', tag: 'items',
  summary: 'The materials list for these answers',
  params: Type.Object({ taskCode: Type.String({ maxLength: 50 }), handlingItem: Type.String({ maxLength: 50 }) }, closed),
  query: Type.Object({ areaUnit: Type.Optional(UnitCode) }, closed),
  body: Type.Object({ answers: SituationAnswers }, closed),
  reply: Checklist,
});
export { HandlingItem };
