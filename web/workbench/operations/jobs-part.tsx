import { useState, type ReactElement } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Operations, StuckJob } from '../../../contract/operations.ts';
import { momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { useTryAgain, type StuckJobs } from './calls.ts';
import { numberWords } from './figure-lines.ts';
import { useOperationsWords } from './operations-words.ts';

/** How many jobs wait, and those that wait for a person. */
export function JobsPart({ jobs, counts }: { readonly jobs: UseQueryResult<StuckJobs>; readonly counts: Operations['jobs'] }): ReactElement {
  const o = useOperationsWords();
  const [asked, setAsked] = useState<StuckJob | null>(null);
  const [tried, setTried] = useState(false);
  const { data } = jobs;
  // The button that was pressed goes with its row: focus stays in this part.
  const afterTried = (): void => {
    setAsked(null);
    setTried(true);
    document.getElementById('operations-jobs')?.focus();
  };
  return (
    <section aria-labelledby="operations-jobs">
      <h2 id="operations-jobs" tabIndex={-1}>{o('part.jobs')}</h2>
      <dl className="wb-pairs wb-pairs--inline">
        {([['jobs.waiting', counts.waiting], ['jobs.due', counts.due], ['jobs.stopped', counts.givenUp]] as const).map(([name, count]) => <div key={name}><dt>{o(name)}</dt><dd className="ym-numerals"><strong>{numberWords(count)}</strong></dd></div>)}
      </dl>
      {jobs.isError ? <FailureNotice error={jobs.error} onRetry={() => void jobs.refetch()} /> : null}
      {jobs.isPending ? <SkeletonRows count={2} /> : null}
      <p className="wb-operations__tried" role="status">{tried ? o('jobs.tried') : ''}</p>
      {data?.jobs.length === 0 ? <EmptyState title={o('jobs.none')} /> : null}
      {data && data.total > data.jobs.length ? <p className="wb-count">{o('jobs.more', { count: data.jobs.length, total: data.total })}</p> : null}
      {data && data.jobs.length > 0 ? <JobTable stuck={data} onAgain={(job) => { setTried(false); setAsked(job); }} /> : null}
      {asked ? <AgainSheet job={asked} onClose={() => setAsked(null)} onTried={afterTried} /> : null}
    </section>
  );
}

function JobTable({ stuck, onAgain }: { readonly stuck: StuckJobs; readonly onAgain: (job: StuckJob) => void }): ReactElement {
  const o = useOperationsWords();
  const { language, today } = useWords();
  return (
    <>
      {stuck.mayTryAgain ? null : <p className="ym-quiet">{o('jobs.reads_only')}</p>}
      <div className="wb-scroll" tabIndex={0} role="group" aria-label={o('jobs.stopped')}>
        <table className="wb-table wb-operations__jobs">
          <thead><tr><th scope="col">{o('column.job')}</th><th scope="col">{o('column.attempts')}</th><th scope="col">{o('column.last_try')}</th><th scope="col">{o('column.fault')}</th>{stuck.mayTryAgain ? <th scope="col" aria-label={o('jobs.again')} /> : null}</tr></thead>
          <tbody>
            {stuck.jobs.map((job) => (
              <tr key={job.jobId}>
                <th scope="row"><KindsOf job={job} /></th>
                <td className="ym-numerals" data-label={o('column.attempts')}>{job.attempts}</td>
                <td className="ym-numerals wb-nowrap" data-label={o('column.last_try')}>{momentWords(job.lastTryAt, language, today)}</td>
                <td><code lang="zxx">{job.fault}</code></td>
                {stuck.mayTryAgain ? <td className="ym-no-print"><ActButton kind="quiet" onClick={() => onAgain(job)}>{o('jobs.again')}</ActButton></td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What is to be done, as the log of the program calls it. */
function KindsOf({ job }: { readonly job: StuckJob }): ReactElement {
  return <>{job.kinds.map((kind) => <code key={kind} lang="zxx" className="wb-operations__kind">{kind}</code>)}</>;
}

/** Asks once more before a job is tried again: somebody should have mended the cause. */
function AgainSheet({ job, onClose, onTried }: { readonly job: StuckJob; readonly onClose: () => void; readonly onTried: () => void }): ReactElement {
  const o = useOperationsWords();
  const { t } = useWords();
  const again = useTryAgain();
  const run = (): void => {
    if (!again.isPending) again.mutate(job.jobId, { onSuccess: onTried });
  };
  return (
    <Sheet
      title={o('jobs.again_title')} onClose={onClose} narrow bindings={[{ keys: 'Ctrl+Enter', does: o('jobs.again'), run }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={again.isPending} onClick={run}>{o('jobs.again')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {again.isError ? <FailureNotice error={again.error} /> : null}
      <p><KindsOf job={job} /></p>
      {job.fault === '' ? null : <p><code lang="zxx">{job.fault}</code></p>}
      <p>{o('jobs.again_lead')}</p>
      <p className="ym-quiet">{o('jobs.again_recorded')}</p>
    </Sheet>
  );
}
