import { useRef } from 'react';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { Backoffice, BackofficeRow, BackofficeTerms, CallbackRow, Delivery, Reconciliation } from '../../../contract/backoffices.ts';
import { answered, api } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';

const everyMs = 10_000;

/** All systems the reader may see; asked again every ten seconds, for their queues move. */
export const useBackoffices = (): UseQueryResult<{ backoffices: BackofficeRow[]; total: number }> =>
  useQuery({ queryKey: ['backoffices'], refetchInterval: everyMs, queryFn: () => answered(api.GET('/api/v1/backoffices')) });

/** One system. */
export const useBackoffice = (backofficeId: string): UseQueryResult<Backoffice> =>
  useQuery({ queryKey: ['backoffices', backofficeId], refetchInterval: everyMs, queryFn: () => answered(api.GET('/api/v1/backoffices/{backofficeId}', { params: { path: { backofficeId } } })) });

/** Its queue, in one state or whole. */
export const useDeliveries = (backofficeId: string, state: Delivery['state'] | null): UseQueryResult<{ deliveries: Delivery[]; total: number }> =>
  useQuery({
    queryKey: ['backoffices', backofficeId, 'deliveries', state], refetchInterval: everyMs,
    queryFn: () => answered(api.GET('/api/v1/backoffices/{backofficeId}/deliveries', { params: { path: { backofficeId }, query: state ? { state } : {} } })),
  });

/** What it called back. */
export const useCallbacks = (backofficeId: string): UseQueryResult<{ callbacks: CallbackRow[]; total: number }> =>
  useQuery({ queryKey: ['backoffices', backofficeId, 'callbacks'], refetchInterval: everyMs, queryFn: () => answered(api.GET('/api/v1/backoffices/{backofficeId}/callbacks', { params: { path: { backofficeId } } })) });

/** Comparisons of its days. */
export const useReconciliations = (backofficeId: string): UseQueryResult<{ reconciliations: Reconciliation[] }> =>
  useQuery({ queryKey: ['backoffices', backofficeId, 'reconciliations'], queryFn: () => answered(api.GET('/api/v1/backoffices/{backofficeId}/reconciliations', { params: { path: { backofficeId } } })) });

/** An act sent again (a second click, a lost answer) carries the same command id, so that it never counts twice. */
function useCommandId(): (told: string) => string {
  const last = useRef<{ readonly told: string; readonly commandId: string } | null>(null);
  return (told) => {
    if (last.current?.told !== told) last.current = { told, commandId: newCommandId() };
    return last.current.commandId;
  };
}

/** What may be done with a registration. */
export type BackofficeAct =
  | { readonly act: 'approve' | 'withdraw' }
  | { readonly act: 'reject' | 'suspend'; readonly words: string }
  | { readonly act: 'propose'; readonly reason: string; readonly change: { kind: 'terms'; terms: BackofficeTerms } | { kind: 'secret'; keepOldHours: number } | { kind: 'resume' } };

/** A system after an act, and the secret where one was made by it. */
export interface Acted {
  readonly backoffice: Backoffice;
  readonly secret?: string | null;
}

/** Does an act on a registration as it was seen; afterwards everything of the systems is read again. */
export function useActOn({ backofficeId, seq }: Pick<Backoffice, 'backofficeId' | 'seq'>): UseMutationResult<Acted, Error, BackofficeAct> {
  const client = useQueryClient();
  const commandId = useCommandId();
  return useMutation({
    mutationFn: async (act): Promise<Acted> => {
      const body = { commandId: commandId(JSON.stringify([act, backofficeId, seq])), seenSeq: seq };
      const params = { path: { backofficeId } };
      switch (act.act) {
        case 'approve':
          return answered(api.POST('/api/v1/backoffices/{backofficeId}/approve', { params, body }));
        case 'withdraw':
          return answered(api.POST('/api/v1/backoffices/{backofficeId}/withdraw', { params, body }));
        case 'reject':
          return answered(api.POST('/api/v1/backoffices/{backofficeId}/reject', { params, body: { ...body, words: act.words } }));
        case 'suspend':
          return answered(api.POST('/api/v1/backoffices/{backofficeId}/suspend', { params, body: { ...body, words: act.words } }));
        case 'propose':
          return answered(api.POST('/api/v1/backoffices/{backofficeId}/propose-change', { params, body: { ...body, change: act.change, reason: act.reason } }));
      }
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['backoffices'] }),
  });
}

/** Puts the registration of a new system before a second administrator. */
export function useRegister(): UseMutationResult<Backoffice, Error, { readonly terms: BackofficeTerms; readonly reason: string }> {
  const client = useQueryClient();
  const commandId = useCommandId();
  return useMutation({
    mutationFn: async (asked) => (await answered(api.POST('/api/v1/backoffices', { body: { commandId: commandId(JSON.stringify(asked)), ...asked } }))).backoffice,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['backoffices'] }),
  });
}

/** Sends one delivery again, or with null every failed one. */
export function useReplay(backofficeId: string): UseMutationResult<{ replayed: number }, Error, string | null> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (deliveryId) => answered(api.POST('/api/v1/backoffices/{backofficeId}/replay', { params: { path: { backofficeId } }, body: { deliveryId } })),
    onSettled: () => void client.invalidateQueries({ queryKey: ['backoffices'] }),
  });
}

/** Compares both sides of a day now. */
export function useReconcile(backofficeId: string): UseMutationResult<{ reconciliation: Reconciliation }, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (day) => answered(api.POST('/api/v1/backoffices/{backofficeId}/reconcile', { params: { path: { backofficeId } }, body: { day } })),
    onSettled: () => void client.invalidateQueries({ queryKey: ['backoffices'] }),
  });
}
