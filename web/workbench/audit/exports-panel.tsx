import { useState, type ReactElement } from 'react';
import { exportKinds, type AuditExport } from '../../../contract/access-log.ts';
import { dayWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useAuditWords } from './audit-words.ts';
import { useAuditAct, useExports, useTake } from './calls.ts';

/** The colour of something that waits for, has or was refused a second person's word. */
export const proposalTones = { proposed: 'wait', approved: 'good', refused: 'bad' } as const;

/** Exports of access records: asked for, agreed to, taken. */
export function ExportsPanel({ mayAsk }: { readonly mayAsk: boolean }): ReactElement {
  const a = useAuditWords();
  const list = useExports();
  const act = useAuditAct();
  const take = useTake();
  return (
    <section aria-label={a('tab.exports')}>
      <p className="ym-quiet">{a('export.two')}</p>
      {mayAsk ? <AskForm /> : null}
      {act.isError ? <FailureNotice error={act.error} /> : null}
      {take.isError ? <FailureNotice error={take.error} /> : null}
      {list.isError ? <FailureNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <SkeletonRows count={3} /> : null}
      {list.data?.exports.length === 0 ? <EmptyState title={a('export.none')} /> : null}
      {list.data && list.data.exports.length > 0 ? (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={a('tab.exports')}>
          <table className="wb-table">
            <thead><tr><th scope="col">{a('column.state')}</th><th scope="col">{a('export.kind')}</th><th scope="col">{a('column.days')}</th><th scope="col" className="wb-number">{a('column.rows')}</th><th scope="col">{a('column.reason')}</th><th scope="col">{a('column.asked_by')}</th><th scope="col" aria-label={a('agree')} /></tr></thead>
            <tbody>{list.data.exports.map((one) => <Row key={one.exportId} one={one} busy={act.isPending || take.isPending} onDecide={(agree) => act.mutate({ act: 'decide_export', exportId: one.exportId, agree })} onTake={(form) => take.mutate({ exportId: one.exportId, form })} />)}</tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}

function Row({ one, busy, onDecide, onTake }: { readonly one: AuditExport; readonly busy: boolean; readonly onDecide: (agree: boolean) => void; readonly onTake: (form: 'csv' | 'json-lines') => void }): ReactElement {
  const a = useAuditWords();
  const { language, today } = useWords();
  return (
    <tr>
      <td><Tag tone={proposalTones[one.state]}>{a(`state.${one.state}`)}</Tag>{one.decidedByName ? <div className="ym-quiet">{one.decidedByName}</div> : null}</td>
      <td>{a(`export.${one.kind}`)}{one.staffName ? <div className="ym-quiet">{one.staffName}</div> : null}</td>
      <td className="ym-numerals">{dayWords(one.fromOn, language, today)} – {dayWords(one.toOn, language, today)}</td>
      <td className="wb-number ym-numerals">{one.counted}</td><td>{one.reason}</td><td>{one.proposedByName}</td>
      <td>
        {one.mayDecide ? <><ActButton kind="primary" busy={busy} onClick={() => onDecide(true)}>{a('agree')}</ActButton> <ActButton kind="quiet" busy={busy} onClick={() => onDecide(false)}>{a('refuse')}</ActButton></> : null}
        {one.mayTake ? <><ActButton kind="secondary" busy={busy} onClick={() => onTake('csv')}>{a('take.csv')}</ActButton> <ActButton kind="quiet" busy={busy} onClick={() => onTake('json-lines')}>{a('take.json')}</ActButton></> : null}
      </td>
    </tr>
  );
}

function AskForm(): ReactElement {
  const a = useAuditWords();
  const { today } = useWords();
  const [asked, setAsked] = useState({ kind: 'readings' as AuditExport['kind'], fromOn: today, toOn: today, login: '', reason: '' });
  const act = useAuditAct();
  const send = (): void => {
    const { login, reason, ...rest } = asked;
    act.mutate({ act: 'propose_export', body: { ...rest, reason: reason.trim(), ...(login.trim() ? { login: login.trim() } : {}) } }, { onSuccess: () => setAsked({ ...asked, reason: '' }) });
  };
  return (
    <form className="wb-audit__form" onSubmit={(event) => { event.preventDefault(); send(); }}>
      {act.isError ? <FailureNotice error={act.error} /> : null}
      <label>{a('export.kind')}<select className="ym-input" value={asked.kind} onChange={(event) => setAsked({ ...asked, kind: exportKinds.find((one) => one === event.target.value) ?? 'readings' })}>{exportKinds.map((one) => <option key={one} value={one}>{a(`export.${one}`)}</option>)}</select></label>
      <label>{a('search.from')}<input className="ym-input" type="date" required value={asked.fromOn} onChange={(event) => setAsked({ ...asked, fromOn: event.target.value })} /></label>
      <label>{a('search.to')}<input className="ym-input" type="date" required value={asked.toOn} onChange={(event) => setAsked({ ...asked, toOn: event.target.value })} /></label>
      <label>{a('search.login')}<input className="ym-input" maxLength={60} value={asked.login} onChange={(event) => setAsked({ ...asked, login: event.target.value })} /></label>
      <label>{a('export.reason')}<input className="ym-input" required minLength={4} maxLength={300} value={asked.reason} onChange={(event) => setAsked({ ...asked, reason: event.target.value })} /></label>
      <ActButton kind="primary" type="submit" busy={act.isPending}>{a('export.do')}</ActButton>
    </form>
  );
}
