import { describe, expect, it } from 'vitest';
import { byOf, holdsPost, holdsRole, type Actor } from './actor.ts';

const clerk: Actor = { kind: 'staff', staffId: 's-1', posts: [{ institution: 'HALL.1', unit: '440304', role: 'window_clerk' }, { institution: 'DEPT.2', unit: '440305', role: 'officer' }] };

describe('who acted, as a fact says it', () => {
  it('is an id and, for staff, the institution acted for; never a post, never a name', () => {
    expect(byOf({ kind: 'resident', partyId: 'p-1' })).toEqual({ kind: 'resident', id: 'p-1' });
    expect(byOf({ kind: 'resident', partyId: 'p-1' }, 'HALL.1')).toEqual({ kind: 'resident', id: 'p-1' });
    expect(byOf(clerk, 'HALL.1')).toEqual({ kind: 'staff', id: 's-1', institution: 'HALL.1' });
    expect(byOf(clerk)).toEqual({ kind: 'staff', id: 's-1' });
    expect(byOf({ kind: 'system', job: 'matters.remind' })).toEqual({ kind: 'system', id: 'matters.remind' });
  });
});

describe('a post', () => {
  it('is held in its own institution and in no other', () => {
    expect(holdsPost(clerk, 'HALL.1', ['window_clerk'])).toBe(true);
    expect(holdsPost(clerk, 'DEPT.2', ['window_clerk'])).toBe(false);
    expect(holdsPost(clerk, 'HALL.1', ['officer', 'approver'])).toBe(false);
    expect(holdsPost(clerk, 'DEPT.2', ['approver', 'officer'])).toBe(true);
    expect(holdsPost(clerk, 'HALL.3', ['window_clerk', 'officer'])).toBe(false);
    expect(holdsPost(clerk, 'HALL.1', [])).toBe(false);
  });

  it.each<Actor>([{ kind: 'anonymous' }, { kind: 'newcomer' }, { kind: 'resident', partyId: 'p-1' }, { kind: 'system', job: 'x' }])('is held by staff alone, not by $kind', (actor) => {
    expect(holdsPost(actor, 'HALL.1', ['window_clerk'])).toBe(false);
    expect(holdsRole(actor, ['window_clerk'])).toBe(false);
  });

  it('gives its role wherever it is held', () => {
    expect(holdsRole(clerk, ['officer'])).toBe(true);
    expect(holdsRole(clerk, ['supervisor', 'administrator'])).toBe(false);
  });
});
