/** Backup and restore of the whole installation: docs/decisions/0029-backups.md. */
export { checkRecipients, newIdentity, opened, sealed, type Recipients } from './age-file.ts';
export { listedRecipients, readBackupSettings, readIdentities, storeOf, type BackupSettings } from './backup-settings.ts';
export { makeBackup, type BackupProgress, type BackupSource, type MadeBackup } from './base-backup.ts';
export { askFacts, type DatabaseFacts } from './database-facts.ts';
export { keepBackups, type KeptInstallation } from './keep-backups.ts';
export { listBackups, listInstallations, readManifest, type Manifest } from './manifest.ts';
export { keptUntil } from './log-check.ts';
export type { ObjectStore } from './object-store.ts';
export { openStore } from './open-store.ts';
export { backupRefusal, isBackupRefusal, type BackupRefusal } from './refusal.ts';
export { chooseInstallation, restore, type Restored, type RestoreOptions } from './restore.ts';
export { removeOutdated, type Keeping } from './retention.ts';
export { sayChanges, startShipping, type Shipper, type ShippingState } from './shipper.ts';
export { verifyStore, type BackupCheck, type BackupFault } from './verify.ts';
