import { join } from 'node:path';
import { say } from '../../../contract/language.ts';
import { backupNotices } from '../../../contract/messages/backup.ts';
import type { OwnerConnection } from '../db/owner.ts';
import type { BackupSettings } from './backup-settings.ts';
import { askFacts } from './database-facts.ts';
import { startShipping, type Shipper } from './shipper.ts';

/** The running installation, as continuous backup sees it. `archive` is null where the database archives nothing. */
export type KeptInstallation = { readonly dataFolder: string; readonly owner: OwnerConnection; readonly archive: string | null; readonly program: string; readonly say: (line: string) => void };

/** Starts continuous backup, and says to where and for whom; without settings it says that there is none. */
export async function keepBackups(settings: BackupSettings | null, { dataFolder, owner, archive, program, say: sayLine }: KeptInstallation): Promise<Shipper | null> {
  if (settings === null || archive === null) {
    sayLine(say(backupNotices['backup.no_target'], 'en'));
    return null;
  }
  const { installation } = await askFacts(owner);
  const source = { connection: owner, vault: join(dataFolder, 'vault'), ledger: join(dataFolder, 'ledger'), program };
  sayLine(say(backupNotices['backup.shipping'], 'en', { target: settings.store.place, count: settings.recipients.length, recipients: settings.recipients.join(', ') }));
  return startShipping({ settings, source, installation, archive, onNotice: (code, params) => sayLine(say(backupNotices[code], 'en', params)) });
}
