import { useMemo } from 'react';
import { say, type MessageParams, type Messages } from '../../../contract/language.ts';
import { backofficeMessages, backofficeWords } from '../../../contract/messages/backoffices.ts';
import { matterMessages } from '../../../contract/messages/matters.ts';
import { momentWords } from '../../ui/dates.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';

/** The words of these screens. */
export interface BackofficeWords {
  readonly b: Speaker<typeof backofficeWords>;
  /** a word whose code came from the server, which may be newer than this page: then the code itself */
  readonly coded: (code: string, params?: MessageParams) => string;
  readonly moment: (at: string) => string;
  readonly list: (parts: readonly string[]) => string;
}

const known: Messages = { ...matterMessages, ...backofficeMessages, ...backofficeWords };

/** The words of these screens in the reader's language. */
export function useBackofficeWords(): BackofficeWords {
  const { language } = useWords();
  return useMemo(() => ({
    b: speaker(backofficeWords, language),
    coded: (code, params = {}) => {
      const text = known[code];
      return text ? say(text, language, params) : code;
    },
    moment: (at) => momentWords(at, language),
    list: (parts) => parts.join(language === 'en' ? ', ' : '、'),
  }), [language]);
}
