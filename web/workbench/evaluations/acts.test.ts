import { describe, expect, test } from 'vitest';
import { actOf } from './act-sheet.tsx';
import { quartersUntil } from './figures-view.tsx';

describe('What is filled in becomes an act only when nothing is missing', () => {
  test('a choice and words, except for a call, whose words may be left out', () => {
    expect([actOf('verify', null, null, '经查'), actOf('verify', true, null, ' '), actOf('verify', false, null, ' 经查不属实 ')]).toEqual([undefined, undefined, { kind: 'verify', real: false, words: '经查不属实' }]);
    expect([actOf('mend', null, null, '已培训'), actOf('mend', null, null, '')]).toEqual([{ kind: 'mend', words: '已培训' }, undefined]);
    expect([actOf('raise_appeal', true, null, '评错窗口'), actOf('raise_appeal', false, null, '恶意')].map((act) => act && 'ground' in act && act.ground)).toEqual(['mistaken', 'malicious']);
  });

  test('who was reached says whether he is satisfied; who was not is not asked', () => {
    expect([actOf('call_back', true, null, ''), actOf('call_back', true, false, ''), actOf('call_back', false, true, '')]).toEqual([
      undefined, { kind: 'call_back', reached: true, satisfied: false, words: '' }, { kind: 'call_back', reached: false, satisfied: null, words: '' },
    ]);
  });
});

test('quarters go back from the one of today, over the year', () => {
  expect(quartersUntil('2026-11-23', 5)).toEqual(['2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4']);
  expect(quartersUntil('2026-01-01', 2)).toEqual(['2026-Q1', '2025-Q4']);
});
