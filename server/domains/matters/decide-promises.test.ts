import { beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../kernel/flow/index.ts';
import { by, factsOf, filing, lawOf, processOf, rulePack, shenzhen, told, who, workingDays, type Step } from '../../testing/given-matter.ts';
import { acceptMatter, claimLink, completeLink, file } from './decide.ts';
import { handInDeferred } from './decide-correction.ts';
import { approveRevocation, checkPromise, lapseDeferred, proposeRevocation, rejectRevocation } from './decide-promises.ts';
import { decideRepair, proposeRepair } from './decide-repair.ts';
import type { DeferredConsequence } from './matter-promises.ts';
import type { AskedMaterial, Law } from './law.ts';
import type { HandedIn } from './materials.ts';
import { openLimits } from './matter-limit.ts';
import type { Matter } from './matter.ts';

const asked: readonly AskedMaterial[] = [
  { code: 'id-card', need: 'required', source: 'applicant', ownPromise: false, filledByForm: false },
  { code: 'premises', need: 'required', source: 'applicant', ownPromise: false, filledByForm: false, promisable: true },
  { code: 'health', need: 'deferrable', source: 'applicant', ownPromise: false, filledByForm: false },
];
const paper = (code: string): HandedIn => ({ code, form: 'uploaded', files: [{ fileId: code.slice(0, 1).repeat(64), mediaType: 'application/pdf', sizeBytes: 1_000 }] });
const word = (affirmed: boolean): HandedIn => ({ code: 'premises', form: 'promised', files: [], affirmed });
const received = shenzhen('2026-11-23');
const accepted = shenzhen('2026-11-24');
const proposalId = '0190b000-0000-7000-8000-0000000000f1';
const document = '深福信修〔2026〕3号';

let graph: Graph;
beforeAll(async () => {
  graph = await processOf('decide');
});

/** Ten working days for the deferred material from 24 November: 8 December. The item has promises looked into within 20. */
const law = (consequence: DeferredConsequence): Law => lawOf(graph, { deferrals: { health: { consequence } }, promiseChecks: { premises: 20 } });
const filed = (...handedIn: readonly HandedIn[]): Step => () => file(null, filing({ handedIn: handedIn.length > 0 ? handedIn : [paper('id-card'), word(true)] }, { asked }), law('remind'), { at: received, by: by.applicant });
const taken = (of: Law): Step => (state) => acceptMatter(state, of, { at: accepted, by: by.clerk });
const claimed: Step = (state) => claimLink(state, state.links[0]?.linkId ?? '', who.officer, { at: accepted, by: by.officer });
const decidedOn = (of: Law, action: 'granted' | 'refused', at = shenzhen('2026-11-25')): Step => (state) =>
  completeLink(state, { linkId: state.links[0]?.linkId ?? '', staffId: who.officer, act: 'propose_decision', action, opinion: '符合条件' }, of, { at, by: by.officer });
const lapsed = (of: Law, at: string): Step => (state) => lapseDeferred(state, 'health', of, { at, by: by.system });
const after = (...steps: readonly Step[]): Matter => told(...steps).state;
const dayAfter = shenzhen('2026-12-09', '00:00:00.000');

describe('A promise in place of a proof (告知承诺)', () => {
  it('is given by the applicant under his own name, and counts as grade D', () => {
    expect(after(filed()).materials).toContainEqual({ code: 'premises', form: 'promised', grade: 'D', files: [] });
    expect(filed(paper('id-card'), word(false))(null as unknown as Matter)).toMatchObject({ ok: false, errors: [{ pointer: '/materials/premises', code: 'matter.promise_not_affirmed' }] });
  });

  it('is not offered for a material whose item does not say so', () => {
    expect(filed({ ...word(true), code: 'id-card' }, paper('premises'))(null as unknown as Matter)).toMatchObject({ ok: false, errors: [{ pointer: '/materials/id-card', code: 'matter.material_form_not_possible' }] });
  });

  it('and to come later is not offered to whoever broke his word, with the day and the matter', () => {
    const withheld = { promise: { until: '2027-06-01', number: '440304-20260601-00007' }, deferral: { until: '2026-12-24', number: '440304-20260624-00002' } };
    const state = file(null, filing({ handedIn: [paper('id-card'), word(true)] }, { asked: asked.map((one) => ({ ...one, withheld })) }), law('remind'), { at: received, by: by.applicant });
    expect(state).toEqual({
      ok: false, code: 'matter.promise_not_offered', params: { date: '2027-06-01', number: '440304-20260601-00007' },
      errors: [
        { pointer: '/materials/premises', code: 'matter.promise_not_offered', params: { date: '2027-06-01', number: '440304-20260601-00007' } },
        { pointer: '/materials/health', code: 'matter.deferral_not_offered', params: { date: '2026-12-24', number: '440304-20260624-00002' } },
      ],
    });
  });

  it('is looked into from the grant on, within the days of the item, and a refusal leaves nothing to look into', () => {
    const granted = after(filed(paper('id-card'), word(true), paper('health')), taken(law('remind')), claimed, decidedOn(law('remind'), 'granted'));
    expect(openLimits(granted.limits).map((one) => [one.limitId, one.kind, one.dueOn])).toEqual([['service', 'service', '2026-12-09'], ['promise:premises', 'promise_check', '2026-12-23']]);
    const refused = after(filed(paper('id-card'), word(true), paper('health')), taken(law('remind')), claimed, decidedOn(law('remind'), 'refused'));
    expect(openLimits(refused.limits).map((one) => one.limitId)).toEqual(['service']);
  });

  it('is looked into within the days of the rule pack where the item names none, and by no clock under a pack that knew none', () => {
    const pack = { ...rulePack, limits: { ...rulePack.limits, promise_check: { id: 'L-016', amount: 15, unit: 'working_day' as const, source: '', verified: false } } };
    const clocksUnder = (of: Law) => openLimits(after(filed(paper('id-card'), word(true), paper('health')), taken(of), claimed, decidedOn(of, 'granted')).limits).filter((one) => one.kind === 'promise_check').map((one) => one.dueOn);
    expect(clocksUnder(lawOf(graph, {}, { pack }))).toEqual(['2026-12-16']);
    expect(clocksUnder(lawOf(graph))).toEqual([]);
  });
});

describe('L-015: a deferred material that does not come by its day', () => {
  it('is not missed while its last day runs', () => {
    const state = after(filed(), taken(law('refuse')));
    expect(openLimits(state.limits).find((one) => one.limitId === 'deferred:health')?.dueAt).toBe(shenzhen('2026-12-08', '23:59:59.999'));
    expect(lapsed(law('refuse'), shenzhen('2026-12-08', '23:59:59.999'))(state)).toEqual({ ok: false, code: 'matter.limit_not_passed', params: {} });
    expect(lapsed(law('refuse'), dayAfter)(state)).toMatchObject({ ok: true });
  });

  it('remind: is still awaited, and a grant waits for it', () => {
    const of = law('remind');
    const state = after(filed(), taken(of), claimed, lapsed(of, dayAfter));
    expect([state.status, state.lapsed, state.materials.find((one) => one.code === 'health')?.form]).toEqual(['accepted', ['health'], 'deferred']);
    expect(decidedOn(of, 'granted', shenzhen('2026-12-10'))(state)).toMatchObject({ ok: false, code: 'matter.deferred_missing', params: { count: 1 } });
    const come = after(filed(), taken(of), claimed, lapsed(of, dayAfter), (before) => handInDeferred(before, [paper('health')], {}, filing({}, { asked }).judgement, 'online', { at: shenzhen('2026-12-10'), by: by.applicant }));
    // The published calendar ends with the year, so the promise is looked into within a week.
    expect(decidedOn(lawOf(graph, { ...of.item, promiseChecks: { premises: 5 } }), 'granted', shenzhen('2026-12-11'))(come)).toMatchObject({ ok: true });
  });

  it('refuse: the application is refused with that ground, and what was open is given up', () => {
    const of = law('refuse');
    const before = after(filed(), taken(of), claimed);
    expect(factsOf(lapsed(of, dayAfter)(before)).map((fact) => [fact.kind, fact.content])).toEqual([
      ['deferred_lapsed', { material: 'health', consequence: 'refuse' }],
      ['link_cancelled', { linkId: before.links[0]?.linkId }],
      ['decision_made', { outcome: 'refused', resultNumber: '440304-20261123-00001-J', service: workingDays(10, dayAfter, '2026-12-23', '2026-12-22'), ground: 'deferred_not_handed_in' }],
      ['matter_completed', { delivery: 'electronic' }],
    ]);
    expect(after(filed(), taken(of), claimed, lapsed(of, dayAfter))).toMatchObject({ status: 'completed', outcome: 'refused', lapsed: ['health'] });
  });

  it('revoke: a grant may go ahead of it, and its clock runs on', () => {
    const of = law('revoke');
    const granted = after(filed(), taken(of), claimed, decidedOn(of, 'granted'));
    expect([granted.status, openLimits(granted.limits).map((one) => one.limitId).sort()]).toEqual(['completed', ['deferred:health', 'promise:premises', 'service']]);
    expect(factsOf(lapsed({ ...of, pack: { ...of.pack, limits: { ...of.pack.limits, promise_check: { id: 'L-016', amount: 10, unit: 'working_day', source: '', verified: false } } } }, dayAfter)(granted))).toEqual([
      { kind: 'deferred_lapsed', at: dayAfter, by: by.system, content: { material: 'health', consequence: 'revoke', check: workingDays(10, dayAfter, '2026-12-23', '2026-12-22') } },
    ]);
  });

  it('revoke: once its day has passed before a decision, a grant waits for it', () => {
    const of = law('revoke');
    expect(decidedOn(of, 'granted', shenzhen('2026-12-10'))(after(filed(), taken(of), claimed, lapsed(of, dayAfter)))).toMatchObject({ ok: false, code: 'matter.deferred_missing' });
  });

  it('is missed once, and not at all when it came', () => {
    const of = law('remind');
    expect(lapsed(of, dayAfter)(after(filed(), taken(of), lapsed(of, dayAfter)))).toMatchObject({ code: 'matter.limit_not_passed' });
    expect(lapsed(of, dayAfter)(after(filed(paper('id-card'), word(true), paper('health')), taken(of)))).toMatchObject({ code: 'matter.limit_not_passed' });
  });
});

describe('L-016: taking a result back (撤销)', () => {
  const granted = (of: Law) => after(filed(), taken(of), claimed, decidedOn(of, 'granted'));
  const found = (kept: boolean): Step => (state) => checkPromise(state, { material: 'premises', kept, staffId: who.officer, words: '现场无此门牌', proposalId }, { at: shenzhen('2026-12-01'), by: by.officer });
  const approvedBy = (one: (typeof by)['approver'], at = shenzhen('2026-12-02')): Step => (state) => approveRevocation(state, proposalId, '同意撤销', { at, by: one });

  it('a promise that was kept ends its clock and changes nothing else', () => {
    const state = told(filed(), taken(law('revoke')), claimed, decidedOn(law('revoke'), 'granted'), found(true)).state;
    expect([state.promises, state.revocation, openLimits(state.limits).some((one) => one.kind === 'promise_check')]).toEqual([{ premises: true }, undefined, false]);
  });

  it('a broken promise is at once the proposal, and another person decides', () => {
    expect(factsOf(found(false)(granted(law('revoke')))).map((fact) => [fact.kind, fact.content])).toEqual([
      ['promise_checked', { material: 'premises', kept: false, staffId: who.officer }],
      ['revocation_proposed', { proposalId, ground: 'promise_broken', materials: ['premises'] }],
    ]);
    const proposed = after(filed(), taken(law('revoke')), claimed, decidedOn(law('revoke'), 'granted'), found(false));
    expect(approvedBy(by.officer)(proposed)).toMatchObject({ ok: false, code: 'matter.same_person' });
    const revoked = after(filed(), taken(law('revoke')), claimed, decidedOn(law('revoke'), 'granted'), found(false), approvedBy(by.approver));
    expect([revoked.revokedAt, revoked.revocationGround, revoked.outcome, openLimits(revoked.limits)]).toEqual([shenzhen('2026-12-02'), 'promise_broken', 'granted', []]);
    expect(found(true)(revoked)).toMatchObject({ code: 'matter.revoked_already' });
  });

  it('not agreed to, the result stands, and may be proposed again', () => {
    const state = after(filed(), taken(law('revoke')), claimed, decidedOn(law('revoke'), 'granted'), found(false), (before) => rejectRevocation(before, proposalId, '门牌已更名', { at: shenzhen('2026-12-02'), by: by.approver }));
    expect([state.revokedAt, state.revocation?.outcome]).toEqual([undefined, 'rejected']);
    expect(proposeRevocation(state, '0190b000-0000-7000-8000-0000000000f2', '再查仍不实', law('revoke'), { at: shenzhen('2026-12-03'), by: by.officer }).ok).toBe(true);
  });

  it('needs a ground: a broken promise, or a material that was to come and whose day has passed', () => {
    const of = law('revoke');
    expect(proposeRevocation(granted(of), proposalId, '理由', of, { at: shenzhen('2026-12-01'), by: by.officer })).toMatchObject({ code: 'matter.nothing_to_revoke' });
    const late = after(filed(), taken(of), claimed, decidedOn(of, 'granted'), lapsed(of, dayAfter));
    expect(factsOf(proposeRevocation(late, proposalId, '未补交', of, { at: shenzhen('2026-12-10'), by: by.officer }))).toMatchObject([{ kind: 'revocation_proposed', content: { ground: 'deferred_not_handed_in', materials: ['health'] } }]);
  });

  it('is not approved any more once the material has come', () => {
    const of = law('revoke');
    const come = after(
      filed(), taken(of), claimed, decidedOn(of, 'granted'), lapsed(of, dayAfter), (state) => proposeRevocation(state, proposalId, '未补交', of, { at: shenzhen('2026-12-10'), by: by.officer }),
      (state) => handInDeferred(state, [paper('health')], {}, filing({}, { asked }).judgement, 'online', { at: shenzhen('2026-12-11'), by: by.applicant }),
    );
    expect(approvedBy(by.approver, shenzhen('2026-12-14'))(come)).toMatchObject({ code: 'matter.nothing_to_revoke' });
  });
});

describe('L-016: repairing a record (信用修复)', () => {
  const missed = () => after(filed(), taken(law('remind')), lapsed(law('remind'), dayAfter));
  const proposed: Step = (state) => proposeRepair(state, { proposalId, material: 'health', reason: 'beyond_control', document, words: '住院' }, { at: shenzhen('2026-12-10'), by: by.officer });

  it('needs a word that counts, a reason with its document, and two persons', () => {
    expect(factsOf(proposed(missed()))).toEqual([{ kind: 'repair_proposed', at: shenzhen('2026-12-10'), by: by.officer, content: { proposalId, material: 'health', reason: 'beyond_control', document }, sealed: { words: '住院' } }]);
    expect(proposed(after(filed(), taken(law('remind'))))).toMatchObject({ code: 'matter.nothing_to_repair' });
    const waiting = after(filed(), taken(law('remind')), lapsed(law('remind'), dayAfter), proposed);
    expect(decideRepair(waiting, proposalId, true, '同意', { at: shenzhen('2026-12-11'), by: by.officer })).toMatchObject({ code: 'matter.same_person' });
    expect(proposed(waiting)).toMatchObject({ code: 'matter.repair_open' });
  });

  it('agreed to, the word counts no longer and cannot be repaired twice', () => {
    const repaired = after(filed(), taken(law('remind')), lapsed(law('remind'), dayAfter), proposed, (state) => decideRepair(state, proposalId, true, '同意', { at: shenzhen('2026-12-11'), by: by.approver }));
    expect(repaired.repairs?.[0]).toMatchObject({ outcome: 'approved', decidedBy: who.approver });
    expect(proposed(repaired)).toMatchObject({ code: 'matter.nothing_to_repair' });
  });
});
