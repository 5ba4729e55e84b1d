import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Absence, AbsenceColleague } from '../../../contract/absences.ts';
import { answered, api } from '../server/api.ts';

/** Absences that are not over, as far as the caller may see them. */
export const useAbsences = (): UseQueryResult<{ absences: Absence[] }> => useQuery({ queryKey: ['absences'], queryFn: () => answered(api.GET('/api/v1/absences')) });

/** Whose absence the caller may enter, and who could stand in for one of them; without one, for the caller. */
export const useAbsenceColleagues = (staffId: string | undefined, text: string): UseQueryResult<{ staff: AbsenceColleague[]; standIns: AbsenceColleague[] }> =>
  useQuery({
    queryKey: ['absence-colleagues', staffId, text], placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/api/v1/absences/colleagues', { params: { query: { ...(staffId ? { staffId } : {}), ...(text ? { text } : {}) } } })),
  });
