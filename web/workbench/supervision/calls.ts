import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { getFive, getOverview, listFigureItems, listFigureMatters, listRunning, MeasuredMatter } from '../../../contract/measures.ts';
import type { FindingRow, OrderRow, OrderView, StaffMessage, myDigest } from '../../../contract/supervision.ts';
import { answered, api, done } from '../server/api.ts';
import type { Figure, RunningLight, Side } from './address.ts';

/** What a list of running limits is asked with. */
export interface RunningAsked {
  readonly unit: string | undefined;
  readonly light: RunningLight;
}

/** What a measure is asked with: place, months, item, channel; none: the server's own choice. */
export interface MeasureAsked {
  readonly unit?: string | undefined;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly item?: string | null;
  readonly channel?: 'online' | 'window' | null;
}

/** Only what was said; an empty text says nothing. */
function said<T extends object>(asked: T): { [K in keyof T]?: Exclude<T[K], null | undefined> } {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null && value !== undefined && value !== '')) as { [K in keyof T]?: Exclude<T[K], null | undefined> };
}

export type Overview = ReplyOf<typeof getOverview>;
/** A place and what is below it, now. */
export const useOverview = (unit: string | undefined, enabled = true): UseQueryResult<Overview> =>
  useQuery({ queryKey: ['measures', 'overview', unit], enabled, queryFn: () => answered(api.GET('/api/v1/measures/overview', { params: { query: said({ unit }) } })) });

/** Running limits behind a light. */
export const useRunning = (asked: RunningAsked): UseQueryResult<ReplyOf<typeof listRunning>> =>
  useQuery({ queryKey: ['measures', 'running', asked], queryFn: () => answered(api.GET('/api/v1/measures/matters', { params: { query: said(asked) } })) });

/** The five hundred-percents; those before stay on the screen while a filter changes. */
export const useFive = (asked: MeasureAsked): UseQueryResult<ReplyOf<typeof getFive>> =>
  useQuery({ queryKey: ['measures', 'five', asked], placeholderData: keepPreviousData, queryFn: () => answered(api.GET('/api/v1/measures/five', { params: { query: said(asked) } })) });

export type MatterPage = ReplyOf<typeof listFigureMatters>;
const matterPage = (figure: Figure, side: Side, asked: MeasureAsked, after: string | null): Promise<MatterPage> =>
  answered(api.GET('/api/v1/measures/five/{figure}/matters', { params: { path: { figure }, query: { ...said({ ...asked, after }), side } } }));

/** The matters behind a share, 50 at a time. */
export const useFigureMatters = (figure: Figure, side: Side, asked: MeasureAsked): UseInfiniteQueryResult<InfiniteData<MatterPage, string | null>> =>
  useInfiniteQuery({
    queryKey: ['measures', 'figure', figure, side, asked], initialPageParam: null as string | null, getNextPageParam: (last: MatterPage) => last.next,
    queryFn: ({ pageParam }) => matterPage(figure, side, asked, pageParam),
  });

const sidePages = 4;

/** One side of a figure down to the matters of `day`, in at most four pages of fifty. */
async function sideSince(unit: string | undefined, side: Side, day: string): Promise<{ matters: MeasuredMatter[]; more: boolean }> {
  const matters: MeasuredMatter[] = [];
  let after: string | null = null;
  for (let page = 0; page < sidePages; page += 1) {
    const month = day.slice(0, 7);
    const found: MatterPage = await matterPage('one_number', side, { unit, from: month, to: month }, after);
    matters.push(...found.matters.filter((one) => one.receivedOn === day));
    after = found.next;
    if (after === null || found.matters.some((one) => one.receivedOn < day)) return { matters, more: false };
  }
  return { matters, more: true };
}

/** What was received on a day: every matter is on one side or the other of "one number", the newest first. */
export const useFiledOn = (unit: string | undefined, day: string): UseQueryResult<{ matters: MeasuredMatter[]; more: boolean }> =>
  useQuery({
    queryKey: ['measures', 'filed', unit, day],
    queryFn: async () => {
      const [counted, gap] = await Promise.all([sideSince(unit, 'counted', day), sideSince(unit, 'gap', day)]);
      return { matters: [...counted.matters, ...gap.matters].sort((a, b) => (a.number < b.number ? 1 : -1)), more: counted.more || gap.more };
    },
  });

/** The items behind a share. */
export const useFigureItems = (figure: Figure, side: Side): UseQueryResult<ReplyOf<typeof listFigureItems>> =>
  useQuery({ queryKey: ['measures', 'items', figure, side], queryFn: () => answered(api.GET('/api/v1/measures/five/{figure}/items', { params: { path: { figure }, query: { side } } })) });

/** What the rules found. */
export const useFindings = (asked: { readonly unit: string | undefined; readonly rule: string | null; readonly severity: 'warning' | 'yellow' | 'red' | null }): UseQueryResult<{ findings: FindingRow[]; total: number }> =>
  useQuery({ queryKey: ['findings', asked], placeholderData: keepPreviousData, queryFn: () => answered(api.GET('/api/v1/findings', { params: { query: said(asked) } })) });

/** Which orders a list shows. */
export const orderLists = ['running', 'mine', 'closed', 'all'] as const;
export type OrderList = (typeof orderLists)[number];

/** Supervision orders, the newest first. */
export const useOrders = (which: OrderList, unit: string | null): UseQueryResult<{ orders: OrderRow[]; total: number }> =>
  useQuery({
    queryKey: ['orders', which, unit], placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/api/v1/orders', { params: { query: { ...said({ unit }), ...(which === 'all' ? {} : which === 'mine' ? { mine: 'yes' as const } : { state: which }) } } })),
  });

/** One order, whole. */
export const useOrder = (orderId: string): UseQueryResult<OrderView> =>
  useQuery({ queryKey: ['order', orderId], queryFn: () => answered(api.GET('/api/v1/orders/{orderId}', { params: { path: { orderId } } })) });

/** What the caller was told as staff. */
export const useStaffMessages = (enabled: boolean): UseQueryResult<{ messages: StaffMessage[]; unread: number }> =>
  useQuery({ queryKey: ['staff-messages'], enabled, refetchInterval: 300_000, queryFn: () => answered(api.GET('/api/v1/me/staff-messages')) });

/** What is yellow or red for the caller now. */
export const useMyDigest = (): UseQueryResult<ReplyOf<typeof myDigest>> => useQuery({ queryKey: ['staff-messages', 'digest'], queryFn: () => answered(api.GET('/api/v1/me/digest')) });

/** Marks messages as read, one after the other. */
export function useMarkRead(): UseMutationResult<void, Error, readonly string[]> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (messageIds) => {
      for (const messageId of messageIds) await done(api.POST('/api/v1/me/staff-messages/{messageId}/mark-read', { params: { path: { messageId } } }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['staff-messages'] }),
  });
}
