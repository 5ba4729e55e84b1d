import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
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

interface Life {
  readonly facts: readonly string[];
  readonly messages: readonly string[];
}

/** What time did to the matters: breaches and silences with their due moments and who was answerable, and every message. The ids are the same in both lives. */
async function lifeOf(owner: pg.Client): Promise<Life> {
  const facts = await owner.query<{ text: string }>(
    `select matter_id || ' ' || kind || ' ' || coalesce(content ->> 'limitId', '') || ' ' || coalesce(content ->> 'dueAt', content ->> 'acceptedFrom', '') || ' ' || coalesce(content ->> 'institution', '') as text from platform.facts where kind in ('limit_passed', 'deemed_accepted') order by 1`);
  const messages = await owner.query<{ text: string }>('select matter_id || $1 || template || $1 || (params::text) as text from matters.messages order by 1', [' ']);
  return { facts: facts.rows.map((row) => row.text), messages: messages.rows.map((row) => row.text) };
}

/** Awake at one moment, for as long as it takes to find all that fell due, at most half a minute; what it was told of its life then. */
async function awakeAt(timed: TimedCity, atMs: number, broken: string[]): Promise<Life> {
  timed.tell('both', `+${Math.round((atMs - Date.now()) / 1000)}`);
  await timed.start();
  const owner = await timed.owner();
  if (!(await until(() => settled(owner), 30_000, 50))) broken.push('half a minute after waking it had not been found what was due');
  const life = await lifeOf(owner);
  await owner.end();
  await timed.stop();
  return life;
}

const twice = (lines: readonly string[]): number => lines.length - new Set(lines).size;

/** What is not the same in two lives, and what happened twice in one. */
function differences(awake: Life, slept: Life): string[] {
  const apart = (one: readonly string[], other: readonly string[]): number => one.filter((line) => !other.includes(line)).length + other.filter((line) => !one.includes(line)).length;
  const counted = [
    [apart(awake.facts, slept.facts), 'breaches and silences differ from the twin’s (INV-6)'], [apart(awake.messages, slept.messages), 'messages differ from the twin’s (INV-11)'],
    [twice(slept.facts) + twice(awake.facts), 'breaches were recorded twice'], [twice(slept.messages) + twice(awake.messages), 'notices were given twice'],
  ] as const;
  return counted.flatMap(([n, words]) => (n > 0 ? [`${n} ${words}`] : []));
}

async function twinOf(tools: FaultTools, timed: TimedCity): Promise<TimedCity> {
  const twin = await timedCity(tools);
  rmSync(twin.city.folder, { recursive: true });
  mkdirSync(twin.city.folder);
  chmodSync(twin.city.folder, 0o755);
  copyFolder(timed.city.folder, twin.city.folder);
  return twin;
}

/** K-03: a server asleep for three days over due moments finds the same as its twin who was awake. */
export const fault: Fault = {
  id: 'K-03',
  title: 'server asleep for three days over a due moment',
  needs: ['faketime'],
  // In the gate the same is lived through in one process (server/domains/matters/asleep.test.ts).
  seconds: { quick: 0, gate: 0, full: 60 },
  async run(size, tools) {
    const sleeper = await timedCity(tools);
    const due = await fileSome(sleeper, size === 'full' ? 40 : 8);
    const twin = await twinOf(tools, sleeper);
    const from = due - 1.5 * dayMs;
    const broken: string[] = [];
    // The twin looks while it is not yet due, soon after it was, and in the end; the sleeper only in the end.
    const moments = size === 'full' ? [0, 1, 1.6, 2, 2.5, 3] : [1.6, 3];
    let awake: Life = { facts: [], messages: [] };
    for (const days of moments) awake = await awakeAt(twin, from + days * dayMs, broken);
    const slept = await awakeAt(sleeper, from + 3 * dayMs, broken);
    if (awake.facts.length === 0) broken.push('nothing fell due: the test says nothing');
    broken.push(...differences(awake, slept));
    // Planted: a sleeper who overlooked one breach, one who found one twice, one who gave a notice twice.
    const planted: readonly Life[] = [
      { ...slept, facts: slept.facts.slice(1) }, { ...slept, facts: [...slept.facts, ...slept.facts.slice(0, 1)] }, { ...slept, messages: [...slept.messages, ...slept.messages.slice(0, 1)] },
    ];
    const caught = planted.filter((life) => differences(awake, life).length > 0).length;
    return {
      faults: 1, lost: 0, broken, mutantsPlanted: planted.length, mutantsCaught: caught,
      figures: { breachesAndSilences: awake.facts.length, messages: awake.messages.length, twinAwake: moments.length }, seed: tools.seed,
    };
  },
};
