/**
 * Whether an error says that the database was away, too slow or out of room, and not that what was asked of it is wrong. What was asked may have
 * been done all the same: a connection can end between a commit and its answer. So the answer is "unknown", and the act is sent again under its id.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code === 'string' && (lostLine.has(code) || stateOfOutage.test(code) || (code === 'ENOENT' && syscall === 'connect'))) return true;
  return spoken.test(error.message);
}

/** Errors of the network; a socket's file that is not there (ENOENT) counts only where it was to be connected to. */
const lostLine: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL']);

/** PostgreSQL (appendix A): 08 connection, 53 no room left, 57P01–57P05 shut down or starting, 57014 statement time-out, 25P03 idle transaction ended, 58 system error. */
const stateOfOutage = /^(08...|53...|57P0[1-5]|57014|25P03|58...)$/;

/** What the driver says without a code (pg 8.23, pg-pool 3). */
const spoken = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;
