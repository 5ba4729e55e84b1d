import type { Instant } from '../../kernel/instant.ts';

declare const kind: unique symbol;

/** A text that was looked through before it is written. A plain string is none: it does not compile as a field. */
export type Text = string & { readonly [kind]: 'text' };
/** An id of ours: a UUID, which says nothing of anybody. */
export type LoggedId = string & { readonly [kind]: 'id' };
/** A stable word of ours: a code, a kind of job, the name of a route. */
export type Code = string & { readonly [kind]: 'code' };
/** The pattern of a route, `/api/v1/matters/:matterId`: never what stands in its place. */
export type RoutePattern = string & { readonly [kind]: 'route' };
/** An address cut to its network: the last number of IPv4, the last eighty bits of IPv6 are gone. */
export type Network = string & { readonly [kind]: 'network' };

/** The number of a trace (W3C Trace Context): chance, which says nothing of anybody. */
export type TraceId = string & { readonly [kind]: 'trace' };

/** How loud a line is. */
export type Level = 'info' | 'warn' | 'error' | 'alarm';

/** What there is to tell of: one word for each kind of line, stable, so that a rule of an alarm may name it. */
export type LogEvent =
  | 'http.fault' | 'http.turned_away' | 'http.database_away' | 'http.server'
  | 'job.failed' | 'job.tried_again' | 'round.failed' | 'machine.alarm' | 'ledger.altered' | 'ledger.stopped' | 'backup.notice' | 'database.notice' | 'database.ended'
  | 'calendar.alarm' | 'start.notice' | 'start.refused' | 'metrics.listening' | 'tracing.fault';

/** Every field a line may have (C-PR-5). A closed list: what is not here cannot be written, and no type of a person's particulars fits. */
export interface LogFields {
  /** number of the fault, as the person who met it has it on his screen */
  readonly reference?: LoggedId;
  readonly matterId?: LoggedId;
  readonly jobId?: LoggedId;
  readonly method?: Code;
  readonly route?: RoutePattern;
  readonly status?: number;
  /** refusal, alarm or error code */
  readonly code?: Code;
  readonly job?: Code;
  /** what was being done */
  readonly round?: Code;
  readonly attempts?: number;
  readonly milliseconds?: number;
  readonly port?: number;
  readonly network?: Network;
  /** the trace that the work belongs to, where traces are followed: 32 hex digits */
  readonly trace?: TraceId;
  readonly since?: Instant;
  /** what broke; its words are looked through, its other properties left out */
  readonly fault?: unknown;
  /** a sentence of ours */
  readonly words?: Text;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const word = /^[A-Za-z][A-Za-z0-9_.:-]{0,79}$/;
const nothing = '?';

/** The id where it is one of ours; a question mark for anything else. */
export const loggedId = (text: string): LoggedId => (uuid.test(text) ? text : nothing) as LoggedId;

/** The code where it is one word of letters, digits, dots and lines; a question mark for anything else. */
export const code = (text: string): Code => (word.test(text) && !/\d{6}/.test(text) ? text : nothing) as Code;

/** The number of a trace; a question mark for anything else. */
export const traceId = (text: string): TraceId => (/^[0-9a-f]{32}$/.test(text) ? text : nothing) as TraceId;

/** The pattern of a route, as the router knows it; a question mark where no route was found. */
export const routePattern = (text: string | undefined): RoutePattern => (text !== undefined && /^\/[\w/:.*-]*$/.test(text) && !/\d{6}/.test(text) ? text : nothing) as RoutePattern;

/** An address cut to its network. */
export function networkOf(address: string): Network {
  const four = /(?:^|:)(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address);
  if (four) return `${four[1] ?? ''}.0/24` as Network;
  const groups = address.includes('::') ? (address.split('::')[0] ?? '').split(':') : address.split(':');
  return (/^[0-9a-f:]+$/i.test(address) ? `${groups.slice(0, 3).filter((one) => one !== '').join(':')}::/48` : nothing) as Network;
}
