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
