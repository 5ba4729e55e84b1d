import { expect, it } from 'vitest';
import { languages } from '../../../contract/language.ts';
import { operationsWords } from '../../../contract/messages/operations.ts';
import type { LogView, Operations } from '../../../contract/operations.ts';
import { speaker } from '../../ui/speak.ts';
import { figureLines, logLine } from './figure-lines.ts';

const told: Operations = {
  startedAt: '2026-11-24T01:00:00.000Z', safe: true, checks: [], settings: [], disks: [], logs: [],
  backup: { shippedUntil: '2026-11-24T01:59:00.000Z', waitingFiles: 2, waitingBytes: 33_554_432, lastBackupAt: null, failure: 'refused' },
  versions: { program: '0.1.0', node: '20.1.0', database: '18.4', migrations: 34, newestMigration: '0034-what.sql' },
  jobs: { waiting: 0, due: 0, givenUp: 0 }, outbox: { waiting: 3, due: 1, oldestAt: '2026-11-23T16:30:00.000Z' }, admission: { underWay: 1, most: 256 },
  sessions: { resident: 1234, staff: 5 }, databaseBytes: 40_000_000_000, withheld: 0, calendar: { version: 'cn-1', lastDay: '2027-12-31' }, unverifiedLaw: 2,
};
const today = '2026-11-24';

it('every figure is told in words of each language, with no word left open and none missing', () => {
  for (const language of languages) {
    const lines = figureLines(told, speaker(operationsWords, language), language, today);
    expect(new Set(lines.map(([name]) => name)).size).toBe(lines.length);
    for (const line of lines) for (const text of line) expect(text).toMatch(/^[^{}]+$/);
  }
});

it('dates are Shenzhen’s, sizes are in words, and what is not there is said', () => {
  const lines = new Map(figureLines(told, speaker(operationsWords, 'en'), 'en', today));
  expect(lines.get('Messages to outside systems')).toBe('3 waiting, 1 of them due, oldest 24 November 00:30');
  expect(lines.get('Size of the database')).toBe('37.3 GB');
  expect(lines.get('Newest whole backup')).toBe('None');
  expect(lines.get('Everything shipped until')).toBe('24 November 09:59');
  expect(lines.get('Waiting to be shipped')).toBe('Files: 2, 32.0 MB');
  expect(lines.get('Backup failed')).toBe('refused');
  expect(lines.get('Residents signed in')).toBe('1,234');
  expect([...new Map(figureLines({ ...told, backup: null }, speaker(operationsWords, 'en'), 'en', today)).keys()]).not.toContain('Backup failed');
});

it('a log says how much of it is signed, that it never was, or why it stopped', () => {
  const say = speaker(operationsWords, 'en');
  const log: LogView = { log: 'cases', size: 1530, waiting: 4, signedAt: '2026-11-24T01:00:00.000Z', witnesses: 2, witnessesAsked: 3, stoppedWhy: null };
  expect(logLine(log, say, 'en', today)).toBe('1,530 entries, 4 unsigned; signed 24 November 09:00, witnesses 2 of 3');
  expect(logLine({ ...log, signedAt: null }, say, 'en', today)).toBe('1,530 entries, 4 unsigned; not signed yet');
  expect(logLine({ ...log, stoppedWhy: 'inconsistent' }, say, 'en', today)).toBe('Stopped: inconsistent');
});
