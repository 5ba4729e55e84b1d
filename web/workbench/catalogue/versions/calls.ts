import { useRef } from 'react';
import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { CatalogueChange, CatalogueChangeRow, CatalogueContent, CatalogueDifference, CatalogueOverride, CatalogueTerms, CatalogueVersion, OverridableField } from '../../../../contract/catalogue-admin.ts';
import type { Localized } from '../../../../contract/language.ts';
import { answered, api } from '../../server/api.ts';
import { newCommandId } from '../../server/command-id.ts';

const base = '/api/v1/catalogue-admin';

/** An item's versions, districts' own values and changes. */
export interface ItemVersions {
  readonly name: Localized;
  readonly versions: CatalogueVersion[];
  readonly overrides: CatalogueOverride[];
  readonly changes: CatalogueChangeRow[];
  readonly districts: { unit: string; name: Localized }[];
}

export const useItemVersions = (taskCode: string): UseQueryResult<ItemVersions> =>
  useQuery({ queryKey: ['catalogue-versions', taskCode], queryFn: () => answered(api.GET(`${base}/items/{taskCode}/versions`, { params: { path: { taskCode } } })) });

/** Two sides that are compared: two versions of an item, or two districts. */
export type Sides = { readonly from: number; readonly to: number } | { readonly left: string; readonly right: string };

interface Compared {
  readonly differences: CatalogueDifference[];
}

/** What is other between them; the comparison before stays on the screen while the next is on its way. */
export const useDifferences = (taskCode: string, sides: Sides | null): UseQueryResult<Compared> =>
  useQuery({
    queryKey: ['catalogue-versions', taskCode, 'diff', sides], enabled: sides !== null, placeholderData: keepPreviousData,
    queryFn: async (): Promise<Compared> => {
      if (sides === null) return { differences: [] };
      return 'from' in sides
        ? answered(api.GET(`${base}/items/{taskCode}/version-diff`, { params: { path: { taskCode }, query: { from: sides.from, to: sides.to } } }))
        : answered(api.GET(`${base}/items/{taskCode}/district-diff`, { params: { path: { taskCode }, query: { left: sides.left, right: sides.right } } }));
    },
  });

/** Address of a difference as a file. */
export const exportPath = (taskCode: string, kind: 'xlsx' | 'csv', of: Sides | { readonly changeId: string }): string =>
  `${base}/items/${encodeURIComponent(taskCode)}/diff.${kind}?${new URLSearchParams(Object.entries(of).map(([name, value]) => [name, String(value)])).toString()}`;

/** The newest changes, those that wait first. */
export const useCatalogueChanges = (): UseQueryResult<{ changes: CatalogueChangeRow[]; total: number }> =>
  useQuery({ queryKey: ['catalogue-changes', 'all'], refetchInterval: 60_000, queryFn: () => answered(api.GET(`${base}/changes`, { params: { query: {} } })) });

/** One change, judged on the catalogue of now. */
export const useCatalogueChange = (changeId: string): UseQueryResult<CatalogueChange> =>
  useQuery({ queryKey: ['catalogue-changes', 'one', changeId], queryFn: () => answered(api.GET(`${base}/changes/{changeId}`, { params: { path: { changeId } } })) });

/** An act that was sent again (a second click, a lost answer) carries the same command id, so that it never counts twice. */
function useCommandId(): (told: string) => string {
  const last = useRef<{ readonly told: string; readonly commandId: string } | null>(null);
  return (told) => {
    if (last.current?.told !== told) last.current = { told, commandId: newCommandId() };
    return last.current.commandId;
  };
}

/** Everything of the catalogue is read again. */
function useReadAgain(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => ['catalogue-changes', 'catalogue-versions', 'catalogue-items', 'items', 'item'].includes(String(first)) });
}

/** An act on a change. */
export type ChangeAct = { readonly act: 'approve' | 'withdraw' | 'discard' } | { readonly act: 'reject'; readonly words: string };

/** Decides a change as it was seen; afterwards everything of the catalogue is read again. */
export function useDecideCatalogueChange(change: Pick<CatalogueChange, 'changeId' | 'revision'>): UseMutationResult<CatalogueChange | null, Error, ChangeAct> {
  const commandId = useCommandId();
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: async (act) => {
      const { changeId, revision: seenRevision } = change;
      const params = { path: { changeId } };
      const body = { commandId: commandId(JSON.stringify([act, changeId, seenRevision])), seenRevision };
      switch (act.act) {
        case 'approve':
          return (await answered(api.POST(`${base}/changes/{changeId}/approve`, { params, body }))).change;
        case 'reject':
          return (await answered(api.POST(`${base}/changes/{changeId}/reject`, { params, body: { ...body, words: act.words } }))).change;
        case 'withdraw':
          return (await answered(api.POST(`${base}/changes/{changeId}/withdraw`, { params, body }))).change;
        case 'discard':
          await answered(api.POST(`${base}/changes/{changeId}/discard`, { params, body: { seenRevision } }));
          return null;
      }
    },
    onSettled: readAgain,
  });
}

/** What a district may set for itself on an item. */
export const useOverridable = (taskCode: string): UseQueryResult<{ fields: OverridableField[] }> =>
  useQuery({ queryKey: ['catalogue-versions', taskCode, 'overridable'], queryFn: () => answered(api.GET(`${base}/items/{taskCode}/overridable`, { params: { path: { taskCode } } })) });

/** A district's own values as they are proposed. */
export interface OverrideProposal {
  readonly unit: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly terms: CatalogueTerms;
}

/** Opens a draft of a district's own values, saves and proposes it: three calls of one act. A draft whose proposal was refused stays, and the next try goes on with it. */
export function useProposeOverride(taskCode: string): UseMutationResult<CatalogueChange, Error, OverrideProposal> {
  const readAgain = useReadAgain();
  const commandId = useCommandId();
  const opened = useRef<CatalogueChange | null>(null);
  return useMutation({
    mutationFn: async ({ unit, fields, terms }) => {
      const start = { from: 'override' as const, taskCode, unit };
      const draft = opened.current?.unit === unit ? opened.current : (await answered(api.POST(`${base}/changes`, { body: { commandId: commandId(JSON.stringify(start)), start } }))).change;
      opened.current = draft;
      const content: CatalogueContent = { kind: 'override', taskCode, unit, fields: { ...fields } };
      const saved = (await answered(api.POST(`${base}/changes/{changeId}/save`, { params: { path: { changeId: draft.changeId } }, body: { seenRevision: draft.revision, content, terms } }))).change;
      opened.current = saved;
      return (await answered(api.POST(`${base}/changes/{changeId}/propose`, { params: { path: { changeId: draft.changeId } }, body: { commandId: newCommandId(), seenRevision: saved.revision } }))).change;
    },
    onSettled: readAgain,
  });
}

/** Begins a draft from an item or an earlier change. */
export function useBeginDraft(): UseMutationResult<CatalogueChange, Error, { readonly from: 'item'; readonly taskCode: string } | { readonly from: 'change'; readonly changeId: string }> {
  const readAgain = useReadAgain();
  return useMutation({ mutationFn: async (start) => (await answered(api.POST(`${base}/changes`, { body: { commandId: newCommandId(), start } }))).change, onSettled: readAgain });
}
