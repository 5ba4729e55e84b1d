import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, symlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { call, fileMatter, filingsAgainst, openDraft, uploadFile, uploadsLost, type Act } from './d05-acts.ts';
import { copyFolder, type City } from './frame/city.ts';
import type { Fault, FaultTools, Size } from './frame/fault.ts';
import { until } from './frame/processes.ts';

const mebibyte = 1_048_576;

/** What of the installation lies on the small disk. */
type Medium = 'everything' | 'log of the database' | 'files';

/** How the disk fills: what the server sees coming, or in one breath, past every guard, as a neighbour's runaway program would. */
type Filling = 'seen coming' | 'all at once';

interface Small {
  readonly city: City;
  readonly place: string;
}

/** A city with a part of it on a small memory file system. */
async function cityOnSmallDisk(tools: FaultTools, medium: Medium, megabytes: number): Promise<Small> {
  const place = tools.folder('disk');
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'yimen-faults', place]);
  tools.atEnd(() => void spawnSync('umount', ['-l', place]));
  if (medium === 'everything') return { city: await tools.city({ folder: place }), place };
  const city = await tools.city();
  const moved = medium === 'files' ? join(city.folder, 'vault') : join(city.cluster, 'pg_wal');
  mkdirSync(moved, { recursive: true });
  // -a of the folder itself takes its owner and its rights along.
  copyFolder(moved, place);
  rmSync(moved, { recursive: true });
  symlinkSync(place, moved);
  return { city, place };
}

/** Takes all room of the disk but so many bytes; the answer gives it back. */
function fill(place: string, leave: number): () => void {
  const balloon = join(place, 'balloon');
  const file = openSync(balloon, 'w');
  const piece = Buffer.alloc(mebibyte, 1);
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(place);
      const left = bavail * bsize - leave;
      if (left <= 0) break;
      writeSync(file, piece, 0, Math.min(left, piece.length));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
  return () => rmSync(balloon, { force: true });
}

/** What people did and what they were told, by phase. */
interface Told {
  readonly acts: Act[];
  reads: number;
  readsAnswered: number;
  /** statuses of acts that were not done */
  readonly refusals: Record<string, number>;
}

/** One round of a small crowd: three filings, an upload, and reads of what was filed before. */
async function crowd(city: City, told: Told, matterIds: readonly string[], drafts: readonly string[]): Promise<void> {
  const clerk = city.template.clerks[0];
  if (!clerk) throw new Error('no clerk');
  const reads = Array.from({ length: 6 }, async (_unused, n) => {
    told.reads += 1;
    const answer = await call(city, clerk, 'GET', n % 2 === 0 ? `/api/v1/matters/${matterIds[n % matterIds.length] ?? ''}` : '/api/v1/me');
    if (answer.status >= 200 && answer.status < 500) told.readsAnswered += 1;
  });
  const acts = [fileMatter(city, 0), fileMatter(city, 8), fileMatter(city, 16), ...(drafts[0] === undefined ? [] : [uploadFile(city, 0, drafts[0], 200_000)])];
  for (const act of await Promise.all(acts)) {
    told.acts.push(act);
    if (act.outcome !== 'ok') told.refusals[`${act.kind} ${act.status}`] = (told.refusals[`${act.kind} ${act.status}`] ?? 0) + 1;
  }
  await Promise.all(reads);
}

interface Outcome {
  readonly lost: number;
  /** planted: an acknowledgement that nothing stands behind, and a refusal of something that was done; found by the journal's check */
  readonly caught: number;
  readonly broken: string[];
  readonly figures: string;
  readonly backMs: number;
}

