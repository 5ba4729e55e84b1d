/**
 * `npm run bench:handling`: links taken and ended a second through HTTP (claim, then a finding with an opinion; the process opens the next link) against the
 * same rows written by the bare database in two function calls, over the same number of connections, in turn in one run. The ratio is what counts:
 * absolute figures are this machine's. Every act answers the whole file, which the bare side does not read. `--quick` measures 32 clients only. Last line: one JSON object.
 */
import { connections, load, median, onGround, rounded, type Ground } from './ground.ts';

const quick = process.argv.includes('--quick');
const levels = quick ? [32] : [1, 8, 32];
const rounds = quick ? 2 : 5;
const seconds = quick ? 1.5 : 3;
/** Matters made ready for one side of one round: more than it can use. */
const ready = quick ? 500 : 2_500;

/** The centre of one community takes the application, the street office reviews it. */
const hall = 'YM-440303005014-hall';
const street = 'YM-440303005-public_service';

/** 高龄津贴, first application: the street's review is the link that is taken and ended. */
const application = JSON.stringify({
  commandId: '$command', partyId: '$party', hall: '$hall', taskCode: 'YM-05-0001-01', handlingItem: 'YM-05-0001-01-01', areaUnit: '440303005014', answers: { who_applies: 'self', hukou: 'shenzhen', age: 'over80' },
  form: { for_other: false, address_line: '一门路12号3栋502室', pay_by: 'social_card', declaration: true },
  materials: [{ materialCode: 'application_form', form: 'seen_at_window' }, { materialCode: 'identity_card', form: 'seen_at_window' }, { materialCode: 'household_register', form: 'from_city' }],
});

/** An accepted matter: its newest fact and the link that waits. */
interface Waiting {
  readonly matterId: string;
  readonly seq: number;
  readonly head: string;
  readonly linkId: string;
}

/** Files and accepts as many as all rounds need, for each side of each round its share. What would follow from them is not waited for: it is taken away. */
async function prepare(ground: Ground, http: object): Promise<readonly (readonly Waiting[])[]> {
  await load('load-handling.mjs', { ...http, task: 'prepare', count: ready * rounds * 2 });
  await ground.owner.query('delete from platform.jobs');
  await ground.owner.query('vacuum analyze platform.jobs, matters.clocks, matters.links, matters.matters');
  const all = await waiting(ground);
  return Array.from({ length: rounds * 2 }, (_unused, n) => all.slice(n * ready, (n + 1) * ready));
}

async function waiting(ground: Ground): Promise<readonly Waiting[]> {
  const { rows } = await ground.owner.query<Waiting>(`
    select m.matter_id as "matterId", m.seq, encode(m.head, 'hex') as head, l.link_id as "linkId" from matters.matters m join matters.links l on l.matter_id = m.matter_id
    where m.status = 'accepted' and l.claimed_by is null and l.done_at is null and l.institution = '${street}' order by m.received_at`);
  return rows;
}

