import type { ReactElement } from 'react';
import { FailureNotice, SkeletonRows } from '../../shell/states.tsx';
import { exportPath, useDifferences, type Sides } from './calls.ts';
import { DifferenceTable } from './difference-table.tsx';
import { ExportLinks } from './export-links.tsx';

/** What is other between two sides. */
export function Comparison({ taskCode, sides, heads }: { readonly taskCode: string; readonly sides: Sides; readonly heads: readonly [string, string] }): ReactElement {
  const read = useDifferences(taskCode, sides);
  if (read.isError) return <FailureNotice error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <SkeletonRows count={4} />;
  return <DifferenceTable differences={read.data.differences} heads={heads} exports={<ExportLinks path={(kind) => exportPath(taskCode, kind, sides)} />} />;
}
