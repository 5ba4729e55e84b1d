import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signRpc } from '../../server/platform/messages/alibaba-signature.ts';
import { alibabaSms, standInTemplateCodes } from '../../server/platform/messages/index.ts';
import { startSmsGateway } from './sms-gateway-server.ts';
import type { ReceivedSms } from './sms-gateway-page.ts';
import type { StandIn } from './sms-gateway-server.ts';

let gateway: StandIn;
beforeEach(async () => {
  gateway = await startSmsGateway({ port: 0, accessKeys: { id: 'secret' } });
});
afterEach(() => gateway.close());

const send = (to: string, number: string) =>
  alibabaSms({ endpoint: gateway.url, accessKeyId: 'id', accessKeySecret: 'secret', signName: '一门', templateCodes: standInTemplateCodes })({
    to, templateCode: 'sms.accepted', params: { number, date: '12月3日' }, language: 'zh-CN',
  });

describe('the stand-in of the short message gateway', () => {
  test('gives the messages of one number as JSON, however the number is written', async () => {
    await send('+8619900000001', 'A');
    await send('+85290000001', 'B');
    const read = async (to: string): Promise<string[]> => ((await (await fetch(`${gateway.url}/messages?to=${to}`)).json()) as ReceivedSms[]).map((one) => one.parameters.number ?? '');
    expect(await read('19900000001')).toEqual(['A']);
    expect(await read('%2B8619900000001')).toEqual(['A']);
    expect(await read('+8619900000001')).toEqual(['A']);
    expect(await read('%2B85290000001')).toEqual(['B']);
    expect(await read('')).toEqual(['B', 'A']);
  });

  test('shows them on its page, newest first, says what it is, reloads itself, and lets no text become a tag', async () => {
    await send('+8619900000001', '<script>alert(1)</script>');
    const response = await fetch(gateway.url);
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('nothing here was really sent');
    expect(page).toContain('http-equiv="refresh"');
    expect(page).toContain('&#60;script&#62;');
    expect(page).not.toContain('<script');
  });

  test('keeps the last 200', async () => {
    for (let index = 0; index < 205; index += 1) await send(`+8527000${1000 + index}`, String(index));
    expect(gateway.received()).toHaveLength(200);
    expect(gateway.received()[0]?.parameters.number).toBe('204');
    expect(gateway.received().at(-1)?.parameters.number).toBe('5');
  });

  test('takes a request once: the same nonce again is refused, and so is a changed number under an old signature', async () => {
    const parameters = {
      AccessKeyId: 'id', Action: 'SendSms', Format: 'JSON', PhoneNumbers: '19900000001', SignName: '一门', SignatureMethod: 'HMAC-SHA1', SignatureNonce: 'n-1', SignatureVersion: '1.0',
      TemplateCode: 'SMS_900000501', TemplateParam: '{"number":"A"}', Timestamp: new Date().toISOString(), Version: '2017-05-25',
    };
    const Signature = signRpc('POST', parameters, 'secret');
    const post = async (change: Record<string, string>): Promise<unknown> => (await (await fetch(gateway.url, { method: 'POST', body: new URLSearchParams({ ...parameters, Signature, ...change }) })).json()) as unknown;
    expect(await post({ PhoneNumbers: '19900000002' })).toMatchObject({ Code: 'SignatureDoesNotMatch' });
    expect(await post({})).toMatchObject({ Code: 'OK' });
    expect(await post({})).toMatchObject({ Code: 'SignatureNonceUsed' });
    expect(gateway.received()).toHaveLength(1);
  });

  test('cannot be reached from another machine', async () => {
    const port = new URL(gateway.url).port;
    const others = Object.values(networkInterfaces()).flat().filter((face) => face !== undefined && !face.internal && face.family === 'IPv4');
    for (const face of others) await expect(fetch(`http://${face?.address}:${port}/`)).rejects.toThrow();
    expect(new URL(gateway.url).hostname).toBe('127.0.0.1');
  });

  test('runs as one bundled file in a process of its own, and stops when told', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'yimen-stand-in-'));
    const outfile = path.join(folder, 'sms-gateway.mjs');
    await build({ entryPoints: [path.join(import.meta.dirname, 'sms-gateway.ts')], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' });
    const child = spawn(process.execPath, [outfile], { env: { ...process.env, SMS_STAND_IN_PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
    const line = await new Promise<string>((resolve) => { child.stdout.once('data', (text: Buffer) => { resolve(text.toString()); }); });
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? '';
    expect(await (await fetch(`${url}/messages`)).json()).toEqual([]);
    const ended = new Promise((resolve) => { child.once('exit', resolve); });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await rm(folder, { recursive: true });
  });
});
