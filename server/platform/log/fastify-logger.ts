import type { FastifyBaseLogger } from 'fastify';
import type { Logger } from './logger.ts';
import type { Level } from './told.ts';
import { withoutParticulars } from './withheld.ts';

/** What Fastify has to say goes the same way as everything else: its words and an error, never a request's address, headers or body. */
export function fastifyLogger(log: Logger): FastifyBaseLogger {
  const told = (level: Level) => (first: unknown, sentence?: unknown): void => {
    const fault = first instanceof Error ? first : (first as { err?: unknown } | null | undefined)?.err;
    const said = typeof first === 'string' ? first : typeof sentence === 'string' ? sentence : undefined;
    log.tell(level, 'http.server', { ...(fault === undefined ? {} : { fault }), ...(said === undefined ? {} : { words: withoutParticulars(said).text }) });
  };
  const nothing = (): void => undefined;
  const face = { level: 'warn', silent: nothing, trace: nothing, debug: nothing, info: nothing, warn: told('warn'), error: told('error'), fatal: told('error'), child: (): FastifyBaseLogger => face } as unknown as FastifyBaseLogger;
  return face;
}