/** Load, full, free: what is answered while there is no room, whether the processes stay, and that everything goes on afterwards. */
async function fillAndFree(tools: FaultTools, medium: Medium, filling: Filling, rounds: number): Promise<Outcome> {
  const { city, place } = await cityOnSmallDisk(tools, medium, medium === 'everything' ? 640 : medium === 'files' ? 256 : 400);
  await city.start({ readyWithinMs: 180_000 });
  const broken: string[] = [];
  const told: Told = { acts: [], reads: 0, readsAnswered: 0, refusals: {} };
  const first = await fileMatter(city, 0);
  const draft = await openDraft(city, 0);
  if (first.matterId === undefined || draft === undefined) throw new Error('nothing works before the fault');
  await crowd(city, told, [first.matterId], [draft]);
  const server = city.pid();
  const giveBack = fill(place, filling === 'seen coming' ? 24 * mebibyte : 0);
  // What is seen coming is seen within a look or two; the other comes over people who are at work.
  if (filling === 'seen coming') await until(() => /storage\.no_(writes|uploads): /.test(city.output()), 30_000, 20);
  const full: Told = { acts: [], reads: 0, readsAnswered: 0, refusals: {} };
  for (let round = 0; round < rounds; round += 1) {
    await crowd(city, full, [first.matterId], [draft]);
    await sleep(100);
  }
  giveBack();
  const freed = performance.now();
  const again: Act[] = [];
  // Without one byte left the database ends and cannot recover before there is room, and the server may end with it: then it is started anew, as a service
  // manager would, and what reads were answered is a figure only. Seen coming, nothing may end and reads go on.
  let ended = false;
  const isBack = async (): Promise<boolean> => {
    if (city.pid() === undefined) {
      ended = true;
      await city.start({ readyWithinMs: 180_000 });
    }
    again.push(await fileMatter(city, 24), await uploadFile(city, 0, draft));
    return again.slice(-2).every((act) => act.outcome === 'ok');
  };
  if (!(await until(isBack, 60_000, 200))) broken.push(`${medium}, ${filling}: a minute after there was room again nothing could be done`);
  const backMs = performance.now() - freed;
  ended ||= city.pid() !== server;
  if (ended && filling === 'seen coming') broken.push(`${medium}, ${filling}: the server ended`);
  const bad = Object.keys(full.refusals).filter((one) => !/ (503|507)$/.test(one) && !(ended && one.endsWith(' 0')));
  if (bad.length > 0) broken.push(`${medium}, ${filling}: acts were answered ${bad.join(', ')}`);
  if (filling === 'seen coming' && full.readsAnswered < full.reads * 0.99) broken.push(`${medium}, ${filling}: ${full.reads - full.readsAnswered} of ${full.reads} reads had no answer`);
  const acts = [first, ...told.acts, ...full.acts, ...again];
  const owner = await city.owner();
  const filings = await filingsAgainst(owner, acts);
  const filed = { kind: 'filing' as const, status: 201 };
  const unkept = await filingsAgainst(owner, [...acts, { ...filed, id: randomUUID(), outcome: 'ok' }]);
  const denied = await filingsAgainst(owner, [...acts, { ...filed, id: first.id, outcome: 'fail' }]);
  const caught = (unkept.lost === filings.lost + 1 ? 1 : 0) + (denied.broken.length > filings.broken.length ? 1 : 0);
  await owner.end();
  const uploads = await uploadsLost(city, 0, acts);
  if (uploads > 0) broken.push(`${medium}, ${filling}: INV-10: ${uploads} acknowledged files cannot be read back`);
  await city.stop();
  spawnSync('umount', ['-l', place]);
  const refused = Object.entries(full.refusals).map(([what, n]) => `${n}× ${what}`).join(', ');
  return { lost: filings.lost + uploads, caught, broken: [...broken, ...filings.broken], figures: `${full.acts.length} acts without room: ${refused || 'all done'}; ${full.readsAnswered}/${full.reads} reads${ended ? '; database and server ended and were started again' : ''}`, backMs };
}

const plans: Readonly<Record<Size, readonly (readonly [Medium, Filling])[]>> = {
  quick: [],
  gate: [['everything', 'seen coming']],
  full: [
    ['everything', 'seen coming'], ['log of the database', 'seen coming'], ['files', 'seen coming'],
    ['everything', 'all at once'], ['log of the database', 'all at once'], ['files', 'all at once'],
  ],
};

/** D-06: the disk is full, then free again. */
export const fault: Fault = {
  id: 'D-06',
  title: 'disk full, then freed',
  needs: ['tmpfs'],
  seconds: { quick: 0, gate: 10, full: 120 },
  async run(size, tools) {
    const outcomes: Outcome[] = [];
    const figures: Record<string, string | number> = {};
    for (const [medium, filling] of plans[size]) {
      const outcome = await fillAndFree(tools, medium, filling, size === 'full' ? 30 : 5);
      outcomes.push(outcome);
      figures[`${medium}, ${filling}`] = outcome.figures;
    }
    return {
      faults: outcomes.length, lost: outcomes.reduce((sum, one) => sum + one.lost, 0), broken: outcomes.flatMap((one) => one.broken), mutantsPlanted: 2 * outcomes.length, mutantsCaught: outcomes.reduce((sum, one) => sum + one.caught, 0),
      figures: { ...figures, slowestBackMs: Math.round(Math.max(0, ...outcomes.map((one) => one.backMs))) }, seed: tools.seed,
    };
  },
};
