import type { Instant } from '../../kernel/instant.ts';

/** A text in every shipped language, as data of the packs. */
export type Texts = Readonly<Record<'zh-CN' | 'zh-HK' | 'en', string>>;
export type Severity = 'warning' | 'yellow' | 'red';

/** A supervision rule as the packs of data/law give it: which it is is code, its thresholds are data. Structurally the one of the law domain. */
export interface Rule {
  readonly id: string;
  readonly version: string;
  readonly severity: Severity;
  readonly opensOrder: boolean;
  readonly params: Readonly<Record<string, number>>;
  readonly name: Texts;
  readonly description: Texts;
  readonly source: Texts;
  readonly verified: boolean;
}

/** A rule by its id; undefined where the pack in force leaves it out: then it is off. */
export const ruleOf = (rules: readonly Rule[], id: string): Rule | undefined => rules.find((rule) => rule.id === id);

/** A threshold of a rule. A pack that lacks one never loads (domain law), so the rule is off where it is missing. */
export const threshold = (rule: Rule, name: string): number => rule.params[name] ?? Number.POSITIVE_INFINITY;

/**
 * Something a rule found on a matter. Its identity is (rule, matter, about, moment): the same history gives the same findings however often it is
 * looked at, so that each is recorded once.
 */
export interface Finding {
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly severity: Severity;
  readonly opensOrder: boolean;
  /** What on the matter: a limit id, a pause, a link, a claim. */
  readonly about: string;
  /** The limit let pass; null where the finding is an act. */
  readonly limitId: string | null;
  /** The last moment in time that was let pass, or the moment of the act. */
  readonly moment: Instant;
  readonly institution: string;
  readonly post: string;
  readonly staffId: string | null;
  /** Who approved the act complained of. */
  readonly secondStaffId: string | null;
}

/** A finding of a rule, with what the rule says filled in. */
export function found(rule: Rule, what: Omit<Finding, 'ruleId' | 'ruleVersion' | 'severity' | 'opensOrder'>): Finding {
  return { ruleId: rule.id, ruleVersion: rule.version, severity: rule.severity, opensOrder: rule.opensOrder, ...what };
}
