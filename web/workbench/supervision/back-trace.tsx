import type { ReactElement } from 'react';
import type { BackTrace, LinkShare, Person } from '../../../contract/supervision.ts';
import { useWords } from '../words/words.tsx';
import { Definition } from './definition.tsx';
import { dash, useScreenWords } from './screen-words.ts';
import { longestOf, partsOf, sumOf, traceParts } from './trace-parts.ts';

/** Back-trace (超时倒查): where the time went and whose the net delay is, by link, unit and person; lawful pauses and excess apart, sums shown. */
export function BackTraceView({ trace }: { readonly trace: BackTrace }): ReactElement {
  const { o, law, amount } = useScreenWords();
  const { matter, links } = trace;
  if (matter === null) return <p className="ym-quiet">{o('trace.none')}</p>;
  const { unit } = matter;
  return (
    <>
      <p><strong>{o('trace.whole', { allowed: amount(matter.allowed, unit), used: amount(matter.used, unit), late: amount(matter.late, unit) })}</strong> <Definition name={law('back_trace.late')}>{law('back_trace.how')}</Definition></p>
      <p className="sv-key sv-trace__key">{traceParts.map((part) => <span key={part}><i className={`sv-trace__part sv-trace__part--${part}`} aria-hidden="true" /> {law(`back_trace.${part}`)}</span>)}</p>
      <LinkTable links={links} unit={unit} />
      <div className="sv-pair">
        <Shares title={o('trace.units')} rows={trace.units.map((one) => ({ key: one.institution, name: <UnitName name={one.institutionName} />, used: one.used, late: one.late }))} unit={unit} />
        <Shares title={o('trace.people')} rows={trace.people.map((one) => ({ key: `${one.institution} ${one.staff?.staffId ?? ''}`, name: <><PersonName staff={one.staff} /> <span className="ym-quiet"><UnitName name={one.institutionName} /></span></>, used: one.used, late: one.late }))} unit={unit} />
      </div>
      <Others trace={trace} />
    </>
  );
}

const UnitName = ({ name }: { readonly name: BackTrace['units'][number]['institutionName'] }): ReactElement => <>{useWords().of(name)}</>;

function PersonName({ staff }: { readonly staff: Person | null }): ReactElement {
  const { law } = useScreenWords();
  return staff ? <>{staff.name}</> : <span className="ym-quiet">{law('back_trace.nobody')}</span>;
}

/** A number of the table: nothing is a dash, so that what counts stands out. */
const cell = (n: number | null): string => (n === null || n === 0 ? dash : String(n));

