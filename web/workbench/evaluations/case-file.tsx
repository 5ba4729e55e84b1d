import { useState, type ReactElement } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { CaseCommand, CaseDue, CaseStep, CaseView } from '../../../contract/evaluations.ts';
import { dayWords, momentWords } from '../../ui/dates.ts';
import { Face } from '../../ui/face/face.tsx';
import { Light } from '../../ui/light/light.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { answered, api } from '../server/api.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { ActSheet, type SheetAct } from './act-sheet.tsx';
import { useCase } from './calls.ts';
import { useEvaluationWords, wordOf } from './evaluation-words.ts';

/** The file of a case: what was said, by when what must be done, what was done, and the acts that are open to the reader. */
export function CaseFile({ caseId }: { readonly caseId: string }): ReactElement {
  const found = useCase(caseId);
  if (found.isPending) return <div className="wb-file"><SkeletonRows count={4} height="card" /></div>;
  if (found.isError) return <div className="wb-file"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div>;
  return <WholeCase view={found.data} />;
}

function WholeCase({ view }: { readonly view: CaseView }): ReactElement {
  const w = useEvaluationWords();
  const { of, language } = useWords();
  return (
    <article className="wb-file" aria-labelledby="case-title">
      <header className="wb-file__head">
        <h2 id="case-title" className="wb-case-title">{view.grade ? <><Face grade={view.grade} /> {w(`grade.${view.grade}`)}</> : <>{w('desk.complaint')} · {view.ground ? w(`ground.${view.ground}`) : ''}</>}</h2>
        <p className="wb-file__line">
          <Tag tone={view.status === 'closed' ? 'good' : 'wait'}>{w(`case.${view.status}`)}</Tag>
          {view.outcome ? <Tag>{w(`outcome.${view.outcome}`)}</Tag> : null}
          {view.appeal ? <Tag tone="info">{w(`desk.appeal_${view.appeal}`)}</Tag> : null}
          <span>{of(view.itemName)} · <span className="ym-numerals">{view.number}</span></span>
        </p>
        <dl className="wb-pairs wb-pairs--inline">
          <div><dt>{w('desk.unit')}</dt><dd>{of(view.unitName)}</dd></div>
          <div><dt>{w('desk.person')}</dt><dd>{view.personMasked}</dd></div>
          {view.channel ? <div><dt>{w('desk.channel')}</dt><dd>{w(`channel.${view.channel}`)}</dd></div> : null}
        </dl>
        <p className="ym-quiet">{w('desk.hidden')}</p>
      </header>
      <section className="wb-part">
        <blockquote className="wb-said">{view.words || <span className="ym-quiet">{w('desk.no_words')}</span>}</blockquote>
        {view.tags.length > 0 ? <p>{view.tags.map((tag) => <Tag key={tag}>{w(`tag.${tag}`)}</Tag>)}</p> : null}
      </section>
      <section className="wb-part"><h3>{w('desk.clocks')}</h3><ul className="wb-case-dues">{view.dues.map((due) => <DueRow key={due.limitId} due={due} />)}</ul></section>
      <section className="wb-part"><h3>{w('desk.steps')}</h3><ol className="wb-case-steps">{view.steps.map((step) => <StepRow key={step.seq} step={step} language={language} />)}</ol></section>
      <Acts view={view} />
    </article>
  );
}

function DueRow({ due }: { readonly due: CaseDue }): ReactElement {
  const w = useEvaluationWords();
  const { ui, language, today } = useWords();
  return (
    <li>
      <strong>{w(`limit.${due.limit}`)}</strong> {dayWords(due.dueOn, language, today)} <Light state={due.light} language={language} />
      <details><summary>{ui('due.why')}</summary><p>{due.explanation[language]}</p></details>
    </li>
  );
}

function StepRow({ step, language }: { readonly step: CaseStep; readonly language: Parameters<typeof wordOf>[0] }): ReactElement {
  const { of, today } = useWords();
  const details = Object.entries(step.details).map(([name, value]) => wordOf(language, `detail.${name}.${String(value)}`)).filter(Boolean);
  return (
    <li>
      <span className="ym-numerals ym-quiet">{momentWords(step.at, language, today)}</span> <strong>{wordOf(language, `step.${step.kind}`) || step.kind}</strong>{details.length > 0 ? ` · ${details.join(language === 'en' ? ', ' : '，')}` : ''}
      {step.byName || step.byUnit ? <span className="ym-quiet"> · {[step.byUnit ? of(step.byUnit) : '', step.byName].filter(Boolean).join(' ')}</span> : null}
      {step.words ? <p>{step.words}</p> : null}
    </li>
  );
}

const keysOf: Readonly<Partial<Record<CaseCommand, string>>> = { verify: 'A', decide_complaint: 'A', mend: 'A', call_back: 'A', decide_appeal: 'D', raise_appeal: 'P', show_contact: 'T' };
const sheetActs: readonly SheetAct[] = ['verify', 'decide_complaint', 'mend', 'call_back', 'decide_appeal', 'raise_appeal'];

/** What may be done now: every button comes from the server's answer. */
function Acts({ view }: { readonly view: CaseView }): ReactElement | null {
  const w = useEvaluationWords();
  const [open, setOpen] = useState<SheetAct | null>(null);
  const contact = useMutation({ mutationFn: () => answered(api.POST('/api/v1/evaluations/cases/{caseId}/show-contact', { params: { path: { caseId: view.caseId } } })) });
  const acts = sheetActs.filter((act) => view.allowed.includes(act));
  const mayCall = view.allowed.includes('show_contact');
  useKeys([
    ...acts.flatMap((act) => (keysOf[act] ? [{ keys: keysOf[act], does: w(`act.${act}`), run: () => setOpen(act) }] : [])),
    ...(mayCall ? [{ keys: 'T', does: w('act.show_contact'), run: () => contact.mutate() }] : []),
  ]);
  if (acts.length === 0 && !mayCall) return null;
  return (
    <div className="wb-acts ym-no-print">
      {contact.isError ? <FailureNotice error={contact.error} /> : null}
      {contact.data ? <Notice title={`${contact.data.name} ${contact.data.phone ?? w('contact.none')}`}><p>{w('contact.recorded')}</p></Notice> : null}
      <div className="wb-acts__row">
        {acts.map((act, i) => <ActButton key={act} kind={act === 'raise_appeal' ? 'quiet' : i === 0 ? 'primary' : 'secondary'} keys={keysOf[act]} onClick={() => setOpen(act)}>{w(`act.${act}`)}</ActButton>)}
        {mayCall ? <ActButton kind="secondary" icon="phone" keys="T" busy={contact.isPending} onClick={() => contact.mutate()}>{w('act.show_contact')}</ActButton> : null}
      </div>
      {open ? <ActSheet view={view} act={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}
