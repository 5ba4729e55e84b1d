import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { City, StartOptions } from './frame/city.ts';
import type { Fault, FaultTools } from './frame/fault.ts';
import { makeImage, type Image } from './frame/image.ts';
import { examiner } from './frame/invariants.ts';
import { killRow, quantile } from './frame/kill-row.ts';
import { familyOf, until } from './frame/processes.ts';
import { startWorkload, type Workload } from './frame/workload.ts';

const cuts = { quick: 1, gate: 3, full: 60 };
const moments = ['bytes', 'rename', 'row'] as const;
const forgetful = fileURLToPath(new URL('d04-forgetful-sync.mjs', import.meta.url));
const mostTries = 8;

/**
 * The power of the disk with the files goes while people upload: between the bytes, after the rename, and just when the row was acknowledged. The database is on another disk
 * and keeps every row, so that no sync of its own hides a missing one of the vault's.
 */
export const fault: Fault = {
  id: 'D-04', title: 'Power cut under uploads', needs: ['root', 'loop', 'tmpfs'], seconds: { quick: 0, gate: 0, full: 200 },
  async run(size, tools) {
    const city = await cityWithVaultOnDisk(tools);
    const at: Record<string, number> = {};
    const row = await killRow(tools, {
      n: cuts[size], writers: 2, residents: 12, city: city.city,
      async kill(_city, load, k) {
        const moment = moments[k % moments.length] ?? 'row';
        await waitFor(moment, city.image.mount, load);
        at[moment] = (at[moment] ?? 0) + 1;
        await cut(city);
        return city.city.start();
      },
    });
    const caught: string[] = [];
    for (const forget of ['files', 'folders'] as const) if (await catches(tools, city, forget)) caught.push(forget);
    return {
      faults: row.done, lost: row.lost, broken: row.broken, powerCuts: row.done, mutantsPlanted: 2, mutantsCaught: caught.length, seed: tools.seed, skipped: row.skipped,
      figures: { acknowledged: row.acknowledged, files: row.files, ...Object.fromEntries(Object.entries(at).map(([moment, n]) => [`cut at ${moment}`, n])), bootedP95Ms: Math.round(quantile(row.backMs, 0.95)) },
    };
  },
};

interface CityOnDisk {
  readonly city: City;
  readonly image: Image;
}

async function cityWithVaultOnDisk(tools: FaultTools): Promise<CityOnDisk> {
  const city = await tools.city();
  const image = makeImage(tools.folder('disk'), join(city.folder, 'vault'), 512);
  tools.atEnd(async () => {
    await city.killAll();
    image.remove();
  });
  return { city, image };
}

async function cut({ city, image }: CityOnDisk): Promise<void> {
  const main = city.postmaster();
  const server = city.pid();
  if (main === undefined || server === undefined) throw new Error('the city does not run');
  await image.cut(() => [...familyOf(server), ...familyOf(main)], () => city.killAll());
}

/** Waits for the moment: bytes of an upload are coming in; one was just given its name; one was just acknowledged. */
async function waitFor(moment: (typeof moments)[number], vault: string, load: Workload): Promise<void> {
  const incoming = (): string[] => readdirSync(join(vault, 'incoming'));
  if (moment === 'row') {
    const uploads = (): number => load.journal.entries.filter((entry) => entry.act === 'upload' && entry.state === 'ok').length;
    const before = uploads();
    await until(() => uploads() > before, 30_000, 1);
    return;
  }
  await until(() => incoming().length > 0, 30_000, 1);
  if (moment === 'bytes') return;
  const [one = ''] = incoming();
  await until(() => !incoming().includes(one), 30_000, 1);
}

/** The planted defects: files that are not synced, and folders that are not. */
async function catches(tools: FaultTools, { city, image }: CityOnDisk, forget: 'files' | 'folders'): Promise<boolean> {
  const planted: StartOptions = { env: { FORGET: forget }, nodeArguments: ['--import', forgetful] };
  for (let tries = 1; tries <= mostTries; tries += 1) {
    image.settle();
    await city.start(planted);
    const load = startWorkload(city, { clerks: 0, residents: 8, journalFolder: tools.folder('planted'), breathMs: 5 });
    await until(() => load.acknowledged() >= 8, 60_000);
    await cut({ city, image });
    await load.stop(0);
    await city.start();
    const look = await examiner(city, load.journal).look();
    await city.killAll();
    const without = look.broken.filter((one) => one.startsWith('INV-10'));
    if (without.length > 0) {
      tools.say(`planted: ${forget} are not synced: ${without.length} of ${load.acknowledged()} acknowledged files have no bytes, cut ${tries}`);
      return true;
    }
  }
  return false;
}
