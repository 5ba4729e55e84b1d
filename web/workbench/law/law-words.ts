import { lawWords } from '../../../contract/messages/law.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';

/** The sentences of this screen in the reader's language. */
export function useLawWords(): Speaker<typeof lawWords> {
  return speaker(lawWords, useWords().language);
}
