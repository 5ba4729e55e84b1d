import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Item } from '../../../contract/catalogue.ts';
import type { ItemSummary } from '../../../contract/items.ts';
import type { Draft, DraftCheck, MatterRow, MatterView } from '../../../contract/matters.ts';
import type { StaffMember } from '../../../contract/people.ts';
import type { Institution, Unit } from '../../../contract/units.ts';
import { answered, api } from './api.ts';

const longMs = 10 * 60_000;

/** Items found by plain words, pinyin or initials; all of them without a text. The list before stays while the next is on its way. */
export const useItems = (text: string): UseQueryResult<{ items: ItemSummary[]; suggestions: ItemSummary['name'][] }> =>
  useQuery({
    queryKey: ['items', text], staleTime: longMs, placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/api/v1/items', { params: { query: text ? { text } : {} } })),
  });

/** One item, whole, with how many of its facts were read somewhere. */
export const useItem = (taskCode: string | undefined): UseQueryResult<{ item: Item; facts: { total: number; verified: number }; departmentName: Item['summary'] }> =>
  useQuery({
    queryKey: ['item', taskCode], staleTime: longMs, enabled: taskCode !== undefined,
    queryFn: () => answered(api.GET('/api/v1/items/{taskCode}', { params: { path: { taskCode: taskCode ?? '' } } })),
  });

/** The clerk's unfinished applications. */
export const useDrafts = (): UseQueryResult<{ drafts: Draft[] }> => useQuery({ queryKey: ['drafts'], queryFn: () => answered(api.GET('/api/v1/drafts')) });

/** One draft as it is on the server; read once, then kept by useDraft. */
export const useDraftOnce = (draftId: string | undefined): UseQueryResult<Draft> =>
  useQuery({
    queryKey: ['draft', draftId], staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false, enabled: draftId !== undefined,
    queryFn: () => answered(api.GET('/api/v1/drafts/{draftId}', { params: { path: { draftId: draftId ?? '' } } })),
  });

/** What still stands between a draft and its filing; the answer before stays while the next is on its way. */
export const useDraftCheck = (draftId: string): UseQueryResult<DraftCheck> =>
  useQuery({ queryKey: ['draft-check', draftId], placeholderData: keepPreviousData, queryFn: () => answered(api.GET('/api/v1/drafts/{draftId}/check', { params: { path: { draftId } } })) });

/** The whole file of a matter. */
export const useMatter = (matterId: string | undefined): UseQueryResult<MatterView> =>
  useQuery({ queryKey: ['matter', matterId], enabled: matterId !== undefined, queryFn: () => answered(api.GET('/api/v1/matters/{matterId}', { params: { path: { matterId: matterId ?? '' } } })) });

/** Which part of the work: what waits, what I have taken, what I have done; and, for who leads an office, what others there have in hand. */
export const worklistViews = ['open', 'mine', 'done', 'held'] as const;
export type WorklistView = (typeof worklistViews)[number];

/** What waits for the caller's posts, the most urgent first; asked again every minute. */
export const useWorklist = (view: WorklistView, text: string): UseQueryResult<{ rows: MatterRow[]; total: number }> =>
  useQuery({
    queryKey: ['worklist', view, text], placeholderData: keepPreviousData, refetchInterval: 60_000,
    queryFn: () => answered(api.GET('/api/v1/worklist', { params: { query: { view, ...(text ? { text } : {}) } } })),
  });

/** Units below a parent, or found by name or code. */
export const useUnits = (query: { parent?: string; text?: string; kind?: Unit['kind'] }, enabled = true): UseQueryResult<{ units: Unit[] }> =>
  useQuery({
    queryKey: ['units', query], staleTime: longMs, enabled, placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/api/v1/units', { params: { query } })),
  });

/** One unit with its ancestors and institutions. */
export const useUnit = (code: string | undefined): UseQueryResult<{ unit: Unit; ancestors: Unit[]; institutions: Institution[] }> =>
  useQuery({ queryKey: ['unit', code], staleTime: longMs, enabled: code !== undefined && code !== '', queryFn: () => answered(api.GET('/api/v1/units/{code}', { params: { path: { code: code ?? '' } } })) });

/** Staff by name, found by text. */
export const useStaff = (text: string): UseQueryResult<{ staff: StaffMember[]; total: number }> =>
  useQuery({ queryKey: ['staff', text], placeholderData: keepPreviousData, queryFn: () => answered(api.GET('/api/v1/staff', { params: { query: text ? { text } : {} } })) });
