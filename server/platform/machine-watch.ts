import { say } from '../../contract/language.ts';
import { alarmMessages, type AlarmCode } from '../../contract/messages/alarms.ts';
import { clockGuard } from './db/clock-guard.ts';
import type { DatabaseClock } from './db/clock.ts';
import type { Database } from './db/database.ts';
import { watchFreeSpace, type Disk, type Room } from './files/free-space.ts';

/** What the machine below the server is watched for: its clocks (C-CK-2) and its disks (C-DU-6). */
export interface MachineWatch {
  room(): Room;
  disks(): readonly Disk[];
  /** Codes of what is wrong now, for /health/ready; empty when all is well. */
  warnings(): readonly string[];
  stop(): Promise<void>;
}

/** What is watched. Every alarm is one line to the operator, in English with its code, by `tell`. */
export interface MachineWatchOptions {
  readonly database: Database;
  readonly clock: DatabaseClock;
  readonly folders: readonly string[];
  readonly tell: (line: string) => void;
  readonly onFault: (error: unknown) => void;
}

/** Starts watching, after a first look at everything. */
export async function watchMachine({ database, clock, folders, tell, onFault }: MachineWatchOptions): Promise<MachineWatch> {
  const onAlarm = (code: AlarmCode, params: Readonly<Record<string, string | number>>): void => tell(`${code}: ${say(alarmMessages[code], 'en', params)}`);
  const space = await watchFreeSpace({ folders, onAlarm, onFault });
  const guard = await clockGuard({ pool: database.pool, clock, onAlarm, onFault });
  return {
    room: space.room, disks: space.disks,
    warnings: () => [...(clock.suspect ? ['clock.suspect'] : []), ...(space.room() === 'enough' ? [] : [`storage.${space.room()}`])],
    stop: async () => {
      await guard.stop();
      await space.stop();
    },
  };
}
