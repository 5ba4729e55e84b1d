import type { Endpoint } from '../../../contract/endpoint.ts';
import { eventStream } from '../../../contract/live.ts';
import { streamSchema } from '../live/stream-route.ts';
import type { Route } from './route.ts';
import { httpServer } from './server.ts';

/** The OpenAPI 3.1 document of endpoints alone, as a server with exactly these routes would serve it: for generating the client without a database. */
export async function documentOf(endpoints: readonly Endpoint[]): Promise<object> {
  const routes = endpoints.filter((endpoint) => endpoint.produces !== eventStream).map((endpoint): Route => ({ endpoint, permission: { id: 'document.only', mayTry: () => false }, handle: async () => ({ ok: false, code: 'route.unknown', params: {} }) }));
  const server = await httpServer({
    routes, problems: { sentences: {}, statuses: {} }, authenticate: async () => ({ actor: { kind: 'anonymous' }, csrfToken: null }), secure: false, log: false, load: () => 0,
  });
  for (const stream of endpoints.filter((endpoint) => endpoint.produces === eventStream)) {
    server.route({ method: 'GET', url: stream.path, schema: streamSchema(stream, 'document.only'), exposeHeadRoute: false, handler: async () => undefined });
  }
  await server.ready();
  const document = server.swagger();
  await server.close();
  return document;
}
