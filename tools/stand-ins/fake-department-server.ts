import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Callback, EventData } from '../../contract/backoffices.ts';
import { newWebhookSecret, requestLine, verifyWebhook, webhookHeaders } from '../../server/platform/webhooks/index.ts';

/** How the stand-in misbehaves. `silent`: takes links and does not work on them. `loses`: says yes and forgets. */
export const departmentModes = ['well', 'slow', 'failing', 'gone', 'redirecting', 'duplicate', 'out_of_order', 'wrong_signature', 'silent', 'loses'] as const;
export type DepartmentMode = (typeof departmentModes)[number];

/** What the stand-in is told at its start; its address and mode may change while it runs, by POST /stand-in. */
export interface DepartmentOptions {
  readonly port: number;
  readonly secret: string;
  /** where it calls back: what the registration shows */
  readonly callbackUrl: string;
  readonly mode?: DepartmentMode;
  /** pause before it works on a link */
  readonly workMs?: number;
  /** from a stopped one: what it had, so that a restart goes on */
  readonly state?: DepartmentState;
  readonly onChange?: (state: DepartmentState) => void;
}

/** A link it took. */
interface Taken {
  readonly messageId: string;
  readonly number: string;
  readonly day: string;
  readonly data: EventData;
  answered: boolean;
  /** the callbacks it makes of it, each under an id of its own for ever */
  readonly callbacks: { readonly id: string; readonly body: string; done: boolean; answer: string }[];
}

/** Everything it knows: kept across restarts by whoever started it. */
export interface DepartmentState {
  readonly taken: Taken[];
  readonly told: { readonly messageId: string; readonly type: string; readonly number: string }[];
  readonly refused: string[];
}

/** A running stand-in. */
export interface Department {
  readonly url: string;
  readonly state: DepartmentState;
  close(): Promise<void>;
}

interface Running extends Required<Pick<DepartmentOptions, 'secret' | 'callbackUrl' | 'workMs'>> {
  mode: DepartmentMode;
}

const shenzhenDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/**
 * A STAND-IN for the system of a department: takes signed messages, verifies them, works for a moment and calls back signed, and answers the list of a day. It decides nothing
 * by itself: findings pass, decisions are granted by officer A and agreed by officer B. It listens on this machine only.
 */
