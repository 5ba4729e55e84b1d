/** What of a person may go on a day, and what a duty or a hold keeps. Pure. */
import type { Id } from '../../kernel/ids.ts';
import type { LocalDay } from '../../kernel/instant.ts';

/** A matter of the person as far as erasing asks. */
export interface OwnMatter {
  readonly matterId: Id;
  readonly number: string;
  /** last day of its life; null while it is open */
  readonly endedOn: LocalDay | null;
  readonly held: boolean;
  /** its key is destroyed already */
  readonly gone: boolean;
}

/** A matter that stays. `reason`: still open, kept by the archive rule, or by a legal hold. */
export interface Staying {
  readonly matterId: Id;
  readonly number: string;
  readonly reason: 'open' | 'archive' | 'hold';
  readonly keptUntil: LocalDay | null;
}

/** What goes and what stays. */
export interface ErasurePlan {
  readonly goes: readonly Id[];
  readonly stays: readonly Staying[];
  /** nothing stays: the person goes too */
  readonly whole: boolean;
  /** the day on which the last of it may go; null where that cannot be told yet, or nothing stays */
  readonly keptUntil: LocalDay | null;
}

/** Plans an erasure on a day. `until` says from which day on a matter that ended then is kept no longer (null: for good); a hold wins over everything. */
export function planErasure(matters: readonly OwnMatter[], personHeld: boolean, today: LocalDay, until: (endedOn: LocalDay) => LocalDay | null): ErasurePlan {
  const goes: Id[] = [];
  const stays: Staying[] = [];
  for (const matter of matters) {
    if (matter.gone) continue;
    const keptUntil = matter.endedOn === null ? null : until(matter.endedOn);
    const reason = matter.held || personHeld ? 'hold' : matter.endedOn === null ? 'open' : keptUntil === null || keptUntil > today ? 'archive' : null;
    if (reason === null) goes.push(matter.matterId);
    else stays.push({ matterId: matter.matterId, number: matter.number, reason, keptUntil: reason === 'archive' ? keptUntil : null });
  }
  const days = stays.map((one) => one.keptUntil);
  const told = days.length > 0 && !days.includes(null) && !personHeld;
  return { goes, stays, whole: stays.length === 0 && !personHeld, keptUntil: told ? [...(days as LocalDay[])].sort().at(-1) ?? null : null };
}
