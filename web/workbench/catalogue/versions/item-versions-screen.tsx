import { useState, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { ActButton } from '../../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../../shell/states.tsx';
import { useWords } from '../../words/words.tsx';
import { useItemVersions, type ItemVersions } from './calls.ts';
import { ChangeSheet } from './change-sheet.tsx';
import { ChangeTable } from './change-table.tsx';
import { Comparison } from './comparison.tsx';
import { DistrictPart } from './district-part.tsx';
import { useVersionWords } from './version-words.ts';
import './versions.css';

/** An item through its versions: which stands, where each came from, how many open matters keep it, what is other between two, and the districts' own values. */
export function ItemVersionsScreen({ taskCode }: { readonly taskCode: string }): ReactElement {
  const { of } = useWords();
  const { v } = useVersionWords();
  const [, go] = useLocation();
  const read = useItemVersions(taskCode);
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <main className="wb-plain wb-plain--wide wb-versions" id="content">
      <p className="ym-no-print"><Link href={`/catalogue/${taskCode}`}>{v('versions.back')}</Link></p>
      {read.isError ? <FailureNotice error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.isPending ? <SkeletonRows count={10} /> : null}
      {read.data ? (
        <>
          <div className="wb-title-row"><h1>{v('versions.title', { name: of(read.data.name) })}</h1><ActButton onClick={() => go('/catalogue/changes')}>{v('changes.title')}</ActButton></div>
          <VersionPart taskCode={taskCode} read={read.data} onOpen={setOpened} />
          <DistrictPart taskCode={taskCode} read={read.data} onOpen={setOpened} />
          <section aria-labelledby="item-changes">
            <h2 id="item-changes">{v('changes.title')}</h2>
            {read.data.changes.length === 0 ? <p className="ym-quiet">{v('changes.none')}</p> : <ChangeTable changes={read.data.changes} label={v('changes.title')} onOpen={setOpened} />}
          </section>
        </>
      ) : null}
      {opened ? <ChangeSheet key={opened} changeId={opened} onClose={() => setOpened(null)} /> : null}
    </main>
  );
}

interface PartProps {
  readonly taskCode: string;
  readonly read: ItemVersions;
  readonly onOpen: (changeId: string) => void;
}

/** The versions with both persons, and what is other between the two chosen: at first the newest and the one before. */
function VersionPart({ taskCode, read, onOpen }: PartProps): ReactElement {
  const { v } = useVersionWords();
  const [first, second] = read.versions;
  const [from, setFrom] = useState(second?.version ?? first?.version ?? 1);
  const [to, setTo] = useState(first?.version ?? 1);
  return (
    <section aria-labelledby="item-versions">
      <h2 id="item-versions">{v('versions.list')}</h2>
      <VersionTable read={read} from={from} to={to} onFrom={setFrom} onTo={setTo} onOpen={onOpen} />
      {read.versions.length > 1 ? <><h3>{v('diff.title')}</h3>{from === to ? <p className="ym-quiet">{v('versions.two')}</p> : <Comparison taskCode={taskCode} sides={{ from, to }} heads={[v('versions.n', { version: from }), v('versions.n', { version: to })]} />}</> : null}
    </section>
  );
}

function VersionTable({ read, from, to, onFrom, onTo, onOpen }: Omit<PartProps, 'taskCode'> & { readonly from: number; readonly to: number; readonly onFrom: (version: number) => void; readonly onTo: (version: number) => void }): ReactElement {
  const { v, day, moment } = useVersionWords();
  const pick = (name: string, chosen: number, onPick: (version: number) => void, version: number): ReactElement => (
    <td className="wb-versions__pick"><input type="radio" name={name} checked={chosen === version} aria-label={`${v(name === 'from' ? 'versions.from' : 'versions.to')}: ${v('versions.n', { version })}`} onChange={() => onPick(version)} /></td>
  );
  const several = read.versions.length > 1;
  return (
    <div className="wb-scroll" tabIndex={0} role="group" aria-label={v('versions.list')}>
      <table className="wb-table">
        <thead>
          <tr>
            {several ? <><th scope="col">{v('versions.from')}</th><th scope="col">{v('versions.to')}</th></> : null}
            <th scope="col">{v('changes.version')}</th><th scope="col">{v('versions.effective')}</th><th scope="col">{v('versions.origin')}</th><th scope="col">{v('changes.by')}</th><th scope="col">{v('changes.decided')}</th>
            <th scope="col">{v('versions.process')}</th><th scope="col">{v('versions.open_matters')}</th>
          </tr>
        </thead>
        <tbody>
          {read.versions.map((one) => (
            <tr key={one.version}>
              {several ? <>{pick('from', from, onFrom, one.version)}{pick('to', to, onTo, one.version)}</> : null}
              <th scope="row">{v('versions.n', { version: one.version })} {one.current ? <span className="wb-mark-word">{v('versions.current')}</span> : null}</th>
              <td>{one.effectiveOn === null ? moment(one.loadedAt) : day(one.effectiveOn)}</td>
              <td>{one.changeId === null ? v('origin.release') : <button type="button" className="wb-link" onClick={() => onOpen(one.changeId ?? '')}>{one.title || v('changes.untitled')}</button>}</td>
              <td>{one.author?.name ?? '–'}</td><td>{one.decidedBy?.name ?? '–'}</td><td>{one.process} {one.processVersion}</td><td className="ym-numerals">{one.openMatters}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
