import { beforeAll, describe, expect, it } from 'vitest';
import { replay, type InputFault } from '../../kernel/decider.ts';
import type { Graph } from '../../kernel/flow/index.ts';
import { by, factsOf, filing, lawOf, place, processOf, rulePack, shenzhen, told, who, workingDays, type Step } from '../../testing/given-matter.ts';
import { acceptMatter, claimLink, completeLink, file, proposerOf, recordResultPaper, refuseAcceptance, releaseLink, withdraw, type Completion, type MatterDecision } from './decide.ts';
import { requestCorrection, supplement } from './decide-correction.ts';
import { evolve } from './evolve.ts';
import type { Law } from './law.ts';
import { findLimit } from './matter-limit.ts';
import type { DefectRef, Link, Matter, MatterFact } from './matter.ts';

const at = shenzhen('2026-11-23');
const later = shenzhen('2026-11-24');
const fault = (pointer: string, code: string): InputFault => ({ pointer, code, params: {} });
const idCardMissing: DefectRef = { about: 'material', code: 'id-card', fault: 'unreadable' };
const known = { materials: ['id-card'], fields: ['name'] };
const cardFile = { fileId: 'b'.repeat(64), mediaType: 'application/pdf', sizeBytes: 2_000 };

let graph: Graph;
let withInspection: Graph;
let law: Law;
beforeAll(async () => {
  graph = await processOf('decide-approve');
  withInspection = await processOf('inspect-decide-approve');
  law = lawOf(graph);
});

const filed = () => file(null, filing(), law, { at, by: by.applicant });
const accepted = (state: Matter) => acceptMatter(state, law, { at, by: by.clerk });
const asked = (state: Matter) => requestCorrection(state, [idCardMissing], ['看不清'], known, law, { at: later, by: by.clerk });
const open = (state: Matter): Link => state.links.findLast((link) => link.doneAt === null) as Link;
const claimed = (staffId: string) => (state: Matter) => claimLink(state, open(state).linkId, staffId, { at: later, by: by.officer });
const ended = (staffId: string, act: Completion['act'], action: Completion['action']) => (state: Matter) =>
  completeLink(state, { linkId: open(state).linkId, staffId, act, action, opinion: '符合条件' }, law, { at: later, by: by.officer });
const proposed: readonly Step[] = [filed, accepted, claimed(who.officer), ended(who.officer, 'propose_decision', 'granted')];
const decided: readonly Step[] = [...proposed, claimed(who.approver), ended(who.approver, 'approve_decision', 'agreed')];
const given = (over: Partial<Parameters<typeof supplement>[1]> = {}) => ({
  handedIn: [{ code: 'id-card', form: 'uploaded' as const, files: [cardFile] }], particulars: { form: { name: '安宁' }, fileNames: { [cardFile.fileId]: '身份证2.pdf' } }, changedFields: [], judgement: filing().judgement, ...over,
});
const supplemented = (state: Matter) => supplement(state, given(), 'online', law, { at: later, by: by.applicant });

