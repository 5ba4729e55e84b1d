import { randomUUID } from 'node:crypto';
import { webcrypto } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdrawMatter } from '../../contract/matters.ts';
import { getLedger, getProof, getProofFile } from '../../contract/ledger.ts';
import { fileDraft } from '../../contract/matters.ts';
import { allowanceOffice, view, act, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import type { Client } from '../../server/testing/app.ts';
import { isNoteSignature } from '../../server/platform/ledger/checkpoint.ts';
import { readVerifierKey } from '../../server/platform/ledger/note-keys.ts';
import { readNote } from '../../server/platform/ledger/note.ts';
import { askSecondProgram, pythonIsThere } from '../verifier/second-program.ts';
import { openVerifier, type Trust } from '../verifier/verifier-script.ts';

const page = openVerifier();

describe('receipts of the log', () => {
  let office: AllowanceOffice;
  let resident: Awaited<ReturnType<AllowanceOffice['somebody']>>;
  let receipt: Awaited<ReturnType<typeof filed>>;
  beforeAll(async () => {
    office = await allowanceOffice();
    resident = await office.somebody();
    receipt = await filed(resident.client);
  });
  afterAll(() => office.drop());

  async function filed(client: Client) {
    const draft = await office.completeDraft(client);
    const sent = { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } };
    const [first, again] = [await client.good(fileDraft, sent), await client.good(fileDraft, sent)];
    expect(again).toEqual(first);
    return first;
  }
  const trust = (): Trust => ({ ...office.app.ledger.readerKeys });
  const fileOf = async (client: Client, seq: number) => client.call(getProofFile, { params: { matterId: receipt.matterId, seq } });

  it('promise at filing, under our signature, when the record stands in the log', () => {
    const note = readNote(receipt.acceptance);
    const key = readVerifierKey(office.app.ledger.readerKeys.receipts);
    if (!note.ok || !key.ok) throw new Error('the promise cannot be read');
    expect(note.note.text.split('\n')).toEqual([
      'yimen acceptance receipt v1', 'yimen.test/cases/v1', receipt.matterId, '1', Buffer.from(receipt.factHash, 'hex').toString('base64'), receipt.receivedAt,
      `included by ${new Date(Date.parse(receipt.receivedAt) + 60_000).toISOString()}`, '',
    ]);
    expect(note.note.signatures.map(({ name, id }) => [name, id])).toEqual([['yimen.test/receipts', key.key.id]]);
    expect(isNoteSignature(key.key, note.note.text, note.note.signatures[0]?.signature ?? Buffer.alloc(0))).toBe(true);
    expect(isNoteSignature(key.key, note.note.text.replace('\n1\n', '\n2\n'), note.note.signatures[0]?.signature ?? Buffer.alloc(0))).toBe(false);
  });

  it('are not there before the log was signed, and then are: the same promise, and a place', async () => {
    const waiting = await resident.client.good(getProof, { params: { matterId: receipt.matterId } });
    expect(waiting).toMatchObject({ acceptance: receipt.acceptance, records: [{ seq: 1, kind: 'matter_filed', hash: receipt.factHash, state: 'waiting', index: null }] });
    expect((await fileOf(resident.client, 1)).problem).toMatchObject({ status: 409, code: 'ledger.not_yet' });
    await office.app.ledger.tick();
    const [record] = (await resident.client.good(getProof, { params: { matterId: receipt.matterId } })).records;
    expect(record).toMatchObject({ state: 'included', isWitnessed: true, witnesses: 0 });
  });

  it('are genuine to both verifiers, with the record in them, and to nobody after a change', async () => {
    const answer = await fileOf(resident.client, 1);
    expect([answer.status, answer.headers['content-disposition']]).toEqual([200, `attachment; filename*=UTF-8''${receipt.number}-1.tlog-proof`]);
    const ed25519 = await page.chooseEd25519(webcrypto.subtle);
    const judged = await page.verify(answer.bytes, trust(), { ed25519 });
    expect(judged).toMatchObject({ code: 'genuine', facts: { origin: 'yimen.test/cases/v1', leafHash: receipt.factHash, leaf: { case: receipt.matterId, seq: 1, kind: 'matter_filed' }, content: { number: receipt.number } } });
    if (pythonIsThere) expect(askSecondProgram([trust()], [{ receipt: answer.bytes, trust: 0 }])[0]).toMatchObject({ code: 'genuine', facts: { leafHash: receipt.factHash } });
    const forged = Buffer.from(answer.bytes);
    forged[60] = forged[60] === 65 ? 66 : 65;
    expect((await page.verify(forged, trust(), { ed25519 })).code).not.toBe('genuine');
  });

  it('come with a page that has the keys of this installation in it', async () => {
    const answer = await office.app.http.inject({ method: 'GET', url: '/yimen-verify.html' });
    expect(answer.headers['content-disposition']).toBe('attachment; filename="yimen-verify.html"');
    const keys = /id="yimen-keys">(.*?)<\/script>/.exec(answer.body)?.[1] ?? '';
    expect(JSON.parse(keys)).toEqual({ logs: office.app.ledger.readerKeys.logs, witnesses: [], quorum: 0 });
  });

  it('are given to the applicant alone: another’s matter is as unknown as one that is not there', async () => {
    const other = await office.somebody();
    for (const endpoint of [getProof, getProofFile]) {
      const params = endpoint === getProof ? { matterId: receipt.matterId } : { matterId: receipt.matterId, seq: 1 };
      const nobodys = { ...params, matterId: randomUUID() };
      const [foreign, absent] = [await other.client.call(endpoint, { params } as never), await other.client.call(endpoint, { params: nobodys } as never)];
      expect([foreign.status, foreign.text]).toEqual([absent.status, absent.text]);
      expect(foreign.problem.code).toBe('matter.unknown');
      expect((await office.clerk.call(endpoint, { params } as never)).status).toBe(404);
    }
    expect((await fileOf(resident.client, 2)).problem.code).toBe('matter.unknown');
  });

  it('follow the matter to its end, also from a window', async () => {
    const matter = await view(resident.client, receipt.matterId);
    await resident.client.good(withdrawMatter, { params: { matterId: receipt.matterId }, body: act(matter) });
    await office.app.ledger.tick();
    const { records } = await resident.client.good(getProof, { params: { matterId: receipt.matterId } });
    expect(records.map((record) => [record.kind, record.state])).toEqual([['matter_filed', 'included'], ['matter_withdrawn', 'included']]);
    const last = records.at(-1);
    const judged = await page.verify((await fileOf(resident.client, last?.seq ?? 0)).bytes, trust(), { ed25519: page.ownEd25519 });
    expect(judged).toMatchObject({ code: 'genuine', facts: { leaf: { kind: 'matter_withdrawn' } } });
  });

  it('are made of a log whose sizes an administrator sees, and nobody else of the staff', async () => {
    const { client } = await office.staff('admin', [{ institution: 'YM-440300-hall', role: 'administrator' }]);
    await office.app.ledger.tick();
    const { logs } = await client.good(getLedger, {});
    expect(logs.map((one) => [one.log, one.origin, one.waiting, one.stoppedWhy, one.faults])).toEqual([['cases', 'yimen.test/cases/v1', 0, null, []], ['access', 'yimen.test/access/v1', 0, null, []]]);
    for (const one of logs) expect(one.checkpoint?.size).toBe(one.size);
    expect(logs[1]?.size).toBeGreaterThan(0);
    expect((await office.clerk.call(getLedger, {})).status).toBe(404);
  });
});
