/** Rule packs: the limits and supervision rules in force, with their sources. */
import { Type, type Static } from 'typebox';
import { closed, literals, LocalDate, nullable } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Localized } from './localized.ts';

export const lawUnits = ['working_day', 'calendar_day', 'hour', 'month'] as const;
export const ruleSeverities = ['warning', 'yellow', 'red'] as const;

const evidence = {
  /** The law or rule with its article, or that this product set it. */
  source: Localized,
  address: nullable(Type.String()),
  note: nullable(Localized),
  /** Somebody has read this in the source named. */
  verified: Type.Boolean(),
};

/** One length of time of a pack. `lawId` is its file in docs/law. */
export const LawLimit = Type.Object({ name: Type.String(), lawId: Type.String(), title: Localized, amount: Type.Integer(), unit: literals(lawUnits), ...evidence }, closed);
export type LawLimit = Static<typeof LawLimit>;

/** One supervision rule; `params` are its thresholds, whole numbers. */
export const LawRule = Type.Object(
  { id: Type.String(), title: Localized, description: Localized, severity: literals(ruleSeverities), opensOrder: Type.Boolean(), params: Type.Record(Type.String(), Type.Integer()), ...evidence },
  closed,
);
export type LawRule = Static<typeof LawRule>;

const head = {
  version: Type.String(),
  /** First day in force. */
  from: LocalDate,
  /** Last day in force, where the next pack of its kind is known. */
  to: nullable(LocalDate),
  /** False for a pack that another replaced; it is kept for the facts that name it. */
  current: Type.Boolean(),
  about: Localized,
};

/** A pack of limits with its warning lines. */
export const LimitsPack = Type.Object({ ...head, warning: Type.Array(LawLimit), limits: Type.Array(LawLimit) }, closed);
export type LimitsPack = Static<typeof LimitsPack>;

/** A pack of supervision rules. */
export const RulesPack = Type.Object({ ...head, rules: Type.Array(LawRule) }, closed);
export type RulesPack = Static<typeof RulesPack>;

export const Law = Type.Object({ limits: Type.Array(LimitsPack), supervision: Type.Array(RulesPack) }, closed);
export type Law = Static<typeof Law>;

export const getLaw = endpoint({
  id: 'getLaw', method: 'GET', path: '/api/v1/law', tag: 'law',
  summary: 'Every pack of limits and of supervision rules that is or was in force, the newest first, each entry with its source and whether somebody has read it there',
  reply: Law,
});
