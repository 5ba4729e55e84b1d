import { lookup as resolve, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Where a receiver stands: on the open Internet, or on the inner network of the administration, which two administrators must have said. */
export type Network = 'public' | 'private';

/** Why an address cannot be an endpoint. */
export type AddressFault = 'not_an_address' | 'https_needed' | 'has_credentials' | 'inner_address' | 'forbidden_address';

const listOf = (ranges: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[]): BlockList => {
  const list = new BlockList();
  for (const [net, prefix, family] of ranges) list.addSubnet(net, prefix, family);
  return list;
};

/** Never called, on no network (C-IN-6): this host, link-local with the metadata of clouds, multicast, reserved, discarded (RFC 6666), and what hides another address: 6to4, Teredo, NAT64 (RFC 6052, RFC 8215). */
const never = listOf([
  ['0.0.0.0', 8, 'ipv4'], ['169.254.0.0', 16, 'ipv4'], ['224.0.0.0', 4, 'ipv4'], ['240.0.0.0', 4, 'ipv4'],
  ['::', 128, 'ipv6'], ['fe80::', 10, 'ipv6'], ['ff00::', 8, 'ipv6'], ['64:ff9b::', 96, 'ipv6'], ['64:ff9b:1::', 48, 'ipv6'], ['2002::', 16, 'ipv6'], ['2001::', 32, 'ipv6'], ['100::', 64, 'ipv6'],
]);
// IPv4-compatible addresses (RFC 4291 §2.5.5.1), but for ::1, which is loopback.
never.addRange('::2', '::ffff:ffff', 'ipv6');
/** Called only on the inner network: RFC 1918, RFC 6598, RFC 4193, loopback, and ranges that are routed nowhere outside. */
const inner = listOf([
  ['10.0.0.0', 8, 'ipv4'], ['172.16.0.0', 12, 'ipv4'], ['192.168.0.0', 16, 'ipv4'], ['127.0.0.0', 8, 'ipv4'], ['100.64.0.0', 10, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'], ['192.0.2.0', 24, 'ipv4'], ['198.18.0.0', 15, 'ipv4'], ['198.51.100.0', 24, 'ipv4'], ['203.0.113.0', 24, 'ipv4'], ['192.88.99.0', 24, 'ipv4'],
  ['::1', 128, 'ipv6'], ['fc00::', 7, 'ipv6'], ['fec0::', 10, 'ipv6'], ['2001:db8::', 32, 'ipv6'],
]);

/** Why an IP address is not called; undefined where it may be. */
export function faultOfIp(ip: string, network: Network): AddressFault | undefined {
  const family = isIP(ip) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(ip) === 0) return 'not_an_address';
  if (never.check(ip, family)) return 'forbidden_address';
  return network === 'public' && inner.check(ip, family) ? 'inner_address' : undefined;
}

/** Why a text cannot be the address of an endpoint: TLS but on the inner network, no credentials in it, no fragment, no literal address that is not called. Asks no name server. */
export function faultOfEndpoint(text: string, network: Network): AddressFault | undefined {
  if (!URL.canParse(text)) return 'not_an_address';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not_an_address';
  if (url.username !== '' || url.password !== '') return 'has_credentials';
  if (url.hash !== '' || url.search !== '') return 'not_an_address';
  if (url.protocol === 'http:' && network === 'public') return 'https_needed';
  // A dot at the end names the root: `localhost.` is localhost.
  const host = hostOf(url).replace(/\.$/, '');
  if (isIP(host) !== 0) return faultOfIp(host, network);
  return network === 'public' && (host === 'localhost' || host.endsWith('.localhost') || !host.includes('.')) ? 'inner_address' : undefined;
}

/** Host of an address as a name or a bare IP address. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** An error of the guard, told apart from errors of the network. */
export const isGuardError = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'ADDRESS_GUARD';

/**
 * Resolves a name for a connection and refuses it when one of its addresses may not be called: what was judged is what is connected to, so that a name
 * that answers differently the second time gains nothing. `ask` is the system's resolver unless another is given.
 */
export function guardedLookup(network: Network, ask: typeof resolve = resolve): LookupFunction {
  return (hostname, options, done) => {
    ask(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return done(error, '', 0);
      const wrong = addresses.find((one) => faultOfIp(one.address, network) !== undefined);
      const first = addresses[0];
      if (wrong || !first) return done(Object.assign(new Error(`address of ${hostname} is not called`), { code: 'ADDRESS_GUARD' }), '', 0);
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}
