import { randomUUID } from 'node:crypto';
import type { Language } from '../../../contract/language.ts';
import { code } from '../log/index.ts';
import { inSpan } from '../tracing/index.ts';
import { signRpc } from './alibaba-signature.ts';
import type { SendSms, Sms, SmsResult, SmsTemplate } from './sms.ts';

/** The code under which a text is registered at the gateway, per text and language. */
export type TemplateCodes = Readonly<Record<SmsTemplate, Readonly<Record<Language, string>>>>;

/** What an operator configures. The secret stays here and goes into no log. `timeoutMs` is 5,000 unless said. */
export type AlibabaSmsConfig = {
  /** https://dysmsapi.aliyuncs.com, or the stand-in's address. */
  endpoint: string;
  accessKeyId: string;
  accessKeySecret: string;
  /** The registered signature that stands in front of each text. */
  signName: string;
  templateCodes: TemplateCodes;
  timeoutMs?: number;
};

/** Alibaba Cloud Short Message Service, action SendSms, version 2017-05-25, RPC style with HMAC-SHA1 signature, as a POST form. */
export function alibabaSms(config: AlibabaSmsConfig): SendSms {
  return async (sms) => {
    const number = gatewayNumber(sms.to);
    if (number === undefined) return { outcome: 'refused', code: 'messages.number_not_reachable', params: {} };
    const parameters = requestParameters(config, sms, number);
    const body = new URLSearchParams({ ...parameters, Signature: signRpc('POST', parameters, config.accessKeySecret) });
    const answer = await post(config.endpoint, body, config.timeoutMs ?? 5_000);
    return answer === undefined ? unreachable('') : readAnswer(answer);
  };
}

/** Mainland numbers go without their country code, all others with it and without "+". Undefined if it is not E.164 (ITU-T E.164 §6). */
function gatewayNumber(to: string): string | undefined {
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return undefined;
  return to.startsWith('+86') ? (/^\+861\d{10}$/.test(to) ? to.slice(3) : undefined) : to.slice(1);
}

function requestParameters(config: AlibabaSmsConfig, sms: Sms, number: string): Record<string, string> {
  const texts = Object.fromEntries(Object.entries(sms.params).map(([name, value]) => [name, String(value)]));
  return {
    AccessKeyId: config.accessKeyId,
    Action: 'SendSms',
    Format: 'JSON',
    PhoneNumbers: number,
    RegionId: 'cn-hangzhou',
    SignName: config.signName,
    SignatureMethod: 'HMAC-SHA1',
    SignatureNonce: randomUUID(),
    SignatureVersion: '1.0',
    TemplateCode: config.templateCodes[sms.templateCode][sms.language],
    TemplateParam: JSON.stringify(texts),
    Timestamp: new Date().toISOString().replace(/\.\d{3}Z$/, 'Z'),
    Version: '2017-05-25',
    ...(sms.reference === undefined ? {} : { OutId: sms.reference }),
  };
}

type Answer = { Code: string; Message: string; BizId: string };

/** Undefined for everything that is not an answer of the gateway: no connection, time-out, a proxy's page. Redirects are not followed. */
async function post(endpoint: string, body: URLSearchParams, timeoutMs: number): Promise<Answer | undefined> {
  // The gateway is no system of the city's: it learns nothing of our traces.
  return inSpan('call', { outside: 'sms', method: code('POST') }, async (span) => {
    try {
      const response = await fetch(endpoint, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
      span.note({ status: response.status });
      const read: unknown = await response.json();
      if (typeof read !== 'object' || read === null || !('Code' in read) || typeof read.Code !== 'string') return undefined;
      span.note({ outcome: code(read.Code) });
      return { Code: read.Code, Message: textOf(read, 'Message'), BizId: textOf(read, 'BizId') };
    } catch {
      span.note({ outcome: code('unreachable') });
      return undefined;
    }
  });
}

function textOf(value: object, name: string): string {
  const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : '';
}

const numberFaults = new Set(['isv.MOBILE_NUMBER_ILLEGAL', 'isv.BLACK_KEY_CONTROL_LIMIT', 'isv.DOMESTIC_NUMBER_NOT_SUPPORTED', 'isv.PHONENUMBER_UNSUPPORTED']);
const passingFaults = /^(isp\.SYSTEM_ERROR|isp\.GATEWAY\b|isv\.(DAY|MONTH)_LIMIT_CONTROL|Throttling|ServiceUnavailable|InternalError|SignatureNonceUsed)/;

/** The gateway's documented codes in three piles: gone, later, never. An unknown code is "never": somebody must look at it. */
function readAnswer(answer: Answer): SmsResult {
  if (answer.Code === 'OK') return { outcome: 'sent', providerId: answer.BizId };
  if (answer.Code === 'isv.BUSINESS_LIMIT_CONTROL') {
    const afterSeconds = answer.Message.includes('天级') ? 86_400 : answer.Message.includes('小时级') ? 3_600 : 60;
    return { outcome: 'retry', code: 'messages.too_often', params: { seconds: afterSeconds }, afterSeconds };
  }
  if (passingFaults.test(answer.Code)) return unreachable(answer.Code);
  if (numberFaults.has(answer.Code)) return { outcome: 'refused', code: 'messages.number_not_reachable', params: { providerCode: answer.Code } };
  return { outcome: 'refused', code: 'messages.provider_misconfigured', params: { providerCode: answer.Code } };
}

function unreachable(providerCode: string): SmsResult {
  return { outcome: 'retry', code: 'messages.provider_unreachable', params: { providerCode }, afterSeconds: 30 };
}
