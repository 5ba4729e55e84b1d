import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Me, Role } from '../../../contract/people.ts';
import { answered, api, keepCsrfToken } from './api.ts';
import { sayEnded } from './session-end.ts';

/** Who is signed in; keeps the CSRF token for the acts that follow. */
export function useMe(): UseQueryResult<Me> {
  return useQuery({
    queryKey: ['me'],
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    queryFn: async () => {
      const me = await answered(api.GET('/api/v1/me'));
      keepCsrfToken(me.csrfToken);
      return me;
    },
  });
}

/** Takes the answer of a sign-in: the page goes on where it was; for another person than before everything begins anew. */
export function useEnter(): (me: Me) => void {
  const client = useQueryClient();
  return (me) => {
    const before = client.getQueryData<Me>(['me']);
    keepCsrfToken(me.csrfToken);
    if (before?.staffId && before.staffId !== me.staffId) {
      window.location.assign('/workbench/');
      return;
    }
    client.setQueryData(['me'], me);
    sayEnded(false);
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
  };
}

/** Ends the session and forgets everything this tab kept: the next person at the desk sees nothing of it. Who came from the city identity service is led there to sign out too. */
export async function leave(): Promise<void> {
  const left = await answered(api.POST('/api/v1/me/sign-out')).catch(() => undefined);
  sessionStorage.clear();
  window.location.assign(left?.onward ?? '/workbench/');
}

/** Whether one of the roles is held in any post. */
export function holds(me: Me, ...roles: readonly Role[]): boolean {
  return me.posts.some((post) => roles.includes(post.role));
}
