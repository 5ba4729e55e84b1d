import type { ReactElement } from 'react';
import { useKeyChanges } from './calls.ts';
import { useKeyWords } from './key-words.ts';

/** How many changes of the keys wait for this person's own decision, beside the entry of the menu; nothing where none do. */
export function KeysWaitingCount(): ReactElement | null {
  const { k } = useKeyWords();
  const count = useKeyChanges().data?.forMe ?? 0;
  return count > 0 ? <strong className="ym-numerals" title={k('waiting', { count })}>{count}</strong> : null;
}
