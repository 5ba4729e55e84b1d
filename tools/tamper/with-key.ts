import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { signCheckpoint } from '../../server/platform/ledger/checkpoint.ts';
import { logSigner } from '../../server/platform/ledger/log/log-keys.ts';
import { rootOf } from '../../server/platform/ledger/merkle.ts';
import { emptyEdge, frontierOfEdge, grown } from '../../server/platform/ledger/tiles.ts';
import { factsOf, rechained, standAside, writeChain, type Target } from './attacks.ts';
import type { Found } from './checkers.ts';
import type { WatchedCity } from './city.ts';

/**
 * The whole forgery, from inside: the case rewritten and rightly hashed, its entries, every tile over them, the root, the signed checkpoint in the database and
 * the one beside it, with the log's own key. Then life goes on: a matter is filed, and the log
 * asks for its next checkpoint. Nothing is put back: it is the last thing that happens to this city.
 */
export async function rewriteWithKey(city: WatchedCity, target: Target): Promise<readonly Found[]> {
  const held = join(city.dataFolder, 'ledger');
  await forge(city, target, readdirSync(held).filter((name) => name.startsWith('cases')).map((name) => join(held, name)));
  const since = performance.now();
  const found: Found[] = [];
  const note = (by: string, what: string): void => void found.push({ by, what, seconds: (performance.now() - since) / 1_000 });
  // The program starts anew, or it would still remember the log as it was.
  await city.restartLog();
  const { findings } = await city.monitor();
  if (findings.length > 0) note('the monitor', [...new Set(findings.map((one) => one.code))].join(', '));
  await city.office.filedAtWindow((await city.office.somebody()).partyId);
  await city.log().tick();
  const cases = (await city.log().health()).find((one) => one.log === 'cases');
  const refused = cases?.stoppedWhy ?? cases?.faults.join(', ');
  if (refused) note('the witness, at the next checkpoint', refused);
  return found;
}

async function forge({ dba, office, log }: WatchedCity, { matterId, chain }: Target, heldFiles: readonly string[]): Promise<void> {
  await standAside(dba);
  const rows = rechained(chain, (await factsOf(dba, matterId)).map((row) => (row.seq === 2 ? { ...row, by: { ...row.by, id: '0190b000-0000-7000-8000-00000000dead' } } : row)));
  await writeChain(dba, matterId, rows);
  for (const row of rows) await dba.query(`update ledger.entries set hash = decode($3, 'hex') where log = 'cases' and matter_id = $1 and seq = $2`, [matterId, row.seq, row.hash]);
  const { rows: entries } = await dba.query<{ hash: Buffer }>(`select hash from ledger.entries where log = 'cases' order by index`);
  const { edge, written } = grown(emptyEdge, entries.map((one) => one.hash));
  const root = Buffer.from(rootOf(frontierOfEdge(edge)));
  for (const { id, hashes } of written) await dba.query(`update ledger.tiles set hashes = $3 where log = 'cases' and level = $1 and index = $2`, [id.level, id.index, hashes]);
  await dba.query(`update ledger.logs set root = $1 where log = 'cases'`, [root]);
  const note = signCheckpoint([logSigner(office.keys, log().origins.cases)], { origin: log().origins.cases, size: edge.size, root, extensions: [] });
  await dba.query(`delete from ledger.checkpoints where log = 'cases'`);
  await dba.query(`insert into ledger.checkpoints (log, size, root, note) values ('cases', $1, $2, $3)`, [edge.size, root, note]);
  for (const path of heldFiles) writeFileSync(path, note);
  await dba.query('set session_replication_role = origin');
}
