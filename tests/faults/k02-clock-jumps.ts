import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { dueDate, isCalendarRefusal } from '../../server/kernel/calendar/index.ts';
import { provisionalCalendar } from '../../server/testing/given-matter.ts';
import { call, residenceRegistration } from './d05-acts.ts';
import { timedCity, type TimedCity, type Whose } from './k02-timed-city.ts';
import type { Clerk } from './frame/city.ts';
import type { Fault } from './frame/fault.ts';
import { until } from './frame/processes.ts';

/** One way in which a clock goes wrong and is put right again. `words` as libfaketime reads them; `steps`: whether the guard must tell. */
interface Pattern {
  readonly name: string;
  readonly whose: Whose;
  readonly words: string;
  readonly alarm: 'clock.stepped' | 'clock.own_stepped' | null;
}

const hour = 3_600;
const day = 86_400;
const signed = (seconds: number): string => `${seconds < 0 ? '-' : '+'}${Math.abs(Math.round(seconds))}`;
/** Five seconds before the year ends in Shenzhen: it ends while the acts are done. */
const newYear = (): string => signed((Date.parse('2026-12-31T23:59:55+08:00') - Date.now()) / 1000);

const patterns = (): readonly Pattern[] => [
  { name: '−1 h, database', whose: 'database', words: signed(-hour), alarm: 'clock.stepped' },
  { name: '+40 d, both', whose: 'both', words: signed(40 * day), alarm: 'clock.stepped' },
  { name: '+1 s, both', whose: 'both', words: '+1', alarm: null },
  { name: '31 Dec → 1 Jan, both', whose: 'both', words: newYear(), alarm: 'clock.stepped' },
  { name: '−1 d, both', whose: 'both', words: signed(-day), alarm: 'clock.stepped' },
  { name: 'drift 1 %, database', whose: 'database', words: '+0 x1.01', alarm: null },
  { name: '+1 h, server', whose: 'server', words: signed(hour), alarm: 'clock.own_stepped' },
  { name: '+1 h, database', whose: 'database', words: signed(hour), alarm: 'clock.stepped' },
  { name: '−1 s, database', whose: 'database', words: '-1', alarm: null },
  { name: '−1 h, server', whose: 'server', words: signed(-hour), alarm: 'clock.own_stepped' },
  { name: '−1 d, database', whose: 'database', words: signed(-day), alarm: 'clock.stepped' },
  { name: '+40 d, server', whose: 'server', words: signed(40 * day), alarm: 'clock.own_stepped' },
];

/** What the patterns came to. */
interface Seen {
  readonly broken: string[];
  /** as he is signed in now */
  clerk: Clerk;
  acts: number;
  again: number;
  signedInAgain: number;
  readonly alarmMs: number[];
  /** matters filed, with the number of their newest fact as the clerk saw it */
  readonly matters: { matterId: string; seq: number }[];
}

/** Sends an act until it is done, at most eight times; ordinary acts go on whatever the clock does. Whose session a jump has ended signs in again, as people do. */
async function mustGo(timed: TimedCity, seen: Seen, what: string, path: string, body: object): Promise<Readonly<Record<string, unknown>>> {
  for (let tries = 0; tries < 8; tries += 1) {
    const answer = await call(timed.city, seen.clerk, 'POST', path, body);
    if (answer.status >= 200 && answer.status < 300) {
      seen.acts += 1;
      return answer.body;
    }
    if (answer.status === 401) {
      seen.signedInAgain += 1;
      seen.clerk = await timed.session(seen.clerk);
    } else seen.again += 1;
    if (tries === 7) seen.broken.push(`${what}: ${path.split('/').at(-1)} was answered ${answer.status} ${String(answer.body.code ?? '')}`);
    if (tries > 0) await sleep(500);
  }
  return {};
}

async function file(timed: TimedCity, seen: Seen, what: string): Promise<void> {
  const { parties } = timed.city.template;
  const body = await mustGo(timed, seen, what, '/api/v1/matters', residenceRegistration(seen.clerk, parties[seen.acts % parties.length] ?? '', randomUUID()));
  if (typeof body.matterId === 'string') seen.matters.push({ matterId: body.matterId, seq: 1 });
}

/** Accepts the newest matter that is not accepted yet: its filing lies before the step that was made since. */
async function acceptOne(timed: TimedCity, seen: Seen, what: string): Promise<void> {
  const matter = seen.matters.findLast((one) => one.seq === 1);
  if (!matter) return;
  await mustGo(timed, seen, what, `/api/v1/matters/${matter.matterId}/accept`, { commandId: randomUUID(), seenSeq: 1 });
  matter.seq = 2;
}

/** How often the guard has told this so far. */
const told = (timed: TimedCity, code: string): number => timed.city.output().split(`${code}: `).length - 1;

/** Sets a clock while people work: acts before, acts after, and whether the guard tells within five seconds and says nothing where nothing is to be told. */
async function step(timed: TimedCity, seen: Seen, pattern: Pattern, words: string, what: string): Promise<void> {
  const before = { step: told(timed, 'clock.stepped'), own: told(timed, 'clock.own_stepped') };
  timed.tell(pattern.whose, words);
  const began = performance.now();
  await acceptOne(timed, seen, what);
  await file(timed, seen, what);
  await file(timed, seen, what);
  await acceptOne(timed, seen, what);
  if (pattern.alarm === null) {
    if (told(timed, 'clock.stepped') > before.step || told(timed, 'clock.own_stepped') > before.own) seen.broken.push(`${what}: an alarm for nothing`);
    return;
  }
  const had = pattern.alarm === 'clock.stepped' ? before.step : before.own;
  const alarm = pattern.alarm;
  if (!(await until(() => told(timed, alarm) > had, 30_000))) return void seen.broken.push(`${what}: no alarm`);
  seen.alarmMs.push(performance.now() - began);
}

