import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { HandlingChoices } from '../../../contract/handling.ts';
import { answered, api } from '../server/api.ts';

/** Whom a link may be handed to, which offices may be asked about it, and the due date of each length of time: from the server, as everything one may do. */
export const useChoices = (matterId: string, linkId: string): UseQueryResult<HandlingChoices> =>
  useQuery({ queryKey: ['choices', matterId, linkId], staleTime: 0, queryFn: () => answered(api.GET('/api/v1/matters/{matterId}/links/{linkId}/choices', { params: { path: { matterId, linkId } } })) });
