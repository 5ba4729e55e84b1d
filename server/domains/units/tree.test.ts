import { describe, expect, test } from 'vitest';
import departments from '../../../data/units/departments.json' with { type: 'json' };
import shenzhen from '../../../data/units/shenzhen.json' with { type: 'json' };
import { institutionsOf } from './institution.ts';
import { administeringUnit, ancestorAtLevel, hallOf, institutionsAt, isWithin, lineTo, resolveInstitution, standingOn, unitTreeOf, type InstitutionQuestion } from './tree.ts';
import { unitsOf, type UnitLine } from './unit.ts';

const today = '2026-11-23';
const tree = treeWith([]);

/** The real units with some lines changed or added: the changes below are invented, the units around them real. */
function treeWith(changed: readonly UnitLine[]): ReturnType<typeof unitTreeOf> {
  const codes = changed.map((line) => line.code);
  const units = unitsOf({ ...shenzhen, units: [...shenzhen.units.filter((line) => !codes.includes(line.code)), ...changed] });
  return unitTreeOf(units, institutionsOf(units, departments));
}
const named = (name: string): { 'zh-CN': string; 'zh-HK': string; en: string } => ({ 'zh-CN': name, 'zh-HK': name, en: name });
const ask = (on: ReturnType<typeof unitTreeOf>, question: Partial<InstitutionQuestion>): unknown => {
  const answer = resolveInstitution(on, { departmentKind: 'civil_affairs', level: 'street', of: '440307013015', on: today, ...question });
  return answer.ok ? answer.institution.name['zh-CN'] : [answer.code, answer.params];
};

describe('A community', () => {
  test('has a street, a district and the city above it', () => {
    expect(lineTo(tree, '440307013015').map((unit) => unit.code)).toEqual(['440307013015', '440307013', '440307', '440300']);
    expect(ancestorAtLevel(tree, '440307013015', 'district')?.name['zh-CN']).toBe('龙岗区');
    expect(ancestorAtLevel(tree, '440307', 'street')).toBeUndefined();
    expect(lineTo(tree, '999999')).toEqual([]);
  });

  test('lies within itself, its street, its district and its city, and in no other', () => {
    expect(['440307013015', '440307013', '440307', '440300', '440307014', '440306'].map((code) => isWithin(tree, '440307013015', code))).toEqual([true, true, true, true, false, false]);
    expect(isWithin(tree, '440307', '440307013')).toBe(false);
  });

  test('of a repeated name is told by its code', () => {
    const fenghuang = [...tree.units.values()].filter((unit) => unit.shortName['zh-CN'] === '凤凰社区').map((unit) => ancestorAtLevel(tree, unit.code, 'district')?.name['zh-CN']);
    expect(fenghuang).toEqual(['罗湖区', '宝安区', '龙岗区', '盐田区', '光明区']);
  });
});

describe('A department over a unit', () => {
  test('is the bureau of city or district, the street office that serves the kind, or the work station', () => {
    expect(ask(tree, { level: 'city' })).toBe('深圳市民政局');
    expect(ask(tree, { level: 'district' })).toBe('龙岗区民政局');
    expect(ask(tree, { level: 'street' })).toBe('坂田街道公共服务办公室');
    expect(ask(tree, { level: 'street', departmentKind: 'urban_management' })).toBe('坂田街道综合行政执法队');
    expect(ask(tree, { level: 'community' })).toBe('杨美社区（杨美）工作站');
    expect(ask(tree, { level: 'street', of: '440307013' })).toBe('坂田街道公共服务办公室');
  });

  test('is refused where nobody does that work', () => {
    expect(ask(tree, { departmentKind: 'taxation' })).toEqual(['units.no_such_department', { unit: '440307013015', departmentKind: 'taxation', level: 'street' }]);
    expect(ask(tree, { departmentKind: 'magic' })).toMatchObject(['units.no_such_department', {}]);
    expect(ask(tree, { of: '440307', level: 'street' })).toMatchObject(['units.no_such_department', {}]);
    expect(ask(tree, { of: '440304400498', level: 'street' })).toMatchObject(['units.no_such_department', {}]);
    expect(ask(tree, { of: '440304400498', level: 'district' })).toBe('福田区民政局');
    expect(ask(tree, { of: '440307013999' })).toEqual(['units.unknown', { unit: '440307013999' }]);
  });

  test('stands beside the hall of the unit', () => {
    expect(hallOf(tree, '440307013')?.name['zh-CN']).toBe('坂田街道便民服务中心');
    expect(hallOf(tree, '440304400')).toBeUndefined();
    expect(institutionsAt(tree, '440307013').map((institution) => institution.kind)).toEqual([...departments.streetOffices.map((office) => office.kind), 'hall']);
    expect(institutionsAt(tree, '440304400498')).toEqual([]);
  });
});