/** The rows that taking and ending a link wrote, of one matter, as two entries with marks where every matter differs. */
async function templatesOf(ground: Ground, matterId: string): Promise<readonly [string, string]> {
  const entry = (act: string, facts: string, links: string, clocks: string, ended: string) => `
    with c as (select * from platform.commands where matter_id = $1 and command_id in (select command_id from platform.commands where matter_id = $1 order by at desc limit 2)),
      f as (select * from platform.facts where matter_id = $1 and seq ${facts} (select seq from platform.facts where matter_id = $1 and kind = 'link_claimed')),
      m as (select * from matters.matters where matter_id = $1)
    select jsonb_build_object('keys', '[]'::jsonb,
      'commands', (select jsonb_agg(jsonb_build_object('matter_id', matter_id, 'command_id', '$command', 'actor', actor, 'digest', encode(digest, 'hex'), 'answer', answer, 'at', '$now')) from (select * from c order by at ${act === 'claim' ? 'asc' : 'desc'} limit 1) x),
      'facts', (select jsonb_agg(jsonb_build_object('matter_id', matter_id, 'seq', '$seq' || seq, 'kind', kind, 'at', '$now', 'by', by, 'content', content, 'salt', encode(salt, 'hex'), 'files', files, 'rule', rule, 'prev', '$hash' || (seq - 1), 'hash', '$hash' || seq) order by seq) from f),
      'sealed', coalesce((select jsonb_agg(jsonb_build_object('matter_id', p.matter_id, 'seq', '$seq' || p.seq, 'sealed', replace(encode(p.sealed, 'base64'), E'\\n', ''))) from platform.particulars p join f using (matter_id, seq)), '[]'),
      'access', (select jsonb_agg(jsonb_build_object('matter_id', matter_id, 'record_id', '$record', 'actor', actor, 'act', act, 'outcome', outcome, 'of_command', true)) from (select * from platform.access_records where matter_id = $1 and outcome = 'done' order by record_id desc limit 1) x),
      'jobs', jsonb_build_array(jsonb_build_object('job_id', '$job', 'matter_id', $1::text, 'kind', 'bench.nobody', 'payload', '{"fact":"link_claimed"}'::jsonb)),
      'clocks', coalesce((select jsonb_agg(to_jsonb(k)) from matters.clocks k where matter_id = $1 and ${clocks}), '[]'), 'clocks_ended', ${ended},
      'states', (select jsonb_agg(to_jsonb(m) - 'head' || jsonb_build_object('head', (select '$hash' || max(seq) from f), 'seq', (select '$seq' || max(seq) from f))) from m),
      'parties', '[]'::jsonb, 'links', (select jsonb_agg(to_jsonb(l)) from matters.links l where matter_id = $1 and ${links}), 'drafts_done', '[]'::jsonb, 'proposals', '[]'::jsonb, 'proposals_decided', '[]'::jsonb)::text as entry`;
  const ask = async (text: string): Promise<string> => (await ground.owner.query<{ entry: string }>(text, [matterId])).rows[0]?.entry ?? '';
  const open = await ground.owner.query<{ link_id: string }>(`select link_id from matters.links where matter_id = $1 and done_at is not null`, [matterId]);
  const gone = `'[{"matter_id": "${matterId}", "limit_id": "link:${open.rows[0]?.link_id ?? ''}"}]'::jsonb`;
  return [
    (await ask(entry('claim', '=', 'done_at is not null', 'true', `'[]'::jsonb`))).replaceAll(matterId, '$matter'),
    (await ask(entry('record', '>', 'true', 'true', gone))).replaceAll(matterId, '$matter'),
  ];
}

/** One number of clients: bare and HTTP in turn on matters of the same kind, medians over the rounds. */
async function measure(ground: Ground, clients: number, http: object, templates: readonly [string, string]) {
  const bares: number[] = [];
  const rates = [];
  const costs: number[] = [];
  const shares = await prepare(ground, http);
  for (let round = 0; round < rounds; round += 1) {
    bares.push((await load('load-handling.mjs', { task: 'bare', connection: ground.bareConnection, connections, clients, seconds, templates, waiting: shares[2 * round] })).perSecond);
    await ground.owner.query('delete from platform.jobs');
    await ground.owner.query('vacuum platform.jobs');
    const before = ground.spent();
    const rate = await load('load-handling.mjs', { ...http, task: 'handle', clients, seconds, waiting: shares[2 * round + 1] });
    const after = ground.spent();
    rates.push(rate);
    costs.push(((after.server - before.server + after.database - before.database) * 1000) / rate.done);
  }
  // What was left over belongs to no later number of clients.
  await ground.owner.query(`update matters.links set claimed_by = '00000000-0000-7000-8000-000000000000' where done_at is null`);
  const perSecond = median(rates.map((rate) => rate.perSecond));
  const result = {
    clients, ratio: rounded(perSecond / median(bares)), p50Ms: rounded(median(rates.map((rate) => rate.p50Ms))), p99Ms: rounded(median(rates.map((rate) => rate.p99Ms))),
    cpuUsPerLink: Math.round(median(costs)), perSecond: Math.round(perSecond), barePerSecond: Math.round(median(bares)),
  };
  console.log(`${String(clients).padStart(3)} clients: ${result.perSecond} links/s over HTTP, ${result.barePerSecond}/s bare, ratio ${result.ratio}, p50 ${result.p50Ms} ms, p99 ${result.p99Ms} ms for both acts, ${result.cpuUsPerLink} µs processor a link`);
  return result;
}

await onGround(() => [{ institution: hall, role: 'window_clerk' }, { institution: street, role: 'officer' }], async (ground) => {
  const http = { port: ground.port, staff: ground.sessions, parties: ground.parties, hall, body: application };
  await load('load-handling.mjs', { ...http, task: 'prepare', count: 40 });
  const first = await waiting(ground);
  await load('load-handling.mjs', { ...http, task: 'handle', clients: 4, seconds: 1, waiting: first });
  const done = (await ground.owner.query<{ matter_id: string }>(`select matter_id from matters.links where done_at is not null order by done_at limit 1`)).rows[0]?.matter_id ?? '';
  const templates = await templatesOf(ground, done);
  const results = [];
  for (const clients of levels) results.push(await measure(ground, clients, http, templates));
  const main32 = results.find((one) => one.clients === 32) ?? results[0];
  console.log(JSON.stringify({ ...main32, levels: results }));
});
