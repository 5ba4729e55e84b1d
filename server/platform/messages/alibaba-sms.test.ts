import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { languages } from '../../../contract/language.ts';
import { messageRefusals, smsMessages } from '../../../contract/messages/sms.ts';
import { startSmsGateway } from '../../../tools/stand-ins/sms-gateway-server.ts';
import type { StandIn } from '../../../tools/stand-ins/sms-gateway-server.ts';
import { signRpc } from './alibaba-signature.ts';
import { alibabaSms, standInTemplateCodes } from './index.ts';
import type { AlibabaSmsConfig, Sms, SmsTemplate } from './index.ts';

let gateway: StandIn;
let clock: number;
beforeEach(async () => {
  clock = Date.now();
  gateway = await startSmsGateway({ port: 0, accessKeys: { id: 'secret' }, now: () => clock });
});
afterEach(() => gateway.close());

function config(change: Partial<AlibabaSmsConfig> = {}): AlibabaSmsConfig {
  return { endpoint: gateway.url, accessKeyId: 'id', accessKeySecret: 'secret', signName: '一门', templateCodes: standInTemplateCodes, ...change };
}

// 199 0000 …: numbers made up for the test.
const code: Sms = { to: '+8619900000001', templateCode: 'sms.sign_in_code', params: { code: '428 157', minutes: 5 }, language: 'zh-CN' };

describe('the RPC signature', () => {
  // The example request and its signature as Alibaba Cloud published it for SendSms.
  test('is the published one for the published example', () => {
    const parameters = {
      AccessKeyId: 'testId', Action: 'SendSms', Format: 'XML', OutId: '123', PhoneNumbers: '15300000001', RegionId: 'cn-hangzhou', SignName: '阿里云短信测试专用',
      SignatureMethod: 'HMAC-SHA1', SignatureNonce: '45e25e9b-0a6f-4070-8c85-2956eda1b466', SignatureVersion: '1.0', TemplateCode: 'SMS_71390007',
      TemplateParam: '{"customer":"test"}', Timestamp: '2017-07-12T02:42:19Z', Version: '2017-05-25',
    };
    expect(signRpc('GET', parameters, 'testSecret')).toBe('zJDF+Lrzhj/ThnlvIToysFRq6t4=');
  });
});

