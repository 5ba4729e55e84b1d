import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteSignature } from '../../server/platform/ledger/checkpoint.ts';
import { hashOfEntry } from '../../server/platform/ledger/merkle.ts';
import { privateKeyOfSeed, signerKey } from '../../server/platform/ledger/note-keys.ts';
import { writeNote } from '../../server/platform/ledger/note.ts';
import { readPolicyText } from '../../server/platform/ledger/policy.ts';
import { monitorRound, type Memories, type Watch } from '../../monitor/round.ts';
import { caseOf, entriesOfCases, playedLog, type PlayedLog } from './played-log.ts';

let log: PlayedLog;
let folder: string;
let watch: Watch;
beforeEach(async () => {
  log = await playedLog();
  log.entries = entriesOfCases(700, 9);
  log.sign();
  folder = mkdtempSync(join(tmpdir(), 'yimen-monitor-'));
  const policy = readPolicyText(log.policyText);
  if (!policy.ok) throw new Error(policy.code);
  watch = { policy, stateFolder: join(folder, 'state'), token: undefined, receipts: undefined, databaseUrl: undefined, staleAfterSeconds: 3_600, now: Date.now };
});
afterEach(async () => {
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});

const found = async (memories: Memories = new Map(), more: Partial<Watch> = {}): Promise<readonly string[]> => [...new Set((await monitorRound({ ...watch, ...more }, memories)).findings.map((one) => one.code))];
const flipped = (bytes: Buffer, at: number): Buffer => Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));

describe('a monitor reads a log as anybody can', () => {
  it('finds nothing in a whole one, at once and as it grows', async () => {
    const memories: Memories = new Map();
    for (const count of [700, 701, 768, 1_100]) {
      log.entries = entriesOfCases(count, 9);
      log.sign();
      const report = await monitorRound(watch, memories);
      expect(report).toMatchObject({ findings: [], logs: [{ size: count, witnesses: 1, entries: true }] });
    }
    log.token = 'secret';
    expect((await monitorRound(watch, new Map())).logs).toMatchObject([{ entries: false }]);
    expect((await monitorRound({ ...watch, token: 'secret' }, new Map())).logs).toMatchObject([{ entries: true }]);
  });

  it('finds a log that took back or rewrote what was verified, also when it is rightly signed', async () => {
    expect(await found()).toEqual([]);
    log.entries = entriesOfCases(650, 9);
    log.sign();
    expect(await found()).toEqual(['log_shrank']);
    log.entries = [...entriesOfCases(800, 8)];
    log.sign();
    expect(await found()).toEqual(['log_forked']);
    log.entries = entriesOfCases(800, 9);
    log.sign();
    expect(await found()).toEqual([]);
  });

  it('goes on from what it holds in memory and notices that it changed', async () => {
    const memories: Memories = new Map();
    expect(await found(memories)).toEqual([]);
    log.entries = entriesOfCases(710, 8);
    log.sign();
    expect(await found(memories)).toContain('tile_other');
  });

  it('finds tiles and entries that are not what was signed', async () => {
    const tile = Buffer.concat(log.entries.slice(512).map(hashOfEntry));
    log.served.set('tile/0/002.p/188', flipped(tile, 40));
    expect(await found()).toEqual(['entry_other', 'root_other']);
    log.served.set('tile/0/002.p/188', tile.subarray(32));
    expect(await found()).toEqual(['tile_malformed']);
    log.served.clear();
    log.served.set('tile/1/000.p/2', Buffer.alloc(64));
    expect(await found()).toEqual(['tile_other']);
    log.served.clear();
    log.served.set('tile/entries/000', Buffer.from('x'));
    expect(await found()).toContain('entry_other');
    log.served.set('tile/entries/000', undefined);
    expect(await found()).toEqual(['case_seq_gap']);
    expect(await found(new Map(), { token: 'of-an-auditor' })).toContain('entry_other');
    log.served.clear();
    log.served.set('checkpoint', undefined);
    expect(await found()).toEqual(['log_unreachable']);
    log.served.set('checkpoint', Buffer.from('yes'));
    expect(await found()).toEqual(['checkpoint_refused']);
  });

  it('finds numbers used twice, left out, and facts that do not follow', async () => {
    const good = entriesOfCases(30, 3);
    for (const [entries, code] of [
      [[...good, ...good.slice(29, 30)], 'case_seq_repeated'], [good.filter((_, at) => at !== 10), 'case_seq_gap'],
      [[...good, Buffer.from(JSON.stringify({ case: caseOf(50), seq: 1, prev: 'ff' }))], 'case_chain_broken'], [[...good, Buffer.from('{"case":1,"seq":0}')], 'entry_malformed'],
    ] as const) {
      log.entries = [...entries];
      log.sign();
      expect(await found(new Map(), { stateFolder: join(folder, code) })).toContain(code);
    }
  });

  it('finds an entry of a time at which the log was read without it', async () => {
    log.entries = [];
    log.sign();
    expect(await found()).toEqual([]);
    const fact = (seq: number, at: number): Buffer => Buffer.from(JSON.stringify({ case: caseOf(seq), seq: 1, prev: null, at: new Date(at).toISOString() }));
    log.entries = [fact(1, Date.now())];
    log.sign();
    expect(await found()).toEqual([]);
    log.entries = [...log.entries, fact(2, Date.now() - 10 * 60_000)];
    log.sign();
    expect(await found()).toEqual(['entry_back_dated']);
  });

  it('finds a log that no witness has seen for long', async () => {
    expect(await found(new Map(), { now: () => Date.now() + 7_200_000 })).toEqual(['checkpoint_stale']);
  });

  it('finds acceptance receipts whose entry is not there in time, and those that the log contradicts', async () => {
    const key = signerKey('city.example/receipts', 'note', privateKeyOfSeed(Buffer.alloc(32, 9)));
    const receipts = { folder: join(folder, 'receipts'), key: key.verifier };
    const give = (name: string, caseId: string, seq: number, hash: Buffer, by: number, signer = key): void => {
      const text = ['yimen acceptance receipt v1', 'city.example/cases/v1', caseId, String(seq), hash.toString('base64'), new Date(by - 60_000).toISOString(), `included by ${new Date(by).toISOString()}`, ''].join('\n');
      writeFileSync(join(receipts.folder, name), writeNote({ text, signatures: [noteSignature(signer, text)] }));
    };
    mkdirSync(receipts.folder);
    give('included', caseOf(0), 1, hashOfEntry(log.entries[0] ?? Buffer.alloc(0)), Date.now() - 1);
    give('soon', caseOf(77), 1, Buffer.alloc(32, 1), Date.now() + 60_000);
    expect(await found(new Map(), { receipts })).toEqual([]);
    give('never', caseOf(78), 1, Buffer.alloc(32, 2), Date.now() - 1);
    give('other', caseOf(1), 1, Buffer.alloc(32, 3), Date.now() - 1);
    give('forged', caseOf(0), 1, hashOfEntry(log.entries[0] ?? Buffer.alloc(0)), 0, log.key);
    const report = await monitorRound({ ...watch, receipts }, new Map());
    expect(report.findings.map((one) => `${one.code} ${one.subject}`).sort()).toEqual(['receipt_contradicted other', 'receipt_malformed forged', 'receipt_not_included never', 'receipt_not_included other']);
  });
});
