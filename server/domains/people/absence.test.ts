import { describe, expect, it } from 'vitest';
import type { Actor, HeldPost, Role } from '../../kernel/actor.ts';
import { coveredPosts, mayEnterAbsence, wrongAbsence, type AbsenceAsked } from './absence.ts';

const post = (role: Role, institution = 'YM-440303-civil_affairs'): HeldPost => ({ role, institution, unit: '440303' });
const asked = (more: Partial<AbsenceAsked> = {}): AbsenceAsked => ({
  staffId: 'a', standInId: 'b', posts: [post('officer'), post('approver')], standInPosts: [post('officer')], absences: [], standInAbsences: [], today: '2026-11-23', fromOn: '2026-11-23', toOn: '2026-11-27', ...more,
});

describe('an absence', () => {
  it.each([
    ['from today', asked()],
    ['of today alone', asked({ toOn: '2026-11-23' })],
    ['that began already and ends today', asked({ fromOn: '2026-11-20', toOn: '2026-11-23' })],
    ['of a whole leap year’s length', asked({ fromOn: '2027-01-01', toOn: '2028-01-01' })],
    ['that ends the day before another begins', asked({ absences: [{ fromOn: '2026-11-28', toOn: '2026-11-30' }] })],
    ['with a stand-in who is back the day it begins', asked({ standInAbsences: [{ fromOn: '2026-11-10', toOn: '2026-11-22' }] })],
  ] as const)('%s may be entered', (_name, one) => {
    expect(wrongAbsence(one)).toBeUndefined();
  });

  it.each([
    ['that ends before it begins', asked({ fromOn: '2026-11-27', toOn: '2026-11-26' }), 'absence.days_wrong'],
    ['that was over yesterday', asked({ fromOn: '2026-11-20', toOn: '2026-11-22' }), 'absence.days_wrong'],
    ['of a day more than a year', asked({ fromOn: '2027-01-01', toOn: '2028-01-02' }), 'absence.days_wrong'],
    ['with oneself as stand-in', asked({ standInId: 'a' }), 'absence.stand_in_not_in_post'],
    ['with a stand-in of another post', asked({ standInPosts: [post('window_clerk')] }), 'absence.stand_in_not_in_post'],
    ['with a stand-in of the same post elsewhere', asked({ standInPosts: [post('officer', 'YM-440304-civil_affairs')] }), 'absence.stand_in_not_in_post'],
    ['across another by one day', asked({ absences: [{ fromOn: '2026-11-27', toOn: '2026-11-30' }] }), 'absence.overlaps'],
    ['with a stand-in who is away on its last day', asked({ standInAbsences: [{ fromOn: '2026-11-27', toOn: '2026-11-30' }] }), 'absence.stand_in_away'],
  ] as const)('%s is refused', (_name, one, code) => {
    expect(wrongAbsence(one)).toMatchObject({ ok: false, code });
  });

  it('covers the posts that both hold', () => {
    expect(coveredPosts([post('officer'), post('approver')], [post('officer'), post('officer', 'YM-440304-civil_affairs')])).toEqual([post('officer')]);
  });
});

describe('who may enter it', () => {
  const acting = (staffId: string, ...posts: readonly HeldPost[]): Actor => ({ kind: 'staff', staffId, posts });
  const clerk = [post('window_clerk', 'YM-440303005-hall')];

  it.each([
    ['the person', acting('a', ...clerk), true],
    ['a colleague of the same post', acting('b', ...clerk), false],
    ['the manager of the hall', acting('m', post('hall_manager', 'YM-440303005-hall')), true],
    ['the manager of another hall', acting('m', post('hall_manager', 'YM-440303-hall')), false],
    ['an approver there', acting('m', post('approver', 'YM-440303005-hall')), false],
    ['a supervisor', acting('m', post('supervisor', 'YM-440303005-hall')), false],
    ['a security administrator anywhere', acting('m', post('security_administrator', 'YM-440300-government_services')), true],
    ['a system administrator of the very hall', acting('m', post('administrator', 'YM-440303005-hall')), false],
    ['a resident', { kind: 'resident', partyId: 'a' } satisfies Actor, false],
    ['nobody', { kind: 'anonymous' } satisfies Actor, false],
  ] as const)('%s', (_who, actor, may) => {
    expect(mayEnterAbsence(actor, 'a', clerk)).toBe(may);
  });
});
