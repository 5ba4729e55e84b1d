/** The logs over facts and accesses: opening them, their public addresses, receipts, checking and reopening. */
export { openFactLog, type FactLog, type FactLogOptions, type LogHealth } from './fact-log.ts';
export { readLedgerSettings } from './ledger-settings.ts';
export { logAddresses } from './log-addresses.ts';
export { ledgerRefusals, ledgerRoutes } from './routes.ts';
export { acceptanceReceipt, inclusionReceipt, mergeDelayMs, ownCopy, type Inclusion, type WrittenFact } from './receipts.ts';
export { verifierPage } from './verifier-page.ts';
export { checkLogs, type CheckOptions, type LogCheck, type LogFault } from './fsck.ts';
export { reopenLog, type Reopened, type ReopenRefusal } from './reopen.ts';
export { logKeyLine } from './log-keys.ts';
