/** Settings of PostgreSQL by name, as its command line takes them. */
export type DatabaseSettings = Readonly<Record<string, string>>;

/** What an installation may change: sized so that server and database together rest below 400 MiB on one small computer. */
const defaults: DatabaseSettings = {
  max_connections: '50',
  shared_buffers: '128MB',
  max_wal_size: '2GB',
  jit: 'off', // the npm build has no LLVM; an external one would only add planning time to short statements
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A statement of a server that was killed ends by itself, and its locks with it, before the next server waits for them for long.
  client_connection_check_interval: '5s',
};

/** What no installation may change (C-DU-1, and no way in but the private socket). */
const fixed: DatabaseSettings = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
};

/** Speed for tests, whose data nobody will miss after a power cut. */
const forgetful: DatabaseSettings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/**
 * Finished files of the log are copied to `folder` by the module that PostgreSQL ships for it: written under another name, synced, renamed. A file that is not full is finished
 * after 30 s if anything was written, so that with the shipping of it no more than a minute can be lost (RPO 60 s, docs/decisions/0029-backups.md).
 */
const archiving = (folder: string): DatabaseSettings => ({ archive_mode: 'on', archive_library: 'basic_archive', 'basic_archive.archive_directory': folder, archive_timeout: '30s' });

/**
 * The command line that serves `cluster` on a socket in `socketFolder`; equal settings give an equal line, by which a leftover is recognised. With `archive`
 * the finished files of the log go to that folder, and whoever asks for it must empty it.
 */
export function launchArguments(cluster: string, socketFolder: string, settings: DatabaseSettings, forTests: boolean, archive?: string): string[] {
  const archived = archive === undefined ? {} : archiving(archive);
  const all = { ...defaults, ...settings, ...fixed, ...(forTests ? forgetful : {}), ...archived, unix_socket_directories: socketFolder };
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
