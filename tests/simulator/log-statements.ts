import { databaseError } from './database-error.ts';
import type { Asked } from './statements.ts';
import type { LogTables, Tables, WeakDatabase } from './tables.ts';

type Row = Readonly<Record<string, unknown>>;

const logOf = (tables: Tables, name: unknown): LogTables => (name === 'access' ? tables.access : tables.log);
const logRow = (tables: Tables, name: string): Row => {
  const log = logOf(tables, name);
  return { log: name, origin: `simulated/${name}`, size: log.entries.length, term: log.term, root: log.root, stoppedWhy: null, stoppedAt: null, stoppedNote: null };
};

/** listWaiting: in the order of the numbers they drew, whatever the order in which they were committed. */
function listWaiting(tables: Tables, text: string, values: readonly unknown[]): readonly Row[] {
  const name = text.includes("log = 'access'") ? 'access' : 'cases';
  const most = values[0] as number;
  const after = /\bn > \$2/.test(text) ? Number(values[1]) : 0;
  const rows = logOf(tables, name).waiting.filter((one) => one.n > after).sort((a, b) => a.n - b.n).slice(0, most);
  return rows.map((one): Row => (one.record ? { n: String(one.n), ...one.record } : { n: String(one.n), hash: Buffer.from(one.hash, 'hex') }));
}

/** ledger.sequence of migration 0016. */
function sequence(tables: Tables, values: readonly unknown[], weak: WeakDatabase): void {
  const [name, term, fromSize, numbers, hashes, levels, indexes, tiles, root] = values as readonly [string, number, number, readonly string[], Buffer, readonly number[], readonly number[], readonly Buffer[], Buffer];
  const log = logOf(tables, name);
  if (!weak.unfenced && (log.term !== term || log.entries.length !== fromSize)) throw databaseError('YM005');
  const placed = numbers.map((n, place) => {
    const row = log.waiting.find((one) => String(one.n) === n);
    const hash = hashes.subarray(place * 32, (place + 1) * 32);
    return row && (row.hash === '' || row.hash === hash.toString('hex')) ? { index: fromSize + place, matterId: row.matterId, seq: row.seq, hash: hash.toString('hex') } : undefined;
  });
  const moved = placed.filter((one) => one !== undefined);
  if (!weak.unfenced && (moved.length !== numbers.length || hashes.length !== moved.length * 32)) throw databaseError('YM005');
  levels.forEach((level, at) => {
    const before = log.tiles.get(`${String(level)}/${String(indexes[at])}`);
    const after = tiles[at] ?? Buffer.alloc(0);
    if (!weak.unfenced && before && (after.length <= before.length || !after.subarray(0, before.length).equals(before))) throw databaseError('YM007');
  });
  if (moved.some((one) => log.entries.some((entry) => entry.index === one.index))) throw databaseError('23505', 'entries_pkey');
  const gone = new Set(numbers);
  log.waiting = log.waiting.filter((one) => !gone.has(String(one.n)));
  log.entries.push(...moved);
  levels.forEach((level, at) => void log.tiles.set(`${String(level)}/${String(indexes[at])}`, Buffer.from(tiles[at] ?? Buffer.alloc(0))));
  log.root = Buffer.from(root);
}

/** The statements of the logs; undefined where it is none of them. `lock` is the advisory lock of the session that asks. */
export function carryOutForLogs(tables: Tables, text: string, { values }: Asked, lock: () => boolean, weak: WeakDatabase): readonly Row[] | undefined {
  if (text.includes('pg_try_advisory_lock')) return [{ got: lock() }];
  if (text.includes('ledger.take_office')) return [{ term: (logOf(tables, values[0]).term += 1) }];
  if (text.includes('from ledger.logs where $1::text is null')) return (values[0] === null ? ['cases', 'access'] : [values[0] as string]).map((name) => logRow(tables, name));
  if (text.includes('from ledger.waiting') && text.includes('order by')) return listWaiting(tables, text, values);
  if (text.includes('select ledger.sequence(')) return sequence(tables, values, weak), [];
  if (text.includes('join ledger.tiles t on')) {
    const [name, levels, indexes] = values as readonly [string, readonly number[], readonly number[]];
    return levels.flatMap((level, at): readonly Row[] => {
      const hashes = logOf(tables, name).tiles.get(`${String(level)}/${String(indexes[at])}`);
      return hashes ? [{ level, index: String(indexes[at]), hashes }] : [];
    });
  }
  return undefined;
}
