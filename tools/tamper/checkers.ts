import { performance } from 'node:perf_hooks';
import pg from 'pg';
import * as wire from '../../contract/matters.ts';
import { checkLogs } from '../../server/platform/ledger/log/fsck.ts';
import { chain, type WatchedCity } from './city.ts';

/** Who found it, what it said, and how long after the deed. */
export interface Found {
  readonly by: string;
  readonly what: string;
  readonly seconds: number;
}

/** Everybody looks, one after the other: whoever reads a case, the log itself at its next checkpoint, the monitor, the check of the whole database. Empty for a city that is whole. */
export async function whoFinds(city: WatchedCity, since = performance.now()): Promise<readonly Found[]> {
  const found: Found[] = [];
  const note = (by: string, what: string): void => void found.push({ by, what, seconds: (performance.now() - since) / 1_000 });
  const broken = await quietly(() => readAll(city));
  if (broken > 0) note('reading the case', `matter.record_broken for ${broken}`);
  await city.log().tick();
  for (const { log, stoppedWhy } of await city.log().health()) if (stoppedWhy !== null) note('the log itself', `${log} stopped: ${stoppedWhy}`);
  const { findings } = await city.monitor();
  if (findings.length > 0) note('the monitor', [...new Set(findings.map((one) => one.code))].join(', '));
  const faults = await checkWhole(city);
  if (faults.length > 0) note('yimen verify --ledger', [...new Set(faults)].join(', '));
  return found;
}

/** What the installation's own check of the whole database says, run with nothing else at work. */
async function checkWhole({ office }: WatchedCity): Promise<readonly string[]> {
  const clients: pg.Client[] = [];
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client(office.fresh.connection);
    clients.push(client);
    await client.connect();
    return client;
  };
  try {
    return (await checkLogs({ connect, chain, keys: office.keys })).faults.map((one) => one.fault);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** How many of the resident's matters are refused to him because they do not agree with themselves. */
async function readAll({ resident, matters }: WatchedCity): Promise<number> {
  let broken = 0;
  for (const matterId of matters) {
    const { problem, status } = await resident.call(wire.getMatter, { params: { matterId } });
    if (status >= 400 && problem.code === 'matter.record_broken') broken += 1;
  }
  return broken;
}

/** The alarm goes to the log, a line for each reading; here they are expected. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const write = process.stdout.write.bind(process.stderr);
  process.stdout.write = ((text: string, ...rest: []) => (String(text).includes('ledger.altered') ? true : write(text, ...rest))) as typeof process.stdout.write;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
}
