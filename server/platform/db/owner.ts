import pg from 'pg';

/** How the owner reaches the database. */
export type OwnerConnection = pg.ClientConfig;

/** The owner's own connection: for migrations, for loading data at start, never for serving anybody. */
export type Owner = pg.Client;

/** Opens the owner's connection; whoever opens it ends it. */
export async function connectOwner(connection: OwnerConnection): Promise<Owner> {
  const owner = new pg.Client(connection);
  // A line cut while nothing is asked must not end the server; the next question says what is wrong.
  owner.on('error', () => undefined);
  await owner.connect();
  return owner;
}
