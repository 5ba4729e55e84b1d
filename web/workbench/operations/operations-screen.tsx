import { useState, type ReactElement } from 'react';
import type { Operations } from '../../../contract/operations.ts';
import { momentWords } from '../../ui/dates.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';
import { useOperations, useStuckJobs, useTake } from './calls.ts';
import { JobsPart } from './jobs-part.tsx';
import { FiguresPart, HealthPart, LogsPart } from './machine-parts.tsx';
import { useOperationsWords } from './operations-words.ts';
import { SettingsPart } from './settings-part.tsx';
import './operations.css';

/** How the installation runs and every setting with its source: the system administrator acts on what stopped, the audit administrator reads. */
export function OperationsScreen(): ReactElement {
  const o = useOperationsWords();
  const told = useOperations();
  const jobs = useStuckJobs();
  const refresh = (): void => {
    void told.refetch();
    void jobs.refetch();
  };
  return (
    <main className="wb-plain wb-plain--wide wb-operations" id="content">
      <div className="wb-title-row">
        <h1>{o('title')}</h1>
        <Tools busy={told.isFetching} onRefresh={refresh} />
      </div>
      <p className="ym-quiet">{o('lead')}</p>
      {told.isError ? <FailureNotice error={told.error} onRetry={refresh} /> : null}
      {told.isPending ? <SkeletonRows count={12} /> : null}
      {told.data ? <Told told={told.data} seenAt={told.dataUpdatedAt}><JobsPart jobs={jobs} counts={told.data.jobs} /></Told> : null}
    </main>
  );
}

/** Everything the server told, in the order in which one looks: is it well, what stopped, how much of what, where is room, what is set. */
function Told({ told, seenAt, children }: { readonly told: Operations; readonly seenAt: number; readonly children: ReactElement }): ReactElement {
  const o = useOperationsWords();
  const { language, today } = useWords();
  const at = (instant: string): string => momentWords(instant, language, today);
  return (
    <>
      <Notice kind={told.safe ? 'good' : 'bad'} title={o(told.safe ? 'safe' : 'unsafe')} />
      <p className="wb-count">{o('started', { at: at(told.startedAt) })} · {o('seen', { at: at(new Date(seenAt).toISOString()) })}</p>
      <HealthPart checks={told.checks} disks={told.disks} />
      {children}
      <FiguresPart told={told} />
      <LogsPart logs={told.logs} />
      <SettingsPart settings={told.settings} />
    </>
  );
}

/** Reading anew, taking the page out, and printing it. */
function Tools({ busy, onRefresh }: { readonly busy: boolean; readonly onRefresh: () => void }): ReactElement {
  const o = useOperationsWords();
  const words = useWords();
  const take = useTake(words.today);
  const [form, setForm] = useState<'csv' | 'json'>('csv');
  const run = (wanted: 'csv' | 'json'): void => {
    setForm(wanted);
    if (!take.isPending) take.mutate(wanted);
  };
  useKeys([
    { keys: 'R', does: o('refresh'), run: onRefresh },
    { keys: 'E', does: o('take.csv'), run: () => run('csv') },
    { keys: 'J', does: o('take.json'), run: () => run('json') },
    { keys: 'P', does: o('print'), run: () => window.print() },
  ]);
  return (
    <div className="wb-operations__tools ym-no-print">
      <ActButton keys="R" busy={busy} onClick={onRefresh}>{o('refresh')}</ActButton>
      <ActButton icon="download" keys="E" busy={take.isPending && form === 'csv'} onClick={() => run('csv')}>{o('take.csv')}</ActButton>
      <ActButton icon="download" keys="J" busy={take.isPending && form === 'json'} onClick={() => run('json')}>{o('take.json')}</ActButton>
      <ActButton icon="print" keys="P" onClick={() => window.print()}>{o('print')}</ActButton>
      <span className="wb-operations__taken" role="status">{take.isError ? failureWords(take.error, words) : take.data ? o('taken', { file: take.data }) : ''}</span>
    </div>
  );
}
