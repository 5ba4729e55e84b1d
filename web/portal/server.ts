import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { createElement, type ReactElement } from 'react';
import { nearestLanguage } from '../../contract/language.ts';
import { dayOf } from '../ui/dates.ts';
import { emptyBody, readBodies, type PostedBody } from './body.ts';
import { nobody, pageContext, type Me, type PageContext } from './context.ts';
import { uploadLimitMb } from './pages/apply-materials.tsx';
import { FaultPage } from './pages/plain.tsx';
import { placesReader } from './places.ts';
import type { PortalRoute } from './routes/portal-route.ts';
import { portalRoutes } from './routes/routes.ts';
import { stepUpFor } from './routes/step-up.ts';
import { callsFor, localPath, type Outcome, type Refused, type Visit } from './visit.ts';

/** What the portal needs from whoever mounts it. It reaches everything else through the public API. */
export interface PortalOptions {
  /** the API, in the same process or elsewhere */
  readonly callApi: (request: Request) => Promise<Response>;
  /** address under which the portal is known outside (QR codes); no slash at the end */
  readonly publicUrl: string;
  /** file of the built assets' names; the portal works without it, unstyled */
  readonly manifestPath?: string;
  /** the moment it is, UTC ISO; the clock unless a test says otherwise */
  readonly now?: () => string;
}

interface Reader {
  readonly me: Me;
  readonly cookies: string[];
  readonly calls: ReturnType<typeof callsFor>;
  /** set once a call was refused because a second factor must be shown again */
  readonly asked: { factor: boolean };
}

declare module 'fastify' {
  interface FastifyRequest {
    reader: Reader | null;
  }
}

/** The resident portal as a Fastify plugin: server-rendered pages over the public API; every page works without script. */
export async function portal(app: FastifyInstance, options: PortalOptions): Promise<void> {
  const asset = assetsOf(options.manifestPath);
  const places = placesReader();
  app.decorateRequest('reader', null);
  readBodies(app, (request) => request.reader?.me.kind === 'resident');
  app.addHook('onRequest', async (request) => {
    request.reader = await readerOf(request, options.callApi);
  });
  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    if ((error.statusCode ?? 500) >= 500) request.log.error(error);
    return show(reply, faultOutcome(await bareContext(request), { ok: false, status: error.statusCode ?? 500, code: 'server.fault', title: '', params: { instance: request.id }, errors: [] }));
  });
  const bareContext = async (request: FastifyRequest): Promise<PageContext> => contextOf(request, request.reader?.me ?? nobody, '', options, asset);

  for (const route of portalRoutes) {
    app.route({
      method: route.method, url: route.path, schema: { hide: true } as object,
      handler: async (request, reply) => {
        const reader = request.reader ?? (await readerOf(request, options.callApi));
        const known = await places(reader.calls.api);
        const language = languageOf(request);
        const ctx = contextOf(request, reader.me, known.city[language], options, asset);
        const visit: Visit = { ...visitOf(request, ctx, reader, known), cityIdentity: app.hasRoute({ method: 'GET', url: '/sign-in/city' }) };
        const answered = await outcomeOf(route, visit);
        // Whatever the page made of the refusal: showing who one is comes first, and then the act again.
        const outcome = reader.asked.factor && reader.me.kind === 'resident' ? await stepUpFor(visit, backOf(visit)) : answered;
        if (reader.cookies.length > 0) void reply.header('set-cookie', reader.cookies);
        return show(reply, 'ok' in outcome ? faultOutcome(ctx, outcome) : outcome);
      },
    });
  }
  app.get('/*', { schema: { hide: true } as object }, async (request, reply) => {
    // What other parts of the installation serve answers for itself.
    if (/^\/(api|assets|workbench)\//.test(request.url)) return reply.callNotFound();
    const reader = request.reader ?? (await readerOf(request, options.callApi));
    const known = await places(reader.calls.api);
    return show(reply, notFound(contextOf(request, reader.me, known.city[languageOf(request)], options, asset)));
  });
}

/** Runs a route: its page only for whom it is, its act only with the token of the session and from our own pages. */
async function outcomeOf(route: PortalRoute, visit: Visit): Promise<Outcome> {
  const { request, me, ctx } = visit;
  if (route.method === 'POST' && !fromOwnPage(request)) return faultPage(ctx, ctx.t('fault.session'), ctx.t('fault.session_text'), 403);
  if (route.for === 'resident' && me.kind !== 'resident') return { redirect: me.kind === 'newcomer' ? `/sign-in/who?next=${encodeURIComponent(backOf(visit))}` : `/sign-in?next=${encodeURIComponent(backOf(visit))}` };
  if (route.method === 'POST' && route.for !== 'anyone' && !visit.body.tooLarge && visit.posted('csrf') !== me.csrfToken) return faultPage(ctx, ctx.t('fault.session'), ctx.t('fault.session_text'), 403, backOf(visit));
  if (visit.body.tooLarge && !route.takesTooLarge) return faultPage(ctx, ctx.t('fault.too_large'), ctx.t('fault.too_large_text', { limit: uploadLimitMb }), 413, backOf(visit));
  return route.handle(visit);
}

