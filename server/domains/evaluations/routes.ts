import type { Route } from '../../platform/http/route.ts';
import { caseRoutes } from './routes-cases.ts';
import type { Context } from './routes-context.ts';
import { voiceRoutes } from './routes-own.ts';
import { tabletRoutes } from './routes-tablets.ts';

/** Every route of evaluations and complaints. */
export const evaluationRoutes = (context: Context): readonly Route[] => [...voiceRoutes(context), ...tabletRoutes(context), ...caseRoutes(context)];
