import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import provisionalFile from '../../../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../../../data/calendar/statutory-days.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { workingCalendarOf } from '../../kernel/calendar/index.ts';
import { refuse } from '../../kernel/decider.ts';
import { compile, type Graph } from '../../kernel/flow/index.ts';
import { by, factsOf, filing, lawOf, place, provisionalCalendar, shenzhen, told, who, workingDays, type Step } from '../../testing/given-matter.ts';
import { readProcess } from '../catalogue/process-folder.ts';
import { acceptMatter, claimLink, completeLink, file, withdraw } from './decide.ts';
import { partEnded, receiveMessage, ringTimer } from './decide-flow.ts';
import { recomputeLimits } from './decide-limits.ts';
import { filePart } from './decide-parts.ts';
import { evolve } from './evolve.ts';
import type { Law } from './law.ts';
import type { LinkAction, Matter, MatterFact } from './matter.ts';

const at = shenzhen('2026-11-23');
const corpus = async (id: string): Promise<Graph> => {
  const xml = readFileSync(join(import.meta.dirname, '../../../tests/flow-corpus', `${id}.bpmn`), 'utf8').replaceAll('calledElement="', 'calledElement="item:');
  const read = await readProcess(id, xml);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.process.graph;
};
const lawWith = async (id: string, more: Partial<Law> = {}, item: Partial<Law['item']> = {}): Promise<Law> => lawOf(await corpus(id), { linkDays: {}, ...item }, { calendar: provisionalCalendar, ...more });
const begun = (law: Law, parts?: readonly string[]): readonly Step[] => [() => file(null, filing(parts ? { parts } : {}), law, { at, by: by.applicant }), (state) => acceptMatter(state, law, { at, by: by.clerk })];
const done = (law: Law, element: string, action: LinkAction, act: Parameters<typeof completeLink>[1]['act'] = 'record_finding', staffId: string = who.officer): readonly Step[] => {
  const linkOf = (state: Matter): string => state.links.find((link) => link.element === element && link.doneAt === null)?.linkId ?? '';
  return [(state) => claimLink(state, linkOf(state), staffId, { at, by: by.officer }), (state) => completeLink(state, { linkId: linkOf(state), staffId, act, action, opinion: '' }, law, { at, by: by.officer })];
};
const system = (when = at) => ({ at: when, by: by.system });
const kinds = (facts: readonly MatterFact[]): readonly string[] => facts.map((fact) => fact.kind);
const refused = (decision: ReturnType<Step>): unknown => (decision.ok ? 'lawful' : decision.code);

