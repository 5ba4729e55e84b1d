import { createElement } from 'react';
import type { Material } from '../../ui/wire.ts';
import { dayWords } from '../../ui/dates.ts';
import { faultWords, faultsOf } from '../../ui/form/fault-words.ts';
import { pathOfField, stepsOf, type Application, type Draft } from '../apply-steps.ts';
import { portalAgencyWords } from '../pages/agency.tsx';
import { ApplyCheck, type MissingLine } from '../pages/apply-check.tsx';
import { ApplyMaterials, uploadLimitMb } from '../pages/apply-materials.tsx';
import { promiseWordsOf } from '../pages/material-ways.tsx';
import { communityOf } from '../places.ts';
import { askedQuestions, wrongWay } from '../situation.ts';
import { materialAsked } from '../../ui/form/asked-form.ts';
import { ask, at, commandIdOf, newCommandId, type Outcome, type Refused, type Visit } from '../visit.ts';
import type { Reply } from '../../ui/wire.ts';
import { applicationOf, save, withDraft } from './application.ts';
import { numberWords } from './apply.ts';
import type { PortalRoute } from './portal-route.ts';

type Form = Draft['materials'][number]['form'];

const materialsOf = ({ handling, draft }: Application): readonly Material[] => handling.materials.flatMap((material) => materialAsked(material, draft.answers) ?? []);

type Faults = Readonly<Record<string, string>>;

/** The page with what is offered to this applicant now; `vouchFaults` say of a promise why the name did not affirm it. */
async function materialsPage(visit: Visit, application: Application, faults: Faults, vouchFaults: Faults = {}): Promise<Outcome> {
  const { draftId } = application.draft;
  const check = await ask(visit.api.GET('/api/v1/drafts/{draftId}/check', { params: { path: { draftId } } }));
  if (!check.ok) return check;
  const path = `/apply/${draftId}/materials`;
  const wrong = Object.keys(faults).length + Object.keys(vouchFaults).length > 0;
  return { status: wrong ? 422 : 200, page: createElement(ApplyMaterials, { ctx: at(visit.ctx, path), application, path, materials: materialsOf(application), faults, vouchFaults, offered: check.data }) };
}

async function showMaterials(visit: Visit): Promise<Outcome> {
  const found = await applicationOf(visit);
  return found.ok ? materialsPage(visit, found.data, {}) : found;
}

/** Materials not uploaded, as the API takes them: the whole list each time. */
function others(draft: Draft): { materialCode: string; form: Form; affirmedBy?: string }[] {
  return draft.materials.filter((one) => one.form !== 'uploaded').map(({ materialCode, form, affirmedBy }) => ({ materialCode, form, ...(affirmedBy === undefined ? {} : { affirmedBy }) }));
}

/** What the city holds already is asked for by the city, unless the person gave it. */
async function continueMaterials(visit: Visit): Promise<Outcome> {
  const found = await applicationOf(visit);
  if (!found.ok) return found;
  const { draft } = found.data;
  const untouched = materialsOf(found.data).filter((material) => material.source_type === 'government' && !draft.materials.some((one) => one.materialCode === material.material_code));
  const kept = await save(visit, draft, { materials: [...others(draft), ...untouched.map((material) => ({ materialCode: material.material_code, form: 'from_city' as const }))] });
  if (!kept.ok) return kept.code === 'drafts.changed_elsewhere' ? { redirect: `/apply/${draft.draftId}/materials` } : kept;
  const faults = materialFaults(visit, withDraft(found.data, kept.data), await checkOf(visit, draft.draftId));
  return Object.keys(faults).length > 0 ? materialsPage(visit, withDraft(found.data, kept.data), faults) : { redirect: `/apply/${draft.draftId}/check` };
}

async function checkOf(visit: Visit, draftId: string): Promise<Reply<'checkDraft'>['problems']> {
  const check = await ask(visit.api.GET('/api/v1/drafts/{draftId}/check', { params: { path: { draftId } } }));
  return check.ok ? check.data.problems : [];
}

function materialFaults({ ctx }: Visit, application: Application, problems: Reply<'checkDraft'>['problems']): Record<string, string> {
  const names = new Map(application.handling.materials.map((material) => [material.material_code, material.material_name[ctx.language]]));
  const faults: Record<string, string> = {};
  for (const problem of problems) {
    const [, part, code = ''] = problem.pointer.split('/');
    const name = names.get(code);
    if (part !== 'materials' || name === undefined) continue;
    const [, reason] = problem.code.split('.');
    const withheld = reason === 'promise_not_offered' ? ('way.no_promise' as const) : reason === 'deferral_not_offered' ? ('way.no_deferral' as const) : undefined;
    if (withheld || reason === 'promise_not_affirmed') {
      faults[code] = withheld ? promiseWordsOf(ctx)(withheld, { date: dayWords(String(problem.params.date), ctx.language), number: String(problem.params.number) }) : ctx.t('materials.missing_file', { name });
      continue;
    }
    faults[code] = ctx.t(reason === 'material_not_asked' ? 'materials.not_asked' : reason === 'material_form_not_possible' ? 'materials.not_possible' : 'materials.missing_file', { name });
  }
  return faults;
}

