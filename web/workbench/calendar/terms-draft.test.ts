import { describe, expect, test } from 'vitest';
import type { ShownDay } from './day-facts.ts';
import { closedDays, emptyDraft, termsOf, withLine, withRead, type TermsDraft } from './terms-draft.ts';

const draft = (more: Partial<TermsDraft> = {}): TermsDraft => ({ ...emptyDraft(2027, '2026-11-23'), ...more });
const shown = (on: string): ShownDay => ({ on, is: ['2026-11-28', '2026-11-29'].includes(on) ? 'weekend' : 'working', line: undefined, provisional: false });

describe('A change being written', () => {
  test('closes the working days of its span and no weekend day', () => {
    expect(closedDays({ from: '2026-11-27', to: '2026-11-30' }, shown)).toEqual(['2026-11-27', '2026-11-30']);
    expect(closedDays({ from: '2026-11-28', to: '2026-11-29' }, shown)).toEqual([]);
  });

  test.each([['2026-11-30', '2026-11-27'], ['', '2026-11-27'], ['2026-11-27', '27.11.']])('closes nothing while %s … %s is no span', (from, to) => expect(closedDays({ from, to }, shown)).toEqual([]));

  test('sends only what belongs to its kind', () => {
    const full = draft({ repeals: 'x', days: [{ key: 1, on: '2027-01-01', kind: 'statutory_holiday', festival: 'new_year' }, { key: 2, on: '2027-01-09', kind: 'makeup_workday', festival: '' }], link: ' ' });
    expect(termsOf({ ...full, kind: 'closure' }, ['2026-11-25'])).toMatchObject({ year: null, repeals: null, link: null, days: [{ on: '2026-11-25', kind: 'closure', festival: null }] });
    expect(termsOf({ ...full, kind: 'notice' }, ['2026-11-25'])).toMatchObject({
      year: 2027, repeals: null, days: [{ on: '2027-01-01', kind: 'statutory_holiday', festival: 'new_year' }, { on: '2027-01-09', kind: 'makeup_workday', festival: null }],
    });
    expect(termsOf({ ...full, kind: 'repeal' }, ['2026-11-25'])).toMatchObject({ year: null, repeals: 'x', days: [] });
  });

  test('takes the days of a text into its table, in order, without weekend days, and keeps what was typed', () => {
    const typed = withLine(draft({ days: [{ key: 4, on: '2027-02-08', kind: 'makeup_workday', festival: '' }, { key: 5, on: '2027-05-03', kind: 'statutory_holiday', festival: 'labour_day' }] }));
    const read = withRead(typed, [{ on: '2027-02-08', kind: 'statutory_holiday', festival: 'spring_festival' }, { on: '2027-01-02', kind: 'weekend', festival: 'new_year' }, { on: '2027-01-01', kind: 'statutory_holiday', festival: 'new_year' }]);
    expect(read.days.map(({ on, kind, festival }) => `${on} ${kind} ${festival}`)).toEqual(['2027-01-01 statutory_holiday new_year', '2027-02-08 statutory_holiday spring_festival', '2027-05-03 statutory_holiday labour_day']);
    expect(new Set(read.days.map((day) => day.key)).size).toBe(3);
  });
});
