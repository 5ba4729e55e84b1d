/** A sequencer in a process of its own, for X-05: `node … x05-sequencer.ts <connection as JSON>`. Works without pause; tells its parent whenever it comes into office or leaves it. */
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSequencer } from '../../server/platform/ledger/log/sequencer.ts';

async function main(): Promise<void> {
  const pool = new pg.Pool({ ...(JSON.parse(process.argv[2] ?? '{}') as pg.PoolConfig), max: 1 });
  const sequencer = openSequencer(pool, 16);
  let told: boolean | undefined;
  process.once('disconnect', () => process.exit(0));
  for (;;) {
    // A line that was cut is what happens to this process; the next round begins anew.
    await sequencer.round().catch(() => 0);
    if (sequencer.inOffice !== told) process.send?.({ inOffice: (told = sequencer.inOffice) });
    await sleep(2);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