async function attach(visit: Visit): Promise<Outcome> {
  const found = await applicationOf(visit);
  if (!found.ok) return found;
  const { draftId = '', materialCode = '' } = visit.params;
  const back = { redirect: `/apply/${draftId}/materials#card-${materialCode}` };
  const fault = (text: string) => materialsPage(visit, found.data, { [materialCode]: text });
  const file = visit.body.files.find((one) => one.field === 'file')?.file;
  if (visit.body.tooLarge) return fault(visit.ctx.t('fault.too_large_text', { limit: uploadLimitMb }));
  // A too large body has no fields to compare; everything else carries the token.
  if (!file || file.size === 0) return fault(visit.ctx.t('materials.nothing_chosen'));
  const answer = await visit.upload<Draft>(`/api/v1/drafts/${draftId}/materials/${encodeURIComponent(materialCode)}/files`, file);
  if (answer.ok) return back;
  return answer.status >= 500 || answer.status === 404 ? answer : fault(`${file.name}: ${answer.title}`);
}

async function remove({ api, params }: Visit): Promise<Outcome> {
  const { draftId = '', materialCode = '', fileId = '' } = params;
  const gone = await ask(api.POST('/api/v1/drafts/{draftId}/materials/{materialCode}/files/{fileId}/remove', { params: { path: { draftId, materialCode, fileId } } }));
  return gone.ok || gone.status === 404 ? { redirect: `/apply/${draftId}/materials#card-${materialCode}` } : gone;
}

/** Another way of giving a material: from the city, later, vouched for by name, or back to uploading. */
async function chooseWay(visit: Visit): Promise<Outcome> {
  const found = await applicationOf(visit);
  if (!found.ok) return found;
  const { draft } = found.data;
  const { materialCode = '' } = visit.params;
  const form = (['from_city', 'deferred', 'promised'] as const).find((one) => one === visit.posted('form'));
  if (form === 'promised') return vouch(visit, found.data, materialCode);
  const rest = others(draft).filter((one) => one.materialCode !== materialCode);
  const kept = await save(visit, draft, { materials: form ? [...rest, { materialCode, form }] : rest });
  return kept.ok || kept.code === 'drafts.changed_elsewhere' ? { redirect: `/apply/${draft.draftId}/materials#card-${materialCode}` } : kept;
}

/** A promise counts under the applicant's own name; another name is told at once, and nothing is kept. */
async function vouch(visit: Visit, application: Application, materialCode: string): Promise<Outcome> {
  const { draft } = application;
  const rest = others(draft).filter((one) => one.materialCode !== materialCode);
  const affirmedBy = visit.posted('name').slice(0, 120);
  const refused = (from: Application) => materialsPage(visit, from, {}, { [materialCode]: promiseWordsOf(visit.ctx)('way.vouch_hint') });
  if (affirmedBy === '') return refused(application);
  const kept = await save(visit, draft, { materials: [...rest, { materialCode, form: 'promised', affirmedBy }] });
  const back = { redirect: `/apply/${draft.draftId}/materials#card-${materialCode}` };
  if (!kept.ok) return kept.code === 'drafts.changed_elsewhere' ? back : kept;
  const problems = await checkOf(visit, draft.draftId);
  if (!problems.some((one) => one.pointer === `/materials/${materialCode}` && one.code === 'matter.promise_not_affirmed')) return back;
  const undone = await ask(visit.api.POST('/api/v1/drafts/{draftId}/save', { params: { path: { draftId: draft.draftId } }, body: { version: kept.data.version, materials: rest } }));
  return undone.ok ? refused(withDraft(application, undone.data)) : undone;
}