export async function startDepartment(options: DepartmentOptions): Promise<Department> {
  const state: DepartmentState = options.state ?? { taken: [], told: [], refused: [] };
  const running: Running = { secret: options.secret, callbackUrl: options.callbackUrl, workMs: options.workMs ?? 2_000, mode: options.mode ?? 'well' };
  const changed = (): void => options.onChange?.(state);
  const timers = new Set<NodeJS.Timeout>();
  const later = (work: () => Promise<void>): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void work().then(changed, (error: unknown) => state.refused.push(String(error)));
    }, running.workMs);
    timers.add(timer);
  };
  const server = createServer((request, response) => void answer(request, response, { state, running, changed, later }).catch((error: unknown) => reply(response, 500, { error: String(error) })));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  // What a stopped one had taken and not answered is worked on now.
  for (const taken of state.taken.filter((one) => !one.answered)) later(() => work(taken, { state, running, changed }));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, state,
    close: () => {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

interface Surroundings {
  readonly state: DepartmentState;
  readonly running: Running;
  readonly changed: () => void;
  readonly later: (work: () => Promise<void>) => void;
}

async function answer(request: IncomingMessage, response: ServerResponse, around: Surroundings): Promise<void> {
  const { state, running, changed } = around;
  const target = request.url ?? '/';
  const body = await readBody(request);
  if (target === '/stand-in') {
    if (request.method === 'POST') Object.assign(running, JSON.parse(body) as Partial<Running>);
    return reply(response, 200, { state, mode: running.mode });
  }
  const verified = verifyWebhook([running.secret], request.headers, request.method === 'GET' ? requestLine(target) : body, Date.now());
  if (!verified.ok) {
    state.refused.push(verified.fault);
    changed();
    return reply(response, 401, { fault: verified.fault });
  }
  if (request.method === 'GET') return reply(response, 200, dayOf(state, new URL(target, 'http://stand-in').searchParams.get('day') ?? ''));
  if (running.mode === 'failing') return reply(response, 500, { error: 'this stand-in fails' });
  if (running.mode === 'gone') return reply(response, 410, {});
  if (running.mode === 'redirecting') return void response.writeHead(307, { location: 'http://169.254.169.254/' }).end();
  if (running.mode === 'slow') await new Promise((done) => setTimeout(done, 1_500));
  take(verified.id, JSON.parse(body) as { type: string; data: EventData }, around);
  changed();
  return reply(response, 200, { taken: verified.id });
}

/** Takes a message once by its id. */
function take(messageId: string, message: { readonly type: string; readonly data: EventData }, { state, running, changed, later }: Surroundings): void {
  if (running.mode === 'loses' || state.told.some((one) => one.messageId === messageId)) return;
  state.told.push({ messageId, type: message.type, number: message.data.number });
  if (message.type !== 'link.opened' || !message.data.link) return;
  const taken: Taken = { messageId, number: message.data.number, day: shenzhenDay.format(new Date()), data: message.data, answered: false, callbacks: [] };
  state.taken.push(taken);
  if (running.mode !== 'silent') later(() => work(taken, { state, running, changed }));
}

function dayOf(state: DepartmentState, day: string): object {
  return { day, received: state.taken.filter((one) => one.day === day).map((one) => ({ messageId: one.messageId, number: one.number, answered: one.answered })) };
}

/** Works on a link: takes it, then ends it. Ids and bodies of its messages are made once, so that a restart sends the same. */
async function work(taken: Taken, { state, running, changed }: Pick<Surroundings, 'state' | 'running' | 'changed'>): Promise<void> {
  if (taken.callbacks.length === 0) {
    for (const message of callbacksFor(taken)) taken.callbacks.push({ id: `cb_${randomUUID().replaceAll('-', '')}`, body: JSON.stringify(message), done: false, answer: '' });
    changed();
  }
  const order = running.mode === 'out_of_order' ? [...taken.callbacks].reverse() : taken.callbacks;
  for (const callback of order) {
    for (let copies = running.mode === 'duplicate' ? 3 : 1; copies > 0; copies -= 1) await callBack(callback, running, state);
  }
  taken.answered = taken.callbacks.every((one) => one.done);
}

function callbacksFor({ data }: Taken): readonly Callback[] {
  const { link, matterId } = data;
  if (!link) return [];
  const officer = link.kind === 'approve' ? 'B-7' : 'A-42';
  const base = { timestamp: new Date().toISOString() };
  const about = { matterId, linkId: link.linkId, officer };
  const claimed: Callback = { type: 'link.claimed', ...base, data: about };
  if (link.kind === 'consult') return [claimed, { type: 'opinion.given', ...base, data: { ...about, stance: 'agree', opinion: '本部门无不同意见。' } }];
  const result = link.kind === 'decide' ? 'granted' : link.kind === 'approve' ? 'agreed' : 'passed';
  return [claimed, { type: 'link.completed', ...base, data: { ...about, result, opinion: '业务系统核查：符合条件。' } }];
}

async function callBack(callback: Taken['callbacks'][number], running: Running, state: DepartmentState): Promise<void> {
  const secret = running.mode === 'wrong_signature' ? newWebhookSecret() : running.secret;
  const response = await fetch(running.callbackUrl, { method: 'POST', body: callback.body, headers: { 'content-type': 'application/json', ...webhookHeaders([secret], callback.id, Date.now(), callback.body) } });
  const text = await response.text();
  if (response.ok) {
    callback.done = true;
    callback.answer = text;
  } else state.refused.push(`${response.status} ${(JSON.parse(text) as { code?: string }).code ?? ''}`);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
