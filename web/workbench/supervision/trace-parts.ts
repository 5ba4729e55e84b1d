/** The parts of a link's time as the bar draws them, in their order along it. */
export const traceParts = ['waited', 'worked', 'paused_unlawful', 'paused_lawful'] as const;
export type TracePart = (typeof traceParts)[number];

/** What is read of a link (contract/supervision.ts LinkShare): `used` = waited + worked + pausedUnlawful; what the law leaves out comes on top. */
export interface LinkTime {
  readonly used: number;
  readonly waitedUnclaimed: number;
  readonly worked: number;
  readonly pausedLawful: number;
  readonly pausedUnlawful: number;
  readonly late: number;
}

/** Each part's share of the longest link's whole time, in percent of the bar's width; parts of nothing are left out. */
export function partsOf(link: LinkTime, longest: number): readonly { readonly part: TracePart; readonly n: number; readonly width: number }[] {
  const n: Readonly<Record<TracePart, number>> = { waited: link.waitedUnclaimed, worked: link.worked, paused_unlawful: link.pausedUnlawful, paused_lawful: link.pausedLawful };
  return traceParts.flatMap((part) => (n[part] > 0 ? [{ part, n: n[part], width: longest === 0 ? 0 : (n[part] * 100) / longest }] : []));
}

/** The whole time of the longest link, lawful pauses included: the bar's full width. */
export const longestOf = (links: readonly LinkTime[]): number => links.reduce((most, link) => Math.max(most, link.used + link.pausedLawful), 0);

/** The columns of the table, added up. */
export function sumOf(links: readonly LinkTime[]): LinkTime {
  const start: LinkTime = { used: 0, waitedUnclaimed: 0, worked: 0, pausedLawful: 0, pausedUnlawful: 0, late: 0 };
  return links.reduce((sum, link) => ({
    used: sum.used + link.used, waitedUnclaimed: sum.waitedUnclaimed + link.waitedUnclaimed, worked: sum.worked + link.worked,
    pausedLawful: sum.pausedLawful + link.pausedLawful, pausedUnlawful: sum.pausedUnlawful + link.pausedUnlawful, late: sum.late + link.late,
  }), start);
}
