import { sql } from 'kysely';
import type { Instant } from '../../kernel/instant.ts';
import { secondsToWait, subscriberOf, type Tried, type TryLimit } from '../../kernel/tries.ts';
import { linkSignature, type Keys } from '../crypto/index.ts';
import type { DatabaseClock } from './clock.ts';
import type { Handle } from './database.ts';

/** Counts of what may be tried only so often; shared by all processes. What is counted is kept as a keyed hash. */
export interface Tries {
  /** Counts a try of `who`; the seconds to wait when it is one too many, else 0. */
  tooOften(limit: TryLimit, who: string): Promise<number>;
  /** As tooOften, for a network address: all addresses of one subscriber count together. */
  tooOftenFrom(limit: TryLimit, address: string): Promise<number>;
  /** Seconds to wait before this address may try again, 0 when it may; counts and writes nothing. */
  waitFrom(limit: TryLimit, address: string): Promise<number>;
  /** Takes back every try of `who`. */
  forgive(limit: TryLimit, who: string): Promise<void>;
}

/** The counts over the database. */
export function triesOver(handle: Handle, keys: Keys, clock: DatabaseClock): Tries {
  const subjectOf = (limit: TryLimit, who: string): Buffer => Buffer.from(linkSignature(keys, `tries\n${limit.name}\n${who}`), 'base64url');
  const tooOften: Tries['tooOften'] = async (limit, who) => {
    const at = clock.now();
    return secondsToWait(limit, await countTry(handle, limit, subjectOf(limit, who), at), at);
  };
  return {
    tooOften,
    tooOftenFrom: (limit, address) => tooOften(limit, subscriberOf(address)),
    async waitFrom(limit, address) {
      const at = clock.now();
      const tried = await findTries(handle, limit, subjectOf(limit, subscriberOf(address)), at);
      return tried ? secondsToWait(limit, { ...tried, tries: tried.tries + 1 }, at) : 0;
    },
    forgive: async (limit, who) => {
      await sql`delete from platform.tries where subject = ${subjectOf(limit, who)}`.execute(handle);
    },
  };
}

/** Counts a try in its window, atomically; see kernel/tries.ts for when the window begins. */
async function countTry(handle: Handle, limit: TryLimit, subject: Buffer, at: Instant): Promise<Tried> {
  const over = sql`t.window_from <= ${at}::timestamptz - ${limit.seconds} * interval '1 second'`;
  const { rows } = await sql<{ tries: number; window_from: Instant }>`
    insert into platform.tries as t (subject, tries, window_from) values (${subject}, 1, ${at})
    on conflict on constraint tries_pkey do update set
      tries = case when ${over} then 1 else t.tries + 1 end,
      window_from = case when ${over} or (${limit.restartsAtMost} and t.tries + 1 = ${limit.most}) then ${at}::timestamptz else t.window_from end
    returning tries, window_from`.execute(handle);
  const row = rows[0];
  if (!row) throw new Error(`a try of ${limit.name} was not counted`);
  return { tries: row.tries, windowFrom: row.window_from };
}

/** The count of a window that is not over. */
async function findTries(handle: Handle, limit: TryLimit, subject: Buffer, at: Instant): Promise<Tried | undefined> {
  const { rows } = await sql<{ tries: number; window_from: Instant }>`
    select tries, window_from from platform.tries where subject = ${subject} and window_from > ${at}::timestamptz - ${limit.seconds} * interval '1 second'`.execute(handle);
  return rows[0] && { tries: rows[0].tries, windowFrom: rows[0].window_from };
}

/** Forgets counts whose window began before that moment; longer than any window, or a lock would end early. */
export async function forgetTriesBefore(handle: Handle, before: Instant): Promise<void> {
  await sql`delete from platform.tries where window_from < ${before}`.execute(handle);
}
