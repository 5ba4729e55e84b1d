import type { ReactElement } from 'react';
import { useStaffChanges } from './calls.ts';
import { useStaffWords } from './staff-words.ts';

/** How many changes of staff wait for this person's own decision, beside the entry of the menu; nothing where none do. */
export function WaitingCount(): ReactElement | null {
  const { s } = useStaffWords();
  const count = useStaffChanges().data?.forMe ?? 0;
  return count > 0 ? <strong className="ym-numerals" title={s('changes.waiting', { count })}>{count}</strong> : null;
}
