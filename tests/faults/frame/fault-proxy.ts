import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How bytes pass: as they come; each chunk so much later; one by one; not at all for now (kept, and delivered when the line is whole again). */
export type Passage = { readonly kind: 'open' } | { readonly kind: 'late'; readonly ms: number } | { readonly kind: 'drip'; readonly ms: number } | { readonly kind: 'held' };

/** A TCP line between two programs on this machine, with everything that befalls lines. */
export interface FaultProxy {
  readonly port: number;
  /** lines open now */
  readonly lines: number;
  pass(passage: Passage): void;
  /** New lines are refused from now on, or let through again. */
  refuseNew(refused: boolean): void;
  /** Both ends of every line get a reset. */
  resetAll(): number;
  /** The far end of one line is gone, and the near end is not told: what it sends vanishes, and no answer ever comes. Chosen by `which`, 0 ≤ which < 1. */
  halfOpen(which: number): boolean;
  /** Of the next `count` answers nothing arrives: the far end has done what was asked, the near end sees its line cut. */
  swallowAnswers(count: number): void;
  /** Every line, also new ones, is cut when so many more bytes have gone through it towards the far end; `undefined` for never. */
  cutAfter(bytes: number | undefined): void;
  /** Answers swallowed and lines cut after bytes, so far. */
  readonly cuts: number;
  close(): Promise<void>;
}

interface Line {
  readonly near: Socket;
  readonly far: Socket;
  isDeaf: boolean;
}

/** Opens a line to `far` (a port of this machine, or the path of a socket), on a free port of this machine. */
export async function openFaultProxy(far: { readonly port: number } | { readonly path: string }): Promise<FaultProxy> {
  const lines = new Set<Line>();
  const state = { passage: { kind: 'open' } as Passage, swallow: 0, cutAfter: undefined as number | undefined, refused: false, cuts: 0, isClosed: false };

  const reset = (line: Line): void => {
    if (!line.near.destroyed) line.near.resetAndDestroy();
    // There is no reset on a socket of the file system: it closes.
    if ('path' in far) line.far.destroy();
    else if (!line.far.destroyed) line.far.resetAndDestroy();
  };

  /** One direction: chunk after chunk in its order, however long each is held. The end of one side is told to the other behind its last chunk. */
  function carry(line: Line, from: Socket, to: Socket, mayPass: (chunk: Buffer) => boolean): void {
    let before: Promise<void> = Promise.resolve();
    from.on('data', (chunk: Buffer) => {
      if (line.isDeaf) return;
      if (!mayPass(chunk)) {
        state.cuts += 1;
        reset(line);
        return;
      }
      before = before.then(() => deliver(to, chunk));
    });
    from.on('end', () => void before.then(() => (line.isDeaf ? undefined : to.end())));
    from.on('close', () => void before.then(() => (line.isDeaf && from === line.far ? undefined : to.destroy())));
  }

  async function deliver(to: Socket, chunk: Buffer): Promise<void> {
    while (state.passage.kind === 'held' && !state.isClosed && !to.destroyed) await sleep(5);
    const { passage } = state;
    if (passage.kind === 'late') await sleep(passage.ms);
    if (passage.kind !== 'drip') return void (to.destroyed || to.write(chunk));
    for (let at = 0; at < chunk.length && !to.destroyed; at += 1) {
      // The line may be whole again before the last byte: then the rest goes at once.
      if (state.passage.kind !== 'drip') return void to.write(chunk.subarray(at));
      to.write(chunk.subarray(at, at + 1));
      await sleep(passage.ms);
    }
  }

  const server = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
    near.on('error', () => undefined);
    if (state.refused) return void near.resetAndDestroy();
    const line: Line = { near, far: connect(far), isDeaf: false };
    line.far.on('error', () => (line.isDeaf ? undefined : near.destroy()));
    lines.add(line);
    near.on('close', () => lines.delete(line));
    let sent = 0;
    carry(line, near, line.far, (chunk) => (sent += chunk.length) <= (state.cutAfter ?? Number.POSITIVE_INFINITY));
    carry(line, line.far, near, () => {
      if (state.swallow === 0) return true;
      state.swallow -= 1;
      return false;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get lines() {
      return lines.size;
    },
    get cuts() {
      return state.cuts;
    },
    pass: (passage) => void (state.passage = passage),
    refuseNew: (refused) => void (state.refused = refused),
    resetAll() {
      const open = [...lines];
      open.forEach(reset);
      return open.length;
    },
    halfOpen(which) {
      const open = [...lines].filter((line) => !line.isDeaf);
      const line = open[Math.floor(which * open.length)];
      if (!line) return false;
      line.isDeaf = true;
      line.far.destroy();
      return true;
    },
    swallowAnswers: (count) => void (state.swallow = count),
    cutAfter: (bytes) => void (state.cutAfter = bytes),
    async close() {
      state.isClosed = true;
      for (const line of lines) for (const socket of [line.near, line.far]) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
