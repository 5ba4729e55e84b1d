import type { Grain } from './grain.ts';

/**
 * Which grains make up a net delay of `late` grains. First those by which links overran their own limits: all of them where they do not suffice, and where they are
 * more than the delay (other links made up for some) in proportion to the overruns, from each link its last ones. What is still missing are the last
 * counted grains of links that kept their own limits: they lie after the due moment, for at least `late` grains do. Always exactly `late` grains.
 */
export function lateGrains(grains: readonly Grain[], late: number): ReadonlySet<Grain> {
  const counted = grains.filter((grain) => grain.state !== 'paused_lawful');
  const overrun = counted.filter((grain) => grain.overrun);
  if (overrun.length >= late) return new Set(inProportion(overrun, late));
  const rest = counted.filter((grain) => !grain.overrun);
  return new Set([...overrun, ...last(rest, late - overrun.length)]);
}

const last = (grains: readonly Grain[], n: number): readonly Grain[] => (n <= 0 ? [] : grains.slice(-n));

/** The largest remainders get what whole numbers leave over; of equal ones the link that came first. */
function inProportion(overrun: readonly Grain[], late: number): readonly Grain[] {
  const byLink = new Map<string | null, Grain[]>();
  for (const grain of overrun) {
    const own = byLink.get(grain.linkId);
    if (own) own.push(grain);
    else byLink.set(grain.linkId, [grain]);
  }
  const parts = [...byLink.values()].map((own, index) => {
    const exact = (late * own.length) / overrun.length;
    return { own, index, whole: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  let missing = late - parts.reduce((sum, part) => sum + part.whole, 0);
  const wholes = parts.map((part) => part.whole);
  for (const part of [...parts].sort((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (missing <= 0) break;
    wholes[part.index] = part.whole + 1;
    missing -= 1;
  }
  return parts.flatMap((part) => last(part.own, wholes[part.index] ?? 0));
}
