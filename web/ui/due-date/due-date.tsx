import type { ReactElement } from 'react';
import type { Language, Localized } from '../../../contract/language.ts';
import { dayWords, weekdayWords } from '../dates.ts';
import { Light, type LightState } from '../light/light.tsx';
import { uiSpeaker } from '../speak.ts';

/** A due date as the server sends it (contract/matters.ts Due), as far as it is shown. */
export interface ShownDue {
  readonly limit: 'notice' | 'statutory' | 'promised' | 'link' | 'service';
  readonly dueOn: string;
  readonly remaining: number | null;
  readonly light: LightState;
  readonly provisional: boolean;
  readonly explanation: Localized;
}

/** "Expected to be done by 3 December": the day of a limit as a phrase. */
export function dueWords(due: ShownDue, language: Language, today: string): string {
  return uiSpeaker(language)(`due.${due.limit}`, { date: dayWords(due.dueOn, language, today) });
}

/** "6 working days left", "due today", "2 working days late"; empty for a clock that stands still or is done. */
export function remainingWords(due: ShownDue, language: Language): string {
  const t = uiSpeaker(language);
  if (due.remaining === null) return '';
  if (due.remaining === 0) return t('due.today');
  if (due.remaining < 0) return t(due.remaining === -1 ? 'due.late_one' : 'due.late', { days: -due.remaining });
  return t(due.remaining === 1 ? 'due.left_one' : 'due.left', { days: due.remaining });
}

/** The date that was promised, large, with what is left of it and, one tap away, why it is this day. `today` (YYYY-MM-DD) decides whether the year is said. */
export function DueDate({ due, language, today, hero = false }: { readonly due: ShownDue; readonly language: Language; readonly today: string; readonly hero?: boolean }): ReactElement {
  const t = uiSpeaker(language);
  const left = remainingWords(due, language);
  return (
    <div className={hero ? `ym-due ym-due--hero ym-due--${due.light}` : `ym-due ym-due--${due.light}`}>
      <p className="ym-due__date">{dueWords(due, language, today)}</p>
      <p className="ym-due__left">
        <Light state={due.light} language={language} />
        {left ? <> · {left}</> : null} · {weekdayWords(due.dueOn, language)}
        {due.provisional ? <> · {t('due.provisional')}</> : null}
      </p>
      <details className="ym-due__why">
        <summary>{t('due.why')}</summary>
        <p>{due.explanation[language]}{due.provisional ? ` ${t('due.provisional_why')}` : ''}</p>
      </details>
    </div>
  );
}

/** The same in one line, for lists. */
export function DueLine({ due, language, today }: { readonly due: ShownDue; readonly language: Language; readonly today: string }): ReactElement {
  const left = remainingWords(due, language);
  return (
    <span className="ym-due-line">
      {dueWords(due, language, today)}{left ? ` · ${left}` : ''} <Light state={due.light} language={language} />
    </span>
  );
}
