import { useMemo } from 'react';
import { processMessages } from '../../../contract/messages/workbench-process.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';

/** Says the sentences of the process editor. */
export type ProcessSpeaker = Speaker<typeof processMessages>;

/** The words of the process editor in the reader's language. */
export function useProcessWords(): ProcessSpeaker {
  const { language } = useWords();
  return useMemo(() => speaker(processMessages, language), [language]);
}
