import { operationsWords } from '../../../contract/messages/operations.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';

/** The words of the settings page. */
export type OperationsSpeaker = Speaker<typeof operationsWords>;

/** The words of this screen in the reader's language. */
export const useOperationsWords = (): OperationsSpeaker => speaker(operationsWords, useWords().language);
