import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { useWords } from '../words/words.tsx';
import { addressOf } from './address.ts';
import type { Overview } from './calls.ts';
import { Definition } from './definition.tsx';
import { twelveMonths } from './months.ts';
import { dash, useScreenWords } from './screen-words.ts';

interface WorstLine {
  readonly key: string;
  readonly name: ReactNode;
  readonly late: number;
  readonly judged: number;
  readonly latePercent: number | null;
  readonly average: string;
  readonly href: string | undefined;
}

/** Where most is late: steps of institutions, and items; each line opens the late matters behind it. */
export function Worst({ overview }: { readonly overview: Overview }): ReactElement {
  const { s } = useScreenWords();
  const { of } = useWords();
  const { worstLinks, worstItems, self, today, mayOpenMatters } = overview;
  const behind = (place: string, item: string | null): string | undefined => (mayOpenMatters ? addressOf(place, { list: { of: 'matters', figure: 'sunshine', side: 'gap' }, item, ...twelveMonths(today) }) : undefined);
  const links = worstLinks.map((one, place): WorstLine => ({
    // Links of different processes may be called the same in the same institution.
    key: `${one.institution.code} ${one.element} ${place}`, name: <>{of(one.linkName)} <span className="ym-quiet">{of(one.institution.name)}</span></>, late: one.late, judged: one.judged, latePercent: one.latePercent,
    average: one.averageDays === null ? dash : s('overview.days_value', { days: one.averageDays }), href: behind(one.institution.code, null),
  }));
  const items = worstItems.map((one): WorstLine => ({ key: one.taskCode, name: of(one.name), late: one.late, judged: one.judged, latePercent: one.latePercent, average: '', href: behind(self.place.code, one.taskCode) }));
  return (
    <div className="sv-pair">
      <WorstList title={s('worst.links')} define={s('define.worst_links')} first={s('worst.link')} lines={links} none={s('worst.none_links')} averages />
      <WorstList title={s('worst.items')} define={s('define.worst_items')} first={s('worst.item')} lines={items} none={s('worst.none_items')} />
    </div>
  );
}

function WorstList({ title, define, first, lines, none, averages = false }: { readonly title: string; readonly define: string; readonly first: string; readonly lines: readonly WorstLine[]; readonly none: string; readonly averages?: boolean }): ReactElement {
  const { s, percent } = useScreenWords();
  const most = Math.max(1, ...lines.map((line) => line.late));
  return (
    <section className="sv-panel" aria-label={title}>
      <h2>{title} <Definition name={title}>{define}</Definition></h2>
      {lines.length === 0 ? <EmptyState title={none}><p>{s('worst.none_how')}</p></EmptyState> : (
        <table className="wb-table sv-worst">
          <thead><tr><th scope="col">{first}</th><th scope="col" className="sv-number">{s('worst.late_of')}</th><th scope="col" className="sv-number">{s('worst.share')}</th>{averages ? <th scope="col" className="sv-number">{s('worst.average')}</th> : null}</tr></thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">{line.href === undefined ? line.name : <Link href={line.href}>{line.name}</Link>}<span className="sv-worst__bar" aria-hidden="true"><span style={{ width: `${(line.late * 100) / most}%` }} /></span></th>
                <td className="sv-number ym-numerals">{line.late} / {line.judged}</td>
                <td className="sv-number ym-numerals">{percent(line.latePercent)}</td>
                {averages ? <td className="sv-number ym-numerals">{line.average}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
