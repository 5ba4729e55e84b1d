import { useMemo, useState, type ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Tree } from 'antd';
import type { Unit } from '../../../contract/units.ts';
import { answered, api } from '../server/api.ts';
import { useUnits } from '../server/queries.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';

interface Node {
  readonly key: string;
  readonly title: ReactElement;
  readonly isLeaf: boolean;
  readonly children?: Node[];
}

/** The units of the city: city → district → street → community, each level read when it is opened. */
export function UnitTree({ chosen, onChoose, height }: { readonly chosen: string | undefined; readonly onChoose: (code: string) => void; readonly height: number }): ReactElement {
  const { t, of } = useWords();
  const client = useQueryClient();
  const city = useUnits({ kind: 'city' });
  const top = city.data?.units[0];
  const districts = useUnits({ parent: top?.code ?? '' }, top !== undefined);
  const [below, setBelow] = useState<Readonly<Record<string, readonly Unit[]>>>({});
  const nodes = useMemo(() => {
    const nodeOf = (unit: Unit): Node => {
      const children = unit.code === top?.code ? districts.data?.units : below[unit.code];
      return { key: unit.code, title: <UnitName unit={unit} name={of(unit.name)} />, isLeaf: unit.kind === 'community', ...(children ? { children: children.map(nodeOf) } : {}) };
    };
    return top ? [nodeOf(top)] : [];
  }, [top, districts.data, below, of]);
  if (city.isPending || (top && districts.isPending)) return <SkeletonRows count={8} />;
  if (city.isError || districts.isError) return <FailureNotice error={city.error ?? districts.error} onRetry={() => void (city.isError ? city.refetch() : districts.refetch())} />;
  const load = async (code: string): Promise<void> => {
    const query = { parent: code };
    const read = await client.fetchQuery({ queryKey: ['units', query], staleTime: 600_000, queryFn: () => answered(api.GET('/api/v1/units', { params: { query } })) });
    setBelow((before) => ({ ...before, [code]: read.units }));
  };
  return (
    <Tree<Node>
      aria-label={t('screen.units')} treeData={nodes} height={height} blockNode showLine defaultExpandedKeys={top ? [top.code] : []} selectedKeys={chosen ? [chosen] : []}
      loadData={async (node) => {
        if (!node.children) await load(node.key);
      }}
      onSelect={(keys) => (keys[0] === undefined ? undefined : onChoose(String(keys[0])))}
    />
  );
}

/** A unit's name with what must be known about its code: virtual, not a street, a functional area. */
export function UnitName({ unit, name }: { readonly unit: Unit; readonly name: string }): ReactElement {
  return <span>{name} <UnitMarks unit={unit} /></span>;
}

/** The marks of a unit, each as a word. */
export function UnitMarks({ unit }: { readonly unit: Unit }): ReactElement {
  const { t } = useWords();
  const marks = [
    ...(unit.virtual ? [t('units.virtual')] : []), ...(unit.notAStreet ? [t('units.not_a_street')] : []), ...(unit.kind === 'functional_area' ? [t('units.functional_area')] : []), ...(unit.validTo ? [t('units.ended', { date: unit.validTo })] : []),
  ];
  return <>{marks.map((mark) => <span key={mark} className="wb-mark-word">{mark}</span>)}</>;
}
