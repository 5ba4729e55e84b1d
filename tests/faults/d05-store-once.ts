/**
 * Stores one file in a vault below the folder of its first argument and says `ok` or `failed`. With `forgetful` as its second argument the planted
 * defect: a file store that asks for the sync and does not care how it ended.
 */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { newDataKey } from '../../server/platform/crypto/index.ts';
import { openVault } from '../../server/platform/files/index.ts';
import { pdf } from '../../server/platform/files/odd-files.ts';

async function store(root: string, forgetful: boolean): Promise<void> {
  const vault = await openVault({ root, leastFreeBytes: 0 });
  if (forgetful) {
    const handle = await open(join(root, 'any'), 'w');
    const kind = Object.getPrototypeOf(handle) as { sync(): Promise<void> };
    const { sync } = kind;
    kind.sync = function (this: typeof handle) {
      return sync.call(this).catch(() => undefined);
    };
    await handle.close();
  }
  const kept = await vault.put(pdf(), { dataKey: newDataKey(), declaredName: 'paper.pdf' });
  process.stdout.write(kept.ok ? 'ok' : 'failed');
}

store(process.argv[2] ?? '', process.argv[3] === 'forgetful').catch(() => process.stdout.write('failed'));
