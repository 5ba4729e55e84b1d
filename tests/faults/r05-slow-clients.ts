import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { City, Clerk } from './frame/city.ts';
import type { Fault, FaultTools, Size } from './frame/fault.ts';
import { examiner } from './frame/invariants.ts';
import type { Entry } from './frame/journal.ts';
import { startWorkload, type Workload } from './frame/workload.ts';

/** Slow lines, how long they are held, and whether we wait for the server to end those that send no head. */
const sizes: Readonly<Record<Size, { readonly lines: number; readonly acts: number; readonly awaitsEnd: boolean }>> = {
  quick: { lines: 60, acts: 20, awaitsEnd: false }, gate: { lines: 200, acts: 60, awaitsEnd: false }, full: { lines: 2_000, acts: 600, awaitsEnd: true },
};

type Kind = 'head' | 'body' | 'read';

/** A line that sends its head byte by byte, or its body, or that asks for much and reads nothing. */
function slowLine(city: City, clerk: Clerk, kind: Kind): Socket {
  const socket = connect(city.port, '127.0.0.1');
  socket.on('error', () => undefined);
  const session = `cookie: yimen_session=${clerk.token}\r\nx-csrf-token: ${clerk.csrfToken}\r\n`;
  const whole = {
    head: '', body: `POST /api/v1/matters HTTP/1.1\r\nhost: a\r\n${session}content-type: application/json\r\ncontent-length: 5000\r\n\r\n`,
    read: `GET /api/v1/openapi.json HTTP/1.1\r\nhost: a\r\n\r\n`.repeat(8),
  }[kind];
  const drip = `GET /api/v1/items HTTP/1.1\r\nhost: a\r\nx-slow: ${'a'.repeat(2_000)}`;
  let at = 0;
  socket.on('connect', () => socket.write(whole));
  const timer = setInterval(() => {
    if (kind === 'read' || socket.destroyed) return;
    socket.write(kind === 'head' ? (drip[at] ?? 'a') : ' ');
    at += 1;
  }, 250);
  socket.on('close', () => clearInterval(timer));
  if (kind === 'read') socket.pause();
  else socket.resume();
  return socket;
}

/** Waits for so many more acknowledgements, at most 60 s; the time of each act by the journal's own reckoning is not needed: acts a second tell. */
async function actsPerSecond(workload: Workload, acts: number): Promise<number> {
  const [before, started] = [workload.acknowledged(), performance.now()];
  while (workload.acknowledged() - before < acts && performance.now() - started < 60_000) await sleep(5);
  return ((workload.acknowledged() - before) * 1000) / (performance.now() - started);
}

const again = (entries: readonly Entry[]): number => entries.filter((entry) => entry.tries > 1).length;

async function endedByServer(lines: readonly Socket[], tools: FaultTools): Promise<number | undefined> {
  const started = performance.now();
  while (lines.some((line) => !line.destroyed)) {
    if (performance.now() - started > 60_000) return undefined;
    await sleep(50);
  }
  tools.say(`lines without a head were ended after ${Math.round(performance.now() - started)} ms`);
  return performance.now() - started;
}

/** */
export const fault: Fault = {
  id: 'R-05', title: 'slow clients: heads, bodies, readers', needs: [], seconds: { quick: 4, gate: 0, full: 120 },
  async run(size, tools) {
    const { lines: count, acts, awaitsEnd } = sizes[size];
    const city = await tools.city();
    await city.start();
    const workload = startWorkload(city, { clerks: 6, journalFolder: tools.folder('journal'), breathMs: 2 });
    await actsPerSecond(workload, acts);
    const before = await actsPerSecond(workload, acts);
    const triedBefore = again(workload.journal.entries);
    const kinds: readonly Kind[] = ['head', 'body', 'read'];
    const slow = Array.from({ length: count }, (_unused, n) => {
      const [kind, clerk] = [kinds[n % kinds.length] ?? 'head', city.template.clerks[n % city.template.clerks.length]];
      if (!clerk) throw new Error('no clerk');
      return { kind, socket: slowLine(city, clerk, kind) };
    });
    tools.atEnd(() => slow.forEach(({ socket }) => socket.destroy()));
    for (const started = performance.now(); slow.some(({ socket }) => socket.connecting) && performance.now() - started < 30_000; ) await sleep(5);
    const during = await actsPerSecond(workload, acts);
    const broken: string[] = [];
    if (during === 0) broken.push(`with ${count} slow lines nobody else was served for 60 s`);
    const triedAgain = again(workload.journal.entries) - triedBefore;
    if (triedAgain > 0) broken.push(`${triedAgain} acts of others had to be sent again while ${count} lines were slow`);
    const ended = awaitsEnd ? await endedByServer(slow.filter(({ kind }) => kind === 'head').map(({ socket }) => socket), tools) : undefined;
    if (awaitsEnd && ended === undefined) broken.push('lines that send no head are held for more than 60 s');
    for (const { socket } of slow) socket.destroy();
    await workload.stop(20_000);
    const look = await examiner(city, workload.journal, { files: false }).look();
    return {
      faults: count, lost: look.lost.length, broken: [...broken, ...look.broken, ...look.lost].slice(0, 10), mutantsPlanted: 0, mutantsCaught: 0, seed: tools.seed,
      figures: { slowLines: count, actsPerSecondBefore: Math.round(before), actsPerSecondDuring: Math.round(during), acknowledged: workload.acknowledged(), ...(ended === undefined ? {} : { headlessEndedAfterMs: Math.round(ended) }) },
    };
  },
};