describe('A timer', () => {
  it('is a fact with its whole clock; it rings only after its last moment, once, and what rings moves the process', async () => {
    const law = await lawWith('publicity-period');
    const { facts, state } = told(...begun(law), ...done(law, 'publish', 'passed'));
    // From Monday the 23rd five working days are the 24th to the 30th.
    expect(facts.at(-1)).toEqual({ kind: 'timer_set', at, by: by.officer, content: { timerId: 'period-2', element: 'period', clock: workingDays(5, at, '2026-11-30', '2026-11-27', provisionalCalendar) } } satisfies MatterFact);
    expect(refused(ringTimer(state, 'period-2', law, system(shenzhen('2026-11-30', '23:59:59.999'))))).toBe('matter.timer_not_due');
    const after = shenzhen('2026-12-01', '00:00:00.000');
    const rung = factsOf(ringTimer(state, 'period-2', law, system(after)));
    expect(kinds(rung)).toEqual(['flow_moved', 'link_opened']);
    expect(rung[0]?.content).toMatchObject({ event: { type: 'timer', timerId: 'period-2' } });
    const later = rung.reduce<Matter>((matter, fact) => evolve(matter, fact), state);
    expect(refused(ringTimer(later, 'period-2', law, system(after)))).toBe('matter.timer_not_running');
    expect(refused(ringTimer(state, 'other-9', law, system(after)))).toBe('matter.timer_not_running');
  });

  it('that a changed calendar moves (L-032) keeps its start, is told with the limits, and rings by the new day', async () => {
    const law = await lawWith('publicity-period');
    const typhoon: Law = { ...law, calendar: workingCalendarOf(statutoryFile, provisionalFile, [{ on: '2026-11-27', kind: 'closure', name: { 'zh-CN': '台风停工', 'zh-HK': '颱風停工', en: 'Typhoon' }, notice: null }]) };
    const { facts, state } = told(...begun(law), ...done(law, 'publish', 'passed'), (matter) => recomputeLimits(matter, { changeId: 'c-1', firstDay: '2026-11-27' }, typhoon, system()));
    expect(facts.at(-1)?.content).toMatchObject({ timers: [{ timerId: 'period-2', clock: workingDays(5, at, '2026-12-01', '2026-11-30', typhoon.calendar) }] });
    expect(refused(ringTimer(state, 'period-2', typhoon, system(shenzhen('2026-12-01'))))).toBe('matter.timer_not_due');
    expect(ringTimer(state, 'period-2', typhoon, system(shenzhen('2026-12-02', '00:00:00.000'))).ok).toBe(true);
    expect(refused(recomputeLimits(state, { changeId: 'c-1', firstDay: '2026-11-27' }, typhoon, system()))).toBe('matter.limits_unchanged');
  });

  it('at the border gives up the link with its clock, or, where the link is done in time, is cancelled itself', async () => {
    const law = await lawWith('overdue-to-lead', {}, { linkDays: { review: 3 } });
    const { state } = told(...begun(law));
    const late = factsOf(ringTimer(state, 'late-2', law, system(shenzhen('2026-12-01', '00:00:00.000'))));
    expect(kinds(late)).toEqual(['flow_moved', 'link_cancelled', 'link_opened']);
    const given = late.reduce<Matter>((matter, fact) => evolve(matter, fact), state);
    expect(given.links.map((link) => [link.element, link.action])).toEqual([['review', 'cancelled'], ['lead', null]]);
    expect(given.limits.find((limit) => limit.limitId === 'link:review-1')).toMatchObject({ ending: 'void' });
    expect(kinds(told(...begun(law), ...done(law, 'review', 'passed')).facts.slice(-3))).toEqual(['link_completed', 'timer_cancelled', 'link_opened']);
  });

  it('of a matter that has ended does not ring', async () => {
    const law = await lawWith('publicity-period');
    const { state } = told(...begun(law), ...done(law, 'publish', 'passed'), (matter) => withdraw(matter, { at, by: by.applicant }));
    expect(refused(ringTimer(state, 'period-2', law, system(shenzhen('2026-12-02'))))).toBe('matter.not_open');
  });
});

describe('A message', () => {
  it('counts once by its sender and id, and is refused where no element waits for its name', async () => {
    const law = await lawWith('insurance-entry');
    const { state } = told(...begun(law));
    const message = { type: 'message' as const, messageId: 'tell-2', message: 'birth_registered', from: 'another' };
    const heard = factsOf(receiveMessage(state, message, law, system()));
    expect(kinds(heard)).toEqual(['flow_moved', 'link_opened']);
    const after = heard.reduce<Matter>((matter, fact) => evolve(matter, fact), state);
    expect(refused(receiveMessage(after, message, law, system()))).toBe('matter.message_known');
    // The same id of another sender is another message; nobody waits any more, so it is kept.
    expect(kinds(factsOf(receiveMessage(after, { ...message, from: 'a third' }, law, system())))).toEqual(['flow_moved']);
    expect(refused(receiveMessage(state, { ...message, message: 'something else' }, law, system()))).toBe('matter.message_not_awaited');
  });
});

describe('Departments asked at once', () => {
  it('are each found by their entry; one that nobody knows goes to the department that handles the matter, and somebody must look', async () => {
    const law = await lawWith('consult-departments', { institutionFor: (handler) => (handler.includes('unknown') ? refuse('units.no_institution', { handler }) : { ok: true, institution: handler }) }, { departments: ['housing', 'unknown'] });
    const { facts, state } = told(...begun(law));
    expect(state.links.map((link) => [link.institution, link.item])).toEqual([['department:housing@district', 'housing'], [place.department, 'unknown']]);
    expect(facts.at(-1)).toEqual({ kind: 'flow_unclear', at, by: by.clerk, content: { elements: ['opinion'] } } satisfies MatterFact);
  });

  it('none of which there are, the process goes on at once', async () => {
    const law = await lawWith('consult-departments', {}, { departments: [] });
    expect(told(...begun(law)).state.links.map((link) => link.element)).toEqual(['decide']);
  });
});

