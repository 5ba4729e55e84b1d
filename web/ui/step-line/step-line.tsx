import type { ReactElement } from 'react';
import type { Language, Localized } from '../../../contract/language.ts';
import { limitMessages } from '../../../contract/messages/limits.ts';
import { dayOf, dayWords } from '../dates.ts';
import type { ShownPause } from '../day-strip/pauses.ts';
import { dueWords, standingWords, type ShownDue } from '../due-date/due-date.tsx';
import { Light } from '../light/light.tsx';
import { speaker, uiOrOther, uiSpeaker } from '../speak.ts';

/** One of several offices that do a step side by side (contract/matters.ts StepBranch). */
export interface ShownBranch {
  readonly code: string;
  readonly name: Localized;
  readonly unitName: Localized | null;
  readonly state: 'done' | 'now' | 'next' | 'stopped' | 'skipped';
  readonly startedAt: string | null;
  readonly doneAt: string | null;
  readonly due: ShownDue | null;
  readonly outcome: string | null;
}

/** What else happens in a step (contract/matters.ts StepNote). */
export interface ShownNote {
  readonly kind: 'asked' | 'answered' | 'looks_again';
  readonly unitName: Localized | null;
  readonly at: string;
  readonly dueOn: string | null;
}

/** A step of the progress as the server sends it (contract/matters.ts Step). */
export interface ShownStep extends ShownBranch {
  readonly branches?: readonly ShownBranch[] | undefined;
  readonly notes?: readonly ShownNote[] | undefined;
  readonly number?: string | undefined;
}

/** A step waits while its clock stands still on a lawful ground; a stopped one will not take place any more, because the matter has ended; a skipped one did not become necessary. */
function kindOf(step: ShownBranch, pauses: readonly ShownPause[]): 'done' | 'now' | 'next' | 'paused' | 'ended' {
  if (step.due?.light === 'paused' && step.state !== 'done') return 'paused';
  if (step.state === 'now' && pauses.some((pause) => !pause.over)) return 'paused';
  return step.state === 'stopped' || step.state === 'skipped' ? 'ended' : step.state;
}

/** The pauses that began during a step. */
function pausesIn(step: ShownStep, pauses: readonly ShownPause[]): readonly ShownPause[] {
  const { startedAt, doneAt } = step;
  return startedAt === null || step.code === 'received' || step.code === 'accepted' ? [] : pauses.filter((pause) => pause.fromAt >= startedAt && (doneAt === null || pause.fromAt < doneAt));
}

function Dates({ step, kind, language, today }: { readonly step: ShownBranch; readonly kind: ReturnType<typeof kindOf>; readonly language: Language; readonly today: string }): ReactElement | null {
  const t = uiSpeaker(language);
  const on = (instant: string) => ({ date: dayWords(dayOf(instant), language, today) });
  const outcome = step.outcome ? ` · ${uiOrOther(language, 'outcome', step.outcome)}` : '';
  if ((kind === 'done' || kind === 'ended') && step.doneAt) return <p className="ym-step__when ym-numerals">{t(kind === 'done' ? 'step.done_on' : 'step.ended_on', on(step.doneAt))}{outcome}</p>;
  if (kind === 'next' || kind === 'ended') return null;
  const standing = step.due ? standingWords(step.due, language, today) : '';
  return (
    <>
      {step.startedAt ? <p className="ym-step__when ym-numerals">{t('step.since', on(step.startedAt))}</p> : null}
      {step.due ? <p className="ym-step__due ym-numerals">{dueWords(step.due, language, today)}{standing ? ` · ${standing}` : ''} <Light state={step.due.light} language={language} /></p> : null}
    </>
  );
}

