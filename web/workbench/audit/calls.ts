import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { AuditExport, AuditRecord, Delay, Signal } from '../../../contract/access-log.ts';
import { answered, api } from '../server/api.ts';

/** Signals in a state, or all. */
export const useSignals = (state: Signal['state'] | null): UseQueryResult<{ signals: Signal[]; total: number; open: number }> =>
  useQuery({ queryKey: ['audit', 'signals', state], queryFn: () => answered(api.GET('/api/v1/audit/signals', { params: { query: state ? { state } : {} } })) });

/** The records of a signal; looking at them is recorded, so they are asked for once. */
export const useSignalRecords = (signalId: string): UseQueryResult<{ records: AuditRecord[]; total: number }> =>
  useQuery({ queryKey: ['audit', 'records', signalId], staleTime: Number.POSITIVE_INFINITY, queryFn: () => answered(api.GET('/api/v1/audit/signals/{signalId}/records', { params: { path: { signalId } } })) });

/** What is looked for: a number or a login, and the days. */
export interface Search {
  readonly number?: string;
  readonly login?: string;
  readonly fromOn: string;
  readonly toOn: string;
}

/** Looks for records. */
export const useSearch = (): UseMutationResult<{ found: boolean; records: AuditRecord[]; total: number }, Error, Search> =>
  useMutation({ mutationFn: (body) => answered(api.POST('/api/v1/audit/search', { body })) });

/** Delays asked for. */
export const useDelays = (): UseQueryResult<{ delays: Delay[] }> => useQuery({ queryKey: ['audit', 'delays'], queryFn: () => answered(api.GET('/api/v1/audit/delays')) });
/** Exports asked for. */
export const useExports = (): UseQueryResult<{ exports: AuditExport[] }> => useQuery({ queryKey: ['audit', 'exports'], queryFn: () => answered(api.GET('/api/v1/audit/exports')) });

/** An act of these screens. */
export type AuditAct =
  | { readonly act: 'decide_signal'; readonly signalId: string; readonly state: 'explained' | 'handed_on'; readonly note: string }
  | { readonly act: 'propose_delay'; readonly body: { readonly number: string; readonly institution: string; readonly ground: Delay['ground']; readonly reference: string; readonly untilOn: string } }
  | { readonly act: 'decide_delay'; readonly delayId: string; readonly agree: boolean }
  | { readonly act: 'propose_export'; readonly body: { readonly kind: AuditExport['kind']; readonly fromOn: string; readonly toOn: string; readonly login?: string; readonly reason: string } }
  | { readonly act: 'decide_export'; readonly exportId: string; readonly agree: boolean };

/** Does an act; afterwards the lists are read again. */
export function useAuditAct(): UseMutationResult<unknown, Error, AuditAct> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (act): Promise<unknown> => {
      switch (act.act) {
        case 'decide_signal':
          return answered(api.POST('/api/v1/audit/signals/{signalId}/decide', { params: { path: { signalId: act.signalId } }, body: { state: act.state, note: act.note } }));
        case 'propose_delay':
          return answered(api.POST('/api/v1/audit/delays', { body: act.body }));
        case 'decide_delay':
          return answered(api.POST('/api/v1/audit/delays/{delayId}/decide', { params: { path: { delayId: act.delayId } }, body: { agree: act.agree } }));
        case 'propose_export':
          return answered(api.POST('/api/v1/audit/exports', { body: act.body }));
        case 'decide_export':
          return answered(api.POST('/api/v1/audit/exports/{exportId}/decide', { params: { path: { exportId: act.exportId } }, body: { agree: act.agree } }));
      }
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: ['audit'] }),
  });
}

/** Takes an agreed export and hands it to the browser as a file. */
export const useTake = (): UseMutationResult<void, Error, { readonly exportId: string; readonly form: 'csv' | 'json-lines' }> =>
  useMutation({
    mutationFn: async ({ exportId, form }) => {
      const params = { path: { exportId } };
      const file: Blob = form === 'csv'
        ? await answered(api.POST('/api/v1/audit/exports/{exportId}/csv', { params, parseAs: 'blob' }) as Promise<{ data?: Blob; error?: unknown; response: Response }>)
        : await answered(api.POST('/api/v1/audit/exports/{exportId}/json-lines', { params, parseAs: 'blob' }) as Promise<{ data?: Blob; error?: unknown; response: Response }>);
      const address = URL.createObjectURL(file);
      Object.assign(document.createElement('a'), { href: address, download: `audit-${exportId}.${form === 'csv' ? 'csv' : 'jsonl'}` }).click();
      URL.revokeObjectURL(address);
    },
  });
