import type * as wire from '../../../contract/law.ts';
import type { Evidence } from './evidence.ts';
import { lastDayOf, laterPackLimits, packLimits, type LimitsPack, type Pack, type PackEntry, type SupervisionPack } from './pack.ts';

const evidenceOnWire = ({ source, address, note, verified }: Evidence) => ({ source, address: address ?? null, note: note ?? null, verified });

/** In the order of `names`: the database keeps no order of keys. A pack from before a limit was known lacks it. */
const limitsOnWire = (entries: Readonly<Record<string, PackEntry>>, names: readonly string[]): wire.LawLimit[] =>
  names.flatMap((name) => (entries[name] ? [limitOnWire(name, entries[name])] : []));

const limitOnWire = (name: string, entry: PackEntry): wire.LawLimit =>
  ({ name, lawId: entry.id, title: entry.name, amount: entry.amount, unit: entry.unit as wire.LawLimit['unit'], ...evidenceOnWire(entry) });

const ruleOnWire = (rule: SupervisionPack['rules'][number]): wire.LawRule =>
  ({ id: rule.id, title: rule.name, description: rule.description, severity: rule.severity, opensOrder: rule.opensOrder, params: { ...rule.params }, ...evidenceOnWire(rule) });

/** Every kept pack as it travels, in the order given; `current` are the versions that stand now. */
export function lawOnWire(packs: readonly Pack[], current: readonly string[]): wire.Law {
  const standing = (pack: Pack): boolean => current.includes(pack.version);
  const head = (pack: Pack) => ({
    version: pack.version, from: pack.from, current: standing(pack), about: pack.about,
    to: standing(pack) ? lastDayOf(pack, packs.filter((other) => other.kind === pack.kind && standing(other))) : null,
  });
  return {
    limits: packs.filter((pack): pack is LimitsPack => pack.kind === 'limits').map((pack) =>
      ({ ...head(pack), warning: limitsOnWire(pack.warning, ['working_day', 'hour']), limits: limitsOnWire(pack.limits, [...Object.keys(packLimits), ...Object.keys(laterPackLimits)]) })),
    supervision: packs.filter((pack): pack is SupervisionPack => pack.kind === 'supervision').map((pack) => ({ ...head(pack), rules: pack.rules.map(ruleOnWire) })),
  };
}

/** Entries of the packs in force whose source nobody has read yet. */
export function unverifiedIn({ packs, current }: { readonly packs: readonly Pack[]; readonly current: readonly string[] }): number {
  const law = lawOnWire(packs, current);
  const entries = [...law.limits.filter((pack) => pack.current).flatMap((pack) => [...pack.warning, ...pack.limits]), ...law.supervision.filter((pack) => pack.current).flatMap((pack) => pack.rules)];
  return entries.filter((entry) => !entry.verified).length;
}
