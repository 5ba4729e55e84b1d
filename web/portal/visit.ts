import { randomUUID } from 'node:crypto';
import type { ReactElement } from 'react';
import type { FastifyRequest } from 'fastify';
import { createApi, type Api } from '../client/client.ts';
import type { PostedBody } from './body.ts';
import type { Me, PageContext } from './context.ts';
import type { Places } from './places.ts';

/** A refused or failed call as the API answers it (RFC 9457), as far as pages use it. `title` is in the reader's language. */
export interface Refused {
  readonly ok: false;
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly params: Readonly<Record<string, string | number>> }[];
}

/** The good answer of a call, or its refusal. */
export type Answer<T> = { readonly ok: true; readonly data: T } | Refused;

/** What a handler gives back: a page, or the way to the next one (303), so that reloading never posts twice. */
export type Outcome = { readonly page: ReactElement; readonly status?: number } | { readonly redirect: string } | Refused;

/** One request of one reader. */
export interface Visit {
  readonly request: FastifyRequest;
  readonly ctx: PageContext;
  readonly me: Me;
  readonly api: Api;
  readonly places: Places;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: PostedBody;
  /** whether this installation also takes the word of the city's identity service */
  readonly cityIdentity: boolean;
  /** the last value posted under a name, trimmed; empty where there is none */
  readonly posted: (name: string) => string;
  /** sends one file to an upload call of the API */
  readonly upload: <T>(path: string, file: File) => Promise<Answer<T>>;
}

/** Waits for a call of the typed client. */
export async function ask<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<Answer<T>> {
  const { data, error, response } = await call;
  return response.ok ? { ok: true, data: data as T } : refusedFrom(response.status, error);
}

/** A refusal from whatever came back. */
export function refusedFrom(status: number, problem: unknown): Refused {
  const { code = 'server.fault', title = '', params = {}, errors = [], instance } = (typeof problem === 'object' && problem !== null ? problem : {}) as Partial<Refused> & { instance?: string };
  return { ok: false, status, code, title, params: instance ? { ...params, instance } : params, errors };
}

/** How the portal reaches the API in a reader's name: his cookie, language and address go along; cookies that come back are collected, and `factorNeeded` hears of a call that wants a fresh second factor. */
export function callsFor(request: FastifyRequest, call: (request: Request) => Promise<Response>, csrfToken: () => string | null, cookies: string[], factorNeeded: () => void): { api: Api; upload: Visit['upload'] } {
  const headers: Record<string, string> = { 'x-forwarded-for': request.ip, 'accept-language': request.headers['accept-language'] ?? 'zh-CN', cookie: request.headers.cookie ?? '', 'user-agent': request.headers['user-agent'] ?? '' };
  const through = async (outgoing: Request): Promise<Response> => {
    const response = await call(outgoing);
    cookies.push(...response.headers.getSetCookie());
    if (response.status === 403 && (await wantsFactor(response.clone()))) factorNeeded();
    return response;
  };
  const baseUrl = 'http://127.0.0.1';
  const api = createApi({ baseUrl, headers, csrfToken, fetch: through });
  const upload: Visit['upload'] = async (path, file) => {
    const body = new FormData();
    body.append('file', file, file.name);
    const response = await through(new Request(baseUrl + path, { method: 'POST', body, headers: { ...headers, 'x-csrf-token': csrfToken() ?? '' } }));
    const json: unknown = await response.json().catch(() => null);
    return response.ok ? { ok: true, data: json as never } : refusedFrom(response.status, json);
  };
  return { api, upload };
}

const factorCodes: readonly unknown[] = ['session.second_factor_needed', 'account.show_again'];
const wantsFactor = async (response: Response): Promise<boolean> => factorCodes.includes(((await response.json().catch(() => null)) as Partial<Refused> | null)?.code);

/** A fresh command id (UUID v4), put into the page so that sending the page twice is one act. */
export const newCommandId = (): string => randomUUID();

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The command id a page carried, or a fresh one where it was lost. */
export function commandIdOf(visit: Visit): string {
  const given = visit.posted('commandId');
  return uuid.test(given) ? given : newCommandId();
}

/** A path of our own to go back to; anything else becomes home. */
export function localPath(path: string | null | undefined): string {
  return path && /^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(path) ? path : '/';
}

/** The same context on another path: for a page shown in answer to a post whose own address has no page. */
export const at = (ctx: PageContext, path: string): PageContext => ({ ...ctx, path });
