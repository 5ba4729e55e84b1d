import { createHash } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keysFromDocument, newKeyDocument } from '../../server/platform/crypto/index.ts';
import { openCheckpoint } from '../../server/platform/ledger/checkpoint.ts';
import { openFactLog, logAddresses, type FactLog } from '../../server/platform/ledger/log/index.ts';
import { accessBatch, testMatter, testOrigins, writeFacts } from '../../server/platform/ledger/log/facts-for-tests.ts';
import { hashOfEntry, rootOfLeaves } from '../../server/platform/ledger/merkle.ts';
import { readVerifierKey } from '../../server/platform/ledger/note-keys.ts';
import { readBundle } from '../../server/platform/ledger/tiles.ts';
import { freshDatabase, type FreshDatabase } from '../../server/testing/fresh-database.ts';

const token = 'an auditor of the test';
const authorization = `Bearer ${Buffer.from(token).toString('base64')}`;
const auditorTokens = [createHash('sha256').update(Buffer.from(token).toString('base64')).digest('hex')];

describe('the public addresses of a log', () => {
  let fresh: FreshDatabase;
  let factLog: FactLog;
  let http: FastifyInstance;
  const dataFolder = mkdtempSync(join(tmpdir(), 'yimen-log-'));
  beforeAll(async () => {
    fresh = await freshDatabase();
    const keys = keysFromDocument(newKeyDocument());
    if (!keys.ok) throw new Error('no keys');
    factLog = await openFactLog({ pool: fresh.database.pool, keys: keys.keys, dataFolder, origin: testOrigins.cases, onFault: () => undefined });
    http = Fastify();
    await http.register(logAddresses, { db: fresh.database.pool, factLog, auditorTokens });
  });
  afterAll(async () => {
    await http.close();
    await factLog.close();
    await fresh.drop();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const get = (url: string, headers: Record<string, string> = {}) => http.inject({ method: 'GET', url, headers });

  it('give nothing before anything was signed', async () => {
    for (const url of ['/cases/v1/checkpoint', '/cases/v1/tile/0/000.p/1', '/cases/v2/checkpoint', '/others/v1/checkpoint']) expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
  });

  it('give the signed checkpoint and tiles out of which everybody computes its root', async () => {
    await writeFacts(fresh.database.pool, 300);
    await factLog.tick();
    const note = await get('/cases/v1/checkpoint');
    const key = readVerifierKey(factLog.readerKeys.logs[0] ?? '');
    if (!key.ok) throw new Error('no key');
    const opened = openCheckpoint({ origin: testOrigins.cases, logKeys: [key.key], witnesses: [], quorum: 0 }, note.body);
    if (!opened.ok) throw new Error(opened.code);
    expect([note.headers['content-type'], opened.checkpoint.size]).toEqual(['text/plain; charset=utf-8', 300]);
    const [whole, part] = [await get('/cases/v1/tile/0/000'), await get('/cases/v1/tile/0/001.p/44')];
    expect([whole.headers['content-type'], whole.headers['cache-control']]).toEqual(['application/octet-stream', 'public, max-age=31536000, immutable']);
    const bytes = Buffer.concat([whole.rawPayload, part.rawPayload]);
    const hashes = Array.from({ length: 300 }, (_none, at) => bytes.subarray(at * 32, at * 32 + 32));
    expect(Buffer.from(rootOfLeaves(hashes))).toEqual(opened.checkpoint.root);
    expect((await get('/cases/v1/tile/1/000.p/1')).rawPayload).toEqual(Buffer.from(rootOfLeaves(hashes.slice(0, 256))));
  });

  it('give no tile that no checkpoint is over, and each under one name only', async () => {
    await writeFacts(fresh.database.pool, 1);
    for (const url of ['/cases/v1/tile/0/001.p/45', '/cases/v1/tile/0/001', '/cases/v1/tile/0/002', '/cases/v1/tile/2/000.p/1', '/cases/v1/tile/0/1', '/cases/v1/tile/0/x000/000', '/cases/v1/tile/00/000', '/cases/v1/tile/0/001.p/0']) {
      expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
    }
    expect((await get('/cases/v1/tile/0/001.p/10')).rawPayload).toHaveLength(320);
  });

  it('give entries to auditors alone, and these make the hashes of the tiles', async () => {
    const wrong: readonly Record<string, string>[] = [{}, { authorization: 'Bearer wrong-wrong-wrong-wrong' }, { authorization: authorization.slice(7) }];
    for (const headers of wrong) expect((await get('/cases/v1/tile/entries/000', headers)).statusCode).toBe(401);
    const bundle = readBundle((await get('/cases/v1/tile/entries/001.p/44', { authorization })).rawPayload, 44);
    const tile = (await get('/cases/v1/tile/0/001.p/44')).rawPayload;
    expect(bundle?.map((entry) => hashOfEntry(entry).toString('hex'))).toEqual(Array.from({ length: 44 }, (_none, at) => tile.subarray(at * 32, at * 32 + 32).toString('hex')));
    expect(JSON.parse(Buffer.from(bundle?.[0] ?? []).toString())).toMatchObject({ v: 1, log: testOrigins.cases, seq: 257, kind: 'noted', by: 'staff:w-1@HALL.1' });
  });

  it('do the same for the log of accesses', async () => {
    const { matterId } = testMatter();
    await fresh.database.pool.query('select platform.append($1::jsonb)', [accessBatch(matterId)]);
    await factLog.tick();
    const [entry] = readBundle((await get('/access/v1/tile/entries/000.p/1', { authorization })).rawPayload, 1) ?? [];
    expect(JSON.parse(Buffer.from(entry ?? []).toString())).toMatchObject({ v: 1, log: testOrigins.access, case: matterId, by: 'staff:w-2', act: 'matters.read', fields: '', outcome: 'done' });
    expect(hashOfEntry(entry ?? Buffer.alloc(0))).toEqual((await get('/access/v1/tile/0/000.p/1')).rawPayload);
  });
});
