import { createElement } from 'react';
import { controlName, isAsked } from '../../ui/form/form-field.ts';
import { faultsOf } from '../../ui/form/fault-words.ts';
import { readForm, type FormFault, type Posted } from '../../ui/form/read-form.ts';
import { stepAfter, stepsOf, type Application, type ApplyStep } from '../apply-steps.ts';
import { ApplyForm, ApplyPlace, ApplySituation, type BehalfValues, type OwnOrganisation } from '../pages/apply-questions.tsx';
import { Discard } from '../pages/apply-check.tsx';
import { portalAgencyWords } from '../pages/agency.tsx';
import { pickerState } from '../places.ts';
import { askedQuestions, standingAnswers, wrongWay, type Answers } from '../situation.ts';
import { ask, at, type Outcome, type Visit } from '../visit.ts';
import { applicationOf, communitiesOf, pickerInput, save, stepAt, wantsList, withDraft } from './application.ts';
import type { PortalRoute } from './portal-route.ts';
import { numbersMessages } from '../../../contract/messages/numbers.ts';
import { say, type Messages } from '../../../contract/language.ts';

/** Where to go on: the first page whose questions are open. */
async function resume(visit: Visit): Promise<Outcome> {
  const found = await applicationOf(visit);
  if (!found.ok) return found;
  const application = found.data;
  const { draft, handling } = application;
  const steps = stepsOf(application, visit.ctx.elder);
  const open = steps.find((step) => {
    if (step.kind === 'situation') return askedQuestions(handling, draft.answers).some((q) => (step.question ?? q.id) === q.id && !draft.answers[q.id]);
    if (step.kind === 'place') return draft.areaUnit === null;
    if (step.kind === 'form') return !step.fields.some((field) => field.name in draft.form);
    return true;
  });
  return { redirect: (open ?? steps[0])?.path ?? '/matters' };
}

/** After a page is kept: back to the check page when the person came from there, to the list when it is for later, else onward. */
function onward(visit: Visit, application: Application, path: string): Outcome {
  if (visit.posted('later')) return { redirect: '/matters' };
  if (visit.query.get('back') === 'check') return { redirect: `/apply/${application.draft.draftId}/check` };
  return { redirect: stepAfter(stepsOf(application, visit.ctx.elder), path) };
}

const pathOf = (visit: Visit) => visit.request.url.split('?')[0] ?? '';

function situationPage(visit: Visit, application: Application, path: string, answers: Answers, missing: readonly string[], changedElsewhere = false): Outcome {
  const step = stepAt(application, visit.ctx.elder, path);
  const only = step?.kind === 'situation' ? step.question : undefined;
  const wrong = wrongWay(application.handling, answers);
  return { status: missing.length > 0 ? 422 : 200, page: createElement(ApplySituation, { ctx: visit.ctx, application, path: step?.path ?? path, only, answers, missing, wrongWay: wrong?.reason ?? null, changedElsewhere }) };
}

async function showSituation(visit: Visit): Promise<Outcome> {
  const found = await applicationOf(visit);
  return found.ok ? situationPage(visit, found.data, pathOf(visit), found.data.draft.answers, []) : found;
}

async function postSituation(visit: Visit): Promise<Outcome> {
  const found = await applicationOf(visit);
  if (!found.ok) return found;
  const path = pathOf(visit);
  const posted = Object.fromEntries(Object.entries(visit.body.fields).flatMap(([name, values]) => (name.startsWith('q.') ? [[name.slice(2), values.at(-1) ?? ''] as const] : [])));
  const answers = standingAnswers(found.data.handling, { ...found.data.draft.answers, ...posted });
  const kept = await save(visit, found.data.draft, { answers: { ...answers } });
  if (!kept.ok) return kept.code === 'drafts.changed_elsewhere' ? situationPage(visit, found.data, path, answers, [], true) : kept;
  const application = withDraft(found.data, kept.data);
  const step = stepAt(application, visit.ctx.elder, path);
  const only = step?.kind === 'situation' ? step.question : undefined;
  const missing = askedQuestions(application.handling, answers).filter((q) => (only ?? q.id) === q.id && !answers[q.id]).map((q) => q.id);
  if (visit.posted('later')) return { redirect: '/matters' };
  // A question that the answers have only now brought up was not left out by anybody.
  const seen = new Set(askedQuestions(found.data.handling, found.data.draft.answers).map((q) => q.id));
  const leftOut = missing.filter((id) => seen.has(id));
  if (leftOut.length < missing.length && leftOut.length === 0) return situationPage(visit, application, path, answers, []);
  if (missing.length > 0 || wrongWay(application.handling, answers)) return situationPage(visit, application, path, answers, leftOut);
  return onward(visit, application, step?.path ?? path);
}

