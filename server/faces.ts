import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { nearestLanguage } from '../contract/language.ts';
import { inTime } from './platform/http/admission.ts';
import { checksInWords, type Health } from './platform/operations/index.ts';

/** A machine that asks whether we are ready is answered within this, in milliseconds: a database that hangs is one that is away. */
const readyWithinMs = 3_000;

/** What people and machines open: health, the API's own pages, the portal, the workbench. */
export interface FaceOptions {
  readonly publicUrl: string;
  readonly distFolder: string | undefined;
  /** Whether the database answers. */
  readonly ready: () => Promise<boolean>;
  /** the moment it is, by the database's clock */
  readonly now: () => string;
  /** whether it is safe to accept, and why not (C-AV-3) */
  readonly health?: Health;
  /** codes of what an operator must look at */
  readonly warnings?: () => readonly string[];
}

/** Adds the faces to the server that has the API already. The portal speaks to the API in this process, as any other client would. */
export async function faces(http: FastifyInstance, options: FaceOptions): Promise<void> {
  http.get('/health/live', { schema: { hide: true } }, async () => ({ live: true }));
  http.get('/health/ready', { schema: { hide: true } }, async (_request, reply) => ((await inTime(options.ready(), readyWithinMs).catch(() => false)) ? { ready: true, ...warned(options.warnings?.() ?? []) } : reply.code(503).send({ ready: false })));
  if (options.health) healthAddresses(http, options.health);
  await http.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
  if (options.distFolder === undefined) return;
  await workbench(http, join(options.distFolder, 'workbench'));
  await http.register(fastifyStatic, { root: join(options.distFolder, 'portal', 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', decorateReply: false, wildcard: true });
  const { portal } = await import('../web/portal/server.ts');
  await http.register(portal, {
    publicUrl: options.publicUrl, manifestPath: join(options.distFolder, 'portal', 'manifest.json'), callApi: (request: Request) => callApi(http, request), now: options.now,
  });
}

/**
 * `/health/safe-to-accept` answers 503 where anything that was looked at is bad; `/health` tells the same and is 200 as long as somebody answers. Neither stops the intake: a load
 * balancer asks `/health/ready`, a person or an alarm asks these.
 */
function healthAddresses(http: FastifyInstance, health: Health): void {
  for (const [path, statusOf] of [['/health', () => 200], ['/health/safe-to-accept', (safe: boolean) => (safe ? 200 : 503)]] as const) {
    http.get(path, { schema: { hide: true } }, async (request, reply) => {
      const { safe, checks } = await health.look();
      return reply.code(statusOf(safe)).header('cache-control', 'no-store').send({ safe, checks: checksInWords(checks, nearestLanguage(request.headers['accept-language'] ?? 'en')) });
    });
  }
}

const warned = (warnings: readonly string[]): { warnings?: readonly string[] } => (warnings.length === 0 ? {} : { warnings });

/** Styles are injected by the component library; scripts come from our own files only. */
const workbenchPolicy = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'self' blob:; frame-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The staff's single-page application: files by name, every other path its one page. */
async function workbench(http: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const send = { schema: { hide: true } };
  await http.register(fastifyStatic, { root: join(folder, 'assets'), prefix: '/workbench/assets/', immutable: true, maxAge: '365d', decorateReply: false, wildcard: true });
  for (const path of ['/workbench', '/workbench/', '/workbench/*']) {
    http.get(path, send, async (_request, reply) => reply.header('content-security-policy', workbenchPolicy).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page));
  }
}

/** A call of the portal to the API in the same process: a Fetch request in, a Fetch response out. */
async function callApi(http: FastifyInstance, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const headers = Object.fromEntries(request.headers.entries());
  const body = request.method === 'GET' ? undefined : Buffer.from(await request.arrayBuffer());
  const answer = await http.inject({ method: request.method as 'GET', url: url.pathname + url.search, headers, ...(body && body.length > 0 ? { payload: body } : {}) });
  const response = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) response.append(name, String(one));
  response.delete('content-length');
  response.delete('content-encoding');
  return new Response([204, 304].includes(answer.statusCode) ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers: response });
}
