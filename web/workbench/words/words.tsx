import { createContext, useContext, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { nearestLanguage, type Language, type Localized } from '../../../contract/language.ts';
import type { uiMessages } from '../../../contract/messages/ui.ts';
import { workbenchMessages } from '../../../contract/messages/workbench.ts';
import { dayOf } from '../../ui/dates.ts';
import { speaker, uiSpeaker, type Speaker } from '../../ui/speak.ts';

/** Everything a component needs to speak: its own sentences, the shared ones, a text of the server in the reader's language, and today's day in Shenzhen. */
export interface Words {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly t: Speaker<typeof workbenchMessages>;
  readonly ui: Speaker<typeof uiMessages>;
  readonly of: (text: Localized) => string;
  readonly today: string;
}

const Context = createContext<Words | undefined>(undefined);

/** The language of the cookie the portal sets too, else the browser's. */
function firstLanguage(): Language {
  const kept = /(?:^|; )lang=([^;]+)/.exec(document.cookie)?.[1];
  return nearestLanguage(kept ?? navigator.languages.join(','));
}

/** Gives the language to everything inside; a change is kept for a year, also for the server's sentences. */
export function WordsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [language, setLanguage] = useState(firstLanguage);
  const client = useQueryClient();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = workbenchMessages['app.title'][language];
    document.cookie = `lang=${language}; path=/; max-age=31536000; samesite=lax`;
  }, [language]);
  const words = useMemo<Words>(() => ({
    language,
    setLanguage: (next) => {
      setLanguage(next);
      // What the server said in the old language (sentences of refusals) is asked for again.
      setTimeout(() => void client.invalidateQueries({ predicate: (query) => query.state.status === 'error' }));
    },
    t: speaker(workbenchMessages, language),
    ui: uiSpeaker(language),
    of: (text) => text[language],
    today: dayOf(new Date().toISOString()),
  }), [language, client]);
  return <Context value={words}>{children}</Context>;
}

/** The words of the page; only inside WordsProvider. */
export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new Error('useWords outside WordsProvider');
  return words;
}
