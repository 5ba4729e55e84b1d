import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded } from '../../server/platform/db/embedded/index.ts';
import { copyFolder, cityOn, type City } from './frame/city.ts';
import { openFaultProxy, type FaultProxy } from './frame/fault-proxy.ts';
import type { Fault, FaultTools, Size } from './frame/fault.ts';
import { examiner } from './frame/invariants.ts';
import { openJournal } from './frame/journal.ts';
import { startWorkload, type Workload } from './frame/workload.ts';

/** So many faults; fewer, but at least `least`, where this machine does not do them in so many seconds. */
const sizes: Readonly<Record<Size, { readonly faults: number; readonly least: number; readonly seconds: number; readonly clerks: number }>> = {
  quick: { faults: 5, least: 4, seconds: 3, clerks: 8 }, gate: { faults: 14, least: 8, seconds: 10, clerks: 12 }, full: { faults: 200, least: 200, seconds: 0, clerks: 24 },
};

interface Lines {
  /** between the server and its database */
  readonly inner: FaultProxy;
  /** between the people and the server */
  readonly outer: FaultProxy;
}

/** What befalls a line. It is whole again when the promise ends; what is cut stays cut. */
const befalls: readonly { readonly name: string; readonly does: (proxy: FaultProxy, tools: FaultTools) => Promise<void> }[] = [
  { name: 'reset', does: async (proxy) => void proxy.resetAll() },
  { name: 'answers swallowed', does: (proxy, tools) => swallow(proxy, tools.whole(1, 6)) },
  { name: 'half open', does: async (proxy, tools) => void proxy.halfOpen(tools.random()) },
  { name: 'black hole', does: (proxy, tools) => during(proxy, { kind: 'held' }, tools.whole(200, 900)) },
  { name: 'late', does: (proxy, tools) => during(proxy, { kind: 'late', ms: tools.whole(5, 40) }, 400) },
  { name: 'drip', does: (proxy) => during(proxy, { kind: 'drip', ms: 1 }, 300) },
  { name: 'cut after bytes', does: (proxy, tools) => cutAfter(proxy, tools.whole(100, 4_000)) },
  {
    name: 'refused', does: async (proxy, tools) => {
      proxy.refuseNew(true);
      proxy.resetAll();
      await sleep(tools.whole(100, 500));
      proxy.refuseNew(false);
    },
  },
];

async function during(proxy: FaultProxy, passage: Parameters<FaultProxy['pass']>[0], ms: number): Promise<void> {
  proxy.pass(passage);
  await sleep(ms);
  proxy.pass({ kind: 'open' });
}

async function swallow(proxy: FaultProxy, count: number): Promise<void> {
  proxy.swallowAnswers(count);
  await sleep(300);
  proxy.swallowAnswers(0);
}

async function cutAfter(proxy: FaultProxy, bytes: number): Promise<void> {
  proxy.cutAfter(bytes);
  await sleep(150);
  proxy.cutAfter(undefined);
}

/** A city whose server reaches its database, an external one to it, over a line that we hold. */
async function cityOverLines(tools: FaultTools): Promise<{ city: City; lines: Lines }> {
  const template = await tools.template();
  const folder = tools.folder('city');
  copyFolder(template.folder, folder);
  const embedded = await startEmbedded({ dataFolder: join(folder, 'database') });
  tools.atEnd(() => embedded.stop());
  const { host, port = 5432, user, database } = embedded.connection;
  const inner = await openFaultProxy({ path: join(host, `.s.PGSQL.${port}`) });
  tools.atEnd(() => inner.close());
  const city = await cityOn(folder, template, { env: { DATABASE_URL: `postgresql://${user}@127.0.0.1:${inner.port}/${database}?sslmode=disable` } });
  tools.atEnd(async () => (await city.stop()) || city.killServer());
  await city.start();
  const outer = await openFaultProxy({ port: city.port });
  tools.atEnd(() => outer.close());
  return { city, lines: { inner, outer } };
}

/** Milliseconds until the server says that it is ready and somebody's act is acknowledged; undefined where that does not come within 60 s. */
async function untilServed(city: City, workload: Workload): Promise<number | undefined> {
  const started = performance.now();
  const before = workload.acknowledged();
  const isReady = () => fetch(`${city.baseUrl}/health/ready`, { signal: AbortSignal.timeout(4_000) }).then((answer) => answer.ok, () => false);
  while (performance.now() - started < 60_000) {
    if (workload.acknowledged() > before && (await isReady())) return performance.now() - started;
    if (city.pid() === undefined) return undefined;
    await sleep(20);
  }
  return undefined;
}

/** The planted defect: somebody is told "done" before it is. One acknowledgement that nobody wrote is slipped into the journal; the comparison must miss it in the city. */
async function toldTooEarly(city: City, workload: Workload, tools: FaultTools): Promise<boolean> {
  const planted = openJournal(tools.folder('planted'));
  const entry = planted.invoke({ client: 0, act: 'file', id: '00000000-0000-7000-8000-000000000000', on: undefined });
  planted.ok(entry, {});
  const { lost } = await examiner(city, { entries: [...workload.journal.entries, entry] }, { files: false }).look();
  planted.close();
  return lost.length === 1;
}

/** */
export const fault: Fault = {
  id: 'R-03', title: 'lines to the database and to the people: reset, half open, black hole, slow, cut after the commit', needs: [], seconds: { quick: 6, gate: 20, full: 300 },
  async run(size, tools) {
    const { city, lines } = await cityOverLines(tools);
    const workload = startWorkload(city, { clerks: sizes[size].clerks, journalFolder: tools.folder('journal'), port: lines.outer.port, breathMs: 5 });
    const broken: string[] = [];
    const served: number[] = [];
    let done = 0;
    const started = performance.now();
    for (; done < sizes[size].faults && (done < sizes[size].least || performance.now() - started < sizes[size].seconds * 1000); done += 1) {
      const side = done % 3 === 2 ? 'outer' : 'inner';
      // Each once, in this order; then by chance.
      const what = befalls[done < befalls.length ? done : tools.whole(0, befalls.length - 1)];
      if (!what) break;
      await what.does(lines[side], tools);
      const ms = await untilServed(city, workload);
      if (ms !== undefined) served.push(ms);
      else broken.push(`after "${what.name}" (${side}) nobody was served within 60 s${city.pid() === undefined ? ': the server ended' : ''}`);
      if (city.pid() === undefined) {
        tools.say(city.output().slice(-1_500));
        break;
      }
    }
    await workload.stop(20_000);
    const look = await examiner(city, workload.journal, { files: false }).look();
    const caught = await toldTooEarly(city, workload, tools);
    served.sort((a, b) => a - b);
    return {
      faults: done, lost: look.lost.length, broken: [...broken, ...look.broken, ...look.lost].slice(0, 10), mutantsPlanted: 1, mutantsCaught: caught ? 1 : 0, seed: tools.seed,
      figures: {
        faults: done, linesCut: lines.inner.cuts + lines.outer.cuts, acknowledged: workload.acknowledged(), triedAgain: workload.journal.entries.filter((entry) => entry.tries > 1).length,
        unknown: workload.journal.entries.filter((entry) => entry.state === 'unknown').length, servedAgainMedianMs: Math.round(served[served.length >> 1] ?? 0), servedAgainMostMs: Math.round(served.at(-1) ?? 0),
      },
    };
  },
};
