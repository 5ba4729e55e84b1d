import { beforeAll, describe, expect, it } from 'vitest';
import { by, filing, lawOf, processOf, shenzhen, told, workingDays } from '../../testing/given-matter.ts';
import { acceptMatter, file } from './decide.ts';
import { evolve } from './evolve.ts';
import { findLimit, limitOf, type MatterLimit, type SetClock } from './matter-limit.ts';
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

const without = ({ limits: _limits, ...rest }: Partial<Matter>): Partial<Matter> => rest;
/** How each limit stands: id, when it is due, when it ended and how. */
const endings = (matter: Matter) => matter.limits.map((one) => [one.limitId, one.endedAt, one.ending]);

describe('what a fact changes', () => {
  it('a notice: the status, what is missing, that it was said; the resident’s time runs', () => {
    const defects = [{ about: 'material', code: 'id-card', fault: 'expired' }] as const;
    const correction = workingDays(15, at, '2026-12-15', '2026-12-14');
    const fact: MatterFact = { kind: 'correction_requested', at, by: by.clerk, content: { defects, correction } };
    expect(without(changes(received, fact))).toEqual({ status: 'correction_requested', defects, corrections: 1, changedSinceNotice: { materials: [], fields: [] } });
    expect(endings(evolve(received, fact))).toEqual([['notice#1', at, 'met'], ['correction#1', null, null]]);
    expect(findLimit(evolve(received, fact).limits, 'correction')).toEqual(limitOf('correction', 'correction#1', correction, received.calendar));
  });

  it('a supplement: papers of the same code are replaced, others stay, a new one is added; the notice runs anew beside the old', () => {
    const two = { ...received, status: 'correction_requested' as const, corrections: 1, changedSinceNotice: { materials: [], fields: ['name'] }, materials: [...received.materials, { code: 'photo', form: 'uploaded', grade: 'C', files: [] } as const] };
    const materials = [{ code: 'id-card', form: 'seen_at_window', grade: 'B', files: [] }, { code: 'lease', form: 'deferred', grade: 'D', files: [] }] as const;
    const notice = workingDays(5, at, '2026-12-01', '2026-11-30');
    const fact: MatterFact = { kind: 'supplemented', at, by: by.applicant, content: { materials, notice, changedFields: ['age', 'name'] } };
    expect(without(changes(two, fact))).toEqual({ status: 'received', materials: [two.materials[1], ...materials], changedSinceNotice: { materials: ['id-card', 'lease'], fields: ['name', 'age'] } });
    expect(evolve(two, fact).limits.at(-1)).toEqual(limitOf('notice', 'notice#2', notice, received.calendar));
  });

  it('a correction at the window: papers and fields; the notice clock runs on', () => {
    const materials = [{ code: 'id-card', form: 'seen_at_window', grade: 'B', files: [] }] as const;
    const fact: MatterFact = { kind: 'corrected_on_spot', at, by: by.clerk, content: { materials, changedFields: ['name'] } };
    expect(changes(received, fact)).toEqual({ materials });
    expect(changes({ ...received, changedSinceNotice: { materials: [], fields: [] } }, fact)).toEqual({ materials, changedSinceNotice: { materials: ['id-card'], fields: ['name'] } });
  });

  it('a refusal to accept, a withdrawal, a return, a completion: the end, when, and no clock of handling left', () => {
    const refused: MatterFact = { kind: 'acceptance_refused', at, by: by.clerk, content: { ground: 'not_required' } };
    expect(without(changes(received, refused))).toEqual({ status: 'not_accepted', refusalGround: 'not_required', endedAt: at });
    expect(endings(evolve(received, refused))).toEqual([['notice#1', at, 'met']]);
    const withdrawn: MatterFact = { kind: 'matter_withdrawn', at, by: by.applicant, content: {} };
    expect(without(changes(received, withdrawn))).toEqual({ status: 'withdrawn', endedAt: at });
    expect(endings(evolve(received, withdrawn))).toEqual([['notice#1', at, 'void']]);
    const terminated: MatterFact = { kind: 'terminated', at, by: by.clerk, content: { ground: 'not_corrected' } };
    expect(without(changes(received, terminated))).toEqual({ status: 'terminated', endedAt: at });
    const completed: MatterFact = { kind: 'matter_completed', at, by: by.officer, content: { delivery: 'in_person' } };
    expect(without(changes(accepted, completed))).toEqual({ status: 'completed', completedAt: at, endedAt: at, delivery: 'in_person' });
    expect(endings(evolve(accepted, completed)).slice(1)).toEqual([['statutory', at, 'void'], ['promised', at, 'met'], ['link:decide-1', at, 'void']]);
  });

  it('a claim and its release: one link only', () => {
    const twice = { ...accepted, links: [...accepted.links, { ...accepted.links[0], linkId: 'other-2' } as Matter['links'][number]] };
    const claimed = evolve(twice, { kind: 'link_claimed', at, by: by.officer, content: { linkId: 'decide-1', staffId: 's-9' } });
    expect(claimed.links.map((link) => [link.claimedBy, link.claimedAt])).toEqual([['s-9', at], [null, null]]);
    expect(evolve(claimed, { kind: 'link_released', at, by: by.officer, content: { linkId: 'decide-1' } })).toEqual(twice);
  });

  it('a decision: its outcome, number, day and the clock of service; its paper: the file', () => {
    const service = workingDays(10, at, '2026-12-08', '2026-12-07');
    const fact: MatterFact = { kind: 'decision_made', at, by: by.officer, content: { outcome: 'refused', resultNumber: 'N-J', service } };
    expect(without(changes(accepted, fact))).toEqual({ outcome: 'refused', decidedAt: at, resultNumber: 'N-J' });
    expect(endings(evolve(accepted, fact)).slice(1)).toEqual([['statutory', at, 'met'], ['promised', null, null], ['link:decide-1', null, null], ['service', null, null]]);
    expect(changes(accepted, { kind: 'result_paper_made', at, by: by.system, content: { fileId: 'f', sizeBytes: 1 } })).toEqual({ resultFile: 'f' });
  });

  it('an acceptance with materials to come: the same limits in the same order, however the fact was kept', () => {
    const clock = workingDays(10, at, '2026-12-08', '2026-12-07');
    const accept = (deferred: Record<string, SetClock>): Matter =>
      evolve(received, { kind: 'matter_accepted', at, by: by.clerk, content: { statutory: null, promised: workingDays(5, at, '2026-12-01', '2026-11-30'), flow: { opened: 0, waiting: [], arrived: {}, values: {}, ended: false }, deferred } });
    expect(accept({ photo: clock, lease: clock })).toEqual(accept({ lease: clock, photo: clock }));
    expect(accept({ photo: clock, lease: clock }).limits.map((one) => one.limitId)).toEqual(['notice#1', 'promised', 'deferred:lease', 'deferred:photo']);
  });

  it('a breach that was recorded: when it was recorded, at its limit alone', () => {
    const due = findLimit(accepted.limits, 'promised') as MatterLimit;
    const after = evolve(accepted, { kind: 'limit_passed', at, by: by.system, content: { limitId: 'promised', limit: 'promised', dueOn: due.dueOn, dueAt: due.dueAt, institution: 'x', post: 'officer', staffId: null } });
    expect(after.limits.map((one) => [one.limitId, one.passedAt])).toEqual([['notice#1', null], ['statutory', null], ['promised', at], ['link:decide-1', null]]);
    expect({ ...after, limits: accepted.limits }).toEqual(accepted);
  });
});

