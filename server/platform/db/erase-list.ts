import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';

/** One line of the erase list (遗忘名单): ids alone. `matters` whose keys went; `party` where the person went too. */
export interface EraseEntry {
  readonly erasureId: Id;
  readonly at: Instant;
  readonly matters: readonly Id[];
  readonly party: Id | null;
}

/**
 * Where the list lies: beside the published checkpoints, outside the database. That folder is shipped with every change and restored in its newest state whatever moment
 * the database is restored to, so that a restore never brings back whom the city has forgotten (TM-24).
 */
export const eraseListFile = (dataFolder: string): string => join(dataFolder, 'ledger', 'erased.jsonl');

/** Adds an entry. When this has answered, the line survives a power cut: it is written before anything is destroyed. */
export async function addToEraseList(file: string, entry: EraseEntry): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(`${JSON.stringify(entry)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Every entry, oldest first; none without a file. A last line cut off by a power cut is left out: nothing of it was destroyed yet. A broken line before it is a fault and throws. */
export async function readEraseList(file: string): Promise<readonly EraseEntry[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as EraseEntry);
}

/** Keys destroyed in one statement. */
const atOnce = 1_000;

/**
 * Destroys again what the list names, before the server opens: a database restored from before an erasure still has the keys. A legal hold does not stop it: what was erased lawfully
 * stays erased. Answers how many keys were there again.
 */
export async function applyEraseList(owner: Pick<pg.Client, 'query'>, file: string): Promise<number> {
  const entries = await readEraseList(file);
  const matters = [...new Set(entries.flatMap((entry) => entry.matters))];
  const parties = [...new Set(entries.flatMap((entry) => (entry.party === null ? [] : [entry.party])))];
  let gone = 0;
  for (let from = 0; from < matters.length; from += atOnce) {
    const { rows } = await owner.query<{ n: number }>('select privacy.destroy_matters($1::uuid[]) as n', [matters.slice(from, from + atOnce)]);
    gone += rows[0]?.n ?? 0;
  }
  for (let from = 0; from < parties.length; from += atOnce) {
    const { rows } = await owner.query<{ n: number }>('select coalesce(sum(privacy.destroy_party(p)), 0)::int as n from unnest($1::uuid[]) as p where exists (select 1 from platform.data_keys k where k.owner_id = p)', [parties.slice(from, from + atOnce)]);
    gone += rows[0]?.n ?? 0;
  }
  return gone;
}
