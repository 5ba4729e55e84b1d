import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Endpoint } from '../../../contract/endpoint.ts';
import { Problem } from '../../../contract/common.ts';
import { nearestLanguage, type Language } from '../../../contract/language.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { isOutage } from '../db/outage.ts';
import { newId } from '../ids.ts';
import { code as word, fastifyLogger, loggedId, networkOf, routePattern, type LogEvent, type Logger } from '../log/index.ts';
import { traceRequests } from '../tracing/requests.ts';
import { admission, inTime, mostUnderWay, type Admission } from './admission.ts';
import { serializers, validators } from './lazy-compilers.ts';
import { fieldProblems, problemOf, statusOf, type ProblemTable } from './problem.ts';
import type { Call, Caller, FileAnswer, Route } from './route.ts';
import { unstorableText } from './unstorable-text.ts';

/** What the surroundings give the HTTP face. */
export interface HttpOptions {
  readonly routes: readonly Route[];
  readonly problems: ProblemTable;
  /** Reads the session behind a token; its CSRF token must come back with every act. */
  readonly authenticate: (token: string | undefined, anew?: boolean) => Promise<Session>;
  /** Cookies only over TLS; true when the public address is https. */
  readonly secure: boolean;
  /** Where faults are told, each with the number its answer bears; nowhere without it. */
  readonly log?: Logger | false;
  /** Told of every answer: the pattern of its route, never the address. */
  readonly onAnswered?: (answered: Answered) => void;
  /** Entries waiting to be written: above the bound, new acts are asked to come again (503). */
  readonly load: () => number;
  /** Who counts what is under way; one of its own without it. */
  readonly admission?: Admission;
  /** What the disk has room for (C-DU-6); without it for everything. */
  readonly room?: () => 'enough' | 'no_uploads' | 'no_writes';
  /** How long a caller waits for an answer before he is told that there is none yet, in milliseconds; ten seconds without it. Files, up and down, take the time they take. */
  readonly answerWithinMs?: number;
  /** Answers an address outside /api/ that nobody serves; without it such an address gets problem details like the others. */
  readonly pageNotFound?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>;
}

/** An answer as it is counted. */
export interface Answered {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Who a token stands for, and what must come back with every act of this session; null where nothing need (no session yet). */
export interface Session {
  readonly actor: Caller['actor'];
  readonly csrfToken: string | null;
  /** A second factor was shown in this session within the last quarter of an hour. */
  readonly fresh?: true;
}

/** Name of the session cookie. */
export const sessionCookie = 'yimen_session';
/** Longest body, in bytes. */
const bodyLimit = 1_048_576;
/** How many acts may wait for the database before new ones are turned away. */
const loadLimit = 2_000;
/** Acts without which nothing could be read: they go on however full the disk is. */
const toReadOn: ReadonlySet<string> = new Set(['requestSignInCode', 'confirmSignIn', 'staffSignIn', 'signOut', 'showSecondFactor', 'requestPasskeyChallenge', 'signInWithPasskey']);
/** See HttpOptions.answerWithinMs. */
const answerWithinMs = 10_000;
/** Connections one process holds; more wait in the kernel's queue or are cut. */
const mostConnections = 8_000;
/** Milliseconds: to send the head of a request; to send all of it; without a byte in either direction; and how often lines are looked at. */
const lineTimes = { head: 15_000, whole: 60_000, silence: 120_000, lookEvery: 5_000 } as const;

/** The HTTP server with every route, its document and its problem answers; not yet listening. */
export async function httpServer(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    ...(options.log ? { loggerInstance: fastifyLogger(options.log) } : { logger: false }),
    bodyLimit, trustProxy: 'loopback', genReqId: () => newId(), requestTimeout: lineTimes.whole, connectionTimeout: lineTimes.silence,
    http: { headersTimeout: lineTimes.head, connectionsCheckingInterval: lineTimes.lookEvery }, routerOptions: { maxParamLength: 200 },
    // An address that cannot even be read never reaches a route, nor the hooks: it gets the same headers and the same kind of answer here.
    frameworkErrors: (error, request, reply) => {
      void securityHeaders(options.secure)(request, reply).then(() => answerError(options, error, request, reply));
    },
  });
  app.server.maxConnections = mostConnections;
  traceRequests(app);
  const door: Door = { ...options, admission: options.admission ?? admission(mostUnderWay) };
  app.setValidatorCompiler(validators);
  app.setSerializerCompiler(serializers());
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(options, error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    options.pageNotFound && !request.url.startsWith('/api/') ? options.pageNotFound(request, reply) : sendProblem(options.problems, languageOf(request), refuse('route.unknown'), reply),
  );
  await app.register(cookie);
  await app.register(compress, { threshold: 2_048, encodings: ['br', 'gzip'] });
  await app.register(multipart, { limits: { files: 1, fields: 0, fileSize: Number.MAX_SAFE_INTEGER } });
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Yimen 一门', version: '1', description: 'Unified acceptance of public services. Every refused call answers problem+json (RFC 9457) with a stable code.' } },
  });
  app.addHook('onSend', securityHeaders(options.secure));
  app.addHook('onResponse', async (request, reply) => noteAnswer(options, request, reply));
  app.addHook('onRequest', async (request) => {
    request.facts = { token: request.cookies[sessionCookie], session: nobody, bytes: Buffer.alloc(0) };
  });
  await app.register(async (scope) => {
    for (const route of options.routes) register(scope, route, door);
    // Two megabytes that never change while we run: written and packed once, and the same bytes for everybody, or a few askers would keep all others waiting.
    let document: { readonly plain: Buffer; readonly packed: Buffer } | undefined;
    scope.get('/api/v1/openapi.json', { schema: { hide: true } }, async (request, reply) => {
      document ??= bothForms(JSON.stringify(app.swagger()));
      reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding');
      return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? reply.header('content-encoding', 'gzip').send(document.packed) : reply.send(document.plain);
    });
  });
  return app;
}

