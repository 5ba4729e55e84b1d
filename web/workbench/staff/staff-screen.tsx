import { useState, type ReactElement } from 'react';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useStaff } from '../server/queries.ts';
import { useSettled } from '../server/use-settled.ts';
import { AntdFrame } from '../shell/antd-frame.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { AppointDrawer } from './appoint-drawer.tsx';

/** Who works here, with which posts; and the appointment of new ones. */
export function StaffScreen(): ReactElement {
  const { t, of } = useWords();
  const [text, setText] = useState('');
  const [appointing, setAppointing] = useState(false);
  const staff = useStaff(useSettled(text.trim(), 200));
  const rows = staff.data?.staff ?? [];
  useKeys([
    { keys: 'A', does: t('staff.appoint'), run: () => setAppointing(true), when: !appointing },
    { keys: '/', does: t('staff.search'), run: () => document.getElementById('staff-search')?.focus() },
  ]);
  return (
    <AntdFrame>
      <main className="wb-plain wb-plain--wide" id="content">
        <div className="wb-title-row">
          <h1>{t('screen.staff')}</h1>
          <ActButton kind="primary" icon="person" keys="A" onClick={() => setAppointing(true)}>{t('staff.appoint')}</ActButton>
        </div>
        <div className="wb-filter wb-filter--wide">
          <label className="ym-field__label" htmlFor="staff-search">{t('staff.search')}</label>
          <input id="staff-search" type="search" className="ym-input" value={text} maxLength={60} onChange={(event) => setText(event.target.value)} />
        </div>
        <p className="wb-count" role="status">{staff.data ? t(staff.data.total > rows.length ? 'staff.count_more' : 'staff.count', { count: rows.length, total: staff.data.total }) : ' '}</p>
        {staff.isError ? <FailureNotice error={staff.error} onRetry={() => void staff.refetch()} /> : null}
        {staff.isPending ? <SkeletonRows count={12} /> : null}
        {staff.isSuccess && rows.length === 0 ? <EmptyState title={t('staff.none')}><p>{t('staff.none_how')}</p></EmptyState> : null}
        {rows.length > 0 ? (
          <div className="wb-scroll" tabIndex={0} role="group" aria-label={t('screen.staff')}>
            <table className="wb-table">
              <thead><tr><th scope="col">{t('staff.name')}</th><th scope="col">{t('entrance.login')}</th><th scope="col">{t('staff.posts')}</th><th scope="col">{t('staff.state')}</th></tr></thead>
              <tbody>
                {rows.map((member) => (
                  <tr key={member.staffId}>
                    <th scope="row">{member.name}</th>
                    <td><code>{member.login}</code></td>
                    <td><ul className="wb-posts">{member.posts.map((post) => <li key={post.institution + post.role}>{of(post.institutionName)} · <strong>{t(`role.${post.role}`)}</strong></li>)}</ul></td>
                    <td>{member.active ? <Tag tone="good">{t('staff.active')}</Tag> : <Tag>{t('staff.inactive')}</Tag>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : null}
        {appointing ? <AppointDrawer onClose={() => setAppointing(false)} /> : null}
      </main>
    </AntdFrame>
  );
}
