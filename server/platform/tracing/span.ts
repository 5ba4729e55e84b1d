import type { Code, RoutePattern } from '../log/told.ts';

/** Everything a span may say besides its name and times: a closed list like that of the log, in which no type of a person's particulars fits, nor the id of a matter. */
export interface SpanFields {
  readonly method?: Code;
  /** the pattern of the route, never the address */
  readonly route?: RoutePattern;
  /** of an HTTP answer, ours or an outside system's */
  readonly status?: number;
  readonly command?: Code;
  readonly job?: Code;
  /** which function of the database is called */
  readonly statement?: Code;
  /** tries, this one counted */
  readonly attempts?: number;
  /** which kind of outside system */
  readonly outside?: Outside;
  /** how it ended: done, or the code of a refusal or of a fault */
  readonly outcome?: Code;
}

/** Kinds of systems that are called. */
export type Outside = 'webhook' | 'sms' | 'city_identity';

/** What a span is of. Its name is made from this and the fields. */
export type SpanKind = 'request' | 'command' | 'write' | 'job' | 'call';

/** A span under way. */
export interface OpenSpan {
  /** Runs something as its part: spans begun inside are its children, lines of the log bear its trace. */
  within<T>(work: () => T): T;
  /** Adds to what it says. */
  note(fields: SpanFields): void;
  /** Ends it; `failed` where it broke. */
  end(failed?: boolean): void;
}

/** Makes spans and sends them away; collector.ts holds the one that does. */
export interface Tracer {
  begin(kind: SpanKind, fields: SpanFields, parent?: string): OpenSpan;
  /** trace that the running work belongs to, 32 hex digits */
  traceId(): string | undefined;
  /** the running span as W3C Trace Context §3.2 writes it */
  traceparent(): string | undefined;
  stop(): Promise<void>;
}

/** Where traces go, and how many of them. */
export interface TracingOptions {
  /** whole address of the collector's OTLP/HTTP receiver, such as http://127.0.0.1:4318/v1/traces */
  readonly url: string;
  /** share of traces that are sent, 0–1 */
  readonly ratio: number;
  readonly program: string;
  /** Told, at most once a minute, that the collector does not take what it is sent. */
  readonly onFault: () => void;
}
