import { describe, expect, test } from 'vitest';
import departments from '../../../data/units/departments.json' with { type: 'json' };
import shenzhen from '../../../data/units/shenzhen.json' with { type: 'json' };
import { institutionsOf } from './institution.ts';
import { acceptingHall, ancestorsOf, handlerOf, isHandlerRule, type HandlerQuestion } from './placing.ts';
import { unitTreeOf } from './tree.ts';
import { unitsOf, type UnitLevel } from './unit.ts';

const today = '2026-11-23';
const units = unitsOf(shenzhen);
const tree = unitTreeOf(units, institutionsOf(units, departments));
const hall = (area: string, ...levels: UnitLevel[]): unknown => {
  const answer = acceptingHall(tree, area, levels, today);
  return answer.ok ? answer.institution : [answer.code, answer.params];
};
const handler = (rule: string, question: Partial<HandlerQuestion> = {}): unknown => {
  const asked: HandlerQuestion = { areaUnit: '440307013015', deptKind: 'civil_affairs', deptLevel: 'district', acceptingInstitution: 'YM-440307013015-hall', day: today, ...question };
  const answer = handlerOf(tree, rule, asked);
  return answer.ok ? answer.institution : [answer.code, answer.params];
};

describe('The hall that takes a matter filed on the net', () => {
  test('is that of the lowest level at which the item is accepted', () => {
    expect(hall('440307013015', 'district', 'street', 'community')).toBe('YM-440307013015-hall');
    expect(hall('440307013015', 'street', 'district')).toBe('YM-440307013-hall');
    expect(hall('440307013015', 'district')).toBe('YM-440307-hall');
    expect(hall('440307013015', 'city', 'district')).toBe('YM-440307-hall');
    expect(hall('440307013015', 'city')).toBe('YM-440300-hall');
  });

  test('climbs where the unit has none: a statistical community, a zone that is no street, an area that is itself a district', () => {
    expect(hall('440304400498', 'community', 'street', 'district')).toBe('YM-440304-hall');
    expect(hall('440304400498', 'community', 'street')).toBe('YM-440304-hall');
    expect(hall('440307', 'community', 'street')).toBe('YM-440307-hall');
  });

  test('of the district is Dapeng’s own for its streets', () => {
    expect(hall('440307009', 'district')).toBe('YM-440399-hall');
  });

  test('is refused for a unit that is not', () => {
    expect(hall('440307013999', 'community')).toEqual(['units.unknown', { unit: '440307013999' }]);
  });
});

describe('Who handles a link', () => {
  test('is the accepting hall, the item’s department, or the same or another department at a level named', () => {
    expect(handler('window')).toBe('YM-440307013015-hall');
    expect(handler('window', { acceptingInstitution: 'YM-440303-hall' })).toBe('YM-440303-hall');
    expect(handler('department')).toBe('YM-440307-civil_affairs');
    expect(handler('department@street')).toBe('YM-440307013-public_service');
    expect(handler('department@city')).toBe('YM-440300-civil_affairs');
    expect(handler('department:urban_management@street')).toBe('YM-440307013-law_enforcement_team');
    expect(handler('department:health')).toBe('YM-440307-health');
  });

  test('is the district where the area’s street is no street', () => {
    expect(handler('department@street', { areaUnit: '440304400498' })).toBe('YM-440304-civil_affairs');
  });

  test('is refused with the reason', () => {
    expect(handler('department@street', { deptKind: 'taxation' })).toEqual(['units.no_such_department', { unit: '440307013015', departmentKind: 'taxation', level: 'street' }]);
    expect(handler('window', { acceptingInstitution: 'YM-1-hall' })).toEqual(['units.unknown_institution', { institution: 'YM-1-hall' }]);
    expect(handler('somebody')).toEqual(['units.unknown_handler_rule', { rule: 'somebody' }]);
    expect(['window', 'department', 'department@village', 'department:', 'window@city'].map(isHandlerRule)).toEqual([true, true, false, false, false]);
  });
});

test('The ancestors of a community are the city, its district and its street, in this order', () => {
  expect(ancestorsOf(tree, '440307013015')).toEqual(['440300', '440307', '440307013']);
  expect(ancestorsOf(tree, '440300')).toEqual([]);
});