/** A pause as a gap in the line: ground, written notice, days, and who asked and who agreed. */
function Gap({ pause, language, today }: { readonly pause: ShownPause; readonly language: Language; readonly today: string }): ReactElement {
  const t = uiSpeaker(language);
  const procedure = speaker(limitMessages, language)(`limits.procedure.${pause.ground}`);
  const from = dayWords(dayOf(pause.fromAt), language, today);
  return (
    <div className={pause.over ? 'ym-step__gap' : 'ym-step__gap ym-step__gap--now'}>
      <p><strong>{t('step.pause', { procedure })}</strong></p>
      <p className="ym-numerals">{pause.untilOn ? t(pause.over ? 'step.pause.over' : 'step.pause.running', { from, until: dayWords(pause.untilOn, language, today) }) : from}{pause.document ? ` · ${t('step.pause.document', { document: pause.document })}` : ''}</p>
      {pause.proposer[language] || pause.approver[language] ? <p>{t('step.pause.by', { proposer: pause.proposer[language], approver: pause.approver[language] })}</p> : null}
    </div>
  );
}

/** Each office of a step done side by side, with its own dates. */
function Branches({ branches, language, today }: { readonly branches: readonly ShownBranch[]; readonly language: Language; readonly today: string }): ReactElement {
  const t = uiSpeaker(language);
  return (
    <ul className="ym-step__branches">
      {branches.map((one, at) => {
        const kind = kindOf(one, []);
        return (
          <li key={`${one.code} ${at}`} className={`ym-step__branch ym-step__branch--${kind}`}>
            <p><strong>{one.name[language]}</strong>{one.unitName ? ` · ${one.unitName[language]}` : ''} <span className="ym-step__state">{t(kind === 'paused' ? 'step.paused' : `step.${one.state}`)}</span></p>
            <Dates step={one} kind={kind} language={language} today={today} />
          </li>
        );
      })}
    </ul>
  );
}

/** What else happens in a step, in a sentence each. */
function Notes({ notes, language, today }: { readonly notes: readonly ShownNote[]; readonly language: Language; readonly today: string }): ReactElement {
  const t = uiSpeaker(language);
  const sentence = (note: ShownNote): string => {
    const said = { unit: note.unitName?.[language] ?? '', date: dayWords(dayOf(note.at), language, today), due: note.dueOn ? dayWords(note.dueOn, language, today) : '' };
    return t(note.kind === 'asked' && !note.dueOn ? 'step.note.asked_plain' : `step.note.${note.kind}`, said);
  };
  return <ul className="ym-step__notes">{notes.map((note) => <li key={`${note.kind} ${note.at} ${note.unitName?.['zh-CN'] ?? ''} ${note.dueOn ?? ''}`}>{sentence(note)}</li>)}</ul>;
}

/** The way of a matter as a vertical line: done with date and unit, now with whose turn it is and what is left, next in grey, each pause (see day-strip) drawn as a gap with its ground. */
export function StepLine({ steps, language, today, pauses = [] }: { readonly steps: readonly ShownStep[]; readonly language: Language; readonly today: string; readonly pauses?: readonly ShownPause[] }): ReactElement {
  const t = uiSpeaker(language);
  return (
    <ol className="ym-steps">
      {steps.map((step) => {
        const kind = kindOf(step, pauses);
        return (
          <li key={step.code} className={`ym-step ym-step--${kind}`} {...(kind === 'now' || kind === 'paused' ? { 'aria-current': 'step' } : {})}>
            <p className="ym-step__name">{step.name[language]} {kind === 'ended' && step.doneAt ? null : <span className="ym-step__state">{t(kind === 'paused' ? 'step.paused' : `step.${step.state}`)}</span>}</p>
            {step.unitName ? <p className="ym-step__unit">{step.unitName[language]}</p> : null}
            {step.number ? <p className="ym-step__when ym-numerals">{t('step.number', { number: step.number })}</p> : null}
            <Dates step={step} kind={kind} language={language} today={today} />
            {step.branches ? <Branches branches={step.branches} language={language} today={today} /> : null}
            {step.notes ? <Notes notes={step.notes} language={language} today={today} /> : null}
            {pausesIn(step, pauses).map((pause) => <Gap key={pause.pauseId} pause={pause} language={language} today={today} />)}
          </li>
        );
      })}
    </ol>
  );
}
