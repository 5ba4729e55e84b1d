/** The embedded PostgreSQL, and the settings every database of ours must have. */
export { startEmbedded, type EmbeddedDatabase, type EmbeddedOptions } from './start-embedded.ts';
export { assertSafeSettings, oldestMajor } from './safe-settings.ts';
export { databaseMessages, type DatabaseCode } from './messages.ts';
export { isStartRefusal, startRefusal, type StartRefusal } from './refusal.ts';
export { makeRecoveryPlace, giveFileToDatabase, giveToDatabase, recoverCluster, type Recovered, type RecoveryPlace } from './recover-cluster.ts';
export { askRunning, type RunningDatabase } from './ask-running.ts';
