import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { backupRefusal, opened, readIdentities, restore } from '../platform/backup/index.ts';
import { namedStore } from './backup-command.ts';
import { readMoment } from './command-line.ts';
import { megabytes, type Surroundings } from './surroundings.ts';

/** `yimen restore`: into an empty folder, to a moment or to the end. The keys are put there only where `--keys FILE` gives them. */
export async function restoreCommand(around: Surroundings, options: ReadonlyMap<string, string>): Promise<number> {
  const identityFile = options.get('identity');
  const into = options.get('into');
  const moment = options.get('to');
  for (const [name, value] of [['--identity', identityFile], ['--into', into], ['--to / --latest', options.has('latest') ? '' : moment]] as const) {
    if (value === undefined) throw new Error(around.tell('cli.option_missing', { option: name }));
  }
  const to = moment === undefined ? null : readMoment(moment);
  if (moment !== undefined && to === null) throw backupRefusal('backup.moment_unreadable', { text: moment });
  const identities = await readIdentities(identityFile ?? '');
  const folder = resolve(into ?? '');
  const installation = options.get('installation');
  const startedAt = performance.now();
  const restored = await restore({
    store: namedStore(around, options), identities, to, into: folder, program: around.program, signal: around.signal, ...(installation === undefined ? {} : { installation }),
    onProgress: (what, done, total) => around.progress(what === 'log' ? around.tell('cli.progress_log', { done }) : what === 'vault' ? around.tell('cli.progress_vault', { done: megabytes(done) }) : around.tell('cli.progress_database', { done: megabytes(done), total: megabytes(total) })),
  });
  const keys = join(folder, 'keys', 'keys.json');
  const keysFrom = options.get('keys');
  if (keysFrom !== undefined) await putKeys(keysFrom, keys, identities);
  const last = restored.lastTransactionAt ?? restored.backup.endedAt;
  around.note('');
  if (restored.endedBefore) around.print(around.tell('backup.ended_before', { to: last }));
  around.print(around.tell('backup.restored', { id: restored.backup.id, folder, last, keys, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) }));
  return 0;
}

async function putKeys(from: string, file: string, identities: readonly string[]): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const piece of opened(createReadStream(from) as AsyncIterable<Uint8Array>, identities, from)) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
