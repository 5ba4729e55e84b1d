import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere } from './disk.ts';

/** Folders whose content is made anew at every start or comes from the log (PostgreSQL manual, 25.3.4 "Backing Up the Data Directory"). */
const emptied = new Set(['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans']);
const leftOut = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'backup_label.old', 'tablespace_map', 'tablespace_map.old', 'current_logfiles', 'postgresql.auto.conf.tmp', 'recovery.signal', 'standby.signal']);
/** Copied last, so that it is not older than any other file. */
export const controlFile = 'global/pg_control';

/** What of a database's folder belongs into a backup, taken while it runs. */
export type ClusterListing = { readonly files: readonly { readonly path: string; readonly bytes: number; readonly modifiedAt: Date }[]; readonly emptyFolders: readonly string[] };

/** Lists a cluster's files. A file that goes away meanwhile was of a table dropped meanwhile: the log knows of it. */
export async function listCluster(cluster: string): Promise<ClusterListing> {
  const files: { path: string; bytes: number; modifiedAt: Date }[] = [];
  const emptyFolders: string[] = [];
  async function walk(folder: string): Promise<void> {
    const entries = ((await ifThere(readdir(join(cluster, folder), { withFileTypes: true }))) ?? []).filter(({ name }) => !isTemporary(name));
    if (folder !== '' && entries.length === 0) emptyFolders.push(folder);
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (folder === '' && emptied.has(entry.name)) emptyFolders.push(path);
        else await walk(path);
      } else if (entry.isFile() && !leftOut.has(path) && path !== controlFile) {
        const found = await ifThere(stat(join(cluster, path)));
        if (found) files.push({ path, bytes: found.size, modifiedAt: found.mtime });
      }
    }
  }
  await walk('');
  emptyFolders.push('pg_wal/archive_status', 'pg_wal/summaries');
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), emptyFolders };
}

const isTemporary = (name: string): boolean => name.startsWith('pgsql_tmp') || name.startsWith('pg_internal.init');
