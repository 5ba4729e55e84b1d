/** Changes of staff by two persons: appointments, posts, stops, resets; and who holds what. */
import { owaspCost, testCost } from '../../platform/crypto/index.ts';
import { batchWriter } from '../../platform/db/batch-writer.ts';
import type { Route } from '../../platform/http/route.ts';
import { staffChangeRoutes } from './routes.ts';
import { appendFunction } from './store.ts';
import type { StaffChangeDeps } from './surroundings.ts';

export { staffChangeRefusals, type StaffChangeRefusalCode } from './refusals.ts';
export { apart, administratorRoles, standingOf } from './apart.ts';

/** Builds the domain. `passwordCost` test: the least cost of hashes, where a hundred people are appointed within seconds. */
export function staffChangesDomain(deps: Omit<StaffChangeDeps, 'cost'> & { readonly passwordCost?: 'test' | undefined }): { readonly routes: readonly Route[] } {
  const { passwordCost, ...rest } = deps;
  return { routes: staffChangeRoutes({ ...rest, cost: passwordCost === 'test' ? testCost : owaspCost, writer: batchWriter(deps.database.pool, appendFunction, deps.pipeline.clock) }) };
}
