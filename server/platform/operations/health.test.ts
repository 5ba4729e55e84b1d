import { describe, expect, it } from 'vitest';
import { languages } from '../../../contract/language.ts';
import type { ShippingState } from '../backup/index.ts';
import type { LogHealth } from '../ledger/log/index.ts';
import { checksInWords, openHealth, type HealthSources } from './health.ts';

const now = Date.UTC(2026, 10, 23, 12);
const log: LogHealth = { log: 'cases', origin: 'city.example/cases/v1', size: 9, waiting: 0, checkpoint: { size: 9, signedAt: '2026-11-23T11:59:50.000Z', witnesses: 2 }, witnessesAsked: 3, stoppedWhy: null, stoppedAt: null, faults: [] };
const shipped: ShippingState = { shippedUntil: '2026-11-23T11:59:55.000Z', waitingFiles: 0, waitingBytes: 0, waitingSeconds: 0, lastBackup: { id: 'b', endedAt: '2026-11-23T02:00:00.000Z' }, failure: null };
const well: HealthSources = { isWritable: async () => true, clockSuspect: () => false, room: () => 'enough', logs: async () => [log], quorum: 2, backup: () => shipped, nowMs: () => now };

const badOf = async (other: Partial<HealthSources>): Promise<readonly string[]> => {
  const { safe, checks } = await openHealth({ ...well, ...other }).look();
  const bad = checks.filter((check) => check.state === 'bad').map((check) => check.name);
  expect(safe).toBe(bad.length === 0);
  return bad;
};

describe('whether it is safe to accept (C-AV-3)', () => {
  it('is, while everything is in order; what is not set up is said and does not count', async () => {
    expect(await badOf({})).toEqual([]);
    const { safe, checks } = await openHealth({ ...well, quorum: 0, backup: () => null }).look();
    expect([safe, checks.filter((check) => check.state === 'off').map((check) => check.name)]).toEqual([true, ['witnesses', 'backup']]);
  });

  it('is not, on each of the six alone', async () => {
    expect(await badOf({ isWritable: async () => false })).toEqual(['database']);
    expect(await badOf({ isWritable: () => Promise.reject(new Error('cut')) })).toEqual(['database']);
    expect(await badOf({ clockSuspect: () => true })).toEqual(['clock']);
    expect(await badOf({ room: () => 'no_uploads' })).toEqual(['storage']);
    expect(await badOf({ logs: async () => [log, { ...log, log: 'access', origin: 'city.example/access/v1', stoppedWhy: 'behind' }] })).toEqual(['ledger']);
    expect(await badOf({ logs: async () => [{ ...log, faults: ['witness_timeout north', 'witness_timeout south'] }] })).toEqual(['witnesses']);
    expect(await badOf({ logs: async () => [{ ...log, checkpoint: { size: 9, signedAt: '2026-11-23T11:40:00.000Z', witnesses: 1 } }] })).toEqual(['witnesses']);
    expect(await badOf({ backup: () => ({ ...shipped, failure: 'refused' }) })).toEqual(['backup']);
    expect(await badOf({ backup: () => ({ ...shipped, lastBackup: { id: 'b', endedAt: '2026-11-21T10:00:00.000Z' } }) })).toEqual(['backup']);
    expect(await badOf({ backup: () => ({ ...shipped, waitingSeconds: 601 }) })).toEqual(['backup']);
  });

  it('forgives a checkpoint that is too young for its witnesses, and one witness of three that is away', async () => {
    expect(await badOf({ logs: async () => [{ ...log, checkpoint: { size: 9, signedAt: '2026-11-23T11:59:50.000Z', witnesses: 0 } }] })).toEqual([]);
    expect(await badOf({ logs: async () => [{ ...log, faults: ['witness_timeout north'] }] })).toEqual([]);
  });

  it('names the log that stopped, in a sentence of each language', async () => {
    const { checks } = await openHealth({ ...well, logs: async () => [{ ...log, stoppedWhy: 'inconsistent' }] }).look();
    for (const language of languages) {
      const told = checksInWords(checks, language).find((one) => one.name === 'ledger');
      expect(told?.words).toContain('city.example/cases/v1');
      expect(told?.words).not.toContain('{');
    }
  });

  it('asks the database once a second however many ask', async () => {
    let asked = 0;
    const health = openHealth({ ...well, isWritable: async () => (asked += 1) > 0 });
    await Promise.all(Array.from({ length: 50 }, () => health.look()));
    expect(asked).toBe(1);
  });
});
