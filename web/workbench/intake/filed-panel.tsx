import { useEffect, useRef, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { MatterView } from '../../../contract/matters.ts';
import { momentWords } from '../../ui/dates.ts';
import { DueDate } from '../../ui/due-date/due-date.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ReceiptCard } from '../../ui/receipt-card/receipt-card.tsx';
import { Tag, statusTone } from '../../ui/tag/tag.tsx';
import { ActionBar } from '../file/action-bar.tsx';
import { heroDue } from '../file/hero-due.ts';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useMatter } from '../server/queries.ts';
import { changeSettings, useSettings } from '../shell/appearance.ts';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';
import { ReceiptParts } from './bundle-lines.tsx';
import type { Filed } from './use-filing.ts';

type Paper = MatterView['papers'][number];

/** Where a paper of a matter is read as PDF, in the reader's language. */
export const paperPath = (matterId: string, paper: Paper, language: string): string =>
  `/api/v1/matters/${matterId}/papers/${paper}?language=${language}`;

/** What was filed: the number large, the receipt to print, what to do next with it, and the next person. */
export function FiledPanel({ filed, onNext }: { readonly filed: Filed; readonly onNext: () => void }): ReactElement {
  const words = useWords();
  const { t, ui, of, language, today } = words;
  const { paper } = useSettings();
  const matter = useMatter(filed.receipt.matterId).data ?? filed.matter;
  const { receipt } = filed;
  const done = matter.status === 'completed';
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const print = (): void => {
    if (done && matter.papers.includes('result')) window.open(paperPath(matter.matterId, 'result', language), '_blank');
    else window.print();
  };
  useKeys([
    { keys: 'P', does: t(done ? 'filed.print_result' : 'filed.print'), run: print },
    { keys: 'N', does: t('keys.next_person'), run: onNext },
  ]);
  const due = heroDue(matter.dues);
  const title = done ? t(matter.outcome === 'refused' ? 'filed.decided_refused' : 'filed.decided') : matter.status === 'accepted' ? t('filed.accepted') : t('filed.received');
  return (
    <main className={`wb-filed wb-print-${paper}`} id="content">
      <div className="wb-filed__work">
        <p className="wb-filed__title" ref={heading} tabIndex={-1} role="status">{title}</p>
        {filed.stopped === undefined ? null : <Notice kind="bad" title={t('filed.stopped')}><p>{failureWords(filed.stopped, words)}</p></Notice>}
        <ReceiptCard words={{
          title: ui('paper.receipt'), numberLabel: t('file.number'), number: receipt.number, checkCodeLabel: t('filed.check_code'), checkCode: receipt.checkCode,
          qrText: new URL(receipt.progressPath, window.location.origin).href, qrLabel: t('filed.qr_label'), qrCaption: t('filed.qr_caption'),
        }}>
          <dl className="wb-pairs wb-filed__facts">
            <dt>{t('file.item')}</dt><dd>{of(matter.itemName)} · {of(matter.handlingItemName)}</dd>
            <dt>{t('file.applicant')}</dt><dd>{matter.organisation?.nameMasked ?? matter.party.nameMasked}</dd>
            <dt>{t('filed.received_at')}</dt><dd>{momentWords(receipt.receivedAt, language, today)} · {of(receipt.acceptingUnitName)}</dd>
            <ReceiptParts matter={matter} />
            {matter.handlingUnitName ? <><dt>{t('check.handling')}</dt><dd>{of(matter.handlingUnitName)}</dd></> : null}
            {matter.resultNumber ? <><dt>{t('file.result_number')}</dt><dd className="ym-numerals">{matter.resultNumber}</dd></> : null}
          </dl>
          {due && !done ? <DueDate due={due} language={language} today={today} hero /> : null}
          <p className="wb-filed__how">{t('filed.how')}</p>
        </ReceiptCard>
        <ActionBar matter={matter} />
      </div>
      <aside className="wb-check ym-no-print" aria-label={t('filed.next')}>
        <p><Tag tone={statusTone(matter.status)}>{ui(`status.${matter.status}`)}</Tag></p>
        <div className="wb-check__acts">
          <ActButton kind="primary" keys="N" icon="person" onClick={onNext}>{t('keys.next_person')}</ActButton>
          <ActButton kind="secondary" keys="P" icon="print" onClick={print}>{t(done ? 'filed.print_result' : 'filed.print')}</ActButton>
        </div>
        <PaperSizes />
        <h2>{t('filed.papers')}</h2>
        <ul className="wb-papers">
          {matter.papers.map((one: Paper) => <li key={one}><a href={paperPath(matter.matterId, one, language)} target="_blank" rel="noreferrer">{ui(`paper.${one}`)} (PDF)</a></li>)}
        </ul>
        <p><Link href={`/worklist/${matter.matterId}`}>{t('filed.open_file')}</Link></p>
      </aside>
    </main>
  );
}

function PaperSizes(): ReactElement {
  const { t } = useWords();
  const { paper } = useSettings();
  return (
    <fieldset className="wb-paper-sizes">
      <legend>{t('filed.paper')}</legend>
      {(['ticket', 'a4'] as const).map((size) => (
        <label key={size} className="wb-tick"><input type="radio" name="paper" checked={paper === size} onChange={() => changeSettings({ paper: size })} /> <span>{t(`filed.paper_${size}`)}</span></label>
      ))}
    </fieldset>
  );
}
