import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Problem } from '../../../contract/common.ts';
import type { Endpoint, ReplyOf } from '../../../contract/endpoint.ts';
import * as wire from '../../../contract/evaluations.ts';
import type { Grade } from '../../../contract/evaluations.ts';
import type { Id } from '../../kernel/ids.ts';
import { sessionCookie } from '../../platform/http/server.ts';
import { addressOf, type Sent } from '../../testing/app.ts';
import { allowanceOffice, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { EventId } from './event.ts';
import type { Evaluations } from './index.ts';
import { feedbackIdOf, tokenOf } from './store.ts';

/** Somebody at the routes of this domain. */
export interface Voice {
  good<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<ReplyOf<E>>;
  refused<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<Problem>;
  text<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<string>;
}

/** The office of the old-age allowance and what people say of it: the real application on a database of its own. */
export interface TestVoices {
  readonly office: AllowanceOffice;
  readonly domain: Evaluations;
  as(actor: { readonly partyId: Id } | { readonly staffId: Id } | 'anonymous', address?: string): Promise<Voice>;
  /** A new person whose matter was filed at the window. */
  filed(): Promise<{ readonly partyId: Id; readonly matterId: Id; readonly me: Voice }>;
  link(matterId: Id, event: EventId): string;
  /** The person's answer by the link of the event `filing`. */
  answered(grade: Grade, words?: string): Promise<{ readonly partyId: Id; readonly matterId: Id; readonly caseId: Id; readonly me: Voice }>;
  /** As `answered`, and the quarter of an hour is over and its case open. */
  withCase(grade: 4 | 5, words?: string): ReturnType<TestVoices['answered']>;
  drop(): Promise<void>;
}

export const answer = (grade: Grade, more: { words?: string; tags?: wire.EvaluationTag[]; change?: boolean; commandId?: string } = {}) => ({ commandId: randomUUID(), grade, tags: [], words: '', change: false, ...more });

function voiceOf(http: FastifyInstance, session: { token: string; csrfToken: string } | null, address: string): Voice {
  const own: Record<string, string> = session ? { cookie: `${sessionCookie}=${session.token}`, 'x-csrf-token': session.csrfToken } : {};
  const ask = async (endpoint: Endpoint, sent: { params?: unknown; query?: unknown; body?: unknown }) => {
    const answered = await http.inject({ method: endpoint.method, url: addressOf(endpoint, sent), headers: own, remoteAddress: address, ...(sent.body === undefined ? {} : { payload: sent.body as object }) });
    return { status: answered.statusCode, text: answered.body, json: (answered.body === '' ? undefined : JSON.parse(answered.body)) as unknown };
  };
  return {
    async good(endpoint, sent) {
      const { status, text, json } = await ask(endpoint, sent);
      if (status >= 300) throw new Error(`${endpoint.id} ${status}: ${text}`);
      return json as never;
    },
    async refused(endpoint, sent) {
      const { status, text, json } = await ask(endpoint, sent);
      if (status < 400) throw new Error(`${endpoint.id} was not refused: ${status} ${text}`);
      return json as Problem;
    },
    text: async (endpoint, sent) => (await ask(endpoint, sent)).text,
  };
}

/** Opens it. */
export async function testVoices(): Promise<TestVoices> {
  const office = await allowanceOffice();
  const { app, keys } = office;
  const voices: TestVoices = {
    office, domain: app.evaluations,
    async as(actor, address = '192.0.2.1') {
      if (actor === 'anonymous') return voiceOf(app.http, null, address);
      return voiceOf(app.http, await app.people.openSessionFor('partyId' in actor ? { kind: 'resident', ...actor } : { kind: 'staff', ...actor }), address);
    },
    async filed() {
      const { partyId } = await office.somebody();
      const matterId = await office.filedAtWindow(partyId);
      await office.work();
      return { partyId, matterId, me: await voices.as({ partyId }) };
    },
    link: (matterId, event) => tokenOf(keys, matterId, event),
    async answered(grade, words = '') {
      const filed = await voices.filed();
      await (await voices.as('anonymous')).good(wire.evaluateByLink, { params: { token: voices.link(filed.matterId, 'filing') }, body: answer(grade, { words }) });
      return { ...filed, caseId: feedbackIdOf(filed.matterId, 'filing') };
    },
    async withCase(grade, words) {
      const said = await voices.answered(grade, words);
      await earlier(office, said.caseId);
      await app.evaluations.sweep();
      await office.work();
      return said;
    },
    drop: () => office.drop(),
  };
  return voices;
}

/** As if the answer had been given sixteen minutes before: facts are of now, so the fold is moved back by the owner. */
export async function earlier(office: AllowanceOffice, feedbackId: Id): Promise<void> {
  const until = new Date(Date.now() - 60_000).toISOString();
  await office.fresh.owner.query(`update evaluations.feedback set fixed_at = $2::timestamptz, state = jsonb_set(state, '{changeableUntil}', to_jsonb($3::text)) where matter_id = $1`, [feedbackId, until, until]);
  await office.fresh.owner.query(`update evaluations.clocks set due_at = $2::timestamptz, warn_at = $2::timestamptz where matter_id = $1 and limit_id = 'fixing'`, [feedbackId, until]);
}

/** As if a running clock of a case had ended a minute ago. */
export async function runOut(office: AllowanceOffice, caseId: Id, limitId: string): Promise<void> {
  const due = new Date(Date.now() - 60_000).toISOString();
  await office.fresh.owner.query(
    `update evaluations.feedback set state = jsonb_set(state, '{case,limits}', (select jsonb_agg(case when l ->> 'limitId' = $2 then l || jsonb_build_object('dueAt', $3::text) else l end) from jsonb_array_elements(state #> '{case,limits}') l)) where matter_id = $1`,
    [caseId, limitId, due],
  );
  await office.fresh.owner.query('update evaluations.clocks set due_at = $3::timestamptz, warn_at = $3::timestamptz where matter_id = $1 and limit_id = $2', [caseId, limitId, due]);
}
