import { useState, type ReactElement, type ReactNode } from 'react';
import type { FirstPassword, StaffChange } from '../../../contract/staff-changes.ts';
import { momentWords } from '../../ui/dates.ts';
import { Field } from '../../ui/field/field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { useDecideStaffChange, useStaffChange, useStaffFile, type StaffChangeAct } from './calls.ts';
import { useStaffWords } from './staff-words.ts';

const tones: Readonly<Record<StaffChange['status'], TagTone>> = { proposed: 'wait', approved: 'good', rejected: 'bad', withdrawn: 'plain' };

/** Where a change is in its life; and for ever, that one person decided it alone. */
export function ChangeState({ change }: { readonly change: StaffChange }): ReactElement {
  const { s } = useStaffWords();
  return <><Tag tone={tones[change.status]}>{s(`change.status.${change.status}`)}</Tag>{change.founding ? <> <Tag tone="wait">{s('change.founding')}</Tag></> : null}</>;
}

/** One change, whole: what it does, to whom, why, both persons; for whom it waits, the acts; after an approval the passwords it made, once. */
export function StaffChangeSheet({ changeId, onClose }: { readonly changeId: string; readonly onClose: () => void }): ReactElement {
  const { s } = useStaffWords();
  const [passwords, setPasswords] = useState<readonly FirstPassword[]>([]);
  const change = useStaffChange(changeId);
  if (passwords.length > 0) return <Passwords passwords={passwords} onClose={onClose} />;
  if (change.data) return <OpenChange change={change.data} onPasswords={setPasswords} onClose={onClose} />;
  return <Sheet title={s('changes.what')} onClose={onClose} aside>{change.isError ? <FailureNotice error={change.error} onRetry={() => void change.refetch()} /> : <SkeletonRows count={6} />}</Sheet>;
}

function OpenChange({ change, onPasswords, onClose }: { readonly change: StaffChange; readonly onPasswords: (made: readonly FirstPassword[]) => void; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const { s, who } = useStaffWords();
  const decide = useDecideStaffChange(change);
  const [rejecting, setRejecting] = useState(false);
  const [words, setWords] = useState('');
  const may = (act: StaffChangeAct['act']): boolean => change.allowed.includes(act);
  const run = (act: StaffChangeAct): void => {
    if (!decide.isPending) decide.mutate(act, { onSuccess: (made) => (made.length > 0 ? onPasswords(made) : setRejecting(false)) });
  };
  const main = rejecting ? () => run({ act: 'reject', words }) : () => run({ act: 'approve' });
  const alone = may('approve') && may('withdraw');
  return (
    <Sheet
      title={`${s(`change.kind.${change.kind}`)} · ${who(change)}`} onClose={onClose} aside bindings={may('approve') ? [{ keys: 'Ctrl+Enter', does: s(rejecting ? 'changes.reject' : 'changes.approve'), run: main }] : []}
      foot={(
        <>
          {may('approve') && !rejecting ? <ActButton kind="primary" keys="Ctrl+Enter" busy={decide.isPending} onClick={main}>{s('changes.approve')}</ActButton> : null}
          {may('reject') ? <ActButton kind="danger" busy={decide.isPending} {...(rejecting ? { keys: 'Ctrl+Enter' } : {})} onClick={rejecting ? main : () => setRejecting(true)}>{s('changes.reject')}</ActButton> : null}
          {may('withdraw') ? <ActButton kind="danger" busy={decide.isPending} onClick={() => run({ act: 'withdraw' })}>{s('changes.withdraw')}</ActButton> : null}
          <ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton>
        </>
      )}
    >
      {decide.isError ? <FailureNotice error={decide.error} /> : null}
      {alone ? <Notice kind="info" title={s('changes.sent_alone')} /> : null}
      {may('withdraw') && !alone ? <Notice kind="info" title={s('changes.waits_for_other')} /> : null}
      {change.status === 'proposed' && (change.kind === 'end_post' || change.kind === 'deactivate') ? <InHand staffId={change.staff[0]?.staffId ?? ''} /> : null}
      {rejecting ? <Field id="reject-words" label={s('changes.words')}>{(control) => <textarea {...control} className="ym-input ym-text-area" rows={3} maxLength={500} value={words} autoFocus onChange={(event) => setWords(event.target.value)} />}</Field> : null}
      <p>{s(`change.does.${change.kind}`)}</p>
      <ChangeLines change={change} />
    </Sheet>
  );
}

/** How much work would be left behind. */
function InHand({ staffId }: { readonly staffId: string }): ReactElement | null {
  const { s } = useStaffWords();
  const file = useStaffFile(staffId);
  return file.data && file.data.inHand > 0 ? <Notice kind="info" title={s('file.in_hand_warning', { count: file.data.inHand })} /> : null;
}

function ChangeLines({ change }: { readonly change: StaffChange }): ReactElement {
  const { of, t, language } = useWords();
  const { s } = useStaffWords();
  const person = (name: string, at: string): string => s('changes.person_at', { name, at: momentWords(at, language) });
  const lines: readonly (readonly [string, ReactNode])[] = [
    [s('changes.state'), <ChangeState key="state" change={change} />],
    ...change.staff.map(({ staffId, name, login, posts }) => [name, (
      <div key={staffId}><code>{login}</code><ul className="wb-posts">{posts.map((post) => <li key={post.institution + post.role}>{of(post.institutionName)} · <strong>{t(`role.${post.role}`)}</strong></li>)}</ul></div>
    )] as const),
    [s('changes.reason'), change.reason],
    [s('changes.proposed_by'), person(change.proposedBy.name, change.proposedAt)],
    ...(change.decidedBy && change.decidedAt ? [[s('changes.decided_by'), person(change.decidedBy.name, change.decidedAt)] as const] : []),
    ...(change.words ? [[s('changes.words'), change.words] as const] : []),
  ];
  return <dl className="wb-pairs">{lines.map(([name, value], index) => <div key={`${index} ${name}`} className="wb-pairs__line"><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}

function Passwords({ passwords, onClose }: { readonly passwords: readonly FirstPassword[]; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const { s } = useStaffWords();
  const [copied, setCopied] = useState(false);
  const text = passwords.map(({ login, password }) => `${login}\t${password}`).join('\n');
  return (
    <Sheet
      title={s('changes.passwords')} onClose={onClose} aside
      foot={<><ActButton kind="primary" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>{t('staff.copy')}</ActButton><ActButton onClick={onClose}>{t('sheet.close')}</ActButton><span role="status">{copied ? t('staff.copied') : ''}</span></>}
    >
      <Notice kind="good" title={s('changes.passwords_how')} />
      <dl className="wb-pairs">{passwords.map(({ staffId, name, login, password }) => <div key={staffId} className="wb-pairs__line"><dt>{name} <code>{login}</code></dt><dd><code className="wb-secret">{password}</code></dd></div>)}</dl>
    </Sheet>
  );
}
