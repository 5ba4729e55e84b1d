import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Graph } from '../../kernel/flow/index.ts';
import { by, factsOf, filing, lawOf, processOf, rulePack, shenzhen, told, who, workingDays, type Step } from '../../testing/given-matter.ts';
import { acceptMatter, claimLink, completeLink, deliverResult, file, recordResultPaper, refuseAcceptance, terminate, withdraw } from './decide.ts';
import { correctOnSpot, handInDeferred, requestCorrection, supplement, type Supplement } from './decide-correction.ts';
import { deemAccepted, recordPassed } from './decide-limits.ts';
import type { Law } from './law.ts';
import type { HandedIn } from './materials.ts';
import { findLimit } from './matter-limit.ts';
import type { DefectRef, Matter } from './matter.ts';

const received = shenzhen('2026-11-23');
const next = shenzhen('2026-11-24');
const known = { materials: ['id-card', 'photo', 'lease'], fields: ['name', 'age'] };
const asked = [
  { code: 'id-card', need: 'required', source: 'applicant', ownPromise: false, filledByForm: false }, { code: 'photo', need: 'required', source: 'applicant', ownPromise: false, filledByForm: false },
  { code: 'lease', need: 'deferrable', source: 'applicant', ownPromise: false, filledByForm: false },
] as const;
const paper = (code: string, byte = code.slice(0, 1)): HandedIn => ({ code, form: 'uploaded', files: [{ fileId: byte.repeat(64), mediaType: 'application/pdf', sizeBytes: 1_000 }] });
const seen = (code: string): HandedIn => ({ code, form: 'seen_at_window', files: [] });
const wrong = (about: DefectRef['about'], code: string): DefectRef => ({ about, code, fault: 'unreadable' });

let graph: Graph;
let law: Law;
beforeAll(async () => {
  graph = await processOf('decide');
  law = lawOf(graph);
});

const filed = (...handedIn: readonly HandedIn[]) => () => file(null, filing({ handedIn: handedIn.length > 0 ? handedIn : [paper('id-card'), paper('photo')] }, { asked }), law, { at: received, by: by.applicant });
const noticed = (at: string, ...defects: readonly DefectRef[]): Step => (state) => requestCorrection(state, defects, defects.map(() => '请重传'), known, law, { at, by: by.clerk });
const brought = (given: Partial<Supplement> = {}): Supplement => ({ handedIn: [paper('id-card', 'b')], particulars: { form: { name: '安宁' }, fileNames: {} }, changedFields: [], judgement: { ...filing({}, { asked }).judgement }, ...given });
const answered = (at: string, given: Partial<Supplement> = {}): Step => (state) => supplement(state, brought(given), 'online', law, { at, by: by.applicant });
const accepted = (at: string): Step => (state) => acceptMatter(state, law, { at, by: by.clerk });
const after = (...steps: readonly Step[]): Matter => told(...steps).state;

