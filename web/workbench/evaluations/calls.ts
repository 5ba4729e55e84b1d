import { useRef } from 'react';
import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { CaseRow, CaseView, FigureRow } from '../../../contract/evaluations.ts';
import { answered, api, codeOf } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';

/** The caller's cases; asked again every minute. */
export const useCases = (view: 'open' | 'closed'): UseQueryResult<{ rows: CaseRow[]; total: number }> =>
  useQuery({ queryKey: ['evaluation-cases', view], placeholderData: keepPreviousData, refetchInterval: 60_000, queryFn: () => answered(api.GET('/api/v1/evaluations/cases', { params: { query: { view } } })) });

/** The file of one case. Each call is recorded, so it is not repeated for a window that gets the focus again. */
export const useCase = (caseId: string): UseQueryResult<CaseView> =>
  useQuery({ queryKey: ['evaluation-case', caseId], staleTime: 60_000, refetchOnWindowFocus: false, queryFn: async () => (await answered(api.GET('/api/v1/evaluations/cases/{caseId}', { params: { path: { caseId } } }))).case });

/** Figures of a quarter. */
export const useFigures = (quarter: string): UseQueryResult<{ rows: FigureRow[] }> =>
  useQuery({ queryKey: ['evaluation-figures', quarter], placeholderData: keepPreviousData, queryFn: () => answered(api.GET('/api/v1/evaluations/figures', { params: { query: { quarter } } })) });

/** An act on a case, as somebody means it. */
export type CaseAct =
  | { readonly kind: 'verify'; readonly real: boolean; readonly words: string }
  | { readonly kind: 'decide_complaint'; readonly founded: boolean; readonly words: string }
  | { readonly kind: 'mend'; readonly words: string }
  | { readonly kind: 'call_back'; readonly reached: boolean; readonly satisfied: boolean | null; readonly words: string }
  | { readonly kind: 'raise_appeal'; readonly ground: 'mistaken' | 'malicious'; readonly words: string }
  | { readonly kind: 'decide_appeal'; readonly strikeOut: boolean; readonly words: string };

async function callAct(caseId: string, act: CaseAct, meta: { commandId: string; seenSeq: number }): Promise<CaseView> {
  const params = { path: { caseId } };
  const { kind, ...said } = act;
  switch (kind) {
    case 'verify':
      return (await answered(api.POST('/api/v1/evaluations/cases/{caseId}/verify', { params, body: { ...meta, ...(said as Omit<Extract<CaseAct, { kind: 'verify' }>, 'kind'>) } }))).case;
    case 'decide_complaint':
      return (await answered(api.POST('/api/v1/evaluations/cases/{caseId}/decide-complaint', { params, body: { ...meta, ...(said as Omit<Extract<CaseAct, { kind: 'decide_complaint' }>, 'kind'>) } }))).case;
    case 'mend':
      return (await answered(api.POST('/api/v1/evaluations/cases/{caseId}/mend', { params, body: { ...meta, words: act.words } }))).case;
    case 'call_back':
      return (await answered(api.POST('/api/v1/evaluations/cases/{caseId}/call-back', { params, body: { ...meta, ...(said as Omit<Extract<CaseAct, { kind: 'call_back' }>, 'kind'>) } }))).case;
    case 'raise_appeal':
      return (await answered(api.POST('/api/v1/evaluations/cases/{caseId}/raise-appeal', { params, body: { ...meta, ...(said as Omit<Extract<CaseAct, { kind: 'raise_appeal' }>, 'kind'>) } }))).case;
    case 'decide_appeal':
      return (await answered(api.POST('/api/v1/evaluations/cases/{caseId}/decide-appeal', { params, body: { ...meta, ...(said as Omit<Extract<CaseAct, { kind: 'decide_appeal' }>, 'kind'>) } }))).case;
  }
}

/** Sends acts on a case; the same act sent again carries the same command id. Somebody faster: the newest is fetched, what was typed stays. */
export function useCaseAct(view: CaseView): UseMutationResult<CaseView, unknown, CaseAct> {
  const client = useQueryClient();
  const last = useRef<{ readonly told: string; readonly commandId: string } | null>(null);
  return useMutation({
    mutationFn: (act: CaseAct) => {
      const told = JSON.stringify([act, view.seq]);
      if (last.current?.told !== told) last.current = { told, commandId: newCommandId() };
      return callAct(view.caseId, act, { commandId: last.current.commandId, seenSeq: view.seq });
    },
    onSuccess: (next) => {
      client.setQueryData(['evaluation-case', view.caseId], next);
      void client.invalidateQueries({ queryKey: ['evaluation-cases'] });
    },
    onError: (error) => {
      if (['matter.changed_meanwhile', 'evaluations.case_closed', 'evaluations.not_this_step'].includes(codeOf(error))) void client.invalidateQueries({ queryKey: ['evaluation-case', view.caseId] });
    },
  });
}
