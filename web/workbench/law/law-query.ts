import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Law } from '../../../contract/law.ts';
import { answered, api } from '../server/api.ts';

/** Every rule pack that is or was in force; packs change only with a restart of the server. */
export const useLaw = (): UseQueryResult<Law> => useQuery({ queryKey: ['law'], staleTime: 10 * 60_000, queryFn: () => answered(api.GET('/api/v1/law')) });
