import { describe, expect, it } from 'vitest';
import { languages } from '../../../contract/language.ts';
import type { Operations, SettingView } from '../../../contract/operations.ts';
import { csvOf } from '../http/csv.ts';
import { operationsTable } from './table.ts';

const words = (en: string) => ({ 'zh-CN': `简${en}`, 'zh-HK': `繁${en}`, en });
const setting = (name: string, more: Partial<SettingView>): SettingView => ({ name, about: words('about'), isSecret: false, value: null, source: 'environment', file: null, warning: null, ...more });
const told: Operations = {
  startedAt: '2026-11-24T01:00:00.000Z', safe: false, checks: [{ name: 'clock', state: 'bad', words: 'The clock, "ours", is doubted.' }],
  settings: [
    setting('SMS_SIGN_NAME', { value: '=HYPERLINK("http://evil.example")' }), setting('OIDC_CLIENT_ID', { value: '@SUM(1)' }), setting('DATABASE_URL', { isSecret: true }), setting('OIDC_CLIENT_SECRET', { isSecret: true, source: 'unset' }),
    setting('LEDGER_POLICY', { value: '/etc/yimen/policy', file: 'changed', warning: words('look') }), setting('PORT', { value: '4010', source: 'default' }),
  ],
  backup: null, versions: { program: '0.1.0', node: '20.1.0', database: '18.4', migrations: 34, newestMigration: null }, jobs: { waiting: 3, due: 2, givenUp: 1 }, outbox: { waiting: 0, due: 0, oldestAt: null }, admission: { underWay: 1, most: 256 },
  disks: [{ folder: '-data', freeBytes: 10, bytes: 100, room: 'no_uploads' }], logs: [{ log: 'cases', size: 9, waiting: 0, signedAt: null, witnesses: 0, witnessesAsked: 0, stoppedWhy: '+behind' }], sessions: { resident: 1, staff: 2 },
  databaseBytes: 7, withheld: 4, calendar: { version: 'cn-1', lastDay: '2027-12-31' }, unverifiedLaw: 5,
};

describe('the settings page as a table', () => {
  it('has five columns in every row and no word left open, in each language', () => {
    for (const language of languages) {
      const rows = operationsTable(told, language);
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([5]));
      expect(rows.flat().filter((cell) => /\{\w+\}/.test(String(cell)))).toEqual([]);
    }
    expect(operationsTable(told, 'zh-HK')[0]).toEqual(['部分', '名稱', '值', '來自', '請留意']);
  });

  it('tells of a secret only whether it is set, and of a file that it is no longer what was read', () => {
    const row = (name: string) => operationsTable(told, 'en').find((one) => one[1] === name);
    expect(row('DATABASE_URL')).toEqual(['Settings', 'DATABASE_URL', 'Set, not shown', 'Environment', '']);
    expect(row('OIDC_CLIENT_SECRET')).toEqual(['Settings', 'OIDC_CLIENT_SECRET', 'Not set', 'Not set', '']);
    expect(row('LEDGER_POLICY')).toEqual(['Settings', 'LEDGER_POLICY', '/etc/yimen/policy', 'Environment', 'look File changed since the start: it counts after the next start']);
    expect(row('PORT')).toEqual(['Settings', 'PORT', '4010', 'Default', '']);
    expect(row('Clock')).toEqual(['Health', 'Clock', 'Wrong', '', 'The clock, "ours", is doubted.']);
    expect(row('Out of tries')).toEqual(['Figures', 'Out of tries', 1, '', '']);
  });

  it('opens in a spreadsheet without a formula in it, whatever an operator or the machine wrote', () => {
    const file = csvOf(operationsTable(told, 'en')).toString('utf8');
    expect(file).toContain(`Settings,SMS_SIGN_NAME,"'=HYPERLINK(""http://evil.example"")",Environment,\r\n`);
    for (const cell of [`'@SUM(1)`, `'-data`, `'+behind`]) expect(file).toContain(`,${cell}`);
    expect(file.split(/,|\r\n/).filter((cell) => /^[=+@]|^-\D/.test(cell))).toEqual([]);
  });
});
