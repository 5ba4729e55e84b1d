import { useState, type ReactElement } from 'react';
import type { KeyChange, KeysInUse } from '../../../contract/key-changes.ts';
import { momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useKeyChanges } from './calls.ts';
import { KeyChangeSheet, KeyChangeState } from './change-sheet.tsx';
import { useKeyWords } from './key-words.ts';
import { ProposeSheet } from './propose-sheet.tsx';

/** Which keys are in use, and every change of them, each by two security administrators. Audit administrators read all of it. */
export function KeysScreen(): ReactElement {
  const { k } = useKeyWords();
  const read = useKeyChanges();
  const [isProposing, setProposing] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const mayPropose = read.data?.mayPropose === true;
  useKeys([{ keys: 'A', does: k('propose'), run: () => setProposing(true), when: mayPropose && !isProposing && opened === null }]);
  return (
    <main className="wb-plain wb-plain--wide" id="content">
      <div className="wb-title-row">
        <h1>{k('title')}</h1>
        <div className="wb-acts__row ym-no-print">{mayPropose ? <ActButton kind="primary" keys="A" onClick={() => setProposing(true)}>{k('propose')}</ActButton> : null}</div>
      </div>
      <p className="ym-quiet">{k('lead')}</p>
      {read.isError ? <FailureNotice error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.isPending ? <SkeletonRows count={8} /> : null}
      {read.data ? <InUse keys={read.data.keys} /> : null}
      {read.data ? <ChangeTable changes={read.data.changes} total={read.data.total} onOpen={setOpened} /> : null}
      {isProposing && read.data ? <ProposeSheet keys={read.data.keys} onClose={() => setProposing(false)} onProposed={(changeId) => { setProposing(false); setOpened(changeId); }} /> : null}
      {opened === null ? null : <KeyChangeSheet key={opened} changeId={opened} onClose={() => setOpened(null)} />}
    </main>
  );
}

function InUse({ keys }: { readonly keys: KeysInUse }): ReactElement {
  const { k } = useKeyWords();
  const lines = [[k('current'), String(keys.current)], [k('versions'), keys.versions.join(', ')], [k('mode'), k(keys.mode === 'gm' ? 'mode.gm' : 'mode.standard')]] as const;
  return (
    <section aria-labelledby="keys-in-use">
      <h2 id="keys-in-use">{k('in_use')}</h2>
      <dl className="wb-pairs">
        <div className="wb-pairs__line"><dt>{k('fingerprint')}</dt><dd><code>{keys.fingerprint}</code></dd></div>
        {lines.map(([name, value]) => <div key={name} className="wb-pairs__line"><dt>{name}</dt><dd className="ym-numerals">{value}</dd></div>)}
      </dl>
    </section>
  );
}

function ChangeTable({ changes, total, onOpen }: { readonly changes: readonly KeyChange[]; readonly total: number; readonly onOpen: (changeId: string) => void }): ReactElement {
  const { language } = useWords();
  const { k, what } = useKeyWords();
  const person = (who: KeyChange['proposedBy'], at: string): ReactElement => <>{who?.name ?? k('operator')} <span className="ym-quiet ym-numerals">{momentWords(at, language)}</span></>;
  return (
    <section aria-labelledby="key-changes">
      <h2 id="key-changes">{k('changes')}</h2>
      {changes.length === 0 ? <EmptyState title={k('none')}><p>{k('none_how')}</p></EmptyState> : null}
      {total > changes.length ? <p className="wb-count">{k('more', { count: changes.length, total })}</p> : null}
      {changes.length > 0 ? (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={k('changes')}>
          <table className="wb-table">
            <thead><tr><th scope="col">{k('what')}</th><th scope="col">{k('state')}</th><th scope="col">{k('reason')}</th><th scope="col">{k('proposed_by')}</th><th scope="col">{k('decided_by')}</th></tr></thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.changeId}>
                  <th scope="row"><button type="button" className="wb-link" onClick={() => onOpen(change.changeId)}>{what(change.task)}</button></th>
                  <td><KeyChangeState change={change} /></td>
                  <td>{change.reason}</td>
                  <td>{person(change.proposedBy, change.proposedAt)}</td>
                  <td>{change.decidedAt ? person(change.decidedBy, change.decidedAt) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
