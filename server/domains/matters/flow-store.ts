import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import { endOfLocalDay, type Instant, type LocalDay } from '../../kernel/instant.ts';
import { newDataKey, wrapKey, type DataKey, type Keys } from '../../platform/crypto/index.ts';
import type { Entry } from '../../platform/db/batch-writer.ts';
import type { Handle } from '../../platform/db/database.ts';
import { dataKeyOf } from '../../platform/db/load-state.ts';
import { timersOf } from './evolve-flow.ts';
import { timerDueOn, type FlowTimer } from './matter-flow.ts';
import type { Matter } from './matter.ts';

/** Timers that still have to ring: an ended matter waits for none. */
const running = (matter: Matter | null): readonly FlowTimer[] => (matter && matter.endedAt === null ? timersOf(matter).filter((timer) => timer.state === 'running') : []);

/** The rows of what a process waits for beside people (migration 0011): timers that began, moved or ended, and the bundle this matter is a part of. */
export function flowRows(matterId: Id, state: Matter, before: Matter | null): Entry {
  const [now, then] = [running(state), running(before)];
  const known = new Map(then.map((timer) => [timer.timerId, JSON.stringify(timer.clock)]));
  return {
    timers: now.filter((timer) => known.get(timer.timerId) !== JSON.stringify(timer.clock))
      .map((timer) => ({ matter_id: matterId, timer_id: timer.timerId, due_on: timerDueOn(timer), due_at: timer.clock.dueAt ?? endOfLocalDay(timerDueOn(timer)) })),
    timers_ended: then.filter((timer) => !now.some((other) => other.timerId === timer.timerId)).map((timer) => ({ matter_id: matterId, timer_id: timer.timerId })),
    part_of: state.parent && !before ? [{ matter_id: matterId, parent_id: state.parent.matterId }] : [],
  };
}

/** Queues the ringing of timers whose moment is over, at most `most`; answers how many. */
export async function ringTimers(handle: Handle, at: Instant, most: number): Promise<number> {
  const { rows } = await sql<{ rung: number }>`select matters.ring_timers(${at}, ${most}) as rung`.execute(handle);
  return rows[0]?.rung ?? 0;
}

/** Matters with a running timer that reaches a day or goes beyond it, by id after `after`. */
export async function reachedTimers(handle: Handle, firstDay: LocalDay, after: Id | undefined, most: number): Promise<readonly Id[]> {
  const { rows } = await sql<{ matter_id: Id }>`
    select distinct t.matter_id from matters.timers t where t.due_on >= ${firstDay} and t.matter_id > ${after ?? '00000000-0000-0000-0000-000000000000'} order by t.matter_id limit ${most}`.execute(handle);
  return rows.map((row) => row.matter_id);
}

/** The data key of a matter that is to be filed: made once and kept before anything is sealed with it, so that a second try finds the files of the first. */
export async function keepDataKey(handle: Handle, keys: Keys, ownerId: Id): Promise<DataKey> {
  const fresh = newDataKey(keys);
  await sql`insert into platform.data_keys (owner_id, wrapped) values (${ownerId}, ${wrapKey(keys, ownerId, fresh)}) on conflict (owner_id) do nothing`.execute(handle);
  const { rows } = await sql<{ wrapped: Buffer }>`select k.wrapped from platform.data_keys k where k.owner_id = ${ownerId}`.execute(handle);
  const kept = rows[0];
  if (!kept) throw new Error(`data key of ${ownerId} was not kept`);
  return dataKeyOf(keys, ownerId, kept.wrapped);
}

/** The present state of matters by their ids, at most 200: parts of a bundle, or the bundle of a part. */
export async function statesOf(handle: Handle, matterIds: readonly Id[]): Promise<ReadonlyMap<Id, Matter>> {
  if (matterIds.length === 0) return new Map();
  const { rows } = await sql<{ matter_id: Id; state: Matter }>`select m.matter_id, m.state from matters.matters m where m.matter_id = any(${matterIds}) order by m.matter_id limit 200`.execute(handle);
  return new Map(rows.map((row) => [row.matter_id, row.state]));
}
