import { useMemo } from 'react';
import type { Language } from '../../../contract/language.ts';
import { supervisionMessages } from '../../../contract/messages/supervision.ts';
import { orderScreenMessages } from '../../../contract/messages/workbench-orders.ts';
import { supervisionScreenMessages } from '../../../contract/messages/workbench-supervision.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';

/** The words of the supervisor's screens in the reader's language. */
export interface ScreenWords {
  readonly s: Speaker<typeof supervisionScreenMessages>;
  /** the words of the order screens */
  readonly o: Speaker<typeof orderScreenMessages>;
  /** states, acts and grounds of orders, as every face says them */
  readonly law: Speaker<typeof supervisionMessages>;
  /** "98.7%", a dash where there is nothing to count */
  readonly percent: (value: number | null) => string;
  /** "3 working days", "40 minutes" */
  readonly amount: (n: number, unit: 'working_day' | 'minute') => string;
  readonly list: (parts: readonly string[]) => string;
}

/** Shown for a number that cannot be said yet; the words beside it say why. */
export const dash = '–';

/** The words of these screens. */
export function useScreenWords(): ScreenWords {
  const { language } = useWords();
  return useMemo(() => screenWords(language), [language]);
}

function screenWords(language: Language): ScreenWords {
  const s = speaker(supervisionScreenMessages, language);
  const o = speaker(orderScreenMessages, language);
  return {
    s, o, law: speaker(supervisionMessages, language),
    percent: (value) => (value === null ? dash : s('percent', { percent: value })),
    amount: (n, unit) => o(n === 1 ? `unit.${unit}.one` : `unit.${unit}`, { n }),
    list: (parts) => parts.join(language === 'en' ? ', ' : '、'),
  };
}
