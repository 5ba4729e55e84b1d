import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Asked, LogRow } from './log-store.ts';
import { findLogOf, findNewestCheckpoint, listStatements, readTiles } from './log-store.ts';
import { readLeaves } from './leaf-store.ts';
import { hostOf } from './log-keys.ts';
import { readPath, tilePath, tileWidth, writeBundle, type BundleId, type TileId } from '../tiles.ts';
import type { FactLog } from './fact-log.ts';
import { verifierPage } from './verifier-page.ts';

/** What the public addresses of the logs are served from. */
export interface AddressOptions {
  readonly db: Asked;
  readonly factLog: FactLog;
  /** SHA-256 of the tokens of auditors, hex: only they read entries */
  readonly auditorTokens: readonly string[];
}

/** Longest that a proxy may keep the newest checkpoint, in seconds: less than the time between two. */
const keepCheckpointSeconds = 2;

/**
 * The logs as everybody reads them (C2SP tlog-tiles), below the path of their origins: `/cases/v1/checkpoint` and `/cases/v1/tile/…`, public, hashes only;
 * bundles of entries for auditors with a token; what a log says of itself (that it was opened again) at `/cases/v2/statements`. And the page that checks receipts, as a download.
 */
export async function logAddresses(http: FastifyInstance, options: AddressOptions): Promise<void> {
  const hidden = { schema: { hide: true } };
  http.get('/:log(^cases|access$)/:version(^v[1-9]\\d{0,3}$)/checkpoint', hidden, (request, reply) => checkpoint(options, request, reply));
  http.get('/:log(^cases|access$)/:version(^v[1-9]\\d{0,3}$)/tile/*', hidden, (request, reply) => tile(options, request, reply));
  http.get('/:log(^cases|access$)/:version(^v[1-9]\\d{0,3}$)/statements', hidden, async (request, reply) => {
    const log = await logOf(options, request);
    return log ? reply.header('cache-control', 'no-cache').send({ statements: (await listStatements(options.db, log.log)).map(({ index, leaf }) => ({ index, leaf })) }) : nothing(reply);
  });
  const page = verifierPage(options.factLog.readerKeys);
  http.get('/yimen-verify.html', hidden, async (_request, reply) => reply.header('content-disposition', 'attachment; filename="yimen-verify.html"').header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page));
}

/** The SHA-256 hashes of a file, one a line in hex, empty lines and `#` comments left out; undefined where a line is none. */
export function readAuditorTokens(text: string): readonly string[] | undefined {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return lines.every((line) => /^[0-9a-f]{64}$/.test(line)) ? lines : undefined;
}

async function logOf({ db, factLog }: AddressOptions, request: FastifyRequest): Promise<LogRow | undefined> {
  const { log, version } = request.params as { log: string; version: string };
  return findLogOf(db, `${hostOf(factLog.chain)}/${log}/${version}`);
}

const nothing = (reply: FastifyReply): FastifyReply => reply.code(404).type('text/plain; charset=utf-8').send('not found\n');

async function checkpoint(options: AddressOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const log = await logOf(options, request);
  const newest = log && (await findNewestCheckpoint(options.db, log.log));
  return newest ? reply.header('cache-control', `public, max-age=${keepCheckpointSeconds}`).type('text/plain; charset=utf-8').send(newest.note) : nothing(reply);
}

async function tile(options: AddressOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const named = readPath(`tile/${(request.params as { '*': string })['*']}`);
  if (named === undefined) return nothing(reply);
  // Before anything is looked up: who may not read entries learns nothing of them.
  if ('bundle' in named && !isAuditor(options.auditorTokens, request.headers.authorization)) return reply.code(401).header('www-authenticate', 'Bearer').type('text/plain; charset=utf-8').send('entries are for auditors\n');
  const log = await logOf(options, request);
  // What is not under a checkpoint yet is nobody's to rely on.
  const signed = log ? ((await findNewestCheckpoint(options.db, log.log))?.size ?? 0) : 0;
  if (log === undefined) return nothing(reply);
  const bytes = 'tile' in named ? await hashesOf(options, log, named.tile, signed) : await entriesOf(options, log, named.bundle, signed);
  if (bytes === undefined) return nothing(reply);
  // A tile never changes, not even a partial one: its width is in its name.
  return reply.header('cache-control', `${'tile' in named ? 'public' : 'private'}, max-age=31536000, immutable`).type('application/octet-stream').send(bytes);
}

async function hashesOf({ db }: AddressOptions, log: LogRow, id: TileId, signed: number): Promise<Buffer | undefined> {
  if (id.index * tileWidth + id.width > Math.floor(signed / tileWidth ** id.level)) return undefined;
  return (await readTiles(db, log.log, [id])).get(tilePath(id));
}

async function entriesOf({ db, factLog }: AddressOptions, log: LogRow, { index, width }: BundleId, signed: number): Promise<Buffer | undefined> {
  const first = index * tileWidth;
  if (first + width > signed) return undefined;
  const leaves = await readLeaves(db, log, factLog.chain, first, width);
  return leaves.length === width ? writeBundle(leaves) : undefined;
}

/** Compared in the same time whatever was sent. */
function isAuditor(tokens: readonly string[], authorization: string | undefined): boolean {
  const token = /^Bearer ([\w.~+/=-]{16,400})$/.exec(authorization ?? '')?.[1];
  if (token === undefined) return false;
  const given = createHash('sha256').update(token).digest();
  return tokens.filter((one) => timingSafeEqual(Buffer.from(one, 'hex'), given)).length > 0;
}
