import { createHmac } from 'node:crypto';

/** Percent-encoding of Alibaba Cloud's RPC signature: RFC 3986 with only letters, digits, - _ . ~ left as they are. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The signature (base64) of an RPC-style request, signature version 1.0: HMAC-SHA1 with secret + "&" over
 * METHOD & %2F & the sorted, encoded parameters, encoded once more. Parameters of a POST form count like those of a query.
 */
export function signRpc(method: 'GET' | 'POST', parameters: Readonly<Record<string, string>>, accessKeySecret: string): string {
  const sorted = Object.entries(parameters).sort(([left], [right]) => (left < right ? -1 : 1));
  const query = sorted.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
  // eslint-disable-next-line no-restricted-syntax -- the gateway takes HMAC-SHA1 alone for this kind of call
  return createHmac('sha1', `${accessKeySecret}&`).update(`${method}&%2F&${percentEncode(query)}`).digest('base64');
}
