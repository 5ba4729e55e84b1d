import { beforeAll, describe, expect, it } from 'vitest';
import { by, filing, lawOf, processOf, shenzhen, told } from '../../testing/given-matter.ts';
import { acceptMatter, file } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Matter, MatterFact } from './matter.ts';

const at = shenzhen('2026-11-24');
let received: Matter;
let accepted: Matter;
beforeAll(async () => {
  const law = lawOf(await processOf('decide'));
  const filed = () => file(null, filing(), law, { at: shenzhen('2026-11-23'), by: by.applicant });
  received = told(filed).state;
  accepted = told(filed, (state) => acceptMatter(state, law, { at: shenzhen('2026-11-23'), by: by.clerk })).state;
});

/** What one fact changes, and nothing else. */
const changes = (before: Matter, fact: MatterFact): Partial<Matter> => {
  const kept = structuredClone(before);
  const after = evolve(before, fact);
  expect(before, 'the state before is left as it was').toEqual(kept);
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Matter])));
};

describe('what a fact changes', () => {
  it('a notice: the status, what is missing, that it was said', () => {
    const defects = [{ about: 'material', code: 'id-card', fault: 'expired' }] as const;
    expect(changes(received, { kind: 'correction_requested', at, by: by.clerk, content: { defects } })).toEqual({ status: 'correction_requested', defects, corrections: 1, noticeMetAt: at });
  });

  it('a supplement: papers of the same code are replaced, others stay, a new one is added', () => {
    const two = { ...received, materials: [...received.materials, { code: 'photo', form: 'uploaded', grade: 'C', files: [] } as const] };
    const materials = [{ code: 'id-card', form: 'seen_at_window', grade: 'B', files: [] }, { code: 'lease', form: 'deferred', grade: 'D', files: [] }] as const;
    const notice = { ...received.notice, startedAt: at };
    expect(changes({ ...two, status: 'correction_requested', noticeMetAt: at }, { kind: 'supplemented', at, by: by.applicant, content: { materials, notice } })).toEqual({
      status: 'received', materials: [two.materials[1], ...materials], notice, noticeMetAt: null,
    });
  });

  it('a refusal to accept, a withdrawal, a completion: the end, and when', () => {
    expect(changes(received, { kind: 'acceptance_refused', at, by: by.clerk, content: { ground: 'not_required' } })).toEqual({ status: 'not_accepted', refusalGround: 'not_required', noticeMetAt: at, endedAt: at });
    expect(changes(received, { kind: 'matter_withdrawn', at, by: by.applicant, content: {} })).toEqual({ status: 'withdrawn', endedAt: at });
    expect(changes(accepted, { kind: 'matter_completed', at, by: by.officer, content: {} })).toEqual({ status: 'completed', completedAt: at, endedAt: at });
  });

  it('a claim and its release: one link only', () => {
    const twice = { ...accepted, links: [...accepted.links, { ...accepted.links[0], linkId: 'other-2' } as Matter['links'][number]] };
    const claimed = evolve(twice, { kind: 'link_claimed', at, by: by.officer, content: { linkId: 'decide-1', staffId: 's-9' } });
    expect(claimed.links.map((link) => link.claimedBy)).toEqual(['s-9', null]);
    expect(evolve(claimed, { kind: 'link_released', at, by: by.officer, content: { linkId: 'decide-1' } })).toEqual(twice);
  });

  it('a decision: its outcome, number, day and the clock of service; its paper: the file', () => {
    const service = { ...received.notice, startedAt: at };
    expect(changes(accepted, { kind: 'decision_made', at, by: by.officer, content: { outcome: 'refused', resultNumber: 'N-J', service } })).toEqual({ outcome: 'refused', decidedAt: at, resultNumber: 'N-J', service });
    expect(changes(accepted, { kind: 'result_paper_made', at, by: by.system, content: { fileId: 'f', sizeBytes: 1 } })).toEqual({ resultFile: 'f' });
  });
});
