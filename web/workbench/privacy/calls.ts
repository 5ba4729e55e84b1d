import { useRef } from 'react';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { Erasure, Hold, RetentionView } from '../../../contract/privacy.ts';
import { answered, api } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';

const everyMs = 60_000;

/** Requests to be forgotten, open ones first; asked again every minute. */
export const useErasures = (): UseQueryResult<{ erasures: Erasure[]; total: number }> =>
  useQuery({ queryKey: ['privacy', 'erasures'], refetchInterval: everyMs, queryFn: () => answered(api.GET('/api/v1/privacy/erasures')) });

/** Legal holds, standing ones first; asked again every minute. */
export const useHolds = (): UseQueryResult<{ holds: Hold[]; total: number }> =>
  useQuery({ queryKey: ['privacy', 'holds'], refetchInterval: everyMs, queryFn: () => answered(api.GET('/api/v1/privacy/holds')) });

/** The rules of retention and what the last rounds did. */
export const useRetention = (): UseQueryResult<RetentionView> => useQuery({ queryKey: ['privacy', 'retention'], queryFn: () => answered(api.GET('/api/v1/privacy/retention')) });

/** An act that was sent again (a second click, a lost answer, the second factor in between) carries the same command id, so that it never counts twice. */
function useCommandId(): (told: string) => string {
  const last = useRef<{ readonly told: string; readonly commandId: string } | null>(null);
  return (told) => {
    if (last.current?.told !== told) last.current = { told, commandId: newCommandId() };
    return last.current.commandId;
  };
}

/** An act on a request as it was seen. */
export type ErasureAct = { readonly act: 'propose' | 'approve' } | { readonly act: 'reject'; readonly ground: NonNullable<Erasure['ground']> };

/** Proposes, approves or refuses a request; afterwards the lists are read again. */
export function useActOnErasure({ erasureId, seq }: Pick<Erasure, 'erasureId' | 'seq'>): UseMutationResult<unknown, Error, ErasureAct> {
  const client = useQueryClient();
  const commandId = useCommandId();
  return useMutation({
    mutationFn: async (act): Promise<unknown> => {
      const body = { commandId: commandId(JSON.stringify([act, erasureId, seq])), seenSeq: seq };
      const params = { path: { erasureId } };
      switch (act.act) {
        case 'propose':
          return answered(api.POST('/api/v1/privacy/erasures/{erasureId}/propose', { params, body }));
        case 'approve':
          return answered(api.POST('/api/v1/privacy/erasures/{erasureId}/approve', { params, body }));
        case 'reject':
          return answered(api.POST('/api/v1/privacy/erasures/{erasureId}/reject', { params, body: { ...body, ground: act.ground } }));
      }
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['privacy'] }),
  });
}

/** Proposes a release, releases, or leaves the hold standing; afterwards the lists are read again. */
export function useActOnHold({ holdId, seq }: Pick<Hold, 'holdId' | 'seq'>): UseMutationResult<unknown, Error, Hold['acts'][number]> {
  const client = useQueryClient();
  const commandId = useCommandId();
  return useMutation({
    mutationFn: async (act): Promise<unknown> => {
      const body = { commandId: commandId(JSON.stringify([act, holdId, seq])), seenSeq: seq };
      const params = { path: { holdId } };
      switch (act) {
        case 'propose_release':
          return answered(api.POST('/api/v1/privacy/holds/{holdId}/propose-release', { params, body }));
        case 'release':
          return answered(api.POST('/api/v1/privacy/holds/{holdId}/release', { params, body }));
        case 'withdraw_release':
          return answered(api.POST('/api/v1/privacy/holds/{holdId}/withdraw-release', { params, body }));
      }
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['privacy'] }),
  });
}

/** A hold to place. */
export type HoldTerms = Pick<Hold, 'kind' | 'ground' | 'document' | 'untilOn'> & { readonly number: string };

/** Places a hold. */
export function usePlaceHold(): UseMutationResult<unknown, Error, HoldTerms> {
  const client = useQueryClient();
  const commandId = useCommandId();
  return useMutation({
    mutationFn: (terms) => answered(api.POST('/api/v1/privacy/holds', { body: { commandId: commandId(JSON.stringify(terms)), ...terms } })),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['privacy'] }),
  });
}
