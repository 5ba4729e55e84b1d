import { QueryClient } from '@tanstack/react-query';
import { codeOf } from './api.ts';

/** Server state of the whole workbench; only what may pass by itself (no connection, a busy server) is asked for again. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, refetchOnWindowFocus: true, retry: (count, error) => count < 2 && ['network.unreachable', 'server.busy', 'server.away'].includes(codeOf(error)) },
      mutations: { retry: false },
    },
  });
}
