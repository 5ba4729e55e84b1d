import { useState, type ReactElement } from 'react';
import type { Factor, MySecurity } from '../../../contract/account.ts';
import type { Me } from '../../../contract/people.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useAccountWords } from './account-words.ts';
import { AddPasskeySheet } from './add-passkey-sheet.tsx';
import { AddTotpSheet } from './add-totp-sheet.tsx';
import { useMySecurity, type Added } from './calls.ts';
import { CityPart } from './city-part.tsx';
import { EndFactorSheet } from './end-factor-sheet.tsx';
import { CodesPart, FactorsPart } from './factors-part.tsx';
import { HistoryPart } from './history-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { RecoveryCodes, RecoveryCodesActs } from './recovery-codes.tsx';
import { RenewCodesSheet } from './renew-codes-sheet.tsx';
import { SessionsPart } from './sessions-part.tsx';
import './account.css';

type Opened = 'totp' | 'passkey' | 'renew' | { readonly end: Factor } | { readonly codes: readonly string[] } | null;

/** One's own account: second factors, recovery codes, password, where one is signed in, and what happened to the account. */
export function AccountScreen({ me }: { readonly me: Me }): ReactElement {
  const a = useAccountWords();
  const security = useMySecurity();
  // Back from the city identity service, where the account was linked.
  const [said, setSaid] = useState(() => (new URLSearchParams(window.location.search).get('city') === 'linked' ? a('city.done') : ''));
  return (
    <main className="wb-plain wb-account" id="content">
      <h1>{a('title')}</h1>
      <p className="ym-quiet">{a('why')}</p>
      <div role="status" className="ym-no-print">{said ? <Notice kind="good" title={said} /> : null}</div>
      {security.isError ? <FailureNotice error={security.error} onRetry={() => void security.refetch()} /> : null}
      {security.isPending ? <SkeletonRows count={5} height="card" /> : null}
      {security.data ? <Parts me={me} security={security.data} onSaid={setSaid} /> : null}
    </main>
  );
}

function Parts({ me, security, onSaid }: { readonly me: Me; readonly security: MySecurity; readonly onSaid: (words: string) => void }): ReactElement {
  const a = useAccountWords();
  const { t } = useWords();
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  const added = (name: string, { recoveryCodes }: Added): void => {
    onSaid(a('factors.added', { name }));
    setOpened(recoveryCodes && recoveryCodes.length > 0 ? { codes: recoveryCodes } : null);
  };
  const ended = (name: string): void => {
    onSaid(a('factors.removed', { name }));
    close();
    document.getElementById('account-factors')?.focus();
  };
  return (
    <>
      <FactorsPart security={security} onAdd={setOpened} onEnd={(end) => setOpened({ end })} />
      <CodesPart security={security} onRenew={() => setOpened('renew')} />
      <PasswordPart onSaid={onSaid} />
      <CityPart onSaid={onSaid} />
      <SessionsPart sessions={security.sessions} onSaid={onSaid} />
      <HistoryPart history={security.history} />
      {opened === 'totp' ? <AddTotpSheet onClose={close} onAdded={added} /> : null}
      {opened === 'passkey' ? <AddPasskeySheet onClose={close} onAdded={added} /> : null}
      {opened === 'renew' ? <RenewCodesSheet onClose={close} onMade={(codes) => setOpened({ codes })} /> : null}
      {opened !== null && typeof opened === 'object' && 'end' in opened ? <EndFactorSheet factor={opened.end} onClose={close} onEnded={ended} /> : null}
      {opened !== null && typeof opened === 'object' && 'codes' in opened ? (
        <Sheet title={t('enrol.codes_title')} onClose={close} narrow locked foot={<RecoveryCodesActs onKept={close} />}><RecoveryCodes codes={opened.codes} name={me.name} /></Sheet>
      ) : null}
    </>
  );
}