/** What the database says of all facts in the end: their order in time, that those of a wrong clock are marked, and that each due moment is what its start and the calendar make it. */
async function verdict(timed: TimedCity, seen: Pick<Seen, 'broken' | 'matters'>): Promise<void> {
  const owner = await timed.owner();
  try {
    const early = await owner.query<{ n: number }>('select count(*)::int as n from platform.facts f join platform.facts p on p.matter_id = f.matter_id and p.seq = f.seq - 1 where f.at < p.at');
    if ((early.rows[0]?.n ?? 0) > 0) seen.broken.push(`${early.rows[0]?.n} facts come before their predecessor`);
    // What an act brings with it (a silence that it finds over, say) goes by the clock there is, and bears the mark; a later fact can put it right.
    const unmarked = await owner.query<{ n: number }>(`select count(*)::int as n from platform.facts where rule ->> 'clock' is distinct from 'suspect' and (at > $1::timestamptz + interval '3 seconds' or kind in ('limit_passed', 'deemed_accepted'))`, [new Date().toISOString()]);
    if ((unmarked.rows[0]?.n ?? 0) > 0) seen.broken.push(`${unmarked.rows[0]?.n} facts of a wrong clock are not marked`);
    const { rows } = await owner.query<{ due: Date; received: Date }>(`select c.due_at as due, m.received_at as received from matters.clocks c join matters.matters m using (matter_id) where c.kind = 'notice'`);
    const wrong = rows.filter((row) => {
      const due = dueDate(provisionalCalendar, { amount: 5, unit: 'working_day' }, row.received.toISOString());
      return isCalendarRefusal(due) || due.dueAt !== row.due.toISOString();
    });
    if (wrong.length > 0) seen.broken.push(`INV-6: ${wrong.length} of ${rows.length} due moments are not what their start and the calendar make them`);
    const stored = await owner.query<{ n: number }>('select count(*)::int as n from matters.matters where matter_id = any($1::uuid[])', [seen.matters.map((one) => one.matterId)]);
    if (stored.rows[0]?.n !== seen.matters.length) seen.broken.push('INV-1: acknowledged filings are gone');
  } finally {
    await owner.end();
  }
}

/** Two planted defects, made past every fence: a fact dated before its predecessor, and one of a wrong clock without its mark. How many the verdict finds. */
async function planted(timed: TimedCity, seen: Seen): Promise<number> {
  const damage = [
    // Told from its predecessor and from now, not from its own time, which a clock that jumped may have made a year old.
    `update platform.facts f set at = p.at - interval '1 minute' from platform.facts p where f.seq = 2 and p.seq = 1 and p.matter_id = f.matter_id and f.matter_id = (select matter_id from platform.facts where seq = 2 order by matter_id limit 1)`,
    `update platform.facts set at = clock_timestamp() + interval '1 year', rule = rule - 'clock' where seq = 1 and matter_id = (select matter_id from platform.facts where seq = 1 order by matter_id desc limit 1)`,
  ];
  let found = 0;
  for (const sql of damage) {
    const owner = await timed.owner();
    await owner.query('set session_replication_role = replica');
    await owner.query(sql);
    await owner.end();
    const told = { broken: [] as string[], matters: seen.matters };
    await verdict(timed, told);
    if (told.broken.length > found) found += 1;
  }
  return found;
}

const counts = { quick: 1, gate: 3, full: 12 } as const;

/** K-02: clocks of the server and of the database jump and drift while people work. */
export const fault: Fault = {
  id: 'K-02',
  title: 'clock jumps while running',
  needs: ['faketime'],
  seconds: { quick: 0, gate: 16, full: 90 },
  async run(size, tools) {
    const timed = await timedCity(tools);
    await timed.start();
    const [clerk] = timed.city.template.clerks;
    if (!clerk) throw new Error('no clerk');
    const seen: Seen = { broken: [], clerk, acts: 0, again: 0, signedInAgain: 0, alarmMs: [], matters: [] };
    await file(timed, seen, 'before');
    await file(timed, seen, 'before');
    const chosen = patterns().slice(0, counts[size]);
    for (const pattern of chosen) {
      await step(timed, seen, pattern, pattern.words, pattern.name);
      await step(timed, seen, pattern, '+0', `${pattern.name}, put right`);
    }
    await verdict(timed, seen);
    const caught = await planted(timed, seen);
    await timed.stop();
    const slowest = seen.alarmMs.length === 0 ? 0 : Math.max(...seen.alarmMs);
    return {
      faults: chosen.length * 2, lost: 0, broken: seen.broken, mutantsPlanted: 2, mutantsCaught: caught,
      figures: { patterns: chosen.length, acts: seen.acts, triesAgain: seen.again, signedInAgain: seen.signedInAgain, alarms: seen.alarmMs.length, slowestAlarmMs: Math.round(slowest) }, seed: tools.seed,
    };
  },
};
