import { describe, expect, test } from 'vitest';
import { addressOf, readAddress, type Address } from './address.ts';

const search = (address: string): string => address.split('?')[1] ?? '';

describe('The address of a supervisor’s screen', () => {
  test('leads back to what was looked at', () => {
    const wanted: Partial<Address> = { view: 'five', list: { of: 'matters', figure: 'sunshine', side: 'gap' }, from: '2026-01', to: '2026-11', item: 'YM-07-0003-01', channel: 'window' };
    expect(readAddress(search(addressOf('440303', wanted)))).toMatchObject(wanted);
    expect(addressOf('440303', { list: { of: 'running', light: 'red' } })).toBe('/supervision/440303?list=red');
    expect(readAddress('list=filed_today').list).toEqual({ of: 'filed_today' });
  });

  test('of one’s own place with nothing asked for is the plain one', () => {
    expect(addressOf(undefined)).toBe('/supervision');
    expect(addressOf('440300')).toBe('/supervision/440300');
  });

  test('leaves out what it does not know, so that an old link never fails', () => {
    expect(readAddress('view=map&list=purple&from=2026-13&channel=fax&rule=S-1&severity=blue&matter=1')).toEqual({
      view: 'overview', list: null, from: null, to: null, item: null, channel: null, rule: null, severity: null, matter: null,
    });
    expect(readAddress('list=matters.sunshine').list).toBeNull();
  });
});
