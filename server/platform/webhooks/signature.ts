import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const prefix = 'whsec_';
/** Standard Webhooks 1.0.0, "Signature scheme": between 24 and 64 bytes of secret. */
const [fewestBytes, mostBytes] = [24, 64];
/** How far the sender's clock may be from ours, either way: five minutes, as the reference libraries have it. */
export const toleranceSeconds = 300;
/** Ids of messages: no full stop, which separates the parts of what is signed. */
const idShape = /^[A-Za-z0-9_-]{1,120}$/;

/** A new secret: 256 random bits as `whsec_` and base64. */
export const newWebhookSecret = (): string => `${prefix}${randomBytes(32).toString('base64')}`;

/** The bytes of a secret, with or without its prefix; undefined where it is none. */
function bytesOf(secret: string): Buffer | undefined {
  const text = secret.startsWith(prefix) ? secret.slice(prefix.length) : secret;
  const bytes = /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  return bytes.length >= fewestBytes && bytes.length <= mostBytes ? bytes : undefined;
}

/** `v1,` and the base64 of HMAC-SHA-256 over `id.seconds.body`. A secret that is none is a bug. */
export function signWebhook(secret: string, id: string, seconds: number, body: string | Uint8Array): string {
  const key = bytesOf(secret);
  if (!key) throw new RangeError('signWebhook: not a secret');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.`, 'utf8').update(body).digest('base64')}`;
}

/** The three headers of Standard Webhooks, one signature for each secret that stands: while a secret is being exchanged there are two. */
export function webhookHeaders(secrets: readonly string[], id: string, atMs: number, body: string | Uint8Array): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const seconds = Math.floor(atMs / 1_000);
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': secrets.map((secret) => signWebhook(secret, id, seconds, body)).join(' ') };
}

/** Of what a GET signs in the place of a body: its request line (RFC 9112 §3), so that a signature opens one address alone. */
export const requestLine = (target: string): string => `GET ${target}`;

/** Headers as Node.js gives them. */
export type IncomingHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Whether a message was signed with one of the secrets within the tolerance; the id is its key for counting it once. Why not is for our own records, never for the caller. */
export function verifyWebhook(
  secrets: readonly string[], headers: IncomingHeaders, body: string | Uint8Array, nowMs: number,
): { readonly ok: true; readonly id: string } | { readonly ok: false; readonly fault: 'headers' | 'time' | 'signature' } {
  const [id, stamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name]);
  if (typeof id !== 'string' || typeof stamp !== 'string' || typeof signatures !== 'string' || !idShape.test(id) || !/^\d{1,12}$/.test(stamp)) return { ok: false, fault: 'headers' };
  const seconds = Number(stamp);
  if (Math.abs(Math.floor(nowMs / 1_000) - seconds) > toleranceSeconds) return { ok: false, fault: 'time' };
  const given = signatures.split(' ').filter((one) => one.startsWith('v1,')).slice(0, 10).map((one) => Buffer.from(one));
  const isOneOf = secrets.some((secret) => {
    const wanted = Buffer.from(signWebhook(secret, id, seconds, body));
    return given.some((one) => one.length === wanted.length && timingSafeEqual(one, wanted));
  });
  return isOneOf ? { ok: true, id } : { ok: false, fault: 'signature' };
}
