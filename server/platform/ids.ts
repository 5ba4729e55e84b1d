import { createHash } from 'node:crypto';
import { randomPart } from './crypto/random.ts';
import { formatId, idFromDigest, idMilliseconds, type Id } from '../kernel/ids.ts';

let lastMs = 0;
let counter = 0;

/** A new UUID version 7 (RFC 9562 §5.7), increasing within the process: 12 bits of counter behind the millisecond (method 1 of §6.2). */
export function newId(): Id {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    counter = randomPart(2).readUInt16BE(0) & 0x7ff;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
  }
  const bytes = randomPart(16);
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return formatId(bytes);
}

/**
 * The id of the matter that a filing with this command id makes, the same on every try of the same actor. The time part comes from the
 * command id when the client made it as version 7 within the last day; otherwise from `nowMs` of the day, so that a retry within the
 * day still names the same matter.
 */
export function filedMatterId(actorId: string, commandId: Id, nowMs: number): Id {
  const day = 86_400_000;
  const made = idMilliseconds(commandId);
  const milliseconds = made !== undefined && Math.abs(made - nowMs) < day ? made : Math.floor(nowMs / day) * day;
  return idFromDigest(createHash('sha256').update(`${actorId}\n${commandId}`).digest(), milliseconds);
}

/** An id that follows from what it is for, the same whenever it is asked again (RFC 9562 §5.8, version 8 over SHA-256): for work that may run twice and must count once. */
export function derivedId(purpose: string): Id {
  const bytes = createHash('sha256').update(purpose).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return formatId(bytes);
}
