import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What a client knows of one act of its own. `unknown`: sent, and no answer came that says how it ended. */
export interface Entry {
  readonly client: number;
  readonly act: string;
  /** the client's own id of the act: the command id, or for an upload the SHA-256 of the file */
  readonly id: string;
  /** what was acted on: the matter or the draft, as far as the client knows it */
  on: string | undefined;
  state: 'unknown' | 'ok' | 'fail';
  /** tries sent; more than one after a lost answer */
  tries: number;
  /** of an `ok`: what was answered; of a `fail`: its code */
  answer: unknown;
}

/** The journals of all clients of one city. They lie on another place than the city, and a line is written before anything is sent. */
export interface Journal {
  /** Before the first sending. */
  invoke(entry: Pick<Entry, 'client' | 'act' | 'id' | 'on'>): Entry;
  /** Before sending again. */
  again(entry: Entry): void;
  ok(entry: Entry, answer: unknown): void;
  fail(entry: Entry, code: string): void;
  /** Everything invoked so far. */
  readonly entries: readonly Entry[];
  close(): void;
}

/** Opens the journals: a file for each client in `folder`. */
export function openJournal(folder: string): Journal {
  const files = new Map<number, number>();
  const entries: Entry[] = [];
  const write = (entry: Entry, what: string): void => {
    const file = files.get(entry.client) ?? openSync(join(folder, `client-${entry.client}.jsonl`), 'a');
    files.set(entry.client, file);
    writeSync(file, `${JSON.stringify({ what, act: entry.act, id: entry.id, on: entry.on, answer: entry.answer })}\n`);
  };
  return {
    entries,
    invoke(begun) {
      const entry: Entry = { ...begun, state: 'unknown', tries: 1, answer: undefined };
      write(entry, 'invoke');
      entries.push(entry);
      return entry;
    },
    again(entry) {
      entry.tries += 1;
      write(entry, 'again');
    },
    ok(entry, answer) {
      entry.answer = answer;
      entry.state = 'ok';
      write(entry, 'ok');
    },
    fail(entry, code) {
      entry.answer = code;
      entry.state = 'fail';
      write(entry, 'fail');
    },
    close() {
      for (const file of files.values()) closeSync(file);
      files.clear();
    },
  };
}
