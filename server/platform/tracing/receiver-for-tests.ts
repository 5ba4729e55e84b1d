import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** A span as it arrived. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status?: { readonly code?: number };
  readonly events?: readonly unknown[];
}

/** A collector of traces as small as one can be: takes OTLP over HTTP in its JSON form (opentelemetry-proto, ExportTraceServiceRequest) on a real port. */
export interface Receiver {
  readonly url: string;
  readonly spans: readonly ReceivedSpan[];
  /** every body as it came */
  readonly bodies: readonly string[];
  close(): Promise<void>;
}

/** Starts one. `answers: false` takes everything and never answers. */
export async function receiver({ answers = true }: { readonly answers?: boolean } = {}): Promise<Receiver> {
  const spans: ReceivedSpan[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const bytes = Buffer.concat(parts);
      const body = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
      bodies.push(body);
      if (!answers) return;
      const { resourceSpans = [] } = JSON.parse(body) as { readonly resourceSpans?: readonly { readonly scopeSpans?: readonly { readonly spans?: readonly ReceivedSpan[] }[] }[] };
      for (const resource of resourceSpans) for (const scope of resource.scopeSpans ?? []) spans.push(...(scope.spans ?? []));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`, spans, bodies,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
