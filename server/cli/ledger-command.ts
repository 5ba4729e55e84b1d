import { join } from 'node:path';
import { say } from '../../contract/language.ts';
import { ledgerCliMessages as words } from '../../contract/messages/ledger.ts';
import { backupRefusal } from '../platform/backup/index.ts';
import { loadKeys } from '../platform/crypto/index.ts';
import { askRunning, startEmbedded } from '../platform/db/embedded/index.ts';
import { connectOwner, type OwnerConnection } from '../platform/db/owner.ts';
import { logKeyLine, reopenLog } from '../platform/ledger/log/index.ts';
import type { Surroundings } from './surroundings.ts';

/** `yimen ledger reopen --log cases|access`: opens a log that stopped under the next origin, with the server stopped. Prints the public statement and the new key. */
export async function reopenCommand(around: Surroundings, options: ReadonlyMap<string, string>): Promise<number> {
  const log = options.get('log') ?? 'cases';
  const tell = (code: keyof typeof words, params: Record<string, string> = {}): string => say(words[code], around.language, params);
  if (log !== 'cases' && log !== 'access') return refuse(around, tell('ledger.log_unknown', { log }));
  const database = await reach(around, () => around.note(tell('ledger.server_running')));
  if (database === undefined) return 1;
  try {
    const owner = await connectOwner(database.connection);
    try {
      const opened = await reopenLog(owner, { log, dataFolder: around.dataFolder, at: new Date().toISOString() });
      if (!opened.ok) return refuse(around, tell(opened.code, opened.params));
      const keys = await loadKeys(join(around.dataFolder, 'keys'), { databaseExists: true });
      around.note(tell('ledger.reopened', { origin: opened.origin }));
      around.print(opened.statement);
      if (keys.ok) around.print(tell('ledger.new_key', { key: logKeyLine(keys.keys, opened.origin) }));
      return 0;
    } finally {
      await owner.end();
    }
  } finally {
    await database.release();
  }
}

function refuse(around: Surroundings, text: string): number {
  around.note(text);
  return 1;
}

/** The database of DATABASE_URL, or the embedded one started for the time being; undefined where a server has it. */
async function reach(around: Surroundings, running: () => void): Promise<{ readonly connection: OwnerConnection; release(): Promise<void> } | undefined> {
  const { DATABASE_URL } = around.env;
  if (DATABASE_URL) return { connection: { connectionString: DATABASE_URL }, release: async () => undefined };
  const dataFolder = join(around.dataFolder, 'database');
  const found = askRunning(dataFolder);
  if (found === null) throw backupRefusal('backup.no_installation', { folder: around.dataFolder });
  if (found.connection !== null) {
    running();
    return undefined;
  }
  const started = await startEmbedded({ dataFolder });
  return { connection: started.connection, release: () => started.stop() };
}
