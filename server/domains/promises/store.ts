import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { SettledWord } from './word.ts';

/** A word on somebody's record. */
export interface RecordedWord extends SettledWord {
  readonly matterId: Id;
  readonly partyId: Id;
  readonly filedBy: Id;
  readonly number: string;
  readonly taskCode: string;
  readonly handlingItem: string;
  readonly itemVersion: number;
  readonly institution: string;
}

/** Keeps the words of a matter as its facts say they stand; the same again changes nothing. */
export async function putWords(handle: Handle, words: readonly RecordedWord[]): Promise<void> {
  if (words.length === 0) return;
  const rows = words.map((one) => ({
    matter_id: one.matterId, material_code: one.materialCode, kind: one.kind, outcome: one.outcome, party_id: one.partyId, filed_by: one.filedBy, number: one.number, task_code: one.taskCode,
    handling_item: one.handlingItem, item_version: one.itemVersion, institution: one.institution, settled_at: one.settledAt, repaired_at: one.repairedAt,
  }));
  await sql`
    insert into promises.words as w (matter_id, material_code, kind, outcome, party_id, filed_by, number, task_code, handling_item, item_version, institution, settled_at, repaired_at)
    select matter_id, material_code, kind, outcome, party_id, filed_by, number, task_code, handling_item, item_version, institution, settled_at, repaired_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(matter_id uuid, material_code text, kind text, outcome text, party_id uuid, filed_by uuid, number text, task_code text,
      handling_item text, item_version integer, institution text, settled_at timestamptz, repaired_at timestamptz)
    on conflict (matter_id, material_code, kind) do update set outcome = excluded.outcome, settled_at = excluded.settled_at, repaired_at = excluded.repaired_at`.execute(handle);
}

interface Row {
  readonly matter_id: Id;
  readonly material_code: string;
  readonly kind: SettledWord['kind'];
  readonly outcome: SettledWord['outcome'];
  readonly party_id: Id;
  readonly filed_by: Id;
  readonly number: string;
  readonly task_code: string;
  readonly handling_item: string;
  readonly item_version: number;
  readonly institution: string;
  readonly settled_at: Instant;
  readonly repaired_at: Instant | null;
}

const columns = sql`w.matter_id, w.material_code, w.kind, w.outcome, w.party_id, w.filed_by, w.number, w.task_code, w.handling_item, w.item_version, w.institution, w.settled_at, w.repaired_at`;

const wordOf = (row: Row): RecordedWord => ({
  matterId: row.matter_id, materialCode: row.material_code, kind: row.kind, outcome: row.outcome, partyId: row.party_id, filedBy: row.filed_by, number: row.number, taskCode: row.task_code,
  handlingItem: row.handling_item, itemVersion: row.item_version, institution: row.institution, settledAt: row.settled_at, repairedAt: row.repaired_at,
});

/** Words that count against an applicant, newest first: of each kind the newest, for it counts longest. */
export async function countingWordsOf(handle: Handle, partyId: Id): Promise<readonly RecordedWord[]> {
  const { rows } = await sql<Row>`
    select distinct on (w.kind) ${columns} from promises.words w
    where w.party_id = ${partyId} and w.outcome in ('broken', 'lapsed') and w.repaired_at is null order by w.kind, w.settled_at desc, w.matter_id limit 2`.execute(handle);
  return rows.map(wordOf);
}

/** The record of a person: his own words, and those he gave for an organisation; newest first, at most 100. */
export async function recordOf(handle: Handle, partyId: Id): Promise<readonly RecordedWord[]> {
  const { rows } = await sql<Row>`
    select ${columns} from promises.words w where w.party_id = ${partyId} or w.filed_by = ${partyId} order by w.settled_at desc, w.matter_id, w.material_code limit 100`.execute(handle);
  return rows.map(wordOf);
}
