import { useState, type ReactElement, type ReactNode } from 'react';
import type { KeyChange } from '../../../contract/key-changes.ts';
import { momentWords } from '../../ui/dates.ts';
import { Field } from '../../ui/field/field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { useDecideKeyChange, useKeyChange, type KeyChangeAct } from './calls.ts';
import { commandOf, useKeyWords } from './key-words.ts';

const tones: Readonly<Record<KeyChange['status'], TagTone>> = { proposed: 'wait', approved: 'wait', expired: 'plain', begun: 'wait', done: 'good', rejected: 'bad', withdrawn: 'plain' };

/** Where a change is in its life; and for ever, that one person decided it alone. */
export function KeyChangeState({ change }: { readonly change: KeyChange }): ReactElement {
  const { k } = useKeyWords();
  return <><Tag tone={tones[change.status]}>{k(`status.${change.status}`)}</Tag>{change.founding ? <> <Tag tone="wait">{k('founding')}</Tag></> : null}</>;
}

/** One change, whole: what it does, why, both persons, what the operator types, what came of it; for whom it waits, the acts. */
export function KeyChangeSheet({ changeId, onClose }: { readonly changeId: string; readonly onClose: () => void }): ReactElement {
  const { k } = useKeyWords();
  const change = useKeyChange(changeId);
  if (change.data) return <OpenChange change={change.data} onClose={onClose} />;
  return <Sheet title={k('what')} onClose={onClose} aside>{change.isError ? <FailureNotice error={change.error} onRetry={() => void change.refetch()} /> : <SkeletonRows count={6} />}</Sheet>;
}

function OpenChange({ change, onClose }: { readonly change: KeyChange; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const { k, what, does } = useKeyWords();
  const decide = useDecideKeyChange(change);
  const [rejecting, setRejecting] = useState(false);
  const [words, setWords] = useState('');
  const may = (act: KeyChangeAct['act']): boolean => change.allowed.includes(act);
  const run = (act: KeyChangeAct): void => {
    if (!decide.isPending) decide.mutate(act, { onSuccess: () => setRejecting(false) });
  };
  const main = rejecting ? () => run({ act: 'reject', words }) : () => run({ act: 'approve' });
  const alone = may('approve') && may('withdraw');
  return (
    <Sheet
      title={what(change.task)} onClose={onClose} aside bindings={may('approve') ? [{ keys: 'Ctrl+Enter', does: k(rejecting ? 'reject' : 'approve'), run: main }] : []}
      foot={(
        <>
          {may('approve') && !rejecting ? <ActButton kind="primary" keys="Ctrl+Enter" busy={decide.isPending} onClick={main}>{k('approve')}</ActButton> : null}
          {may('reject') ? <ActButton kind="danger" busy={decide.isPending} {...(rejecting ? { keys: 'Ctrl+Enter' } : {})} onClick={rejecting ? main : () => setRejecting(true)}>{k('reject')}</ActButton> : null}
          {may('withdraw') ? <ActButton kind="danger" busy={decide.isPending} onClick={() => run({ act: 'withdraw' })}>{k('withdraw')}</ActButton> : null}
          <ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton>
        </>
      )}
    >
      {decide.isError ? <FailureNotice error={decide.error} /> : null}
      {alone ? <Notice kind="info" title={k('sent_alone')} /> : null}
      {change.status === 'proposed' && may('withdraw') && !alone ? <Notice kind="info" title={k('waits_for_other')} /> : null}
      {change.status === 'approved' ? <Notice kind="info" title={k('command')}><p><code>{commandOf(change.task)}</code></p></Notice> : null}
      {rejecting ? <Field id="reject-words" label={k('words')}>{(control) => <textarea {...control} className="ym-input ym-text-area" rows={3} maxLength={500} value={words} autoFocus onChange={(event) => setWords(event.target.value)} />}</Field> : null}
      <p>{does(change.task)}</p>
      <ChangeLines change={change} />
    </Sheet>
  );
}

function ChangeLines({ change }: { readonly change: KeyChange }): ReactElement {
  const { language } = useWords();
  const { k } = useKeyWords();
  const when = (at: string): string => momentWords(at, language);
  const person = (who: KeyChange['proposedBy'], at: string): string => k('person_at', { name: who?.name ?? k('operator'), at: when(at) });
  const { result } = change;
  const lines: readonly (readonly [string, ReactNode])[] = [
    [k('state'), <KeyChangeState key="state" change={change} />],
    ...(change.reason === '' ? [] : [[k('reason'), change.reason] as const]),
    [k('proposed_by'), person(change.proposedBy, change.proposedAt)],
    ...(change.decidedAt ? [[k('decided_by'), person(change.decidedBy, change.decidedAt)] as const] : []),
    ...(change.words ? [[k('words'), change.words] as const] : []),
    ...(change.usableUntil && (change.status === 'approved' || change.status === 'expired') ? [[k('usable_until'), when(change.usableUntil)] as const] : []),
    ...(change.begunAt ? [[k('begun_at'), when(change.begunAt)] as const] : []),
    ...(change.doneAt ? [[k('done_at'), when(change.doneAt)] as const] : []),
    ...(result ? [[k('result'), <div key="result">{k('result_version', { version: result.version, fingerprint: result.fingerprint })}{result.set ? <><br />{k('result_set', { set: result.set })}</> : null}<br />{k('result_host', { host: result.host })}</div>] as const] : []),
  ];
  return <dl className="wb-pairs">{lines.map(([name, value]) => <div key={name} className="wb-pairs__line"><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}
