import type { Route } from '../../platform/http/route.ts';
import { auditRoutes } from './routes-audit.ts';
import type { AccessLogDeps } from './routes-context.ts';
import { ownRoutes } from './routes-own.ts';
import { proposalRoutes } from './routes-proposals.ts';
import { revealRoutes } from './routes-reveal.ts';

/** Every route of this domain. */
export const accessLogRoutes = (deps: AccessLogDeps): readonly Route[] => [...revealRoutes(deps), ...ownRoutes(deps), ...auditRoutes(deps), ...proposalRoutes(deps)];