describe('a short message', () => {
  test.each(languages)('goes out in the reader’s language, with its signature and its values: %s', async (language) => {
    const result = await alibabaSms(config())({ ...code, language, reference: 'job-7' });
    expect(result).toEqual({ outcome: 'sent', providerId: gateway.received()[0]?.id });
    expect(gateway.received()[0]).toMatchObject({ to: '19900000001', reference: 'job-7' });
    expect(gateway.received()[0]?.text).toBe(`【一门】${smsMessages['sms.sign_in_code'][language].replace('{code}', '428 157').replace('{minutes}', '5')}`);
  });

  test('with signs that encoders get wrong arrives as it was', async () => {
    const number = "a b+c*d~e'f(g)h!i&j=k%l/m?n#o\"p\\q 岁😀";
    await alibabaSms(config())({ to: '+85290000001', templateCode: 'sms.not_accepted', params: { number }, language: 'en' });
    expect(gateway.received()[0]).toMatchObject({ to: '85290000001', parameters: { number } });
  });

  test('of every kind is known to the gateway with all its marks filled, and names nobody', async () => {
    const params = { code: '1', minutes: 5, number: 'SZ-1', date: '2026-12-03' };
    for (const templateCode of Object.keys(smsMessages) as SmsTemplate[]) {
      for (const language of languages) {
        expect(await alibabaSms(config())({ to: '+85290000002', templateCode, params, language })).toMatchObject(templateCode === 'sms.sign_in_code' && language !== 'zh-CN' ? { outcome: 'retry' } : { outcome: 'sent' });
        expect(smsMessages[templateCode][language]).not.toMatch(/\{(?!code|minutes|number|date)\w+\}/);
      }
    }
    for (const { text } of gateway.received()) expect(text).not.toMatch(/[{}]/);
  });

  test('too soon after another is to be sent later: a minute, an hour or a day, as the gateway counts', async () => {
    const send = alibabaSms(config({ endpoint: gateway.url }));
    const outcomes: unknown[] = [];
    for (let sent = 0; sent < 12; sent += 1) {
      const result = await send(code);
      outcomes.push(result.outcome === 'retry' ? result.afterSeconds : result.outcome);
      if (sent === 0) { const soon = await send(code); expect(soon).toEqual({ outcome: 'retry', code: 'messages.too_often', params: { seconds: 60 }, afterSeconds: 60 }); }
      clock += sent === 5 ? 3_700_000 : 61_000;
      if (sent >= 5) break; // the adapter stamps requests with the real time, which the gateway accepts within 15 minutes only
    }
    expect(outcomes).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 3600]);
  });

  test('with a wrong secret, key, signature text, template or missing value is refused and says what to look at', async () => {
    const cases: [Partial<AlibabaSmsConfig>, Partial<Sms>, string][] = [
      [{ accessKeySecret: 'other' }, {}, 'SignatureDoesNotMatch'],
      [{ accessKeyId: 'nobody' }, {}, 'InvalidAccessKeyId.NotFound'],
      [{ signName: '别的' }, {}, 'isv.SMS_SIGNATURE_ILLEGAL'],
      [{ templateCodes: { ...standInTemplateCodes, 'sms.sign_in_code': { 'zh-CN': 'SMS_1', 'zh-HK': 'SMS_1', en: 'SMS_1' } } }, {}, 'isv.SMS_TEMPLATE_ILLEGAL'],
      [{}, { params: { code: '1' } }, 'isv.TEMPLATE_MISSING_PARAMETERS'],
    ];
    for (const [change, sms, providerCode] of cases) {
      expect(await alibabaSms(config(change))({ ...code, ...sms })).toEqual({ outcome: 'refused', code: 'messages.provider_misconfigured', params: { providerCode } });
    }
    expect(gateway.received()).toEqual([]);
  });

  test.each(['19900000001', '+86 199', '+8612', '+861990000000', '', '+0123456789'])('to something that is no number is not even asked for: %j', async (to) => {
    expect(await alibabaSms(config())({ ...code, to })).toEqual({ outcome: 'refused', code: 'messages.number_not_reachable', params: {} });
  });

  test('when the gateway’s clock and ours differ by more than a quarter of an hour is refused with that reason', async () => {
    clock += 16 * 60_000;
    expect(await alibabaSms(config())(code)).toMatchObject({ outcome: 'refused', params: { providerCode: 'InvalidTimeStamp.Expired' } });
  });

  test('waits for a gateway that does not answer no longer than its time-out, and is to be sent later', async () => {
    const silent = await listen(createServer(() => undefined));
    // Without it the test would wait five minutes.
    expect(await alibabaSms(config({ endpoint: silent.url, timeoutMs: 150 }))(code)).toMatchObject({ outcome: 'retry', code: 'messages.provider_unreachable' });
    silent.close();
    expect(await alibabaSms(config({ endpoint: silent.url }))(code)).toMatchObject({ outcome: 'retry', code: 'messages.provider_unreachable' });
  });

  test.each([
    ['a proxy’s page', 502, '<html>Bad gateway</html>', 'retry'],
    ['an answer without a code', 200, '{}', 'retry'],
    ['the gateway’s own trouble', 503, '{"Code":"ServiceUnavailable","Message":""}', 'retry'],
    ['the carrier’s trouble', 200, '{"Code":"isp.SYSTEM_ERROR","Message":""}', 'retry'],
    ['too many requests', 400, '{"Code":"Throttling.User","Message":""}', 'retry'],
    ['an empty account', 200, '{"Code":"isv.AMOUNT_NOT_ENOUGH","Message":""}', 'refused'],
    ['a number on the list of those who want none', 200, '{"Code":"isv.BLACK_KEY_CONTROL_LIMIT","Message":""}', 'refused'],
    ['a code nobody knows', 200, '{"Code":"isv.NEW","Message":""}', 'refused'],
  ])('answered with %s (%i) is sorted rightly', async (_, status, body, outcome) => {
    const odd = await listen(createServer((request, response) => { request.resume().on('end', () => { response.writeHead(status).end(body); }); }));
    expect((await alibabaSms(config({ endpoint: odd.url }))(code)).outcome).toBe(outcome);
    odd.close();
  });

  test('that is not sent has a sentence in every language', () => {
    for (const text of Object.values(messageRefusals)) for (const language of languages) expect(text[language].length).toBeGreaterThan(5);
  });
});

async function listen(server: Server): Promise<{ url: string; close: () => void }> {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => { server.closeAllConnections(); server.close(); } };
}
