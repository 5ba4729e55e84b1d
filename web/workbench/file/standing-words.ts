import { useMemo } from 'react';
import { standingMessages } from '../../../contract/messages/standing.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';

/** The words about where a matter stands, in the reader's language. */
export function useStandingWords(): Speaker<typeof standingMessages> {
  const { language } = useWords();
  return useMemo(() => speaker(standingMessages, language), [language]);
}
