/** The supervision rules the program knows, and the thresholds each of them needs. Pure. */
import type { Evidence, Texts } from './evidence.ts';

/** Rule id → its thresholds, each with the least it may be. How a rule looks is code, how many days or times is data (data/law/supervision-rules-*.json). */
export const ruleParams = {
  /** L-012 passed in silence: deemed accepted. */
  'S-01': {},
  /** Promised limit passed. */
  'S-02': {},
  /** Statutory limit passed. */
  'S-03': {},
  /** A link passed while the matter is in time. */
  'S-04': {},
  /** Promised limit within the warning line of the pack of limits. */
  'S-05': {},
  /** Result not served in time. */
  'S-06': {},
  /** Special procedure not ended when its announced length was over. */
  'S-07': {},
  /** Special procedure started with at most so many working days left (0 is the last day). */
  'S-08': { remainingWorkingDays: 0 },
  /** So many special procedures, or more, on one matter. */
  'S-09': { times: 1 },
  /** A link claimed and not touched for so many working days. */
  'S-10': { workingDays: 1 },
  /** A link returned so many times, or more; or filed again within so many working days after an end without decision. */
  'S-11': { returns: 1, refiledWithinWorkingDays: 1 },
  /** Order not answered in time. */
  'S-12': {},
  /** Extension approved with at most so many working days left (0 is the last day). */
  'S-13': { remainingWorkingDays: 0 },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>;

/** `S-01` …; public and stable, named by orders and facts. */
export type SupervisionRuleId = keyof typeof ruleParams;

/** What is signalled: 预警, 黄牌, 红牌. */
export const severities = ['warning', 'yellow', 'red'] as const;
export type Severity = (typeof severities)[number];

interface RuleOf<Id extends SupervisionRuleId> extends Evidence {
  readonly id: Id;
  /** Version of the pack it stands in. */
  readonly version: string;
  readonly severity: Severity;
  /** Whether it opens a supervision order (督办) that must be answered. */
  readonly opensOrder: boolean;
  /** Whole numbers, each at least what `ruleParams` says. */
  readonly params: Readonly<Record<keyof (typeof ruleParams)[Id], number>>;
  readonly name: Texts;
  readonly description: Texts;
}

/** A rule with its thresholds; narrowed by its id to exactly the ones it has. */
export type SupervisionRule = { [Id in SupervisionRuleId]: RuleOf<Id> }[SupervisionRuleId];
