import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { Operations, StuckJob } from '../../../contract/operations.ts';
import { answered, api, done, fileBytes } from '../server/api.ts';
import { useWords } from '../words/words.tsx';

/** Asked again this often while the page is open. */
const everyMs = 30_000;

/** Jobs out of tries, how many there are, and whether the reader may have one tried again. */
export interface StuckJobs {
  readonly jobs: StuckJob[];
  readonly total: number;
  readonly mayTryAgain: boolean;
}

/** How the installation runs; asked anew in another language, since the server says what it found in words. */
export function useOperations(): UseQueryResult<Operations> {
  const { language } = useWords();
  return useQuery({ queryKey: ['operations', 'all', language], refetchInterval: everyMs, placeholderData: keepPreviousData, queryFn: () => answered(api.GET('/api/v1/operations')) });
}

/** Jobs out of tries, the longest waiting first. */
export const useStuckJobs = (): UseQueryResult<StuckJobs> => useQuery({ queryKey: ['operations', 'jobs'], refetchInterval: everyMs, queryFn: () => answered(api.GET('/api/v1/operations/stuck-jobs')) });

/** Has a job tried again; afterwards everything is read anew, also where somebody else was faster. */
export function useTryAgain(): UseMutationResult<void, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (jobId) => done(api.POST('/api/v1/operations/stuck-jobs/{jobId}/try-again', { params: { path: { jobId } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['operations'] }),
  });
}

/** Takes the page as a table or as it was answered, and hands it to the browser as a file; answers its name. */
export const useTake = (today: string): UseMutationResult<string, Error, 'csv' | 'json'> =>
  useMutation({
    mutationFn: async (form) => {
      const file = await fileBytes(form === 'csv' ? '/api/v1/operations.csv' : '/api/v1/operations');
      const name = `operations-${today}.${form}`;
      const address = URL.createObjectURL(file);
      Object.assign(document.createElement('a'), { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      return name;
    },
  });
