import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { pdf } from '../../server/platform/files/odd-files.ts';
import type { City, Clerk } from './frame/city.ts';

/** What somebody outside saw of an act. Only `ok` is an acknowledgement; `unknown` may have happened, at most once. */
export interface Act {
  readonly kind: 'filing' | 'upload';
  readonly id: string;
  readonly outcome: 'ok' | 'fail' | 'unknown';
  readonly status: number;
}

type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** A call of the API; status 0 where no answer came within ten seconds. */
export async function call(city: Pick<City, 'baseUrl'>, who: { token: string; csrfToken: string }, method: string, path: string, payload?: object | FormData): Promise<Answer> {
  const json = payload !== undefined && !(payload instanceof FormData);
  try {
    const answer = await fetch(`${city.baseUrl}${path}`, {
      method, signal: AbortSignal.timeout(10_000), headers: { cookie: `yimen_session=${who.token}`, 'x-csrf-token': who.csrfToken, ...(json ? { 'content-type': 'application/json' } : {}) },
      ...(payload === undefined ? {} : { body: json ? JSON.stringify(payload) : (payload as FormData) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : {} };
  } catch {
    return { status: 0, body: {} };
  }
}

/** 2xx was promised; 4xx, 503 and 507 say that nothing was done; a fault or silence says nothing. */
function outcomeOf(status: number): Act['outcome'] {
  if (status >= 200 && status < 300) return 'ok';
  return (status >= 400 && status < 500) || status === 503 || status === 507 ? 'fail' : 'unknown';
}

/** 居住登记 for a mainland resident who rents, filed at a window. */
export function residenceRegistration(clerk: Clerk, partyId: string, commandId: string): object {
  return {
    commandId, partyId, hall: clerk.hall, taskCode: 'YM-07-0003-01', handlingItem: 'YM-07-0003-01-01', areaUnit: '440303001001', answers: { who: 'mainland' },
    form: { address_line: '黄贝街道黄贝岭村一坊12号301房', moved_in_on: '2026-10-08', home_kind: 'rented', landlord_name: '测试房东', landlord_phone: '13900000000', why_here: 'work', occupation: '厨师', children_with: 1, declaration: true },
    materials: [{ materialCode: 'identity_card', form: 'seen_at_window' }, { materialCode: 'lease_or_title', form: 'seen_at_window' }],
  };
}

/** Files one matter at window number `n`. */
export async function fileMatter(city: City, n: number): Promise<Act & { readonly matterId?: string }> {
  const { clerks, parties } = city.template;
  const clerk = clerks[n % clerks.length];
  const partyId = parties[n % parties.length];
  if (!clerk || partyId === undefined) throw new Error('nobody to file for');
  const id = randomUUID();
  const { status, body } = await call(city, clerk, 'POST', '/api/v1/matters', residenceRegistration(clerk, partyId, id));
  return { kind: 'filing', id, status, outcome: outcomeOf(status), ...(typeof body.matterId === 'string' ? { matterId: body.matterId } : {}) };
}

/** A resident's draft into which files can be put; undefined where it could not be opened. */
export async function openDraft(city: City, n: number): Promise<string | undefined> {
  const resident = city.template.residents[n % city.template.residents.length];
  if (!resident) throw new Error('no resident');
  const { body } = await call(city, resident, 'POST', '/api/v1/drafts', { taskCode: 'YM-05-0001-01', handlingItem: 'YM-05-0001-01-01' });
  return typeof body.draftId === 'string' ? body.draftId : undefined;
}

/** Puts one file into a draft; the act's id is the address of the file. */
export async function uploadFile(city: City, n: number, draftId: string, fill = 0): Promise<Act> {
  const resident = city.template.residents[n % city.template.residents.length];
  if (!resident) throw new Error('no resident');
  const content = pdf('', `% ${randomUUID()}${' '.repeat(fill)}\n`);
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), 'paper.pdf');
  const { status } = await call(city, resident, 'POST', `/api/v1/drafts/${draftId}/materials/identity_card/files`, form);
  return { kind: 'upload', id: `/api/v1/drafts/${draftId}/files/${createHash('sha256').update(content).digest('hex')}`, status, outcome: outcomeOf(status) };
}

/** How many acknowledged uploads of a resident cannot be read back whole: INV-10. */
export async function uploadsLost(city: City, n: number, acts: readonly Act[]): Promise<number> {
  const resident = city.template.residents[n % city.template.residents.length];
  let lost = 0;
  for (const act of acts) {
    if (act.kind !== 'upload' || act.outcome !== 'ok') continue;
    const answer = await fetch(`${city.baseUrl}${act.id}`, { headers: { cookie: `yimen_session=${resident?.token ?? ''}` }, signal: AbortSignal.timeout(10_000) });
    const hash = createHash('sha256').update(new Uint8Array(await answer.arrayBuffer())).digest('hex');
    if (!answer.ok || !act.id.endsWith(hash)) lost += 1;
  }
  return lost;
}

/** What the journal of filings says against what is stored: acknowledged and missing, refused and there, or there twice. */
export async function filingsAgainst(owner: pg.Client, acts: readonly Act[]): Promise<{ lost: number; broken: string[] }> {
  const filings = acts.filter((act) => act.kind === 'filing');
  const { rows } = await owner.query<{ command_id: string; n: number }>('select c.command_id, count(*)::int as n from platform.commands c join platform.facts f on f.matter_id = c.matter_id and f.seq = 1 where c.command_id = any($1::uuid[]) group by 1', [filings.map((act) => act.id)]);
  const stored = new Map(rows.map((row) => [row.command_id, row.n]));
  const count = (wrong: (act: Act, n: number) => boolean): number => filings.filter((act) => wrong(act, stored.get(act.id) ?? 0)).length;
  const lost = count((act, n) => act.outcome === 'ok' && n === 0);
  const left = count((act, n) => act.outcome === 'fail' && n > 0);
  const twice = count((_act, n) => n > 1);
  return { lost, broken: [...(lost > 0 ? [`INV-1: ${lost} acknowledged filings are gone`] : []), ...(left > 0 ? [`INV-2: ${left} refused filings were stored`] : []), ...(twice > 0 ? [`INV-1: ${twice} filings are stored twice`] : [])] };
}
