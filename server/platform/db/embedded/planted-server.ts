/**
 * A server process for the tests beside this file: starts the embedded database of the folder named in its first argument, prints one
 * JSON line, and stays. SIGTERM and SIGINT end it cleanly; `exit` on its input ends it without a word to the database.
 */
import { startEmbedded } from './start-embedded.ts';
import { isStartRefusal } from './refusal.ts';

async function serve(dataFolder: string, settings: Record<string, string>): Promise<void> {
  const notices: string[] = [];
  const database = await startEmbedded({ dataFolder, settings, forTests: true, onNotice: (code) => notices.push(code) });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void database.stop().then(() => process.exit(0)));
  process.stdin.on('data', (text) => {
    if (String(text).includes('exit')) process.exit(3);
  });
  console.log(JSON.stringify({ pid: database.pid, adopted: database.adopted, connection: database.connection, notices }));
}

serve(process.argv[2] ?? '', JSON.parse(process.argv[3] ?? '{}') as Record<string, string>).catch((error: unknown) => {
  console.log(JSON.stringify({ refused: isStartRefusal(error) ? error.code : String(error) }));
  process.exit(1);
});
