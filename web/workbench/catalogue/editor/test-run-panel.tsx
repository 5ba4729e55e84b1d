import { useState, type ReactElement } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { TestRun, TestRunBody, TestRunStep } from '../../../../contract/catalogue-admin.ts';
import type { Item } from '../../../../contract/catalogue.ts';
import type { editorMessages } from '../../../../contract/messages/workbench-editor.ts';
import { dayWords } from '../../../ui/dates.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ActButton } from '../../keys/act-button.tsx';
import { ChoiceField, TypedField } from '../../process/typed-field.tsx';
import { ProblemList } from '../../process/problem-list.tsx';
import { FailureNotice, SkeletonRows } from '../../shell/states.tsx';
import { CommunityPicker } from '../../units/community-picker.tsx';
import { useKnownUnits } from '../../units/place-words.ts';
import { useWords } from '../../words/words.tsx';
import { playChange } from './calls.ts';
import { useEditorWords, type EditorSpeaker } from './editor-context.tsx';
import type { Filled } from './preview.tsx';

interface Props {
  readonly changeId: string;
  readonly revision: number;
  readonly item: Item;
  readonly index: number;
  readonly filled: Filled;
  /** whether everything typed is saved: what is played is what is saved */
  readonly saved: boolean;
}

type Steps = TestRunBody['steps'];

/** Plays an invented application on the draft: who would accept and handle it, until when, and why; each waiting link is ended by pressing its outcome. */
export function TestRunPanel({ changeId, revision, item, index, filled, saved }: Props): ReactElement {
  const t = useEditorWords();
  const [areaUnit, setAreaUnit] = useState('');
  const [channel, setChannel] = useState<TestRunBody['channel']>('online');
  const [applicant, setApplicant] = useState<TestRunBody['applicant']>('person');
  const [filedOn, setFiledOn] = useState('');
  const [steps, setSteps] = useState<Steps>([]);
  const [playedAt, setPlayedAt] = useState(0);
  const handling = item.handling_items[index] ?? item.handling_items[0];
  const play = useMutation({ mutationFn: (body: TestRunBody) => playChange(changeId, body), onSuccess: () => setPlayedAt(revision) });
  const run = (next: Steps): void => {
    if (!handling) return;
    setSteps(next);
    play.mutate({ handlingItem: handling.task_handle_item, areaUnit, channel, applicant, answers: { ...filled.answers }, form: { ...filled.form }, ...(filedOn === '' ? {} : { filedOn }), steps: next });
  };
  useKnownUnits([areaUnit]);
  return (
    <div className="ed-run">
      <p className="ym-quiet">{t('run.why')}</p>
      <div className="ym-field"><label className="ym-field__label" id="run-area-label" htmlFor="run-area">{t('run.area')}</label><CommunityPicker id="run-area" value={areaUnit} labelledBy="run-area-label" onPick={setAreaUnit} /></div>
      <div className="ed-row">
        <ChoiceField label={t('run.channel')} value={channel} choices={(['online', 'window'] as const).map((one) => ({ value: one, text: t(`run.${one}`) }))} onChoose={(one) => setChannel(one as TestRunBody['channel'])} />
        <ChoiceField label={t('run.applicant')} value={applicant} choices={(['person', 'organisation'] as const).map((one) => ({ value: one, text: t(`run.${one}`) }))} onChoose={(one) => setApplicant(one as TestRunBody['applicant'])} />
        <TypedField label={t('run.filed_on')} value={filedOn} short maxLength={10} placeholder="2026-11-23" fits={(text) => text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text)} onTyped={setFiledOn} />
      </div>
      {saved ? null : <p className="ym-quiet">{t('run.save_first')}</p>}
      <p className="pr-row">
        <ActButton kind="primary" disabled={!saved || areaUnit === '' || !handling} busy={play.isPending} onClick={() => run([])}>{t(play.data ? 'run.again' : 'run.start')}</ActButton>
        {steps.length > 0 ? <ActButton kind="secondary" disabled={!saved} onClick={() => run(steps.slice(0, -1))}>{t('run.back')}</ActButton> : null}
      </p>
      {play.isError ? <FailureNotice error={play.error} /> : null}
      {play.isPending && !play.data ? <SkeletonRows count={4} /> : null}
      {play.data ? <Outcome run={play.data} stale={playedAt !== revision} item={item} index={index} onStep={(step) => run([...steps, step])} busy={play.isPending || !saved} /> : null}
    </div>
  );
}

interface OutcomeProps {
  readonly run: TestRun;
  readonly stale: boolean;
  readonly item: Item;
  readonly index: number;
  readonly busy: boolean;
  readonly onStep: (step: Steps[number]) => void;
}

/** An outcome as people say it; one of the process's own making as it is. */
export function outcomeWords(t: EditorSpeaker, outcome: string): string {
  const code = `outcome.${outcome}` as keyof typeof editorMessages;
  const said = t(code);
  return said === code ? outcome : said;
}

