import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { languages, say } from '../../contract/language.ts';
import type { Localized } from '../../contract/language.ts';
import { smsMessages } from '../../contract/messages/sms.ts';
import { standInTemplateCodes } from '../../server/platform/messages/index.ts';
import type { SmsTemplate } from '../../server/platform/messages/index.ts';
import { messagesPage, type ReceivedSms } from './sms-gateway-page.ts';


/** `accessKeys` maps key ids to secrets; `now` lets a test move the clock. */
export type StandInOptions = { port: number; accessKeys: Readonly<Record<string, string>>; signNames?: readonly string[]; now?: () => number };

/** A running stand-in. */
export type StandIn = { url: string; received: () => readonly ReceivedSms[]; close: () => Promise<void> };

const kept = 200;

type Registered = { text: string; signIn: boolean };
const registered = new Map<string, Registered>(
  (Object.entries(smsMessages) as [SmsTemplate, Localized][]).flatMap(([code, text]) =>
    languages.map((language) => [standInTemplateCodes[code][language], { text: say(text, language), signIn: code === 'sms.sign_in_code' }] as const),
  ),
);

type State = { options: StandInOptions; received: ReceivedSms[]; nonces: Map<string, number>; sent: Map<string, number[]>; now: () => number };

/**
 * A STAND-IN for Alibaba Cloud's short message service: it speaks the same protocol (SendSms, 2017-05-25, RPC signature 1.0),
 * verifies signatures with code of its own, applies the documented limits per number, and sends nothing to anybody. It keeps the last
 * 200 messages in memory, shows them on / and answers them on /messages?to=. It listens on this machine only.
 */
