/** What a regulation may change: limits, warning lines and supervision rules, as dated packs of data with their sources. */
import type { LocalDay } from '../../kernel/instant.ts';
import type { RulePack } from '../../kernel/limits/rule-pack.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { Route } from '../../platform/http/route.ts';
import { rulePackOf, rulesOf, timelineOf, type LimitsPack, type SupervisionPack } from './pack.ts';
import { unverifiedIn } from './law-view.ts';
import { lawRoutes } from './routes.ts';
import { readPacks } from './store.ts';
import type { SupervisionRule, SupervisionRuleId } from './supervision-rule.ts';

export { loadLaw } from './store.ts';
export type { LawProblem, LawProblemCode } from './refusals.ts';
export type { Severity, SupervisionRule, SupervisionRuleId } from './supervision-rule.ts';

/** The packs of the installation. Everything is in memory and pure but the routes. */
export interface Law {
  readonly routes: readonly Route[];
  /** Limits and rules in force whose source nobody has read yet (`verified: false`). */
  readonly unverified: number;
  /** The limits in force on a day in Shenzhen; a matter asks for the day it was received. Before the first pack: the first. */
  packOn(day: LocalDay): RulePack;
  /** The limits that a fact names by version; undefined where that pack was never loaded. */
  packByVersion(version: string): RulePack | undefined;
  /** The supervision rules in force on a day, in the order of the file; a rule that is not among them is off. */
  supervisionRulesOn(day: LocalDay): readonly SupervisionRule[];
  /** One rule as it stood in the pack that an order names, for showing it later; undefined where it never stood there. */
  supervisionRule<Id extends SupervisionRuleId>(id: Id, version: string): Extract<SupervisionRule, { id: Id }> | undefined;
}

/** Reads the packs into memory. Throws where none were loaded: loading comes first at every start. */
export async function lawDomain(handle: Handle): Promise<Law> {
  const kept = await readPacks(handle);
  const limits = kept.packs.filter((pack): pack is LimitsPack => pack.kind === 'limits');
  const supervision = kept.packs.filter((pack): pack is SupervisionPack => pack.kind === 'supervision');
  const packs = new Map(limits.map((pack) => [pack.version, rulePackOf(pack)]));
  const rules = new Map(supervision.map((pack) => [pack.version, rulesOf(pack)]));
  const limitsOn = timelineOf([...packs.values()], kept.current);
  const rulesOn = timelineOf(supervision, kept.current);
  if (!limitsOn || !rulesOn) throw new Error('lawDomain: no packs are loaded');
  return {
    routes: lawRoutes(kept),
    unverified: unverifiedIn(kept),
    packOn: limitsOn,
    packByVersion: (version) => packs.get(version),
    supervisionRulesOn: (day) => rules.get(rulesOn(day).version) ?? [],
    supervisionRule: <Id extends SupervisionRuleId>(id: Id, version: string) =>
      rules.get(version)?.find((rule): rule is Extract<SupervisionRule, { id: Id }> => rule.id === id),
  };
}
