import type pg from 'pg';
import { evolve } from '../../server/domains/matters/evolve.ts';
import type { Matter, MatterFact } from '../../server/domains/matters/matter.ts';
import { rowsOf } from '../../server/domains/matters/store.ts';
import { hashOf, type FactRow } from '../../server/platform/ledger/chain.ts';

/** Somebody with every right over the database, who knows the program: what he does, and to whom. */
export interface Attack {
  readonly name: string;
  readonly run: (dba: pg.Client, target: Target) => Promise<void>;
}

/** Two matters of the city, the second with sealed words of its own too, and the name that its leaves carry. */
export interface Target {
  readonly matterId: string;
  readonly otherId: string;
  readonly chain: string;
}

/** Triggers stand aside for this session; nothing of it shows in the catalogue. */
export const standAside = (dba: pg.Client): Promise<unknown> => dba.query('set session_replication_role = replica');

/** The facts of a matter as the chain needs them. */
export async function factsOf(dba: pg.Client, matterId: string): Promise<readonly FactRow[]> {
  const { rows } = await dba.query<FactRow>(`
    select f.matter_id, f.seq, f.kind, to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, f.by, f.content, encode(f.salt, 'hex') as salt, f.files, f.rule,
      encode(f.prev, 'hex') as prev, encode(f.hash, 'hex') as hash from platform.facts f where f.matter_id = $1 order by f.seq`, [matterId]);
  return rows;
}

/** The chain made again over changed facts: numbers, links and hashes as they would be had it always been so. */
export function rechained(chain: string, rows: readonly FactRow[]): readonly FactRow[] {
  const made: FactRow[] = [];
  for (const row of rows) {
    const next = { ...row, seq: made.length + 1, prev: made.at(-1)?.hash ?? null };
    made.push({ ...next, hash: hashOf(chain, next) });
  }
  return made;
}

/** Writes a chain in the stead of another, and the present state that it gives: everything the matter itself shows agrees again. */
export async function writeChain(dba: pg.Client, matterId: string, rows: readonly FactRow[]): Promise<void> {
  await dba.query('delete from platform.facts where matter_id = $1', [matterId]);
  await dba.query(`
    insert into platform.facts (matter_id, seq, kind, at, by, content, salt, files, rule, prev, hash)
    select f.matter_id, f.seq, f.kind, f.at, f.by, f.content, decode(f.salt, 'hex'), f.files, f.rule, decode(f.prev, 'hex'), decode(f.hash, 'hex')
    from jsonb_to_recordset($1::jsonb) as f(matter_id uuid, seq integer, kind text, at timestamptz, by jsonb, content jsonb, salt text, files jsonb, rule jsonb, prev text, hash text)`, [JSON.stringify(rows)]);
  await dba.query('delete from platform.particulars where matter_id = $1 and seq > $2', [matterId, rows.length]);
  const state = (rows as unknown as readonly MatterFact[]).reduce<Matter | null>((before, fact) => evolve(before, fact), null) as Matter;
  const last = rows.at(-1);
  const { states } = rowsOf(matterId, state, null, { seq: last?.seq ?? 0, hash: last?.hash ?? '' }, undefined);
  await dba.query('select matters.append_rows($1::jsonb)', [JSON.stringify({ states })]);
}

const daysEarlier = (at: string, days: number): string => new Date(Date.parse(at) - days * 86_400_000).toISOString();

/** The eight of the test programme (L-03), each done as well as it can be done without the keys. */
export const attacks: readonly Attack[] = [
  { name: 'change one field of a fact', run: (dba, { matterId }) => quietly(dba, `update platform.facts set content = jsonb_set(content, '{channel}', '"online"') where matter_id = $1 and seq = 1`, matterId) },
  { name: 'delete a fact', run: (dba, { matterId }) => quietly(dba, `delete from platform.facts where matter_id = $1 and seq = 2`, matterId) },
  {
    name: 'delete a case',
    async run(dba, { matterId }) {
      await standAside(dba);
      await dba.query(`select set_config('drill.matter', $1, false)`, [matterId]);
      await dba.query(deleteEverywhere);
    },
  },
  {
    name: 'cut the tail, present state put right',
    async run(dba, { matterId }) {
      await standAside(dba);
      await writeChain(dba, matterId, (await factsOf(dba, matterId)).slice(0, -2));
    },
  },
  {
    name: 'rewrite a case, rightly hashed',
    async run(dba, { matterId, chain }) {
      await standAside(dba);
      const rows = await factsOf(dba, matterId);
      await writeChain(dba, matterId, rechained(chain, rows.map((row) => (row.seq === 2 ? { ...row, by: { ...row.by, id: '0190b000-0000-7000-8000-00000000dead' } } : row))));
    },
  },
  {
    name: 're-date, rightly hashed',
    async run(dba, { matterId, chain }) {
      await standAside(dba);
      const rows = await factsOf(dba, matterId);
      await writeChain(dba, matterId, rechained(chain, rows.map((row) => ({ ...row, at: daysEarlier(row.at, 9) }))));
    },
  },
  {
    name: 'swap two ciphertexts',
    async run(dba, { matterId, otherId }) {
      await standAside(dba);
      await dba.query(`update platform.particulars p set sealed = o.sealed from platform.particulars o where p.seq = 1 and o.seq = 1 and p.matter_id <> o.matter_id and p.matter_id in ($1, $2) and o.matter_id in ($1, $2)`, [matterId, otherId]);
    },
  },
  { name: 'disable the trigger', run: async (dba) => void (await dba.query('alter table platform.facts disable trigger facts_only_added')) },
];

async function quietly(dba: pg.Client, statement: string, matterId: string): Promise<void> {
  await standAside(dba);
  await dba.query(statement, [matterId]);
}

/** From every table of matters and facts; who read it stays written down. */
const deleteEverywhere = `do $$
declare one record;
begin
  for one in select c.table_schema, c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.column_name = 'matter_id' and t.table_type = 'BASE TABLE' and c.table_schema in ('matters', 'platform') and c.table_name <> 'access_records'
  loop
    execute format('delete from %I.%I where matter_id = %L', one.table_schema, one.table_name, current_setting('drill.matter'));
  end loop;
end $$`;

/** Copies of every table that an attack may touch, and the way back. */
const makeCopies = `create schema kept;
create function kept.touched() returns table (of_schema name, of_table name) language sql as
  $$select schemaname, tablename from pg_tables where schemaname = 'matters' or (schemaname = 'platform' and tablename in ('facts', 'particulars', 'data_keys', 'commands', 'jobs', 'webhook_deliveries'))$$;
do $$
declare one record;
begin
  for one in select * from kept.touched() loop
    execute format('create table kept.%I as select * from %I.%I', one.of_schema || '.' || one.of_table, one.of_schema, one.of_table);
  end loop;
end $$`;
const putBack = `do $$
declare one record;
begin
  for one in select * from kept.touched() loop
    execute format('delete from %I.%I', one.of_schema, one.of_table);
    execute format('insert into %I.%I overriding system value select * from kept.%I', one.of_schema, one.of_table, one.of_schema || '.' || one.of_table);
  end loop;
end $$`;

/** Keeps every table that an attack may touch; what is answered puts it back. */
export async function keepTables(dba: pg.Client): Promise<() => Promise<void>> {
  await dba.query(makeCopies);
  return async () => {
    await standAside(dba);
    await dba.query(putBack);
    await dba.query('set session_replication_role = origin');
    await dba.query('alter table platform.facts enable trigger facts_only_added');
  };
}
