import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the stand-in is set up; port 0 takes a free one. `pageSize` is how many names a list answers at once. */
export type ObjectStoreOptions = { readonly port: number; readonly bucket: string; readonly accessKeyId: string; readonly secretAccessKey: string; readonly pageSize?: number };

/** A running stand-in. `objects` is what it holds, to be looked at and damaged. */
export type FakeObjectStore = {
  readonly url: string;
  readonly objects: Map<string, StoredBytes>;
  /** requests refused because of their signature or their hash */
  readonly refused: string[];
  /** What the next requests of a method meet: `n` of them fail with that status, 0 cuts the line. */
  fail(method: string, count: number, status: number): void;
  close(): Promise<void>;
};

type StoredBytes = { readonly bytes: Buffer; readonly at: Date };
type State = { readonly options: ObjectStoreOptions; readonly objects: Map<string, StoredBytes>; readonly refused: string[]; readonly failures: { method: string; count: number; status: number }[] };

/**
 * A STAND-IN for an object store, not one to keep anything in: it holds everything in memory. It speaks Amazon's S3 protocol as far as backups need it, path style: PUT, GET, HEAD, DELETE
 * and ListObjectsV2, and checks Signature Version 4 by code of its own, written from the specification ("Authenticating Requests: Using the Authorization Header", Amazon S3 API
 * Reference), so that a client that signs wrongly is refused here as there. It listens on this machine only.
 */
export async function startFakeObjectStore(options: ObjectStoreOptions): Promise<FakeObjectStore> {
  const state: State = { options, objects: new Map(), refused: [], failures: [] };
  const server = createServer((request, response) => void answer(request, response, state).catch(() => response.destroy()));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, objects: state.objects, refused: state.refused,
    fail: (method, count, status) => void state.failures.push({ method, count, status }),
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const body = await bodyOf(request);
  const method = request.method ?? '';
  const planned = state.failures.find((one) => one.method === method && one.count > 0);
  if (planned) {
    planned.count -= 1;
    return planned.status === 0 ? void request.socket.destroy() : refuse(response, planned.status, 'InternalError');
  }
  const fault = faultOf(request, body, state.options);
  if (fault !== null) {
    state.refused.push(fault);
    return refuse(response, fault === 'XAmzContentSHA256Mismatch' ? 400 : 403, fault);
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
  const [, bucket = '', ...rest] = decodeURIComponent(pathname).split('/');
  if (bucket !== state.options.bucket) return refuse(response, 404, 'NoSuchBucket');
  const key = rest.join('/');
  if (key === '') return searchParams.get('list-type') === '2' && method === 'GET' ? list(response, searchParams, state) : refuse(response, 501, 'NotImplemented');
  object(method, key, body, response, state);
}

function object(method: string, key: string, body: Buffer, response: ServerResponse, { objects }: State): void {
  if (method === 'PUT') {
    objects.set(key, { bytes: body, at: new Date() });
    return void response.writeHead(200, { etag: etagOf(body) }).end();
  }
  if (method === 'DELETE') {
    objects.delete(key); // S3 answers 204 whether it was there or not
    return void response.writeHead(204).end();
  }
  const found = objects.get(key);
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, 501, 'NotImplemented');
  if (!found) return refuse(response, 404, 'NoSuchKey');
  response.writeHead(200, { 'content-length': found.bytes.length, etag: etagOf(found.bytes), 'last-modified': found.at.toUTCString() });
  response.end(method === 'GET' ? found.bytes : undefined);
}

// eslint-disable-next-line no-restricted-syntax -- an S3 store says MD5 in its ETag, and nobody of ours believes it
const etagOf = (bytes: Buffer): string => `"${createHash('md5').update(bytes).digest('hex')}"`;

/** ListObjectsV2: in the order of UTF-8, page by page; the continuation is the last name given, hidden in base64. */
function list(response: ServerResponse, query: URLSearchParams, { objects, options }: State): void {
  const prefix = query.get('prefix') ?? '';
  const after = Buffer.from(query.get('continuation-token') ?? '', 'base64').toString('utf8');
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const page = keys.slice(0, options.pageSize ?? 1_000);
  const more = keys.length > page.length;
  const contents = page.map((key) => {
    const found = objects.get(key);
    return `<Contents><Key>${escaped(key)}</Key><LastModified>${found?.at.toISOString() ?? ''}</LastModified><ETag>${escaped(etagOf(found?.bytes ?? Buffer.alloc(0)))}</ETag><Size>${found?.bytes.length ?? 0}</Size></Contents>`;
  });
  const token = more ? `<NextContinuationToken>${Buffer.from(page.at(-1) ?? '').toString('base64')}</NextContinuationToken>` : '';
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>${options.bucket}</Name><Prefix>${escaped(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><IsTruncated>${more}</IsTruncated>${token}${contents.join('')}</ListBucketResult>`);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Why a request is refused, in S3's own words; null where its signature and its hash are right. */
function faultOf(request: IncomingMessage, body: Buffer, options: ObjectStoreOptions): string | null {
  const header = (name: string): string => String(request.headers[name] ?? '').trim().replace(/ +/g, ' ');
  const found = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(header('authorization'));
  if (!found) return 'AccessDenied';
  const [, keyId = '', day = '', region = '', signedHeaders = '', signature = ''] = found;
  if (keyId !== options.accessKeyId) return 'InvalidAccessKeyId';
  const at = header('x-amz-date');
  const instant = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!at.startsWith(day) || !(Math.abs(Date.now() - instant) < 15 * 60_000)) return 'RequestTimeTooSkewed';
  const names = signedHeaders.split(';');
  const mustBeSigned = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))];
  if (mustBeSigned.some((name) => !names.includes(name))) return 'AccessDenied';
  const contentHash = header('x-amz-content-sha256');
  const canonical = [request.method, canonicalPath(request), canonicalQuery(request), ...names.map((name) => `${name}:${header(name)}`), '', signedHeaders, contentHash].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', at, `${day}/${region}/s3/aws4_request`, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>((secret, part) => createHmac('sha256', secret).update(part).digest(), Buffer.from(`AWS4${options.secretAccessKey}`));
  const expected = createHmac('sha256', key).update(toSign).digest();
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return 'SignatureDoesNotMatch';
  return createHash('sha256').update(body).digest('hex') === contentHash ? null : 'XAmzContentSHA256Mismatch';
}

/** S3 signs the path encoded once; `encodeURIComponent` leaves five characters that S3 wants encoded. */
const encoded = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

function canonicalPath(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://stand-in').pathname.split('/').map((part) => encoded(decodeURIComponent(part))).join('/');
}

function canonicalQuery(request: IncomingMessage): string {
  const pairs = [...new URL(request.url ?? '/', 'http://stand-in').searchParams].map(([name, value]) => [encoded(name), encoded(value)] as const);
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join('&');
}
