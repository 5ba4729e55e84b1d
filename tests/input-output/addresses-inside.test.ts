import type { lookup, LookupAddress } from 'node:dns';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { faultOfEndpoint, faultOfIp, guardedLookup, isGuardError } from '../../server/platform/webhooks/address-guard.ts';
import { send } from '../../server/platform/webhooks/send.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const one of servers.splice(0)) await new Promise((done) => one.close(done));
});

/** A receiver on this machine; counts who came. */
async function receiver(answer: (port: number) => { status: number; location?: string }): Promise<{ port: number; came: () => number }> {
  let came = 0;
  const server = createServer((_request, response) => {
    came += 1;
    const { status, location } = answer(port);
    response.writeHead(status, location === undefined ? {} : { location }).end();
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { port, came: () => came };
}

/** A resolver that answers each question with the next of these. */
function resolver(...answers: readonly (readonly string[])[]): { ask: typeof lookup; asked: () => number } {
  let asked = 0;
  const ask = (_name: string, _options: unknown, done: (error: null, addresses: LookupAddress[]) => void): void => {
    const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    done(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  };
  return { ask: ask as unknown as typeof lookup, asked: () => asked };
}

describe('A receiver that would have us call inside (S-12, C-IN-6)', () => {
  it.each([
    'https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://017700000001/', 'https://0177.0.0.1/', 'https://0x7f000001/', 'https://0x7f.0.0.1/', 'https://①②⑦.0.0.1/', 'https://127。0。0。1/', 'https://127.0.0.1./', 'https://localhost/',
    'https://localhost./', 'https://LOCALHOST/', 'https://a.localhost./', 'https://intranet./', 'https://0/', 'https://0.0.0.0/', 'https://[::]/', 'https://[::1]/', 'https://[0:0:0:0:0:0:0:1]/', 'https://[::ffff:127.0.0.1]/', 'https://[::ffff:7f00:1]/',
    'https://[::127.0.0.1]/', 'https://[64:ff9b::127.0.0.1]/', 'https://[64:ff9b:1::a00:1]/', 'https://[2002:7f00:1::]/', 'https://[2001:0:7f00:1::]/', 'https://[fe80::1]/', 'https://[fd00::1]/', 'https://[fec0::1]/', 'https://[ff02::1]/', 'https://[100::1]/', 'https://[2001:db8::1]/',
    'https://10.0.0.1/', 'https://167772161/', 'https://172.16.0.1/', 'https://192.168.0.1/', 'https://100.64.0.1/', 'https://169.254.169.254/latest/meta-data/', 'https://2852039166/', 'https://0xa9fea9fe/', 'https://[::ffff:169.254.169.254]/', 'https://100.100.100.200/',
    'https://198.18.0.1/', 'https://192.88.99.1/', 'https://255.255.255.255/', 'https://user@10.0.0.1/', 'gopher://127.0.0.1/', 'file:///etc/passwd',
  ])('is not registered at %s', (text) => {
    expect(faultOfEndpoint(text, 'public')).toBeTruthy();
  });

  it.each(['169.254.169.254', '::ffff:169.254.169.254', '::ffff:a9fe:a9fe', '64:ff9b::a9fe:a9fe', '64:ff9b:1::a9fe:a9fe', '2002:a9fe:a9fe::1', '::a9fe:a9fe', 'fe80::1%eth0', '0.0.0.0', '::'])('is not called at %s on the inner network either', (ip) => {
    expect(faultOfIp(ip, 'private')).toBe('forbidden_address');
  });

  it('answers outside when it is judged and inside when it is called: it is asked once, and called where it was judged', async () => {
    const inside = await receiver(() => ({ status: 200 }));
    // 192.0.2.… and the like are inner for us; 8.8.8.8 is an address outside, at a port of this machine where nobody answers within a moment.
    const { ask, asked } = resolver(['8.8.8.8'], ['127.0.0.1']);
    const connected = await new Promise<readonly LookupAddress[]>((done, failed) => guardedLookup('public', ask)('mz.example.gov.cn', { all: true }, (error, addresses) => (error ? failed(error) : done(addresses as LookupAddress[]))));
    expect([connected.map(({ address }) => address), asked()]).toEqual([['8.8.8.8'], 1]);
    expect(inside.came()).toBe(0);
  });

  it.each([[['127.0.0.1']], [['8.8.8.8', '127.0.0.1']], [['2606:4700::1111', '::ffff:10.0.0.1']], [['169.254.169.254']], [['::1']], [[]]])('whose name has the addresses %j is never connected to', async (addresses) => {
    const inside = await receiver(() => ({ status: 200 }));
    const { ask } = resolver(addresses);
    const error = await new Promise((done) => {
      const going = request({ host: 'mz.example.gov.cn', port: inside.port, path: '/', agent: false, lookup: guardedLookup('public', ask) }, () => done('connected'));
      going.on('error', done);
      going.end();
    });
    expect([isGuardError(error), inside.came()]).toEqual([true, 0]);
  });

  it('sends us on to another address, and is not followed', async () => {
    const inside = await receiver(() => ({ status: 200 }));
    for (const status of [301, 302, 303, 307, 308]) {
      const outside = await receiver(() => ({ status, location: `http://127.0.0.1:${inside.port}/latest/meta-data/` }));
      const result = await send({ method: 'POST', url: new URL(`http://127.0.0.1:${outside.port}/`), network: 'private', headers: {}, body: '{}' });
      expect([result.ok && result.status, outside.came()]).toEqual([status, 1]);
    }
    expect(inside.came()).toBe(0);
  });
});
