import { describe, expect, it } from 'vitest';
import { isAlive, isDueToBeSeen, sessionEnd, type SessionKind } from './session-life.ts';

const opened = '2026-11-23T01:00:00.000Z';
const after = (ms: number): string => new Date(Date.parse(opened) + ms).toISOString();
const hour = 3_600_000;

describe('a session (C-ID-2)', () => {
  it.each<[SessionKind, number]>([['newcomer', hour / 2], ['resident', hour / 2], ['staff', hour]])('of a %s lives to the last millisecond of its idle time', (kind, idleMs) => {
    const session = { kind, seenAt: opened, expiresAt: sessionEnd(kind, opened) };
    expect([idleMs - 1, idleMs].map((ms) => isAlive(session, after(ms)))).toEqual([true, false]);
  });

  it.each<[SessionKind, number]>([['newcomer', 24 * hour], ['resident', 24 * hour], ['staff', 12 * hour]])('of a %s ends however much it is used', (kind, mostMs) => {
    const end = sessionEnd(kind, opened);
    expect(end).toBe(after(mostMs));
    const used = { kind, seenAt: after(mostMs - 60_000), expiresAt: end };
    expect([mostMs - 1, mostMs].map((ms) => isAlive(used, after(ms)))).toEqual([true, false]);
  });

  it('has its use written from the sixtieth second on', () => {
    const session = { kind: 'staff', seenAt: opened, expiresAt: sessionEnd('staff', opened) } as const;
    expect([59_999, 60_000].map((ms) => isDueToBeSeen(session, after(ms)))).toEqual([false, true]);
  });
});
