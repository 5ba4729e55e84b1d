import type { FastifyInstance, FastifyRequest } from 'fastify';
import { code, routePattern } from '../log/index.ts';
import { beginSpan, isTracing } from './index.ts';
import type { OpenSpan } from './span.ts';

/** A span for each request that the server answers, from its first line to the end of its answer, in the trace that its caller names (W3C Trace Context). Adds nothing where nothing is traced. */
export function traceRequests(app: FastifyInstance): void {
  if (!isTracing()) return;
  const open = new WeakMap<FastifyRequest, OpenSpan>();
  const within = (request: FastifyRequest, goOn: () => void): void => {
    const span = open.get(request);
    if (span) span.within(goOn);
    else goOn();
  };
  app.addHook('onRequest', (request, _reply, goOn) => {
    const { traceparent } = request.headers;
    open.set(request, beginSpan('request', { method: code(request.method), route: routePattern(request.routeOptions.url) }, typeof traceparent === 'string' ? traceparent : undefined));
    within(request, goOn);
  });
  // The bytes of a body arrive outside of what was begun above.
  app.addHook('preValidation', (request, _reply, goOn) => within(request, goOn));
  app.addHook('onResponse', (request, reply, goOn) => {
    const span = open.get(request);
    span?.note({ status: reply.statusCode });
    span?.end(reply.statusCode >= 500);
    within(request, goOn);
  });
}