const storedBehalf = (application: Application): BehalfValues => {
  const { organisation, areaUnit } = application.draft;
  return { behalf: organisation ? 'organisation' : areaUnit ? 'self' : '', organisationCode: organisation?.creditCode ?? '' };
};

/** Organisations the person may file this item for now: those a standing mandate of his covers. */
async function organisationsOf({ api }: Visit, taskCode: string): Promise<readonly OwnOrganisation[]> {
  const mine = await ask(api.GET('/api/v1/me/mandates'));
  if (!mine.ok) return [];
  const me = mine.data.principals.find((one) => one.self)?.party.partyId;
  const covering = mine.data.mandates.filter((one) => one.agent.partyId === me && one.state === 'standing' && one.acts.includes('file') && (one.items === null || one.items.some((item) => item.taskCode === taskCode)));
  const firms = new Map(covering.filter((one) => one.principal.subject === 'organisation').map(({ principal }) => [principal.partyId, { creditCode: principal.numberMasked, name: principal.nameMasked }]));
  return [...firms.values()];
}

async function placePage(visit: Visit, application: Application, behalf: BehalfValues, faults: Readonly<Record<string, string>>, changedElsewhere = false): Promise<Outcome> {
  const [community, organisations] = await Promise.all([pickerState(visit.api, visit.places, visit.ctx.language, pickerInput(visit, 'area', application.draft.areaUnit ?? '')), organisationsOf(visit, application.draft.taskCode)]);
  return { status: Object.keys(faults).length > 0 ? 422 : 200, page: createElement(ApplyPlace, { ctx: visit.ctx, application, path: `/apply/${application.draft.draftId}/place`, community, behalf, organisations, faults, changedElsewhere }) };
}

async function showPlace(visit: Visit): Promise<Outcome> {
  const found = await applicationOf(visit);
  return found.ok ? placePage(visit, found.data, storedBehalf(found.data), {}) : found;
}

function placeFaults(visit: Visit, application: Application, behalf: BehalfValues, organisation: OwnOrganisation | undefined): Record<string, string> {
  const { t, ui } = visit.ctx;
  const { server_type: types } = application.item.implementation_item;
  const faults: Record<string, string> = {};
  if (!visit.posted('area')) faults.area = t('place.required');
  if (types.includes('1') && types.length > 1 && !behalf.behalf) faults.behalf = ui('fault.choose', { field: t('place.behalf') });
  if ((behalf.behalf === 'organisation' || !types.includes('1')) && !organisation) faults.organisation = ui('fault.choose', { field: portalAgencyWords(visit.ctx)('file.organisation') });
  return faults;
}

async function postPlace(visit: Visit): Promise<Outcome> {
  const found = await applicationOf(visit);
  if (!found.ok) return found;
  const application = found.data;
  const { posted } = visit;
  const behalf: BehalfValues = { behalf: posted('behalf'), organisationCode: posted('organisation') };
  const organisation = (await organisationsOf(visit, application.draft.taskCode)).find((one) => one.creditCode === behalf.organisationCode);
  if (wantsList(visit, ['area'])) return placePage(visit, application, behalf, {});
  const faults = posted('later') ? {} : placeFaults(visit, application, behalf, organisation);
  if (Object.keys(faults).length > 0) return placePage(visit, application, behalf, faults);
  const { server_type: types } = application.item.implementation_item;
  const forOrganisation = behalf.behalf === 'organisation' || !types.includes('1');
  const kept = await save(visit, application.draft, { areaUnit: posted('area') || null, organisation: forOrganisation && organisation ? { ...organisation } : null });
  if (kept.ok) return onward(visit, withDraft(application, kept.data), `/apply/${kept.data.draftId}/place`);
  if (kept.code === 'drafts.changed_elsewhere') return placePage(visit, application, behalf, {}, true);
  return kept.status < 500 && kept.status !== 404 ? placePage(visit, application, behalf, { [kept.code.startsWith('units.') ? 'area' : 'organisation']: kept.title }) : kept;
}

type FormStep = Extract<ApplyStep, { kind: 'form' }>;

async function formPage(visit: Visit, application: Application, step: FormStep, given: { readonly faults: readonly FormFault[]; readonly posted?: Posted; readonly changedElsewhere?: boolean }): Promise<Outcome> {
  const communities = await communitiesOf(visit, step.fields, application.draft.form);
  return { status: given.faults.length > 0 ? 422 : 200, page: createElement(ApplyForm, { ctx: at(visit.ctx, step.path), application, path: step.path, step, communities, ...given }) };
}

