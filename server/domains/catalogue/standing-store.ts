/** The catalogue as this process has it in memory; read again after a publication, from whichever process it came. */
import type { Handle } from '../../platform/db/database.ts';
import { readProcess, type ReadProcess } from './process-folder.ts';
import { readItemRows, readOverrideRows, readProcessRows } from './store.ts';
import { versionsOf, type ItemRow, type Versions } from './versions.ts';

/** A stored process, the text it was read from and the change it came from. */
export interface KeptProcess extends ReadProcess {
  readonly id: string;
  readonly version: number;
  readonly bpmn: string;
  readonly changeId: string | null;
}

/** What stands, and how to look again. */
export interface StandingCatalogue {
  /** Another object after each publication. */
  versions(): Versions;
  /** Newest version unless one is named; undefined where there is none. */
  process(id: string, version?: number): KeptProcess | undefined;
  /** Every process in its newest version, in order of id. */
  processes(): readonly KeptProcess[];
  /** Reads what was published since, here or by another process. */
  refresh(): Promise<void>;
}

/** Reads items, processes and districts' own values. Stored processes were sound when they were published; one that is not any more is a bug of this release and throws. */
export async function openStanding(handle: Handle): Promise<StandingCatalogue> {
  const rows = new Map<string, ItemRow>();
  const processes = new Map<string, KeptProcess>();
  const newest = new Map<string, number>();
  let overrideCount = -1;
  let versions = versionsOf([], []);
  const readAgain = async (): Promise<void> => {
    const [newRows, newProcesses, overrides] = await Promise.all([readItemRows(handle, [...rows.keys()]), readProcessRows(handle, [...processes.keys()]), readOverrideRows(handle)]);
    for (const row of newProcesses) {
      const read = await readProcess(row.id, row.bpmn);
      if (!read.ok) throw new Error(`catalogue: process ${row.id} version ${row.version}: ${read.problems.map((one) => `${one.pointer} ${one.code}`).join(', ')}`);
      processes.set(`${row.id} ${row.version}`, { ...read.process, ...row });
      newest.set(row.id, Math.max(row.version, newest.get(row.id) ?? 0));
    }
    for (const row of newRows) rows.set(`${row.taskCode} ${row.version}`, row);
    if (newRows.length > 0 || overrides.length !== overrideCount) versions = versionsOf([...rows.values()], overrides);
    overrideCount = overrides.length;
  };
  // One reading after another: two at once could end in the other order than they began.
  let reading: Promise<void> = readAgain();
  await reading;
  return {
    versions: () => versions,
    process: (id, version = newest.get(id)) => processes.get(`${id} ${version ?? 0}`),
    processes: () => [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, version]) => processes.get(`${id} ${version}`) ?? []),
    refresh: () => {
      reading = reading.catch(() => undefined).then(readAgain);
      return reading;
    },
  };
}
