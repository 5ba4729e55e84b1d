import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { ownerRole } from './cluster.ts';
import { judgeLeftover } from './leftover.ts';
import { notedHome } from './run-as.ts';

/** Where the embedded database of a data folder lies, and how to reach it while it runs. */
export type RunningDatabase = { readonly clusterFolder: string; readonly connection: (ClientConfig & { readonly host: string; readonly user: string; readonly database: string }) | null };

/** Looks, and changes nothing: the cluster below `dataFolder`, with a connection where a living process serves it. Null where there is no database. */
export function askRunning(dataFolder: string): RunningDatabase | null {
  if (!existsSync(dataFolder)) return null;
  const home = notedHome(dataFolder) ?? realpathSync(dataFolder);
  const clusterFolder = join(home, 'cluster');
  if (!existsSync(join(clusterFolder, 'PG_VERSION'))) return null;
  const leftover = judgeLeftover(clusterFolder);
  if (leftover.kind !== 'ours' && leftover.kind !== 'unclear') return { clusterFolder, connection: null };
  return { clusterFolder, connection: { host: leftover.file.socketFolder, port: 5432, user: ownerRole, database: 'yimen', ssl: false } };
}