export async function startSmsGateway(options: StandInOptions): Promise<StandIn> {
  const state: State = { options, received: [], nonces: new Map(), sent: new Map(), now: options.now ?? Date.now };
  const server = createServer((request, response) => {
    void answer(request, response, state).catch(() => {
      if (!response.headersSent) reply(response, 500, { Code: 'InternalError', Message: 'The request processing has failed.', RequestId: requestId() });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received: () => state.received, close: () => stop(server) };
}

async function answer(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (request.method === 'GET' && url.pathname === '/messages') {
    const to = (url.searchParams.get('to') ?? '').replace(/^ ?\+?(86)?(?=1\d{10}$)|^[ +]/, '');
    return reply(response, 200, state.received.filter((message) => to === '' || message.to === to));
  }
  if (request.method === 'GET' && url.pathname === '/' && !url.searchParams.has('Action')) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" });
    response.end(messagesPage(state.received));
    return undefined;
  }
  if (request.method !== 'POST' && request.method !== 'GET') return reply(response, 405, { Code: 'UnsupportedHTTPMethod', Message: request.method ?? '' });
  const body = request.method === 'POST' ? await readBody(request) : '';
  const parameters = Object.fromEntries([...url.searchParams, ...new URLSearchParams(body)]);
  const { status, ...result } = handle(request.method, parameters, state);
  return reply(response, status, { RequestId: requestId(), ...result });
}

type Outcome = { status: number; Code: string; Message: string; BizId?: string };

/** The checks in the gateway's order: who asks, is it fresh, is it signed, what is asked, may this number have it. */
function handle(method: string, parameters: Record<string, string>, state: State): Outcome {
  const secret = state.options.accessKeys[parameters.AccessKeyId ?? ''];
  if (secret === undefined) return fault(404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found.');
  const stamp = Date.parse(parameters.Timestamp ?? '');
  if (!(Math.abs(state.now() - stamp) <= 15 * 60_000)) return fault(400, 'InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.');
  if (!isSigned(method, parameters, secret)) return fault(400, 'SignatureDoesNotMatch', 'Specified signature is not matched with our calculation.');
  if (isRepeated(parameters.SignatureNonce ?? '', state)) return fault(400, 'SignatureNonceUsed', 'Specified signature nonce was used already.');
  if (parameters.Action !== 'SendSms' || parameters.Version !== '2017-05-25') return fault(404, 'InvalidAction.NotFound', 'Specified api is not found, please check your url and method.');
  return take(parameters, state);
}

function take(parameters: Record<string, string>, state: State): Outcome {
  const to = parameters.PhoneNumbers ?? '';
  const template = registered.get(parameters.TemplateCode ?? '');
  const values = readValues(parameters.TemplateParam ?? '{}');
  if (!/^(1[3-9]\d{9}|(?!86)[1-9]\d{6,14})$/.test(to)) return fault(200, 'isv.MOBILE_NUMBER_ILLEGAL', `${to}invalid mobile number`);
  if (!(state.options.signNames ?? ['一门']).includes(parameters.SignName ?? '')) return fault(200, 'isv.SMS_SIGNATURE_ILLEGAL', '该账号下找不到对应签名');
  if (template === undefined) return fault(200, 'isv.SMS_TEMPLATE_ILLEGAL', '该账号下找不到对应模板');
  if (values === undefined) return fault(200, 'isv.INVALID_JSON_PARAM', 'JSON参数不合法,只接受字符串值');
  const missing = [...template.text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').filter((name) => !(name in values));
  if (missing.length > 0) return fault(200, 'isv.TEMPLATE_MISSING_PARAMETERS', '模板缺少变量');
  const limit = overLimit(to, template.signIn ? 'sign-in' : (parameters.TemplateCode ?? ''), template.signIn, state);
  if (limit !== undefined) return fault(200, 'isv.BUSINESS_LIMIT_CONTROL', limit);
  const id = `${state.now()}^${state.received.length}`;
  const text = `【${parameters.SignName}】${template.text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')}`;
  state.received.unshift({ id, at: new Date(state.now()).toISOString(), to, templateCode: parameters.TemplateCode ?? '', text, parameters: values, reference: parameters.OutId ?? '' });
  state.received.splice(kept);
  return { status: 200, Code: 'OK', Message: 'OK', BizId: id };
}

/** Documented limits: sign-in codes 1 a minute, 5 an hour, 10 a day to one number; notices 50 a day to one number from one text. */
function overLimit(to: string, kind: string, signIn: boolean, state: State): string | undefined {
  const now = state.now();
  const limits = signIn ? ([[60_000, 1, '分钟级'], [3_600_000, 5, '小时级'], [86_400_000, 10, '天级']] as const) : ([[86_400_000, 50, '天级']] as const);
  const earlier = (state.sent.get(`${to} ${kind}`) ?? []).filter((at) => at > now - 86_400_000);
  for (const [within, permits, name] of limits) {
    if (earlier.filter((at) => at > now - within).length >= permits) return `触发${name}流控Permits:${permits}`;
  }
  state.sent.set(`${to} ${kind}`, [...earlier, now]);
  return undefined;
}

/** The signature worked out here anew, so that a mistake in the adapter is not made twice. */
function isSigned(method: string, parameters: Record<string, string>, secret: string): boolean {
  const encode = (text: string): string => [...Buffer.from(text)].map((byte) => {
    const letter = String.fromCharCode(byte);
    return /[A-Za-z0-9\-_.~]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
  const names = Object.keys(parameters).filter((name) => name !== 'Signature').sort();
  const canonical = names.map((name) => `${encode(name)}=${encode(parameters[name] ?? '')}`).join('&');
  // eslint-disable-next-line no-restricted-syntax -- the protocol of the gateway
  const wanted = createHmac('sha1', `${secret}&`).update([method, encode('/'), encode(canonical)].join('&')).digest();
  const given = Buffer.from(parameters.Signature ?? '', 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function isRepeated(nonce: string, state: State): boolean {
  for (const [old, at] of state.nonces) if (at < state.now() - 15 * 60_000) state.nonces.delete(old);
  if (nonce === '' || state.nonces.has(nonce)) return true;
  state.nonces.set(nonce, state.now());
  return false;
}

function readValues(text: string): Record<string, string> | undefined {
  try {
    const values: unknown = JSON.parse(text);
    if (typeof values !== 'object' || values === null || Array.isArray(values)) return undefined;
    const pairs = Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? String(value) : (value as unknown)] as const);
    return pairs.every(([, value]) => typeof value === 'string') ? (Object.fromEntries(pairs) as Record<string, string>) : undefined;
  } catch {
    return undefined;
  }
}

function fault(status: number, code: string, message: string): Outcome {
  return { status, Code: code, Message: message };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > 65_536) throw new RangeError('body too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => { server.close(() => { resolve(); }); });
}

const requestId = (): string => randomUUID().toUpperCase();
