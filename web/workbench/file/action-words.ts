import type { Language, Messages } from '../../../contract/language.ts';
import { historyMessages } from '../../../contract/messages/history.ts';

/** What a link came to, in words; nothing for what has no words. */
export const actionWords = (action: string, language: Language): string => (historyMessages as Messages)[`came.${action}`]?.[language] ?? '';
