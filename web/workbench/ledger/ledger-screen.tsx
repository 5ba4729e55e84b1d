import type { ReactElement } from 'react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { LogState } from '../../../contract/ledger.ts';
import { ledgerPanelMessages } from '../../../contract/messages/ledger.ts';
import { momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { speaker } from '../../ui/speak.ts';
import { SummaryList } from '../../ui/summary-list/summary-list.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { answered, api } from '../server/api.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';

/** How the logs are; asked again every ten seconds, as often as they are signed. */
const useLedger = (): UseQueryResult<{ logs: LogState[] }> => useQuery({ queryKey: ['ledger'], refetchInterval: 10_000, queryFn: () => answered(api.GET('/api/v1/ledger')) });

const useLedgerWords = () => speaker(ledgerPanelMessages, useWords().language);

/** The logs of facts and of accesses, for who runs the installation and who supervises it: sizes, newest signature, witnesses, and what is wrong. */
export function LedgerScreen(): ReactElement {
  const say = useLedgerWords();
  const ledger = useLedger();
  return (
    <main className="wb-plain wb-plain--wide" id="content">
      <h1>{say('ledger.title')}</h1>
      <p className="ym-quiet">{say('ledger.lead')}</p>
      {ledger.isPending ? <SkeletonRows count={6} /> : null}
      {ledger.isError ? <FailureNotice error={ledger.error} onRetry={() => void ledger.refetch()} /> : null}
      {ledger.data?.logs.length === 0 ? <EmptyState title={say('ledger.empty')} /> : null}
      {ledger.data?.logs.map((log) => <OneLog key={log.log} log={log} />)}
    </main>
  );
}

function OneLog({ log }: { readonly log: LogState }): ReactElement {
  const say = useLedgerWords();
  const { language, today } = useWords();
  const { checkpoint } = log;
  const count = (value: number): string => value.toLocaleString('en-US');
  return (
    <section aria-labelledby={`log-${log.log}`}>
      <h2 id={`log-${log.log}`}>{say(`ledger.log.${log.log}`)} <Tag tone={log.stoppedWhy === null ? 'good' : 'bad'}>{say(log.stoppedWhy === null ? 'ledger.state.good' : 'ledger.state.stopped')}</Tag></h2>
      {log.stoppedWhy === null ? null : (
        <Notice kind="bad" title={stopWords(say, log.stoppedWhy)}><p>{say('ledger.stopped_since', { at: log.stoppedAt === null ? '' : momentWords(log.stoppedAt, language, today) })}</p></Notice>
      )}
      {log.faults.map((fault) => <Notice key={`${fault.code} ${fault.name}`} kind="wait"><p>{faultWords(say, fault)}</p></Notice>)}
      <SummaryList
        rows={[
          { name: say('ledger.origin'), value: <code>{log.origin}</code> },
          { name: say('ledger.size'), value: <span className="ym-numerals">{count(log.size)}</span> },
          { name: say('ledger.waiting'), value: <span className="ym-numerals">{count(log.waiting)}</span> },
          { name: say('ledger.signed'), value: checkpoint === null ? say('ledger.signed_none') : say('ledger.signed_at_size', { at: momentWords(checkpoint.signedAt, language, today), size: count(checkpoint.size) }) },
          { name: say('ledger.witnesses'), value: log.witnessesAsked === 0 ? say('ledger.witnesses_none') : say('ledger.witnesses_of', { signed: checkpoint?.witnesses ?? 0, asked: log.witnessesAsked }) },
        ]}
      />
    </section>
  );
}

type Say = ReturnType<typeof useLedgerWords>;

/** The sentence of a reason; one that is newer than this page is shown as it is. */
function stopWords(say: Say, why: string): string {
  const key = `ledger.stop.${why}`;
  return key in ledgerPanelMessages ? say(key as keyof typeof ledgerPanelMessages) : why;
}

function faultWords(say: Say, { code, name }: LogState['faults'][number]): string {
  if (code === 'mirror_unreadable') return say('ledger.fault.mirror_unreadable', { name });
  if (code === 'sequencing') return say('ledger.fault.sequencing', { name });
  return say('ledger.fault.witness', { name, code: code.replace(/^witness_/, '') });
}