describe('Dapeng New District, a functional area', () => {
  test('administers three streets that stay Longgang’s by statute', () => {
    expect(tree.children.get('440399')).toEqual(['440307009', '440307010', '440307011']);
    expect(ancestorAtLevel(tree, '440307009001', 'district')?.code).toBe('440307');
    expect([isWithin(tree, '440307009001', '440399'), isWithin(tree, '440307009001', '440307'), isWithin(tree, '440307013015', '440399')]).toEqual([true, true, false]);
    expect(ask(tree, { of: '440307009001', level: 'district' })).toBe('大鹏新区民政局');
    expect(ask(tree, { of: '440307009001', level: 'street' })).toBe('葵涌街道公共服务办公室');
  });

  test('did not, before it was set up on 30 December 2011', () => {
    expect(administeringUnit(tree, '440307009001', 'district', '2011-12-29')?.code).toBe('440307');
    expect(administeringUnit(tree, '440307009001', 'district', '2011-12-30')?.code).toBe('440399');
    expect(ask(tree, { of: '440399', level: 'district', on: '2011-12-29' })).toEqual(['units.not_yet_in_force', { unit: '440399', validFrom: '2011-12-30' }]);
  });
});

describe('A unit that changes', () => {
  const split = { kind: 'split', on: '2026-03-01', from: ['440307013015'], to: ['440307013101', '440307013102'] } as const;
  const merge = { kind: 'merge', on: '2026-09-01', from: ['440307013102', '440307013016'], to: ['440307013103'] } as const;
  const line = (code: string, more: Partial<UnitLine>): UnitLine => ({ code, kind: 'community', name: named(`${code}社区`), parent: '440307013', ...more });
  const changed = treeWith([
    line('440307013015', { validTo: '2026-03-01', lineage: [split] }),
    line('440307013101', { validFrom: '2026-03-01', validFromKnown: true, lineage: [split] }),
    line('440307013102', { validFrom: '2026-03-01', validFromKnown: true, validTo: '2026-09-01', lineage: [split, merge] }),
    line('440307013016', { validTo: '2026-09-01', lineage: [merge] }),
    line('440307013103', { validFrom: '2026-09-01', validFromKnown: true, lineage: [merge] }),
    line('440307013017', { validTo: '2026-05-01' }),
  ]);
  const standing = (code: string, day: string): string[] => standingOn(changed, code, day).map((unit) => unit.code);

  test('by a split is followed by its parts, from the day of the split on', () => {
    expect(standing('440307013015', '2026-02-28')).toEqual(['440307013015']);
    expect(standing('440307013015', '2026-03-01')).toEqual(['440307013101', '440307013102']);
  });

  test('by a split and then a merge is followed through both', () => {
    expect(standing('440307013015', '2026-08-31')).toEqual(['440307013101', '440307013102']);
    expect(standing('440307013015', '2026-09-01')).toEqual(['440307013101', '440307013103']);
    expect(standing('440307013016', '2026-09-01')).toEqual(['440307013103']);
  });

  test('by ending without a successor is followed by nothing', () => {
    expect(standing('440307013017', '2026-04-30')).toEqual(['440307013017']);
    expect(standing('440307013017', '2026-05-01')).toEqual([]);
    expect(standing('000000', today)).toEqual([]);
  });

  test('takes no new matter after its last day, and says who does', () => {
    expect(ask(changed, { on: '2026-02-28' })).toBe('坂田街道公共服务办公室');
    expect(ask(changed, { on: '2026-03-01' })).toEqual(['units.no_longer_exists', { unit: '440307013015', endedOn: '2026-03-01', successors: '440307013101 440307013102' }]);
    expect(ask(changed, { of: '440307013017' })).toEqual(['units.no_longer_exists', { unit: '440307013017', endedOn: '2026-05-01', successors: '' }]);
    expect(ask(changed, { of: '440307013103', on: '2026-08-31' })).toEqual(['units.not_yet_in_force', { unit: '440307013103', validFrom: '2026-09-01' }]);
  });

  test('in a circle of renames by mistake still ends the walk', () => {
    const there = { kind: 'rename', on: '2026-01-01', from: ['440307013018'], to: ['440307013019'] } as const;
    const back = { kind: 'rename', on: '2026-02-01', from: ['440307013019'], to: ['440307013018'] } as const;
    const circle = treeWith([line('440307013018', { validTo: '2026-01-01', lineage: [there, back] }), line('440307013019', { validTo: '2026-02-01', lineage: [there, back] })]);
    expect(standingOn(circle, '440307013018', today)).toEqual([]);
  });
});
