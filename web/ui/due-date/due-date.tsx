import type { ReactElement } from 'react';
import type { Language, Localized } from '../../../contract/language.ts';
import { dayWords, weekdayWords } from '../dates.ts';
import { DayStrip } from '../day-strip/day-strip.tsx';
import type { ShownPause } from '../day-strip/pauses.ts';
import type { ShownStripDay } from '../day-strip/strip-cells.ts';
import { Light, type LightState } from '../light/light.tsx';
import { uiSpeaker } from '../speak.ts';

/** A due date as the server sends it (contract/limits.ts Due; ExplainedDue with its strip), as far as it is shown. */
export interface ShownDue {
  readonly limit: 'notice' | 'correction' | 'statutory' | 'promised' | 'link' | 'special' | 'deferred' | 'promise_check' | 'service';
  readonly dueOn: string;
  readonly remaining: number | null;
  readonly light: LightState;
  /** day on which a clock that stands still goes on at the latest */
  readonly pausedUntil?: string | null;
  readonly provisional: boolean;
  readonly explanation: Localized;
  readonly strip?: readonly ShownStripDay[];
}

/** What a disclosure of the reasons needs besides the date itself. */
interface DueProps {
  readonly due: ShownDue;
  readonly language: Language;
  readonly today: string;
  /** the special procedures of the matter, so that hatched days say why */
  readonly pauses?: readonly Pick<ShownPause, 'pauseId' | 'ground' | 'document'>[];
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

/** What is left of a running clock, or when a clock that stands still goes on; empty for one that is over. */
export function standingWords(due: ShownDue, language: Language, today: string): string {
  if (due.light === 'paused' && due.pausedUntil) return uiSpeaker(language)('light.paused_until', { date: dayWords(due.pausedUntil, language, today) });
  return remainingWords(due, language);
}

/** The date that was promised, large, with what is left of it and, one tap away, why it is this day. `today` (YYYY-MM-DD) decides whether the year is said. */
export function DueDate({ due, language, today, pauses, hero = false }: DueProps & { readonly hero?: boolean }): ReactElement {
  const t = uiSpeaker(language);
  const standing = standingWords(due, language, today);
  return (
    <div className={hero ? `ym-due ym-due--hero ym-due--${due.light}` : `ym-due ym-due--${due.light}`}>
      <p className="ym-due__date">{dueWords(due, language, today)}</p>
      <p className="ym-due__left">
        <Light state={due.light} language={language} />
        {standing ? <> · {standing}</> : null} · {weekdayWords(due.dueOn, language)}
        {due.provisional ? <> · {t('due.provisional')}</> : null}
      </p>
      <details className="ym-due__why">
        <summary>{t('due.why')}</summary>
        <DueReason due={due} language={language} today={today} {...(pauses ? { pauses } : {})} />
      </details>
    </div>
  );
}

/** Why a date is the day it is: the sentence everybody reads, and its days where they came with it. */
export function DueReason({ due, language, today, pauses }: DueProps): ReactElement {
  const t = uiSpeaker(language);
  return (
    <div className="ym-due__reason">
      <p>{due.explanation[language]}{due.provisional ? ` ${t('due.provisional_why')}` : ''}</p>
      {due.strip ? <DayStrip strip={due.strip} language={language} today={today} {...(pauses ? { pauses } : {})} /> : null}
    </div>
  );
}

/** The same in one line, for lists. */
export function DueLine({ due, language, today }: { readonly due: ShownDue; readonly language: Language; readonly today: string }): ReactElement {
  const standing = standingWords(due, language, today);
  return (
    <span className="ym-due-line">
      {dueWords(due, language, today)}{standing ? ` · ${standing}` : ''} <Light state={due.light} language={language} />
    </span>
  );
}
