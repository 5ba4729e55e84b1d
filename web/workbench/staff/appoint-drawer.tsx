import { useState, type FormEvent, type ReactElement } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { Role, StaffMember } from '../../../contract/people.ts';
import type { Institution } from '../../../contract/units.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { answered, api } from '../server/api.ts';
import { useUnit } from '../server/queries.ts';
import { UnitTree } from '../units/unit-tree.tsx';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';

const roles: readonly Role[] = ['window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'];

interface ChosenPost {
  readonly institution: Institution;
  readonly role: Role;
}

/** Makes a staff member: name, login, posts from the unit tree; then shows the first password, once. */
export function AppointDrawer({ onClose }: { readonly onClose: () => void }): ReactElement {
  const words = useWords();
  const { t } = words;
  const client = useQueryClient();
  const [posts, setPosts] = useState<readonly ChosenPost[]>([]);
  const [faults, setFaults] = useState<{ name?: string; login?: string; posts?: string }>({});
  useKeys([], { closed: true });
  const appoint = useMutation({
    mutationFn: (given: { name: string; login: string }) => answered(api.POST('/api/v1/staff', { body: { ...given, posts: posts.map(({ institution, role }) => ({ institution: institution.code, role })) } })),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['staff'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const body = { name: String(given.get('name')).trim(), login: String(given.get('login')).trim() };
    const found = {
      ...(body.name ? {} : { name: t('first_start.fault_name') }), ...(/^[a-z][a-z0-9._-]{2,40}$/.test(body.login) ? {} : { login: t('first_start.fault_login') }), ...(posts.length > 0 ? {} : { posts: t('staff.posts_missing') }),
    };
    setFaults(found);
    if (Object.keys(found).length === 0) appoint.mutate(body);
    else document.getElementById(found.name ? 'staff-name' : found.login ? 'staff-login' : 'staff-units')?.focus();
  };
  return (
    <Drawer open title={t('staff.appoint')} size={640} onClose={onClose} destroyOnHidden>
      {appoint.data ? <FirstPassword member={appoint.data.member} password={appoint.data.firstPassword} onClose={onClose} /> : (
        <form onSubmit={submit} noValidate>
          {appoint.isError ? <Notice kind="bad" title={failureWords(appoint.error, words)} /> : null}
          <TextInput id="staff-name" name="name" label={t('staff.name')} maxLength={80} autoComplete="off" error={faults.name} />
          <TextInput id="staff-login" name="login" label={t('entrance.login')} hint={t('first_start.login_hint')} maxLength={41} autoComplete="off" autoCapitalize="none" spellCheck={false} error={faults.login} />
          <PostPicker posts={posts} onPosts={setPosts} error={faults.posts} />
          <ActButton kind="primary" type="submit" busy={appoint.isPending}>{t('staff.make')}</ActButton>
        </form>
      )}
    </Drawer>
  );
}

function PostPicker({ posts, onPosts, error }: { readonly posts: readonly ChosenPost[]; readonly onPosts: (posts: readonly ChosenPost[]) => void; readonly error: string | undefined }): ReactElement {
  const { t, of } = useWords();
  const [code, setCode] = useState<string>();
  const [institution, setInstitution] = useState('');
  const [role, setRole] = useState<Role>('window_clerk');
  const unit = useUnit(code);
  const institutions = unit.data?.institutions ?? [];
  const chosen = institutions.find((one) => one.code === institution) ?? institutions[0];
  const add = (): void => {
    if (chosen && !posts.some((post) => post.institution.code === chosen.code && post.role === role)) onPosts([...posts, { institution: chosen, role }]);
  };
  return (
    <fieldset className="wb-post-picker">
      <legend className="ym-field__label">{t('staff.posts')}</legend>
      {error ? <p className="wb-judgement wb-judgement--wrong" role="alert">{error}</p> : null}
      <ul className="wb-posts">
        {posts.map((post) => (
          <li key={post.institution.code + post.role}>{of(post.institution.name)} · <strong>{t(`role.${post.role}`)}</strong> <button type="button" className="wb-link" onClick={() => onPosts(posts.filter((one) => one !== post))}>{t('staff.remove_post')}</button></li>
        ))}
      </ul>
      <p className="ym-quiet">{t('staff.choose_unit')}</p>
      <div id="staff-units" tabIndex={-1}><UnitTree chosen={code} onChoose={setCode} height={260} /></div>
      {unit.data ? (
        <div className="wb-post-picker__choice">
          <label>{t('staff.institution')}<select className="ym-input ym-select" value={chosen?.code ?? ''} onChange={(event) => setInstitution(event.target.value)}>{institutions.map((one) => <option key={one.code} value={one.code}>{of(one.name)}</option>)}</select></label>
          <label>{t('staff.role')}<select className="ym-input ym-select" value={role} onChange={(event) => setRole(event.target.value as Role)}>{roles.map((one) => <option key={one} value={one}>{t(`role.${one}`)}</option>)}</select></label>
          <ActButton disabled={!chosen} onClick={add}>{t('staff.add_post')}</ActButton>
        </div>
      ) : null}
      {unit.data && institutions.length === 0 ? <p className="ym-quiet">{t('units.no_institutions')}</p> : null}
    </fieldset>
  );
}

function FirstPassword({ member, password, onClose }: { readonly member: StaffMember; readonly password: string; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <div>
      <Notice kind="good" title={t('staff.made', { name: member.name })}><p>{t('staff.password_once')}</p></Notice>
      <dl className="wb-pairs"><dt>{t('entrance.login')}</dt><dd><code className="wb-secret">{member.login}</code></dd><dt>{t('staff.first_password')}</dt><dd><code className="wb-secret">{password}</code></dd></dl>
      <div className="wb-acts__row">
        <ActButton kind="primary" onClick={() => void navigator.clipboard.writeText(`${member.login}\n${password}`).then(() => setCopied(true))}>{t('staff.copy')}</ActButton>
        <ActButton onClick={onClose}>{t('sheet.close')}</ActButton>
      </div>
      <p role="status">{copied ? t('staff.copied') : ''}</p>
    </div>
  );
}
