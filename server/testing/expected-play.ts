import type { Block, Outcome } from './random-process.ts';

/** What a play did, whatever the order: how often each task was done and each wait ended (`<node><path>`), services passed, messages sent. */
export interface Tally {
  readonly done: Record<string, number>;
  services: number;
  sent: number;
}

type Labels = ReadonlyMap<Block, string>;

/** What must happen when tasks end as told, read from the tree alone. For tests only. */
export function mustHappen(tree: Block, outcome: Outcome): Tally {
  const own = unshared(tree);
  const ids = new Map<Block, string>();
  label(own, ids, numbered(1));
  const tally: Tally = { done: {}, services: 0, sent: 0 };
  happen(own, '', { ids, tally, outcome, times: {} });
  return tally;
}

interface Play {
  readonly ids: Labels;
  readonly tally: Tally;
  readonly outcome: Outcome;
  readonly times: Record<string, number>;
}

function count(play: Play, key: string): void {
  play.tally.done[key] = (play.tally.done[key] ?? 0) + 1;
}

/** Does the task of a block; undefined where the timer at its border took its place. */
function task(block: Block, path: string, play: Play, timer?: 'beside' | 'instead'): 'a' | 'b' | undefined {
  const id = play.ids.get(block) ?? '';
  const time = (play.times[id + path] = (play.times[id + path] ?? 0) + 1);
  const { ending, late } = play.outcome(id, time, path);
  if (timer && late) {
    play.tally.services += 1;
    count(play, `late ${id}${path}`);
    if (timer === 'instead') return undefined;
  }
  count(play, id + path);
  return ending;
}

function happen(block: Block, path: string, play: Play): void {
  switch (block.is) {
    case 'task':
      task(block, path, play, block.timer);
      return;
    case 'service':
      play.tally.services += 1;
      return;
    case 'throw':
      play.tally.sent += 1;
      return;
    case 'wait':
    case 'message':
    case 'call':
      return count(play, (play.ids.get(block) ?? '') + path);
    case 'sequence':
    case 'parallel':
      return block.of.forEach((inner) => happen(inner, path, play));
    case 'choice': {
      const next = task(block, path, play) === 'a' ? block.whenA : block.otherwise;
      return next ? happen(next, path, play) : undefined;
    }
    case 'some': {
      const ending = task(block, path, play);
      return block.of.forEach((inner, at) => ([ending === 'a', true, ending === 'b'][at] ? happen(inner, path, play) : undefined));
    }
    case 'loop':
      do happen(block.of, path, play);
      while (task(block, path, play) === 'a');
      return;
    case 'part':
      return happen(block.of, path, play);
    case 'each':
      for (let entry = 1; entry <= block.count; entry += 1) {
        if (block.of) happen(block.of, `${path}/e${entry}`, play);
        else task(block, `${path}/e${entry}`, play);
      }
  }
}

type Name = (kind: string) => string;

/** Gives the same ids as `drawn` does. */
function label(block: Block, ids: Map<Block, string>, name: Name): void {
  const skip = (...kinds: readonly string[]): void => kinds.forEach((kind) => void name(kind));
  const inner = (one: Block | null): void => (one ? label(one, ids, name) : undefined);
  switch (block.is) {
    case 'task':
      ids.set(block, name('task'));
      return block.timer ? skip('border', 'service', block.timer === 'instead' ? 'merge' : 'end') : undefined;
    case 'service':
    case 'throw':
    case 'wait':
    case 'message':
    case 'call':
      ids.set(block, name(block.is));
      return;
    case 'sequence':
      return block.of.forEach(inner);
    case 'parallel':
      skip('fork', 'meet');
      return block.of.forEach(inner);
    case 'some':
      ids.set(block, name('task'));
      skip('fork', 'meet');
      return block.of.forEach(inner);
    case 'choice':
      ids.set(block, name('task'));
      skip('gate', 'merge');
      inner(block.whenA);
      return inner(block.otherwise);
    case 'loop':
      skip('entry', 'again');
      ids.set(block, name('task'));
      inner(block.of);
      return skip('out');
    case 'part':
      skip('part', 'start');
      inner(block.of);
      return skip('end');
    case 'each':
      if (!block.of) return void ids.set(block, name('task'));
      skip('part', 'start');
      inner(block.of);
      return skip('end');
  }
}

/** Numbers elements of all kinds in one row, after so many. */
function numbered(before: number): Name {
  let last = before;
  return (kind) => `${kind}${(last += 1)}`;
}

/** The same tree in which every block is an object of its own, so that each can carry its id. */
const unshared = (block: Block): Block => JSON.parse(JSON.stringify(block)) as Block;
