import type { ReactElement } from 'react';
import type { CheckView, DiskView, LogView, Operations } from '../../../contract/operations.ts';
import { sizeWords } from '../../ui/dates.ts';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { useWords } from '../words/words.tsx';
import { figureLines, logLine } from './figure-lines.ts';
import { useOperationsWords } from './operations-words.ts';

const checkTones: Readonly<Record<CheckView['state'], TagTone>> = { good: 'good', off: 'plain', bad: 'bad' };
const roomTones: Readonly<Record<DiskView['room'], TagTone>> = { enough: 'good', no_uploads: 'wait', no_writes: 'bad' };

/** What was looked at, each with its sentence, and the disks below it. */
export function HealthPart({ checks, disks }: { readonly checks: readonly CheckView[]; readonly disks: readonly DiskView[] }): ReactElement {
  const o = useOperationsWords();
  return (
    <section aria-labelledby="operations-health">
      <h2 id="operations-health">{o('part.health')}</h2>
      <div className="wb-scroll" tabIndex={0} role="group" aria-label={o('part.health')}>
        <table className="wb-table wb-operations__short">
          <thead><tr><th scope="col">{o('column.name')}</th><th scope="col">{o('column.state')}</th><th scope="col">{o('column.found')}</th></tr></thead>
          <tbody>{checks.map((one) => <tr key={one.name}><th scope="row">{o(`check.${one.name}`)}</th><td><Tag tone={checkTones[one.state]}>{o(`state.${one.state}`)}</Tag></td><td>{one.words}</td></tr>)}</tbody>
        </table>
      </div>
      <h3>{o('part.disks')}</h3>
      {disks.length === 0 ? <p className="ym-quiet">{o('disks.none')}</p> : (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={o('part.disks')}>
          <table className="wb-table wb-operations__short wb-operations__disks">
            <thead><tr><th scope="col">{o('column.folder')}</th><th scope="col">{o('column.state')}</th><th scope="col">{o('column.free')}</th></tr></thead>
            <tbody>{disks.map((one) => <tr key={one.folder}><th scope="row"><code lang="zxx">{one.folder}</code></th><td><Tag tone={roomTones[one.room]}>{o(`room.${one.room}`)}</Tag></td><td className="ym-numerals">{o('disks.value', { free: sizeWords(one.freeBytes), size: sizeWords(one.bytes) })}</td></tr>)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** Versions, counts and dates. */
export function FiguresPart({ told }: { readonly told: Operations }): ReactElement {
  const o = useOperationsWords();
  const { language, today } = useWords();
  return (
    <section aria-labelledby="operations-figures">
      <h2 id="operations-figures">{o('part.figures')}</h2>
      <dl className="wb-pairs wb-operations__figures">
        {figureLines(told, o, language, today).map(([name, value]) => <div key={name} className="wb-operations__line"><dt>{name}</dt><dd className="ym-numerals">{value}</dd></div>)}
      </dl>
    </section>
  );
}

/** The logs of facts and of accesses in a line each; their own screen tells more. */
export function LogsPart({ logs }: { readonly logs: readonly LogView[] }): ReactElement {
  const o = useOperationsWords();
  const { language, today } = useWords();
  return (
    <section aria-labelledby="operations-logs">
      <h2 id="operations-logs">{o('part.logs')}</h2>
      <dl className="wb-pairs">
        {logs.map((log) => (
          <div key={log.log} className="wb-operations__line">
            <dt>{o('figure.log', { log: log.log })}</dt>
            <dd className="ym-numerals">{log.stoppedWhy === null ? null : <><Tag tone="bad">{o('state.bad')}</Tag> </>}{logLine(log, o, language, today)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