/** A text as bytes, and packed. */
function bothForms(text: string): { readonly plain: Buffer; readonly packed: Buffer } {
  const plain = Buffer.from(text);
  return { plain, packed: gzipSync(plain) };
}

declare module 'fastify' {
  interface FastifyRequest {
    facts: { token: string | undefined; session: Session; bytes: Buffer };
  }
}

const nobody: Session = { actor: { kind: 'anonymous' }, csrfToken: null };

/** What the routes share: the surroundings, and how many may be inside at once. */
interface Door extends HttpOptions {
  readonly admission: Admission;
}

function register(scope: FastifyInstance, route: Route, options: Door): void {
  const { endpoint } = route;
  scope.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: schemaOf(endpoint, route.permission.id),
    onRequest: (request, reply) => admit(route, options, request, reply),
    ...(endpoint.signed ? { preParsing: keepBytes } : {}),
    preValidation: (request, reply) => readable(options, request, reply),
    handler: (request, reply) => answer(route, options, request, reply),
  });
}

/** The endpoint as Fastify and the OpenAPI document want it. */
function schemaOf(endpoint: Endpoint, permission: string): Record<string, unknown> {
  const good = String(endpoint.status ?? 200);
  return {
    operationId: endpoint.id, summary: endpoint.summary, tags: [endpoint.tag], 'x-permission': permission,
    ...(endpoint.params ? { params: endpoint.params } : {}),
    ...(endpoint.query ? { querystring: endpoint.query } : {}),
    ...(endpoint.body ? { body: endpoint.body } : {}),
    ...(endpoint.upload ? { consumes: ['multipart/form-data'] } : {}),
    ...(endpoint.produces ? { produces: [endpoint.produces] } : {}),
    response: {
      ...(endpoint.reply ? { [good]: endpoint.reply } : endpoint.produces ? {} : { [good]: { type: 'null', description: 'Done' } }),
      '4xx': Problem,
    },
  };
}