describe('facts of the first release, which lack what was added since', () => {
  /** What such a fact says of a clock. */
  const first = (amount: number, startedAt: string, dueOn: string): SetClock => ({ limit: { amount, unit: 'working_day' }, startedAt, dueOn, provisional: false });
  const filedAt = shenzhen('2026-11-23');
  const item = { taskCode: '440104', handlingItem: '440104-1', version: 1, process: 'decide', processVersion: 1 };
  const flow = { opened: 1, waiting: [], arrived: {}, values: {}, ended: false };
  const told: readonly MatterFact[] = [
    { kind: 'matter_filed', at: filedAt, by: by.applicant, content: {
      number: 'N', channel: 'online', item, areaUnit: '440304001', acceptingInstitution: 'H', handlingInstitution: 'M', partyId: 'p', organisationId: null, materials: [], calendar: 'calendar-1', notice: first(5, filedAt, '2026-11-30') } },
    { kind: 'correction_requested', at, by: by.clerk, content: { defects: [] } },
    { kind: 'supplemented', at, by: by.applicant, content: { materials: [], notice: first(5, at, '2026-12-01') } },
    { kind: 'matter_accepted', at, by: by.clerk, content: { statutory: first(20, at, '2026-12-22'), promised: first(5, at, '2026-12-01'), flow } },
    { kind: 'link_opened', at, by: by.clerk, content: { linkId: 'decide-1', element: 'decide', link: 'decide', post: 'officer', institution: 'M', clock: first(3, at, '2026-11-27') } },
    { kind: 'link_completed', at, by: by.officer, content: { linkId: 'decide-1', staffId: 's', action: 'granted', flow: { ...flow, ended: true } }, sealed: { opinion: '' } },
    { kind: 'decision_made', at, by: by.officer, content: { outcome: 'granted', resultNumber: 'N-J', service: first(10, at, '2026-12-08') } },
    { kind: 'matter_completed', at, by: by.officer, content: {} },
    { kind: 'result_paper_made', at: shenzhen('2026-11-25'), by: by.system, content: { fileId: 'f', sizeBytes: 1 } },
  ];
  const after = (count: number): Matter => told.slice(0, count).reduce<Matter | null>(evolve, null) as Matter;

  it('the last moment is the end of the day named; it turns yellow on that day; counted by the calendar of the matter', () => {
    expect(after(1)).toMatchObject({ pack: null, calendar: 'calendar-1', limits: [
      { limitId: 'notice#1', dueOn: '2026-11-30', dueAt: shenzhen('2026-11-30', '23:59:59.999'), warnAt: shenzhen('2026-11-30', '00:00:00.000'), calendar: 'calendar-1', clock: { pauses: [], extensions: [] } },
    ] });
    const hours = { ...first(24, filedAt, '2026-11-24'), limit: { amount: 24, unit: 'hour' as const } };
    expect(limitOf('promised', 'promised', hours, 'calendar-1')).toMatchObject({ dueAt: shenzhen('2026-11-24', '09:30:00.000'), warnAt: shenzhen('2026-11-24', '00:00:00.000') });
    const atOnce = { ...first(0, filedAt, '2026-11-23'), limit: { amount: 0, unit: 'on_the_spot' as const } };
    expect(limitOf('promised', 'promised', atOnce, 'calendar-1').warnAt, 'never before it began').toBe(filedAt);
  });

  it('a correction set no deadline then, and nothing that could be named again was kept', () => {
    expect(after(2)).toMatchObject({ status: 'correction_requested', changedSinceNotice: { materials: [], fields: [] } });
    expect(endings(after(2))).toEqual([['notice#1', at, 'met']]);
    expect(endings(after(3)).at(-1)).toEqual(['notice#2', null, null]);
  });

  it('completion was delivery then, and ended the service of the result; the paper made later changes nothing of that', () => {
    for (const count of [8, 9]) {
      expect(after(count)).toMatchObject({ status: 'completed', delivery: null, deliveredAt: at });
      expect(endings(after(count)).slice(2)).toEqual([['statutory', at, 'met'], ['promised', at, 'met'], ['link:decide-1', at, 'met'], ['service', at, 'met']]);
    }
    expect(after(9).resultFile).toBe('f');
  });
});
