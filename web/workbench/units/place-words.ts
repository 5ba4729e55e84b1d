import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { Localized } from '../../../contract/language.ts';
import type { Unit } from '../../../contract/units.ts';
import { answered, api } from '../server/api.ts';
import { useUnit, useUnits } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';

/** The name of a unit by its code, from what was read; the code itself until then. */
export function useUnitName(code: string): string {
  const { of } = useWords();
  const unit = useUnit(code);
  return unit.data ? of(unit.data.unit.name) : code;
}

/** Says where a community lies: "name · street · district", or only "street · district" with `within`. Districts and streets are read once (few); a community's own name when it is asked for. */
export function usePlaceWords(): (code: string, within?: boolean) => string {
  const { of } = useWords();
  const districts = useUnits({ kind: 'district' });
  const areas = useUnits({ kind: 'functional_area' });
  const streets = useUnits({ kind: 'street' });
  const client = useQueryClient();
  const known = new Map<string, Localized>([...(districts.data?.units ?? []), ...(areas.data?.units ?? []), ...(streets.data?.units ?? [])].map((unit) => [unit.code, unit.name]));
  const communities = client.getQueriesData<{ units: Unit[] }>({ queryKey: ['units'] }).flatMap(([, data]) => data?.units ?? []);
  const one = (code: string): string | undefined => {
    const name = known.get(code) ?? communities.find((unit) => unit.code === code)?.name ?? client.getQueryData<{ unit: Unit }>(['unit', code])?.unit.name;
    return name && of(name);
  };
  return (code, within = false) => {
    const parents = [one(code.slice(0, 9)), one(code.slice(0, 6))].filter((name) => name !== undefined);
    return [...(within ? [] : [one(code) ?? code]), ...parents].join(' · ');
  };
}

/** Reads the names of these units, so that `usePlaceWords` knows them. */
export function useKnownUnits(codes: readonly string[]): void {
  useQueries({
    queries: codes.filter((code) => code !== '').map((code) => ({
      queryKey: ['unit', code], staleTime: 600_000, queryFn: () => answered(api.GET('/api/v1/units/{code}', { params: { path: { code } } })),
    })),
  });
}
