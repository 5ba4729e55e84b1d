/**
 * Traces of what the process does, for an operator's collector (OpenTelemetry, OTLP over HTTP): which request led to which command, write, job and call outside, and how
 * long each took. Off unless a collector is set; then nothing of OpenTelemetry is even loaded, and `inSpan` is the work itself.
 */
import type { OpenSpan, SpanFields, SpanKind, Tracer, TracingOptions } from './span.ts';

export type { OpenSpan, Outside, SpanFields, SpanKind, TracingOptions } from './span.ts';

let running: Tracer | undefined;

/** Begins tracing in this process. What it needs of OpenTelemetry is loaded here and nowhere else. */
export async function startTracing(options: TracingOptions): Promise<{ stop(): Promise<void> }> {
  const { tracerTo } = await import('./collector.ts');
  const tracer = tracerTo(options);
  running = tracer;
  return {
    stop: async () => {
      if (running === tracer) running = undefined;
      await tracer.stop();
    },
  };
}

const silent: OpenSpan = { within: (work) => work(), note: () => undefined, end: () => undefined };

/** Whether spans are made at all. */
export const isTracing = (): boolean => running !== undefined;

/** Begins a span by hand, where what it covers is not one function. `parent` is a traceparent from outside or from a job's row; without it, the running span. */
export const beginSpan = (kind: SpanKind, fields: SpanFields, parent?: string): OpenSpan => running?.begin(kind, fields, parent) ?? silent;

/** Does the work in a span of its own; it fails as the work fails. */
export function inSpan<T>(kind: SpanKind, fields: SpanFields, work: (span: OpenSpan) => Promise<T>, parent?: string): Promise<T> {
  if (running === undefined) return work(silent);
  const span = running.begin(kind, fields, parent);
  return span.within(() => work(span)).then(
    (result) => {
      span.end();
      return result;
    },
    (error: unknown) => {
      span.end(true);
      throw error;
    },
  );
}

/** Trace of the running work, for lines of the log; undefined while nothing is traced. */
export const currentTraceId = (): string | undefined => running?.traceId();

/** The running span as a header or a job's row carries it on; undefined while nothing is traced. */
export const currentTraceparent = (): string | undefined => running?.traceparent();