async function showForm(visit: Visit): Promise<Outcome> {
  const found = await applicationOf(visit);
  if (!found.ok) return found;
  const step = stepAt(found.data, visit.ctx.elder, decodeURI(pathOf(visit)));
  if (step?.kind !== 'form') return { redirect: `/apply/${found.data.draft.draftId}` };
  return formPage(visit, found.data, step, { faults: [] });
}

/** Answers of this page in place of those stored for it; what is no longer asked is dropped from the later pages too. */
function mergedForm(application: Application, step: FormStep, answers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = new Set(step.fields.map((field) => field.name));
  let merged = { ...Object.fromEntries(Object.entries(application.draft.form).filter(([name]) => !names.has(name))), ...answers };
  for (const field of application.handling.form.ui.pages.flatMap((page) => page.fields)) {
    if (!isAsked(field, merged)) merged = Object.fromEntries(Object.entries(merged).filter(([name]) => name !== field.name));
  }
  return merged;
}

async function postForm(visit: Visit): Promise<Outcome> {
  const found = await applicationOf(visit);
  if (!found.ok) return found;
  const application = found.data;
  const step = stepAt(application, visit.ctx.elder, decodeURI(pathOf(visit)));
  if (step?.kind !== 'form') return { redirect: `/apply/${application.draft.draftId}` };
  const posted = visit.body.fields;
  const read = readForm(application.handling.form, posted, step.fields, application.draft.form);
  const pickers = step.fields.filter((field) => field.widget === 'community' && isAsked(field, { ...application.draft.form, ...read.answers })).map((field) => controlName(field.name));
  const kept = await save(visit, application.draft, { form: mergedForm(application, step, read.answers) });
  if (!kept.ok) return kept.code === 'drafts.changed_elsewhere' ? formPage(visit, application, step, { faults: [], posted, changedElsewhere: true }) : kept;
  const next = withDraft(application, kept.data);
  if (wantsList(visit, pickers)) return formPage(visit, next, step, { faults: [], posted });
  if (visit.posted('later')) return { redirect: '/matters' };
  const check = await ask(visit.api.GET('/api/v1/drafts/{draftId}/check', { params: { path: { draftId: kept.data.draftId } } }));
  if (!check.ok) return check;
  const here = new Set(step.fields.map((field) => field.name));
  const unread = new Set(read.faults.map((fault) => fault.field));
  const judged = faultsOf(application.handling.form, check.data.problems.filter((problem) => problem.pointer.startsWith('/form/'))).filter((fault) => here.has(fault.field) && !unread.has(fault.field));
  const faults = [...read.faults, ...judged];
  return faults.length > 0 ? formPage(visit, next, step, { faults, posted }) : onward(visit, next, step.path);
}

async function askDiscard(visit: Visit): Promise<Outcome> {
  const found = await applicationOf(visit);
  return found.ok ? { page: createElement(Discard, { ctx: visit.ctx, draft: found.data.draft }) } : found;
}

async function discard({ api, params }: Visit): Promise<Outcome> {
  const gone = await ask(api.POST('/api/v1/drafts/{draftId}/discard', { params: { path: { draftId: params.draftId ?? '' } } }));
  return gone.ok || gone.status === 404 ? { redirect: '/matters' } : gone;
}

/** The sentence of a number's fault, where the code is one. */
export function numberWords(visit: Visit, code: string, params: Readonly<Record<string, string | number>>): string | undefined {
  const text = (numbersMessages as Messages)[code];
  return text ? say(text, visit.ctx.language, params) : undefined;
}

/** Filling in an application, page by page. */
export const applyRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/apply/:draftId', for: 'resident', handle: resume },
  { method: 'GET', path: '/apply/:draftId/situation', for: 'resident', handle: showSituation },
  { method: 'POST', path: '/apply/:draftId/situation', for: 'resident', handle: postSituation },
  { method: 'GET', path: '/apply/:draftId/situation/:question', for: 'resident', handle: showSituation },
  { method: 'POST', path: '/apply/:draftId/situation/:question', for: 'resident', handle: postSituation },
  { method: 'GET', path: '/apply/:draftId/place', for: 'resident', handle: showPlace },
  { method: 'POST', path: '/apply/:draftId/place', for: 'resident', handle: postPlace },
  { method: 'GET', path: '/apply/:draftId/form/:page', for: 'resident', handle: showForm },
  { method: 'POST', path: '/apply/:draftId/form/:page', for: 'resident', handle: postForm },
  { method: 'GET', path: '/apply/:draftId/form/:page/:field', for: 'resident', handle: showForm },
  { method: 'POST', path: '/apply/:draftId/form/:page/:field', for: 'resident', handle: postForm },
  { method: 'GET', path: '/apply/:draftId/discard', for: 'resident', handle: askDiscard },
  { method: 'POST', path: '/apply/:draftId/discard', for: 'resident', handle: discard },
];
