import { describe, expect, it } from 'vitest';
import { unreadableRecord } from './recovery-end.ts';

const recovery = (...lines: readonly string[]): string => ['database system was not properly shut down; automatic recovery in progress', 'redo starts at 0/1B3A2C8', ...lines].map((line) => `2026-11-23 09:30:00.000 UTC [7] LOG:  ${line}`).join('\n');
const done = 'redo done at 0/1B4FF50 system usage: CPU: user: 0.00 s, system: 0.00 s, elapsed: 0.02 s';

describe('The end of the database’s log', () => {
  it('is ordinary where it ends in zeros or in a segment used again', () => {
    expect(unreadableRecord(recovery('invalid record length at 0/1B4FF88: expected at least 24, got 0', done))).toBeNull();
    expect(unreadableRecord(recovery('unexpected pageaddr 0/1000000 in WAL segment 000000010000000000000003, LSN 0/3000000, offset 0', done))).toBeNull();
    expect(unreadableRecord('2026-11-23 09:30:00.000 UTC [7] LOG:  database system is ready to accept connections')).toBeNull();
  });

  it('is told of where a record is there and cannot be read', () => {
    const checksum = 'incorrect resource manager data checksum in record at 0/1B4FF50';
    expect(unreadableRecord(recovery(checksum, done))).toBe(checksum);
    expect(unreadableRecord(recovery('redo in progress, elapsed time: 10.00 s, current LSN: 0/1B40000', 'record with incorrect prev-link 0/71B4FF50 at 0/1B4FF88', done))).toContain('prev-link');
    expect(unreadableRecord(recovery('invalid record length at 0/1B4FF88: expected at least 24, got 4', done))).toContain('got 4');
  });

  it('is that of the last recovery, not of one before', () => {
    expect(unreadableRecord(`${recovery('incorrect resource manager data checksum in record at 0/1', done)}\n${recovery('invalid record length at 0/2: expected at least 24, got 0', done)}`)).toBeNull();
  });
});
