import { describe, expect, it } from 'vitest';
import type { Actor, HeldPost } from '../../kernel/actor.ts';
import { topicsFor, topicsOfMatter } from './topics.ts';

const staff = (...posts: readonly HeldPost[]): Actor => ({ kind: 'staff', staffId: 's', posts });

describe('What somebody hears', () => {
  it('is nothing without a person behind the session', () => {
    for (const actor of [{ kind: 'anonymous' }, { kind: 'newcomer' }, { kind: 'system', job: 'x.y' }] as const) expect(topicsFor(actor)).toEqual([]);
  });

  it('is oneself for a resident, and nobody else', () => {
    expect(topicsFor({ kind: 'resident', partyId: 'p1' })).toEqual(['party:p1']);
  });

  it('is the institutions of the posts for staff, each once, but not the unit they stand in', () => {
    const hall = { institution: 'YM-440304-hall', unit: '440304' } as const;
    expect(topicsFor(staff({ ...hall, role: 'window_clerk' }, { ...hall, role: 'hall_manager' }, { institution: 'YM-440304-civil_affairs', unit: '440304', role: 'officer' })))
      .toEqual(['institution:YM-440304-hall', 'institution:YM-440304-civil_affairs', 'calendar']);
  });

  it('is also the unit and the orders for a supervisor', () => {
    expect(topicsFor(staff({ institution: 'YM-440304-supervision', unit: '440304', role: 'supervisor' }))).toEqual(['institution:YM-440304-supervision', 'unit:440304', 'calendar', 'orders']);
  });

  it('is told by the whole line of units, so that a supervisor of the city hears of a community', () => {
    expect(topicsOfMatter({ institutions: ['A', 'B', 'A'], units: ['440304001002', '440304001', '440304', '440300'], parties: ['p1'] }))
      .toEqual(['institution:A', 'institution:B', 'unit:440304001002', 'unit:440304001', 'unit:440304', 'unit:440300', 'party:p1']);
  });
});
