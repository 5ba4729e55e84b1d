import pg from 'pg';

/** Short messages between the processes of one installation, over the database they share (PostgreSQL LISTEN and NOTIFY). */
export interface NotificationLine {
  /** Sends the payloads, each shorter than 8,000 bytes, in one statement of its own, never inside the transaction of a command. */
  notify(payloads: readonly string[]): Promise<void>;
  /**
   * Opens a connection of its own and hears every payload from then on, those of this process included. `lost` is called once when the
   * connection is gone, for whatever reason; nothing is heard after it. Rejects where no connection came about.
   */
  listen(heard: (payload: string) => void, lost: () => void): Promise<Hearing>;
}

/** An open ear. */
export interface Hearing {
  /** Asks the other end for a sign of life; a dead connection is given up, which calls `lost`. */
  probe(): Promise<void>;
  end(): Promise<void>;
}

/**
 * The line over a channel of the pool's database. It listens with the settings of the pool, so as the application's role, but never on a
 * connection of the pool: that would take one from the commands for ever. A pooler that hands out connections by transaction cannot carry it.
 * `answerMs`: how long the other end may take to show that it is alive.
 */
export function notificationLine(pool: pg.Pool, channel: string, answerMs = 10_000): NotificationLine {
  return {
    async notify(payloads) {
      await pool.query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [channel, payloads]);
    },
    async listen(heard, lost) {
      const client = clientBeside(pool, 'yimen live', answerMs);
      let gone = false;
      let asked = false;
      const sayLost = (): void => {
        if (gone) return;
        gone = true;
        lost();
      };
      client.on('error', sayLost);
      client.on('end', sayLost);
      client.on('notification', (message) => heard(message.payload ?? ''));
      try {
        await client.connect();
        await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      } catch (error) {
        gone = true;
        await client.end().catch(() => undefined);
        throw error;
      }
      return {
        async probe() {
          if (asked || gone) return;
          asked = true;
          try {
            await client.query('select 1');
          } catch {
            sayLost();
            await client.end().catch(() => undefined);
          } finally {
            asked = false;
          }
        },
        end: async () => {
          gone = true;
          await client.end().catch(() => undefined);
        },
      };
    },
  };
}

/** A client of its own with the pool's settings, not yet connected; the pool keeps its password where a spread does not see it. `answerMs`: the longest a query may take. */
export function clientBeside(pool: pg.Pool, name: string, answerMs: number): pg.Client {
  const { options } = pool;
  return new pg.Client({
    ...options,
    ...(options.password === undefined ? {} : { password: options.password }),
    application_name: name,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
    keepAlive: true,
  });
}
