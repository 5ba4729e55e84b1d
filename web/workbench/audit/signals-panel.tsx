import { useState, type ReactElement } from 'react';
import type { Signal } from '../../../contract/access-log.ts';
import { dayWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useAuditWords } from './audit-words.ts';
import { useAuditAct, useSignalRecords, useSignals } from './calls.ts';
import { RecordsTable } from './records-table.tsx';

const tones: Readonly<Record<Signal['state'], TagTone>> = { open: 'wait', explained: 'good', handed_on: 'bad' };

/** What was noticed, the open ones first. */
export function SignalsPanel(): ReactElement {
  const a = useAuditWords();
  const { language, today } = useWords();
  const [all, setAll] = useState(false);
  const [looking, setLooking] = useState<Signal | null>(null);
  const list = useSignals(all ? null : 'open');
  return (
    <section aria-label={a('tab.signals')}>
      <p>{a('signals.question')} <label><input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} /> {a('signals.all')}</label></p>
      {list.isError ? <FailureNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <SkeletonRows count={5} /> : null}
      {list.data?.signals.length === 0 ? <EmptyState title={a('signals.none')}><p>{a('signals.none_how')}</p></EmptyState> : null}
      {list.data && list.data.signals.length > 0 ? (
        <>
          <p className="wb-count">{a('signals.open', { count: list.data.open })}{list.data.total > list.data.signals.length ? ` · ${a('records.more', { count: list.data.signals.length, total: list.data.total })}` : ''}</p>
          <div className="wb-scroll" tabIndex={0} role="group" aria-label={a('tab.signals')}>
            <table className="wb-table">
              <thead><tr><th scope="col">{a('column.kind')}</th><th scope="col">{a('column.who')}</th><th scope="col">{a('column.day')}</th><th scope="col" className="wb-number">{a('column.counted')}</th><th scope="col" className="wb-number">{a('column.usual')}</th><th scope="col">{a('column.state')}</th><th scope="col" aria-label={a('signals.look')} /></tr></thead>
              <tbody>
                {list.data.signals.map((one) => (
                  <tr key={one.signalId}>
                    <th scope="row">{a(`kind.${one.kind}`)}</th><td>{one.staffName}</td><td className="ym-numerals">{dayWords(one.onDay, language, today)}</td><td className="wb-number ym-numerals">{one.counted}</td>
                    <td className="wb-number ym-numerals">{one.usual ?? '–'}</td><td><Tag tone={tones[one.state]}>{a(`state.${one.state}`)}</Tag>{one.note ? <div className="ym-quiet">{one.decidedByName} · {one.note}</div> : null}</td>
                    <td><ActButton kind="quiet" onClick={() => setLooking(one)}>{a('signals.look')}</ActButton></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : null}
      {looking ? <SignalSheet signal={looking} onClose={() => setLooking(null)} /> : null}
    </section>
  );
}

function SignalSheet({ signal, onClose }: { readonly signal: Signal; readonly onClose: () => void }): ReactElement {
  const a = useAuditWords();
  const { t } = useWords();
  const records = useSignalRecords(signal.signalId);
  const act = useAuditAct();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const short = note.trim().length < 4;
  const decide = (state: 'explained' | 'handed_on'): void => {
    setTried(true);
    if (short) document.getElementById('signal-note')?.focus();
    else if (!act.isPending) act.mutate({ act: 'decide_signal', signalId: signal.signalId, state, note: note.trim() }, { onSuccess: onClose });
  };
  const foot = signal.state === 'open'
    ? <><ActButton kind="primary" busy={act.isPending} onClick={() => decide('explained')}>{a('signal.explained')}</ActButton><ActButton kind="secondary" busy={act.isPending} onClick={() => decide('handed_on')}>{a('signal.handed_on')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>
    : <ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton>;
  return (
    <Sheet title={`${signal.staffName} · ${a(`kind.${signal.kind}`)}`} onClose={onClose} foot={foot}>
      {act.isError ? <FailureNotice error={act.error} /> : null}
      {signal.state === 'open' ? (
        <>
          <label className="ym-field__label" htmlFor="signal-note">{a('signal.note')}</label>
          <textarea id="signal-note" className="ym-input" rows={2} maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} {...(tried && short ? { 'aria-invalid': true } : {})} />
          {tried && short ? <p className="wb-judgement wb-judgement--wrong" role="alert">{a('signal.fault_note')}</p> : null}
        </>
      ) : null}
      {records.isPending ? <SkeletonRows count={4} /> : null}
      {records.isError ? <FailureNotice error={records.error} onRetry={() => void records.refetch()} /> : null}
      {records.data ? <RecordsTable records={records.data.records} total={records.data.total} /> : null}
    </Sheet>
  );
}
