import { AsyncLocalStorage } from 'node:async_hooks';
import { diag, DiagLogLevel, ROOT_CONTEXT, SpanKind as Kind, SpanStatusCode, trace, TraceFlags, type Attributes, type Context, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider, ParentBasedSampler, TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace-node';
import type { OpenSpan, SpanFields, SpanKind, Tracer, TracingOptions } from './span.ts';

/**
 * Bounds of what waits for the collector: a full queue drops spans, a send that takes longer is given up. Nothing of the program ever waits for any of it, and a collector that is
 * gone costs the memory of two thousand spans.
 */
const bounds = { maxQueueSize: 2_048, maxExportBatchSize: 512, scheduledDelayMillis: 2_000, exportTimeoutMillis: 5_000 } as const;
/** How long an orderly stop waits for the last spans to leave, in milliseconds. */
const stopPatienceMs = 2_000;
const tellAgainMs = 60_000;

/** Names after OpenTelemetry's semantic conventions where they have one. A field that is not here is not sent, whatever got past the compiler. */
const attributeNames: Readonly<Record<keyof SpanFields, string>> = {
  method: 'http.request.method', route: 'http.route', status: 'http.response.status_code', command: 'yimen.command', job: 'yimen.job', statement: 'db.operation.name', attempts: 'yimen.attempts',
  outside: 'yimen.outside', outcome: 'yimen.outcome',
};
const fieldNames = Object.keys(attributeNames) as readonly (keyof SpanFields)[];

const kinds: Readonly<Record<SpanKind, { readonly kind: Kind; readonly name: (fields: SpanFields) => string; readonly always?: Attributes }>> = {
  request: { kind: Kind.SERVER, name: ({ method = '', route = '' }) => `${method} ${route}` },
  command: { kind: Kind.INTERNAL, name: ({ command = '' }) => `command ${command}` },
  write: { kind: Kind.CLIENT, name: ({ statement = '' }) => `write ${statement}`, always: { 'db.system.name': 'postgresql' } },
  job: { kind: Kind.CONSUMER, name: ({ job = '' }) => `job ${job}` },
  call: { kind: Kind.CLIENT, name: ({ outside = '' }) => `call ${outside}` },
};

/** A tracer that sends to a collector. Keeps its own thread of what belongs to what; registers nothing globally but where OpenTelemetry's own complaints go. */
export function tracerTo({ url, ratio, program, onFault }: TracingOptions): Tracer {
  complainTo(onFault);
  // Whoever calls may name the trace, and whoever wrote its flags does not decide how much is sent: the share is ours, by the trace's own number, for all parts of a trace alike.
  const share = new TraceIdRatioBasedSampler(ratio);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'yimen', 'service.version': program }),
    sampler: new ParentBasedSampler({ root: share, remoteParentSampled: share, remoteParentNotSampled: share }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url, timeoutMillis: bounds.exportTimeoutMillis }), bounds)],
  });
  const tracer = provider.getTracer('yimen');
  const running = new AsyncLocalStorage<Context>();
  const spanNow = () => {
    const context = running.getStore();
    return context && trace.getSpanContext(context);
  };
  return {
    begin(kind, fields, parent) {
      const { kind: of, name, always = {} } = kinds[kind];
      const from = parentOf(parent) ?? running.getStore() ?? ROOT_CONTEXT;
      const span = tracer.startSpan(name(fields), { kind: of, attributes: { ...always, ...attributesOf(fields) } }, from);
      return openSpan(span, running, trace.setSpan(from, span));
    },
    traceId: () => spanNow()?.traceId,
    traceparent: () => {
      const span = spanNow();
      return span && `00-${span.traceId}-${span.spanId}-${(span.traceFlags & TraceFlags.SAMPLED) === 0 ? '00' : '01'}`;
    },
    stop: async () => {
      const late = new AbortController();
      const patience = new Promise<void>((done) => {
        const timer = setTimeout(done, stopPatienceMs);
        late.signal.addEventListener('abort', () => clearTimeout(timer));
      });
      await Promise.race([provider.shutdown().catch(() => undefined), patience]);
      late.abort();
      diag.disable();
    },
  };
}

function openSpan(span: Span, running: AsyncLocalStorage<Context>, context: Context): OpenSpan {
  return {
    within: (work) => running.run(context, work),
    note: (fields) => void span.setAttributes(attributesOf(fields)),
    end: (failed) => {
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

function attributesOf(fields: SpanFields): Attributes {
  return Object.fromEntries(fieldNames.flatMap((name) => (fields[name] === undefined ? [] : [[attributeNames[name], fields[name]]])));
}

const shape = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

/** A traceparent (W3C Trace Context §3.2.2) as the context to begin in; undefined where it is none. Its companion `tracestate` is left behind: it may carry anything. */
function parentOf(text: string | undefined): Context | undefined {
  const [, version = '', traceId = '', spanId = '', flags = ''] = shape.exec(text ?? '') ?? [];
  if (version === '' || version === 'ff' || (version === '00' && (text ?? '').length !== 55) || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true });
}

/** OpenTelemetry's own complaints become one sentence of ours, at most once a minute: their words could hold anything. */
function complainTo(onFault: () => void): void {
  let toldMs = Number.NEGATIVE_INFINITY;
  const complain = (): void => {
    if (performance.now() - toldMs < tellAgainMs) return;
    toldMs = performance.now();
    onFault();
  };
  const nothing = (): void => undefined;
  diag.setLogger({ error: complain, warn: complain, info: nothing, debug: nothing, verbose: nothing }, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
}
