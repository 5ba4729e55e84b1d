import { createHash } from 'node:crypto';
import pg from 'pg';
import { driftedMatters } from '../server/domains/matters/wholeness-store.ts';
import { hashOf, type FactRow } from '../server/platform/ledger/chain.ts';
import type { Findings } from './finding.ts';
import type { LogMemory } from './read-log.ts';

const applicationRole = 'yimen_app';
const perRound = 2_000;
const nil = '00000000-0000-0000-0000-000000000000';

/** What must refuse a change or write down an addition, as shipped: table, trigger, and when it acts (bits of pg_trigger.tgtype). */
const before = 2;
const on = { insert: 4, delete: 8, update: 16, truncate: 32 };
const fences: readonly { readonly table: string; readonly trigger: string; readonly type: number }[] = [
  { table: 'platform.facts', trigger: 'facts_only_added', type: before | on.update | on.delete | on.truncate },
  { table: 'platform.access_records', trigger: 'access_records_only_added', type: before | on.update | on.delete | on.truncate },
  { table: 'platform.facts', trigger: 'facts_wait_for_their_place', type: on.insert },
  { table: 'platform.access_records', trigger: 'access_records_wait_for_their_place', type: on.insert },
  { table: 'ledger.entries', trigger: 'entries_only_added', type: before | on.delete | on.truncate },
  { table: 'ledger.tiles', trigger: 'tiles_only_added', type: before | on.delete | on.truncate },
  { table: 'ledger.checkpoints', trigger: 'checkpoints_only_added', type: before | on.delete | on.truncate },
];
const guarded = ['platform.facts', 'platform.access_records', 'ledger.logs', 'ledger.waiting', 'ledger.entries', 'ledger.statements', 'ledger.tiles', 'ledger.checkpoints'];
/** SHA-256 of the body of platform.refuse_change as migration 0001 made it. */
const refusalSource = 'b870463e031e24780bc2542ccb006684ea7f8f3fa5b056b4e81c3da1297ece92';

