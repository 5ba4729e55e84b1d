import { useState, type ReactElement, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { CatalogueChange, CatalogueProblem } from '../../../../contract/catalogue-admin.ts';
import { Field } from '../../../ui/field/field.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ActButton } from '../../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../../shell/states.tsx';
import { Sheet } from '../../shell/sheet.tsx';
import { useWords } from '../../words/words.tsx';
import { exportPath, useBeginDraft, useCatalogueChange, useDecideCatalogueChange, type ChangeAct } from './calls.ts';
import { ChangeState } from './change-table.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { ExportLinks } from './export-links.tsx';
import { editorPath } from './paths.ts';
import { useVersionWords } from './version-words.ts';

/** One change before the eyes of who decides it: what it says, what is other, what is wrong, both persons, and the acts. */
export function ChangeSheet({ changeId, onClose }: { readonly changeId: string; readonly onClose: () => void }): ReactElement {
  const { v } = useVersionWords();
  const change = useCatalogueChange(changeId);
  if (change.data) return <OpenChange key={changeId} change={change.data} onClose={onClose} />;
  return (
    <Sheet title={v('changes.what')} onClose={onClose} aside>
      {change.isError ? <FailureNotice error={change.error} onRetry={() => void change.refetch()} /> : <SkeletonRows count={8} />}
    </Sheet>
  );
}

function OpenChange({ change, onClose }: { readonly change: CatalogueChange; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const { v } = useVersionWords();
  const [, go] = useLocation();
  const decide = useDecideCatalogueChange(change);
  const begin = useBeginDraft();
  const [rejecting, setRejecting] = useState(false);
  const [words, setWords] = useState('');
  const may = (act: CatalogueChange['allowed'][number]): boolean => change.allowed.includes(act);
  const run = (act: ChangeAct): void => {
    if (!decide.isPending) decide.mutate(act, { onSuccess: (after) => (after === null ? onClose() : setRejecting(false)) });
  };
  const main = rejecting ? () => run({ act: 'reject', words }) : () => run({ act: 'approve' });
  const errors = change.problems.filter((one) => one.grade === 'error');
  const again = (): void => begin.mutate({ from: 'change', changeId: change.changeId }, { onSuccess: (draft) => go(editorPath(draft.changeId)) });
  return (
    <Sheet
      title={change.title || v('changes.untitled')} onClose={onClose} aside bindings={may('approve') ? [{ keys: 'Ctrl+Enter', does: v(rejecting ? 'change.reject' : 'change.approve'), run: main }] : []}
      foot={(
        <>
          {may('approve') && !rejecting ? <ActButton kind="primary" keys="Ctrl+Enter" busy={decide.isPending} disabled={errors.length > 0} onClick={main}>{v('change.approve')}</ActButton> : null}
          {may('reject') ? <ActButton kind="danger" busy={decide.isPending} {...(rejecting ? { keys: 'Ctrl+Enter' } : {})} onClick={rejecting ? main : () => setRejecting(true)}>{v('change.reject')}</ActButton> : null}
          {may('withdraw') ? <ActButton kind="danger" busy={decide.isPending} onClick={() => run({ act: 'withdraw' })}>{v('change.withdraw')}</ActButton> : null}
          {may('save') ? <ActButton kind="primary" icon="pencil" onClick={() => go(editorPath(change.changeId))}>{v('change.edit')}</ActButton> : null}
          {may('discard') ? <ActButton kind="danger" busy={decide.isPending} onClick={() => run({ act: 'discard' })}>{v('change.discard')}</ActButton> : null}
          {change.kind !== 'override' && (change.status !== 'draft' || !may('save')) && change.status !== 'proposed' ? <ActButton busy={begin.isPending} onClick={again}>{v('change.again')}</ActButton> : null}
          <ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton>
        </>
      )}
    >
      {decide.isError ? <FailureNotice error={decide.error} /> : null}
      {begin.isError ? <FailureNotice error={begin.error} /> : null}
      {change.status === 'proposed' && !may('approve') ? <Notice kind="info" title={v('change.waits')} /> : null}
      <ProblemLists problems={change.problems} />
      {rejecting ? (
        <Field id="reject-words" label={v('change.words')}>{(control) => <textarea {...control} className="ym-input ym-text-area" rows={3} maxLength={1_000} value={words} autoFocus onChange={(event) => setWords(event.target.value)} />}</Field>
      ) : null}
      <ChangeLines change={change} />
      <h3>{v('diff.title')}</h3>
      <DifferenceTable differences={change.differences} exports={change.subject ? <ExportLinks path={(kind) => exportPath(change.subject, kind, { changeId: change.changeId })} /> : null} />
    </Sheet>
  );
}

/** What keeps a change from being published, and what is only worth a look. */
function ProblemLists({ problems }: { readonly problems: readonly CatalogueProblem[] }): ReactElement {
  const { of } = useWords();
  const { v } = useVersionWords();
  const list = (grade: CatalogueProblem['grade'], kind: 'bad' | 'info', title: string): ReactNode => {
    const shown = problems.filter((one) => one.grade === grade);
    return shown.length === 0 ? null : <Notice kind={kind} title={title}><ul>{shown.map((one) => <li key={one.pointer + one.code}>{of(one.text)} {one.pointer ? <code className="ym-quiet">{one.pointer}</code> : null}</li>)}</ul></Notice>;
  };
  return <>{list('error', 'bad', v('change.cannot'))}{list('warning', 'info', v('change.look'))}</>;
}

function ChangeLines({ change }: { readonly change: CatalogueChange }): ReactElement {
  const { of } = useWords();
  const { v, day, moment } = useVersionWords();
  const { lawChange } = change.terms;
  const person = (who: CatalogueChange['author'], at: string): string => `${who.name || v('origin.release')} · ${moment(at)}`;
  const lines: readonly (readonly [string, ReactNode])[] = [
    [v('changes.state'), <ChangeState key="state" change={change} />],
    [v('changes.about'), `${v(`kind.${change.kind}`)} · ${of(change.subjectName)}${change.unitName ? ` · ${of(change.unitName)}` : ''}`],
    [v('change.base'), change.baseVersion ?? v('change.new')],
    ...(change.terms.reason ? [[v('change.reason'), change.terms.reason] as const] : []),
    [v('change.from_day'), change.effectiveOn === null ? v('change.at_once') : day(change.effectiveOn)],
    ...(lawChange ? [[v('change.law'), v('change.law_line', { document: lawChange.document, from: day(lawChange.from) })] as const] : []),
    [v('changes.by'), person(change.author, change.proposedAt ?? change.changedAt)],
    ...(change.decidedBy && change.decidedAt ? [[v('changes.decided'), person(change.decidedBy, change.decidedAt)] as const] : []),
    ...(change.words ? [[v('change.words'), change.words] as const] : []),
    ...(change.version === null ? [] : [[v('changes.version'), change.version] as const]),
  ];
  return <dl className="wb-pairs">{lines.map(([name, value]) => <div key={name} className="wb-pairs__line"><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}
