import { Worker } from 'node:worker_threads';
import { readFonts } from './fonts.ts';
import type { Fonts } from './fonts.ts';
import type { GlyphMissing, Paper, RenderedPaper } from './paper.ts';
import { renderPaper } from './render.ts';

/** Makes papers. Throws only for bugs; `close` lets a server stop at once. */
export type PaperPress = {
  render: (paper: Paper) => Promise<RenderedPaper | GlyphMissing>;
  close: () => Promise<void>;
};

/**
 * `workerFile` is the built paper-worker.js. Laying out Chinese takes 60–200 ms a page, which would hold up every other request of the
 * process, so a server draws on a thread; the thread and its fonts go away after `idleMs` (30 s) without work. Without a
 * worker file papers are drawn on the calling thread: for tests and scripts.
 */
export function openPaperPress(options: { workerFile?: URL; idleMs?: number } = {}): PaperPress {
  const idleMs = options.idleMs ?? 30_000;
  return options.workerFile === undefined ? pressHere(idleMs) : pressOnThread(options.workerFile, idleMs);
}

function pressHere(idleMs: number): PaperPress {
  let fonts: Fonts | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    render: (paper) => {
      clearTimeout(timer);
      timer = setTimeout(() => { fonts = undefined; }, idleMs).unref();
      return renderPaper(fonts ??= readFonts(), paper);
    },
    close: async () => { clearTimeout(timer); fonts = undefined; },
  };
}

type Waiting = { resolve: (result: RenderedPaper | GlyphMissing) => void; reject: (error: Error) => void };
type Reply = { id: number; result?: RenderedPaper | GlyphMissing; error?: string };
type Thread = { worker: Worker; waiting: Map<number, Waiting> };

function pressOnThread(workerFile: URL, idleMs: number): PaperPress {
  let thread: Thread | undefined;
  let timer: NodeJS.Timeout | undefined;
  let last = 0;
  const stop = async (): Promise<void> => {
    clearTimeout(timer);
    const ending = thread;
    thread = undefined;
    await ending?.worker.terminate();
  };
  return {
    render: (paper) => new Promise((resolve, reject) => {
      clearTimeout(timer);
      const current = (thread ??= startThread(workerFile, () => { timer = setTimeout(() => void stop(), idleMs).unref(); }, (ended) => { if (thread === ended) thread = undefined; }));
      last += 1;
      current.waiting.set(last, { resolve, reject });
      current.worker.ref();
      current.worker.postMessage({ id: last, paper });
    }),
    close: stop,
  };
}

/** A thread that dies takes its waiting papers with it as errors; the next paper gets a new thread. */
function startThread(workerFile: URL, onIdle: () => void, onEnd: (thread: Thread) => void): Thread {
  const worker = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
  const thread: Thread = { worker, waiting: new Map() };
  worker.on('message', ({ id, result, error }: Reply) => {
    const waiting = thread.waiting.get(id);
    thread.waiting.delete(id);
    if (thread.waiting.size === 0) { worker.unref(); onIdle(); }
    if (result === undefined) waiting?.reject(new Error(`paper press: ${error ?? 'no answer'}`));
    else waiting?.resolve(result);
  });
  const fail = (reason: string): void => {
    onEnd(thread);
    for (const { reject } of thread.waiting.values()) reject(new Error(`paper press: ${reason}`));
    thread.waiting.clear();
  };
  worker.once('error', (error) => { fail(error instanceof Error ? error.message : String(error)); });
  worker.once('exit', () => { fail('its thread ended'); });
  return thread;
}
