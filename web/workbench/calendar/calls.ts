import { useRef } from 'react';
import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { CalendarChange, CalendarChangeRow, CalendarEffect, CalendarHealth, CalendarTerms, CalendarYear } from '../../../contract/calendar.ts';
import type { FieldProblem } from '../../../contract/common.ts';
import type { Localized } from '../../../contract/language.ts';
import { answered, api } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';

/** One year of the calendar; the year before stays on the screen while the next is on its way. */
export const useCalendarYear = (year: number, enabled = true): UseQueryResult<CalendarYear> =>
  useQuery({
    queryKey: ['calendar', 'year', year], placeholderData: keepPreviousData, enabled,
    queryFn: () => answered(api.GET('/api/v1/calendar/years/{year}', { params: { path: { year } } })),
  });

/** How far the calendar reaches and what is wrong with it; asked again every hour. */
export const useCalendarHealth = (enabled = true): UseQueryResult<CalendarHealth> =>
  useQuery({ queryKey: ['calendar', 'health'], staleTime: 600_000, refetchInterval: 3_600_000, enabled, queryFn: () => answered(api.GET('/api/v1/calendar/health')) });

/** The newest changes. */
export const useCalendarChanges = (): UseQueryResult<{ changes: CalendarChangeRow[]; total: number }> =>
  useQuery({ queryKey: ['calendar', 'changes'], queryFn: () => answered(api.GET('/api/v1/calendar/changes')) });

/** One change with its effect on the calendar of now. */
export const useCalendarChange = (changeId: string): UseQueryResult<CalendarChange> =>
  useQuery({ queryKey: ['calendar', 'change', changeId], queryFn: () => answered(api.GET('/api/v1/calendar/changes/{changeId}', { params: { path: { changeId } } })) });

/** What a pasted notice was read into. */
export interface NoticeRead {
  readonly days: { on: string; kind: 'statutory_holiday' | 'makeup_workday' | 'weekend'; festival: string | null }[];
  readonly faults: { code: string; params: Record<string, string | number> }[];
  readonly unread: string[];
  readonly missing: Localized[];
}

/** Has a pasted notice read into days. */
export const useReadNotice = (): UseMutationResult<NoticeRead, Error, { year: number; text: string }> =>
  useMutation({ mutationFn: (body) => answered(api.POST('/api/v1/calendar/read-notice', { body })) });

/** What a change would do, or everything that is wrong with it. */
export interface ChangeChecked {
  readonly refusal: { code: string; params: Record<string, string | number> } | null;
  readonly faults: FieldProblem[];
  readonly effect: CalendarEffect | null;
}

/** Has a change judged without proposing it; the terms that were judged stay known. */
export const useCheckChange = (): UseMutationResult<ChangeChecked, Error, CalendarTerms> =>
  useMutation({ mutationFn: (body) => answered(api.POST('/api/v1/calendar/check-change', { body })) });

/** An act that was sent again (a second click, a lost answer) carries the same command id, so that it never counts twice. */
function useCommandId(): (told: string) => string {
  const last = useRef<{ readonly told: string; readonly commandId: string } | null>(null);
  return (told) => {
    if (last.current?.told !== told) last.current = { told, commandId: newCommandId() };
    return last.current.commandId;
  };
}

/** Puts a change before a second administrator. */
export function useProposeChange(): UseMutationResult<CalendarChange, Error, CalendarTerms> {
  const client = useQueryClient();
  const commandId = useCommandId();
  return useMutation({
    mutationFn: async (terms) => (await answered(api.POST('/api/v1/calendar/changes', { body: { commandId: commandId(JSON.stringify(terms)), terms } }))).change,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['calendar'] }),
  });
}

/** An act on a proposed change. */
export type ChangeAct = { readonly act: 'approve' | 'withdraw' } | { readonly act: 'reject'; readonly words: string };

/** Approves, rejects or withdraws a change as it was seen; afterwards everything of the calendar is read again. */
export function useDecideChange(change: Pick<CalendarChange, 'changeId' | 'seq'>): UseMutationResult<CalendarChange, Error, ChangeAct> {
  const client = useQueryClient();
  const commandId = useCommandId();
  return useMutation({
    mutationFn: async (act) => {
      const { changeId, seq } = change;
      const body = { commandId: commandId(JSON.stringify([act, changeId, seq])), seenSeq: seq };
      const params = { path: { changeId } };
      switch (act.act) {
        case 'approve':
          return (await answered(api.POST('/api/v1/calendar/changes/{changeId}/approve', { params, body }))).change;
        case 'reject':
          return (await answered(api.POST('/api/v1/calendar/changes/{changeId}/reject', { params, body: { ...body, words: act.words } }))).change;
        case 'withdraw':
          return (await answered(api.POST('/api/v1/calendar/changes/{changeId}/withdraw', { params, body }))).change;
      }
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['calendar'] }),
  });
}
