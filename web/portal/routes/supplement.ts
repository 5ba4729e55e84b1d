import { createElement } from 'react';
import { controlName } from '../../ui/form/form-field.ts';
import { faultsOf } from '../../ui/form/fault-words.ts';
import { readForm, type FormFault } from '../../ui/form/read-form.ts';
import { uploadLimitMb } from '../pages/apply-materials.tsx';
import type { Matter } from '../pages/receipt.tsx';
import { defectFields, Supplement } from '../pages/supplement.tsx';
import { ask, commandIdOf, newCommandId, type Outcome, type Visit } from '../visit.ts';
import { communitiesOf, wantsList } from './application.ts';
import { matterOf } from './matters.ts';
import type { PortalRoute } from './portal-route.ts';
import { receiveFiles, seenSeqOf, uploaded, type Kept } from './received-files.ts';

async function page(visit: Visit, matter: Matter, given: { readonly kept: Kept; readonly materialFaults: Readonly<Record<string, string>>; readonly faults: readonly FormFault[]; readonly commandId: string; readonly back?: boolean }): Promise<Outcome> {
  const { back, ...data } = given;
  const communities = await communitiesOf(visit, defectFields(matter), matter.form);
  const wrong = Object.keys(given.materialFaults).length + given.faults.length > 0;
  return { status: wrong ? 422 : 200, page: createElement(Supplement, { ctx: visit.ctx, data: { matter, ...data, communities, posted: back ? visit.body.fields : undefined } }) };
}

async function show(visit: Visit): Promise<Outcome> {
  const found = await matterOf(visit);
  if (!found.ok) return found;
  if (!found.data.allowed.includes('supplement')) return { redirect: `/matters/${found.data.matterId}` };
  return page(visit, found.data, { kept: {}, materialFaults: {}, faults: [], commandId: newCommandId() });
}

async function send(visit: Visit): Promise<Outcome> {
  const found = await matterOf(visit);
  if (!found.ok) return found;
  const matter = found.data;
  const to = `/matters/${matter.matterId}`;
  const commandId = commandIdOf(visit);
  const about = matter.defects.filter((defect) => defect.about === 'material').map((defect) => defect.code);
  if (visit.body.tooLarge) return page(visit, matter, { kept: {}, materialFaults: Object.fromEntries(about.slice(0, 1).map((code) => [code, visit.ctx.t('fault.too_large_text', { limit: uploadLimitMb })])), faults: [], commandId });
  if (!matter.allowed.includes('supplement')) return { redirect: `${to}?sent=1` };
  const fields = defectFields(matter);
  const { kept, faults: refused } = await receiveFiles(visit, matter, about);
  const missing = matter.defects.filter((defect) => defect.about === 'material' && !refused[defect.code] && kept[defect.code]?.length === 0);
  const materialFaults = { ...refused, ...Object.fromEntries(missing.map((defect) => [defect.code, visit.ctx.t('materials.not_possible', { name: defect.name[visit.ctx.language] })])) };
  const read = readForm(matter.formDefinition, visit.body.fields, fields, matter.form);
  const listed = wantsList(visit, fields.filter((field) => field.widget === 'community').map((field) => controlName(field.name)));
  if (listed) return page(visit, matter, { kept, materialFaults: {}, faults: [], commandId, back: true });
  if (Object.keys(materialFaults).length + read.faults.length > 0) return page(visit, matter, { kept, materialFaults, faults: read.faults, commandId, back: true });
  const names = new Set(fields.map((field) => field.name));
  const form = { ...Object.fromEntries(Object.entries(matter.form).filter(([name]) => !names.has(name))), ...read.answers };
  const sent = await ask(visit.api.POST('/api/v1/matters/{matterId}/supplement', { params: { path: { matterId: matter.matterId } }, body: { commandId, seenSeq: seenSeqOf(visit), form, materials: uploaded(kept) } }));
  if (sent.ok) return { redirect: `${to}?sent=1` };
  if (sent.code === 'matter.changed_meanwhile') return { redirect: `${to}?changed=1` };
  const faults = faultsOf(matter.formDefinition, sent.errors);
  if (sent.status >= 500 || sent.status === 404) return sent;
  return page(visit, matter, { kept, materialFaults: faults.length > 0 ? {} : Object.fromEntries(about.slice(0, 1).map((code) => [code, sent.title])), faults, commandId, back: true });
}

/** Answering a correction notice. */
export const supplementRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/matters/:matterId/supplement', for: 'resident', handle: show },
  { method: 'POST', path: '/matters/:matterId/supplement', for: 'resident', takesTooLarge: true, handle: send },
];
