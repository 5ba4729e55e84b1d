import * as wire from '../../../contract/evaluations.ts';
import type { CaseView, FigureRow } from '../../../contract/evaluations.ts';
import { byOf, type Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { runCommand, type Meta } from '../../platform/db/run-command.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { callBack, decideAppeal, decideComplaint, mend, raiseAppeal, verify, type FeedbackDecision } from './decide.ts';
import type { Feedback, FeedbackFact } from './feedback.ts';
import type { CaseLaw } from './limits.ts';
import { evaluationPermissions as permissions, fewestShown, mayAct, mayHandle } from './policy.ts';
import { acting, caseLawOf, commandDomain, institutionName, itemName, topicsOf, type Context } from './routes-context.ts';
import { caseRow, caseView } from './routes-present.ts';
import { readFiles } from './store.ts';
import type { CaseAct } from './transitions.ts';
import { findFeedback, gradesOf, involvedIn, listCases, mendingOf, type CaseFilter } from './views.ts';

type StaffActor = Extract<Actor, { kind: 'staff' }>;

/** A case somebody may handle, and who acted on its matter; for everybody else it is as if there were none. */
async function handled(context: Context, actor: Actor, caseId: Id): Promise<{ ok: true; state: Feedback; involved: readonly Id[] } | Refusal> {
  const found = await findFeedback(context.database.handle, caseId);
  const involved = found ? await involvedIn(context.database.handle, found.state.about.matterId) : [];
  return found?.state.case && mayHandle(actor, found.state.about, involved, context.covers) ? { ok: true, state: found.state, involved } : refuse('evaluations.case_unknown');
}

async function viewOf(context: Context, actor: Actor, caseId: Id, involved: readonly Id[]): Promise<{ ok: true; reply: { case: CaseView } } | Refusal> {
  const [file] = await readFiles(context.database.handle, context.pipeline.keys, [caseId]);
  return file ? reply({ case: await caseView(context, actor, file, involved) }) : refuse('evaluations.case_unknown');
}

/** Each look at a file and at a telephone is written down. */
function recordAccess(context: Context, actor: Actor, caseId: Id, act: string, outcome: string): Promise<void> {
  return context.pipeline.recorder.write({ facts: [], access: [{ matter_id: caseId, record_id: newId(), actor: byOf(acting(actor)), act, outcome }] });
}

/** The institution somebody acts for: the one he manages, else the one he supervises from. */
function institutionOf(actor: Actor, feedback: Feedback, act: CaseAct): string | undefined {
  if (actor.kind !== 'staff') return undefined;
  const { institution, acceptingInstitution } = feedback.about;
  const managed = act === 'decide_appeal' ? undefined : actor.posts.find((post) => post.role === 'hall_manager' && (post.institution === institution || post.institution === acceptingInstitution));
  return (managed ?? actor.posts.find((post) => post.role === 'supervisor'))?.institution;
}

type Decide = (state: Feedback, involved: readonly Id[], law: CaseLaw, meta: Meta) => FeedbackDecision;

async function perform(context: Context, actor: Actor, caseId: Id, act: CaseAct, body: { readonly commandId: Id; readonly seenSeq: number }, decide: Decide): Promise<{ ok: true; reply: { case: CaseView } } | Refusal> {
  const found = await handled(context, actor, caseId);
  if (!found.ok) return found;
  const { involved } = found;
  const done = await runCommand<Feedback, FeedbackFact, string>(context.pipeline, commandDomain(context, caseId), {
    commandId: body.commandId, matterId: caseId, name: act, actor: acting(actor), institutionOf: (state) => (state ? institutionOf(actor, state, act) : undefined), body, seenSeq: body.seenSeq,
    may: (state) => mayAct(actor, state.about, act, involved, context.covers),
    decide: (state, meta) => (state ? decide(state, involved, caseLawOf(context, state), meta) : refuse('evaluations.case_unknown')),
  });
  if (!done.ok) return done.code === 'matter.unknown' ? refuse('evaluations.case_unknown') : done;
  context.publish(topicsOf(done.state));
  return viewOf(context, actor, caseId, involved);
}

function readRoutes(context: Context): readonly Route[] {
  return [
    route(wire.listCases, permissions.handle, async ({ actor, query }) => {
      if (actor.kind !== 'staff') return refuse('evaluations.case_unknown');
      const found = await context.matters.readFenced(actor, (fenced) => listCases(fenced, filterOf(context, actor, query.view === 'closed', query.about ?? null)));
      return reply({ rows: found.rows.map((row) => caseRow(context, row.feedbackId, row.state)), total: found.total });
    }),
    route(wire.getCase, permissions.handle, async ({ actor, params }) => {
      const found = await handled(context, actor, params.caseId);
      await recordAccess(context, actor, params.caseId, 'evaluations.read_case', found.ok ? 'done' : found.code);
      return found.ok ? viewOf(context, actor, params.caseId, found.involved) : found;
    }),
    route(wire.showContact, permissions.handle, async ({ actor, params }) => {
      const found = await handled(context, actor, params.caseId);
      const may = found.ok && found.state.case !== null && mayAct(actor, found.state.about, 'show_contact', found.involved, context.covers) && ['verifying', 'calling_back'].includes(found.state.case.status);
      await recordAccess(context, actor, params.caseId, 'evaluations.show_contact', may ? 'done' : found.ok ? 'evaluations.not_this_step' : found.code);
      if (!found.ok) return found;
      if (!may) return refuse('evaluations.not_this_step');
      const person = await context.people.particulars(found.state.about.partyId);
      return person ? reply({ name: person.name, phone: person.phone ?? null }) : refuse('evaluations.case_unknown');
    }),
  ];
}

/** The list's filter: what policy.ts says of one case, over all of them. */
function filterOf(context: Context, actor: StaffActor, closed: boolean, kind: CaseFilter['kind']): CaseFilter {
  const managed = actor.posts.filter((post) => post.role === 'hall_manager').map((post) => post.institution);
  const worksAt = actor.posts.filter((post) => post.role !== 'hall_manager' && post.role !== 'supervisor' && !managed.includes(post.institution)).map((post) => post.institution);
  const supervised = actor.posts.filter((post) => post.role === 'supervisor').map((post) => post.unit);
  const units = supervised.length === 0 ? [] : [...context.units.tree.units.keys()].filter((unit) => supervised.some((above) => context.covers(above, unit)));
  return { staffId: actor.staffId, managed, worksAt, units, closed, kind };
}

function actRoutes(context: Context): readonly Route[] {
  return [
    route(wire.verifyCase, permissions.handle, ({ actor, params, body }) =>
      perform(context, actor, params.caseId, 'verify', body, (state, involved, law, meta) => verify(state, body.real, body.words.trim(), involved, law, meta))),
    route(wire.decideComplaint, permissions.handle, ({ actor, params, body }) =>
      perform(context, actor, params.caseId, 'decide_complaint', body, (state, involved, law, meta) => decideComplaint(state, body.founded, body.words.trim(), involved, law, meta))),
    route(wire.mendCase, permissions.handle, ({ actor, params, body }) =>
      perform(context, actor, params.caseId, 'mend', body, (state, involved, law, meta) => mend(state, body.words.trim(), involved, law, meta))),
    route(wire.callBack, permissions.handle, ({ actor, params, body }) =>
      perform(context, actor, params.caseId, 'call_back', body, (state, involved, _law, meta) => callBack(state, { reached: body.reached, satisfied: body.satisfied, words: body.words.trim() }, involved, meta))),
    route(wire.raiseAppeal, permissions.handle, ({ actor, params, body }) =>
      perform(context, actor, params.caseId, 'raise_appeal', body, (state, involved, law, meta) => raiseAppeal(state, body.ground, body.words.trim(), involved, law, meta))),
    route(wire.decideAppeal, permissions.decideAppeal, ({ actor, params, body }) =>
      perform(context, actor, params.caseId, 'decide_appeal', body, (state, involved, _law, meta) => decideAppeal(state, body.strikeOut, body.words.trim(), involved, meta))),
  ];
}

/** First and last month of `2026-Q4`. Whole quarters only: two overlapping spans would tell the few answers between them. */
export function monthsOf(quarter: string): { readonly fromMonth: string; readonly toMonth: string } {
  const [year = '', q = '1'] = quarter.split('-Q');
  const month = (n: number) => `${year}-${String(n).padStart(2, '0')}`;
  return { fromMonth: month(Number(q) * 3 - 2), toMonth: month(Number(q) * 3) };
}

/** Grades of the caller's own institutions, and for supervisors of those in their area; nothing where fewer than ten answered. */
async function figures(context: Context, actor: StaffActor, quarter: string): Promise<readonly FigureRow[]> {
  const { tree } = context.units;
  const supervised = actor.posts.filter((post) => post.role === 'supervisor').map((post) => post.unit);
  const own = actor.posts.map((post) => post.institution);
  const above = supervised.length === 0 ? [] : [...tree.institutions.values()].filter((one) => supervised.some((unit) => context.covers(unit, one.unit))).map((one) => one.code);
  const filter = { ...monthsOf(quarter), institutions: [...new Set([...own, ...above])] };
  const [grades, mending] = await Promise.all([gradesOf(context.database.handle, filter, context.now()), mendingOf(context.database.handle, filter, context.now())]);
  const groups = new Map<string, { institution: string; taskCode: string; byGrade: number[]; bad: number; mended: number }>();
  const group = (institution: string, taskCode: string) => {
    const key = `${institution} ${taskCode}`;
    const found = groups.get(key) ?? { institution, taskCode, byGrade: [0, 0, 0, 0, 0], bad: 0, mended: 0 };
    groups.set(key, found);
    return found;
  };
  for (const { institution, taskCode, grade, n } of grades) {
    const { byGrade } = group(institution, taskCode);
    byGrade[grade - 1] = (byGrade[grade - 1] ?? 0) + n;
  }
  for (const { institution, taskCode, bad, mended } of mending) {
    const found = group(institution, taskCode);
    found.bad += bad;
    found.mended += mended;
  }
  return [...groups.values()].map(({ institution, taskCode, byGrade, bad, mended }) => {
    const total = byGrade.reduce((sum, n) => sum + n, 0);
    const [grade1 = 0, grade2 = 0, grade3 = 0, grade4 = 0, grade5 = 0] = byGrade;
    return {
      institution, unitName: institutionName(context, institution), taskCode, itemName: itemName(context, taskCode),
      counts: total < fewestShown ? null : { total, grade1, grade2, grade3, grade4, grade5, bad, mended },
    };
  });
}

/** Cases and figures. */
export const caseRoutes = (context: Context): readonly Route[] => [
  ...readRoutes(context), ...actRoutes(context),
  route(wire.evaluationFigures, permissions.figures, async ({ actor, query }) => (actor.kind === 'staff' ? reply({ quarter: query.quarter, rows: [...(await figures(context, actor, query.quarter))] }) : refuse('evaluations.case_unknown'))),
];