describe('An office that a rule does not lead to', () => {
  it('keeps a person from going on, with the reason; what goes on by itself goes to the handling department instead, for somebody to look', async () => {
    const graph = await corpus('publicity-period');
    const law = lawOf(graph, { linkDays: {} }, { calendar: provisionalCalendar, institutionFor: (handler) => (handler === 'department@street' ? { ok: true, institution: place.street } : refuse('units.no_institution', { handler })) });
    const nobody: Law = { ...law, institutionFor: (handler) => refuse('units.no_institution', { handler }) };
    const { state } = told(...begun(law), ...done(law, 'publish', 'passed'));
    const rung = factsOf(ringTimer(state, 'period-2', nobody, system(shenzhen('2026-12-02'))));
    expect(kinds(rung)).toEqual(['flow_moved', 'link_opened', 'flow_unclear']);
    expect(rung[1]?.content).toMatchObject({ institution: place.department });
    expect(refused(acceptMatter(told(begun(law)[0] as Step).state, nobody, { at, by: by.clerk }))).toBe('units.no_institution');
  });
});

const partsLaw = (required: Readonly<Record<string, boolean>>): Partial<Law['item']> => ({
  parts: Object.fromEntries(Object.entries(required).map(([element, must]) => [element, { taskCode: `T-${element}`, handlingItem: `T-${element}-1`, required: must }])),
});

describe('A bundle', () => {
  const ended = (law: Law, element: string, outcome: 'granted' | 'refused' | 'stopped'): Step => (state) => partEnded(state, state.parts?.find((part) => part.element === element)?.callId ?? '', { outcome }, law, system());
  const played = async (required: Readonly<Record<string, boolean>>, outcomes: readonly ('granted' | 'refused' | 'stopped')[]) => {
    const law = await lawWith('newborn-together', {}, partsLaw(required));
    return { law, ...told(...begun(law, Object.keys(required)), ended(law, 'birth', outcomes[0] ?? 'stopped'), ended(law, 'household', outcomes[1] ?? 'stopped'), ended(law, 'insurance', outcomes[2] ?? 'stopped')) };
  };
  const all = { birth: true, household: true, insurance: false };

  it('calls its items as matters of their own, each with an id that follows from the call', async () => {
    const law = await lawWith('newborn-together', {}, partsLaw(all));
    expect(told(...begun(law, Object.keys(all))).facts.at(-1)).toEqual({
      kind: 'part_called', at, by: by.clerk, content: { callId: 'birth-1', element: 'birth', taskCode: 'T-birth', handlingItem: 'T-birth-1', matterId: 'part-birth-1' },
    } satisfies MatterFact);
  });

  it('is granted when every required item of the case was, decided by the system with the one service of its own', async () => {
    const { facts, state } = await played(all, ['granted', 'granted', 'refused']);
    expect(kinds(facts.slice(-3))).toEqual(['flow_moved', 'decision_made', 'matter_completed']);
    expect(facts.at(-2)).toMatchObject({ by: by.system, content: { outcome: 'granted', service: { limit: { amount: 10, unit: 'working_day' } } } });
    expect(state).toMatchObject({ status: 'completed', outcome: 'granted', delivery: 'electronic' });
  });

  it('is refused when a required item was refused or stopped; without required items one that was granted is enough', async () => {
    expect((await played(all, ['granted', 'refused', 'granted'])).state.outcome).toBe('refused');
    expect((await played(all, ['stopped', 'granted', 'granted'])).state.outcome).toBe('refused');
    const none = { birth: false, household: false, insurance: false };
    expect((await played(none, ['refused', 'granted', 'stopped'])).state.outcome).toBe('granted');
    expect((await played(none, ['refused', 'refused', 'stopped'])).state.outcome).toBe('refused');
  });

  it('takes the end of an item once, of one it has, and only while it is open itself', async () => {
    const { law, state } = await played(all, ['granted', 'granted', 'granted']);
    expect(refused(partEnded(state, 'birth-1', { outcome: 'refused' }, law, system()))).toBe('matter.part_ended');
    expect(refused(partEnded(state, 'other-1', { outcome: 'refused' }, law, system()))).toBe('matter.part_unknown');
    const open = told(...begun(law, Object.keys(all)), (matter) => withdraw(matter, { at, by: by.applicant })).state;
    expect(refused(partEnded(open, 'birth-1', { outcome: 'granted' }, law, system()))).toBe('matter.not_open');
  });

  it('keeps why an item could not be filed', async () => {
    const law = await lawWith('newborn-together', {}, partsLaw(all));
    const why = { code: 'matter.form_faulty', pointers: ['/form/name'] };
    const { state } = told(...begun(law, Object.keys(all)), (matter) => partEnded(matter, 'birth-1', { outcome: 'stopped', why }, law, system()));
    expect(state.parts?.[0]).toMatchObject({ outcome: 'stopped', why });
  });

  it('whose item nobody names does not stand silent: somebody must look', async () => {
    const law = await lawWith('newborn-together', {}, partsLaw({ household: true }));
    expect(told(...begun(law)).facts.at(-1)).toMatchObject({ kind: 'flow_unclear', content: { elements: ['birth'] } });
  });
});

