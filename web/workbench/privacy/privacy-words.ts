import { privacyDeskMessages } from '../../../contract/messages/privacy-desk.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';

/** The words of this screen in the reader's language. */
export const usePrivacyWords = (): Speaker<typeof privacyDeskMessages> => speaker(privacyDeskMessages, useWords().language);
