import type { ReactElement } from 'react';
import type { Language, Localized } from '../../../contract/language.ts';
import { dayOf, dayWords } from '../dates.ts';
import { dueWords, remainingWords, type ShownDue } from '../due-date/due-date.tsx';
import { Light } from '../light/light.tsx';
import { uiOrOther, uiSpeaker } from '../speak.ts';

/** A step of the progress as the server sends it (contract/matters.ts Step). */
export interface ShownStep {
  readonly code: string;
  readonly name: Localized;
  readonly unitName: Localized | null;
  readonly state: 'done' | 'now' | 'next' | 'stopped';
  readonly startedAt: string | null;
  readonly doneAt: string | null;
  readonly due: ShownDue | null;
  readonly outcome: string | null;
}

function Dates({ step, language, today }: { readonly step: ShownStep; readonly language: Language; readonly today: string }): ReactElement | null {
  const t = uiSpeaker(language);
  if (step.state === 'done' && step.doneAt) return <p className="ym-step__when ym-numerals">{t('step.done_on', { date: dayWords(dayOf(step.doneAt), language, today) })}{step.outcome ? ` · ${uiOrOther(language, 'outcome', step.outcome)}` : ''}</p>;
  if (step.state === 'next') return null;
  return (
    <>
      {step.startedAt ? <p className="ym-step__when ym-numerals">{t(step.state === 'stopped' ? 'step.stopped_since' : 'step.since', { date: dayWords(dayOf(step.startedAt), language, today) })}</p> : null}
      {step.due ? <p className="ym-step__due ym-numerals">{dueWords(step.due, language, today)}{remainingWords(step.due, language) ? ` · ${remainingWords(step.due, language)}` : ''} <Light state={step.due.light} language={language} /></p> : null}
    </>
  );
}

/** The way of a matter as a vertical line: done with date and unit, now with whose turn it is and what is left, next in grey, a stop drawn as a gap in the line. */
export function StepLine({ steps, language, today }: { readonly steps: readonly ShownStep[]; readonly language: Language; readonly today: string }): ReactElement {
  const t = uiSpeaker(language);
  return (
    <ol className="ym-steps">
      {steps.map((step) => (
        <li key={step.code} className={`ym-step ym-step--${step.state}`} {...(step.state === 'now' || step.state === 'stopped' ? { 'aria-current': 'step' } : {})}>
          <p className="ym-step__name">{step.name[language]} <span className="ym-step__state">{t(`step.${step.state}`)}</span></p>
          {step.unitName ? <p className="ym-step__unit">{step.unitName[language]}</p> : null}
          <Dates step={step} language={language} today={today} />
        </li>
      ))}
    </ol>
  );
}
