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

/** A stopped step either waits (its clock stands still on a lawful ground) or will not take place any more, because the matter has ended. */
const kindOf = (step: ShownStep) => (step.state !== 'stopped' ? step.state : step.due?.light === 'paused' ? 'paused' : 'ended');

function Dates({ step, language, today }: { readonly step: ShownStep; readonly language: Language; readonly today: string }): ReactElement | null {
  const t = uiSpeaker(language);
  const on = (instant: string) => ({ date: dayWords(dayOf(instant), language, today) });
  const kind = kindOf(step);
  const outcome = step.outcome ? ` · ${uiOrOther(language, 'outcome', step.outcome)}` : '';
  if ((kind === 'done' || kind === 'ended') && step.doneAt) return <p className="ym-step__when ym-numerals">{t(kind === 'done' ? 'step.done_on' : 'step.ended_on', on(step.doneAt))}{outcome}</p>;
  if (kind === 'next' || kind === 'ended') return null;
  return (
    <>
      {step.startedAt ? <p className="ym-step__when ym-numerals">{t(kind === 'paused' ? 'step.stopped_since' : 'step.since', on(step.startedAt))}</p> : null}
      {step.due ? <p className="ym-step__due ym-numerals">{dueWords(step.due, language, today)}{remainingWords(step.due, language) ? ` · ${remainingWords(step.due, language)}` : ''} <Light state={step.due.light} language={language} /></p> : null}
    </>
  );
}

/** The way of a matter as a vertical line: done with date and unit, now with whose turn it is and what is left, next in grey, a pause drawn as a gap in the line. */
export function StepLine({ steps, language, today }: { readonly steps: readonly ShownStep[]; readonly language: Language; readonly today: string }): ReactElement {
  const t = uiSpeaker(language);
  return (
    <ol className="ym-steps">
      {steps.map((step) => (
        <li key={step.code} className={`ym-step ym-step--${kindOf(step)}`} {...(kindOf(step) === 'now' || kindOf(step) === 'paused' ? { 'aria-current': 'step' } : {})}>
          <p className="ym-step__name">{step.name[language]} {kindOf(step) === 'ended' && step.doneAt ? null : <span className="ym-step__state">{t(kindOf(step) === 'paused' ? 'step.paused' : `step.${step.state}`)}</span>}</p>
          {step.unitName ? <p className="ym-step__unit">{step.unitName[language]}</p> : null}
          <Dates step={step} language={language} today={today} />
        </li>
      ))}
    </ol>
  );
}
