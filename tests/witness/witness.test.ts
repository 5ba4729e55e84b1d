import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cosignedAt, readSignedCheckpoint } from '../../server/platform/ledger/checkpoint.ts';
import { readNote } from '../../server/platform/ledger/note.ts';
import { fileOfOrigin, makeFolder, openKeptHeads, type KeptHeads } from '../../witness/kept-heads.ts';
import { newKeyLine, readKeyLine } from '../../witness/witness-keys.ts';
import { witnessOver, type Witness } from '../../witness/witness.ts';
import { forkingLog } from './forking-log.ts';

const origin = 'city.example/cases/v1';
const log = forkingLog(origin, 3, (branch) => (branch === 'b' ? 5 : 1_000));
const other = forkingLog('village.example/cases/v1', 4, () => 1_000);
const impostor = forkingLog(origin, 5, () => 1_000);
const key = readKeyLine(newKeyLine('archive.example/witness')) ?? expect.fail('a new key can be read');

let folder: string;
let heads: KeptHeads;
let witness: Witness;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yimen-witness-'));
  makeFolder(folder, key.verifier);
  heads = openKeptHeads(folder, key.verifier);
  witness = witnessOver(key, heads, [log.key.verifier, other.key.verifier], () => 1_795_000_000_500, () => undefined);
});
afterEach(() => {
  heads.close();
  rmSync(folder, { recursive: true, force: true });
});

const status = async (request: string): Promise<number> => (await witness.addCheckpoint(request)).status;

describe('a witness (C2SP tlog-witness)', () => {
  it('signs the first checkpoint and each one that continues it, with its time', async () => {
    const first = await witness.addCheckpoint(log.request('a', 0, 4));
    expect([first.status, await status(log.request('a', 4, 4)), await status(log.request('a', 4, 9))]).toEqual([200, 200, 200]);
    const { text } = readSignedCheckpoint(log.note('a', 4)).ok ? { text: log.note('a', 4).split('\n\n')[0] + '\n' } : expect.fail();
    const line = readNote(`${text}\n${first.body}`);
    const made = line.ok ? line.note.signatures[0] : undefined;
    expect(made && cosignedAt(key.verifier, text, made.signature)).toBe(1_795_000_000);
    expect(witness.logs()).toEqual([{ origin, size: 9, atSeconds: 1_795_000_000 }, { origin: 'village.example/cases/v1', size: null, atSeconds: null }]);
  });

  it('refuses a second history: another tree of the same size, a larger one that does not continue, a smaller one', async () => {
    await witness.addCheckpoint(log.request('a', 0, 9));
    expect(await witness.addCheckpoint(log.request('b', 9, 9))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '9\n' });
    expect(await status(log.request('b', 9, 12))).toBe(422);
    expect(await witness.addCheckpoint(log.request('a', 4, 8))).toMatchObject({ status: 409, body: '9\n' });
    expect(await status(log.request('a', 0, 12))).toBe(409);
    expect(await status(log.request('a', 9, 9).replace('old 9\n', 'old 10\n'))).toBe(400);
    expect(witness.logs()[0]?.size).toBe(9);
  });

  it('knows its logs by their keys', async () => {
    expect(await status(impostor.request('a', 0, 3))).toBe(403);
    expect(await status(forkingLog('nowhere.example/v1', 3, () => 9).request('a', 0, 3))).toBe(404);
    expect(await status(other.request('a', 0, 3))).toBe(200);
  });

  it('takes no other spelling of a request', async () => {
    const good = log.request('a', 0, 4);
    for (const bad of ['', 'old 0', good.replace('old 0', 'old 00'), good.replace('old 0', 'old  0'), good.replace('old', 'Old'), good.replace('\n\n', '\nAAAA\n\n'), good.slice(0, -1), `${good}\n`, `\n${good}`]) {
      expect(await status(bad)).toBe(400);
    }
    await witness.addCheckpoint(good);
    const request = log.request('a', 4, 9);
    expect(await status(request.replace('\n', `\n${'A'.repeat(43)}=\n`))).toBe(422);
    expect(await status(request.replace('\n', `\n${`${'A'.repeat(43)}=\n`.repeat(64)}`))).toBe(400);
  });

  it('answers requests that come at once one after the other, so that only one of two histories is signed', async () => {
    const answers = await Promise.all([log.request('a', 0, 8), log.request('b', 0, 8), log.request('a', 0, 9), log.request('b', 0, 7)].map((request) => witness.addCheckpoint(request)));
    expect(answers.map((one) => one.status)).toEqual([200, 409, 409, 409]);
  });

  it('remembers before it answers: a crash after the write leaves a witness that refuses the other history', async () => {
    const crashing: KeptHeads = { ...heads, keep: (of, note) => { heads.keep(of, note); throw new Error('power cut'); } };
    const cut = witnessOver(key, crashing, [log.key.verifier], Date.now, () => undefined);
    expect((await cut.addCheckpoint(log.request('a', 0, 8))).status).toBe(500);
    expect(await witness.addCheckpoint(log.request('b', 0, 8))).toMatchObject({ status: 409, body: '8\n' });
    expect(await status(log.request('b', 8, 8))).toBe(409);
    expect(await status(log.request('a', 8, 8))).toBe(200);
  });

  it('signs nothing when it cannot write, and nothing when what it wrote was altered', async () => {
    const full = witnessOver(key, { ...heads, keep: () => { throw new Error('disk full'); } }, [log.key.verifier], Date.now, () => undefined);
    expect((await full.addCheckpoint(log.request('a', 0, 8))).body).not.toContain('—');
    await witness.addCheckpoint(log.request('a', 0, 8));
    const path = join(folder, fileOfOrigin(origin));
    writeFileSync(path, log.note('b', 7));
    expect(await witness.addCheckpoint(log.request('b', 7, 9))).toMatchObject({ status: 500 });
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 20));
    expect(await status(log.request('b', 0, 9))).toBe(500);
  });

  it('keeps one memory for one key: none of another, none lost, none held by a second process', () => {
    const another = readKeyLine(newKeyLine('audit.example/witness')) ?? expect.fail();
    expect(() => openKeptHeads(folder, another.verifier)).toThrow('another key');
    expect(() => makeFolder(folder, key.verifier)).toThrow('belongs to a key');
    const empty = mkdtempSync(join(folder, 'lost-'));
    expect(() => openKeptHeads(empty, key.verifier)).toThrow('make a new key');
    writeFileSync(join(folder, 'lock'), String(process.ppid));
    expect(() => openKeptHeads(folder, key.verifier)).toThrow('in use');
    expect(readdirSync(folder)).toContain('lock');
  });
});
