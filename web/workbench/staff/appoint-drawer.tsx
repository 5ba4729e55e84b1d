import { useState, type FormEvent, type ReactElement } from 'react';
import { Drawer } from 'antd';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';
import { useProposeStaffChange } from './calls.ts';
import { PostPicker, type ChosenPost } from './post-picker.tsx';
import { useStaffWords } from './staff-words.ts';

interface Faults {
  readonly name?: string;
  readonly login?: string;
  readonly posts?: string;
  readonly reason?: string;
}

/** Proposes the appointment of somebody: name, login, posts from the unit tree, the reason; then the change opens, to be decided by another. */
export function AppointDrawer({ onClose, onProposed }: { readonly onClose: () => void; readonly onProposed: (changeId: string) => void }): ReactElement {
  const words = useWords();
  const { t } = words;
  const { s } = useStaffWords();
  const [posts, setPosts] = useState<readonly ChosenPost[]>([]);
  const [faults, setFaults] = useState<Faults>({});
  const propose = useProposeStaffChange();
  useKeys([], { closed: true });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string): string => String(given.get(name)).trim();
    const [name, login, reason] = [text('name'), text('login'), text('reason')];
    const found: Faults = {
      ...(name ? {} : { name: t('first_start.fault_name') }), ...(/^[a-z][a-z0-9._-]{2,40}$/.test(login) ? {} : { login: t('first_start.fault_login') }),
      ...(posts.length > 0 ? {} : { posts: t('staff.posts_missing') }), ...(reason ? {} : { reason: s('changes.fault_reason') }),
    };
    setFaults(found);
    const first = (['name', 'login', 'posts', 'reason'] as const).find((one) => found[one] !== undefined);
    if (first) document.getElementById(first === 'posts' ? 'staff-units' : `staff-${first}`)?.focus();
    else propose.mutate({ kind: 'appoint', reason, people: [{ name, login, posts: posts.map(({ institution, role }) => ({ institution: institution.code, role })) }] }, { onSuccess: ({ changeId }) => onProposed(changeId) });
  };
  return (
    <Drawer open title={t('staff.appoint')} size={640} onClose={onClose} destroyOnHidden>
      <form onSubmit={submit} noValidate>
        {propose.isError ? <Notice kind="bad" title={failureWords(propose.error, words)} /> : null}
        <TextInput id="staff-name" name="name" label={t('staff.name')} maxLength={80} autoComplete="off" error={faults.name} />
        <TextInput id="staff-login" name="login" label={t('entrance.login')} hint={t('first_start.login_hint')} maxLength={41} autoComplete="off" autoCapitalize="none" spellCheck={false} error={faults.login} />
        <PostPicker posts={posts} onPosts={setPosts} error={faults.posts} />
        <TextInput id="staff-reason" name="reason" label={s('changes.reason')} maxLength={500} autoComplete="off" error={faults.reason} />
        <ActButton kind="primary" type="submit" busy={propose.isPending}>{s('changes.propose')}</ActButton>
      </form>
    </Drawer>
  );
}
