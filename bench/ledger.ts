/**
 * `npm run bench:ledger`: what the log costs, and how long checking all of it takes.
 *
 * Filings a second through HTTP with the log on and off, in turn in one run, medians. Off: the triggers by which facts and access records wait for their place
 * are taken away (as the owner; no setting of the product does that), so that nothing is sequenced or signed either; and what an acceptance receipt costs,
 * measured alone, is taken off each filing. Each round begins with nothing left of the rounds before, neither what waits for its place nor jobs that follow from
 * filings (they take more processor than the log does, would count against whichever comes second, and are thrown away), and with a second that is not counted, so that the
 * sequencing of that second falls into the counted time as that of its own last second falls out of it. On and off of one round are compared with each other, for
 * they lie beside each other in time; the figure is the median of those ratios.
 *
 * Then `yimen verify` of a million facts in matters of ten, the first of each as large as a real filing's. `--quick` checks fewer and says so: the figure for a
 * million is then computed from it. Last line: one JSON object.
 */
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { chainFacts, type DomainFact } from '../server/platform/ledger/chain.ts';
import { keysFromDocument, newDataKey, newKeyDocument } from '../server/platform/crypto/index.ts';
import { receiptSigner } from '../server/platform/ledger/log/log-keys.ts';
import { acceptanceReceipt } from '../server/platform/ledger/log/receipts.ts';
import { checkLogs } from '../server/platform/ledger/log/fsck.ts';
import { newId } from '../server/platform/ids.ts';
import { load, median, onGround, rounded, type Ground } from './ground.ts';

const quick = process.argv.includes('--quick');
const clients = 32;
const rounds = quick ? 3 : 7;
const seconds = quick ? 1.5 : 4;
const factsChecked = quick ? 20_000 : 1_000_000;
const targets = { ratio: 0.9, seconds: 300 };
const hall = 'YM-440303-hall';

/** As bench/filing.ts files: 居住登记 for a mainland resident who rents. */
const application = JSON.stringify({
  commandId: '$command', partyId: '$party', hall: '$hall', taskCode: 'YM-07-0003-01', handlingItem: 'YM-07-0003-01-01', areaUnit: '440303001001', answers: { who: 'mainland' },
  form: { address_line: '黄贝街道黄贝岭村一坊12号301房', moved_in_on: '2026-10-08', home_kind: 'rented', landlord_name: '测试房东', landlord_phone: '13900000000', why_here: 'work', occupation: '厨师', children_with: 1, declaration: true },
  materials: [{ materialCode: 'identity_card', form: 'seen_at_window' }, { materialCode: 'lease_or_title', form: 'seen_at_window' }],
});

async function turnLog(owner: pg.Client, way: 'enable' | 'disable'): Promise<void> {
  await owner.query(`alter table platform.facts ${way} trigger facts_wait_for_their_place; alter table platform.access_records ${way} trigger access_records_wait_for_their_place`);
}

