import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { call, residenceRegistration } from './d05-acts.ts';
import { timedCity, type TimedCity } from './k02-timed-city.ts';
import { copyFolder } from './frame/city.ts';
import type { Fault, FaultTools } from './frame/fault.ts';
import { until } from './frame/processes.ts';

const dayMs = 86_400_000;

/** Matters filed today, every other one accepted; stopped. The first moment at which anything of it is due. */
async function fileSome(timed: TimedCity, many: number): Promise<number> {
  await timed.start();
  const [clerk] = timed.city.template.clerks;
  if (!clerk) throw new Error('no clerk');
  for (let n = 0; n < many; n += 1) {
    const filed = await call(timed.city, clerk, 'POST', '/api/v1/matters', residenceRegistration(clerk, timed.city.template.parties[n] ?? '', randomUUID()));
    if (filed.status !== 201) throw new Error(`a filing was answered ${filed.status}`);
    if (n % 2 === 1) await call(timed.city, clerk, 'POST', `/api/v1/matters/${String(filed.body.matterId)}/accept`, { commandId: randomUUID(), seenSeq: 1 });
  }
  const owner = await timed.owner();
  const { rows } = await owner.query<{ due: Date }>('select min(due_at) as due from matters.clocks');
  await owner.end();
  await timed.stop();
  return rows[0]?.due.getTime() ?? 0;
}

/** Nothing is left to be found at this moment, and no work that follows waits. */
async function settled(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ open: number }>(
    `select ((select count(*) from matters.clocks where not passed and due_at < clock_timestamp()) + (select count(*) from platform.jobs where attempts < 12 and run_at < clock_timestamp() + interval '1 minute'))::int as open`);
  return rows[0]?.open === 0;
}

/** Awake at one moment, for as long as it takes to find all that fell due. False where it was not done within half a minute. */
async function awakeAt(timed: TimedCity, atMs: number): Promise<boolean> {
  timed.tell('both', `+${Math.round((atMs - Date.now()) / 1000)}`);
  await timed.start();
  const owner = await timed.owner();
  const isDone = await until(() => settled(owner), 30_000, 50);
  await owner.end();
  await timed.stop();
  return isDone;
}

/** What time did to the matters: breaches and silences with their due moments and who was answerable, and every message. The ids are the same in both lives. */
async function lifeOf(timed: TimedCity): Promise<{ facts: string[]; messages: string[] }> {
  await timed.start();
  const owner = await timed.owner();
  const facts = await owner.query<{ text: string }>(
    `select matter_id || ' ' || kind || ' ' || coalesce(content ->> 'limitId', '') || ' ' || coalesce(content ->> 'dueAt', content ->> 'acceptedFrom', '') || ' ' || coalesce(content ->> 'institution', '') as text from platform.facts where kind in ('limit_passed', 'deemed_accepted') order by 1`);
  const messages = await owner.query<{ text: string }>('select matter_id || $1 || template || $1 || (params::text) as text from matters.messages order by 1', [' ']);
  await owner.end();
  await timed.stop();
  return { facts: facts.rows.map((row) => row.text), messages: messages.rows.map((row) => row.text) };
}

const twice = (lines: readonly string[]): number => lines.length - new Set(lines).size;

async function twinOf(tools: FaultTools, timed: TimedCity): Promise<TimedCity> {
  const twin = await timedCity(tools);
  await twin.stop();
  copyFolder(timed.city.folder, twin.city.folder);
  return twin;
}

/** K-03: a server asleep for three days over due moments finds the same as its twin who was awake. */
export const fault: Fault = {
  id: 'K-03',
  title: 'server asleep for three days over a due moment',
  needs: ['faketime'],
  seconds: { quick: 0, gate: 14, full: 40 },
  async run(size, tools) {
    const sleeper = await timedCity(tools);
    const due = await fileSome(sleeper, size === 'full' ? 40 : 8);
    const twin = await twinOf(tools, sleeper);
    const from = due - 1.5 * dayMs;
    const broken: string[] = [];
    // The twin looks while it is not yet due, soon after it was, and in the end; the sleeper only in the end.
    const moments = size === 'full' ? [0, 1, 1.6, 2, 2.5, 3] : [1.6, 3];
    for (const days of moments) if (!(await awakeAt(twin, from + days * dayMs))) broken.push('the twin did not find in half a minute what was due');
    if (!(await awakeAt(sleeper, from + 3 * dayMs))) broken.push('half a minute after it woke the sleeper had not found what was due');
    const [awake, slept] = [await lifeOf(twin), await lifeOf(sleeper)];
    if (awake.facts.length === 0) broken.push('nothing fell due: the test says nothing');
    const missing = awake.facts.filter((line) => !slept.facts.includes(line)).length + slept.facts.filter((line) => !awake.facts.includes(line)).length;
    if (missing > 0) broken.push(`INV-6: ${missing} breaches and silences differ from the twin's (${awake.facts.length} and ${slept.facts.length})`);
    const told = awake.messages.filter((line) => !slept.messages.includes(line)).length + slept.messages.filter((line) => !awake.messages.includes(line)).length;
    if (told > 0) broken.push(`INV-11: ${told} messages differ from the twin's`);
    if (twice(slept.facts) + twice(awake.facts) > 0) broken.push('a breach was recorded twice');
    if (twice(slept.messages) + twice(awake.messages) > 0) broken.push('a notice was given twice');
    return {
      faults: 1, lost: 0, broken, mutantsPlanted: 0, mutantsCaught: 0,
      figures: { breachesAndSilences: awake.facts.length, messages: awake.messages.length, twinAwake: moments.length }, seed: tools.seed,
    };
  },
};
