import { describe, expect, it } from 'vitest';
import type { EventType, Terms } from './backoffice.ts';
import { toldOf, type SeenFact, type SeenLink } from './events.ts';

const at = '2026-11-23T01:00:00.000Z';
const later = '2026-11-23T02:00:00.000Z';
const every: readonly EventType[] = ['link.opened', 'link.closed', 'link.overdue', 'materials.handed_in', 'limits.moved', 'matter.ended'];
const terms = (change: Partial<Terms> = {}): Terms => ({ name: { 'zh-CN': 'a', 'zh-HK': 'a', en: 'a' }, institutions: ['MZ'], posts: ['officer'], url: 'https://mz.example/', network: 'public', events: every, particulars: [], ...change });
const link = (linkId: string, change: Partial<SeenLink> = {}): SeenLink => ({ linkId, institution: 'MZ', post: 'officer', doneAt: null, ...change });
const fact = (kind: string, content: object = {}, by = 'clerk', when = at): SeenFact => ({ kind, at: when, by: { id: by }, content });
const told = (one: SeenFact, links: readonly SeenLink[], how: Terms = terms()) => toldOf(how, [one], [1], links, (id) => id === 'ours').map((each) => [each.type, each.linkId]);

describe('a system is told', () => {
  it('of links opened at its posts in its institutions, and of opinions asked of it', () => {
    expect(told(fact('link_opened', { linkId: 'l1' }), [link('l1')])).toEqual([['link.opened', 'l1']]);
    expect(told(fact('consultation_asked', { linkId: 'l1~1' }), [link('l1~1', { asks: 'l1' })])).toEqual([['link.opened', 'l1~1']]);
    expect(told(fact('link_opened', { linkId: 'l1' }), [link('l1', { institution: 'RS' })])).toEqual([]);
    expect(told(fact('link_opened', { linkId: 'l1' }), [link('l1', { post: 'approver' })])).toEqual([]);
  });

  it('of links that end without it or that people take, and when these give them back; not of what it does itself', () => {
    const links = [link('l1', { doneAt: at })];
    for (const kind of ['link_cancelled', 'consultation_recalled', 'link_claimed']) expect(told(fact(kind, { linkId: 'l1' }, 'officer'), links)).toEqual([['link.closed', 'l1']]);
    expect(told(fact('link_released', { linkId: 'l1' }, 'officer'), links)).toEqual([['link.opened', 'l1']]);
    for (const kind of ['link_claimed', 'link_released', 'link_completed']) expect(told(fact(kind, { linkId: 'l1' }, 'ours'), links)).toEqual([]);
  });

  it('of its own overdue links, not of the limits of others', () => {
    expect(told(fact('limit_passed', { limitId: 'link:l1' }), [link('l1')])).toEqual([['link.overdue', 'l1']]);
    expect(told(fact('limit_passed', { limitId: 'promised' }), [link('l1')])).toEqual([]);
  });

  it('of materials and moved limits while it has an open link, and of the end wherever it had one', () => {
    for (const [kind, type] of [['deferred_handed_in', 'materials.handed_in'], ['limits_recomputed', 'limits.moved'], ['limit_act_approved', 'limits.moved']] as const) {
      expect(told(fact(kind, { moved: [{}] }), [link('l1')])).toEqual([[type, null]]);
      expect(told(fact(kind, { moved: [{}] }, 'clerk', later), [link('l1', { doneAt: at })])).toEqual([]);
    }
    expect(told(fact('limit_act_approved', { moved: [] }), [link('l1')])).toEqual([]);
    for (const kind of ['matter_withdrawn', 'terminated', 'matter_completed']) {
      expect(told(fact(kind), [link('l1', { doneAt: at })])).toEqual([['matter.ended', null]]);
      expect(told(fact(kind), [link('l1', { institution: 'RS' })])).toEqual([]);
    }
  });

  it('nothing its registration leaves out', () => {
    expect(told(fact('matter_withdrawn'), [link('l1')], terms({ events: ['link.opened'] }))).toEqual([]);
  });
});
