import { mkdirSync } from 'node:fs';
import { open, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { MessageParams } from '../../../contract/language.ts';
import type { AlarmCode } from '../../../contract/messages/alarms.ts';
import { everySeconds } from '../jobs/every.ts';

/** What there is room for (C-DU-6): files are refused first, then every act; what is stored can always be read. */
export type Room = 'enough' | 'no_uploads' | 'no_writes';

/** The disk below a folder, in bytes. */
export interface Disk {
  readonly folder: string;
  readonly freeBytes: number;
  readonly bytes: number;
  readonly room: Room;
}

/** Watches the disks that are written to. */
export interface FreeSpace {
  /** As of the last look. */
  room(): Room;
  /** Each folder's disk as of the last look. */
  disks(): readonly Disk[];
  /** One look; a timer does it every second. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** Which folders' disks; the reserve lies in the first. */
export interface FreeSpaceOptions {
  readonly folders: readonly string[];
  readonly onAlarm: (code: Extract<AlarmCode, `storage.${string}`>, params: MessageParams) => void;
  readonly onFault: (error: unknown) => void;
}

const mebibyte = 1_048_576;

/**
 * Free bytes below which a disk of this size takes no more files, and no more acts. C-DU-6 names 2 GiB and 10 %; the smaller of the two, or a large
 * disk would stand still with hundreds of gibibytes free. A quarter of it is kept for the database to end what it has begun; never less than
 * three segments of its log (16 MiB each), without which it stops in the middle.
 */
export function needOf(diskBytes: number): { readonly uploads: number; readonly writes: number } {
  const wanted = Math.min(2_048 * mebibyte, diskBytes / 10);
  const writes = Math.max(wanted / 4, 48 * mebibyte);
  return { writes, uploads: Math.max(wanted, 2 * writes) };
}

/** How much must be free beyond the bound before what was refused is taken again: so that it does not go to and fro. */
const again = 1.1;

/** The judgement over one disk: `before` is what it was at the last look. */
export function roomOf(freeBytes: number, diskBytes: number, before: Room): Room {
  const need = needOf(diskBytes);
  if (freeBytes < need.writes * (before === 'no_writes' ? again : 1)) return 'no_writes';
  return freeBytes < need.uploads * (before === 'enough' ? 1 : again) ? 'no_uploads' : 'enough';
}

const worse: Readonly<Record<Room, number>> = { enough: 0, no_uploads: 1, no_writes: 2 };

/** A file that an operator can delete in need, when nothing else on the disk may go. */
const reserve = { name: 'reserve', bytes: 256 * mebibyte, afterMs: 600_000 };

/** Starts watching, after a first look. The reserve is laid down by itself when the server has run for ten minutes and there is plenty of room. */
export async function watchFreeSpace({ folders, onAlarm, onFault }: FreeSpaceOptions): Promise<FreeSpace> {
  const disks = new Map<string, Disk>();
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  let now: Room = 'enough';
  const look = async (): Promise<void> => {
    let worst: { room: Room; folder: string; free: number } = { room: 'enough', folder: folders[0] ?? '', free: 0 };
    for (const folder of folders) {
      const disk = await statfs(folder);
      const free = disk.bavail * disk.bsize;
      const room = roomOf(free, disk.blocks * disk.bsize, disks.get(folder)?.room ?? 'enough');
      disks.set(folder, { folder, freeBytes: free, bytes: disk.blocks * disk.bsize, room });
      if (worst.free === 0 || worse[room] > worse[worst.room]) worst = { room, folder, free };
    }
    if (worst.room === now) return;
    now = worst.room;
    onAlarm(`storage.${now}`, { freeMegabytes: Math.floor(worst.free / mebibyte), folder: worst.folder, reserve: join(folders[0] ?? '', reserve.name) });
  };
  await look();
  const looking = everySeconds(1, look, onFault);
  const laying = setTimeout(() => void layReserve(folders[0] ?? '').catch(onFault), reserve.afterMs).unref();
  return {
    room: () => now, disks: () => [...disks.values()], look,
    stop: () => {
      clearTimeout(laying);
      return looking.stop();
    },
  };
}

/** Lays the reserve down where it is not there and there is plenty of room; answers whether it did. Whole or not at all. */
export async function layReserve(folder: string, bytes = reserve.bytes): Promise<boolean> {
  const place = join(folder, reserve.name);
  const disk = await statfs(folder);
  const isThere = await stat(place).then(() => true, () => false);
  if (isThere || disk.bavail * disk.bsize < 4 * bytes + needOf(disk.blocks * disk.bsize).uploads) return false;
  const making = `${place}.making`;
  await rm(making, { force: true });
  const file = await open(making, 'wx', 0o600);
  try {
    const piece = Buffer.alloc(Math.min(bytes, mebibyte));
    for (let written = 0; written < bytes; written += piece.length) await file.write(piece, 0, Math.min(piece.length, bytes - written));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(making, place);
  return true;
}
