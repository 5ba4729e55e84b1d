import { useState, type ReactElement } from 'react';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useAuditWords } from './audit-words.ts';
import { useSearch } from './calls.ts';
import { RecordsTable } from './records-table.tsx';

/** Records of a person by the exact number or of a member of staff by login. */
export function SearchPanel(): ReactElement {
  const a = useAuditWords();
  const { today } = useWords();
  const [asked, setAsked] = useState({ number: '', login: '', fromOn: today, toOn: today });
  const search = useSearch();
  const set = (name: keyof typeof asked) => (event: { target: { value: string } }): void => setAsked({ ...asked, [name]: event.target.value });
  const send = (): void => {
    const { number, login, fromOn, toOn } = asked;
    search.mutate({ fromOn, toOn, ...(number.trim() ? { number: number.trim() } : {}), ...(login.trim() ? { login: login.trim() } : {}) });
  };
  return (
    <section aria-label={a('tab.search')}>
      <p className="ym-quiet">{a('search.recorded')}</p>
      <form className="wb-audit__form" autoComplete="off" onSubmit={(event) => { event.preventDefault(); send(); }}>
        <label>{a('search.number')}<input className="ym-input ym-numerals" value={asked.number} onChange={set('number')} maxLength={60} /></label>
        <label>{a('search.login')}<input className="ym-input" value={asked.login} onChange={set('login')} maxLength={60} /></label>
        <label>{a('search.from')}<input className="ym-input" type="date" required value={asked.fromOn} onChange={set('fromOn')} /></label>
        <label>{a('search.to')}<input className="ym-input" type="date" required value={asked.toOn} onChange={set('toOn')} /></label>
        <ActButton kind="primary" type="submit" busy={search.isPending}>{a('search.do')}</ActButton>
      </form>
      {search.isError ? <FailureNotice error={search.error} /> : null}
      {search.data?.found === false ? <Notice kind="wait" title={a('search.nobody')} /> : null}
      {search.data?.found ? <RecordsTable records={search.data.records} total={search.data.total} /> : null}
    </section>
  );
}
