/** What the packs of data/law hold, and how one is chosen by day. Pure. */
import { dayNumber, dayOfNumber, type LocalDay } from '../../kernel/instant.ts';
import type { LaterPackLimit, LawfulLimit, PackLimit, RulePack } from '../../kernel/limits/rule-pack.ts';
import type { Evidence, Texts } from './evidence.ts';
import type { SupervisionRule } from './supervision-rule.ts';

/** One length of time with the id of its file in docs/law. */
export interface PackEntry extends Evidence {
  readonly id: string;
  readonly amount: number;
  readonly unit: LawfulLimit['unit'];
  readonly name: Texts;
}

interface PackHead {
  /** Also the name of its file; never used for another content. */
  readonly version: string;
  /** First day in force. */
  readonly from: LocalDay;
  readonly about: Texts;
}

/** A file of limits as it lies in data/law. */
export interface LimitsPack extends PackHead {
  readonly kind: 'limits';
  readonly warning: Readonly<Record<'working_day' | 'hour', PackEntry>>;
  readonly limits: Readonly<Record<PackLimit, PackEntry> & Partial<Record<LaterPackLimit, PackEntry>>>;
}

/** A file of supervision rules as it lies in data/law; a rule that is not in it is off. */
export interface SupervisionPack extends PackHead {
  readonly kind: 'supervision';
  readonly rules: readonly Omit<SupervisionRule, 'version'>[];
}

export type Pack = LimitsPack | SupervisionPack;

/** The names of the limits a pack must hold; one more or less of them in the kernel does not compile here. */
export const packLimits: Readonly<Record<PackLimit, true>> = {
  notice: true, correction: true, deferred: true, service: true, extension: true, extension_joint: true, order_reply: true, order_review: true,
  complaint: true, evaluation_verify: true, evaluation_mend: true, evaluation_call_back: true, evaluation_appeal: true,
};

/** The names of the limits that packs may hold since a later release: an older pack is without them for ever. */
export const laterPackLimits: Readonly<Record<LaterPackLimit, true>> = { promise_check: true, promise_exclusion: true, deferral_exclusion: true, opinion: true };

/** The pack as the kernel reads it: lengths and warning lines, each limit with its id, source and whether it was read there. */
export function rulePackOf(pack: LimitsPack): RulePack {
  const limits = Object.entries(pack.limits).map(([name, { amount, unit, id, source, verified }]): [string, LawfulLimit] => [name, { amount, unit, id, source: source['zh-CN'], verified }]);
  return {
    version: pack.version,
    from: pack.from,
    limits: Object.fromEntries(limits) as RulePack['limits'],
    warning: { workingDays: pack.warning.working_day.amount, hours: pack.warning.hour.amount },
  };
}

/** The rules of a pack, each with the version it is cited by. */
export function rulesOf(pack: SupervisionPack): readonly SupervisionRule[] {
  return pack.rules.map((rule) => ({ ...rule, version: pack.version }) as SupervisionRule);
}

/**
 * Which pack holds on which day: the last one that began, of those whose versions stand now. A day before the first pack has the first: no
 * calendar reaches that far back, so no date is ever counted there. Undefined where none stands.
 */
export function timelineOf<P extends Pick<Pack, 'version' | 'from'>>(packs: readonly P[], current: readonly string[]): ((day: LocalDay) => P) | undefined {
  const [first, ...later] = packs.filter((pack) => current.includes(pack.version)).sort((a, b) => dayNumber(a.from) - dayNumber(b.from));
  return first && ((day) => later.findLast((pack) => pack.from <= day) ?? first);
}

/** The last day a pack holds: the day before the next of its kind begins; null while none is to come. */
export function lastDayOf(pack: Pack, ofItsKind: readonly Pack[]): LocalDay | null {
  const next = ofItsKind.map((other) => other.from).filter((from) => from > pack.from).sort()[0];
  return next === undefined ? null : dayOfNumber(dayNumber(next) - 1);
}