describe('An item of a bundle', () => {
  const parent = { matterId: 'bundle', callId: 'birth-1', number: '440304-20261123-00001' };

  it('is filed and accepted in one, has no clock of service, and counts as delivered with its bundle', async () => {
    const law = await lawWith('tell-of-birth');
    const { facts, state } = told(() => filePart(null, { ...filing({ number: `${parent.number}-1` }), parent }, law, system()), ...done(law, 'register', 'granted', 'propose_decision'));
    expect(kinds(facts)).toEqual(['matter_filed', 'matter_accepted', 'link_opened', 'link_claimed', 'link_completed', 'message_sent', 'decision_made', 'matter_completed']);
    expect(facts.at(-2)?.content).toEqual({ outcome: 'granted', resultNumber: `${parent.number}-1-J`, service: null });
    expect(facts.at(-1)?.content).toEqual({});
    expect(state).toMatchObject({ parent, delivery: null, deliveredAt: at });
    expect(state.limits.map((limit) => limit.kind)).toEqual(['notice', 'statutory', 'promised']);
  });

  it('that lacks something is no matter: the refusal says everything that is wrong', async () => {
    const law = await lawWith('tell-of-birth');
    const faulty = filing({}, { formFaults: [{ pointer: '/form/name', code: 'input.required', params: {} }] });
    expect(filePart(null, { ...faulty, parent }, law, system())).toMatchObject({ ok: false, code: 'matter.form_faulty', errors: [{ pointer: '/form/name' }] });
  });
});

describe('What one move opens and gives up again', () => {
  it('nobody ever saw: it is no fact', () => {
    const link = { kind: 'review' as const, handler: 'department', post: 'officer' as const };
    const compiled = compile('both', [
      { id: 'start', type: 'bpmn:StartEvent', name: '' }, { id: 'split', type: 'bpmn:ParallelGateway', name: '' }, { id: 'look', type: 'bpmn:UserTask', name: '', link },
      { id: 'stop', type: 'bpmn:EndEvent', name: '', event: 'terminate' }, { id: 'end', type: 'bpmn:EndEvent', name: '' },
    ], [{ id: 'a', from: 'start', to: 'split' }, { id: 'b', from: 'split', to: 'look' }, { id: 'c', from: 'split', to: 'stop' }, { id: 'd', from: 'look', to: 'end' }]);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
    const law = lawOf(compiled.graph, { linkDays: {} }, { calendar: provisionalCalendar });
    const { facts, state } = told(...begun(law));
    expect(kinds(facts.slice(1))).toEqual(['matter_accepted', 'decision_made', 'matter_completed']);
    expect(state).toMatchObject({ outcome: 'refused', links: [] });
  });
});
