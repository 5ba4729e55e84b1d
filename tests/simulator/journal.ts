import type { Command } from './acts.ts';
import type { City, Server } from './city.ts';

/** One time a command was sent, as its sender and the database saw it. */
export interface Try {
  /** whether the command was stored when it was sent */
  readonly storedBefore: boolean;
  /** how often somebody was faster on its matter, or something else was in the way, before it was sent and until it was answered */
  readonly reasonsBefore: number;
  reasonsAfter: number;
  storedAfter: boolean;
  answer: 'waiting' | 'ok' | 'refused' | 'unknown';
  code: string;
}

/** What a client writes down of a command, on a disk of its own: before it is sent, and when it is answered. */
export interface Entry {
  readonly command: Command;
  /** not a command of its own: an id somebody took from another */
  readonly stolen: boolean;
  readonly tries: Try[];
}

/** Journal of all clients of a run. */
export interface Journal {
  readonly entries: Entry[];
  /** Sends a command; what comes of it is written down. */
  send(server: Server, entry: Entry): void;
  /** The server is gone: whoever waits for its answer does not know. */
  lost(server: Server): void;
  open(): number;
}

/** A journal over what the database has. `reasons`: how often somebody was faster on a matter, or something was in the way. */
export function journalOf(city: City, reasons: (matterId: string) => number): Journal {
  const { world, database } = city;
  const waiting = new Map<Try, Server>();
  const entries: Entry[] = [];
  const isStored = ({ matterId, commandId }: Command): boolean => database.tables.commands.has(`${matterId} ${commandId}`);

  function answered(one: Try, command: Command, answer: Try['answer'], code: string): void {
    if (one.answer !== 'waiting') return;
    waiting.delete(one);
    Object.assign(one, { answer, code, reasonsAfter: reasons(command.matterId), storedAfter: isStored(command) });
    world.note(`${command.name} ${answer} ${code}`);
    world.count(`answers: ${answer}`);
    if (answer === 'refused') world.count(`refused: ${command.name} ${code}`);
  }

  return {
    entries,
    open: () => waiting.size,
    send(server, { command, tries }) {
      const one: Try = { storedBefore: isStored(command), reasonsBefore: reasons(command.matterId), reasonsAfter: 0, storedAfter: false, answer: 'waiting', code: '' };
      tries.push(one);
      waiting.set(one, server);
      world.later(server, `send ${command.name}`, () => {
        command.send(server).then(
          (done) => answered(one, command, done.ok ? 'ok' : 'refused', done.ok ? '' : done.code),
          (error: unknown) => {
            if ((error as { code?: string }).code === undefined && !/^(Connection terminated|Query read timeout)/.test(String((error as Error).message))) city.onFault(error);
            answered(one, command, 'unknown', '');
          },
        );
      });
    },
    lost(server) {
      for (const [one, at] of waiting) if (at === server) Object.assign(one, { answer: 'unknown' });
      for (const [one, at] of [...waiting]) if (at === server) waiting.delete(one);
    },
  };
}