/** Who calls, and may he try? Asked before anything of the body is read, so that who may not learns nothing from how it is judged. */
async function admit(route: Route, options: Door, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const say = (refusal: Refusal) => sendProblem(options.problems, languageOf(request), refusal, reply);
  if (!options.admission.hasRoom()) return sayLater(options, request, reply, 'server.busy');
  const session = await inTime(options.admission.during(() => options.authenticate(request.facts.token)), options.answerWithinMs ?? answerWithinMs);
  if (!session) return sayLater(options, request, reply, 'server.away');
  request.facts.session = session;
  if (!route.permission.mayTry(session.actor)) return say(refuse(session.actor.kind === 'anonymous' ? 'session.needed' : 'route.unknown'));
  // Shown a moment ago to another process, it may not be known here yet: only a session that is not fresh is asked about twice.
  if (route.permission.fresh && !session.fresh && !(await options.authenticate(request.facts.token, true)).fresh) return say(refuse('session.second_factor_needed'));
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (session.csrfToken !== null && request.headers['x-csrf-token'] !== session.csrfToken) return say(refuse('session.csrf'));
  if (options.room?.() === 'no_writes' && !toReadOn.has(route.endpoint.id)) return sendProblem(options.problems, languageOf(request), refuse('server.no_room'), reply.header('retry-after', '60'));
  return options.load() <= loadLimit ? undefined : sayLater(options, request, reply, 'server.busy');
}

/** Nothing was done, or nobody knows yet: in either case, in two seconds again (RFC 9110 §10.2.3). */
function sayLater(options: HttpOptions, request: FastifyRequest, reply: FastifyReply, code: 'server.busy' | 'server.away' | 'server.unsure'): FastifyReply {
  return sendProblem(options.problems, languageOf(request), refuse(code), reply.header('retry-after', '2'));
}

/** What is said where the database does not answer: of an act that carries an id it is unknown whether it was done, and it may be sent again. */
const awayCode = (request: FastifyRequest) => ((request.body as { commandId?: unknown } | null | undefined)?.commandId === undefined ? 'server.away' : 'server.unsure');

/** Keeps the body of a signed message as it came, within the bound of every body, and hands it on to be read. */
async function keepBytes(request: FastifyRequest, _reply: FastifyReply, payload: Readable): Promise<Readable> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of payload as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length > bodyLimit) throw Object.assign(new Error('body too large'), { statusCode: 413 });
  }
  request.facts.bytes = Buffer.concat(parts);
  return Readable.from([request.facts.bytes]);
}

/** Text that no database and no canonical JSON can hold is malformed input, not a fault of ours. */
async function readable(options: HttpOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  for (const part of [request.params, request.query, request.body]) {
    const pointer = unstorableText(part);
    if (pointer !== undefined) {
      return sendProblem(options.problems, languageOf(request), refuse('input.malformed', {}, [{ pointer, code: 'input.wrong_form', params: {} }]), reply);
    }
  }
  return undefined;
}

async function answer(route: Route, options: Door, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOf(request);
  if (!options.admission.hasRoom()) return sayLater(options, request, reply, 'server.busy');
  const call: Call<Endpoint> = {
    actor: request.facts.session.actor, language, sessionToken: request.facts.token, address: request.ip,
    params: request.params as undefined, query: request.query as undefined, body: request.body as undefined,
    upload: async () => {
      const part = request.isMultipart() ? await request.file() : undefined;
      return part && { name: part.filename, stream: Readable.from(part.file) };
    },
    received: { headers: request.headers, target: request.url, bytes: request.facts.bytes },
    setSession: (token) => setSession(reply, token, options.secure),
  };
  const result = await resultOf(route, options, call);
  if (!result) return sayLater(options, request, reply, awayCode(request));
  if (!result.ok) return sendProblem(options.problems, language, result, reply);
  if ('file' in result) return sendFile(reply, result as unknown as FileAnswer);
  const { version } = result as { readonly version?: string };
  if (version !== undefined) {
    const tag = `W/"${version}"`;
    void reply.header('etag', tag).header('cache-control', 'public, max-age=60');
    if (String(request.headers['if-none-match'] ?? '').includes(tag)) return reply.code(304).send();
  }
  void reply.code(route.endpoint.status ?? 200);
  return 'reply' in result ? reply.send((result as { reply: unknown }).reply) : reply.send();
}

