import { useMemo } from 'react';
import type { DayState } from '../../../contract/calendar.ts';
import type { Language, Localized, MessageParams } from '../../../contract/language.ts';
import { calendarActMessages } from '../../../contract/messages/calendar-acts.ts';
import { dayWords, weekdayWords } from '../../ui/dates.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';
import { isDay } from './day-facts.ts';

/** The words of the calendar screen. */
export interface CalendarWords {
  readonly c: Speaker<typeof calendarActMessages>;
  /** a code of the server, which may be newer than this page: then its own name */
  readonly coded: (code: string, params?: MessageParams) => string;
  readonly day: (on: string) => string;
  readonly dayAndWeekday: (on: string) => string;
  /** "holiday: National Day", or "outside the calendar" */
  readonly state: (state: DayState | null) => string;
  readonly list: (parts: readonly string[]) => string;
}

/** Parameters with days written as people write them. */
const inWords = (params: MessageParams, language: Language): MessageParams =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isDay(String(value)) ? dayWords(String(value), language) : value]));

/** The words of the calendar screen in the reader's language. */
export function useCalendarWords(): CalendarWords {
  const { language, t } = useWords();
  return useMemo(() => {
    const c = speaker(calendarActMessages, language);
    const of = (name: Localized | null): string => (name ? `${t('mark.colon')}${name[language]}` : '');
    return {
      c,
      coded: (code, params = {}) => (code in calendarActMessages ? c(code as keyof typeof calendarActMessages, inWords(params, language)) : code),
      day: (on) => dayWords(on, language),
      dayAndWeekday: (on) => (language === 'en' ? [weekdayWords(on, language), dayWords(on, language)] : [dayWords(on, language), weekdayWords(on, language)]).join(' '),
      state: (state) => (state ? c(`state.${state.is}`) + of(state.name) : c('state.outside')),
      list: (parts) => parts.join(language === 'en' ? ', ' : '、'),
    };
  }, [language, t]);
}
