import type { ClientBase } from 'pg';
import { rootOfLeaves } from '../../../server/platform/ledger/merkle.ts';
import type { City } from './city.ts';
import { compareCommands, frozen } from './compare.ts';
import { filesKept } from './files-kept.ts';
import type { Journal } from './journal.ts';
import { mattersHold } from './matters-hold.ts';

/** What one look at a running city found. */
export interface Look {
  readonly lost: readonly string[];
  readonly broken: readonly string[];
  /** acknowledged acts and uploads looked for; matters and files examined so far */
  readonly acknowledged: number;
  readonly matters: number;
  readonly files: number;
  readonly ms: number;
}

/** Looks at one city again and again; what did not change since the last look is not recomputed until `whole`. */
export interface Examiner {
  look(): Promise<Look>;
  /** Everything anew, with every index against its table and the whole tree. */
  whole(): Promise<Look>;
}

/**
 * The invariants of the test programme that hold for every city at every moment: INV-1, 2 (journals), 3 (chains, tree), 4, 5, 6, 10, 11, 12. People may be at work
 * meanwhile: the journal is read before the database, and the database in one snapshot.
 */
export function examiner(city: City, journal: Pick<Journal, 'entries'>, { files = true }: { readonly files?: boolean } = {}): Examiner {
  let seenMatters = new Map<string, number>();
  let seenFiles = new Set<string>();
  async function examine(whole: boolean): Promise<Look> {
    const started = performance.now();
    const entries = frozen(journal.entries);
    const owner = await city.owner();
    try {
      await owner.query('begin isolation level repeatable read');
      const commands = await compareCommands(owner, entries, () => journal.entries);
      const broken = [...commands.broken, ...(await mattersHold(owner, seenMatters)), ...(await toldOnce(owner)), ...(await ledgerHolds(owner, whole))];
      await owner.query('commit');
      const kept = files ? await filesKept(city, owner, entries, seenFiles) : { lost: [], broken: [], looked: 0, files: 0 };
      broken.push(...kept.broken, ...(await storageSound(owner, whole)));
      return { lost: [...commands.lost, ...kept.lost], broken, acknowledged: commands.looked + kept.looked, matters: seenMatters.size, files: kept.files, ms: performance.now() - started };
    } finally {
      await owner.end().catch(() => undefined);
    }
  }
  return {
    look: () => examine(false),
    whole: () => {
      seenMatters = new Map();
      seenFiles = new Set();
      return examine(true);
    },
  };
}

/** INV-11: what follows from a filing was done once where its job is done: one message, under the job's own id, however often it ran. */
async function toldOnce(owner: ClientBase): Promise<string[]> {
  const { rows } = await owner.query<{ matter_id: string; n: string }>(`
    select m.matter_id, count(t.message_id) as n from matters.matters m left join matters.messages t on t.matter_id = m.matter_id and t.template = 'sms.filed'
    where not exists (select 1 from platform.jobs j where j.matter_id = m.matter_id)
    group by m.matter_id having count(t.message_id) <> 1 limit 5`);
  const { rows: twice } = await owner.query<{ matter_id: string; template: string; n: string }>(
    `select matter_id, template, count(*) as n from matters.messages where template in ('sms.filed', 'sms.accepted', 'sms.result_ready') group by matter_id, template having count(*) > 1 limit 5`);
  const { rows: given } = await owner.query<{ kind: string }>('select distinct kind from platform.jobs where attempts >= 12');
  return [
    ...rows.map((row) => `INV-11: matter ${row.matter_id} has no work left and its filing was told ${row.n} times`),
    ...twice.map((row) => `INV-11: matter ${row.matter_id}: ${row.template} ${row.n} times`), ...given.map((row) => `INV-11: work of kind ${row.kind} was given up`),
  ];
}

/** INV-3: every fact waits for its place or has one, never both, never two; places without a gap; and, when `whole`, the tree over them is the one the log says. */
async function ledgerHolds(owner: ClientBase, whole: boolean): Promise<string[]> {
  const { rows: there } = await owner.query<{ is: boolean }>(`select to_regclass('ledger.entries') is not null as is`);
  if (there[0]?.is !== true) return [];
  const broken: string[] = [];
  const { rows: gaps } = await owner.query<{ log: string; size: string; n: string; last: string }>(
    `select l.log, l.size, (select count(*) from ledger.entries e where e.log = l.log) as n, (select coalesce(max(index), -1) + 1 from ledger.entries e where e.log = l.log) as last from ledger.logs l`);
  for (const { log, size, n, last } of gaps) if (size !== n || size !== last) broken.push(`INV-3: log ${log} is ${size} long, has ${n} entries, the last is number ${last}`);
  if (!whole) return broken;
  const { rows: places } = await owner.query<{ n: string }>(`
    select count(*) as n from platform.facts f
    where (select count(*) from ledger.entries e where e.log = 'cases' and e.matter_id = f.matter_id and e.seq = f.seq and e.hash = f.hash)
        + (select count(*) from ledger.waiting w where w.log = 'cases' and w.matter_id = f.matter_id and w.seq = f.seq) <> 1`);
  if (places[0]?.n !== '0') broken.push(`INV-3: ${places[0]?.n ?? ''} facts have no place in the log, or two`);
  const { rows: logs } = await owner.query<{ log: string; root: Buffer }>('select log, root from ledger.logs');
  for (const { log, root } of logs) {
    const { rows: leaves } = await owner.query<{ hash: Buffer }>('select hash from ledger.entries where log = $1 order by index', [log]);
    const hashes = leaves.map((leaf) => leaf.hash);
    if (!root.equals(rootOfLeaves(hashes))) broken.push(`INV-3: the root of log ${log} is not the root over its entries`);
    const { rows: signed } = await owner.query<{ size: string; root: Buffer }>('select size, root from ledger.checkpoints where log = $1 order by size desc limit 20', [log]);
    for (const one of signed) if (!one.root.equals(rootOfLeaves(hashes.slice(0, Number(one.size))))) broken.push(`INV-3: the checkpoint of ${log} at ${one.size} is not of this tree`);
  }
  return broken;
}

/**
 * INV-12, by PostgreSQL's own amcheck (in the npm package): every B-tree and every table of ours; when `whole` also that every row is in its indexes, and the system's
 * own tables. Reading a page from disk verifies its checksum.
 */
async function storageSound(owner: ClientBase, whole: boolean): Promise<string[]> {
  const schemas = `n.nspname not in ('information_schema', 'pg_toast') ${whole ? '' : `and n.nspname in ('platform', 'matters', 'ledger')`}`;
  try {
    await owner.query('create extension if not exists amcheck');
    await owner.query(
      `select bt_index_check(index => c.oid, heapallindexed => $1) from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_am a on a.oid = c.relam join pg_index i on i.indexrelid = c.oid
       where a.amname = 'btree' and c.relkind = 'i' and c.relpersistence <> 't' and i.indisready and i.indisvalid and ${schemas}`, [whole]);
    const { rows } = await owner.query<{ name: string; msg: string }>(
      `select c.oid::regclass::text as name, v.msg from pg_class c join pg_namespace n on n.oid = c.relnamespace, lateral verify_heapam(relation => c.oid, check_toast => $1) v
       where c.relkind = 'r' and c.relpersistence <> 't' and ${schemas} limit 5`, [whole]);
    return rows.map((row) => `INV-12: ${row.name}: ${row.msg}`);
  } catch (error) {
    return [`INV-12: ${String(error)}`];
  }
}
