import type { ClientBase } from 'pg';
import type { Entry } from './journal.ts';

/** What a comparison found: acknowledged acts that are not there, and sentences about everything else that cannot be. */
export interface Compared {
  readonly lost: readonly string[];
  readonly broken: readonly string[];
  /** acknowledged acts looked for */
  readonly looked: number;
}

/** A journal as it was at one moment: states move on while one reads. Taken before the database is asked. */
export const frozen = (entries: readonly Entry[]): readonly Entry[] => entries.map((entry) => ({ ...entry }));

/**
 * INV-1 and INV-2 for acts under a command id: `ok` is stored exactly once, as it was answered; `fail` left nothing; `unknown` is there at most once;
 * and no matter is there that nobody filed. Uploads are compared by `filesKept`. `entries` were taken before the database is asked, `begunByNow` tells the acts begun
 * until it has answered: what was sent and stored between the two is somebody's, too.
 */
export async function compareCommands(owner: ClientBase, entries: readonly Entry[], begunByNow: () => readonly Entry[]): Promise<Compared> {
  const acts = entries.filter((entry) => entry.act !== 'upload');
  const { rows: commands } = await owner.query<{ command_id: string; matter_id: string; seq: number; n: string }>(
    `select command_id, min(matter_id::text) as matter_id, max((answer ->> 'seq')::int) as seq, count(*) as n from platform.commands group by command_id`);
  const { rows: firsts } = await owner.query<{ matter_id: string; number: string; hash: string }>(
    `select m.matter_id, m.number, encode(f.hash, 'hex') as hash from matters.matters m join platform.facts f on f.matter_id = m.matter_id and f.seq = 1`);
  const stored = new Map(commands.map((row) => [row.command_id, row]));
  const filed = new Map(firsts.map((row) => [row.matter_id, row]));
  const lost: string[] = [];
  const broken: string[] = [];
  for (const entry of acts) {
    const found = stored.get(entry.id);
    if (found && Number(found.n) > 1) broken.push(`INV-1: ${entry.act} ${entry.id} is stored ${found.n} times`);
    if (entry.state === 'fail' && found) broken.push(`INV-2: ${entry.act} ${entry.id} was refused (${String(entry.answer)}) and is stored`);
    if (entry.state !== 'ok') continue;
    if (!found) lost.push(`${entry.act} ${entry.id}`);
    else broken.push(...differs(entry, found.matter_id, filed));
  }
  const known = new Set(begunByNow().map((entry) => entry.id));
  const byClients = new Set(commands.filter((row) => known.has(row.command_id)).map((row) => row.matter_id));
  for (const { matter_id: matterId } of firsts) if (!byClients.has(matterId)) broken.push(`INV-1: matter ${matterId} is there and nobody filed it`);
  return { lost, broken, looked: acts.filter((entry) => entry.state === 'ok').length };
}

/** The receipt of a filing must say what is stored. */
function differs(entry: Entry, matterId: string, filed: ReadonlyMap<string, { readonly number: string; readonly hash: string }>): string[] {
  if (entry.act !== 'file') return entry.on === matterId ? [] : [`INV-1: ${entry.act} ${entry.id} is stored on another matter`];
  const receipt = entry.answer as { matterId?: string; number?: string; factHash?: string };
  const first = filed.get(matterId);
  if (receipt.matterId === matterId && first?.number === receipt.number && first?.hash === receipt.factHash) return [];
  return [`INV-1: the receipt of ${entry.id} says other than what is stored`];
}
