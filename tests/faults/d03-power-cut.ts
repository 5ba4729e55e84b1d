import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { acknowledgesFirst, bareTemplate, bareWriters, missingRows, startBare } from './frame/bare-database.ts';
import { copyFolder } from './frame/city.ts';
import type { Fault, FaultTools } from './frame/fault.ts';
import { makeImage, type Image } from './frame/image.ts';
import { killRow, quantile } from './frame/kill-row.ts';
import { familyOf, until } from './frame/processes.ts';

const cuts = { quick: 2, gate: 20, full: 200 };
/** The planted defects: a database that does not sync, and one that acknowledges first. At most so many cuts each, or they count as not caught. */
const defects: readonly (readonly [name: string, settings: Readonly<Record<string, string>>])[] = [['fsync=off', { fsync: 'off' }], ['synchronous_commit=off', acknowledgesFirst]];
const mostTries = 8;

/** The power goes while people file: what was acknowledged is on the disk. A killed process proves much less, since what it wrote lives on in the memory of the kernel. */
export const fault: Fault = {
  id: 'D-03', title: 'Power cut under load', needs: ['root', 'loop', 'tmpfs'], seconds: { quick: 14, gate: 85, full: 800 },
  async run(size, tools) {
    const folder = tools.folder('disk');
    const image = makeImage(folder, join(folder, 'city'), 640);
    tools.atEnd(() => image.remove());
    const frozenMs: number[] = [];
    const row = await killRow(tools, {
      n: cuts[size], writers: 16, residents: 0, folder: image.mount, settle: image.settle,
      async kill(city) {
        const main = city.postmaster();
        const server = city.pid();
        if (main === undefined || server === undefined) throw new Error('the city does not run');
        frozenMs.push(await image.cut(() => [...familyOf(server), ...familyOf(main)], () => city.killAll()));
        return city.start();
      },
    });
    const planted = size === 'quick' ? defects.slice(0, 1) : defects;
    const caughtAfter: Record<string, string> = {};
    for (const [name, settings] of planted) caughtAfter[name] = await catches(tools, name, settings);
    frozenMs.sort((a, b) => a - b);
    return {
      faults: row.done, lost: row.lost, broken: row.broken, powerCuts: row.done, mutantsPlanted: planted.length, mutantsCaught: Object.values(caughtAfter).filter((after) => after !== 'never').length, seed: tools.seed,
      skipped: row.skipped,
      figures: {
        acknowledged: row.acknowledged, matters: row.matters, bootedP50Ms: Math.round(quantile(row.backMs, 0.5)), bootedP95Ms: Math.round(quantile(row.backMs, 0.95)), copyP95Ms: Math.round(quantile(frozenMs, 0.95)),
        ...Object.fromEntries(Object.entries(caughtAfter).map(([name, after]) => [`caught ${name}`, after])),
      },
    };
  },
};

/** The same cut on a bare database with a planted setting: it must lose what it acknowledged, or the cut cuts nothing. In words after how many cuts it was caught. */
async function catches(tools: FaultTools, name: string, settings: Readonly<Record<string, string>>): Promise<string> {
  const folder = tools.folder('planted');
  const image = makeImage(folder, join(folder, 'disk'), 256);
  try {
    copyFolder(join(bareTemplate().folder, 'cluster'), join(image.mount, 'cluster'));
    mkdirSync(join(image.mount, 'socket'));
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const missing = await cutBare(tools, image, settings, tries);
      if (missing === 'nothing lost') continue;
      tools.say(`planted: ${name}: ${missing}, cut ${tries}`);
      return `after ${tries}`;
    }
    return 'never';
  } finally {
    image.remove();
  }
}

async function cutBare(tools: FaultTools, image: Image, settings: Readonly<Record<string, string>>, tries: number): Promise<string> {
  const database = await startBare(image.mount, settings);
  if (!database) return 'the copy did not start';
  // From here on the empty table is on the disk for good: what is missing afterwards are rows, not the table.
  await (await bareWriters(database, 1, tries * 100_000_000)).end();
  image.settle();
  const writers = await bareWriters(database, 4, tries * 100_000_000 + 50_000_000);
  const enough = tools.whole(200, 800);
  await until(() => writers.acknowledged.length > enough, 20_000, 1);
  await sleep(tools.random() * 20);
  await image.cut(database.family, database.killAll);
  await writers.end();
  const again = await startBare(image.mount, {});
  if (!again) return 'the copy did not start';
  const missing = await missingRows(again, writers.acknowledged);
  await again.killAll();
  return missing > 0 ? `${missing} of ${writers.acknowledged.length} acknowledged rows were lost` : 'nothing lost';
}
