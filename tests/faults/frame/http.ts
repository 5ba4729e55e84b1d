import { Agent, request } from 'node:http';
import type { City } from './city.ts';

/** Who calls: a session of the template. */
export interface Caller {
  readonly token: string;
  readonly csrfToken: string;
}

/** An answer, or why there is none: then nobody knows whether it was done. */
export type Answer = { readonly status: number; readonly body: unknown } | { readonly status: 0; readonly why: string };

/** Connections kept alive, as browsers do; one agent for each city. */
export const newAgent = (connections = 64): Agent => new Agent({ keepAlive: true, maxSockets: connections });

/** One request. JSON unless `body` is bytes with a type of their own. Never rejects: a broken connection is an answer too. */
export function call(agent: Agent, city: Pick<City, 'port'>, caller: Caller, method: 'GET' | 'POST', path: string, body?: object | { readonly type: string; readonly bytes: Buffer }, timeoutMs = 15_000): Promise<Answer> {
  return new Promise((resolve) => {
    const sent = body === undefined ? undefined : 'bytes' in body ? body : { type: 'application/json', bytes: Buffer.from(JSON.stringify(body)) };
    const headers = { cookie: `yimen_session=${caller.token}`, 'x-csrf-token': caller.csrfToken, ...(sent ? { 'content-type': sent.type, 'content-length': sent.bytes.length } : {}) };
    const lost = (why: string): void => resolve({ status: 0, why });
    const asked = request({ agent, host: '127.0.0.1', port: city.port, method, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', (error) => lost(error.message));
      answer.on('end', () => (answer.complete ? resolve({ status: answer.statusCode ?? 0, body: readBody(Buffer.concat(parts), answer.headers['content-type']) }) : lost('cut off')));
    });
    asked.setTimeout(timeoutMs, () => asked.destroy(new Error('no answer in time')));
    asked.on('error', (error) => lost(error.message));
    asked.end(sent?.bytes);
  });
}

function readBody(bytes: Buffer, type: string | undefined): unknown {
  if (!type?.includes('json')) return bytes;
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return bytes;
  }
}

/** One file as multipart/form-data (RFC 7578), as a browser sends it. */
export function multipart(name: string, type: string, content: Buffer): { readonly type: string; readonly bytes: Buffer } {
  const boundary = 'yimen-fault-programme-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]) };
}
