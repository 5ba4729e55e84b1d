/** Who looked: revealing a masked field, the log a person reads of it, signals of curiosity and what the audit administrator takes out (C-PR-3, C-PR-7, C-PR-8). */
import type { Id } from '../../kernel/ids.ts';
import { msOf } from '../../kernel/instant.ts';
import type { Route } from '../../platform/http/route.ts';
import { watch } from './jobs-watch.ts';
import type { AccessLogDeps } from './routes-context.ts';
import { accessLogRoutes } from './routes.ts';
import { keepLikeness } from './store.ts';

export { accessLogRefusals, type AccessLogRefusalCode } from './refusals.ts';
export type { AccessLogDeps } from './routes-context.ts';

/** A reading of a matter by staff that was just recorded. */
export interface NoticedReading {
  readonly matterId: Id;
  readonly recordId: Id;
  readonly staffId: Id;
  readonly partyId: Id;
}

/** The door of the domain. */
export interface AccessLog {
  readonly routes: readonly Route[];
  /** Keeps whom of the reader's own the person is like, while both names are open anyway. */
  notice(reading: NoticedReading): Promise<void>;
  /** Counts yesterday and today and makes their signals; answers how many were made or counted anew. */
  watch(): Promise<number>;
  /** The same, at most once in ten minutes: counting a day reads all of it. */
  sweep(): Promise<number>;
}

const watchEveryMs = 600_000;

/** Builds the domain. */
export function accessLogDomain(deps: AccessLogDeps): AccessLog {
  let watchedMs = Number.NEGATIVE_INFINITY;
  return {
    routes: accessLogRoutes(deps),
    async notice({ matterId, recordId, staffId, partyId }) {
      const likeness = await deps.people.likenessOf(staffId, partyId);
      if (likeness) await keepLikeness(deps.database.handle, { matterId, recordId }, likeness);
    },
    watch: () => watch(deps),
    async sweep() {
      const nowMs = msOf(deps.now());
      if (nowMs - watchedMs < watchEveryMs) return 0;
      watchedMs = nowMs;
      return watch(deps);
    },
  };
}