describe('L-012: what is missing is said once (一次性告知)', () => {
  const answeredOnce = () => after(filed(), noticed(next, wrong('material', 'id-card')), answered(shenzhen('2026-11-25'), { changedFields: ['name'] }));

  it('a second notice names what the applicant has changed since the first', () => {
    const second = noticed(shenzhen('2026-11-26'), wrong('material', 'id-card'), wrong('field', 'name'))(answeredOnce());
    expect(factsOf(second)).toMatchObject([{ kind: 'correction_requested', content: { defects: [wrong('material', 'id-card'), wrong('field', 'name')] } }]);
  });

  it('and nothing that lay there at the first examination: each such point is named', () => {
    const second = noticed(shenzhen('2026-11-26'), wrong('material', 'id-card'), wrong('material', 'photo'), wrong('field', 'age'), wrong('other', 'other'))(answeredOnce());
    const examined = (index: number, code: string) => ({ pointer: `/defects/${index}`, code: 'matter.examined_already', params: { code } });
    expect(second).toEqual({ ok: false, code: 'matter.examined_already', params: { count: 3 }, errors: [examined(1, 'photo'), examined(2, 'age'), examined(3, 'other')] });
  });

  it('what changed before the newest notice was examined with it, and what changed after it counts anew', () => {
    const state = after(() => filed()(), noticed(next, wrong('material', 'id-card')), answered(shenzhen('2026-11-25')), noticed(shenzhen('2026-11-26'), wrong('material', 'id-card')), answered(shenzhen('2026-11-27'), { handedIn: [paper('id-card', 'c'), paper('photo', 'd')] }));
    expect(state.changedSinceNotice).toEqual({ materials: ['id-card', 'photo'], fields: [] });
    expect(noticed(shenzhen('2026-11-30'), wrong('material', 'photo'))(state).ok).toBe(true);
    expect(noticed(shenzhen('2026-11-30'), wrong('field', 'name'))(state)).toMatchObject({ code: 'matter.examined_already' });
  });

  it('what was corrected at the window after an answer may be named, for it has changed', () => {
    const state = after(filed(), noticed(next, wrong('material', 'id-card')), answered(shenzhen('2026-11-25')), (before) => correctOnSpot(before, brought({ handedIn: [seen('photo')] }), { at: shenzhen('2026-11-26'), by: by.clerk }));
    expect(noticed(shenzhen('2026-11-26', '11:00:00.000'), wrong('material', 'photo'))(state).ok).toBe(true);
  });

  it('the notice is in time to its last moment; after it the law has accepted, and nothing can be asked for or refused any more', () => {
    const inTime = shenzhen('2026-11-30', '23:59:59.999');
    const late = shenzhen('2026-12-01', '00:00:00.000');
    expect(noticed(inTime, wrong('material', 'id-card'))(after(filed())).ok).toBe(true);
    expect(noticed(late, wrong('material', 'id-card'))(after(filed()))).toEqual({ ok: false, code: 'matter.already_accepted', params: {} });
    expect(refuseAcceptance(after(filed()), 'condition_not_met', '不符合', { at: inTime, by: by.clerk }).ok).toBe(true);
    expect(refuseAcceptance(after(filed()), 'condition_not_met', '不符合', { at: late, by: by.clerk })).toEqual({ ok: false, code: 'matter.already_accepted', params: {} });
    expect(withdraw(after(filed()), { at: late, by: by.applicant }).ok, 'the applicant may still withdraw').toBe(true);
  });

  it('an answer gives the office five days anew, over a holiday too', () => {
    const holiday = after(() => file(null, filing({}, { asked: asked.slice(0, 1) }), law, { at: shenzhen('2026-09-28'), by: by.applicant }), noticed(shenzhen('2026-09-29'), wrong('material', 'id-card')), answered(shenzhen('2026-09-30')));
    expect(findLimit(holiday.limits, 'notice')).toMatchObject({ limitId: 'notice#2', dueOn: '2026-10-13' });
  });
});

describe('当场更正 at the window', () => {
  const corrected = (given: Partial<Supplement> = {}, at = next): Step => (state) => correctOnSpot(state, brought({ handedIn: [seen('id-card')], changedFields: ['age'], particulars: { form: { name: '安宁', age: 8 }, fileNames: {} }, ...given }), { at, by: by.clerk });

  it('is one fact: the papers seen and the names of the fields changed; the notice clock runs on as it ran', () => {
    const { facts, state } = told(filed(), corrected());
    expect(facts.slice(1)).toEqual([{
      kind: 'corrected_on_spot', at: next, by: by.clerk, content: { materials: [{ code: 'id-card', form: 'seen_at_window', grade: 'B', files: [] }], changedFields: ['age'] },
      sealed: { form: { name: '安宁', age: 8 }, fileNames: {} }, files: [],
    }]);
    expect(state.limits).toEqual(after(filed()).limits);
    expect(state).toMatchObject({ status: 'received', corrections: 0, changedSinceNotice: null });
  });

  test.each([
    ['nothing brought and nothing changed', 'matter.nothing_corrected', () => corrected({ handedIn: [], changedFields: [] })(after(filed()))],
    ['a material nobody asks for', 'matter.materials_missing', () => corrected({ handedIn: [seen('diploma')] })(after(filed()))],
    ['a form that is faulty now', 'matter.form_faulty', () => corrected({ judgement: { ...brought().judgement, formFaults: [{ pointer: '/form/age', code: 'input.required', params: {} }] } })(after(filed()))],
    ['while an answer is awaited', 'matter.not_open', () => corrected()(after(filed(), noticed(next, wrong('material', 'id-card'))))],
    ['after acceptance', 'matter.not_open', () => corrected()(after(filed(), accepted(next)))],
  ] as const)('is refused: %s', (_what, code, decision) => {
    expect(decision()).toMatchObject({ ok: false, code });
  });
});

