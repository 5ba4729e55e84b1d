import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { settings, shownSettings, type Environment } from './setting-table.ts';

const read = (env: Environment) => readConfig(env, '/srv/yimen');
const traces = (env: Environment) => {
  const answer = read(env);
  return answer.ok ? answer.config.traces : answer;
};
const collector = 'https://collector.example:4318/v1/traces';

describe('what an operator sets for traces', () => {
  it('is nothing unless an address is given: a share alone sends nowhere', () => {
    expect([traces({}), traces({ TRACES_URL: '' }), traces({ TRACES_RATIO: '0.5' })]).toEqual([undefined, undefined, undefined]);
  });

  it('is the whole address, and a share from none to all, all where nothing is said', () => {
    expect(traces({ TRACES_URL: collector })).toEqual({ url: collector, ratio: 1 });
    for (const [given, ratio] of [['0', 0], ['0.05', 0.05], ['0.000001', 0.000001], ['1', 1], ['1.0', 1], ['', 1]] as const) expect(traces({ TRACES_URL: 'http://127.0.0.1:4318/v1/traces', TRACES_RATIO: given }), given).toMatchObject({ ratio });
  });

  it('is refused by name where it cannot be used, also where it would send nowhere', () => {
    for (const value of ['collector', '4318', 'ftp://collector.example/', 'file:///etc/passwd', 'javascript:1', ' ']) expect(traces({ TRACES_URL: value }), value).toEqual({ ok: false, setting: 'TRACES_URL', value });
    for (const value of ['2', '1.1', '-0.1', '.5', '50%', '1e-3', 'all', 'NaN', '0.0000001']) expect(traces({ TRACES_RATIO: value }), value).toEqual({ ok: false, setting: 'TRACES_RATIO', value });
  });
});

describe('a start', () => {
  it('with a setting that cannot be used ends before it opens anything, and names the setting', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'server/main.ts'], { encoding: 'utf8', timeout: 170_000, env: { PATH: process.env.PATH, YIMEN_DATA: '/nowhere/yimen', TRACES_URL: collector, TRACES_RATIO: '2' } });
    expect([status, stdout, stderr.split('\n').filter((line) => line.includes('cannot be used'))]).toEqual([1, '', ['Setting TRACES_RATIO cannot be used: "2"']]);
  }, 180_000);
});

describe('every setting that is read as something', () => {
  it('is refused by name where it cannot be read so, and nothing else stops the start', () => {
    const wrong: Environment = {
      PORT: '65536', DATABASE_POOL: '2', YIMEN_DEMO_SEED: 'one', YIMEN_DEMO_SIZE: 'huge', CRYPTO: 'none', STAFF_SECOND_FACTOR: 'never', PUBLIC_URL: 'city', OIDC_ISSUER: 'city', OIDC_STAFF_SECOND_FACTOR: 'amr:', METRICS_PORT: '9464a', LOG_FORM: 'xml',
    };
    for (const [setting, value] of Object.entries(wrong)) expect(read({ [setting]: value }), setting).toEqual({ ok: false, setting, value });
    expect(read({}).ok).toBe(true);
  });

  it('stands as if it were not there where it is empty, and is shown so: an empty HOST listens to this machine alone', () => {
    const empty: Environment = Object.fromEntries(Object.keys(settings).map((name) => [name, '']));
    expect(read(empty)).toEqual(read({}));
    expect(shownSettings(empty)).toEqual(shownSettings({}));
    expect(read({ HOST: '' })).toMatchObject({ ok: true, config: { host: '127.0.0.1', publicUrl: 'http://127.0.0.1:4010', dataFolder: '/srv/yimen/var', databaseUrl: undefined } });
    const sms = { SMS_ENDPOINT: 'https://sms.example/' };
    expect(read({ ...empty, ...sms })).toEqual(read(sms));
    const city = { OIDC_ISSUER: 'https://city.example/' };
    expect(read({ ...empty, ...city })).toEqual(read(city));
  });
});