/** The handler's answer, undefined where it takes too long. Files come and go as slowly as the line is: they are not timed, and hold no place inside. */
function resultOf(route: Route, options: Door, call: Call<Endpoint>): Promise<Awaited<ReturnType<Route['handle']>> | undefined> {
  if (route.endpoint.upload) return route.handle(call);
  const work = options.admission.during(() => route.handle(call));
  return route.endpoint.produces ? work : inTime(work, options.answerWithinMs ?? answerWithinMs);
}

function sendFile(reply: FastifyReply, answer: FileAnswer): FastifyReply {
  const name = encodeURIComponent(answer.fileName);
  return reply
    .header('content-type', answer.mediaType)
    .header('content-disposition', `${answer.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
    .header('cache-control', 'private, no-store')
    .send(answer.file);
}

const languageOf = (request: FastifyRequest): Language => nearestLanguage(request.cookies?.lang ?? request.headers['accept-language']);

function sendProblem(table: ProblemTable, language: Language, refusal: Refusal, reply: FastifyReply, instance?: string): FastifyReply {
  const status = statusOf(table, refusal.code);
  // Whoever is turned away by us can name the line of the log that says why.
  const reference = instance ?? (status >= 500 ? reply.request.id : undefined);
  return reply.code(status).type('application/problem+json').send(JSON.stringify(problemOf(table, language, refusal, reference)));
}

function setSession(reply: FastifyReply, token: string | null, secure: boolean): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  if (token === null) void reply.clearCookie(sessionCookie, options);
  else void reply.setCookie(sessionCookie, token, options);
}

/** Malformed input → 400 with each field; too large → 413; anything else is a bug: 500 with a number and no detail, logged once, here. */
function answerError(options: HttpOptions, error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  if (error.validation) {
    return sendProblem(options.problems, language, refuse('input.malformed', {}, fieldProblems(error.validation as Parameters<typeof fieldProblems>[0])), reply);
  }
  if (error.statusCode === 413) return sendProblem(options.problems, language, refuse('input.body_too_large'), reply);
  if (isOutage(error)) {
    tellFault(options, 'http.database_away', request, error);
    return sayLater(options, request, reply, awayCode(request));
  }
  if (error.statusCode !== undefined && error.statusCode < 500) return sendProblem(options.problems, language, refuse('input.malformed'), reply);
  tellFault(options, 'http.fault', request, error);
  return sendProblem(options.problems, language, refuse('server.fault', { instance: request.id }), reply, request.id);
}

/** Requests whose fault was told with its cause: the answer need not be told again. */
const told = new WeakSet<FastifyRequest>();

const placeOf = (request: FastifyRequest) => ({ reference: loggedId(request.id), method: word(request.method), route: routePattern(request.routeOptions.url) });

function tellFault(options: HttpOptions, event: LogEvent, request: FastifyRequest, fault: unknown): void {
  told.add(request);
  if (options.log) options.log.tell('error', event, { ...placeOf(request), network: networkOf(request.ip), fault });
}

/** After the answer has left: it is counted, and one of 500 and more has its line in the log under the number it bears. */
function noteAnswer(options: HttpOptions, request: FastifyRequest, reply: FastifyReply): void {
  const status = reply.statusCode;
  options.onAnswered?.({ method: request.method, route: routePattern(request.routeOptions.url), status, seconds: reply.elapsedTime / 1_000 });
  if (options.log && status >= 500 && !told.has(request)) options.log.tell('warn', 'http.turned_away', { ...placeOf(request), status, network: networkOf(request.ip) });
}

const contentPolicy = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A year: browsers that came by TLS once come by nothing else (RFC 6797). Only for this very name; what else the city serves is not ours to say. */
const onlyByTls = 'max-age=31536000';

/** The same protective headers on every answer (a page of its own need sets its own policy before); `secure` where people come by TLS. */
function securityHeaders(secure: boolean): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  return async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) void reply.header('content-security-policy', contentPolicy);
    if (secure) void reply.header('strict-transport-security', onlyByTls);
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('x-frame-options', 'DENY')
      .header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  };
}
