/** The life of the installation's keys: whose they are, rotation, recovery from shares. How they seal is in platform/crypto. */
export { ownKeys, type OwnKeys, type StartRefusal } from './check-keys.ts';
export { followKeyFile, type FollowOptions } from './follow-key-file.ts';
export { retireFault, retireKey, rewrapAll, rotateKeys, settledMs, type RetireRefusal, type Rewrapped, type RewrapProgress } from './key-changes.ts';
export { aloneWithKeys, countWrapped, readKeySettings, wrappedTables, type Connection, type WrappedCount, type WrappedTable } from '../db/wrapped-keys.ts';
export { keepMemoryOutOfCoreFiles } from './core-files.ts';
export { readShareText, shareText, type Share, type ShareRefusal } from './share-text.ts';
export { joinShares, splitKeys, type JoinRefusal, type NamedShare } from './shares.ts';
