/** Halls and what hangs in them. */
import type { Route } from '../../platform/http/route.ts';
import type { StreamRoute } from '../../platform/live/index.ts';
import { hallRoutes, hallStream, type HallDeps } from './routes.ts';

export { hallRefusals, type HallRefusalCode } from './refusals.ts';
export type { HallMatter, HallNumbers } from './hall-screen.ts';
export type { HallDeps } from './routes.ts';

/** The door of the domain. */
export interface Halls {
  readonly routes: readonly Route[];
  /** Server-sent events for the screens: for liveStreams (platform/live). */
  readonly streams: readonly StreamRoute[];
}

/** Builds the domain. */
export function hallsDomain(deps: HallDeps): Halls {
  return { routes: hallRoutes(deps), streams: [hallStream(deps)] };
}
