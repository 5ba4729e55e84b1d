import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settings, shownSettings, type SettingName } from './setting-table.ts';

const names = Object.keys(settings) as SettingName[];
const readme = readFileSync('README.md', 'utf8');
const table = readme.slice(readme.indexOf('| variable |'), readme.indexOf('\n\n', readme.indexOf('| variable |')));
const backups = readFileSync('docs/how-to/back-up-and-restore.md', 'utf8');

describe('the settings of the process', () => {
  it('stand in the README, or for backups in the guide it leads to; addresses of stand-ins are written by the start itself', () => {
    for (const name of names.filter((one) => !/_STAND_IN_(URL|PEOPLE)$/.test(one))) expect(`${table}${backups}`.includes(`\`${name}\``), name).toBe(true);
  });

  it('are all that the README names', () => {
    const told = table.split('\n').slice(2).flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z0-9_]+)`/g)].map((match) => match[1] ?? ''));
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter((name) => !names.includes(name as SettingName))).toEqual([]);
  });

  it('never show a secret, nor a password in an address', () => {
    const secret = 'f3c1-not-to-be-shown';
    const env = Object.fromEntries(names.map((name) => [name, name === 'BACKUP_S3_ENDPOINT' ? `https://me:${secret}@store.example` : settings[name].isSecret ? secret : '1']));
    const shown = shownSettings(env);
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(shown.filter((one) => one.isSecret).map((one) => [one.value, one.source])).toEqual(shown.filter((one) => one.isSecret).map(() => [null, 'environment']));
    expect(names.filter((name) => /SECRET|PASSWORD|DATABASE_URL/.test(name) && !settings[name].isSecret)).toEqual([]);
  });

  it('say where a value comes from and what wants a second look', () => {
    const of = (env: Record<string, string>, name: SettingName) => shownSettings(env).find((one) => one.name === name);
    expect(of({}, 'PORT')).toEqual({ name: 'PORT', isSecret: false, value: '4010', source: 'default', warning: null });
    expect(of({ PORT: '80' }, 'PORT')).toMatchObject({ value: '80', source: 'environment' });
    expect(of({}, 'BACKUP_TARGET')).toMatchObject({ value: null, source: 'unset', warning: 'setting.no_backup' });
    expect(of({ HOST: '0.0.0.0' }, 'HOST')?.warning).toBe('setting.open_listener');
    expect(of({ PUBLIC_URL: 'http://city.example' }, 'PUBLIC_URL')?.warning).toBe('setting.no_tls');
    expect(of({ PUBLIC_URL: 'https://city.example' }, 'PUBLIC_URL')?.warning).toBeNull();
    expect(of({ YIMEN_DEMO: '1' }, 'STAFF_SECOND_FACTOR')).toMatchObject({ value: 'offered', source: 'default', warning: 'setting.no_second_factor' });
    expect(of({ YIMEN_DEMO: '1', STAFF_SECOND_FACTOR: 'required' }, 'STAFF_SECOND_FACTOR')).toMatchObject({ value: 'required', source: 'environment', warning: null });
    expect(of({}, 'STAFF_SECOND_FACTOR')).toMatchObject({ value: 'required', warning: null });
    expect(of({ BACKUP_KEEP_DAYS: '36' }, 'BACKUP_KEEP_DAYS')?.warning).toBe('setting.backup_outlives_keys');
  });
});
