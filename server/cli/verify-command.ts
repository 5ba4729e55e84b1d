import { chooseInstallation, readIdentities, verifyStore } from '../platform/backup/index.ts';
import { namedStore } from './backup-command.ts';
import { megabytes, type Surroundings } from './surroundings.ts';

/** `yimen verify`: every object of the store. Exit code 1 where anything is wrong, each fault on a line of its own. */
export async function verifyCommand(around: Surroundings, options: ReadonlyMap<string, string>): Promise<number> {
  const store = namedStore(around, options);
  const identityFile = options.get('identity');
  const identities = identityFile === undefined ? [] : await readIdentities(identityFile);
  const installation = await chooseInstallation(store, options.get('installation'));
  const check = await verifyStore(store, installation, identities, (done, name) => around.progress(around.tell('cli.progress_verify', { done: megabytes(done), name })), around.signal);
  around.note('');
  if (!check.decrypted) around.note(around.tell('backup.verified_closed'));
  for (const { name, reason } of check.faults) around.print(around.tell('backup.damaged', { name, reason }));
  around.print(around.tell(check.faults.length > 0 ? 'backup.faults' : 'backup.verified', { target: store.place, objects: check.objects, megabytes: megabytes(check.bytes), bases: check.bases, count: check.faults.length }));
  return check.faults.length > 0 ? 1 : 0;
}
