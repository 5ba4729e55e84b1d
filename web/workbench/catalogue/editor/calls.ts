import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { CatalogueChange, CatalogueChangeRow, CatalogueItemRow, CatalogueProcessRow, CatalogueStart, TestRun, TestRunBody } from '../../../../contract/catalogue-admin.ts';
import { answered, api } from '../../server/api.ts';
import { newCommandId } from '../../server/command-id.ts';

const base = '/api/v1/catalogue-admin';

/** One change, read once when the editor opens: what is typed is not read over. */
export const useChange = (changeId: string): UseQueryResult<CatalogueChange> =>
  useQuery({ queryKey: ['catalogue-change-once', changeId], staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false, queryFn: () => readChange(changeId) });

export const readChange = (changeId: string): Promise<CatalogueChange> => answered(api.GET(`${base}/changes/{changeId}`, { params: { path: { changeId } } }));

/** Drafts and proposals, those that wait first. */
export const useChanges = (status: CatalogueChangeRow['status']): UseQueryResult<{ changes: CatalogueChangeRow[]; total: number }> =>
  useQuery({ queryKey: ['catalogue-changes', status], queryFn: () => answered(api.GET(`${base}/changes`, { params: { query: { status } } })) });

/** Processes in their newest versions. */
export const useProcesses = (): UseQueryResult<{ processes: CatalogueProcessRow[] }> => useQuery({ queryKey: ['catalogue-processes'], staleTime: 60_000, queryFn: () => answered(api.GET(`${base}/processes`)) });

/** Items in their newest versions, for what a process may call. */
export const useAdminItems = (): UseQueryResult<{ items: CatalogueItemRow[] }> => useQuery({ queryKey: ['catalogue-items'], staleTime: 60_000, queryFn: () => answered(api.GET(`${base}/items`)) });

/** The drawing of a process in one version. */
export const useProcessXml = (processId: string, version: number | undefined): UseQueryResult<{ bpmn: string }> =>
  useQuery({ queryKey: ['catalogue-process', processId, version], staleTime: Number.POSITIVE_INFINITY, enabled: version !== undefined && processId !== '', queryFn: () => answered(api.GET(`${base}/processes/{processId}/versions/{version}`, { params: { path: { processId, version: version ?? 1 } } })) });

/** Begins a draft. */
export function useBegin(): UseMutationResult<{ change: CatalogueChange }, unknown, CatalogueStart> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (start: CatalogueStart) => answered(api.POST(`${base}/changes`, { body: { commandId: newCommandId(), start: start as never } })),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['catalogue-changes'] }),
  });
}

/** Saves a draft as its next revision. */
export const saveChange = (changeId: string, body: { readonly seenRevision: number; readonly content: CatalogueChange['content']; readonly terms: CatalogueChange['terms']; readonly rebase?: boolean }): Promise<{ change: CatalogueChange }> =>
  answered(api.POST(`${base}/changes/{changeId}/save`, { params: { path: { changeId } }, body: body as never }));

/** Puts a draft before a second administrator, or takes that back. */
export const actOnChange = (act: 'propose' | 'withdraw', changeId: string, seenRevision: number, commandId: string): Promise<{ change: CatalogueChange }> => {
  const call = { params: { path: { changeId } }, body: { commandId, seenRevision } };
  return answered(act === 'propose' ? api.POST(`${base}/changes/{changeId}/propose`, call) : api.POST(`${base}/changes/{changeId}/withdraw`, call));
};

/** Throws a draft away. */
export const discardChange = (changeId: string, seenRevision: number): Promise<{ discarded: boolean }> => answered(api.POST(`${base}/changes/{changeId}/discard`, { params: { path: { changeId } }, body: { seenRevision } }));

/** Plays an invented application on what is saved. */
export const playChange = (changeId: string, body: TestRunBody): Promise<TestRun> => answered(api.POST(`${base}/changes/{changeId}/test-run`, { params: { path: { changeId } }, body: body as never }));
