import { useState, type ReactElement } from 'react';
import type { StaffChangeTerms, StaffFile } from '../../../contract/staff-changes.ts';
import { momentWords } from '../../ui/dates.ts';
import { Field } from '../../ui/field/field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { useProposeStaffChange, useStaffFile } from './calls.ts';
import { ChangeState } from './change-sheet.tsx';
import { PostPicker, type ChosenPost } from './post-picker.tsx';
import { useStaffWords } from './staff-words.ts';

type Kind = Exclude<StaffChangeTerms['kind'], 'appoint'>;

interface Props {
  readonly staffId: string;
  readonly onClose: () => void;
  readonly onChange: (changeId: string) => void;
}

/** One member of staff: posts now and before, every change with both persons, the work in hand; for security administrators, changes to propose. */
export function StaffSheet({ staffId, onClose, onChange }: Props): ReactElement {
  const { t } = useWords();
  const file = useStaffFile(staffId);
  return (
    <Sheet title={file.data?.member.name ?? t('screen.staff')} onClose={onClose} aside foot={<ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton>}>
      {file.isError ? <FailureNotice error={file.error} onRetry={() => void file.refetch()} /> : null}
      {file.isPending ? <SkeletonRows count={6} /> : null}
      {file.data ? <File file={file.data} onChange={onChange} /> : null}
    </Sheet>
  );
}

function File({ file, onChange }: { readonly file: StaffFile; readonly onChange: (changeId: string) => void }): ReactElement {
  const { t, of, language } = useWords();
  const { s } = useStaffWords();
  return (
    <>
      <dl className="wb-pairs">
        <div className="wb-pairs__line"><dt>{t('entrance.login')}</dt><dd><code>{file.member.login}</code></dd></div>
        <div className="wb-pairs__line"><dt>{t('staff.state')}</dt><dd>{t(file.member.active ? 'staff.active' : 'staff.inactive')}</dd></div>
        <div className="wb-pairs__line"><dt>{s('file.in_hand')}</dt><dd>{s('file.in_hand_count', { count: file.inHand })}</dd></div>
      </dl>
      {file.mayPropose ? <Propose file={file} onChange={onChange} /> : null}
      <h3>{s('file.posts')}</h3>
      {file.posts.length === 0 ? <p className="ym-quiet">{s('file.no_posts')}</p> : null}
      <ul className="wb-posts">
        {file.posts.map((post) => (
          <li key={post.institution + post.role + post.fromAt}>
            {of(post.institutionName)} · <strong>{t(`role.${post.role}`)}</strong> <span className="ym-quiet ym-numerals">{post.toAt === null ? s('file.since', { from: momentWords(post.fromAt, language) }) : s('file.from_to', { from: momentWords(post.fromAt, language), to: momentWords(post.toAt, language) })}</span>
          </li>
        ))}
      </ul>
      <h3>{s('changes.title')}</h3>
      {file.changes.length === 0 ? <p className="ym-quiet">{s('changes.none')}</p> : null}
      <ul className="wb-posts">
        {file.changes.map((change) => <li key={change.changeId}><button type="button" className="wb-link" onClick={() => onChange(change.changeId)}>{s(`change.kind.${change.kind}`)}</button> <ChangeState change={change} /> <span className="ym-quiet ym-numerals">{momentWords(change.proposedAt, language)}</span></li>)}
      </ul>
    </>
  );
}

/** The changes that are possible for this person now. */
function kindsFor({ member }: StaffFile): readonly Kind[] {
  return member.active ? ['give_post', ...(member.posts.length > 0 ? ['end_post'] as const : []), 'deactivate', 'reset_password', 'reset_factors'] : ['reactivate'];
}

function Propose({ file, onChange }: { readonly file: StaffFile; readonly onChange: (changeId: string) => void }): ReactElement {
  const { t, of } = useWords();
  const { s } = useStaffWords();
  const kinds = kindsFor(file);
  const [kind, setKind] = useState<Kind | ''>('');
  const [given, setGiven] = useState<readonly ChosenPost[]>([]);
  const [ended, setEnded] = useState<readonly number[]>([]);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<'changes.fault_posts' | 'changes.fault_reason' | null>(null);
  const propose = useProposeStaffChange();
  const { staffId, posts } = file.member;
  const send = (): void => {
    if (kind === '' || propose.isPending) return;
    const wanted = kind === 'give_post' ? given.map(({ institution, role }) => ({ institution: institution.code, role })) : ended.flatMap((index) => posts[index] ?? []).map(({ institution, role }) => ({ institution, role }));
    const terms: StaffChangeTerms = kind === 'give_post' || kind === 'end_post' ? { kind, staffId, posts: wanted, reason } : { kind, staffId, reason };
    const found = 'posts' in terms && wanted.length === 0 ? 'changes.fault_posts' as const : reason.trim() === '' ? 'changes.fault_reason' as const : null;
    setFault(found);
    if (found === null) propose.mutate(terms, { onSuccess: ({ changeId }) => onChange(changeId) });
    else if (found === 'changes.fault_reason') document.getElementById('staff-change-reason')?.focus();
  };
  return (
    <fieldset className="wb-post-picker">
      <legend className="ym-field__label">{s('file.propose')}</legend>
      {propose.isError ? <FailureNotice error={propose.error} /> : null}
      <label>{s('changes.what')}<select className="ym-input ym-select" value={kind} onChange={(event) => setKind(event.target.value as Kind | '')}><option value="">–</option>{kinds.map((one) => <option key={one} value={one}>{s(`change.kind.${one}`)}</option>)}</select></label>
      {kind === '' ? null : (
        <>
          <p className="ym-quiet">{s(`change.does.${kind}`)}</p>
          {(kind === 'end_post' || kind === 'deactivate') && file.inHand > 0 ? <Notice kind="info" title={s('file.in_hand_warning', { count: file.inHand })} /> : null}
          {kind === 'give_post' ? <PostPicker posts={given} onPosts={setGiven} error={fault === 'changes.fault_posts' ? s(fault) : undefined} /> : null}
          {kind === 'end_post' ? (
            <fieldset>
              <legend>{s('file.which_posts')}</legend>
              {fault === 'changes.fault_posts' ? <p className="wb-judgement wb-judgement--wrong" role="alert">{s(fault)}</p> : null}
              {posts.map((post, index) => (
                <label key={post.institution + post.role} style={{ display: 'block' }}><input type="checkbox" checked={ended.includes(index)} onChange={(event) => setEnded(event.target.checked ? [...ended, index] : ended.filter((one) => one !== index))} /> {of(post.institutionName)} · {t(`role.${post.role}`)}</label>
              ))}
            </fieldset>
          ) : null}
          <Field id="staff-change-reason" label={s('changes.reason')} {...(fault === 'changes.fault_reason' ? { error: s(fault) } : {})}>{(control) => <input {...control} className="ym-input" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
          <ActButton kind="primary" busy={propose.isPending} onClick={send}>{s('changes.propose')}</ActButton>
        </>
      )}
    </fieldset>
  );
}
