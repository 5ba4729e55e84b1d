import type pg from 'pg';
import { canonicalJson } from '../../crypto/index.ts';
import { leafOf, type FactRow } from '../chain.ts';
import { accessLeaf } from './leaves.ts';
import type { AccessRecord, Asked, LogRow } from './log-store.ts';

/** An entry of a log with what it stands for: a fact, an access record, a statement of the log itself, or nothing any more. */
export interface EntryRow {
  readonly index: number;
  readonly hash: Buffer;
  readonly matterId: string | null;
  readonly seq: number | null;
  readonly fact: Omit<FactRow, 'hash'> | null;
  readonly record: AccessRecord | null;
  readonly statement: string | null;
}

/** Entries from a place on, in their order, at most so many. */
export async function readEntries(db: Asked, log: string, first: number, most: number): Promise<readonly EntryRow[]> {
  const { rows } = await (db as pg.Pool).query<Omit<EntryRow, 'index'> & { index: string }>(`
    select e.index::text, e.hash, e.matter_id as "matterId", e.seq, s.leaf as statement,
      case when f.matter_id is not null then jsonb_build_object('matter_id', f.matter_id, 'seq', f.seq, 'kind', f.kind, 'at', to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'by', f.by, 'content', f.content, 'salt', encode(f.salt, 'hex'), 'files', f.files, 'rule', f.rule, 'prev', encode(f.prev, 'hex')) end as fact,
      case when r.record_id is not null then jsonb_build_object('matterId', r.matter_id, 'recordId', r.record_id, 'at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'actor', r.actor, 'act', r.act, 'fields', r.fields, 'outcome', r.outcome) end as record
    from ledger.entries e
    left join platform.facts f on f.matter_id = e.matter_id and f.seq = e.seq
    left join platform.access_records r on r.matter_id = e.matter_id and r.record_id = e.record_id
    left join ledger.statements s on s.log = e.log and s.index = e.index
    where e.log = $1 and e.index >= $2 and e.index < $3 order by e.index`, [log, first, first + most]);
  return rows.map((row) => ({ ...row, index: Number(row.index) }));
}

/** The leaf of an entry, canonical JSON, out of what it stands for now; undefined where that is gone. */
export function leafText({ origin }: Pick<LogRow, 'origin'>, chain: string, { fact, record, statement }: EntryRow): string | undefined {
  if (fact) return canonicalJson(leafOf(chain, fact));
  if (record) return canonicalJson(accessLeaf(origin, record));
  return statement ?? undefined;
}

/** The leaves of entries from a place on, as they are bundled for auditors; fewer where one of them is gone. */
export async function readLeaves(db: Asked, log: LogRow, chain: string, first: number, most: number): Promise<readonly Buffer[]> {
  const entries = await readEntries(db, log.log, first, most);
  return entries.flatMap((entry) => {
    const leaf = leafText(log, chain, entry);
    return leaf === undefined ? [] : [Buffer.from(leaf, 'utf8')];
  });
}
