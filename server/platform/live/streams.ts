import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nearestLanguage } from '../../../contract/language.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { subscriberOf } from '../../kernel/tries.ts';
import { problemOf, statusOf, type ProblemTable } from '../http/problem.ts';
import type { Session } from '../http/server.ts';
import type { Live } from './live.ts';
import { openStreams, type OpenStreams, type StreamBounds } from './open-streams.ts';
import { openEventStream } from './stream.ts';
import { streamSchema, type StreamRoute } from './stream-route.ts';

/** What the streams are built on. */
export interface StreamOptions {
  readonly live: Live;
  readonly streams: readonly StreamRoute[];
  readonly problems: ProblemTable;
  /** Reads the session behind a token, at the door and again every minute. */
  readonly authenticate: (token: string | undefined) => Promise<Session>;
  /** other than the defaults in tests only */
  readonly bounds?: Partial<StreamBounds>;
}

const defaults: StreamBounds = { eventEveryMs: 1_000, heartbeatMs: 20_000, retryMs: 3_000, mostUnsentBytes: 65_536, sessionEveryMs: 60_000, roundMs: 1_000, mostOpen: 2_000 };
const retryAfterSeconds = '30';

/**
 * Serves server-sent events (HTML standard §9.2) beside the other routes: register it on the server of platform/http, whose cookies and session it
 * shares. A stream is answered outside of Fastify's reply, so nothing compresses it or holds it back.
 */
export async function liveStreams(http: FastifyInstance, options: StreamOptions): Promise<void> {
  const bounds = { ...defaults, ...options.bounds };
  const open = openStreams(options.live, bounds);
  // Open streams would keep the server from closing.
  http.addHook('preClose', async () => open.close());
  for (const route of options.streams) {
    http.route({
      method: 'GET', url: route.endpoint.path, schema: streamSchema(route.endpoint, route.permission.id), exposeHeadRoute: false,
      onRequest: (request, reply) => admit(options, route, request, reply),
      handler: (request, reply) => answer({ options, bounds, open, route }, request, reply),
    });
  }
}

/** Who calls, and may he try? As for every other route. */
async function admit(options: StreamOptions, { permission }: StreamRoute, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const session = await options.authenticate(request.facts.token);
  request.facts.session = session;
  if (permission.mayTry(session.actor)) return undefined;
  return sendProblem(options, refuse(session.actor.kind === 'anonymous' ? 'session.needed' : 'route.unknown'), request, reply);
}

interface Door {
  readonly options: StreamOptions;
  readonly bounds: StreamBounds;
  readonly open: OpenStreams;
  readonly route: StreamRoute;
}

function answer({ options, bounds, open, route }: Door, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const params = (request.params ?? {}) as Readonly<Record<string, string>>;
  const { token, session } = request.facts;
  const topics = route.topics(session.actor, params);
  if ('ok' in topics) return sendProblem(options, topics, request, reply);
  const owner = route.countedBy === 'session' ? `session ${token ?? ''}` : `address ${subscriberOf(request.ip)}`;
  const refusal = open.refusal(owner, route.most);
  if (refusal) return sendProblem(options, refusal, request, reply.header('retry-after', retryAfterSeconds));

  const mayHear = (actor: Actor) => {
    const heard = route.permission.mayTry(actor) ? route.topics(actor, params) : undefined;
    return heard && 'ok' in heard ? undefined : heard;
  };
  reply.hijack();
  const stream = openEventStream(reply.raw, bounds, request.headers['last-event-id'] !== undefined);
  reply.raw.once('close', open.add({ owner, stream, topics, ask: async () => mayHear((await options.authenticate(token)).actor) }));
  return reply;
}

function sendProblem({ problems }: StreamOptions, refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = nearestLanguage(request.cookies?.lang ?? request.headers['accept-language']);
  return reply.code(statusOf(problems, refusal.code)).type('application/problem+json').send(JSON.stringify(problemOf(problems, language, refusal)));
}
