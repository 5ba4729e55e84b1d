import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { acknowledgesFirst, bareTemplate, bareWriters, missingRows, startBare } from './frame/bare-database.ts';
import { copyFolder } from './frame/city.ts';
import type { Fault, FaultTools } from './frame/fault.ts';
import { makeImage, type Image } from './frame/image.ts';
import { killRow, quantile } from './frame/kill-row.ts';
import { familyOf, until } from './frame/processes.ts';

/** Cuts of a whole city at work, and of its database alone under the same safe settings, which costs a third of the time and shows the planted defects' contrast. */
const cuts = { quick: { city: 1, database: 1 }, gate: { city: 8, database: 12 }, full: { city: 100, database: 100 } };
/** The planted defects: a database that does not sync, and one that acknowledges first. At most so many cuts each, or they count as not caught. */
const defects: readonly (readonly [name: string, settings: Readonly<Record<string, string>>])[] = [['fsync=off', { fsync: 'off' }], ['synchronous_commit=off', acknowledgesFirst]];
const mostTries = 8;

/** The power goes while people file: what was acknowledged is on the disk. A killed process proves much less, since what it wrote lives on in the memory of the kernel. */
export const fault: Fault = {
  id: 'D-03', title: 'Power cut under load', needs: ['root', 'loop', 'tmpfs'], seconds: { quick: 9, gate: 75, full: 480 },
  async run(size, tools) {
    const folder = tools.folder('disk');
    const image = makeImage(folder, join(folder, 'city'), 640);
    tools.atEnd(() => image.remove());
    const frozenMs: number[] = [];
    const row = await killRow(tools, {
      n: cuts[size].city, writers: 16, residents: 0, folder: image.mount, settle: image.settle,
      async kill(city) {
        const main = city.postmaster();
        const server = city.pid();
        if (main === undefined || server === undefined) throw new Error('the city does not run');
        frozenMs.push(await image.cut(() => [...familyOf(server), ...familyOf(main)], () => city.killAll()));
        return city.start();
      },
    });
    const alone = await databaseAlone(tools, cuts[size].database);
    const planted = size === 'quick' ? defects.slice(0, 1) : defects;
    const caughtAfter: Record<string, string> = {};
    for (const [name, settings] of planted) caughtAfter[name] = await catches(tools, name, settings);
    frozenMs.sort((a, b) => a - b);
    return {
      faults: row.done + alone.done, lost: row.lost + alone.lost, broken: [...row.broken, ...alone.broken], powerCuts: row.done + alone.done, mutantsPlanted: planted.length, mutantsCaught: Object.values(caughtAfter).filter((after) => after !== 'never').length, seed: tools.seed,
      skipped: [...row.skipped, ...alone.skipped],
      figures: {
        cityCuts: row.done, databaseCuts: alone.done, acknowledged: row.acknowledged, matters: row.matters, rowsAcknowledged: alone.acknowledged, bootedP50Ms: Math.round(quantile(row.backMs, 0.5)), bootedP95Ms: Math.round(quantile(row.backMs, 0.95)), copyP95Ms: Math.round(quantile(frozenMs, 0.95)),
        ...Object.fromEntries(Object.entries(caughtAfter).map(([name, after]) => [`caught ${name}`, after])),
      },
    };
  },
};

/** A bare database on a disk of its own. */
async function onBareDisk<T>(tools: FaultTools, name: string, work: (image: Image) => Promise<T>): Promise<T> {
  const folder = tools.folder(name);
  const image = makeImage(folder, join(folder, 'disk'), 256);
  try {
    copyFolder(join(bareTemplate().folder, 'cluster'), join(image.mount, 'cluster'));
    mkdirSync(join(image.mount, 'socket'));
    image.settle();
    return await work(image);
  } finally {
    image.remove();
  }
}

/** The database alone with the settings of an installation: nothing may be missing after any cut. */
async function databaseAlone(tools: FaultTools, n: number) {
  const found = { done: 0, lost: 0, acknowledged: 0, broken: [] as string[], skipped: [] as string[] };
  await onBareDisk(tools, 'alone', async (image) => {
    for (; found.done < n && (found.done === 0 || !tools.overdue()) && found.broken.length === 0; found.done += 1) {
      const cut = await cutBare(tools, image, {}, found.done + 1);
      if (!cut.started) found.broken.push(`the database did not start after cut ${found.done + 1}`);
      found.lost += cut.missing;
      found.acknowledged += cut.acknowledged;
    }
  });
  if (found.done < n) found.skipped.push(`${n - found.done} of ${n} cuts of the database alone: much more than the time planned was used up`);
  tools.say(`${found.done} cuts of the database alone: ${found.acknowledged} rows acknowledged, ${found.lost} lost`);
  return found;
}

/** The same cut with a planted setting: it must lose what it acknowledged, or the cut cuts nothing. In words after how many cuts it was caught. */
const catches = (tools: FaultTools, name: string, settings: Readonly<Record<string, string>>): Promise<string> =>
  onBareDisk(tools, 'planted', async (image) => {
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const { started, missing, acknowledged } = await cutBare(tools, image, settings, tries);
      if (started && missing === 0) continue;
      tools.say(`planted: ${name}: ${started ? `${missing} of ${acknowledged} acknowledged rows were lost` : 'the copy did not start'}, cut ${tries}`);
      return `after ${tries}`;
    }
    return 'never';
  });

interface BareCut {
  /** whether the database came up on the copy */
  readonly started: boolean;
  readonly missing: number;
  readonly acknowledged: number;
}

async function cutBare(tools: FaultTools, image: Image, settings: Readonly<Record<string, string>>, tries: number): Promise<BareCut> {
  const database = await startBare(image.mount, settings);
  if (!database) return { started: false, missing: 0, acknowledged: 0 };
  // From here on the empty table is on the disk for good: what is missing afterwards are rows, not the table.
  await (await bareWriters(database, 1, tries * 100_000_000)).end();
  image.settle();
  const writers = await bareWriters(database, 4, tries * 100_000_000 + 50_000_000);
  const enough = tools.whole(100, 500);
  await until(() => writers.acknowledged.length > enough, 20_000, 1);
  await sleep(tools.random() * 20);
  await image.cut(database.family, database.killAll);
  await writers.end();
  const again = await startBare(image.mount, {});
  const missing = again ? await missingRows(again, writers.acknowledged) : writers.acknowledged.length;
  await again?.killAll();
  return { started: again !== undefined, missing, acknowledged: writers.acknowledged.length };
}
