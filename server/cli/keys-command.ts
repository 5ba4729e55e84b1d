import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { newIdentity } from '../platform/backup/index.ts';
import type { Surroundings } from './surroundings.ts';

/** `yimen keys new-recipient`: an age identity into a file of its own, as `age-keygen` would write it, and its public key on the screen. */
export async function newRecipientCommand(around: Surroundings, options: ReadonlyMap<string, string>): Promise<number> {
  const { identity, recipient } = await newIdentity();
  const file = resolve(options.get('to') ?? `yimen-identity-${recipient.slice(-8)}.txt`);
  const text = `# created: ${new Date().toISOString()}\n# public key: ${recipient}\n${identity}\n`;
  await writeFile(file, text, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Error(around.tell('cli.file_exists', { file })) : error;
  });
  around.print(around.tell('cli.recipient_made', { recipient, file }));
  return 0;
}