function LinkTable({ links, unit }: { readonly links: readonly LinkShare[]; readonly unit: 'working_day' | 'minute' }): ReactElement {
  const { o, law } = useScreenWords();
  const { of } = useWords();
  const longest = longestOf(links);
  const sum = sumOf(links);
  const numbers = (link: typeof sum): ReactElement => (
    <>
      {[link.waitedUnclaimed, link.worked, link.pausedUnlawful, link.pausedLawful].map((n, i) => <td key={i} className="sv-number ym-numerals">{cell(n)}</td>)}
      <td className="sv-number ym-numerals"><strong>{link.used}</strong></td><td className="sv-number ym-numerals">{link.late > 0 ? <span className="sv-late">{link.late}</span> : dash}</td>
    </>
  );
  return (
    <div className="wb-scroll" tabIndex={0} role="group" aria-label={o('trace.links')}>
      <table className="wb-table sv-trace sv-trace--links">
        <caption className="sv-trace__unit">{o(`in.${unit}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{o('trace.link')}</th><th scope="col">{o('person')}</th><th scope="col" className="sv-trace__bar">{o('trace.bar')}</th><th scope="col" className="sv-number">{law('back_trace.allowed')}</th>
            {traceParts.map((part) => <th key={part} scope="col" className="sv-number">{law(`back_trace.${part}`)}</th>)}<th scope="col" className="sv-number">{law('back_trace.used')}</th><th scope="col" className="sv-number">{law('back_trace.late')}</th>
          </tr>
        </thead>
        <tbody>
          {links.map((link, i) => (
            <tr key={`${link.linkId ?? 'between'} ${i}`}>
              <th scope="row">{of(link.linkName)}<br /><span className="ym-quiet">{of(link.institutionName)}</span></th>
              <td><PersonName staff={link.staff} /></td>
              <td className="sv-trace__bar"><span className="sv-trace__line" aria-hidden="true">{partsOf(link, longest).map(({ part, width }) => <i key={part} className={`sv-trace__part sv-trace__part--${part}`} style={{ width: `${width}%` }} />)}</span>{link.late > 0 ? <span className="sv-late">{o('trace.late_part', { late: link.late })}</span> : null}</td>
              <td className="sv-number ym-numerals">{link.allowed ?? dash}</td>{numbers(link)}
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row" colSpan={3}>{o('trace.sum')}</th><td />{numbers(sum)}</tr></tfoot>
      </table>
    </div>
  );
}

function Shares({ title, rows, unit }: { readonly title: string; readonly rows: readonly { readonly key: string; readonly name: ReactElement; readonly used: number; readonly late: number }[]; readonly unit: 'working_day' | 'minute' }): ReactElement {
  const { o, law } = useScreenWords();
  const sum = (of: 'used' | 'late'): number => rows.reduce((all, row) => all + row[of], 0);
  return (
    <table className="wb-table sv-trace">
      <caption className="sv-trace__title">{title} <span className="ym-quiet">{o(`in.${unit}`)}</span></caption>
      <thead><tr><th scope="col">{title}</th><th scope="col" className="sv-number">{law('back_trace.used')}</th><th scope="col" className="sv-number">{law('back_trace.late')}</th></tr></thead>
      <tbody>{rows.map((row) => <tr key={row.key}><th scope="row">{row.name}</th><td className="sv-number ym-numerals">{row.used}</td><td className="sv-number ym-numerals">{row.late > 0 ? <span className="sv-late">{row.late}</span> : dash}</td></tr>)}</tbody>
      <tfoot><tr><th scope="row">{o('trace.sum')}</th><td className="sv-number ym-numerals"><strong>{sum('used')}</strong></td><td className="sv-number ym-numerals">{sum('late') > 0 ? <span className="sv-late">{sum('late')}</span> : dash}</td></tr></tfoot>
    </table>
  );
}

/** Notice and service: each answered for by one institution, and no part of the sum. */
function Others({ trace }: { readonly trace: BackTrace }): ReactElement | null {
  const { o, law, amount } = useScreenWords();
  const { ui, of } = useWords();
  if (trace.others.length === 0) return null;
  return (
    <div className="wb-scroll" tabIndex={0} role="group" aria-label={o('trace.others')}>
      <table className="wb-table sv-trace sv-trace--others">
        <caption className="sv-trace__title">{o('trace.others')}</caption>
        <thead><tr><th scope="col">{o('limit')}</th><th scope="col">{o('who')}</th><th scope="col" className="sv-number">{law('back_trace.allowed')}</th><th scope="col" className="sv-number">{law('back_trace.used')}</th><th scope="col" className="sv-number">{law('back_trace.late')}</th></tr></thead>
        <tbody>
          {trace.others.map((one) => (
            <tr key={one.limitId}>
              <th scope="row">{ui(`limit.${one.kind}` as 'limit.notice')}</th><td>{of(one.institutionName)} · <PersonName staff={one.staff} /></td>
              <td className="sv-number ym-numerals">{amount(one.allowed, one.unit)}</td><td className="sv-number ym-numerals">{amount(one.used, one.unit)}</td><td className="sv-number ym-numerals">{one.late > 0 ? <span className="sv-late">{amount(one.late, one.unit)}</span> : dash}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
