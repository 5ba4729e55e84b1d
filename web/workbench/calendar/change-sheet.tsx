import { useState, type ReactElement, type ReactNode } from 'react';
import type { CalendarChange } from '../../../contract/calendar.ts';
import { momentWords } from '../../ui/dates.ts';
import { Field } from '../../ui/field/field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { useCalendarWords } from './calendar-words.ts';
import { useCalendarChange, useDecideChange, type ChangeAct } from './calls.ts';
import { ChangeState } from './change-list.tsx';
import { SourceLink } from './day-panel.tsx';
import { EffectView } from './effect-view.tsx';

/** One change, whole: what it says, what it does, who proposed and who decided it; for whom it waits, the acts. */
export function ChangeSheet({ changeId, onClose }: { readonly changeId: string; readonly onClose: () => void }): ReactElement {
  const { c } = useCalendarWords();
  const change = useCalendarChange(changeId);
  if (change.data) return <OpenChange key={changeId} change={change.data} onClose={onClose} />;
  return (
    <Sheet title={c('changes.what')} onClose={onClose} aside>
      {change.isError ? <FailureNotice error={change.error} onRetry={() => void change.refetch()} /> : <SkeletonRows count={8} />}
    </Sheet>
  );
}

function OpenChange({ change, onClose }: { readonly change: CalendarChange; readonly onClose: () => void }): ReactElement {
  const { of, t } = useWords();
  const { c, coded } = useCalendarWords();
  const decide = useDecideChange(change);
  const [rejecting, setRejecting] = useState(false);
  const [words, setWords] = useState('');
  const may = (act: ChangeAct['act']): boolean => change.allowed.includes(act);
  const run = (act: ChangeAct): void => {
    if (!decide.isPending) decide.mutate(act);
  };
  const main = rejecting ? () => run({ act: 'reject', words }) : () => run({ act: 'approve' });
  return (
    <Sheet
      title={of(change.name)} onClose={onClose} aside bindings={may('approve') ? [{ keys: 'Ctrl+Enter', does: c(rejecting ? 'change.reject' : 'change.approve'), run: main }] : []}
      foot={(
        <>
          {may('approve') && !rejecting ? <ActButton kind="primary" keys="Ctrl+Enter" busy={decide.isPending} disabled={change.effect === null} onClick={main}>{c('change.approve')}</ActButton> : null}
          {may('reject') ? <ActButton kind="danger" busy={decide.isPending} {...(rejecting ? { keys: 'Ctrl+Enter' } : {})} onClick={rejecting ? main : () => setRejecting(true)}>{c('change.reject')}</ActButton> : null}
          {may('withdraw') ? <ActButton kind="danger" busy={decide.isPending} onClick={() => run({ act: 'withdraw' })}>{c('change.withdraw')}</ActButton> : null}
          <ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton>
        </>
      )}
    >
      {decide.isError ? <FailureNotice error={decide.error} /> : null}
      {change.status === 'proposed' && !may('approve') ? <Notice kind="info" title={c('change.waits')} /> : null}
      {change.faults.length > 0 ? <Notice kind="bad" title={c('change.cannot')}><ul>{change.faults.map((fault) => <li key={fault.pointer + fault.code}>{coded(fault.code, fault.params)}</li>)}</ul></Notice> : null}
      {rejecting ? (
        <Field id="reject-words" label={c('change.words')}>{(control) => <textarea {...control} className="ym-input ym-text-area" rows={3} maxLength={1_000} value={words} autoFocus onChange={(event) => setWords(event.target.value)} />}</Field>
      ) : null}
      <ChangeLines change={change} />
      {change.effect ? <EffectView effect={change.effect} done={change.status === 'approved'} /> : null}
    </Sheet>
  );
}

function ChangeLines({ change }: { readonly change: CalendarChange }): ReactElement {
  const { of, language } = useWords();
  const { c, day, dayAndWeekday, list } = useCalendarWords();
  const person = (name: string, at: string): string => c('change.person_at', { name, at: momentWords(at, language) });
  const lines: readonly (readonly [string, ReactNode])[] = [
    [c('changes.state'), <ChangeState key="state" change={change} />],
    ...(change.number === null ? [] : [[c('changes.number'), change.number] as const]),
    [c('propose.kind'), c(`change_kind.${change.kind}`) + (change.year === null ? '' : ` · ${c('year.title', { year: change.year })}`)],
    ...(change.kind === 'closure' ? [[c('changes.days'), list(change.days.map((one) => dayAndWeekday(one.on)))] as const] : []),
    ...(change.repeals ? [[c('change.repeals'), `${change.repeals.number ?? ''} ${of(change.repeals.name)}`] as const] : []),
    [c('day.notice'), change.document],
    [c('day.issued'), day(change.documentOn)],
    ...(change.link ? [[c('day.link'), <SourceLink key="link" url={change.link} />] as const] : []),
    [c('change.reason'), change.reason],
    [c('changes.proposed_by'), person(change.proposedBy.name, change.proposedAt)],
    ...(change.decidedBy && change.decidedAt ? [[c('changes.decided_by'), person(change.decidedBy.name, change.decidedAt)] as const] : []),
    ...(change.words ? [[c('change.words'), change.words] as const] : []),
    ...(change.version ? [[c('change.version'), <code key="version">{change.version}</code>] as const] : []),
  ];
  return <dl className="wb-pairs">{lines.map(([name, value]) => <div key={name} className="wb-pairs__line"><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}
