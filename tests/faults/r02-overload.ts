import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { City, Clerk } from './frame/city.ts';
import type { Fault, Size } from './frame/fault.ts';
import { examiner } from './frame/invariants.ts';
import { openJournal, type Journal } from './frame/journal.ts';
import { filingBody, newCommandId } from './frame/workload.ts';

/** People at once, usually and five times as many as are let in at all; seconds of each; whether the recovery has a limit. */
const sizes: Readonly<Record<Size, { readonly usual: number; readonly crowd: number; readonly seconds: number; readonly isTimed: boolean }>> = {
  quick: { usual: 16, crowd: 600, seconds: 1, isTimed: false }, gate: { usual: 32, crowd: 800, seconds: 2.5, isTimed: false }, full: { usual: 64, crowd: 1_280, seconds: 60, isTimed: true },
};

interface Told {
  readonly status: number;
  readonly ms: number;
  readonly comesAgain: string | undefined;
  readonly body: unknown;
}

/** One filing; status 0 where the line was cut. */
function file(agent: Agent, city: City, clerk: Clerk, body: object): Promise<Told> {
  const started = performance.now();
  const bytes = Buffer.from(JSON.stringify(body));
  const headers = { 'content-type': 'application/json', 'content-length': bytes.length, cookie: `yimen_session=${clerk.token}`, 'x-csrf-token': clerk.csrfToken };
  return new Promise((resolve) => {
    const told = (status: number, comesAgain?: string, text = ''): void => {
      let parsed: unknown;
      try {
        parsed = JSON.parse(text) as unknown;
      } catch {
        parsed = undefined;
      }
      resolve({ status, ms: performance.now() - started, comesAgain, body: parsed });
    };
    const asked = request({ agent, host: '127.0.0.1', port: city.port, method: 'POST', path: '/api/v1/matters', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part)).on('error', () => told(0)).on('end', () => told(answer.statusCode ?? 0, answer.headers['retry-after'], text));
    });
    asked.on('error', () => told(0));
    asked.end(bytes);
  });
}

interface Phase {
  readonly told: readonly Told[];
  readonly perSecond: number;
}

/** A phase on a slow machine lasts until so many were answered, but not longer than this, in milliseconds. */
const [leastTold, longestPhaseMs] = [100, 30_000];

/** So many people file for so long, each again and again under a new id once he has his receipt; whoever is told to come again does, under the same id. */
async function phase(city: City, journal: Journal, people: number, seconds: number): Promise<Phase> {
  const agent = new Agent({ keepAlive: true, maxSockets: people });
  const [told, after]: [Told[], Told[]] = [[], []];
  const started = performance.now();
  let endedAfterMs = 0;
  const isOver = (): boolean => {
    const ms = performance.now() - started;
    if (endedAfterMs === 0 && ms > seconds * 1000 && (told.length >= Math.min(leastTold, people * 2) || ms > longestPhaseMs)) endedAfterMs = ms;
    return endedAfterMs > 0;
  };
  const { clerks, parties } = city.template;
  await Promise.all(Array.from({ length: people }, async (_unused, client) => {
    const clerk = clerks[client % clerks.length];
    for (let n = client; clerk && !isOver(); n += people) {
      const id = newCommandId();
      const entry = journal.invoke({ client, act: 'file', id, on: undefined });
      // The last ones are asked until they know: nothing may stay open when the crowd goes home. At most 60 s.
      while (entry.state === 'unknown' && performance.now() - started < seconds * 1000 + longestPhaseMs + 60_000) {
        const answer = await file(agent, city, clerk, filingBody(clerk, parties[n % parties.length] ?? '', id));
        // What comes after the end was asked before it: counted for what it says, not for the rate.
        if (isOver()) after.push(answer);
        else told.push(answer);
        if (answer.status === 201) journal.ok(entry, answer.body);
        else if (answer.status >= 400 && answer.status < 500) journal.fail(entry, String(answer.status));
        else {
          journal.again(entry);
          if (isOver() && answer.status === 503 && (answer.body as { code?: string } | undefined)?.code === 'server.busy') break;
          await sleep(100);
        }
      }
    }
  }));
  agent.destroy();
  return { told: [...told, ...after], perSecond: (told.filter((one) => one.status === 201).length * 1000) / endedAfterMs };
}

const quantile = (values: readonly number[], q: number): number => Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length * q)] ?? 0);

/** Milliseconds until somebody who comes alone has his receipt. */
async function recovery(city: City, journal: Journal): Promise<number> {
  const started = performance.now();
  await phase(city, journal, 1, 0.05);
  return performance.now() - started;
}

/** */
export const fault: Fault = {
  id: 'R-02', title: 'many times more people than are let in', needs: [], seconds: { quick: 5, gate: 0, full: 200 },
  async run(size, tools) {
    const { usual, crowd, seconds, isTimed } = sizes[size];
    const city = await tools.city();
    await city.start();
    const journal = openJournal(tools.folder('journal'));
    tools.atEnd(() => journal.close());
    await phase(city, journal, usual, seconds / 4);
    const quiet = await phase(city, journal, usual, seconds);
    const busy = await phase(city, journal, crowd, seconds);
    const recoveredMs = await recovery(city, journal);
    const away = busy.told.filter((one) => one.status === 503);
    const odd = [...quiet.told, ...busy.told].filter((one) => ![201, 503].includes(one.status));
    const broken = [
      ...odd.slice(0, 3).map((one) => `a filing was answered ${one.status}`), ...away.filter((one) => one.comesAgain === undefined).slice(0, 1).map(() => 'turned away without being told when to come again'),
      ...(isTimed && recoveredMs > 10_000 ? [`the first receipt after the crowd took ${Math.round(recoveredMs)} ms`] : []), ...(isTimed && busy.perSecond < quiet.perSecond * 0.8 ? [`goodput ${Math.round(busy.perSecond)} of ${Math.round(quiet.perSecond)} a second`] : []),
    ];
    const look = await examiner(city, journal, { files: false }).look();
    return {
      faults: busy.told.length, lost: look.lost.length, broken: [...broken, ...look.broken, ...look.lost].slice(0, 10), mutantsPlanted: 0, mutantsCaught: 0, seed: tools.seed,
      figures: {
        people: `${usual} / ${crowd}`, perSecond: Math.round(quiet.perSecond), goodputPerSecond: Math.round(busy.perSecond), goodputRatio: Math.round((busy.perSecond * 100) / (quiet.perSecond || 1)) / 100, turnedAway: away.length,
        turnedAwayP50Ms: quantile(away.map((one) => one.ms), 0.5), turnedAwayP99Ms: quantile(away.map((one) => one.ms), 0.99), doneP99Ms: quantile(busy.told.filter((one) => one.status === 201).map((one) => one.ms), 0.99), recoveredMs: Math.round(recoveredMs),
      },
    };
  },
};
