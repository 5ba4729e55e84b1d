import { Agent, createServer, request as ask, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sessionCookie } from '../../server/platform/http/server.ts';
import { addressOf } from '../../server/testing/app.ts';
import { withFields, type Call, type Operation } from './operations.ts';

/** A session as a browser would hold it. */
export interface Held {
  readonly token: string;
  readonly csrfToken: string;
}

/** An answer of 500 and more, which no call may cause. */
export interface GateFault {
  readonly who: string;
  readonly status: number;
  readonly where: string;
}

/** A door to the application as one standing. */
export interface Gate {
  readonly who: string;
  /** where a scanner knocks; no slash at the end */
  readonly url: string;
  readonly faults: readonly GateFault[];
  /** answers by operation tried through `/try/`, and all others under '' */
  readonly answers: ReadonlyMap<string, ReadonlyMap<number, number>>;
  close(): Promise<void>;
}

/** What a gate is made of. */
export interface GateOptions {
  readonly who: string;
  /** the application's own port on this machine */
  readonly port: number;
  /** opens a session of this standing; null for nobody's */
  readonly signIn: () => Promise<Held | null>;
  /** the operations this standing tries, as forms at `/try/` */
  readonly operations: readonly Operation[];
}

/** Given by the application for want of room or time and not for a fault. */
const notFaults = new Set([503, 507]);

/**
 * Stands before the application as a browser with a session would: each request gets the session's cookie and its CSRF token, and a new session where the old one was ended by what a
 * scanner did. Scanners know forms, not JSON: `/try/` holds a form for each operation, whose fields become path, query and body of the real call. Each request comes from another address
 * (198.18.0.0/15, RFC 2544), or the bounds by address would soon hide everything behind them; those by account stand.
 */
export async function openGate(options: GateOptions): Promise<Gate> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const gate: Open = { options, agent, session: await options.signIn(), faults: [], answers: new Map(), number: 0 };
  const server = createServer((request, response) => {
    through(gate, request, response).catch((error: unknown) => {
      response.statusCode = 502;
      response.end(String(error));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    who: options.who, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, faults: gate.faults, answers: gate.answers,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      agent.destroy();
    },
  };
}

interface Open {
  readonly options: GateOptions;
  readonly agent: Agent;
  session: Held | null;
  readonly faults: GateFault[];
  readonly answers: Map<string, Map<number, number>>;
  number: number;
}

interface Asked {
  readonly operation: string;
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

async function through(gate: Open, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const url = request.url ?? '/';
  if (url === '/try/') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(formsOf(gate.options.operations));
    return;
  }
  const id = /^\/try\/(\w+)$/.exec(url.split('?')[0] ?? '')?.[1];
  const operation = gate.options.operations.find((one) => one.endpoint.id === id);
  const asked = operation ? callOf(operation, request.headers, Buffer.concat(parts).toString()) : { operation: '', method: request.method ?? 'GET', target: url, headers: request.headers, body: Buffer.concat(parts) };
  const answer = await forward(gate, asked);
  const status = answer.statusCode ?? 0;
  const counted = gate.answers.get(asked.operation) ?? new Map<number, number>();
  gate.answers.set(asked.operation, counted.set(status, (counted.get(status) ?? 0) + 1));
  if (status >= 500 && !notFaults.has(status)) gate.faults.push({ who: gate.options.who, status, where: `${asked.method} ${asked.target} ${asked.body.toString().slice(0, 400)}` });
  if (gate.session && (status === 401 || String(answer.headers['set-cookie'] ?? '').includes(`${sessionCookie}=`))) gate.session = await gate.options.signIn();
  const { connection: _connection, 'transfer-encoding': _encoding, ...kept } = answer.headers;
  response.writeHead(status, kept);
  answer.pipe(response);
}

function forward(gate: Open, asked: Asked): Promise<IncomingMessage> {
  gate.number += 1;
  const { 'accept-encoding': _encoding, 'content-length': _length, 'transfer-encoding': _transfer, connection: _connection, cookie, ...headers } = asked.headers;
  const others = (cookie ?? '').split(';').map((one) => one.trim()).filter((one) => one !== '' && !one.startsWith(`${sessionCookie}=`));
  const cookies = gate.session ? [`${sessionCookie}=${gate.session.token}`, ...others] : others;
  const own = { ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}), ...(gate.session ? { 'x-csrf-token': gate.session.csrfToken } : {}), 'x-forwarded-for': `198.18.${(gate.number >> 8) & 255}.${gate.number & 255}` };
  return new Promise((answered, failed) => {
    const sent = ask({ host: '127.0.0.1', port: gate.options.port, agent: gate.agent, method: asked.method, path: asked.target, headers: { ...headers, ...own, ...(asked.body.length > 0 ? { 'content-length': String(asked.body.length) } : {}) } }, answered);
    sent.once('error', failed);
    sent.end(asked.body);
  });
}

/** A form that was sent, as the call it stands for. */
function callOf({ endpoint, sample }: Operation, headers: IncomingHttpHeaders, form: string): Asked {
  const call: Call = withFields(sample, Object.fromEntries(new URLSearchParams(form)));
  const target = addressOf(endpoint, call).replace(/[^\x21-\x7e]/g, (odd) => encodeURIComponent(odd));
  const { 'content-type': _type, ...others } = headers;
  const body = call.body === undefined || endpoint.method === 'GET' ? Buffer.alloc(0) : Buffer.from(JSON.stringify(call.body));
  return { operation: endpoint.id, method: endpoint.method, target, headers: { ...others, ...(body.length > 0 ? { 'content-type': 'application/json' } : {}) }, body };
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** One form for each operation: what a scanner that knows nothing of our contract finds by reading a page. */
function formsOf(operations: readonly Operation[]): string {
  const form = ({ endpoint, fields }: Operation) => `<form method="post" action="/try/${endpoint.id}">${fields.map(({ name, value }) => `<input type="text" name="${escaped(name)}" value="${escaped(value)}">`).join('')}<input type="submit"></form>`;
  return `<!doctype html><html><head><title>operations</title></head><body>${operations.map(form).join('\n')}</body></html>`;
}
