import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { MySecurity } from '../../../contract/account.ts';
import type { Me } from '../../../contract/people.ts';
import { answered, api, done } from '../server/api.ts';
import { useEnter } from '../server/session.ts';
import { makePasskey } from './passkey.ts';

/** Under which the page of one's own account is remembered. */
export const accountKey = ['my-security'] as const;

/** My second factors, sessions and history, as they are now. */
export const useMySecurity = (): UseQueryResult<MySecurity> => useQuery({ queryKey: accountKey, queryFn: () => answered(api.GET('/api/v1/me/security')), staleTime: 0 });

/** What somebody has after adding a factor: recovery codes only with the first. */
export interface Added {
  readonly me: Me;
  readonly recoveryCodes: readonly string[] | null;
}

/** An act on the own account; the page reads itself again afterwards, also after a refusal: something had changed. */
function useAccountAct<Given, Result>(act: (given: Given) => Promise<Result>): UseMutationResult<Result, Error, Given> {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => void client.invalidateQueries({ queryKey: accountKey }) });
}

/** A new secret for a code generator; it counts once a code confirmed it. */
export const useBeginTotp = (): UseMutationResult<{ factorId: string; secret: string; address: string }, Error, string> => useMutation({ mutationFn: (name: string) => answered(api.POST('/api/v1/me/code-generators', { body: { name } })) });
export const useConfirmTotp = (): UseMutationResult<Added, Error, { factorId: string; code: string }> =>
  useAccountAct(({ factorId, code }: { factorId: string; code: string }) => answered(api.POST('/api/v1/me/code-generators/{factorId}/confirm', { params: { path: { factorId } }, body: { code } })));
export const useAddPasskey = (): UseMutationResult<Added, Error, string> => useAccountAct(makePasskey);
export const useEndFactor = (): UseMutationResult<void, Error, string> => useAccountAct((factorId: string) => done(api.POST('/api/v1/me/factors/{factorId}/end', { params: { path: { factorId } } })));
export const useNewRecoveryCodes = (): UseMutationResult<{ recoveryCodes: string[] }, Error, void> => useAccountAct(() => answered(api.POST('/api/v1/me/recovery-codes')));
export const useEndSession = (): UseMutationResult<void, Error, string> => useAccountAct((sessionId: string) => done(api.POST('/api/v1/me/sessions/{sessionId}/end', { params: { path: { sessionId } } })));
export const useEndOtherSessions = (): UseMutationResult<void, Error, void> => useAccountAct(() => done(api.POST('/api/v1/me/sessions/end-others')));

/** Changes the password; the session goes on under a new token, so whoever enters keeps its new CSRF token. */
export function useChangePassword(): UseMutationResult<Me, Error, { oldPassword: string; newPassword: string }> {
  const enter = useEnter();
  return useMutation({ mutationFn: (body: { oldPassword: string; newPassword: string }) => answered(api.POST('/api/v1/me/password', { body })), onSuccess: enter });
}
