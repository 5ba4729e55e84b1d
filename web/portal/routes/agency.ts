import { createElement } from 'react';
import { mandateActs } from '../../../contract/agency.ts';
import { AgencyPage, EndMandate, portalAgencyWords, type MyMandates } from '../pages/agency.tsx';
import { GiveMandate, mostItems, type GiveData, type GiveField, type GiveValues } from '../pages/agency-give.tsx';
import type { Posted } from '../../ui/form/read-form.ts';
import { ask, at, commandIdOf, newCommandId, type Answer, type Outcome, type Refused, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';

const mandatesOf = ({ api }: Visit): Promise<Answer<MyMandates>> => ask(api.GET('/api/v1/me/mandates'));

async function list(visit: Visit): Promise<Outcome> {
  const mine = await mandatesOf(visit);
  return mine.ok ? { page: createElement(AgencyPage, { ctx: visit.ctx, mine: mine.data, done: (['given', 'ended'] as const).find((one) => visit.query.has(one)) }) } : mine;
}

/** What the form was sent with. */
function givenOf({ posted, body }: Visit): GiveValues {
  const all = (name: string) => (body.fields[name] ?? []).filter((value) => value !== '');
  return {
    principalId: posted('principalId'), name: posted('agentName').slice(0, 80), number: posted('agentNumber').normalize('NFKC').slice(0, 60), role: posted('role'),
    acts: all('acts'), which: posted('which'), taskCodes: all('taskCodes'), until: { year: posted('until.year'), month: posted('until.month'), day: posted('until.day') },
  };
}

async function givePage(visit: Visit, values: GiveValues, faults: GiveData['faults'], fault?: string): Promise<Outcome> {
  const { ctx, api } = visit;
  const [mine, found] = await Promise.all([mandatesOf(visit), ask(api.GET('/api/v1/items', { params: { query: {} } }))]);
  if (!mine.ok) return mine;
  if (!found.ok) return found;
  const items = found.data.items.map((item) => ({ value: item.taskCode, text: item.name[ctx.language] }));
  const wrong = fault !== undefined || Object.keys(faults).length > 0;
  const commandId = wrong ? newCommandId() : commandIdOf(visit);
  return { status: wrong ? 422 : 200, page: createElement(GiveMandate, { ctx: at(ctx, '/agency/give'), data: { principals: mine.data.principals, items, values, commandId, faults, fault } }) };
}

const untouched: GiveValues = { principalId: '', name: '', number: '', role: '', acts: ['file', 'supplement', 'read'], which: 'all', taskCodes: [], until: { year: '', month: '', day: '' } };

/** The day typed into the three boxes; undefined where it is none. */
function untilOf(fields: Posted): string | undefined {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) => (fields[`until.${part}`]?.at(-1) ?? '').normalize('NFKC').trim());
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text) ? text : undefined;
}

/** What the form lacks before anybody is asked. */
function faultsIn({ ctx }: Visit, values: GiveValues, untilOn: string | undefined): Partial<Record<GiveField, string>> {
  const w = portalAgencyWords(ctx);
  const manager = values.role === 'manager';
  const choose = (code: Parameters<typeof w>[0]) => ctx.ui('fault.choose', { field: w(code) });
  const required = (code: Parameters<typeof w>[0]) => ctx.ui('fault.required', { field: w(code) });
  return {
    ...(values.principalId ? {} : { principal: choose('give.principal') }), ...(values.name ? {} : { name: required('give.name') }), ...(values.number ? {} : { number: required('give.number') }),
    ...(manager || values.role === 'agent' ? {} : { role: choose('give.role') }), ...(manager || values.acts.length > 0 ? {} : { acts: choose('give.acts') }),
    ...(manager || values.which === 'all' || (values.which === 'some' && values.taskCodes.length > 0 && values.taskCodes.length <= mostItems) ? {} : { items: choose('give.task_codes') }),
    ...(untilOn ? {} : { until: ctx.ui('fault.required', { field: w('give.until') }) }),
  };
}

/** The field a refusal stands beside, by its code; refusals of the whole mandate have none. */
const fieldOf: Readonly<Record<string, GiveField>> = {
  'agency.agent_unknown': 'number', 'agency.same_party': 'number', 'agency.agent_must_be_person': 'number', 'agency.role_of_organisations': 'role', 'agency.acts_needed': 'acts',
  'agency.items_needed': 'items', 'agency.item_unknown': 'items', 'agency.until_past': 'until', 'agency.until_too_late': 'until', 'agency.may_not_give': 'principal',
};

function refusedPage(visit: Visit, values: GiveValues, refused: Refused): Promise<Outcome> | Refused {
  if (refused.status >= 500 || refused.status < 409) return refused;
  const field = fieldOf[refused.code];
  return field ? givePage(visit, values, { [field]: refused.title }) : givePage(visit, values, {}, refused.title);
}

async function give(visit: Visit): Promise<Outcome> {
  const values = givenOf(visit);
  const untilOn = untilOf(visit.body.fields);
  const faults = faultsIn(visit, values, untilOn);
  if (untilOn === undefined || Object.keys(faults).length > 0) return givePage(visit, values, faults);
  const manager = values.role === 'manager';
  const given = await ask(visit.api.POST('/api/v1/mandates', {
    body: {
      commandId: commandIdOf(visit), principalId: values.principalId, agentNumber: values.number, agentName: values.name, role: manager ? 'manager' : 'agent',
      acts: mandateActs.filter((act) => manager || values.acts.includes(act)), taskCodes: manager || values.which === 'all' ? null : [...new Set(values.taskCodes)], untilOn,
    },
  }));
  return given.ok ? { redirect: '/agency?given=1' } : refusedPage(visit, values, given);
}

async function endPage(visit: Visit, refused?: string): Promise<Outcome> {
  const mine = await mandatesOf(visit);
  if (!mine.ok) return mine;
  const mandate = mine.data.mandates.find((one) => one.mandateId === visit.params.mandateId);
  if (!mandate) return { ok: false, status: 404, code: 'agency.unknown', title: '', params: {}, errors: [] };
  if (!mandate.allowed.includes('end') && refused === undefined) return { redirect: '/agency' };
  return { status: refused ? 409 : 200, page: createElement(EndMandate, { ctx: visit.ctx, mandate, commandId: newCommandId(), refused }) };
}

async function end(visit: Visit): Promise<Outcome> {
  const done = await ask(visit.api.POST('/api/v1/mandates/{mandateId}/end', { params: { path: { mandateId: visit.params.mandateId ?? '' } }, body: { commandId: commandIdOf(visit) } }));
  if (done.ok) return { redirect: '/agency?ended=1' };
  return done.status === 409 ? endPage(visit, done.title) : done;
}

/** Who acts for whom. */
export const agencyRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/agency', for: 'resident', handle: list },
  { method: 'GET', path: '/agency/give', for: 'resident', handle: (visit) => givePage(visit, untouched, {}) },
  { method: 'POST', path: '/agency/give', for: 'resident', handle: give },
  { method: 'GET', path: '/agency/:mandateId/end', for: 'resident', handle: (visit) => endPage(visit) },
  { method: 'POST', path: '/agency/:mandateId/end', for: 'resident', handle: end },
];
