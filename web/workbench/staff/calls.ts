import { useRef } from 'react';
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { FirstPassword, StaffChange, StaffChangeTerms, StaffFile } from '../../../contract/staff-changes.ts';
import { answered, api } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';

/** Changes of staff with how many wait, and whether one decides alone. */
export interface StaffChanges {
  readonly changes: StaffChange[];
  readonly total: number;
  readonly waiting: number;
  readonly forMe: number;
  readonly founding: boolean;
  readonly mayPropose: boolean;
}

/** All changes, those that wait first; asked again every minute. */
export const useStaffChanges = (enabled = true): UseQueryResult<StaffChanges> =>
  useQuery({ queryKey: ['staff', 'changes'], enabled, refetchInterval: 60_000, queryFn: () => answered(api.GET('/api/v1/staff-changes')) });

/** One change. */
export const useStaffChange = (changeId: string): UseQueryResult<StaffChange> =>
  useQuery({ queryKey: ['staff', 'change', changeId], queryFn: () => answered(api.GET('/api/v1/staff-changes/{changeId}', { params: { path: { changeId } } })) });

/** One member of staff with posts and history. */
export const useStaffFile = (staffId: string): UseQueryResult<StaffFile> =>
  useQuery({ queryKey: ['staff', 'file', staffId], queryFn: () => answered(api.GET('/api/v1/staff/{staffId}', { params: { path: { staffId } } })) });

/** An act that was sent again (a second click, a lost answer) carries the same command id, so that it never counts twice. */
function useCommandId(): (told: string) => string {
  const last = useRef<{ readonly told: string; readonly commandId: string } | null>(null);
  return (told) => {
    if (last.current?.told !== told) last.current = { told, commandId: newCommandId() };
    return last.current.commandId;
  };
}

/** Puts a change before a second security administrator. */
export function useProposeStaffChange(): UseMutationResult<StaffChange, Error, StaffChangeTerms> {
  const client = useQueryClient();
  const commandId = useCommandId();
  return useMutation({
    mutationFn: async (terms) => (await answered(api.POST('/api/v1/staff-changes', { body: { commandId: commandId(JSON.stringify(terms)), terms } }))).change,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['staff'] }),
  });
}

/** An act on a proposed change. */
export type StaffChangeAct = { readonly act: 'approve' | 'withdraw' } | { readonly act: 'reject'; readonly words: string };

/** Approves, rejects or withdraws a change as it was seen; answers the passwords an approval made. */
export function useDecideStaffChange({ changeId, seq }: Pick<StaffChange, 'changeId' | 'seq'>): UseMutationResult<readonly FirstPassword[], Error, StaffChangeAct> {
  const client = useQueryClient();
  const commandId = useCommandId();
  return useMutation({
    mutationFn: async (act) => {
      const body = { commandId: commandId(JSON.stringify([act, changeId, seq])), seenSeq: seq };
      const params = { path: { changeId } };
      switch (act.act) {
        case 'approve':
          return (await answered(api.POST('/api/v1/staff-changes/{changeId}/approve', { params, body }))).firstPasswords;
        case 'reject':
          await answered(api.POST('/api/v1/staff-changes/{changeId}/reject', { params, body: { ...body, words: act.words } }));
          return [];
        case 'withdraw':
          await answered(api.POST('/api/v1/staff-changes/{changeId}/withdraw', { params, body }));
          return [];
      }
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['staff'] }),
  });
}
