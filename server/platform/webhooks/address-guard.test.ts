import { describe, expect, it } from 'vitest';
import { faultOfEndpoint, faultOfIp, guardedLookup } from './address-guard.ts';

describe('an address of an outside system', () => {
  it.each([
    ['169.254.169.254', 'forbidden_address', 'forbidden_address'], ['0.0.0.0', 'forbidden_address', 'forbidden_address'], ['224.0.0.1', 'forbidden_address', 'forbidden_address'], ['fe80::1', 'forbidden_address', 'forbidden_address'],
    ['::', 'forbidden_address', 'forbidden_address'], ['64:ff9b::a00:1', 'forbidden_address', 'forbidden_address'], ['::ffff:169.254.169.254', 'forbidden_address', 'forbidden_address'],
    ['10.1.2.3', 'inner_address', undefined], ['172.31.255.255', 'inner_address', undefined], ['192.168.1.1', 'inner_address', undefined], ['127.0.0.1', 'inner_address', undefined], ['::1', 'inner_address', undefined],
    ['fd12::1', 'inner_address', undefined], ['::ffff:10.0.0.1', 'inner_address', undefined], ['100.64.0.1', 'inner_address', undefined], ['8.8.8.8', undefined, undefined], ['2606:4700::1111', undefined, undefined],
    ['172.32.0.1', undefined, undefined], ['no ip', 'not_an_address', 'not_an_address'],
  ])('%s is %s outside and %s on the inner network', (ip, outside, inside) => {
    expect(faultOfIp(ip, 'public')).toBe(outside);
    expect(faultOfIp(ip, 'private')).toBe(inside);
  });

  it.each([
    ['https://mz.example.gov.cn/yimen', undefined], ['http://mz.example.gov.cn/', 'https_needed'], ['https://user:word@example.gov.cn/', 'has_credentials'], ['https://localhost/', 'inner_address'], ['https://intranet/', 'inner_address'],
    ['https://127.0.0.1/', 'inner_address'], ['https://2130706433/', 'inner_address'], ['https://0x7f.1/', 'inner_address'], ['https://[::1]/', 'inner_address'], ['ftp://example.gov.cn/', 'not_an_address'], ['file:///etc/passwd', 'not_an_address'],
    ['https://example.gov.cn/#part', 'not_an_address'], ['https://example.gov.cn/?a=1', 'not_an_address'], ['nonsense', 'not_an_address'],
  ])('%s outside: %s', (text, fault) => {
    expect(faultOfEndpoint(text, 'public')).toBe(fault);
  });

  it('on the inner network may be without TLS and a name without a dot, but never the metadata of a cloud', () => {
    for (const text of ['http://10.0.0.5:8080/yimen', 'http://mz/', 'http://127.0.0.1:4000/']) expect(faultOfEndpoint(text, 'private')).toBeUndefined();
    expect(faultOfEndpoint('http://169.254.169.254/latest', 'private')).toBe('forbidden_address');
  });

  it('is judged by what its name resolves to when it is connected to', async () => {
    const ask = (network: 'public' | 'private') => new Promise((done) => guardedLookup(network)('localhost', { all: true }, (error, addresses) => done(error?.code ?? addresses)));
    expect(await ask('public')).toBe('ADDRESS_GUARD');
    expect(await ask('private')).toEqual(expect.arrayContaining([expect.objectContaining({ family: expect.any(Number) as number })]));
  });
});