/** Where the person was: this page, or for an act the page it was sent from. */
function backOf({ request }: Visit): string {
  if (request.method === 'GET') return request.url;
  const { referer } = request.headers;
  return referer && URL.canParse(referer) ? localPath(new URL(referer).pathname) : localPath(request.url);
}

/** Browsers say where a post comes from; one from another site is refused (on top of the token, and for pages without a session). */
function fromOwnPage(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === request.host);
}

async function readerOf(request: FastifyRequest, callApi: PortalOptions['callApi']): Promise<Reader> {
  const cookies: string[] = [];
  let me: Me = nobody;
  const asked = { factor: false };
  const calls = callsFor(request, callApi, () => me.csrfToken, cookies, () => {
    asked.factor = true;
  });
  if (request.headers.cookie?.includes('=')) me = (await calls.api.GET('/api/v1/me')).data ?? nobody;
  return { me, cookies, calls, asked };
}

function cookieOf(request: FastifyRequest, name: string): string | undefined {
  return request.headers.cookie?.split(';').map((part) => part.trim().split('=')).find(([key]) => key === name)?.[1];
}

const languageOf = (request: FastifyRequest) => nearestLanguage(cookieOf(request, 'lang') ?? request.headers['accept-language']);

function contextOf(request: FastifyRequest, me: Me, city: string, options: PortalOptions, asset: PageContext['asset']): PageContext {
  const language = languageOf(request);
  const now = options.now?.() ?? new Date().toISOString();
  return pageContext({ language, elder: cookieOf(request, 'elder') === '1', me, city: language === 'en' && city ? `${city} ` : city, path: localPath(request.url), today: dayOf(now), publicUrl: options.publicUrl.replace(/\/$/, ''), asset });
}

function visitOf(request: FastifyRequest, ctx: PageContext, reader: Reader, places: Visit['places']): Omit<Visit, 'cityIdentity'> {
  const body = (request.body as PostedBody | undefined) ?? emptyBody;
  return {
    request, ctx, me: reader.me, api: reader.calls.api, upload: reader.calls.upload, places, body,
    params: (request.params ?? {}) as Record<string, string>,
    query: new URL(request.url, 'http://127.0.0.1').searchParams,
    posted: (name) => body.fields[name]?.at(-1)?.trim() ?? '',
  };
}

/** Names of built assets; before a build there are none. */
function assetsOf(manifestPath: string | undefined): PageContext['asset'] {
  if (!manifestPath || !existsSync(manifestPath)) return () => undefined;
  const files = JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<string, string>;
  return (name) => (files[name] ? `/assets/${files[name]}` : undefined);
}

const faultPage = (ctx: PageContext, title: string, text: string, status: number, back?: string): Outcome => ({ status, page: createElement(FaultPage, { ctx, title, text, back }) });

function notFound(ctx: PageContext): Exclude<Outcome, Refused> {
  return { status: 404, page: createElement(FaultPage, { ctx, title: ctx.t('fault.not_found'), text: ctx.t('fault.not_found_text'), search: true }) };
}

/** The page of a refusal that no field of the page could carry: says what would make it a yes. */
function faultOutcome(ctx: PageContext, refused: Refused): Exclude<Outcome, Refused> {
  if (refused.status === 401) return { redirect: `/sign-in?next=${encodeURIComponent(ctx.path)}` };
  if (refused.status === 404) return notFound(ctx);
  if (refused.status >= 500 && refused.status !== 503) {
    return { status: 500, page: createElement(FaultPage, { ctx, title: ctx.t('fault.broken'), text: ctx.t('fault.broken_text', { number: String(refused.params.instance ?? '') }) }) };
  }
  return { status: refused.status, page: createElement(FaultPage, { ctx, title: ctx.t('fault.refused'), text: refused.title || ctx.t('fault.refused_retry'), back: ctx.path }) };
}

function show(reply: FastifyReply, outcome: Exclude<Outcome, Refused>): FastifyReply {
  if ('redirect' in outcome) return reply.redirect(outcome.redirect, 303);
  // Personal pages are nobody else's: no shared cache, and none of ours either.
  return reply.code(outcome.status ?? 200).header('cache-control', 'private, no-store').header('vary', 'cookie, accept-language').type('text/html; charset=utf-8').send(`<!doctype html>${html(outcome.page)}`);
}

/** The HTML of a page. Written against the React API and built with preact in its place (tools/build.mjs). */
export function html(page: ReactElement): string {
  return renderToString(page as Parameters<typeof renderToString>[0]);
}
