import { expect, test } from 'vitest';
import { monthAfter, monthChoices, twelveMonths } from './months.ts';

test('Months go over the turn of a year in both directions', () => {
  expect(monthAfter('2026-11', 2)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
  expect(twelveMonths('2026-11-23')).toEqual({ from: '2025-12', to: '2026-11' });
  expect(monthChoices('2026-11-23')).toHaveLength(36);
  expect(monthChoices('2026-11-23').at(-1)).toBe('2023-12');
});
