import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { codeOf } from './api.ts';
import { endSession } from './session.ts';

/** Server state of the whole workbench. A call that finds the session ended asks for the password again, over the page, so that nothing typed is lost. */
export function makeQueryClient(): QueryClient {
  const onError = (error: unknown): void => {
    if (codeOf(error) === 'session.needed') endSession();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 15_000, refetchOnWindowFocus: true, retry: (count, error) => count < 2 && ['network.unreachable', 'server.busy'].includes(codeOf(error)) },
      mutations: { retry: false },
    },
  });
}
