import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keysFromDocument, leafHash, newKeyDocument, type Keys } from '../../server/platform/crypto/index.ts';
import { openCheckpoint, signCheckpoint } from '../../server/platform/ledger/checkpoint.ts';
import { openFactLog, type FactLog } from '../../server/platform/ledger/log/index.ts';
import { testOrigins, writeFacts } from '../../server/platform/ledger/log/facts-for-tests.ts';
import { findNewestCheckpoint } from '../../server/platform/ledger/log/log-store.ts';
import { reopenLog } from '../../server/platform/ledger/log/reopen.ts';
import { privateKeyOfSeed, readVerifierKey, signerKey, writeVerifierKey, type SignerKey } from '../../server/platform/ledger/note-keys.ts';
import { readPolicyText } from '../../server/platform/ledger/policy.ts';
import { logSigner } from '../../server/platform/ledger/log/log-keys.ts';
import { freshDatabase, type FreshDatabase } from '../../server/testing/fresh-database.ts';
import { makeFolder, openKeptHeads } from '../../witness/kept-heads.ts';
import { witnessServer } from '../../witness/witness-server.ts';
import { witnessOver } from '../../witness/witness.ts';

interface RunningWitness {
  readonly key: SignerKey;
  readonly url: string;
  stop(): Promise<void>;
}