/** What is missing, in words, each with the page where it is put right. */
function missingLines(visit: Visit, application: Application, problems: Reply<'checkDraft'>['problems']): readonly MissingLine[] {
  const { ctx } = visit;
  const { draft, handling } = application;
  const base = `/apply/${draft.draftId}`;
  const steps = stepsOf(application, ctx.elder);
  const open = askedQuestions(handling, draft.answers).filter((question) => !draft.answers[question.id]);
  const wrong = wrongWay(handling, draft.answers);
  const situation = steps.find((step) => step.kind === 'situation')?.path ?? base;
  const fields = faultsOf(handling.form, problems.filter((problem) => problem.pointer.startsWith('/form/')));
  const about = (part: string) => problems.find((problem) => problem.pointer === `/${part}`);
  const area = about('areaUnit');
  const organisation = problems.find((problem) => problem.pointer.startsWith('/organisation'));
  return [
    ...open.map((question) => ({ text: ctx.ui('fault.choose', { field: question.text[ctx.language] }), href: situation })),
    ...(wrong ? [{ text: wrong.reason[ctx.language], href: situation }] : []),
    ...(area ? [{ text: ctx.t('place.required'), href: `${base}/place` }] : []),
    ...(organisation ? [{ text: numberWords(visit, organisation.code, organisation.params) ?? ctx.ui('fault.choose', { field: portalAgencyWords(ctx)('file.organisation') }), href: `${base}/place` }] : []),
    ...fields.map((fault) => ({ text: faultWords(handling.form, fault, ctx.language), href: `${pathOfField(steps, fault.field) ?? base}?back=check#f-${fault.field}` })),
    ...Object.entries(materialFaults(visit, application, problems)).map(([code, text]) => ({ text, href: `${base}/materials#card-${code}` })),
  ];
}

async function checkPage(visit: Visit, application: Application, refused?: Refused): Promise<Outcome> {
  const { api, places, ctx } = visit;
  const { draft, handling } = application;
  const path = `/apply/${draft.draftId}/check`;
  const [check, processing] = await Promise.all([ask(api.GET('/api/v1/drafts/{draftId}/check', { params: { path: { draftId: draft.draftId } } })), ask(api.GET('/api/v1/privacy/processing', { params: { query: { taskCode: draft.taskCode } } }))]);
  if (!check.ok) return check;
  if (!processing.ok) return processing;
  const codes = [draft.areaUnit ?? '', ...handling.form.ui.pages.flatMap((page) => page.fields).filter((field) => field.widget === 'community').map((field) => String(draft.form[field.name] ?? ''))];
  const communities = await Promise.all([...new Set(codes.filter(Boolean))].map((code) => communityOf(api, places, ctx.language, code)));
  const placeName = (code: string) => {
    const one = communities.find((community) => community?.code === code);
    return one ? `${one.within}${ctx.language === 'en' ? ': ' : ''}${one.name}` : code;
  };
  const page = createElement(ApplyCheck, {
    ctx: at(ctx, path), application, path, check: check.data, processing: processing.data, missing: missingLines(visit, application, check.data.problems), materials: materialsOf(application),
    areaName: draft.areaUnit ? placeName(draft.areaUnit) : null, placeName, commandId: newCommandId(), errors: refused ? [{ text: refused.title }] : [],
  });
  return { status: refused ? 422 : 200, page };
}

async function showCheck(visit: Visit): Promise<Outcome> {
  const found = await applicationOf(visit);
  return found.ok ? checkPage(visit, found.data) : found;
}

/** Files the application. A second click carries the same command id and gets the same receipt. */
async function file(visit: Visit): Promise<Outcome> {
  const { api, params } = visit;
  const draftId = params.draftId ?? '';
  const filed = await ask(api.POST('/api/v1/drafts/{draftId}/file', { params: { path: { draftId } }, body: { commandId: commandIdOf(visit) } }));
  if (filed.ok) return { redirect: `/matters/${filed.data.matterId}/receipt` };
  if (filed.code === 'matter.already_filed') return { redirect: `/matters/${draftId}/receipt` };
  const found = await applicationOf(visit);
  if (!found.ok || filed.status >= 500) return filed;
  return checkPage(visit, found.data, filed);
}

/** Materials, checking and filing. */
export const materialRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/apply/:draftId/materials', for: 'resident', handle: showMaterials },
  { method: 'POST', path: '/apply/:draftId/materials', for: 'resident', handle: continueMaterials },
  { method: 'POST', path: '/apply/:draftId/materials/:materialCode/files', for: 'resident', takesTooLarge: true, handle: attach },
  { method: 'POST', path: '/apply/:draftId/materials/:materialCode/files/:fileId/remove', for: 'resident', handle: remove },
  { method: 'POST', path: '/apply/:draftId/materials/:materialCode/form', for: 'resident', handle: chooseWay },
  { method: 'GET', path: '/apply/:draftId/check', for: 'resident', handle: showCheck },
  { method: 'POST', path: '/apply/:draftId/file', for: 'resident', handle: file },
];