describe('L-014: the resident has 15 working days to answer', () => {
  const waiting = (noticedAt = next) => after(() => file(null, filing({}, { asked: asked.slice(0, 1) }), law, { at: noticedAt, by: by.applicant }), noticed(noticedAt, wrong('material', 'id-card')));
  const sentBack = (at: string, state = waiting()) => terminate(state, '逾期未补正', { at, by: by.clerk });

  test.each([
    ['in plain weeks', '2026-11-24', '2026-12-15'],
    ['over Mid-Autumn and National Day', '2026-09-22', '2026-10-20'],
  ])('退件 is refused to the last moment of the deadline and lawful from the first moment after it: %s', (_what, noticedOn, dueOn) => {
    const state = waiting(shenzhen(noticedOn));
    expect(sentBack(shenzhen(dueOn, '23:59:59.999'), state)).toEqual({ ok: false, code: 'matter.correction_time_left', params: { date: dueOn } });
    const late = new Date(Date.parse(shenzhen(dueOn, '23:59:59.999')) + 1).toISOString();
    expect(factsOf(sentBack(late, state))).toEqual([{ kind: 'terminated', at: late, by: by.clerk, content: { ground: 'not_corrected' }, sealed: { words: '逾期未补正' } }]);
  });

  it('it passes as a breach of nobody in the office; an answer that comes late, before the matter was sent back, still counts', () => {
    const at = shenzhen('2026-12-16');
    const dueAt = shenzhen('2026-12-15', '23:59:59.999');
    expect(factsOf(recordPassed(waiting(), 'correction#1', dueAt, { at, by: by.system }))).toMatchObject([{ kind: 'limit_passed', content: { limitId: 'correction#1', limit: 'correction' } }]);
    const late = after(() => file(null, filing({}, { asked: asked.slice(0, 1) }), law, { at: next, by: by.applicant }), noticed(next, wrong('material', 'id-card')), answered(at));
    expect(late.status).toBe('received');
    expect(findLimit(late.limits, 'correction')).toMatchObject({ endedAt: at, ending: 'met' });
  });

  it('once sent back the matter is over: no limit runs, nothing more is done', () => {
    const state = after(() => file(null, filing({}, { asked: asked.slice(0, 1) }), law, { at: next, by: by.applicant }), noticed(next, wrong('material', 'id-card')), (before) => sentBack(shenzhen('2026-12-16'), before));
    expect(state.limits.map((one) => [one.limitId, one.ending])).toEqual([['notice#1', 'met'], ['correction#1', 'void']]);
    expect(answered(shenzhen('2026-12-17'))(state)).toMatchObject({ code: 'matter.not_open' });
    expect(sentBack(shenzhen('2026-12-17'), state)).toMatchObject({ code: 'matter.not_open' });
  });
});

describe('L-015: materials that may come later (容缺)', () => {
  const begun = (): readonly Step[] => [filed(), accepted(next)];
  const handed = (at: string, handedIn: readonly HandedIn[] = [paper('lease')]): Step => (state) => handInDeferred(state, handedIn, { l: '租约.pdf' }, filing({}, { asked }).judgement, 'online', { at, by: by.applicant });
  const proposed = (action: 'granted' | 'refused', at = shenzhen('2026-11-26')): readonly Step[] => [
    (state) => claimLink(state, 'decide-1', who.officer, { at, by: by.officer }), (state) => completeLink(state, { linkId: 'decide-1', staffId: who.officer, act: 'propose_decision', action, opinion: '' }, law, { at, by: by.officer }),
  ];

  it('its ten working days run from acceptance, told in the fact', () => {
    expect(told(...begun()).facts[1]).toMatchObject({ kind: 'matter_accepted', content: { deferred: { lease: workingDays(10, next, '2026-12-08', '2026-12-07') } } });
    expect(findLimit(after(...begun()).limits, 'deferred:lease')).toMatchObject({ kind: 'deferred', dueOn: '2026-12-08', endedAt: null });
  });

  it('a grant waits for it, a refusal does not', () => {
    const [claim, grant] = proposed('granted');
    expect(grant?.(after(...begun(), claim as Step))).toEqual({ ok: false, code: 'matter.deferred_missing', params: { count: 1 } });
    expect(after(...begun(), ...proposed('refused'))).toMatchObject({ status: 'completed', outcome: 'refused' });
  });

  it('handed in, late or not, it ends its limit and the grant is free', () => {
    const { facts, state } = told(...begun(), handed(shenzhen('2026-11-25')), ...proposed('granted'));
    expect(facts[3]).toEqual({
      kind: 'deferred_handed_in', at: shenzhen('2026-11-25'), by: by.applicant, content: { materials: [{ ...paper('lease'), grade: 'C' }] }, sealed: { fileNames: { l: '租约.pdf' } }, files: ['l'.repeat(64)],
    });
    expect(findLimit(state.limits, 'deferred:lease')).toMatchObject({ endedAt: shenzhen('2026-11-25'), ending: 'met' });
    expect(state.outcome).toBe('granted');
    expect(findLimit(after(...begun(), handed(shenzhen('2026-12-09'))).limits, 'deferred:lease')).toMatchObject({ endedAt: shenzhen('2026-12-09'), dueOn: '2026-12-08', ending: 'met' });
  });

  test.each([
    ['nothing', 'matter.nothing_deferred', []], ['what was given with the application', 'matter.not_deferred', [paper('id-card')]],
    ['a promise in the place of the paper', 'matter.materials_missing', [{ code: 'lease', form: 'deferred', files: [] }]],
  ] as const)('refuses %s', (_what, code, handedIn) => {
    expect(handed(shenzhen('2026-11-25'), handedIn)(after(...begun()))).toMatchObject({ ok: false, code });
  });

  it('refuses what has come already, and everything before acceptance', () => {
    expect(handed(shenzhen('2026-11-26'))(after(...begun(), handed(shenzhen('2026-11-25'))))).toMatchObject({ code: 'matter.not_deferred' });
    expect(handed(next)(after(filed()))).toMatchObject({ code: 'matter.not_open' });
  });

  it('where silence accepted, its days run from the day it was told, not from receipt', () => {
    const told13 = shenzhen('2026-12-01', '00:00:07.000');
    const state = after(filed(), (before) => deemAccepted(before, law, { at: told13, by: by.system }));
    expect(findLimit(state.limits, 'deferred:lease')).toMatchObject({ clock: { startedAt: told13 }, dueOn: '2026-12-15' });
  });
});

