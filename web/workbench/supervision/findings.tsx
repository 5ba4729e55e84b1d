import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import type { FindingRow, Severity } from '../../../contract/supervision.ts';
import { momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { useLaw } from '../law/law-query.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { addressOf, type Address } from './address.ts';
import { useFindings } from './calls.ts';
import { Definition } from './definition.tsx';
import { useScreenWords } from './screen-words.ts';
import { useRowKeys } from './use-row-keys.ts';

interface FindingProps {
  readonly place: string | undefined;
  readonly address: Address;
}

const shapes: Readonly<Record<Severity, string>> = { warning: '△', yellow: '▲', red: '■' };

/** How grave a rule is: shape, word and colour. */
export function SeverityMark({ severity }: { readonly severity: Severity }): ReactElement {
  const { law } = useScreenWords();
  return <span className={`sv-severity sv-severity--${severity}`}><span aria-hidden="true">{shapes[severity]}</span> {law(`severity.${severity}`)}</span>;
}

/** What the rules found and opened no order for (预警), the newest first. */
export function Findings({ place, address }: FindingProps): ReactElement {
  const { s } = useScreenWords();
  const found = useFindings({ unit: place, rule: address.rule, severity: address.severity });
  const rows = found.data?.findings ?? [];
  const total = found.data?.total ?? 0;
  return (
    <>
      <p className="ym-quiet">{s('findings.lead')} <Link href="/law">{s('rules')}</Link></p>
      <Filters place={place} address={address} />
      {found.isPending ? <SkeletonRows count={8} /> : null}
      {found.isError ? <FailureNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isSuccess ? <p className="wb-count" role="status">{s(total > rows.length ? 'findings.count_more' : 'findings.count', { count: rows.length, total })}</p> : null}
      {found.isSuccess && rows.length === 0 ? <EmptyState title={s('findings.none')}><p>{s('findings.none_how')}</p></EmptyState> : null}
      {rows.length > 0 ? <FindingTable rows={rows} place={place} address={address} /> : null}
    </>
  );
}

function useRules() {
  const law = useLaw();
  return law.data?.supervision.find((pack) => pack.current)?.rules ?? [];
}

function Filters({ place, address }: FindingProps): ReactElement {
  const { s, law } = useScreenWords();
  const { of } = useWords();
  const rules = useRules();
  const [, go] = useLocation();
  const change = (to: Partial<Address>): void => go(addressOf(place, { ...address, ...to }), { replace: true });
  return (
    <div className="sv-filters ym-no-print">
      <label className="sv-filter sv-filter--wide">{s('findings.rule')}
        <select className="ym-input ym-select" value={address.rule ?? ''} onChange={(event) => change({ rule: event.target.value || null })}>
          <option value="">{s('findings.all_rules')}</option>
          {rules.map((rule) => <option key={rule.id} value={rule.id}>{rule.id} {of(rule.title)}</option>)}
        </select>
      </label>
      <label className="sv-filter">{s('findings.severity')}
        <select className="ym-input ym-select" value={address.severity ?? ''} onChange={(event) => change({ severity: (['warning', 'yellow', 'red'] as const).find((one) => one === event.target.value) ?? null })}>
          <option value="">{s('findings.all_severities')}</option>
          {(['warning', 'yellow', 'red'] as const).map((one) => <option key={one} value={one}>{law(`severity.${one}`)}</option>)}
        </select>
      </label>
    </div>
  );
}

function FindingTable({ rows, place, address }: FindingProps & { readonly rows: readonly FindingRow[] }): ReactElement {
  const { s } = useScreenWords();
  const body = useRowKeys<HTMLTableSectionElement>();
  return (
    <div className="wb-scroll" tabIndex={0} role="group" aria-label={s('view.findings')}>
      <table className="wb-table sv-list">
        <thead><tr><th scope="col">{s('findings.severity')}</th><th scope="col">{s('findings.rule')}</th><th scope="col">{s('col.matter')}</th><th scope="col">{s('col.who')}</th><th scope="col">{s('col.area')}</th><th scope="col">{s('findings.moment')}</th><th scope="col">{s('findings.order')}</th></tr></thead>
        <tbody ref={body}>{rows.map((row) => <FindingLine key={row.findingId} row={row} place={place} address={address} />)}</tbody>
      </table>
    </div>
  );
}

function FindingLine({ row, place, address }: FindingProps & { readonly row: FindingRow }): ReactElement {
  const { s, law } = useScreenWords();
  const { of, language, today } = useWords();
  const text = useRules().find((rule) => rule.id === row.ruleId)?.description;
  return (
    <tr>
      <td className="wb-nowrap"><SeverityMark severity={row.severity} /></td>
      <td><span className="ym-numerals">{row.ruleId}</span> {of(row.ruleName)} {text ? <Definition name={`${row.ruleId} ${of(row.ruleName)}`}>{of(text)}</Definition> : null}</td>
      <th scope="row"><Link href={addressOf(place, { ...address, matter: row.matterId })} data-row>{of(row.itemName)}</Link> <span className="ym-quiet ym-numerals">{row.matterNumber}</span>{row.linkName ? <span className="ym-quiet"> · {of(row.linkName)}</span> : null}</th>
      <td>{of(row.institutionName)} · {row.staff?.name ?? <span className="ym-quiet">{law('back_trace.nobody')}</span>}{row.second ? <span className="ym-quiet"> · {s('findings.second', { name: row.second.name })}</span> : null}</td>
      <td>{of(row.areaName)}</td>
      <td className="wb-nowrap ym-numerals">{momentWords(row.moment, language, today)}</td>
      <td>{row.orderId ? <Link href={`/orders/${row.orderId}`}>{s('findings.order')}</Link> : null}</td>
    </tr>
  );
}
