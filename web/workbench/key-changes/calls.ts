import { useRef } from 'react';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { KeyChange, KeysInUse, KeyTask } from '../../../contract/key-changes.ts';
import { answered, api } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';

/** Changes of the keys with how many wait, and which keys are in use. */
export interface KeyChanges {
  readonly changes: KeyChange[];
  readonly total: number;
  readonly waiting: number;
  readonly forMe: number;
  readonly founding: boolean;
  readonly mayPropose: boolean;
  readonly keys: KeysInUse;
}

/** All changes, those that wait first; asked again every minute. */
export const useKeyChanges = (): UseQueryResult<KeyChanges> => useQuery({ queryKey: ['keys', 'changes'], refetchInterval: 60_000, queryFn: () => answered(api.GET('/api/v1/key-changes')) });

/** One change. */
export const useKeyChange = (changeId: string): UseQueryResult<KeyChange> =>
  useQuery({ queryKey: ['keys', 'change', changeId], queryFn: () => answered(api.GET('/api/v1/key-changes/{changeId}', { params: { path: { changeId } } })) });

/** An act that was sent again (a second click, a lost answer) carries the same command id, so that it never counts twice. */
function useCommandId(): (told: string) => string {
  const last = useRef<{ readonly told: string; readonly commandId: string } | null>(null);
  return (told) => {
    if (last.current?.told !== told) last.current = { told, commandId: newCommandId() };
    return last.current.commandId;
  };
}

/** Puts a change before a second security administrator. */
export function useProposeKeyChange(): UseMutationResult<KeyChange, Error, { readonly task: KeyTask; readonly reason: string }> {
  const client = useQueryClient();
  const commandId = useCommandId();
  return useMutation({
    mutationFn: async (given) => (await answered(api.POST('/api/v1/key-changes', { body: { commandId: commandId(JSON.stringify(given)), ...given } }))).change,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['keys'] }),
  });
}

/** An act on a change. */
export type KeyChangeAct = { readonly act: 'approve' | 'withdraw' } | { readonly act: 'reject'; readonly words: string };

/** Approves, rejects or withdraws a change as it was seen. */
export function useDecideKeyChange({ changeId, seq }: Pick<KeyChange, 'changeId' | 'seq'>): UseMutationResult<KeyChange, Error, KeyChangeAct> {
  const client = useQueryClient();
  const commandId = useCommandId();
  return useMutation({
    mutationFn: async (act) => {
      const body = { commandId: commandId(JSON.stringify([act, changeId, seq])), seenSeq: seq };
      const params = { path: { changeId } };
      switch (act.act) {
        case 'approve':
          return (await answered(api.POST('/api/v1/key-changes/{changeId}/approve', { params, body }))).change;
        case 'reject':
          return (await answered(api.POST('/api/v1/key-changes/{changeId}/reject', { params, body: { ...body, words: act.words } }))).change;
        case 'withdraw':
          return (await answered(api.POST('/api/v1/key-changes/{changeId}/withdraw', { params, body }))).change;
      }
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['keys'] }),
  });
}