describe('L-020: the result is served', () => {
  const decided = (channel: 'online' | 'window'): readonly Step[] => [
    () => file(null, filing({ channel, handedIn: [paper('id-card')] }, { asked: asked.slice(0, 1) }), law, { at: received, by: by.applicant }), accepted(received),
    (state) => claimLink(state, 'decide-1', who.officer, { at: next, by: by.officer }), (state) => completeLink(state, { linkId: 'decide-1', staffId: who.officer, act: 'propose_decision', action: 'granted', opinion: '' }, law, { at: next, by: by.officer }),
  ];
  const paperMade = (at: string): Step => (state) => recordResultPaper(state, 'f'.repeat(64), 9, { at, by: by.system });
  const delivered = (at: string): Step => (state) => deliverResult(state, 'courier', 'SF-1', { at, by: by.clerk });

  it('electronically the moment its paper can be read', () => {
    const at = shenzhen('2026-11-24', '09:31:00.000');
    const state = after(...decided('online'), paperMade(at));
    expect(state).toMatchObject({ delivery: 'electronic', deliveredAt: at });
    expect(findLimit(state.limits, 'service')).toMatchObject({ endedAt: at, ending: 'met' });
    expect(delivered(shenzhen('2026-11-25'))(state)).toMatchObject({ code: 'matter.delivered_already' });
  });

  it('in person only when it is handed over: the limit runs on though the matter is over', () => {
    const waiting = after(...decided('window'), paperMade(next));
    expect(waiting).toMatchObject({ status: 'completed', delivery: 'in_person', deliveredAt: null });
    expect(waiting.limits.filter((one) => one.endedAt === null).map((one) => [one.limitId, one.dueOn])).toEqual([['service', '2026-12-08']]);
    const { facts, state } = told(...decided('window'), paperMade(next), delivered(shenzhen('2026-12-09')));
    expect(facts.at(-1)).toEqual({ kind: 'result_delivered', at: shenzhen('2026-12-09'), by: by.clerk, content: { how: 'courier' }, sealed: { words: 'SF-1' } });
    expect(state.deliveredAt).toBe(shenzhen('2026-12-09'));
    expect(delivered(shenzhen('2026-12-10'))(state)).toMatchObject({ code: 'matter.delivered_already' });
  });

  it('handing over before there is a decision is refused', () => {
    expect(delivered(next)(after(filed(), accepted(next)))).toMatchObject({ code: 'matter.not_open' });
  });

  it('its breach is recorded though the matter is over, against the counter that took the application', () => {
    const dueAt = shenzhen('2026-12-08', '23:59:59.999');
    const recorded = recordPassed(after(...decided('window')), 'service', dueAt, { at: shenzhen('2026-12-09', '00:00:00.000'), by: by.system });
    expect(factsOf(recorded)).toMatchObject([{ content: { limitId: 'service', limit: 'service', dueAt, post: 'window_clerk', staffId: null } }]);
    expect(rulePack.limits.service.id).toBe('L-020');
  });
});