describe('办件 from filing to result', () => {
  it('收件 is one fact: what was given and graded, its clock of notice; words and names sealed', () => {
    expect(factsOf(filed())).toEqual([{
      kind: 'matter_filed', at, by: by.applicant,
      content: {
        number: '440304-20261123-00001', channel: 'online', item: law.item.ref, areaUnit: place.area, acceptingInstitution: place.hall, handlingInstitution: place.department,
        partyId: who.applicant, organisationId: null, materials: [{ code: 'id-card', form: 'uploaded', grade: 'C', files: [{ fileId: 'a'.repeat(64), mediaType: 'application/pdf', sizeBytes: 1_000 }] }],
        calendar: law.calendar.version, notice: workingDays(5, at, '2026-11-30', '2026-11-27'), pack: rulePack.version,
      },
      sealed: { answers: {}, form: { name: '安宁' }, fileNames: { ['a'.repeat(64)]: '身份证.pdf' } },
      files: ['a'.repeat(64)],
    } satisfies MatterFact]);
  });

  it('受理 starts the statutory and the promised clock and opens the first link with its own', () => {
    const { facts } = told(filed, accepted);
    expect(facts.slice(1)).toEqual([
      {
        kind: 'matter_accepted', at, by: by.clerk,
        content: {
          statutory: workingDays(20, at, '2026-12-21', '2026-12-18'),
          promised: workingDays(5, at, '2026-11-30', '2026-11-27'),
          deferred: {},
          flow: { opened: 1, waiting: [{ taskId: 'decide-1', node: 'decide' }], arrived: {}, values: {}, ended: false },
        },
      },
      {
        kind: 'link_opened', at, by: by.clerk,
        content: { linkId: 'decide-1', element: 'decide', link: 'decide', post: 'officer', institution: place.department, clock: workingDays(3, at, '2026-11-26', '2026-11-25') },
      },
    ] satisfies MatterFact[]);
  });

  it('a proposal opens the approval; approving decides and completes, and the ten days of service run', () => {
    const { facts, state } = told(...decided);
    expect(facts.slice(3)).toEqual([
      { kind: 'link_claimed', at: later, by: by.officer, content: { linkId: 'decide-1', staffId: who.officer } },
      { kind: 'link_completed', at: later, by: by.officer, content: { linkId: 'decide-1', staffId: who.officer, action: 'granted', flow: { opened: 2, waiting: [{ taskId: 'approve-2', node: 'approve' }], arrived: {}, values: { decide: 'granted' }, ended: false } }, sealed: { opinion: '符合条件' } },
      { kind: 'link_opened', at: later, by: by.officer, content: { linkId: 'approve-2', element: 'approve', link: 'approve', post: 'approver', institution: place.department, clock: null } },
      { kind: 'link_claimed', at: later, by: by.officer, content: { linkId: 'approve-2', staffId: who.approver } },
      { kind: 'link_completed', at: later, by: by.officer, content: { linkId: 'approve-2', staffId: who.approver, action: 'agreed', flow: { opened: 2, waiting: [], arrived: {}, values: { decide: 'granted', approve: 'agreed' }, ended: true } }, sealed: { opinion: '符合条件' } },
      { kind: 'decision_made', at: later, by: by.officer, content: { outcome: 'granted', resultNumber: '440304-20261123-00001-J', service: workingDays(10, later, '2026-12-08', '2026-12-07') } },
      { kind: 'matter_completed', at: later, by: by.officer, content: { delivery: 'electronic' } },
    ] satisfies MatterFact[]);
    expect(state).toMatchObject({ status: 'completed', outcome: 'granted', decidedAt: later, completedAt: later, endedAt: later, delivery: 'electronic', deliveredAt: null });
    expect(state.limits.map((one) => [one.limitId, one.endedAt, one.ending])).toEqual([
      ['notice#1', at, 'met'], ['statutory', later, 'met'], ['promised', later, 'met'], ['link:decide-1', later, 'met'], ['service', null, null],
    ]);
  });

  it('what was returned is proposed anew, by a new link; the newest proposal is what gets decided', () => {
    const { state, facts } = told(...proposed, claimed(who.approver), ended(who.approver, 'return_decision', 'returned'), claimed(who.officer), ended(who.officer, 'propose_decision', 'refused'), claimed(who.approver), ended(who.approver, 'approve_decision', 'agreed'));
    expect(state.links.map((link) => [link.linkId, link.action])).toEqual([['decide-1', 'granted'], ['approve-2', 'returned'], ['decide-3', 'refused'], ['approve-4', 'agreed']]);
    expect(state.outcome).toBe('refused');
    expect(facts.filter((fact) => fact.kind === 'decision_made')).toHaveLength(1);
  });

  it('review and inspection go side by side; the proposal waits for both, whichever ends first', () => {
    const both = lawOf(withInspection);
    for (const order of [[0, 1], [1, 0]]) {
      const { state } = told(() => file(null, filing(), both, { at, by: by.applicant }), (state) => acceptMatter(state, both, { at, by: by.clerk }));
      let now = state;
      expect(now.links.map((link) => link.kind).sort()).toEqual(['inspect', 'review']);
      for (const [step, index] of order.entries()) {
        const linkId = state.links[index as number]?.linkId ?? '';
        now = replay(evolve, factsOf(claimLink(now, linkId, who.officer, { at, by: by.officer })), now as Matter | null) as Matter;
        now = replay(evolve, factsOf(completeLink(now, { linkId, staffId: who.officer, act: 'record_finding', action: 'passed', opinion: '' }, both, { at, by: by.officer })), now as Matter | null) as Matter;
        expect(now.links.some((link) => link.kind === 'decide')).toBe(step === 1);
      }
    }
  });

  it('即办件 is decided by one person, completed at once, and nothing is left to serve', async () => {
    const instant = lawOf(await processOf('instant'), { onTheSpot: true, statutory: null, promised: { amount: 0, unit: 'on_the_spot' }, linkDays: {} });
    const { state, facts } = told(
      () => file(null, filing({ channel: 'window' }), instant, { at, by: by.clerk }), (state) => acceptMatter(state, instant, { at, by: by.clerk }), claimed(who.clerk),
      (state) => completeLink(state, { linkId: open(state).linkId, staffId: who.clerk, act: 'propose_decision', action: 'granted', opinion: '' }, instant, { at, by: by.clerk }),
    );
    expect(facts.map((fact) => fact.kind)).toEqual(['matter_filed', 'matter_accepted', 'link_opened', 'link_claimed', 'link_completed', 'decision_made', 'matter_completed']);
    expect(state).toMatchObject({ status: 'completed', outcome: 'granted', delivery: 'electronic' });
    expect(state.limits.map((one) => [one.limitId, one.dueOn, one.ending])).toEqual([['notice#1', '2026-11-30', 'met'], ['promised', '2026-11-23', 'met']]);
  });

  it('一次性告知, then 补正: new papers take the place of the old and the clock of notice starts again', () => {
    const { state, facts } = told(filed, asked, supplemented);
    expect(facts.slice(1)).toEqual([
      { kind: 'correction_requested', at: later, by: by.clerk, content: { defects: [idCardMissing], correction: workingDays(15, later, '2026-12-15', '2026-12-14') }, sealed: { words: ['看不清'] } },
      {
        kind: 'supplemented', at: later, by: by.applicant,
        content: { materials: [{ code: 'id-card', form: 'uploaded', grade: 'C', files: [cardFile] }], notice: workingDays(5, later, '2026-12-01', '2026-11-30'), changedFields: [] },
        sealed: { form: { name: '安宁' }, fileNames: { [cardFile.fileId]: '身份证2.pdf' } }, files: [cardFile.fileId],
      },
    ] satisfies MatterFact[]);
    expect(state).toMatchObject({ status: 'received', corrections: 1, defects: [idCardMissing], changedSinceNotice: { materials: ['id-card'], fields: [] }, materials: [{ code: 'id-card', files: [cardFile] }] });
    expect([findLimit(state.limits, 'notice'), findLimit(state.limits, 'correction')]).toMatchObject([{ limitId: 'notice#2', endedAt: null }, { limitId: 'correction#1', endedAt: later, ending: 'met' }]);
  });

  it('不予受理, 撤回 and the result paper are each one fact', () => {
    expect(told(filed, (state) => refuseAcceptance(state, 'not_this_authority', '请到公安', { at: later, by: by.clerk })).facts[1]).toEqual({ kind: 'acceptance_refused', at: later, by: by.clerk, content: { ground: 'not_this_authority' }, sealed: { words: '请到公安' } });
    expect(told(filed, (state) => withdraw(state, { at: later, by: by.applicant })).state).toMatchObject({ status: 'withdrawn', endedAt: later });
    expect(told(...decided, (state) => recordResultPaper(state, 'c'.repeat(64), 9, { at: later, by: by.system })).facts.at(-1)).toEqual({ kind: 'result_paper_made', at: later, by: by.system, content: { fileId: 'c'.repeat(64), sizeBytes: 9 }, files: ['c'.repeat(64)] });
  });

  it('is told again by its facts alone, and by its stored state, alike', () => {
    const { facts, state } = told(...decided);
    expect(replay<Matter | null, MatterFact>(evolve, facts, null)).toEqual(state);
    expect(replay<Matter | null, MatterFact>(evolve, JSON.parse(JSON.stringify(facts)) as MatterFact[], null)).toEqual(state);
  });
});