/** Until everything that waits has its place and no job is left, so that no round carries another's work. */
async function settled(owner: pg.Client): Promise<void> {
  for (;;) {
    await owner.query('delete from platform.jobs');
    const { rows } = await owner.query<{ waiting: boolean }>('select exists (select 1 from ledger.waiting) as waiting');
    if (rows[0]?.waiting === false) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Processor time of one acceptance receipt, in microseconds. */
function receiptCost(): number {
  const keys = keysFromDocument(newKeyDocument());
  if (!keys.ok) throw new Error('no keys');
  const signer = receiptSigner(keys.keys, 'bench.test/cases/v1');
  const make = (): string => acceptanceReceipt(signer, { origin: 'bench.test/cases/v1', matterId: newId(), seq: 1, hash: 'ab'.repeat(32), at: '2026-11-23T01:00:00.000Z' });
  for (let n = 0; n < 200; n += 1) make();
  const from = performance.now();
  for (let n = 0; n < 1_000; n += 1) make();
  return performance.now() - from;
}

async function measureFiling({ owner, port, sessions, parties }: Ground) {
  const http = { port, clerks: sessions.map((session) => ({ ...session, hall })), parties, body: application, clients };
  const rates: Record<'on' | 'off', number[]> = { on: [], off: [] };
  await load('load-http.mjs', { ...http, seconds: 2 });
  for (let round = 0; round < rounds; round += 1) {
    // First the one, then the other first: a machine that grows slower favours neither.
    for (const which of round % 2 === 0 ? (['on', 'off'] as const) : (['off', 'on'] as const)) {
      await settled(owner);
      if (which === 'off') await turnLog(owner, 'disable');
      await load('load-http.mjs', { ...http, seconds: 1 });
      rates[which].push((await load('load-http.mjs', { ...http, seconds })).perSecond);
      if (which === 'off') await turnLog(owner, 'enable');
    }
  }
  const receiptUs = receiptCost();
  const withoutReceipt = (perSecond: number): number => 1 / (1 / perSecond - receiptUs / 1e6);
  const ratios = rates.on.map((on, round) => on / withoutReceipt(rates.off[round] ?? Number.NaN));
  const on = median(rates.on);
  const off = withoutReceipt(median(rates.off));
  return { ratioOnOff: rounded(median(ratios)), ratios: ratios.map(rounded), onPerSecond: Math.round(on), offPerSecond: Math.round(off), receiptUs: Math.round(receiptUs), rounds };
}

/** Facts in matters of ten, chained as the server chains them; every first one has the content of a real filing. */
async function makeFacts(owner: pg.Client, log: string, count: number): Promise<void> {
  const { rows } = await owner.query<{ content: object; rule: object; files: string[] }>(`select content, rule, files from platform.facts where kind = 'matter_filed' limit 1`);
  const filed = rows[0];
  if (!filed) throw new Error('nothing was filed');
  const at = new Date().toISOString();
  const by = { kind: 'staff', id: newId(), institution: hall } as const;
  const later = Array.from({ length: 9 }, (_none, n): DomainFact => ({ kind: 'link_completed', at, by, content: { linkId: `review-${n}`, staffId: by.id, action: 'passed', flow: { tokens: [{ element: `Task_${n}`, since: n }] } } }));
  const dataKey = newDataKey();
  for (let done = 0; done < count; ) {
    const batch: object[] = [];
    for (; batch.length < 2_000 && done < count; done += 10) {
      batch.push(...chainFacts({ log, matterId: newId(), dataKey, rule: filed.rule }, null, [{ kind: 'matter_filed', at, by, content: filed.content }, ...later]).rows);
    }
    await owner.query('select platform.append_rows($1::jsonb)', [JSON.stringify({ facts: batch })]);
  }
}

async function measureCheck({ owner, bareConnection }: Ground) {
  const { rows } = await owner.query<{ log: string }>(`select value #>> '{}' as log from platform.settings where name = 'ledger.origin'`);
  const log = rows[0]?.log ?? '';
  // What was filed while the log was off stands nowhere in it; that is not what is measured here.
  await owner.query(`insert into ledger.waiting (log, matter_id, seq, hash) select 'cases', f.matter_id, f.seq, f.hash from platform.facts f where not exists (select 1 from ledger.entries e where e.log = 'cases' and e.matter_id = f.matter_id and e.seq = f.seq)`);
  await owner.query(`insert into ledger.waiting (log, matter_id, record_id) select 'access', r.matter_id, r.record_id from platform.access_records r where not r.of_command and not exists (select 1 from ledger.entries e where e.log = 'access' and e.matter_id = r.matter_id and e.record_id = r.record_id)`);
  const there = await owner.query<{ facts: number }>('select count(*)::integer as facts from platform.facts');
  await makeFacts(owner, log, Math.max(0, factsChecked - (there.rows[0]?.facts ?? 0)));
  await settled(owner);
  await owner.query('vacuum analyze platform.facts, ledger.entries, ledger.waiting');
  const opened: pg.Client[] = [];
  const from = performance.now();
  const checked = await checkLogs({
    chain: log,
    connect: async () => {
      const client = new pg.Client(bareConnection as pg.ClientConfig);
      opened.push(client);
      await client.connect();
      return client;
    },
  });
  const took = (performance.now() - from) / 1000;
  await Promise.all(opened.map((client) => client.end()));
  if (checked.faultCount > 0) throw new Error(`the check found ${JSON.stringify(checked.faults.slice(0, 5))}`);
  const forAMillion = (took * 1_000_000) / checked.facts;
  return { fsck1MSeconds: rounded(forAMillion), fsckFacts: checked.facts, fsckSeconds: rounded(took), ...(checked.facts < 1_000_000 ? { extrapolated: ['fsck1MSeconds'] } : {}) };
}

await onGround(() => [{ institution: hall, role: 'window_clerk' }], async (ground) => {
  const filing = await measureFiling(ground);
  console.log(`filing with the log on ${filing.onPerSecond}/s, off ${filing.offPerSecond}/s: ${filing.ratioOnOff}`);
  const check = await measureCheck(ground);
  console.log(`${check.fsckFacts} facts checked in ${check.fsckSeconds} s`);
  if (filing.ratioOnOff < targets.ratio || check.fsck1MSeconds > targets.seconds) process.exitCode = 1;
  console.log(JSON.stringify({ ...filing, ...check }));
});