describe('a log and what was signed before', () => {
  let fresh: FreshDatabase;
  let folder: string;
  let keys: Keys;
  let opened: FactLog[] = [];
  let witnesses: RunningWitness[] = [];

  beforeEach(async () => {
    fresh = await freshDatabase();
    folder = mkdtempSync(join(tmpdir(), 'yimen-restore-rule-'));
    const read = keysFromDocument(newKeyDocument());
    if (!read.ok) throw new Error('no keys');
    keys = read.keys;
  });
  afterEach(async () => {
    await Promise.all(opened.map((one) => one.close()));
    await Promise.all(witnesses.map((one) => one.stop()));
    [opened, witnesses] = [[], []];
    await fresh.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(name = 'data', over = fresh): Promise<FactLog> {
    const policy = witnesses.length === 0 ? undefined : readPolicyText([...witnesses.map(({ key, url }, n) => `witness w${n} ${writeVerifierKey(key.verifier)} ${url}`), `group all all ${witnesses.map((_one, n) => `w${n}`).join(' ')}`, 'quorum all', ''].join('\n'));
    if (policy?.ok === false) throw new Error(JSON.stringify(policy));
    const log = await openFactLog({ pool: over.database.pool, keys, dataFolder: join(folder, name), origin: testOrigins.cases, policy, onFault: () => undefined });
    opened.push(log);
    return log;
  }
  /** A process that ended: the next one begins anew. */
  const end = async (log: FactLog): Promise<void> => {
    opened = opened.filter((one) => one !== log);
    await log.close();
  };
  const cases = async (log: FactLog) => (await log.health())[0];
  const file = (name = 'data', version = 1): string => join(folder, name, 'ledger', `cases-v${version}.checkpoint`);

  async function startWitness(name: string): Promise<RunningWitness> {
    const key = signerKey(name, 'cosignature', privateKeyOfSeed(Buffer.alloc(32, name.length)));
    const memory = join(folder, name.replaceAll('/', '-'));
    makeFolder(memory, key.verifier);
    const heads = openKeptHeads(memory, key.verifier);
    const logKeys = Object.values(testOrigins).map((origin) => logSigner(keys, origin).verifier);
    const server: Server = witnessServer(witnessOver(key, heads, logKeys, () => Date.now(), () => undefined), { perMinute: 100_000 }, () => Date.now());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const running = { key, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => new Promise<void>((done) => { server.close(() => done()); server.closeAllConnections(); heads.close(); }) };
    witnesses.push(running);
    return running;
  }

  it('keeps the newest checkpoint outside the database, signs only what has grown, and goes on after a start', async () => {
    const first = await open();
    await writeFacts(fresh.database.pool, 3);
    await first.tick();
    const note = readFileSync(file(), 'utf8');
    expect((await cases(first))?.checkpoint?.size).toBe(3);
    expect(await findNewestCheckpoint(fresh.owner, 'cases')).toMatchObject({ size: 3, note });
    await first.tick();
    expect(readFileSync(file(), 'utf8')).toBe(note);
    await end(first);
    const second = await open();
    await writeFacts(fresh.database.pool, 2);
    await second.tick();
    expect(await cases(second)).toMatchObject({ size: 5, checkpoint: { size: 5 }, stoppedWhy: null });
  });

  it('that fell behind the folder stops for ever: nothing is signed, and facts go on', async () => {
    const first = await open();
    await writeFacts(fresh.database.pool, 5);
    await first.tick();
    await end(first);
    // The folder is of the installation as it was; the database is one that was put back to before anything.
    const other = await freshDatabase();
    try {
      await writeFacts(other.database.pool, 2);
      const restored = await open('data', other);
      await restored.tick();
      expect(await cases(restored)).toMatchObject({ size: 0, waiting: 2, checkpoint: null, stoppedWhy: 'behind' });
      await writeFacts(other.database.pool, 10);
      await restored.tick();
      expect(await cases(restored)).toMatchObject({ size: 0, waiting: 12, checkpoint: null, stoppedWhy: 'behind' });
    } finally {
      await opened.at(-1)?.close();
      opened.pop();
      await other.drop();
    }
  });

  const spoilings: readonly (readonly [string, string, (owner: FreshDatabase['owner']) => unknown])[] = [
    ['a tile at its edge is changed', 'tiles_other', (owner) => owner.query(`update ledger.tiles set hashes = overlay(hashes placing decode(repeat('ab', 32), 'hex') from 1) where log = 'cases' and level = 0 and index = 1`)],
    ['its root is forged', 'tiles_other', (owner) => owner.query(`update ledger.logs set root = decode(repeat('cd', 32), 'hex') where log = 'cases'`)],
    ['the key file is another one', 'signature_other', () => {
      const read = keysFromDocument(newKeyDocument());
      if (read.ok) keys = read.keys;
    }],
    ['the folder knows a later origin', 'origin_other', () => writeFileSync(file('data', 2), readFileSync(file(), 'utf8').replace('/cases/v1', '/cases/v2'))],
    ['the folder has another root of this size, rightly signed', 'inconsistent', () => writeFileSync(file(), signCheckpoint([logSigner(keys, testOrigins.cases)], { origin: testOrigins.cases, size: 200, root: Buffer.alloc(32, 5), extensions: [] }))],
  ];

  it.each(spoilings)('stops when %s', async (_what, why, spoil) => {
    const log = await open();
    await writeFacts(fresh.database.pool, 300);
    await log.tick();
    await end(log);
    await spoil(fresh.owner);
    await writeFacts(fresh.database.pool, 1);
    const after = await open();
    await after.tick();
    expect(await cases(after)).toMatchObject({ stoppedWhy: why, size: 300, waiting: 1, checkpoint: { size: 300 } });
  });

  it('waits while the file outside the database cannot be read, and goes on when it can', async () => {
    const log = await open();
    await writeFacts(fresh.database.pool, 1);
    await log.tick();
    const note = readFileSync(file(), 'utf8');
    writeFileSync(file(), note.slice(0, 20));
    await writeFacts(fresh.database.pool, 1);
    await log.tick();
    expect(await cases(log)).toMatchObject({ size: 2, checkpoint: { size: 1 }, stoppedWhy: null, faults: [`mirror_unreadable ${file()}`] });
    writeFileSync(file(), note);
    await log.tick();
    expect(await cases(log)).toMatchObject({ checkpoint: { size: 2 }, stoppedWhy: null, faults: [] });
  });

  it('is signed by witnesses, who are asked again for what they missed', async () => {
    const [archives, audit] = [await startWitness('archives.test/w'), await startWitness('audit.example.test/w')];
    const log = await open();
    await writeFacts(fresh.database.pool, 4);
    await log.tick();
    expect(await cases(log)).toMatchObject({ checkpoint: { size: 4, witnesses: 2 }, faults: [] });
    const policy = { origin: testOrigins.cases, logKeys: [logSigner(keys, testOrigins.cases).verifier], witnesses: [archives.key.verifier, audit.key.verifier], quorum: 2 };
    expect(openCheckpoint(policy, readFileSync(file(), 'utf8'))).toMatchObject({ ok: true, checkpoint: { size: 4 } });
    await audit.stop();
    await writeFacts(fresh.database.pool, 2);
    await log.tick();
    expect(await cases(log)).toMatchObject({ checkpoint: { size: 6, witnesses: 1 }, faults: ['witness_unreachable audit.example.test/w'], stoppedWhy: null });
    witnesses = witnesses.filter((one) => one !== audit);
  });

  it('without folder and without database stops when a witness knows more than it does', async () => {
    await startWitness('archives.test/w');
    const first = await open();
    await writeFacts(fresh.database.pool, 5);
    await first.tick();
    await end(first);
    await fresh.drop();
    fresh = await freshDatabase();
    await writeFacts(fresh.database.pool, 1);
    const restored = await open('new-data');
    await restored.tick();
    expect(await cases(restored)).toMatchObject({ checkpoint: null, stoppedWhy: 'witness_ahead' });
  });

  it('without folder and with no witness to be reached signs nothing', async () => {
    const witness = await startWitness('archives.test/w');
    await witness.stop();
    const log = await open();
    await writeFacts(fresh.database.pool, 1);
    await log.tick();
    expect(await cases(log)).toMatchObject({ size: 1, checkpoint: null, stoppedWhy: null, faults: ['witness_unreachable archives.test/w'] });
    witnesses = [];
  });

  it('is opened again under another origin, with the gap said first and everything that is there after it', async () => {
    const first = await open();
    await writeFacts(fresh.database.pool, 3);
    await first.tick();
    expect(await reopenLog(fresh.owner, { log: 'cases', dataFolder: join(folder, 'data'), at: '2026-11-23T01:00:00.000Z' })).toMatchObject({ ok: false, code: 'ledger.not_stopped' });
    const ours = (await findNewestCheckpoint(fresh.owner, 'cases'))?.note ?? '';
    await end(first);
    // What was published, of a log of the same key that was longer and other.
    const other = await freshDatabase();
    mkdirSync(join(folder, 'other'), { recursive: true });
    const published = await open('other', other);
    await writeFacts(other.database.pool, 7);
    await published.tick();
    await end(published);
    await other.drop();
    writeFileSync(file(), readFileSync(file('other'), 'utf8'));
    const stopped = await open();
    await writeFacts(fresh.database.pool, 2);
    await stopped.tick();
    expect(await cases(stopped)).toMatchObject({ stoppedWhy: 'behind', waiting: 2 });
    await end(stopped);

    const again = await reopenLog(fresh.owner, { log: 'cases', dataFolder: join(folder, 'data'), at: '2026-11-23T02:00:00.000Z' });
    if (!again.ok) throw new Error(again.code);
    expect(JSON.parse(again.statement)).toMatchObject({ v: 1, log: 'yimen.test/cases/v2', kind: 'log_reopened', before: 'yimen.test/cases/v1', why: 'behind', here: { size: 3, checkpoint: ours }, elsewhere: readFileSync(file(), 'utf8') });
    const log = await open();
    await log.tick();
    expect(await cases(log)).toMatchObject({ origin: 'yimen.test/cases/v2', size: 6, waiting: 0, checkpoint: { size: 6 }, stoppedWhy: null });
    const entries = await fresh.owner.query<{ log: string; index: string; matter_id: string | null; hash: Buffer }>('select log, index, matter_id, hash from ledger.entries order by log, index');
    expect(entries.rows.filter((row) => row.log === 'cases/v1')).toHaveLength(3);
    const renewed = entries.rows.filter((row) => row.log === 'cases');
    expect([renewed[0]?.matter_id, renewed[0]?.hash]).toEqual([null, leafHash(JSON.parse(again.statement))]);
    expect(renewed.slice(1, 4).map((row) => row.hash)).toEqual(entries.rows.filter((row) => row.log === 'cases/v1').map((row) => row.hash));
    expect(log.readerKeys.logs.map((line) => { const read = readVerifierKey(line); return read.ok ? read.key.name : line; })).toEqual(['yimen.test/cases/v2', 'yimen.test/cases/v1']);
    expect(readFileSync(file('data', 2), 'utf8')).toContain('yimen.test/cases/v2\n6\n');
  });
});
