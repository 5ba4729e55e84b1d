import { useState, type ReactElement } from 'react';
import type { StaffMember } from '../../../contract/people.ts';
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
import { useStaffChanges } from './calls.ts';
import { ChangeList, WaitingChanges } from './change-list.tsx';
import { StaffChangeSheet } from './change-sheet.tsx';
import { RoleWords } from './role-words.tsx';
import { StaffSheet } from './staff-sheet.tsx';
import { useStaffWords } from './staff-words.ts';

type Opened = { readonly staffId: string } | { readonly changeId: string };

/** Who works here, with which posts; changes of staff, each by two security administrators. Audit administrators read all of it. */
export function StaffScreen(): ReactElement {
  const { t } = useWords();
  const { s } = useStaffWords();
  const [text, setText] = useState('');
  const [appointing, setAppointing] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const staff = useStaff(useSettled(text.trim(), 200));
  const mayPropose = useStaffChanges().data?.mayPropose === true;
  const rows = staff.data?.staff ?? [];
  const onChange = (changeId: string): void => {
    setAppointing(false);
    setOpened({ changeId });
  };
  useKeys([
    { keys: 'A', does: t('staff.appoint'), run: () => setAppointing(true), when: mayPropose && !appointing },
    { keys: '/', does: t('staff.search'), run: () => document.getElementById('staff-search')?.focus() },
  ]);
  return (
    <AntdFrame>
      <main className="wb-plain wb-plain--wide" id="content">
        <div className="wb-title-row">
          <h1>{t('screen.staff')}</h1>
          <div className="wb-acts__row ym-no-print">
            <a className="wb-link" href="/api/v1/staff-posts.csv">{s('export.csv')}</a>
            {mayPropose ? <ActButton kind="primary" icon="person" keys="A" onClick={() => setAppointing(true)}>{t('staff.appoint')}</ActButton> : null}
          </div>
        </div>
        <WaitingChanges onOpen={onChange} />
        <RoleWords />
        <div className="wb-filter wb-filter--wide ym-no-print">
          <label className="ym-field__label" htmlFor="staff-search">{t('staff.search')}</label>
          <input id="staff-search" type="search" className="ym-input" value={text} maxLength={60} onChange={(event) => setText(event.target.value)} />
        </div>
        <p className="wb-count" role="status">{staff.data ? t(staff.data.total > rows.length ? 'staff.count_more' : 'staff.count', { count: rows.length, total: staff.data.total }) : ' '}</p>
        {staff.isError ? <FailureNotice error={staff.error} onRetry={() => void staff.refetch()} /> : null}
        {staff.isPending ? <SkeletonRows count={12} /> : null}
        {staff.isSuccess && rows.length === 0 ? <EmptyState title={t('staff.none')}><p>{t('staff.none_how')}</p></EmptyState> : null}
        {rows.length > 0 ? <StaffTable rows={rows} onOpen={(staffId) => setOpened({ staffId })} /> : null}
        <ChangeList onOpen={onChange} />
        {appointing ? <AppointDrawer onClose={() => setAppointing(false)} onProposed={onChange} /> : null}
        {opened && 'staffId' in opened ? <StaffSheet key={opened.staffId} staffId={opened.staffId} onClose={() => setOpened(null)} onChange={onChange} /> : null}
        {opened && 'changeId' in opened ? <StaffChangeSheet key={opened.changeId} changeId={opened.changeId} onClose={() => setOpened(null)} /> : null}
      </main>
    </AntdFrame>
  );
}

function StaffTable({ rows, onOpen }: { readonly rows: readonly StaffMember[]; readonly onOpen: (staffId: string) => void }): ReactElement {
  const { t, of } = useWords();
  return (
    <div className="wb-scroll" tabIndex={0} role="group" aria-label={t('screen.staff')}>
      <table className="wb-table">
        <thead><tr><th scope="col">{t('staff.name')}</th><th scope="col">{t('entrance.login')}</th><th scope="col">{t('staff.posts')}</th><th scope="col">{t('staff.state')}</th></tr></thead>
        <tbody>
          {rows.map((member) => (
            <tr key={member.staffId}>
              <th scope="row"><button type="button" className="wb-link" onClick={() => onOpen(member.staffId)}>{member.name}</button></th>
              <td><code>{member.login}</code></td>
              <td><ul className="wb-posts">{member.posts.map((post) => <li key={post.institution + post.role}>{of(post.institutionName)} · <strong>{t(`role.${post.role}`)}</strong></li>)}</ul></td>
              <td>{member.active ? <Tag tone="good">{t('staff.active')}</Tag> : <Tag>{t('staff.inactive')}</Tag>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
