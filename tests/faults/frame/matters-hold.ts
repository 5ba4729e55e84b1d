import { isDeepStrictEqual } from 'node:util';
import type { ClientBase } from 'pg';
import { evolve } from '../../../server/domains/matters/evolve.ts';
import type { Matter, MatterFact } from '../../../server/domains/matters/matter.ts';
import { rowsOf } from '../../../server/domains/matters/store.ts';
import { faultsOfChain, type FactRow } from '../../../server/platform/ledger/chain.ts';

interface MatterRow {
  readonly matter_id: string;
  readonly seq: number;
  readonly head: string;
  readonly state: Matter;
  readonly facts: readonly FactRow[] | null;
  readonly clocks: readonly ClockRow[] | null;
}

interface ClockRow {
  readonly limit_id: string;
  readonly started_at: string;
  readonly warn_at: string | null;
  readonly due_at: string;
  readonly due_on: string;
  readonly stopped_from: string | null;
  readonly stopped_until: string | null;
  readonly passed: boolean;
}

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const statement = `
  select m.matter_id, m.seq, encode(m.head, 'hex') as head, m.state,
    (select jsonb_agg(jsonb_build_object('matter_id', f.matter_id, 'seq', f.seq, 'kind', f.kind, 'at', ${iso('f.at')}, 'by', f.by, 'content', f.content,
       'salt', encode(f.salt, 'hex'), 'files', f.files, 'rule', f.rule, 'prev', encode(f.prev, 'hex'), 'hash', encode(f.hash, 'hex')) order by f.seq)
     from platform.facts f where f.matter_id = m.matter_id) as facts,
    (select jsonb_agg(jsonb_build_object('limit_id', c.limit_id, 'started_at', ${iso('c.started_at')}, 'warn_at', ${iso('c.warn_at')}, 'due_at', ${iso('c.due_at')}, 'due_on', c.due_on,
       'stopped_from', ${iso('c.stopped_from')}, 'stopped_until', ${iso('c.stopped_until')}, 'passed', c.passed) order by c.limit_id)
     from matters.clocks c where c.matter_id = m.matter_id) as clocks
  from matters.matters m where m.matter_id = any($1::uuid[])`;

/**
 * INV-3 (chain), INV-4, INV-5 and INV-6 of every matter whose newest fact is not in `seen` (matter → number of facts), which is brought up to date. A matter
 * or a fact that was there before and is no more is told too. Chunks of 500.
 */
export async function mattersHold(owner: ClientBase, seen: Map<string, number>): Promise<readonly string[]> {
  const { rows: now } = await owner.query<{ matter_id: string; seq: number }>('select matter_id, seq from matters.matters');
  const { rows: origins } = await owner.query<{ value: string }>(`select value #>> '{}' as value from platform.settings where name = 'ledger.origin'`);
  const { rows: orphans } = await owner.query<{ n: string }>('select count(*) as n from platform.facts f where not exists (select 1 from matters.matters m where m.matter_id = f.matter_id) and f.kind = \'matter_filed\'');
  const broken: string[] = orphans[0]?.n === '0' ? [] : [`INV-5: ${orphans[0]?.n ?? ''} matters have facts and no state`];
  const present = new Map(now.map((row) => [row.matter_id, row.seq]));
  for (const [matterId, seq] of seen) if ((present.get(matterId) ?? 0) < seq) broken.push(`INV-3: matter ${matterId} had ${seq} facts and has ${present.get(matterId) ?? 0}`);
  const changed = now.filter((row) => seen.get(row.matter_id) !== row.seq).map((row) => row.matter_id);
  for (let from = 0; from < changed.length; from += 500) {
    const { rows } = await owner.query<MatterRow>(statement, [changed.slice(from, from + 500)]);
    for (const row of rows) {
      broken.push(...holds(row, origins[0]?.value ?? ''));
      seen.set(row.matter_id, row.seq);
    }
  }
  return broken;
}

function holds(row: MatterRow, origin: string): string[] {
  const facts = row.facts ?? [];
  const name = `matter ${row.matter_id}`;
  const broken = faultsOfChain(origin, facts).map(({ at, fault }) => `INV-3: ${name}, fact ${at}: ${fault}`);
  if (row.seq !== facts.length || row.head !== facts.at(-1)?.hash) broken.push(`INV-3: ${name} ends at ${row.seq}, its chain at ${facts.length}`);
  const events = facts.map((fact) => ({ kind: fact.kind, at: fact.at, by: fact.by, content: fact.content, files: fact.files }) as unknown as MatterFact);
  const folded = events.reduce<Matter | null>((before, fact) => evolve(before, fact), null);
  if (folded === null) return [...broken, `INV-5: ${name} has a state and no facts`];
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(folded)), row.state)) broken.push(`INV-5: the state of ${name} is not the fold of its facts`);
  return [...broken, ...onceOnly(name, facts), ...clocksHold(name, row, folded)];
}

/** INV-4: what can happen once to a matter or to one of its links happened at most once. */
function onceOnly(name: string, facts: readonly FactRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind, content } of facts) {
    const link = (content as { linkId?: string }).linkId;
    const once = ['matter_filed', 'matter_accepted', 'deemed_accepted', 'acceptance_refused', 'matter_completed', 'matter_withdrawn', 'terminated', 'result_paper_made'].includes(kind) ? kind : link && ['link_opened', 'link_completed'].includes(kind) ? `${kind} ${link}` : undefined;
    if (once) counts.set(once, (counts.get(once) ?? 0) + 1);
  }
  return [...counts].filter(([, n]) => n > 1).map(([what, n]) => `INV-4: ${name}: ${what} ${n} times`);
}

/** INV-6: the clocks that run are those of the fold, to the millisecond, whatever timers did. */
function clocksHold(name: string, row: MatterRow, folded: Matter): string[] {
  const rows = (rowsOf(row.matter_id, folded, null, { seq: row.seq, hash: row.head }, undefined) as unknown as { clocks: readonly (ClockRow & object)[] }).clocks;
  const asKept = ({ limit_id, started_at, warn_at, due_at, due_on, stopped_from, stopped_until, passed }: ClockRow): ClockRow => ({ limit_id, started_at, warn_at, due_at, due_on, stopped_from, stopped_until, passed });
  const wanted = rows.map(asKept).sort((a, b) => (a.limit_id < b.limit_id ? -1 : 1));
  const kept = [...(row.clocks ?? [])].map(asKept).sort((a, b) => (a.limit_id < b.limit_id ? -1 : 1));
  return isDeepStrictEqual(wanted, kept) ? [] : [`INV-6: the clocks of ${name} are not those of its facts`];
}
