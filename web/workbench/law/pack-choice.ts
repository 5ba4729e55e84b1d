import type { Localized } from '../../../contract/language.ts';
import type { LawLimit, LawRule, LimitsPack } from '../../../contract/law.ts';

/** Where a pack stands on a day: it holds, will hold, has held, or was replaced by a better version and is kept for the facts that name it. */
export type PackState = 'in_force' | 'coming' | 'ended' | 'replaced';

/** The state of a pack on `today` (a day in Shenzhen, YYYY-MM-DD). */
export function stateOf(pack: Pick<LimitsPack, 'from' | 'to' | 'current'>, today: string): PackState {
  if (!pack.current) return 'replaced';
  if (pack.from > today) return 'coming';
  return pack.to !== null && pack.to < today ? 'ended' : 'in_force';
}

/** The pack that is shown first: the one in force, else the newest. */
export function firstShown<P extends Pick<LimitsPack, 'from' | 'to' | 'current'>>(packs: readonly P[], today: string): P | undefined {
  return packs.find((pack) => stateOf(pack, today) === 'in_force') ?? packs[0];
}

/** What a reader wants to see: words that an entry must hold, all of them, in whatever language; and perhaps only what nobody has checked. */
export interface Wanted {
  readonly text: string;
  readonly onlyUnverified: boolean;
}

/** The entries a reader wants, in their order. */
export function wantedOf<E extends LawLimit | LawRule>(entries: readonly E[], wanted: Wanted): readonly E[] {
  const parts = wanted.text.toLowerCase().split(/\s+/).filter((part) => part !== '');
  return entries.filter((entry) => !(wanted.onlyUnverified && entry.verified) && parts.every((part) => wordsOf(entry).includes(part)));
}

function wordsOf(entry: LawLimit | LawRule): string {
  const texts: readonly (Localized | null)[] = [entry.title, entry.source, entry.note, 'description' in entry ? entry.description : null];
  const own = 'lawId' in entry ? entry.lawId : entry.id;
  return [own, entry.address ?? '', ...texts.flatMap((text) => (text ? Object.values(text) : []))].join('\n').toLowerCase();
}
