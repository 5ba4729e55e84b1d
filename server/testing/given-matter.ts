import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import provisionalFile from '../../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../../data/calendar/statutory-days.json' with { type: 'json' };
import packFile from '../../data/law/limits-2026-1.json' with { type: 'json' };
import { feel } from '../domains/catalogue/surroundings.ts';
import { readProcess } from '../domains/catalogue/process-folder.ts';
import type { Filing, MatterDecision } from '../domains/matters/decide.ts';
import { rulePackOf, type LimitsPack } from '../domains/law/pack.ts';
import { evolve } from '../domains/matters/evolve.ts';
import type { Law } from '../domains/matters/law.ts';
import type { SetClock } from '../domains/matters/matter-limit.ts';
import type { Matter, MatterFact } from '../domains/matters/matter.ts';
import type { By } from '../kernel/actor.ts';
import { workingCalendarOf } from '../kernel/calendar/index.ts';
import type { RulePack } from '../kernel/limits/index.ts';
import { refuse } from '../kernel/decider.ts';
import type { Graph } from '../kernel/flow/index.ts';
import type { Instant, LocalDay } from '../kernel/instant.ts';

/** The calendar of the State Council's notices, which ends on 2026-12-31, and the same with the provisional year 2027. */
export const statutoryCalendar = workingCalendarOf(statutoryFile);
export const provisionalCalendar = workingCalendarOf(statutoryFile, provisionalFile);

/** The rule pack of data/law, as its domain would read it. */
export const rulePack: RulePack = rulePackOf(packFile as unknown as LimitsPack);

/** A clock time in Shenzhen as an instant. */
export const shenzhen = (day: string, time = '09:30:00.000'): Instant => new Date(`${day}T${time}+08:00`).toISOString();

/** A whole clock as a fact sets it: so many working days from `startedAt`, due at the end of a day and yellow from the start of another, both counted by hand. */
export const workingDays = (amount: number, startedAt: Instant, dueOn: LocalDay, yellowOn: LocalDay, calendar = statutoryCalendar): Required<SetClock> => ({
  limit: { amount, unit: 'working_day' }, startedAt, dueOn, provisional: false, dueAt: shenzhen(dueOn, '23:59:59.999'), warnAt: shenzhen(yellowOn, '00:00:00.000'), calendar: calendar.version,
});

/** The institutions and people of these tests. */
export const place = { hall: 'HALL.440304', department: 'MZ.440304', street: 'MZ.440304001', area: '440304001' } as const;
export const who = {
  applicant: '0190b000-0000-7000-8000-000000000001', clerk: '0190b000-0000-7000-8000-0000000000c1', officer: '0190b000-0000-7000-8000-0000000000d1',
  secondOfficer: '0190b000-0000-7000-8000-0000000000d2', approver: '0190b000-0000-7000-8000-0000000000e1',
} as const;
export const by: Readonly<Record<'applicant' | 'clerk' | 'officer' | 'secondOfficer' | 'approver' | 'system', By>> = {
  applicant: { kind: 'resident', id: who.applicant }, clerk: { kind: 'staff', id: who.clerk, institution: place.hall }, officer: { kind: 'staff', id: who.officer, institution: place.department },
  secondOfficer: { kind: 'staff', id: who.secondOfficer, institution: place.department }, approver: { kind: 'staff', id: who.approver, institution: place.department }, system: { kind: 'system', id: 'matters.make_result_paper' },
};

/** One of the processes of data/processes, compiled. */
export async function processOf(id: string): Promise<Graph> {
  const read = await readProcess(id, readFileSync(join(import.meta.dirname, '../../data/processes', `${id}.bpmn`), 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.process.graph;
}

/** What a matter is decided by: 20 working days by law, 5 promised, 3 for the proposal of a decision. */
export function lawOf(graph: Graph, item: Partial<Law['item']> = {}, more: Partial<Law> = {}): Law {
  const institutions: Readonly<Record<string, string>> = { window: place.hall, department: place.department, 'department@district': place.department, 'department@street': place.street };
  return {
    calendar: statutoryCalendar,
    pack: rulePack,
    item: {
      ref: { taskCode: '440104', handlingItem: '440104-1', version: 1, process: graph.id, processVersion: 1 }, inForce: true, onTheSpot: false, joint: false,
      statutory: { amount: 20, unit: 'working_day' }, promised: { amount: 5, unit: 'working_day' }, linkDays: { decide: 3 }, ...item,
    },
    graph,
    feel,
    institutionFor: (handler) => {
      const institution = institutions[handler];
      return institution === undefined ? refuse('units.no_institution', { handler }) : { ok: true, institution };
    },
    partId: (callId) => `part-${callId}`,
    ...more,
  };
}

const file = (name: string) => ({ fileId: name.repeat(64).slice(0, 64), mediaType: 'application/pdf', sizeBytes: 1_000 });

/** A filing that lacks nothing: one material asked and handed in as a file. */
export function filing(more: Partial<Filing> = {}, judgement: Partial<Filing['judgement']> = {}): Filing {
  return {
    number: '440304-20261123-00001', channel: 'online', areaUnit: place.area, acceptingInstitution: place.hall, handlingInstitution: place.department, partyId: who.applicant, organisationId: null,
    handedIn: [{ code: 'id-card', form: 'uploaded', files: [file('a')] }],
    particulars: { answers: {}, form: { name: '安宁' }, fileNames: { [file('a').fileId]: '身份证.pdf' } },
    ...more,
    judgement: { formFaults: [], openQuestions: [], notEligible: null, asked: [{ code: 'id-card', need: 'required', source: 'applicant', ownPromise: false, filledByForm: false }], ...judgement },
  };
}

/** The facts of a decision that must have been lawful. */
export function factsOf(decision: MatterDecision): readonly MatterFact[] {
  if (!decision.ok) throw new Error(`refused: ${decision.code}`);
  return decision.facts;
}

/** One command; the first of a matter is given no state that it could read. */
export type Step = (state: Matter) => MatterDecision;

/** A matter told step by step: each step decides on the state the ones before it left. */
export function told(...steps: readonly Step[]): { state: Matter; facts: readonly MatterFact[] } {
  const facts: MatterFact[] = [];
  let state: Matter | null = null;
  for (const step of steps) {
    for (const fact of factsOf(step(state as Matter))) {
      facts.push(fact);
      state = evolve(state, fact);
    }
  }
  return { state: state as unknown as Matter, facts };
}
