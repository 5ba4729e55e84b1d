import type { Entry } from '../platform/db/batch-writer.ts';
import { newDataKey, wrapKey, type DataKey, type Keys } from '../platform/crypto/index.ts';
import { chainFacts } from '../platform/ledger/chain.ts';
import { msOf, type LocalDay } from '../kernel/instant.ts';
import { commandDomain } from '../domains/matters/routes-commands.ts';
import { followsFromFlow } from '../domains/matters/following.ts';
import type { MatterFact } from '../domains/matters/matter.ts';
import { telling } from '../domains/matters/telling.ts';
import { cityId } from './city.ts';
import type { Life } from './life.ts';
import { contextAt, type World } from './world.ts';

/** The owner's connection, as far as it is used: the loads of the owner take facts at past times. */
export interface Owner {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** A matter ready to be written. */
export interface Written {
  readonly matterId: string;
  readonly dataKey: DataKey;
  readonly life: Life;
  /** its result paper is made by the usual job after the start */
  readonly makesPaper: boolean;
}

/** A data key for a matter that will be written. */
export const keyForMatter = newDataKey;

/** Everything of one matter as the pipeline would have written it by now: its chain, its sealed parts, its present state and lists, its messages. */
function entryOf(world: World, ground: { readonly keys: Keys; readonly log: string }, written: Written): Entry {
  const { matterId, dataKey, life } = written;
  const domain = commandDomain(contextAt(world, world.now), matterId);
  const chained = chainFacts({ log: ground.log, matterId, dataKey, rule: domain.rule(life.state) }, null, life.facts);
  if (chained.head === null) throw new Error('invented city: a matter without facts');
  return {
    keys: [{ owner_id: matterId, wrapped: wrapKey(ground.keys, matterId, dataKey).toString('base64') }],
    facts: chained.rows, sealed: chained.sealed,
    ...domain.rows(life.state, null, chained.head, life.facts),
    jobs: [
      ...(written.makesPaper ? [{ job_id: cityId(world.city, 'job', matterId), matter_id: matterId, kind: 'matters.when_completed_make_result', payload: {} }] : []),
      ...life.facts.flatMap((fact, index) => followsFromFlow(fact, life.state).map((follows) => ({ job_id: cityId(world.city, 'follows', `${matterId} ${index}`), matter_id: matterId, ...follows }))),
      ...(breachedLately(world, life) ? [{ job_id: cityId(world.city, 'look', matterId), matter_id: matterId, kind: 'supervision.when_matter_changed_look', payload: { fact: 'limit_passed' } }] : []),
    ],
    messages: messagesOf(world, written),
  };
}

/** Breaches of the last fortnight are looked at by supervision after the start, as if they had just been recorded; older ones are history. */
const lately = 14 * 86_400_000;
const breachedLately = (world: World, life: Life): boolean => life.facts.some((fact) => fact.kind === 'limit_passed' && msOf(fact.at) > msOf(world.now) - lately);

/** The fact after which the applicant is told, and with which text (server/domains/matters/jobs.ts). A paper still to be made tells when it is made. */
const told: Readonly<Partial<Record<MatterFact['kind'], string>>> = {
  matter_filed: 'sms.filed', correction_requested: 'sms.correction_needed', matter_accepted: 'sms.accepted', deemed_accepted: 'sms.deemed_accepted', acceptance_refused: 'sms.not_accepted', matter_completed: 'sms.result_ready',
};

function messagesOf(world: World, { matterId, life, makesPaper }: Written): readonly object[] {
  const { state } = life;
  return life.facts.flatMap((fact, index) => {
    const template = told[fact.kind];
    if (template === undefined || (makesPaper && fact.kind === 'matter_completed')) return [];
    const on: LocalDay | undefined = telling(state, fact.kind)?.on;
    return [{ party_id: state.partyId, message_id: cityId(world.city, 'message', `${matterId} ${index}`), matter_id: matterId, at: fact.at, template, params: { number: state.number, ...(on ? { date: on } : {}) } }];
  });
}

/** Matters in one call: about fifty keep a call small and the round trips few. */
const perCall = 50;

/** Chains matters and writes them through the owner's append functions, some fifty in a round trip. */
export async function writeMatters(owner: Owner, world: World, ground: { readonly keys: Keys; readonly log: string }, written: readonly Written[]): Promise<void> {
  for (let from = 0; from < written.length; from += perCall) {
    const sections: Record<string, object[]> = {};
    for (const one of written.slice(from, from + perCall)) for (const [name, rows] of Object.entries(entryOf(world, ground, one))) (sections[name] ??= []).push(...rows);
    await owner.query(writeBatch, [JSON.stringify(sections)]);
  }
}

const writeBatch = `
  with facts as materialized (select platform.append_rows($1::jsonb)), rows as materialized (select matters.append_rows($1::jsonb) from facts),
  told as (
    insert into matters.messages (party_id, message_id, matter_id, at, template, params, read_at)
    select t.party_id, t.message_id, t.matter_id, t.at, t.template, t.params, case when t.at < clock_timestamp() - interval '4 days' then t.at + interval '3 hours' end
    from jsonb_to_recordset($1::jsonb -> 'messages') as t(party_id uuid, message_id uuid, matter_id uuid, at timestamptz, template text, params jsonb)
    returning 1
  )
  select (select count(*) from rows) as rows, (select count(*) from told) as told`;

/** The number counters stand where the invented numbers end, so that the next number is a new one. */
export async function writeCounters(owner: Owner, last: ReadonlyMap<string, { readonly institution: string; readonly day: LocalDay; readonly last: number }>): Promise<void> {
  await owner.query(
    `insert into matters.number_counters (institution, day, last)
     select c.institution, c.day, c.last from jsonb_to_recordset($1::jsonb) as c(institution text, day date, last integer)
     on conflict (institution, day) do update set last = greatest(number_counters.last, excluded.last)`,
    [JSON.stringify([...last.values()])],
  );
}
