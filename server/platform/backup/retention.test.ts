import { describe, expect, it } from 'vitest';
import { outdated } from './retention.ts';
import type { BackupEntry } from './manifest.ts';

const backup = (day: string): BackupEntry => ({ id: day, installation: '1', manifest: day, startedAt: `${day}T02:00:00.000Z` });
const now = new Date('2026-11-23T12:00:00Z');
const idsOf = (entries: readonly BackupEntry[]): string[] => entries.map(({ id }) => id);

describe('How long backups are kept', () => {
  const backups = ['2026-10-01', '2026-10-18', '2026-10-20', '2026-11-22'].map(backup);

  it('all of the last days, and the one before them, without which the first of those days could not be restored', () => {
    expect(idsOf(outdated(backups, { days: 35, count: 1 }, now))).toEqual(['2026-10-01']);
  });

  it('never fewer than the count, however old', () => {
    expect(idsOf(outdated(backups, { days: 1, count: 3 }, now))).toEqual(['2026-10-01']);
    expect(idsOf(outdated(backups, { days: 0, count: 0 }, now))).toEqual(['2026-10-01', '2026-10-18', '2026-10-20']);
  });

  it('nothing is removed where everything is young, or nothing is there', () => {
    expect(outdated(backups, { days: 90, count: 1 }, now)).toEqual([]);
    expect(outdated([], { days: 1, count: 2 }, now)).toEqual([]);
  });
});
