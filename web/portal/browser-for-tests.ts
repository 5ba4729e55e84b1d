import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import { formsOf, htmlFaults, textOf, type SentForm } from '../ui/form/html-for-tests.ts';
import { portal } from './server.ts';

/** An application built in this process (server/testing/app.ts), as far as a browser meets it. */
export interface BuiltApp {
  readonly app: { readonly http: FastifyInstance };
}

/** Mounts the portal on an application in this process; it calls that application's own API. `now` where the application lives in a told time. */
export async function mountPortal(city: BuiltApp, now?: () => string): Promise<void> {
  await city.app.http.register(portal, {
    publicUrl: 'https://yimen.example',
    ...(now ? { now } : {}),
    callApi: async (request) => {
      const url = new URL(request.url);
      const payload = Buffer.from(await request.arrayBuffer());
      const answer = await city.app.http.inject({ method: request.method as 'GET', url: url.pathname + url.search, headers: Object.fromEntries(request.headers), ...(payload.length > 0 ? { payload } : {}) });
      return new Response(answer.statusCode === 204 ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers: Object.entries(answer.headers).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)])) });
    },
  });
}

/** A page as a browser got it. */
export interface Shown {
  readonly status: number;
  readonly path: string;
  readonly html: string;
  readonly text: string;
}

/** Controls that are sent with another value; null leaves one out. */
export type Changes = Readonly<Record<string, string | readonly string[] | null>>;

/** A browser without script: keeps cookies, follows redirects, sends forms as the page has them. Every page it meets must be sound HTML. */
export function browserOf(city: BuiltApp, cookies: Record<string, string> = {}) {
  const jar = new Map(Object.entries(cookies));
  const ask = async (method: 'GET' | 'POST', path: string, body?: { type: string; payload: string | Buffer }, headers: Record<string, string> = {}): Promise<Shown> => {
    const answer = await city.app.http.inject({ method, url: path, headers: { cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; '), ...(body ? { 'content-type': body.type } : {}), ...headers }, ...(body ? { payload: body.payload } : {}) });
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) jar.set(cookie.split('=')[0] ?? '', /=([^;]*)/.exec(cookie)?.[1] ?? '');
    if (answer.statusCode === 303) return ask('GET', String(answer.headers.location));
    if (String(answer.headers['content-type']).startsWith('text/html')) {
      expect(htmlFaults(answer.body), `${path} ${answer.statusCode}`).toEqual([]);
      expect([...answer.body.matchAll(/<h1/g)], `${path} has one heading`).toHaveLength(1);
    }
    return { status: answer.statusCode, path, html: answer.body, text: textOf(answer.body) };
  };
  const open = (path: string) => ask('GET', path);
  /** Sends a form of a page; a change to null leaves the control out. */
  const send = (page: Shown, form: SentForm, changes: Changes = {}): Promise<Shown> => {
    const kept = form.fields.filter(([name]) => !(name in changes));
    const changed = Object.entries(changes).flatMap(([name, value]) => (value === null ? [] : [value].flat().map((one): [string, string] => [name, String(one)])));
    const path = form.action || page.path;
    return ask('POST', path, { type: 'application/x-www-form-urlencoded', payload: new URLSearchParams([...kept, ...changed]).toString() });
  };
  const upload = (page: Shown, form: SentForm, name: string, content: Buffer, field = 'file'): Promise<Shown> => {
    const edge = 'edge-of-parts';
    const parts = form.fields.map(([key, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`).join('');
    const head = `--${edge}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    return ask('POST', form.action || page.path, { type: `multipart/form-data; boundary=${edge}`, payload: Buffer.concat([Buffer.from(parts + head), content, Buffer.from(`\r\n--${edge}--\r\n`)]) });
  };
  return { ask, open, send, upload, jar };
}

/** The form of a page's main part that goes to `action` ('' for the page itself). */
export function formTo(page: Shown, action: RegExp | ''): SentForm {
  const form = formsOf(page.html).find((one) => one.method === 'post' && (action === '' ? one.action === '' : action.test(one.action)));
  if (!form) throw new Error(`no form to ${String(action)} on ${page.path}: ${page.text.slice(0, 300)}`);
  return form;
}
