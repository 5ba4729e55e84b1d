/** What the server says of itself while it runs: typed lines in one place, without particulars of persons (C-PR-5, TM-22). */
import { currentTraceId } from '../tracing/index.ts';
import { fastifyLogger } from './fastify-logger.ts';
import { logger, type Logger } from './logger.ts';
import type { Text } from './told.ts';
import { withoutParticulars } from './withheld.ts';

export { fastifyLogger };
export type { Logger } from './logger.ts';
export { code, loggedId, networkOf, routePattern, traceId, type Code, type Level, type LogEvent, type LogFields, type LoggedId, type Network, type RoutePattern, type Text, type TraceId } from './told.ts';
export { withoutParticulars } from './withheld.ts';

/** A sentence of ours, looked through. */
export const words = (sentence: string): Text => withoutParticulars(sentence).text;

/** Writes nothing: for whoever wants silence. */
export const silentLogger: Logger = { tell: () => undefined, withheld: 0, leftOut: 0 };

/** The process's own logger: JSON lines to standard output, lines for eyes on a terminal; LOG_FORM says otherwise. */
export const processLog: Logger = logger({
  write: (line) => void process.stdout.write(`${line}\n`),
  form: formOf(process.env.LOG_FORM, process.stdout.isTTY),
  now: Date.now,
  trace: currentTraceId,
});

/** `json`, `text`, or what fits where the lines go. */
export function formOf(wanted: string | undefined, isTerminal: boolean | undefined): 'json' | 'text' {
  return wanted === 'json' || wanted === 'text' ? wanted : isTerminal === true ? 'text' : 'json';
}