/** A read-only connection to the city's database; every statement in it is refused a write by the server itself. */
export async function openDatabase(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address, options: '-c default_transaction_read_only=on -c timezone=UTC -c statement_timeout=60000', application_name: 'yimen-monitor', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

type Asked = Pick<pg.Client, 'query'>;

/** Rights and triggers as shipped: whoever took one away could change what nobody else would see. */
export async function checkFences(db: Asked, found: Findings): Promise<void> {
  const { rows: triggers } = await db.query<{ table: string; trigger: string; type: number; enabled: string; internal: boolean; source: string; function: string }>(`
    select n.nspname || '.' || c.relname as "table", t.tgname as trigger, t.tgtype::integer as type, t.tgenabled as enabled, t.tgisinternal as internal, p.prosrc as source, p.proname as function
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace join pg_proc p on p.oid = t.tgfoid
    where n.nspname not in ('pg_catalog', 'information_schema') order by 1, 2`);
  for (const { table, trigger, enabled, internal } of triggers) {
    if (enabled !== 'O' && enabled !== 'A') found.add('fence_down', table, `the trigger ${internal ? 'of a constraint' : trigger} is disabled`);
  }
  for (const fence of fences) {
    const there = triggers.find((one) => one.table === fence.table && one.trigger === fence.trigger);
    if (!there) found.add('fence_down', fence.table, `the trigger ${fence.trigger} is gone`);
    else if ((there.type & fence.type) !== fence.type) found.add('fence_down', fence.table, `the trigger ${fence.trigger} acts on less than it did`);
    else if (there.function === 'refuse_change' && createHash('sha256').update(there.source).digest('hex') !== refusalSource) found.add('fence_down', fence.table, `the function of ${fence.trigger} was changed`);
  }
  await checkRights(db, found);
}

async function checkRights(db: Asked, found: Findings): Promise<void> {
  const { rows: rights } = await db.query<{ table: string; right: string }>(`
    select t as "table", r as right from unnest($2::text[]) as t, unnest(array['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) as r where to_regclass(t) is not null and has_table_privilege($1, t, r)
    union all select t, 'INSERT' from unnest($2::text[]) as t where t like 'ledger.%' and to_regclass(t) is not null and has_table_privilege($1, t, 'INSERT')
    union all select t, 'is not there' from unnest($2::text[]) as t where to_regclass(t) is null
    order by 1, 2`, [applicationRole, guarded]);
  for (const { table, right } of rights) found.add('fence_down', table, right === 'is not there' ? right : `the application may ${right}`);
  const { rows: odd } = await db.query<{ what: string }>(`
    select 'the application''s role is above the rights' as what from pg_roles where rolname = $1 and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)
    union all select 'the application''s role is a member of ' || g.rolname from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles u on u.oid = m.member where u.rolname = $1
    union all select 'the application''s role owns ' || c.oid::regclass::text from pg_class c join pg_roles u on u.oid = c.relowner where u.rolname = $1
    union all select 'a rule ' || r.rulename || ' stands on ' || r.ev_class::regclass::text from pg_rewrite r where r.rulename <> '_RETURN' and r.ev_class = any (select to_regclass(t) from unnest($2::text[]) as t)
    union all select 'session_replication_role is set' from pg_db_role_setting s where array_to_string(s.setconfig, ',') like '%session_replication_role%'
    order by 1`, [applicationRole, guarded]);
  for (const { what } of odd) found.add('fence_down', 'database', what);
}

interface KeptFact extends FactRow {
  readonly age: number;
}

/**
 * Every fact of the database, hashed anew and compared with the log that was read: altered, not in the log though older than 60 s, or in the log and gone. `origins` are the
 * names that leaves may carry. The log's hashes alone say which facts are there; its entries only name them. Answers how many facts there are.
 */
export async function checkFacts(db: Asked, origins: readonly string[], memories: readonly LogMemory[], found: Findings): Promise<number> {
  const missing = new Set(memories.flatMap((memory) => memory.leaves.map((hash) => hash.toString('hex')).filter((hash) => !memory.cases.statements().has(hash))));
  const inLog = new Set(missing);
  let facts = 0;
  let last: KeptFact | undefined;
  for (let after = { matter: nil, seq: 0 }; ; ) {
    const { rows } = await db.query<KeptFact>(`
      select f.matter_id, f.seq, f.kind, to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, f.by, f.content, encode(f.salt, 'hex') as salt, f.files, f.rule,
        encode(f.prev, 'hex') as prev, encode(f.hash, 'hex') as hash, extract(epoch from clock_timestamp() - f.at)::float8 as age
      from platform.facts f where (f.matter_id, f.seq) > ($1::uuid, $2::integer) order by f.matter_id, f.seq limit $3`, [after.matter, after.seq, perRound]);
    for (const row of rows) {
      checkFact(row, last?.matter_id === row.matter_id ? last : undefined, origins, inLog, found);
      missing.delete(row.hash);
      last = row;
    }
    facts += rows.length;
    if (!last || rows.length < perRound) break;
    after = { matter: last.matter_id, seq: last.seq };
  }
  nameMissing(missing, memories, found);
  return facts;
}

function checkFact(row: KeptFact, before: FactRow | undefined, origins: readonly string[], inLog: ReadonlySet<string>, found: Findings): void {
  const subject = row.matter_id;
  if (row.seq !== (before?.seq ?? 0) + 1) found.add('fact_chain_broken', subject, `fact ${row.seq} comes after fact ${before?.seq ?? 0}`);
  else if (row.prev !== (before?.hash ?? null)) found.add('fact_chain_broken', subject, `fact ${row.seq} does not follow fact ${before?.seq ?? 0}`);
  if (!origins.some((origin) => hashOf(origin, row) === row.hash)) found.add('fact_altered', subject, `fact ${row.seq} is not what its hash was made of`);
  else if (!inLog.has(row.hash) && row.age > 60) found.add('fact_not_in_log', subject, `fact ${row.seq} is ${Math.floor(row.age)} s old and not in the log`);
}

function nameMissing(missing: ReadonlySet<string>, memories: readonly LogMemory[], found: Findings): void {
  if (missing.size === 0) return;
  for (const memory of memories) {
    for (const [caseId, hashes] of memory.cases.all()) {
      hashes.forEach((hash, at) => {
        if (hash !== undefined && missing.has(hash)) found.add('fact_missing', caseId, `fact ${at + 1} is in the log and not, or not as it was, in the database`);
      });
    }
    const named = new Set([...memory.cases.all().values()].flat());
    memory.leaves.forEach((hash, at) => {
      const hex = hash.toString('hex');
      if (missing.has(hex) && !named.has(hex)) found.add('fact_missing', `entry ${at}`, 'is in the log and not, or not as it was, in the database');
    });
  }
}

/** Every stored state compared with the fold of its facts; answers how many there are. */
export async function checkStates(db: Asked, found: Findings): Promise<number> {
  let checked = 0;
  for (let after: string | null = nil; after !== null; ) {
    const round: Awaited<ReturnType<typeof driftedMatters>> = await driftedMatters(db, after, 200);
    for (const matterId of round.drifted) found.add('state_drifted', matterId, 'the stored row is not what its facts give');
    checked += round.checked;
    after = round.last;
  }
  return checked;
}
