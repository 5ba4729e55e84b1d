import { useMemo } from 'react';
import { myAccountMessages } from '../../../contract/messages/my-account.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';

/** The words of one's own account in the reader's language. */
export function useAccountWords(): Speaker<typeof myAccountMessages> {
  const { language } = useWords();
  return useMemo(() => speaker(myAccountMessages, language), [language]);
}
