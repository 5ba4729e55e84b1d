import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { checkpointText, cosignature, signCheckpoint } from './checkpoint.ts';
import { hashOfEntry } from './merkle.ts';
import { privateKeyOfSeed, signerKey } from './note-keys.ts';
import { signatureLine } from './note.ts';
import { addCheckpointBody, askWitness, type WitnessRequest } from './witness-client.ts';

const log = signerKey('city.example/cases/v1', 'note', privateKeyOfSeed(Buffer.alloc(32, 1)));
const witness = signerKey('archive.example/w', 'cosignature', privateKeyOfSeed(Buffer.alloc(32, 2)));
const stranger = signerKey('stranger.example/w', 'cosignature', privateKeyOfSeed(Buffer.alloc(32, 3)));
const checkpoint = { origin: log.verifier.name, size: 1, root: hashOfEntry(Buffer.from('x')), extensions: [] };
const request: WitnessRequest = { oldSize: 1, proof: [], note: signCheckpoint([log], checkpoint) };
const cosigned = cosignature(witness, checkpointText(checkpoint), 1_790_000_000);

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let close = closing.pop(); close; close = closing.pop()) await close();
});

/** A witness that answers as it is told: only an outsider is played here. */
async function played(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const answering = (status: number, body: string, type = 'text/plain'): Promise<string> => played((asked, answer) => {
  asked.resume();
  answer.writeHead(status, { 'content-type': type }).end(body);
});
const ask = async (url: Promise<string> | string, milliseconds?: number) => askWitness({ url: await url, key: witness.verifier }, request, milliseconds);

describe('asking a witness (C2SP tlog-witness)', () => {
  it('sends the old size, the proof a line each, an empty line and the checkpoint', async () => {
    let seen = '';
    await ask(played((asked, answer) => {
      asked.on('data', (part: Buffer) => (seen += `${asked.method} ${asked.url} ${part.toString()}`)).on('end', () => answer.writeHead(404).end());
    }));
    expect(seen).toBe(`POST /add-checkpoint old 1\n\n${request.note}`);
    expect(addCheckpointBody({ ...request, proof: [Buffer.alloc(32), Buffer.alloc(32, 255)] })).toBe(`old 1\n${'A'.repeat(43)}=\n${'/'.repeat(42)}8=\n\n${request.note}`);
    expect(() => addCheckpointBody({ ...request, proof: Array.from({ length: 64 }, () => Buffer.alloc(32)) })).toThrow(RangeError);
  });

  it('takes the signature of the key it knows, among others', async () => {
    const other = signatureLine(cosignature(stranger, checkpointText(checkpoint), 1_790_000_000));
    expect(await ask(answering(200, other + signatureLine(cosigned)))).toEqual(cosigned);
  });

  it('takes no signature that is not this witness’s over this checkpoint', async () => {
    const wrong = { ...cosigned, signature: Buffer.concat([cosigned.signature.subarray(0, 71), Buffer.of((cosigned.signature[71] ?? 0) ^ 1)]) };
    const another = cosignature(witness, checkpointText({ ...checkpoint, size: 2 }), 1_790_000_000);
    for (const made of [wrong, another, cosignature(stranger, checkpointText(checkpoint), 1)]) expect(await ask(answering(200, signatureLine(made)))).toEqual({ failed: 'signature_wrong' });
    for (const body of ['', 'yes\n', signatureLine(cosigned).slice(0, -1), signatureLine(cosigned).repeat(2), `${signatureLine(cosigned)}\n`]) expect(await ask(answering(200, body))).toEqual({ failed: 'answer_malformed' });
  });

  it('learns from a conflict which size the witness signed last', async () => {
    expect(await ask(answering(409, '17\n', 'text/x.tlog.size'))).toEqual({ conflict: 17 });
    for (const [body, type] of [['17', 'text/x.tlog.size'], ['017\n', 'text/x.tlog.size'], ['17\n', 'text/plain'], ['', 'text/x.tlog.size']] as const) {
      expect(await ask(answering(409, body, type))).toEqual({ failed: 'answer_malformed' });
    }
  });

  it('says why there is no signature', async () => {
    const told = [[400, 'request_refused'], [403, 'signature_refused'], [404, 'unknown_log'], [422, 'inconsistent'], [429, 'busy'], [503, 'busy'], [500, 'answer_other'], [201, 'answer_other']] as const;
    for (const [status, failed] of told) expect(await ask(answering(status, 'x'))).toEqual({ failed });
    expect(await ask(played((_asked, answer) => void answer.writeHead(307, { location: 'http://127.0.0.1:1/' }).end()))).toEqual({ failed: 'unreachable' });
  });

  it('waits and reads only so much', async () => {
    expect(await ask(played(() => undefined), 100)).toEqual({ failed: 'timeout' });
    expect(await ask(played((_asked, answer) => void answer.writeHead(200).write('x')), 100)).toEqual({ failed: 'timeout' });
    expect(await ask(answering(200, 'x'.repeat(100_000)))).toEqual({ failed: 'answer_malformed' });
    expect(await ask('http://127.0.0.1:1')).toEqual({ failed: 'unreachable' });
  });
});
