/** An error as the driver of the database gives it. */
export interface DatabaseError extends Error {
  readonly code?: string;
  readonly constraint?: string;
}

/** An error as the driver gives it: SQLSTATE and constraint. */
export function databaseError(code: string, constraint?: string): DatabaseError {
  const depth = Error.stackTraceLimit;
  // Thousands of them are made, and nobody asks where.
  Error.stackTraceLimit = 0;
  const error = Object.assign(new Error(constraint === undefined ? code : `${code} ${constraint}`), { code, ...(constraint === undefined ? {} : { constraint }) });
  Error.stackTraceLimit = depth;
  return error;
}
