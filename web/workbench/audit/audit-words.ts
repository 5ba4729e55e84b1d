import { auditWords } from '../../../contract/messages/access-log.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';

/** The words of these screens in the reader's language. */
export const useAuditWords = (): Speaker<typeof auditWords> => speaker(auditWords, useWords().language);
