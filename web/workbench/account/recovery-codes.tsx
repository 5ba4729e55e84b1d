import type { ReactElement } from 'react';
import { dayOf, dayWords } from '../../ui/dates.ts';
import { ActButton } from '../keys/act-button.tsx';
import { useWords } from '../words/words.tsx';
import { useAccountWords } from './account-words.ts';
import './account.css';

/** Recovery codes on the one occasion they are shown: numbered, ready for paper with the system's address and the owner's name. */
export function RecoveryCodes({ codes, name }: { readonly codes: readonly string[]; readonly name: string | null }): ReactElement {
  const { t, language } = useWords();
  const a = useAccountWords();
  return (
    <div className="wb-codes">
      <p className="wb-codes__paper">{a('codes.paper', { host: window.location.host, name: name ?? '', on: dayWords(dayOf(new Date().toISOString()), language) })}</p>
      <p>{t('enrol.codes_why')}</p>
      <ol className="wb-codes__list">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ol>
    </div>
  );
}

/** Prints what stands on the sheet, and goes on once the codes are kept. */
export function RecoveryCodesActs({ onKept }: { readonly onKept: () => void }): ReactElement {
  const { t } = useWords();
  return (
    <div className="wb-acts__row ym-no-print">
      <ActButton kind="primary" icon="print" onClick={() => window.print()}>{t('enrol.print')}</ActButton>
      <ActButton kind="secondary" onClick={onKept}>{t('enrol.kept')}</ActButton>
    </div>
  );
}
