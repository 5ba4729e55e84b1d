import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileOfOrigin } from './kept-heads.ts';
import type { Witness } from './witness.ts';

/** How much one address may ask: requests a minute. */
export interface ServerLimits {
  readonly perMinute: number;
}

const mostBodyBytes = 64 * 1024;
const mostAddresses = 10_000;

/** The witness over HTTP: `POST /add-checkpoint`, `GET /health`, and the newest signed checkpoint of a log at `GET /<SHA-256 of its origin, hex>/checkpoint`. Not listening yet. */
export function witnessServer(witness: Witness, limits: ServerLimits, now: () => number): Server {
  const allowed = allowance(limits.perMinute, now);
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 30_000, maxHeaderSize: 8 * 1024 }, (request, response) => {
    answer(witness, allowed, request, response).catch(() => response.destroy());
  });
  server.maxConnections = 256;
  return server;
}

async function answer(witness: Witness, allowed: (address: string) => boolean, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  if (!allowed(request.socket.remoteAddress ?? '')) return send(response, 429, 'too many requests\n');
  if (path === '/health' && request.method === 'GET') return sendHealth(witness, response);
  if (path === '/add-checkpoint' && request.method === 'POST') {
    const body = await bodyOf(request);
    if (body === undefined) return send(response, 413, 'too large\n', 'text/plain; charset=utf-8', true);
    const reply = await witness.addCheckpoint(body);
    return send(response, reply.status, reply.body, reply.type);
  }
  const log = request.method === 'GET' ? witness.logs().find(({ origin, size }) => size !== null && path === `/${fileOfOrigin(origin)}/checkpoint`) : undefined;
  const head = log && witness.newest(log.origin);
  return head ? send(response, 200, head.note) : send(response, 404, 'not found\n');
}

function sendHealth(witness: Witness, response: ServerResponse): void {
  try {
    send(response, 200, `${JSON.stringify({ ok: true, logs: witness.logs() })}\n`, 'application/json');
  } catch {
    send(response, 500, `${JSON.stringify({ ok: false })}\n`, 'application/json');
  }
}

function send(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8', close = false): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), 'x-content-type-options': 'nosniff', ...(close ? { connection: 'close' } : {}) });
  response.end(body);
}

/** The body as text; undefined where it is longer than a request can be. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBodyBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Counts the requests of each address in whole minutes; the table is bounded, and forgets everybody when it is full. */
function allowance(perMinute: number, now: () => number): (address: string) => boolean {
  let minute = 0;
  const asked = new Map<string, number>();
  return (address) => {
    const current = Math.floor(now() / 60_000);
    if (current !== minute || asked.size >= mostAddresses) {
      minute = current;
      asked.clear();
    }
    const count = (asked.get(address) ?? 0) + 1;
    asked.set(address, count);
    return count <= perMinute;
  };
}