describe('what is refused', () => {
  type Case = readonly [what: string, code: string, decision: () => MatterDecision, errors?: readonly InputFault[]];
  const on = (steps: readonly Step[], last: Step) => () => last(told(...steps).state);
  const fresh = (over: Parameters<typeof filing>, change: () => Law = () => law) => () => file(null, filing(...over), change(), { at, by: by.applicant });
  const cases: readonly Case[] = [
    ['filing what is filed', 'matter.already_filed', on([filed], (state) => file(state, filing(), law, { at, by: by.applicant }))],
    ['filing for an item not in force', 'matter.item_not_in_force', fresh([], () => lawOf(graph, { inForce: false }))],
    ['filing by one whom an answer rules out', 'matter.not_eligible', fresh([{}, { notEligible: 'has-permit' }])],
    ['filing with questions left open', 'matter.situation_open', fresh([{}, { openQuestions: ['q1', 'q2'] }]), [fault('/answers/q1', 'input.required'), fault('/answers/q2', 'input.required')]],
    ['filing with a faulty form', 'matter.form_faulty', fresh([{}, { formFaults: [fault('/form/name', 'input.required')] }]), [fault('/form/name', 'input.required')]],
    ['filing without a required material', 'matter.materials_missing', fresh([{ handedIn: [] }]), [fault('/materials/id-card', 'matter.materials_missing')]],
    ['filing past the end of the calendar', 'calendar.past_end', () => file(null, filing(), law, { at: shenzhen('2026-12-30'), by: by.applicant })],
    ['accepting twice', 'matter.already_accepted', on([filed, accepted], accepted)],
    ['accepting when a due date would lie past the calendar', 'calendar.past_end', on([() => file(null, filing(), law, { at: shenzhen('2026-12-09'), by: by.applicant })], (state) => acceptMatter(state, law, { at: shenzhen('2026-12-10'), by: by.clerk }))],
    ['accepting when nobody handles the first link', 'units.no_institution', on([filed], (state) => acceptMatter(state, lawOf(graph, {}, { institutionFor: () => ({ ok: false, code: 'units.no_institution', params: {} }) }), { at, by: by.clerk }))],
    ['telling a second time what is missing', 'matter.correction_said_already', on([filed, asked], asked)],
    ['telling of a material nobody asked for', 'matter.defect_unknown', on([filed], (state) => requestCorrection(state, [{ ...idCardMissing, code: 'diploma' }], [''], known, law, { at, by: by.clerk }))],
    ['telling of a field the form has not', 'matter.defect_unknown', on([filed], (state) => requestCorrection(state, [{ about: 'field', code: 'height', fault: 'missing' }], [''], known, law, { at, by: by.clerk }))],
    ['supplementing unasked', 'matter.not_waiting_for_correction', on([filed], supplemented)],
    ['supplementing with a faulty form', 'matter.form_faulty', on([filed, asked], (state) => supplement(state, given({ judgement: { ...filing().judgement, formFaults: [fault('/form/name', 'input.required')] } }), 'online', law, { at, by: by.applicant })), [fault('/form/name', 'input.required')]],
    ['supplementing without what was asked for', 'matter.nothing_supplemented', on([filed, asked], (state) => supplement(state, given({ handedIn: [] }), 'online', law, { at, by: by.applicant })), [fault('/materials/id-card', 'matter.materials_missing')]],
    ['supplementing with a form of paper the channel cannot take', 'matter.materials_missing', on([filed, asked], (state) => supplement(state, given({ handedIn: [{ code: 'id-card', form: 'seen_at_window', files: [] }] }), 'online', law, { at, by: by.applicant })), [fault('/materials/id-card', 'matter.material_form_not_possible')]],
    ['refusing acceptance after acceptance', 'matter.not_open', on([filed, accepted], (state) => refuseAcceptance(state, 'not_required', '', { at, by: by.clerk }))],
    ['withdrawing after the decision', 'matter.not_open', on(decided, (state) => withdraw(state, { at, by: by.applicant }))],
    ['claiming a link of a matter not accepted', 'matter.not_open', on([filed], (state) => claimLink(state, 'decide-1', who.officer, { at, by: by.officer }))],
    ['claiming a link that is none', 'matter.link_unknown', on([filed, accepted], (state) => claimLink(state, 'decide-9', who.officer, { at, by: by.officer }))],
    ['claiming what another has claimed', 'matter.link_claimed_by_other', on([filed, accepted, claimed(who.officer)], claimed(who.secondOfficer))],
    ['claiming what is done', 'matter.link_done', on(proposed, (state) => claimLink(state, 'decide-1', who.officer, { at, by: by.officer }))],
    ['approving one’s own proposal', 'matter.same_person', on(proposed, claimed(who.officer))],
    ['ending a link nobody has claimed', 'matter.link_not_claimed', on([filed, accepted], ended(who.officer, 'propose_decision', 'granted'))],
    ['ending a link another has claimed', 'matter.link_claimed_by_other', on([filed, accepted, claimed(who.officer)], ended(who.secondOfficer, 'propose_decision', 'granted'))],
    ['giving back a link another has claimed', 'matter.link_claimed_by_other', on([filed, accepted, claimed(who.officer)], (state) => releaseLink(state, 'decide-1', who.secondOfficer, { at, by: by.officer }))],
    ['approving where a decision is to be proposed', 'matter.wrong_act_for_link', on([filed, accepted, claimed(who.officer)], ended(who.officer, 'approve_decision', 'agreed'))],
    ['making the result paper before the decision', 'matter.not_open', on([filed, accepted], (state) => recordResultPaper(state, 'c'.repeat(64), 9, { at, by: by.system }))],
    ['making the result paper twice', 'matter.changed_meanwhile', on([...decided, (state: Matter) => recordResultPaper(state, 'c'.repeat(64), 9, { at, by: by.system })], (state) => recordResultPaper(state, 'd'.repeat(64), 9, { at, by: by.system }))],
  ];

  it.each(cases.map(([what, code, decision, errors]) => ({ what, code, decision, errors })))('$what: $code', ({ code, decision, errors }) => {
    const refused = decision();
    expect(refused).toMatchObject({ ok: false, code });
    expect(refused.ok ? [] : refused.errors).toEqual(errors);
  });

  it('a link given back can be claimed by another', () => {
    const { state } = told(filed, accepted, claimed(who.officer), (state) => releaseLink(state, 'decide-1', who.officer, { at, by: by.officer }), claimed(who.secondOfficer));
    expect(state.links[0]).toMatchObject({ claimedBy: who.secondOfficer });
  });

  it('the proposer is whoever made the newest proposal', () => {
    expect(proposerOf(told(filed, accepted).state)).toBeNull();
    expect(proposerOf(told(...proposed).state)).toBe(who.officer);
  });
});