function Outcome({ run, stale, item, index, busy, onStep }: OutcomeProps): ReactElement {
  const t = useEditorWords();
  const { of, ui, language } = useWords();
  const day = (on: string): string => dayWords(on, language);
  const questions = item.handling_items[index]?.questions ?? [];
  const open = run.checklist.openQuestions.map((id) => of(questions.find((one) => one.id === id)?.text ?? { 'zh-CN': id, 'zh-HK': id, en: id }));
  const { notEligible } = run.checklist;
  const fields = item.handling_items[index]?.form.ui.pages.flatMap((page) => page.fields) ?? [];
  const fieldLabel = (pointer: string): string => {
    const name = pointer.split('/').at(-1) ?? '';
    const label = fields.find((field) => field.name === name)?.label;
    return (label && of(label)) || name;
  };
  return (
    <div aria-live="polite">
      {stale ? <Notice kind="wait">{t('run.stale')}</Notice> : null}
      {notEligible ? <Notice kind="wait">{t('run.not_eligible', { reason: of(notEligible.reason) })}</Notice> : null}
      {open.length > 0 ? <Notice>{t('run.open_questions', { list: open.join(language === 'en' ? '; ' : '；') })}</Notice> : null}
      {run.formFaults.length > 0 ? <Notice title={t('run.form_faults')}><ul className="wb-posts">{run.formFaults.map((one) => <li key={`${one.pointer} ${one.code}`}><strong>{fieldLabel(one.pointer)}</strong> {of(one.text)}</li>)}</ul></Notice> : null}
      {run.problems.length > 0 ? <ProblemList problems={run.problems.map((one, i) => ({ key: String(i), grade: one.grade, text: one.text }))} /> : null}
      <p>{run.accepting ? t('run.accepting', { name: of(run.accepting.name) }) : ''} {run.handling ? t('run.handling_by', { name: of(run.handling.name) }) : ''} {t('run.materials', { count: run.checklist.materials.length })}</p>
      {run.overridden.length > 0 ? <p className="ym-quiet">{t('run.overridden', { list: run.overridden.join(', ') })}</p> : null}
      {run.dues.length > 0 ? <><h3>{t('run.dues')}</h3><ul className="ed-dues">{run.dues.map((due) => <li key={due.limit}><strong>{ui(`limit.${due.limit}` as 'limit.promised')}</strong> {day(due.dueOn)}<br /><span className="ym-quiet">{of(due.explanation)}</span></li>)}</ul></> : null}
      <h3>{t('run.timeline')}</h3>
      <ol className="ed-timeline">{run.steps.map((step, i) => <StepLine key={`${step.element} ${i}`} step={step} busy={busy} onStep={onStep} day={day} />)}</ol>
      {run.outcome && run.endedOn ? <Notice kind={run.outcome === 'granted' ? 'good' : 'info'} title={t('run.ended', { on: day(run.endedOn), outcome: outcomeWords(t, run.outcome) })} /> : null}
    </div>
  );
}

function StepLine({ step, busy, onStep, day }: { readonly step: TestRunStep; readonly busy: boolean; readonly onStep: (step: Steps[number]) => void; readonly day: (on: string) => string }): ReactElement {
  const t = useEditorWords();
  const { of } = useWords();
  const [days, setDays] = useState('0');
  const done = step.doneOn !== null;
  return (
    <li className={done ? 'ed-step ed-step--done' : 'ed-step'}>
      <strong>{step.what === 'service' && step.name['zh-CN'] === 'issue_result' ? t('run.issue_result') : of(step.name)}</strong>{step.entry ? ` (${step.entry})` : ''} {step.institutionName ? <span className="ym-quiet">{of(step.institutionName)}</span> : null}
      <div className="ym-quiet">{done ? t('run.done', { on: day(step.doneOn ?? ''), outcome: outcomeWords(t, step.outcome ?? '') }) : t('run.opened', { on: day(step.openedOn) })}{step.due ? ` · ${t('run.due', { on: day(step.due.dueOn) })}` : ''}{step.late ? <strong className="ed-late"> ■ {t('run.late')}</strong> : null}</div>
      {step.due && !done ? <div className="ym-quiet">{of(step.due.explanation)}</div> : null}
      {!done && step.choices.length > 0 ? (
        <div className="pr-row ed-step__acts">
          <label>{t('run.after')} <input className="ym-input ed-days" inputMode="numeric" value={days} maxLength={3} onChange={(event) => setDays(event.target.value.replace(/\D/g, ''))} /></label>
          {step.choices.map((outcome) => <button key={outcome} type="button" className="pr-small" disabled={busy} onClick={() => onStep({ element: step.element, outcome, ...(Number(days) > 0 ? { afterWorkingDays: Number(days) } : {}) })}>{outcomeWords(t, outcome)}</button>)}
        </div>
      ) : null}
    </li>
  );
}
