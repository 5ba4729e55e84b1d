/**
 * `npm run bench:filing`: filings a second through HTTP (session, permission, policy, form and situation judged, chain, jobs, access record: the real
 * thing) against the same rows written by the bare database, one function call each over the same number of connections, in turn in one run. Prints
 * the ratio, which is what counts: absolute figures are this machine's. `--quick` measures 32 clients only. Last line: one JSON object.
 */
import type pg from 'pg';
import { connections, load, median, onGround, rounded, type Ground } from './ground.ts';

const quick = process.argv.includes('--quick');
const levels = quick ? [32] : [1, 8, 32, 64];
const rounds = quick ? 3 : 5;
const seconds = quick ? 2.5 : 4;

/** The halls whose windows file: one clerk for each client. */
const halls = ['YM-440303-hall', 'YM-440304-hall', 'YM-440305-hall', 'YM-440306-hall', 'YM-440307-hall', 'YM-440309-hall', 'YM-440310-hall', 'YM-440311-hall'];

/** 居住登记 for a mainland resident who rents: a form of nine answers, a situation, two materials. */
const application = JSON.stringify({
  commandId: '$command', partyId: '$party', hall: '$hall', taskCode: 'YM-07-0003-01', handlingItem: 'YM-07-0003-01-01', areaUnit: '440303001001', answers: { who: 'mainland' },
  form: { address_line: '黄贝街道黄贝岭村一坊12号301房', moved_in_on: '2026-10-08', home_kind: 'rented', landlord_name: '测试房东', landlord_phone: '13900000000', why_here: 'work', occupation: '厨师', children_with: 1, declaration: true },
  materials: [{ materialCode: 'identity_card', form: 'seen_at_window' }, { materialCode: 'lease_or_title', form: 'seen_at_window' }],
});

/** The rows of one real filing as the entry that wrote them, with marks where every filing differs; what follows from a filing at a window (the applicant told, measures, evaluation, supervision) is one row. */
async function templateOf(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ entry: string }>(`
    with m as (select matter_id from matters.matters order by received_at limit 1)
    select jsonb_build_object(
      'keys', (select jsonb_agg(jsonb_build_object('owner_id', owner_id, 'wrapped', replace(encode(wrapped, 'base64'), E'\\n', ''))) from platform.data_keys where owner_id in (select matter_id from m)),
      'commands', (select jsonb_agg(jsonb_build_object('matter_id', matter_id, 'command_id', command_id, 'actor', actor, 'digest', encode(digest, 'hex'), 'answer', answer, 'at', '$now')) from platform.commands where matter_id in (select matter_id from m)),
      'facts', (select jsonb_agg(jsonb_build_object('matter_id', matter_id, 'seq', seq, 'kind', kind, 'at', '$now', 'by', by, 'content', content, 'salt', encode(salt, 'hex'), 'files', files, 'rule', rule, 'prev', encode(prev, 'hex'), 'hash', encode(hash, 'hex')) order by seq) from platform.facts where matter_id in (select matter_id from m)),
      'sealed', (select jsonb_agg(jsonb_build_object('matter_id', matter_id, 'seq', seq, 'sealed', replace(encode(sealed, 'base64'), E'\\n', ''))) from platform.particulars where matter_id in (select matter_id from m)),
      'access', (select jsonb_agg(jsonb_build_object('matter_id', matter_id, 'record_id', '$record', 'actor', actor, 'act', act, 'outcome', outcome, 'of_command', true)) from platform.access_records where matter_id in (select matter_id from m)),
      'jobs', (select jsonb_agg(jsonb_build_object('job_id', '$job1', 'matter_id', matter_id, 'kind', 'bench.nobody', 'payload', (select jsonb_build_object('jobs', jsonb_agg(jsonb_build_object('jobId', '$job' || (n + 1), 'kind', 'bench.nobody', 'payload', '{"fact":"matter_filed"}'::jsonb))) from generate_series(1, 4) n))) from m),
      'clocks', (select jsonb_agg(to_jsonb(c)) from matters.clocks c where matter_id in (select matter_id from m)),
      'states', (select jsonb_agg(to_jsonb(x) - 'head' || jsonb_build_object('head', encode(x.head, 'hex'))) from matters.matters x where matter_id in (select matter_id from m)),
      'parties', (select jsonb_agg(jsonb_build_object('party_id', party_id, 'matter_id', matter_id, 'received_at', '$now')) from matters.by_party where matter_id in (select matter_id from m)),
      'links', '[]'::jsonb, 'drafts_done', '[]'::jsonb)::text as entry`);
  const entry = rows[0]?.entry ?? '';
  const { rows: ids } = await owner.query<{ matter_id: string; command_id: string }>('select matter_id, command_id from platform.commands order by at limit 1');
  return entry.replaceAll(ids[0]?.matter_id ?? '', '$matter').replaceAll(ids[0]?.command_id ?? '', '$command');
}

/** One number of clients: bare and HTTP in turn, medians over the rounds. */
async function measure(ground: Ground, clients: number, http: object, bare: object) {
  const bares: number[] = [];
  const rates = [];
  const costs: { server: number; database: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bares.push((await load('load-bare.mjs', { ...bare, clients, seconds })).perSecond);
    // Jobs that nobody does would lie in the way of the server's own.
    await ground.owner.query(`delete from platform.jobs where kind = 'bench.nobody'`);
    await ground.owner.query('vacuum platform.jobs');
    const before = ground.spent();
    const rate = await load('load-http.mjs', { ...http, clients, seconds });
    const after = ground.spent();
    rates.push(rate);
    costs.push({ server: ((after.server - before.server) * 1000) / rate.done, database: ((after.database - before.database) * 1000) / rate.done });
  }
  const perSecond = median(rates.map((rate) => rate.perSecond));
  const result = {
    clients, ratio: rounded(perSecond / median(bares)), p50Ms: rounded(median(rates.map((rate) => rate.p50Ms))), p99Ms: rounded(median(rates.map((rate) => rate.p99Ms))),
    cpuUsPerFiling: Math.round(median(costs.map((cost) => cost.server + cost.database))), serverCpuUs: Math.round(median(costs.map((cost) => cost.server))), databaseCpuUs: Math.round(median(costs.map((cost) => cost.database))),
    perSecond: Math.round(perSecond), barePerSecond: Math.round(median(bares)),
  };
  console.log(`${String(clients).padStart(3)} clients: ${result.perSecond}/s over HTTP, ${result.barePerSecond}/s bare, ratio ${result.ratio}, p50 ${result.p50Ms} ms, p99 ${result.p99Ms} ms, ${result.cpuUsPerFiling} µs processor a filing`);
  return result;
}

const hallOf = (n: number): string => halls[n % halls.length] ?? '';

await onGround((n) => [{ institution: hallOf(n), role: 'window_clerk' }], async (ground) => {
  const http = { port: ground.port, clerks: ground.sessions.map((session, n) => ({ ...session, hall: hallOf(n) })), parties: ground.parties, body: application };
  await load('load-http.mjs', { ...http, clients: 8, seconds: 2 });
  const bare = { connection: ground.bareConnection, connections, template: await templateOf(ground.owner) };
  await load('load-bare.mjs', { ...bare, clients: 8, seconds: 1 });
  const results = [];
  for (const clients of levels) results.push(await measure(ground, clients, http, bare));
  const main32 = results.find((one) => one.clients === 32) ?? results[0];
  console.log(JSON.stringify({ ...main32, levels: results }));
});
