import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { makeBackup, openStore, verifyStore, type ObjectStore } from '../../server/platform/backup/index.ts';
import { newKeeper, recipientsOf, shipEverything, smallCity } from '../../server/platform/backup/city-for-tests.ts';
import type { Fault, FaultTools, Size } from './frame/fault.ts';

/** Rounds; in each of them one bit in every object of the store is turned round. */
const rounds: Readonly<Record<Size, number>> = { quick: 1, gate: 2, full: 10 };

interface Kept {
  readonly name: string;
  readonly path: string;
  readonly bytes: Buffer;
}

function objectsIn(folder: string): Kept[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((path) => ({ path, name: relative(folder, path), bytes: readFileSync(path) }));
}

function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor(bit / 8);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit % 8);
  return copy;
}

/** One bit in every object; answers those that nobody reported. */
async function silentFlips(tools: FaultTools, store: ObjectStore, installation: string, objects: readonly Kept[], identities: readonly string[]): Promise<string[]> {
  for (const { path, bytes } of objects) writeFileSync(path, flipped(bytes, tools.whole(0, bytes.length * 8 - 1)));
  const { faults } = await verifyStore(store, installation, identities);
  for (const { path, bytes } of objects) writeFileSync(path, bytes);
  return objects.filter(({ name }) => !faults.some((fault) => fault.name === name)).map(({ name }) => name);
}

/** The planted defect: objects that were changed and given the name that fits. Hashes alone do not see it; whoever decrypts does. */
async function deceives(tools: FaultTools, store: ObjectStore, installation: string, objects: readonly Kept[], identity: string): Promise<boolean> {
  const changed = objects.filter(({ name }) => name.includes('/vault/') && name.endsWith('.age')).slice(0, 5).map((kept) => {
    const bytes = flipped(kept.bytes, tools.whole(0, kept.bytes.length * 8 - 1));
    const path = kept.path.replace(/[0-9a-f]{64}\.age$/, `${createHash('sha256').update(bytes).digest('hex')}.age`);
    renameSync(kept.path, path);
    writeFileSync(path, bytes);
    return { ...kept, changedPath: path };
  });
  const closed = await verifyStore(store, installation, []);
  const opened = await verifyStore(store, installation, [identity]);
  for (const { path, changedPath, bytes } of changed) {
    renameSync(changedPath, path);
    writeFileSync(path, bytes);
  }
  const foundBy = (faults: readonly { readonly name: string }[]): number => changed.filter(({ changedPath }) => faults.some(({ name }) => changedPath.endsWith(name))).length;
  return foundBy(closed.faults) === 0 && foundBy(opened.faults) === changed.length;
}

/** Bit rot in a place for backups: every turned bit is reported, in whatever object it lies. */
export const fault: Fault = {
  id: 'D-09B', title: 'Bits turned round in backups', needs: [], seconds: { quick: 0, gate: 8, full: 60 },
  async run(size, tools) {
    const folder = tools.folder('city');
    const keepers = [await newKeeper(), await newKeeper()];
    const recipients = await recipientsOf(keepers);
    const target = join(folder, 'store');
    const store = openStore({ target, spoolFolder: '', s3: null });
    const city = await smallCity(folder);
    tools.atEnd(() => city.stop().catch(() => undefined));
    for (let n = 0; n < 60; n += 1) city.addFile(tools.whole(1, 150_000));
    await city.addFacts(500);
    await makeBackup(city.source, store, recipients);
    const shipper = city.ship(store, recipients);
    await shipEverything(city, shipper);
    await shipper.stop();
    await city.stop();
    const objects = objectsIn(target);
    const identity = keepers[0]?.identity ?? '';
    const silent: string[] = [];
    for (let round = 0; round < rounds[size]; round += 1) silent.push(...(await silentFlips(tools, store, city.installation, objects, round % 2 === 0 ? [] : [identity])));
    const sound = await verifyStore(store, city.installation, [identity]);
    const broken = [...silent.map((name) => `a turned bit in ${name} was not reported`), ...sound.faults.map(({ name, reason }) => `without a turned bit ${name} was reported: ${reason}`)];
    const caught = await deceives(tools, store, city.installation, objects, identity);
    return { faults: objects.length * rounds[size], lost: 0, broken, mutantsPlanted: 1, mutantsCaught: caught ? 1 : 0, seed: tools.seed, figures: { objects: objects.length, flips: objects.length * rounds[size], silent: silent.length } };
  },
};
