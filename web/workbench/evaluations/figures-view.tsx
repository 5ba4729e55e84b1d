import { useState, type ReactElement } from 'react';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useFigures } from './calls.ts';
import { useEvaluationWords } from './evaluation-words.ts';

/** The quarter a day (YYYY-MM-DD) lies in and those before it, newest first, as `2026-Q4`. */
export function quartersUntil(today: string, count: number): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, i) => {
    const number = year * 4 + Math.floor((month - 1) / 3) - i;
    return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`;
  });
}

const grades = [1, 2, 3, 4, 5] as const;

/** Grades by unit and item in one quarter; nothing where fewer than ten answered. */
export function FiguresView(): ReactElement {
  const w = useEvaluationWords();
  const { of, today } = useWords();
  const quarters = quartersUntil(today, 8);
  const [quarter, setQuarter] = useState(quarters[0] ?? '');
  const figures = useFigures(quarter);
  const rows = figures.data?.rows ?? [];
  return (
    <div className="wb-figures">
      <div className="wb-filter">
        <label className="ym-field__label" htmlFor="figures-quarter">{w('figures.quarter')}</label>
        <select id="figures-quarter" className="ym-input" value={quarter} onChange={(event) => setQuarter(event.target.value)}>{quarters.map((one) => <option key={one} value={one}>{one}</option>)}</select>
      </div>
      <p className="ym-quiet">{w('figures.note')}</p>
      {figures.isError ? <FailureNotice error={figures.error} onRetry={() => void figures.refetch()} /> : null}
      {figures.isPending ? <SkeletonRows count={6} /> : null}
      {figures.isSuccess && rows.length === 0 ? <EmptyState title={w('figures.none')} /> : null}
      {rows.length > 0 ? (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={w('desk.figures')}>
          <table className="wb-table">
            <thead><tr><th scope="col">{w('figures.unit')}</th><th scope="col">{w('figures.item')}</th>{grades.map((grade) => <th key={grade} scope="col">{w(`grade.${grade}`)}</th>)}<th scope="col">{w('figures.total')}</th><th scope="col">{w('figures.mended')}</th></tr></thead>
            <tbody>
              {rows.map(({ institution, unitName, taskCode, itemName, counts }) => (
                <tr key={`${institution} ${taskCode}`}>
                  <th scope="row">{of(unitName)}</th><td>{of(itemName)}</td>
                  {counts
                    ? <>{grades.map((grade) => <td key={grade} className="ym-numerals">{counts[`grade${grade}`]}</td>)}<td className="ym-numerals">{counts.total}</td><td className="ym-numerals">{counts.bad === 0 ? '–' : `${counts.mended} / ${counts.bad}`}</td></>
                    : <td colSpan={7} className="ym-quiet">{w('figures.too_few')}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  );
}
