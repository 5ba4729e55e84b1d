import { describe, expect, test } from 'vitest';
import type { LawLimit } from '../../../contract/law.ts';
import { firstShown, stateOf, wantedOf } from './pack-choice.ts';

const pack = (version: string, from: string, to: string | null, current = true) => ({ version, from, to, current });
const text = (cn: string, hk: string, en: string) => ({ 'zh-CN': cn, 'zh-HK': hk, en });
const entry = (lawId: string, title: LawLimit['title'], verified: boolean, address: string | null = null): LawLimit =>
  ({ name: 'notice', lawId, title, amount: 5, unit: 'working_day', source: text('行政许可法', '行政許可法', 'Licensing Law'), address, note: null, verified });

describe('A rule pack on a day', () => {
  test.each([
    ['2026-12-31', 'coming'], ['2027-01-01', 'in_force'], ['2027-06-30', 'in_force'], ['2027-07-01', 'ended'],
  ])('in force from 1 January to 30 June 2027, on %s it is %s', (today, state) => {
    expect(stateOf(pack('a', '2027-01-01', '2027-06-30'), today)).toBe(state);
  });

  test('without an end it stays in force, and replaced it is replaced on every day', () => {
    expect(stateOf(pack('a', '2004-01-01', null), '2099-01-01')).toBe('in_force');
    expect(stateOf(pack('a', '2004-01-01', null, false), '2026-11-23')).toBe('replaced');
  });

  test('the one in force is shown first, even when a newer one is already known', () => {
    const packs = [pack('b', '2027-01-01', null), pack('a0', '2004-01-01', null, false), pack('a', '2004-01-01', '2026-12-31')];
    expect(firstShown(packs, '2026-11-23')?.version).toBe('a');
    expect(firstShown(packs, '2027-01-01')?.version).toBe('b');
    expect(firstShown([], '2027-01-01')).toBeUndefined();
  });
});

describe('Finding in the lists', () => {
  const entries = [entry('L-012', text('一次性告知补正', '一次性告知補正', 'Telling once'), true, 'http://crsrw.com/x'), entry('L-014', text('申请人补正材料', '申請人補正材料', 'The correction'), false)];
  const found = (wanted: string, onlyUnverified = false) => wantedOf(entries, { text: wanted, onlyUnverified }).map((one) => one.lawId);

  test.each([
    ['', ['L-012', 'L-014']], ['l-014', ['L-014']], ['補正', ['L-012', 'L-014']], ['补正 告知', ['L-012']], ['CRSRW', ['L-012']], ['licensing correction', ['L-014']], ['无此条', []],
  ])('%j finds %j', (wanted, ids) => {
    expect(found(wanted)).toEqual(ids);
  });

  test('only what nobody has checked', () => {
    expect(found('', true)).toEqual(['L-014']);
    expect(found('告知', true)).toEqual([]);
  });
});
