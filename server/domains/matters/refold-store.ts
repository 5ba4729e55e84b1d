import type pg from 'pg';
import type { Id } from '../../kernel/ids.ts';
import { evolve } from './evolve.ts';
import type { Matter, MatterFact } from './matter.ts';
import { rowsOf } from './store.ts';

/** Which way of folding the stored states follow; raised whenever `Matter` gains what older states lack. */
export const foldVersion = 2;

const settingName = 'matters.fold';
const perRound = 200;

/** Clocks of these matters that their fold does not know. */
const dropStrayClocks = `
  delete from matters.clocks c where c.matter_id = any($1::uuid[])
    and not exists (select 1 from jsonb_to_recordset($2::jsonb) as k(matter_id uuid, limit_id text) where k.matter_id = c.matter_id and k.limit_id = c.limit_id)`;

/**
 * Folds every stored state anew from its facts where this program folds otherwise than the one that stored them: the facts are the truth, the
 * state is only kept. As the owner, before anybody is served; told how far it is; interrupted, it begins again and does no harm twice.
 */
export async function refoldMatters(owner: pg.ClientBase, say: (text: string) => void = () => undefined): Promise<number> {
  const { rows: known } = await owner.query<{ fold: number }>(`select (value #>> '{}')::int as fold from platform.settings where name = $1`, [settingName]);
  if (known[0]?.fold === foldVersion) return 0;
  let folded = 0;
  for (let after: Id = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await owner.query<{ matter_id: Id; seq: number; head: string; facts: MatterFact[] }>(
      `select m.matter_id, m.seq, encode(m.head, 'hex') as head,
         (select jsonb_agg(jsonb_build_object('kind', f.kind, 'at', to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', f.by, 'content', f.content, 'files', f.files) order by f.seq)
            from platform.facts f where f.matter_id = m.matter_id) as facts
       from matters.matters m where m.matter_id > $1 order by m.matter_id limit $2`, [after, perRound]);
    const entries = rows.map((row) => {
      const state = row.facts.reduce<Matter | null>((before, fact) => evolve(before, fact), null) as Matter;
      const { states = [], links = [], clocks = [], timers = [], part_of = [] } = rowsOf(row.matter_id, state, null, { seq: row.seq, hash: row.head }, undefined) as Record<string, object[] | undefined>;
      return { states, links, clocks, timers, part_of };
    });
    if (entries.length > 0) {
      const clocks = entries.flatMap((one) => one.clocks);
      await owner.query(dropStrayClocks, [rows.map((row) => row.matter_id), JSON.stringify(clocks)]);
      await owner.query('select matters.append_rows($1::jsonb)', [JSON.stringify({ states: entries.flatMap((one) => one.states), links: entries.flatMap((one) => one.links), clocks })]);
      await owner.query('select matters.append_flow($1::jsonb)', [JSON.stringify({ timers: entries.flatMap((one) => one.timers), part_of: entries.flatMap((one) => one.part_of) })]);
    }
    folded += rows.length;
    if (folded > 0 && folded % 10_000 === 0) say(`Bringing matters up to date: ${folded}`);
    const last = rows.at(-1);
    if (rows.length < perRound || !last) break;
    after = last.matter_id;
  }
  await owner.query(
    `insert into platform.settings (name, value) values ($1, to_jsonb($2::int)) on conflict (name) do update set value = excluded.value, set_at = clock_timestamp()`, [settingName, foldVersion]);
  return folded;
}
