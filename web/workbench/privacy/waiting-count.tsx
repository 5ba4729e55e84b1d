import type { ReactElement } from 'react';
import { useWords } from '../words/words.tsx';
import { useErasures, useHolds } from './calls.ts';
import { waitingFor } from './waiting.ts';

/** How many erasures and releases wait for this person's own decision, beside the entry of the menu; nothing where none do. */
export function PrivacyWaitingCount(): ReactElement | null {
  const { t } = useWords();
  const count = waitingFor(useErasures().data?.erasures ?? [], useHolds().data?.holds ?? []);
  return count > 0 ? <strong className="ym-numerals" title={t('screen.privacy_waiting', { count })}>{count}</strong> : null;
}
