import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newWebhookSecret, requestLine, signWebhook, verifyWebhook, webhookHeaders } from './signature.ts';

// The vector that every reference library of Standard Webhooks carries ("sign function works").
const vector = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', seconds: 1_614_265_330, body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const atMs = vector.seconds * 1_000;
const headersOf = (change: Record<string, string | undefined> = {}) => ({ 'webhook-id': vector.id, 'webhook-timestamp': String(vector.seconds), 'webhook-signature': vector.signature, ...change });
const verify = (change: Record<string, string | undefined> = {}, nowMs = atMs, secrets = [vector.secret], body = vector.body) => verifyWebhook(secrets, headersOf(change), body, nowMs);

describe('a message is signed as Standard Webhooks says', () => {
  it('with the published vector, with and without the prefix of the secret', () => {
    expect(signWebhook(vector.secret, vector.id, vector.seconds, vector.body)).toBe(vector.signature);
    expect(signWebhook(vector.secret.slice(6), vector.id, vector.seconds, Buffer.from(vector.body))).toBe(vector.signature);
  });

  it('as HMAC-SHA-256 counted by hand, over bytes and not over what JSON means', () => {
    const secret = newWebhookSecret();
    const body = '{ "姓名": "张三" }';
    const byHand = createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`msg_1.1700000000.${body}`).digest('base64');
    expect(webhookHeaders([secret], 'msg_1', 1_700_000_000_999, body)).toEqual({ 'webhook-id': 'msg_1', 'webhook-timestamp': '1700000000', 'webhook-signature': `v1,${byHand}` });
    expect(verifyWebhook([secret], webhookHeaders([secret], 'msg_1', 1_700_000_000_000, body), '{"姓名":"张三"}', 1_700_000_000_000)).toEqual({ ok: false, fault: 'signature' });
  });

  it('with one signature for each secret that stands, and either opens it', () => {
    const [older, newer] = [newWebhookSecret(), newWebhookSecret()];
    const headers = webhookHeaders([newer, older], 'msg_1', atMs, 'x');
    expect(headers['webhook-signature'].split(' ')).toHaveLength(2);
    for (const secret of [older, newer]) expect(verifyWebhook([secret], headers, 'x', atMs)).toEqual({ ok: true, id: 'msg_1' });
    expect(verifyWebhook([newWebhookSecret()], headers, 'x', atMs)).toEqual({ ok: false, fault: 'signature' });
  });

  it('and secrets are whsec_ with 32 random bytes, each another', () => {
    const secret = newWebhookSecret();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(newWebhookSecret()).not.toBe(secret);
    expect(() => signWebhook('whsec_dG9vIHNob3J0', 'a', 1, '')).toThrow(RangeError);
  });
});

describe('a message is believed', () => {
  it('when one of several signatures fits, other versions beside it', () => {
    const other = 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=';
    expect(verify({ 'webhook-signature': `${other} v2,${vector.signature.slice(3)} ${vector.signature} ${other}` })).toEqual({ ok: true, id: vector.id });
  });

  it('up to five minutes early or late and not a second more', () => {
    for (const seconds of [-300, 300]) expect(verify({}, atMs + seconds * 1_000).ok).toBe(true);
    for (const seconds of [-301, 301]) expect(verify({}, atMs + seconds * 1_000)).toEqual({ ok: false, fault: 'time' });
  });

  it.each([['webhook-id'], ['webhook-timestamp'], ['webhook-signature']])('never without %s', (name) => {
    expect(verify({ [name]: undefined })).toEqual({ ok: false, fault: 'headers' });
  });

  it('never with a time that is none, an id that holds a full stop, or a part of the signature', () => {
    expect(verify({ 'webhook-timestamp': 'hello' })).toEqual({ ok: false, fault: 'headers' });
    expect(verify({ 'webhook-id': 'msg.1' })).toEqual({ ok: false, fault: 'headers' });
    for (const signature of ['v1,', vector.signature.slice(0, 8), `v1a,${vector.signature.slice(3)}`, vector.signature.slice(3)]) expect(verify({ 'webhook-signature': signature })).toEqual({ ok: false, fault: 'signature' });
  });

  it('never with another id, time, body or without any secret', () => {
    expect(verify({ 'webhook-id': 'msg_other' }).ok).toBe(false);
    expect(verify({ 'webhook-timestamp': String(vector.seconds + 1) }).ok).toBe(false);
    expect(verify({}, atMs, [vector.secret], `${vector.body} `).ok).toBe(false);
    expect(verify({}, atMs, []).ok).toBe(false);
  });

  it('for one address alone where a GET is signed', () => {
    const line = requestLine('/reconciliation?day=2026-11-23');
    const headers = webhookHeaders([vector.secret], 'get_1', atMs, line);
    expect(verifyWebhook([vector.secret], headers, line, atMs).ok).toBe(true);
    expect(verifyWebhook([vector.secret], headers, requestLine('/reconciliation?day=2026-11-22'), atMs).ok).toBe(false);
  });
});
