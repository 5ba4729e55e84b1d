import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { Backoffice } from '../../../contract/backoffices.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { KeyCap } from '../keys/key-cap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { BackofficeState } from './backoffice-state.tsx';
import { useBackofficeWords } from './backoffice-words.ts';
import { useBackoffice } from './calls.ts';
import { Callbacks } from './callbacks.tsx';
import { Deliveries } from './deliveries.tsx';
import { Reconciliations } from './reconciliations.tsx';
import { Registration } from './registration.tsx';

const tabs = ['registration', 'deliveries', 'callbacks', 'reconciliation'] as const;

/** One system: its registration, its queue, what it called back, and the comparisons. */
export function OneBackoffice({ backofficeId }: { readonly backofficeId: string }): ReactElement {
  const { b } = useBackofficeWords();
  const read = useBackoffice(backofficeId);
  return (
    <>
      <p className="ym-no-print"><Link href="/backoffices"><Icon name="back" /> {b('list.back')}</Link></p>
      {read.isError ? <FailureNotice error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.isPending ? <SkeletonRows count={8} /> : null}
      {read.data ? <Opened backoffice={read.data} /> : null}
    </>
  );
}

function Opened({ backoffice }: { readonly backoffice: Backoffice }): ReactElement {
  const { of } = useWords();
  const { b } = useBackofficeWords();
  const [tab, setTab] = useState<(typeof tabs)[number]>('registration');
  useKeys(tabs.map((one, i) => ({ keys: String(i + 1), does: b(`tab.${one}`), run: () => setTab(one) })));
  const name = backoffice.terms?.name ?? backoffice.proposal?.terms?.name;
  const { backofficeId } = backoffice;
  return (
    <>
      <div className="wb-title-row"><h1>{name ? of(name) : b('screen.title')} <BackofficeState row={{ status: backoffice.status, waiting: backoffice.proposal?.change ?? null }} /></h1></div>
      <div className="wb-views ym-no-print" role="group" aria-label={b('screen.title')}>
        {tabs.map((one, i) => <button key={one} type="button" aria-pressed={tab === one} aria-keyshortcuts={String(i + 1)} onClick={() => setTab(one)}>{b(`tab.${one}`)} <KeyCap keys={String(i + 1)} /></button>)}
      </div>
      {tab === 'registration' ? <Registration backoffice={backoffice} /> : null}
      {tab === 'deliveries' ? <Deliveries backofficeId={backofficeId} failed={backoffice.deliveries.failed} /> : null}
      {tab === 'callbacks' ? <Callbacks backofficeId={backofficeId} /> : null}
      {tab === 'reconciliation' ? <Reconciliations backofficeId={backofficeId} /> : null}
    </>
  );
}
