import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { Id } from '../../kernel/ids.ts';
import { faultsOfChain } from '../../platform/ledger/chain.ts';
import { evolve } from './evolve.ts';
import type { Matter, MatterFact } from './matter.ts';
import { rowsOf, type MatterFile } from './store.ts';

/** What a record that was altered shows: facts missing, in another order or with another hash; an end that is not the head's; a present state that its facts do not give. */
export interface RecordFault {
  readonly at: number;
  readonly fault: 'gap' | 'prev' | 'hash' | 'head' | 'state';
}

const folded = (facts: readonly MatterFact[]): Matter | null => facts.reduce<Matter | null>((before, fact) => evolve(before, fact), null);

/** Whether a file that was read whole agrees with itself: its chain under the log's origin, its head, its state. Empty for one that does. */
export function faultsOfFile(log: string, { facts, head, state }: Pick<MatterFile, 'facts' | 'head' | 'state'>): readonly RecordFault[] {
  const chain = faultsOfChain(log, facts);
  const last = facts.at(-1);
  if (last?.seq !== head.seq || last.hash !== head.hash) return [...chain, { at: head.seq, fault: 'head' }];
  if (chain.length > 0) return chain;
  // A hash that is right was made over facts that the rules decided, so they can be folded.
  const fold: unknown = JSON.parse(JSON.stringify(folded(facts as unknown as readonly MatterFact[])));
  return isDeepStrictEqual(fold, state) ? [] : [{ at: head.seq, fault: 'state' }];
}

/** Matters whose stored row is not what their facts give, after one id, looking at `most` of them; `last` is where to go on, null at the end. */
export interface DriftRound {
  readonly checked: number;
  readonly last: Id | null;
  readonly drifted: readonly Id[];
}

/** The columns of a row that the fold gives; what each column means is written down in `rowsOf`. */
const comparedColumns = `status text, number text, channel text, task_code text, handling_item text, item_version integer, area_unit text, accepting_institution text, handling_institution text,
  party_id uuid, organisation_id uuid, received_at timestamptz, accepted_at timestamptz, promised_due_on date, completed_at timestamptz, outcome text, result_number text, seq integer, state jsonb`;
const columnNames = comparedColumns.split(',').map((column) => column.trim().split(' ')[0] ?? '');
const rowOf = (alias: string): string => `(${columnNames.map((name) => `${alias}.${name}`).join(', ')}, encode(${alias}.head, 'hex'))`;

/** Folds the facts of matters anew and compares every column of the stored row that follows from them. Reads only; needs no key. */
export async function driftedMatters(db: Pick<pg.ClientBase, 'query'>, after: Id, most: number): Promise<DriftRound> {
  const { rows } = await db.query<{ matter_id: Id; seq: number; head: string; facts: (MatterFact & { seq: number; hash: string })[] | null }>(
    `select m.matter_id, m.seq, encode(m.head, 'hex') as head,
       (select jsonb_agg(jsonb_build_object('seq', f.seq, 'hash', encode(f.hash, 'hex'), 'kind', f.kind, 'at', to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', f.by, 'content', f.content, 'files', f.files) order by f.seq)
          from platform.facts f where f.matter_id = m.matter_id) as facts
     from matters.matters m where m.matter_id > $1 order by m.matter_id limit $2`, [after, most]);
  const drifted = new Set<Id>();
  const wanted: object[] = [];
  for (const { matter_id: matterId, facts } of rows) {
    const row = facts && expectedRow(matterId, facts);
    if (row) wanted.push(row);
    else drifted.add(matterId);
  }
  const { rows: differing } = await db.query<{ matter_id: Id }>(
    `select m.matter_id from jsonb_to_recordset($1::jsonb) as x(matter_id uuid, head text, ${comparedColumns}) join matters.matters m on m.matter_id = x.matter_id
     where ${rowOf('m')} is distinct from ${rowOf('x').replace(`encode(x.head, 'hex')`, 'x.head')} order by m.matter_id`, [JSON.stringify(wanted)]);
  for (const { matter_id: matterId } of differing) drifted.add(matterId);
  return { checked: rows.length, last: rows.length < most ? null : (rows.at(-1)?.matter_id ?? null), drifted: [...drifted] };
}

function expectedRow(matterId: Id, facts: readonly (MatterFact & { seq: number; hash: string })[]): object | undefined {
  const last = facts.at(-1);
  try {
    const state = folded(facts);
    const { states } = rowsOf(matterId, state as Matter, null, { seq: last?.seq ?? 0, hash: last?.hash ?? '' }, undefined) as { states: readonly object[] };
    return states[0];
  } catch {
    // Facts that no rule could have decided fold to nothing.
    return undefined;
  }
}
