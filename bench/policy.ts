/**
 * `npm run bench:policy`: what asking who may costs. One check of the policy on random actors, matters and acts (median of batches, in microseconds), and the file of
 * a matter read behind the second fence against the same reading without it, in turn in one run: medians and their ratio. `--quick` takes fewer rounds.
 * Last line: one JSON object; exit 1 where a check takes more than 5 µs.
 */
import * as policy from '../server/domains/matters/policy.ts';
import { reachOf } from '../server/domains/matters/routes-reach.ts';
import { readMatterFile } from '../server/domains/matters/store.ts';
import { waitingFor } from '../server/domains/matters/views.ts';
import { matterActs } from '../server/domains/matters/transitions.ts';
import type { Actor } from '../server/kernel/actor.ts';
import type { Handle } from '../server/platform/db/database.ts';
import { allowanceOffice, bureau, hall } from '../server/testing/allowance-office.ts';
import { useTestDatabaseServer } from '../server/testing/database-server.ts';
import { cityOf, covers } from '../tools/policy-oracle/city.ts';

const quick = process.argv.includes('--quick');
const mostUs = 5;

const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
const rounded = (value: number): number => Number(value.toPrecision(3));

/** Microseconds of one check: reading and one act by turns, over batches of pairs made before. */
function checkUs(): number {
  const city = cityOf(20261123);
  const pairs = Array.from({ length: 2_000 }, () => {
    const matter = city.matter();
    return { matter, actor: city.actor(matter) };
  });
  const batch = (): number => {
    let allowed = 0;
    const started = performance.now();
    for (const [n, { actor, matter }] of pairs.entries()) if (n % 2 === 0 ? policy.mayRead(actor, matter, covers) : policy.mayAct(actor, matter, matterActs[n % matterActs.length] ?? 'accept')) allowed += 1;
    const us = ((performance.now() - started) * 1000) / pairs.length;
    if (allowed === 0) throw new Error('void: nobody was let in');
    return us;
  };
  for (let n = 0; n < 20; n += 1) batch();
  return median(Array.from({ length: quick ? 100 : 500 }, batch));
}

/** Medians in milliseconds of the same reading with and without the fence, by turns, and how many rows either gave. */
async function sideBySide(rounds: number, bare: () => Promise<unknown>, fenced: () => Promise<unknown>): Promise<{ bareMs: number; fencedMs: number; ratio: number }> {
  const took = { bare: [] as number[], fenced: [] as number[] };
  const timed = async (into: number[], read: () => Promise<unknown>) => {
    const started = performance.now();
    await read();
    into.push(performance.now() - started);
  };
  for (let n = 0; n < rounds + 20; n += 1) {
    await timed(took.bare, bare);
    await timed(took.fenced, fenced);
  }
  const [bareMs, fencedMs] = [median(took.bare.slice(20)), median(took.fenced.slice(20))];
  return { bareMs: rounded(bareMs), fencedMs: rounded(fencedMs), ratio: rounded(fencedMs / bareMs) };
}

async function fenceMs() {
  const server = await useTestDatabaseServer();
  const office = await allowanceOffice();
  try {
    const { partyId } = await office.somebody();
    for (let n = 0; n < (quick ? 30 : 100); n += 1) await office.filedAtWindow(partyId);
    const matterId = await office.beforeDecision();
    await office.fresh.owner.query('analyze');
    const { database } = office.fresh;
    const post = (institution: string, role: 'window_clerk' | 'officer'): Actor => ({ kind: 'staff', staffId: matterId, posts: [{ institution, unit: '440303', role }] });
    const fenced = <T>(actor: Actor, work: (handle: Handle) => Promise<T>, matter?: string) => database.readAs(reachOf(office.app.units.tree, actor), work, matter);
    const officer = post(bureau, 'officer');
    const clerk = post(hall, 'window_clerk');
    const file = async (handle: Handle) => {
      if (!(await readMatterFile(handle, office.keys, matterId))) throw new Error('void: the file was not read');
    };
    const list = async (handle: Handle) => {
      if ((await waitingFor(handle, matterId, clerk.kind === 'staff' ? clerk.posts : [], 'open')).rows.length === 0) throw new Error('void: nothing waits');
    };
    const rounds = quick ? 200 : 1_000;
    return { file: await sideBySide(rounds, () => file(database.handle), () => fenced(officer, file, matterId)), list: await sideBySide(rounds, () => list(database.handle), () => fenced(clerk, list)) };
  } finally {
    await office.drop();
    await server.stop();
  }
}

const us = checkUs();
console.log(`one check ${rounded(us)} µs (at most ${mostUs})`);
const { file, list } = await fenceMs();
console.log(`a file ${file.bareMs} ms, behind the fence ${file.fencedMs} ms; a list ${list.bareMs} ms, behind it ${list.fencedMs} ms`);
console.log(JSON.stringify({ checkUs: rounded(us), file, list }));
process.exitCode = us <= mostUs ? 0 : 1;
