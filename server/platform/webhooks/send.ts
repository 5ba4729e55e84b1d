import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP } from 'node:net';
import { code } from '../log/index.ts';
import { currentTraceparent, inSpan } from '../tracing/index.ts';
import { faultOfEndpoint, faultOfIp, guardedLookup, hostOf, isGuardError, type Network } from './address-guard.ts';

/** One request to an outside system. */
export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly network: Network;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** 15 seconds unless said: the lower end of what Standard Webhooks recommends. */
  readonly timeoutMs?: number;
  /** Bytes of the answer that are read, 64 KiB unless said; a longer answer is cut for a POST and a fault for a GET. */
  readonly mostBytes?: number;
}

/** Why there was no answer. */
export type SendFault = 'address_refused' | 'timeout' | 'unreachable' | 'answer_too_long';

/** What came back: a status with the beginning of its text, or why nothing did. Redirects are answers like others: they are never followed. */
export type SendResult =
  | { readonly ok: true; readonly status: number; readonly text: string; readonly retryAfter: string | undefined }
  | { readonly ok: false; readonly fault: SendFault; readonly detail: string };

const usualTimeoutMs = 15_000;
const usualBytes = 65_536;

/** Sends one request over a connection of its own, within its time and size, to no address that the guard refuses. Never throws. The receiver learns which trace it is part of, where there is one. */
export function send(outgoing: Outgoing): Promise<SendResult> {
  return inSpan('call', { outside: 'webhook', method: code(outgoing.method) }, async (span) => {
    const traceparent = currentTraceparent();
    const result = await sendOver(traceparent === undefined ? outgoing : { ...outgoing, headers: { ...outgoing.headers, traceparent } });
    span.note(result.ok ? { status: result.status } : { outcome: code(result.fault) });
    return result;
  });
}

function sendOver(outgoing: Outgoing): Promise<SendResult> {
  const { url, network } = outgoing;
  const base = new URL(url);
  base.search = '';
  const host = hostOf(url);
  const fault = faultOfEndpoint(base.href, network) ?? (isIP(host) === 0 ? undefined : faultOfIp(host, network));
  if (fault) return Promise.resolve({ ok: false, fault: 'address_refused', detail: fault });
  return new Promise((settle) => {
    const timer = AbortSignal.timeout(outgoing.timeoutMs ?? usualTimeoutMs);
    const options: RequestOptions = {
      method: outgoing.method, agent: false, lookup: guardedLookup(network), signal: timer,
      headers: { ...outgoing.headers, accept: 'application/json', 'user-agent': 'yimen-webhooks/1', ...(outgoing.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8', 'content-length': String(Buffer.byteLength(outgoing.body)) }) },
    };
    const failed = (error: unknown): void => settle(timer.aborted ? { ok: false, fault: 'timeout', detail: '' } : { ok: false, fault: isGuardError(error) ? 'address_refused' : 'unreachable', detail: String(error).slice(0, 200) });
    const request = (url.protocol === 'https:' ? tlsRequest : plainRequest)(url, options, (response) => readAnswer(response, outgoing, settle, failed));
    request.on('error', failed);
    request.end(outgoing.body);
  });
}

function readAnswer(response: IncomingMessage, outgoing: Outgoing, settle: (result: SendResult) => void, failed: (error: unknown) => void): void {
  const most = outgoing.mostBytes ?? usualBytes;
  const parts: Buffer[] = [];
  let length = 0;
  const whole = (): void => settle({ ok: true, status: response.statusCode ?? 0, text: Buffer.concat(parts).subarray(0, most).toString('utf8'), retryAfter: response.headers['retry-after'] });
  response.on('data', (part: Buffer) => {
    parts.push(part);
    length += part.length;
    if (length <= most) return;
    if (outgoing.method === 'GET') settle({ ok: false, fault: 'answer_too_long', detail: String(most) });
    else whole();
    response.destroy();
  });
  response.on('end', whole);
  response.on('error', failed);
}
