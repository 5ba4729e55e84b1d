import { createReadStream } from 'node:fs';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { wholeOf } from './byte-reader.ts';
import type { ObjectStore, SpoolFile, StoredObject } from './object-store.ts';
import { backupRefusal, reasonIn } from './refusal.ts';

/** How to reach a store that speaks Amazon's S3 protocol; the path style, which every one of them understands. */
export type S3Settings = { readonly endpoint: string; readonly region: string; readonly accessKeyId: string; readonly secretAccessKey: string };

type Place = S3Settings & { readonly bucket: string; readonly prefix: string; readonly spoolFolder: string };
type Call = { readonly method: 'GET' | 'PUT' | 'DELETE'; readonly name: string; readonly query?: Readonly<Record<string, string>>; readonly file?: SpoolFile };

const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
/** A request is given up when nothing moves for this long. */
const silenceMs = 60_000;
const tries = 4;

/**
 * A store that speaks the S3 protocol (Signature Version 4): Alibaba OSS, Tencent COS, Huawei OBS, MinIO, Ceph and Amazon's own. An object is put in one
 * request from a file of known length and hash, both signed: the store itself refuses what was changed on the way. Requests that failed on the way or by a
 * fault of the store are repeated three times.
 */
export function s3Store(place: Place): ObjectStore {
  const keyOf = (name: string): string => (place.prefix === '' ? name : `${place.prefix}/${name}`);
  async function put(name: string, file: SpoolFile): Promise<void> {
    await drain(await call(place, { method: 'PUT', name: keyOf(name), file }));
  }
  async function* open(name: string): AsyncGenerator<Uint8Array, void, void> {
    const response = await call(place, { method: 'GET', name: keyOf(name) });
    let bytes = 0;
    try {
      for await (const piece of response as AsyncIterable<Uint8Array>) {
        bytes += piece.byteLength;
        yield piece;
      }
    } catch (error) {
      throw backupRefusal('backup.store_failed', { name, reason: reasonIn(error) }, error);
    }
    const expected = response.headers['content-length'];
    if (expected !== undefined && Number(expected) !== bytes) throw backupRefusal('backup.store_failed', { name, reason: 'the answer ended too early' });
  }
  async function remove(name: string): Promise<void> {
    await drain(await call(place, { method: 'DELETE', name: keyOf(name) }));
  }
  return { place: `s3://${place.bucket}/${place.prefix}`, spoolFolder: place.spoolFolder, put, open, list: (prefix) => list(place, keyOf(prefix), keyOf('').length), remove };
}

/** ListObjectsV2, page by page. */
async function* list(place: Place, prefix: string, cut: number): AsyncGenerator<StoredObject, void, void> {
  for (let token = ''; ; ) {
    const query = { 'list-type': '2', prefix, ...(token === '' ? {} : { 'continuation-token': token }) };
    const xml = (await wholeOf((await call(place, { method: 'GET', name: '', query })) as AsyncIterable<Uint8Array>)).toString('utf8');
    for (const [, content = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      yield { name: field(content, 'Key').slice(cut), bytes: Number(field(content, 'Size')), storedAt: new Date(field(content, 'LastModified')) };
    }
    if (field(xml, 'IsTruncated') !== 'true') return;
    token = field(xml, 'NextContinuationToken');
    if (token === '') throw backupRefusal('backup.store_failed', { name: prefix, reason: 'a list that goes on has no continuation' });
  }
}

/** The text of an element, its character references read (XML 1.0 §4.6). */
function field(xml: string, name: string): string {
  // eslint-disable-next-line security/detect-non-literal-regexp -- the callers name elements of the list answer
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return found.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, word?: string) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (named[word ?? ''] ?? whole));
}

async function drain(response: IncomingMessage): Promise<void> {
  for await (const _ of response) continue;
}

/** One answered request; a refusal of the store's is final, a fault of its or of the way is tried again. */
async function call(place: Place, wanted: Call): Promise<IncomingMessage> {
  for (let left = tries - 1; ; left -= 1) {
    const answer = await send(place, wanted).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    if (!(answer instanceof Error) && (answer.statusCode ?? 0) < 300) return answer;
    const status = answer instanceof Error ? 0 : (answer.statusCode ?? 0);
    const reason = answer instanceof Error ? reasonIn(answer) : `${status} ${field((await wholeOf(answer as AsyncIterable<Uint8Array>)).toString('utf8'), 'Code')}`;
    if (status === 404 && wanted.method === 'GET' && wanted.name !== '') throw backupRefusal('backup.object_missing', { name: wanted.name });
    const final = status >= 400 && status < 500 && status !== 408 && status !== 429;
    if (final || left === 0) throw backupRefusal('backup.store_failed', { name: wanted.name || `s3://${place.bucket}`, reason }, answer);
    await sleep(250 * 2 ** (tries - 1 - left));
  }
}

async function send(place: Place, { method, name, query, file }: Call): Promise<IncomingMessage> {
  const url = new URL(place.endpoint);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${place.bucket}${name === '' ? '' : `/${name}`}`;
  for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, value);
  const { accessKeyId, secretAccessKey, region } = place;
  const signer = new AwsV4Signer({ method, url: url.href, service: 's3', region, accessKeyId, secretAccessKey, headers: { 'x-amz-content-sha256': file?.sha256 ?? emptyHash } });
  const signed = await signer.sign();
  const headers = { ...Object.fromEntries(signed.headers), ...(method === 'PUT' ? { 'content-length': String(file?.bytes ?? 0) } : {}) };
  const outgoing = (url.protocol === 'https:' ? secureRequest : plainRequest)(signed.url, { method, headers });
  outgoing.setTimeout(silenceMs, () => outgoing.destroy(new Error(`no answer for ${silenceMs / 1000} s`)));
  const answered = new Promise<IncomingMessage>((resolve, reject) => outgoing.once('response', resolve).once('error', reject));
  answered.catch(() => undefined);
  // An early refusal closes the connection while we still send: the answer, if there is one, says more than the broken pipe.
  if (file) await pipeline(createReadStream(file.path), outgoing).catch(() => undefined);
  else outgoing.end();
  return answered;
}
