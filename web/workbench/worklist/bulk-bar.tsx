import { useState, type ReactElement } from 'react';
import type { BulkAct } from '../../../contract/handling.ts';
import type { MatterRow } from '../../../contract/matters.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { HandOver } from '../file/hand-over-sheet.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { rowKey } from './chosen-row.ts';
import { actsOn, type Selection } from './selection.ts';
import { useBulk, type BulkWords } from './use-bulk.ts';
import './bulk.css';

interface BarProps {
  readonly chosen: readonly MatterRow[];
  readonly onSelection: (selection: Selection) => void;
  readonly onAll: () => void;
}

/** What may be done to the chosen rows together, how far it is, and what did not go, with the reason: that stays chosen. */
export function BulkBar({ chosen, onSelection, onAll }: BarProps): ReactElement | null {
  const { t } = useWords();
  const bulk = useBulk();
  const [sheet, setSheet] = useState<BulkAct | null>(null);
  const acts = actsOn(chosen);
  const go = async (act: BulkAct, words: BulkWords): Promise<void> => {
    const rows = acts.find((one) => one.act === act)?.rows ?? [];
    const failed = await bulk.run(act, rows, words);
    setSheet(null);
    if (failed) onSelection(chosen.map(rowKey).filter((key) => failed.has(key) || !rows.some((row) => rowKey(row) === key)));
  };
  const start = (act: BulkAct): void => {
    bulk.forget();
    if (act === 'claim_link' || act === 'release_link') void go(act, { words: '' });
    else setSheet(act);
  };
  if (chosen.length === 0 && !bulk.told && !bulk.running && !bulk.error) return null;
  const of = (act: BulkAct): readonly MatterRow[] => acts.find((one) => one.act === act)?.rows ?? [];
  const first = of('hand_over_link')[0];
  return (
    <div className="wb-bulk ym-no-print" role="region" aria-label={t('bulk.selected', { count: chosen.length })}>
      <Told bulk={bulk} chosen={chosen} />
      {chosen.length === 0 && !bulk.running ? null : <div className="wb-acts__row">
        <strong role="status">{bulk.running ? t('bulk.running', bulk.running) : t('bulk.selected', { count: chosen.length })}</strong>
        {acts.map((one, i) => <ActButton key={one.act} kind={i === 0 ? 'primary' : 'secondary'} busy={bulk.running !== null} onClick={() => start(one.act)}>{t(`bulk.act.${one.act}`, { count: one.rows.length })}</ActButton>)}
        <ActButton kind="quiet" onClick={onAll}>{t('bulk.all')}</ActButton>
        <ActButton kind="quiet" onClick={() => { bulk.forget(); onSelection([]); }}>{t('bulk.clear')}</ActButton>
      </div>}
      {sheet === 'hand_over_link' && first ? (
        <HandOver title={t('bulk.act.hand_over_link', { count: of(sheet).length })} matterId={first.matterId} linkId={first.linkId ?? ''} busy={bulk.running !== null} error={bulk.error} onClose={() => setSheet(null)} onSend={(to, words) => void go(sheet, { to, words })} />
      ) : null}
      {sheet === 'record_finding' || sheet === 'approve_decision' ? <WordsSheet act={sheet} count={of(sheet).length} busy={bulk.running !== null} onClose={() => setSheet(null)} onSend={(words) => void go(sheet, { words })} /> : null}
    </div>
  );
}

/** What became of it. */
function Told({ bulk, chosen }: { readonly bulk: ReturnType<typeof useBulk>; readonly chosen: readonly MatterRow[] }): ReactElement | null {
  const { t } = useWords();
  if (bulk.error) return <FailureNotice error={bulk.error} />;
  if (!bulk.told) return null;
  const { done, failed } = bulk.told;
  if (failed.size === 0) return <p className="wb-bulk__done" role="status">{t('bulk.done', { count: done })}</p>;
  return (
    <Notice kind="bad" title={t('bulk.failed', { done, count: failed.size })}>
      <ul className="wb-bulk__failed">
        {[...failed].map(([key, reason]) => <li key={key}><span className="ym-numerals">{chosen.find((row) => rowKey(row) === key)?.number ?? ''}</span> {reason}</li>)}
      </ul>
    </Notice>
  );
}

interface WordsProps {
  readonly act: 'record_finding' | 'approve_decision';
  readonly count: number;
  readonly busy: boolean;
  readonly onSend: (words: string) => void;
  readonly onClose: () => void;
}

/** The words that go into each of the matters; a finding needs some. */
function WordsSheet({ act, count, busy, onSend, onClose }: WordsProps): ReactElement {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const missing = act === 'record_finding' && words.trim() === '';
  const phrase = t(act === 'record_finding' ? 'phrase.passed' : 'phrase.agreed');
  const send = (): void => {
    setTried(true);
    if (missing) document.getElementById('bulk-words')?.focus();
    else if (!busy) onSend(words.trim());
  };
  const title = t(`bulk.act.${act}`, { count });
  return (
    <Sheet
      title={title} onClose={onClose} narrow bindings={[{ keys: 'Ctrl+Enter', does: title, run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={busy} onClick={send}>{title}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      <p>{t('bulk.each_judged')}</p>
      <label className="ym-field__label" htmlFor="bulk-words">{t(`bulk.words_${act}`)}</label>
      <textarea id="bulk-words" className="ym-input" rows={3} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} {...(tried && missing ? { 'aria-invalid': true } : {})} />
      {words === '' ? <p><button type="button" className="wb-link" onClick={() => setWords(phrase)}>{t('opinion.phrase')}“{phrase}”</button></p> : null}
      {tried && missing ? <p className="wb-judgement wb-judgement--wrong" role="alert">{t('opinion.words_missing')}</p> : null}
    </Sheet>
  );
}
