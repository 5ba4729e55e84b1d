import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import examples from '../../../tests/ledger-vectors/tlog/c2sp-examples.json' with { type: 'json' };
import golden from '../../../tests/ledger-vectors/tlog/tessera-golden-log.json' with { type: 'json' };
import { readBase64, readDecimal } from './canonical-text.ts';
import { checkpointText, cosignature, isNoteSignature, noteSignature, openCheckpoint, readCheckpointText, readPolicy, readSignedCheckpoint, signCheckpoint, type CheckpointPolicy } from './checkpoint.ts';
import { emptyRoot, hashOfEntry } from './merkle.ts';
import { privateKeyOfSeed, readVerifierKey, signerKey, verifierKey, writeVerifierKey, type KeyUse } from './note-keys.ts';
import { readNote, signatureLine, writeNote } from './note.ts';

const seedOf = (byte: number): Buffer => Buffer.alloc(32, byte);
const signer = (name: string, use: KeyUse, byte: number) => signerKey(name, use, privateKeyOfSeed(seedOf(byte)));
const log = signer('yimen.example/cases/v1', 'note', 1);
const [archives, audit, university] = [signer('archives.example/w', 'cosignature', 2), signer('audit.example/w', 'cosignature', 3), signer('university.example/w', 'cosignature', 4)];
const stranger = signer('stranger.example/w', 'cosignature', 5);
const line = (key: { readonly verifier: Parameters<typeof writeVerifierKey>[0] }): string => writeVerifierKey(key.verifier);

function policyOf(quorum: number): CheckpointPolicy {
  const read = readPolicy({ log: [line(log)], witnesses: [archives, audit, university].map(line), quorum });
  if (!read.ok) throw new Error(read.code);
  return read.policy;
}

const checkpoint = { origin: log.verifier.name, size: 5, root: hashOfEntry(Buffer.from('root')), extensions: [] };
const text = checkpointText(checkpoint);
const byLog = noteSignature(log, text);
const signed = (...more: Parameters<typeof signatureLine>[0][]): string => writeNote({ text, signatures: [byLog, ...more] });
const codeOf = (quorum: number, note: string): string => {
  const opened = openCheckpoint(policyOf(quorum), note);
  return opened.ok ? 'opened' : opened.code;
};

describe('a signed note', () => {
  it('of the specification is read and its signature holds', () => {
    const key = readVerifierKey(examples.signedNote.vkey);
    const note = readNote(examples.signedNote.note);
    expect(key.ok && note.ok && note.note.signatures[0]?.id === key.key.id && isNoteSignature(key.key, note.note.text, note.note.signatures[0].signature)).toBe(true);
    expect(key.ok && writeVerifierKey(key.key)).toBe(examples.signedNote.vkey);
    expect(note.ok && writeNote(note.note)).toBe(examples.signedNote.note);
  });

  it('may have empty lines in its text, which ends at the last one', () => {
    const note = `one\n\n\ntwo\n\n${signatureLine(byLog)}`;
    expect(readNote(note)).toEqual({ ok: true, note: { text: 'one\n\n\ntwo\n', signatures: [byLog] } });
  });

  it('is refused in every other shape', () => {
    const good = signed();
    const signature = signatureLine(byLog).slice(0, -1);
    for (const bad of [
      '', '\n', text, `${text}\n`, good.slice(0, -1), `${good.slice(0, -1)}X`, `${good}— name AAAAAA==\n`, `${good}\n`, good.replaceAll('\n', '\r\n'), good.replace('—', '-'), good.replace('— ', '—'), `${good} `, good.replace('\n\n', '\n'),
      good.replace(signature, `${signature} `), good.replace(signature, `${signature} more`), good.replace('—', ' —'), `${good}garbage\n`, `${good}— name \n`, `${good}— name AAAA\n`, `${good}— AAAAAAA=\n`,
      `${good}—  AAAAAAA=\n`, `${good}— a+b AAAAAAA=\n`, `${good}— a\u00a0b AAAAAAA=\n`, `${good}— a\u3000b AAAAAAA=\n`, `${good}— name AAAAAAB=\n`, `${good}— name AAAAAAA\n`, `${good}— name AAAA_AA=\n`,
      good.replace('5', '5\0'), good.replace('5', '5\t'), good.replace('5', '\ud800'), `${good}${Array.from({ length: 64 }, (_, at) => `— n${at} AAAAAAA=\n`).join('')}`,
    ]) expect(readNote(bad), JSON.stringify(bad)).toMatchObject({ ok: false, code: 'ledger.note_malformed' });
  });

  it('with 16 and more signatures is read', () => {
    expect(readNote(`${signed()}${Array.from({ length: 40 }, (_, at) => `— n${at} AAAAAAA=\n`).join('')}`).ok).toBe(true);
  });
});

describe('a key in one line', () => {
  it('comes back as it was written, for the log and for a witness', () => {
    for (const key of [log, archives]) expect(readVerifierKey(line(key))).toMatchObject({ ok: true, key: { name: key.verifier.name, use: key.verifier.use, id: key.verifier.id } });
    expect(verifierKey(log.verifier.name, 'cosignature', log.verifier.bytes).id).not.toBe(log.verifier.id);
  });

  it('is refused with another key id, in another spelling, or of another kind', () => {
    const [name = '', id = '', ...rest] = line(log).split('+');
    const base64 = rest.join('+');
    const bytes = Buffer.from(base64, 'base64');
    const other = (type: number): string => Buffer.concat([Buffer.of(type), bytes.subarray(1)]).toString('base64');
    for (const bad of ['', name, `${name}+${id}`, `${name}+00000000+${base64}`, `${name}+${id.toUpperCase()}x+${base64}`, `${name}x+${id}+${base64}`, ` ${line(log)}`, `${line(log)}\n`, `${name}+${id}+${base64}=`, `${name}+${id}+${other(2)}`, `${name}+${id}+${other(4)}`, `${name}+${id}+${bytes.subarray(0, -1).toString('base64')}`, `a b+${id}+${base64}`]) {
      expect(readVerifierKey(bad), bad).toMatchObject({ ok: false, code: 'ledger.key_malformed' });
    }
  });

  it('is Ed25519 of 32 bytes, anything else is a bug', () => {
    expect(() => signerKey('x', 'note', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)).toThrow(RangeError);
    expect(() => verifierKey('x', 'note', Buffer.alloc(31))).toThrow(RangeError);
    expect(() => verifierKey('a b', 'note', Buffer.alloc(32))).toThrow(RangeError);
    expect(() => privateKeyOfSeed(Buffer.alloc(31))).toThrow(RangeError);
    expect(() => noteSignature(archives, text)).toThrow(RangeError);
    expect(() => cosignature(log, text, 1)).toThrow(RangeError);
  });
});

describe('a checkpoint', () => {
  it('of the golden log opens at every size, under its key alone', () => {
    const policy = readPolicy({ log: [golden.vkey], witnesses: [], quorum: 0 });
    for (const [size, note] of Object.entries(golden.checkpointsBySize)) {
      expect(policy.ok && openCheckpoint(policy.policy, note)).toMatchObject({ ok: true, checkpoint: { size: Number(size), origin: 'example.com/log/testdata' }, witnesses: [] });
      expect(codeOf(0, note)).toBe('ledger.origin_other');
    }
  });

  it('comes back as it was written, for any origin, size and root', () => {
    const origin = fc.stringMatching(/^[a-z一-龥./ —-]{1,40}$/u);
    fc.assert(fc.property(origin, fc.maxSafeNat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (name, size, bytes) => {
      const one = { origin: name, size, root: size === 0 ? emptyRoot : Buffer.from(bytes), extensions: [] };
      expect(readCheckpointText(checkpointText(one))).toEqual({ ok: true, checkpoint: one });
    }), { numRuns: 200 });
  });

  it('is refused in every other spelling', () => {
    const [origin = '', , root = ''] = text.split('\n');
    for (const bad of [
      '', text.slice(0, -1), `${text}\n`, `\n${text}`, `${origin}\n5\n`, `\n5\n${root}\n`, `${origin}\n\n${root}\n`, `${origin}\n05\n${root}\n`, `${origin}\n+5\n${root}\n`, `${origin}\n-5\n${root}\n`, `${origin}\n5 \n${root}\n`,
      `${origin}\n5.0\n${root}\n`, `${origin}\n0x5\n${root}\n`, `${origin}\n９\n${root}\n`, `${origin}\n9007199254740993\n${root}\n`, `${origin}\n5\n${root} \n`, `${origin}\n5\n${root.slice(0, -1)}\n`, `${origin}\n5\nAAAA\n`,
      `${origin}\n0\n${root}\n`, `${text}\nextension\n`,
    ]) expect(readCheckpointText(bad), JSON.stringify(bad)).toMatchObject({ ok: false, code: 'ledger.checkpoint_malformed' });
    for (const wrong of [{ origin: '' }, { origin: 'a\nb' }, { size: -1 }, { size: 1.5 }, { root: Buffer.alloc(31) }, { extensions: [''] }, { extensions: ['a\nb'] }]) expect(() => checkpointText({ ...checkpoint, ...wrong })).toThrow(RangeError);
  });

  it('of the specification is read with its witness’s cosignature', () => {
    const read = readSignedCheckpoint(examples.checkpointWithCosignatureSyntaxOnly);
    expect(read).toMatchObject({ ok: true, checkpoint: { origin: 'example.com/behind-the-sofa', size: 20_852_163 } });
    expect(read.ok && read.note.signatures.map((one) => [one.name, one.signature.length])).toEqual([['example.com/behind-the-sofa', 64], ['witness.example.com/w1', 72]]);
    // 2023-03-20T12:12:27Z, the time that the specification writes out beside it.
    expect(read.ok && read.note.signatures[1]?.signature.readBigUInt64BE(0)).toBe(1_679_315_147n);
  });

  it('needs the log’s signature, and witnesses up to the quorum, each with its time', () => {
    expect(codeOf(0, signCheckpoint([log], checkpoint))).toBe('opened');
    expect(codeOf(1, signed())).toBe('ledger.witnesses_too_few');
    expect(codeOf(2, signed(cosignature(audit, text, 100)))).toBe('ledger.witnesses_too_few');
    expect(codeOf(0, writeNote({ text, signatures: [cosignature(audit, text, 100)] }))).toBe('ledger.log_signature_missing');
    const opened = openCheckpoint(policyOf(2), signed(cosignature(university, text, 200), cosignature(archives, text, 100)));
    expect(opened).toMatchObject({ ok: true, checkpoint: { size: 5 }, witnesses: [{ name: 'university.example/w', atSeconds: 200 }, { name: 'archives.example/w', atSeconds: 100 }] });
  });

  it('passes over signatures of keys it does not know, which never count', () => {
    const unknown = cosignature(stranger, text, 100);
    expect(codeOf(1, signed(unknown, cosignature(audit, text, 100)))).toBe('opened');
    expect(codeOf(2, signed(unknown, cosignature(audit, text, 100)))).toBe('ledger.witnesses_too_few');
    // A known name with another key id, and a known key id under another name, are unknown keys.
    expect(codeOf(1, signed({ ...cosignature(audit, text, 100), id: '00000000' }))).toBe('ledger.witnesses_too_few');
    expect(codeOf(1, signed({ ...cosignature(audit, text, 100), name: 'other.example/w' }))).toBe('ledger.witnesses_too_few');
    expect(codeOf(0, writeNote({ text, signatures: [{ ...byLog, id: '00000000' }] }))).toBe('ledger.log_signature_missing');
  });

  it('is refused whole where one known key’s signature is wrong, though others would do', () => {
    const two = [cosignature(archives, text, 100), cosignature(audit, text, 100)];
    const bad = { ...cosignature(university, text, 100), signature: Buffer.alloc(72, 1) };
    expect(codeOf(2, signed(...two, bad))).toBe('ledger.signature_wrong');
    expect(codeOf(2, writeNote({ text, signatures: [{ ...byLog, signature: Buffer.alloc(64) }, ...two] }))).toBe('ledger.signature_wrong');
    expect(codeOf(1, signed({ ...cosignature(audit, text, 100), signature: byLog.signature }))).toBe('ledger.signature_wrong');
    // The same signature said to be of a second later, and of a time no number holds exactly.
    for (const time of [101n, 1n << 53n, (1n << 64n) - 1n]) {
      const made = cosignature(audit, text, 100);
      made.signature.writeBigUInt64BE(time);
      expect(codeOf(1, signed(made))).toBe('ledger.signature_wrong');
    }
  });

  it('is refused with a time that no number holds exactly, though the witness signed it', () => {
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(1n << 53n);
    const made = sign(null, Buffer.from(`cosignature/v1\ntime 9007199254740992\n${text}`), audit.privateKey);
    expect(codeOf(1, signed({ name: audit.verifier.name, id: audit.verifier.id, signature: Buffer.concat([time, made]) }))).toBe('ledger.signature_wrong');
  });

  it('counts no witness twice', () => {
    expect(codeOf(2, signed(cosignature(audit, text, 100), cosignature(audit, text, 101)))).toBe('ledger.signature_repeated');
    expect(codeOf(0, `${signed()}${signatureLine(byLog)}`)).toBe('ledger.signature_repeated');
    const again = writeVerifierKey(verifierKey('audit.example/other-name', 'cosignature', audit.verifier.bytes));
    expect(readPolicy({ log: [line(log)], witnesses: [line(audit), again], quorum: 2 })).toMatchObject({ ok: false, code: 'ledger.policy_malformed' });
  });

  it('keeps a note of the log from being taken for a witness’s word, and the reverse', () => {
    const double = signerKey('audit.example/w', 'note', privateKeyOfSeed(seedOf(3)));
    expect(codeOf(1, signed({ ...noteSignature(double, text), id: audit.verifier.id }))).toBe('ledger.signature_wrong');
    expect(readPolicy({ log: [line(archives)], witnesses: [], quorum: 0 })).toMatchObject({ ok: false, code: 'ledger.policy_malformed' });
    expect(readPolicy({ log: [line(log)], witnesses: [line(double)], quorum: 0 })).toMatchObject({ ok: false, code: 'ledger.policy_malformed' });
  });

  it('is judged by a policy that can be met and names one log', () => {
    const second = signerKey(log.verifier.name, 'note', privateKeyOfSeed(seedOf(9)));
    const changing = readPolicy({ log: [line(log), line(second)], witnesses: [], quorum: 0 });
    for (const signers of [[log], [second], [log, second]]) expect(changing.ok && openCheckpoint(changing.policy, signCheckpoint(signers, checkpoint)).ok).toBe(true);
    const otherLog = signer('other.example/cases/v1', 'note', 8);
    for (const bad of [{ log: [], witnesses: [], quorum: 0 }, { log: [line(log), line(otherLog)], witnesses: [], quorum: 0 }, { log: [line(log)], witnesses: [line(audit)], quorum: 2 }, { log: [line(log)], witnesses: [line(audit)], quorum: -1 }, { log: [line(log)], witnesses: [line(audit)], quorum: 0.5 }]) expect(readPolicy(bad)).toMatchObject({ ok: false, code: 'ledger.policy_malformed' });
    expect(readPolicy({ log: ['nonsense'], witnesses: [], quorum: 0 })).toMatchObject({ ok: false, code: 'ledger.key_malformed' });
  });
});

describe('what others wrote', () => {
  it('is base64 in one spelling only', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const base64 = Buffer.from(bytes).toString('base64');
      expect(readBase64(base64)?.equals(bytes)).toBe(true);
      if (base64.includes('=')) expect(readBase64(base64.replace('=', ''))).toBeUndefined();
      if (/[+/]/.test(base64)) expect(readBase64(Buffer.from(bytes).toString('base64url'))).toBeUndefined();
    }), { numRuns: 300 });
    for (const bad of ['AB==', 'AAB=', 'A', 'AA', 'AAA', 'AAAA=', 'AAAA ', ' AAAA', 'AA\nAA', 'AA-A', 'AA!A', '====', 'AA=A']) expect(readBase64(bad), bad).toBeUndefined();
  });

  it('is a number in one spelling only', () => {
    expect(['0', '7', '9007199254740991'].map(readDecimal)).toEqual([0, 7, 9_007_199_254_740_991]);
    for (const bad of ['', '00', '07', '+7', '-0', '7.0', '7e0', ' 7', '7\n', '٧', '７', '0x7', '1_000', '9007199254740992', '18446744073709551616']) expect(readDecimal(bad), bad).toBeUndefined();
  });
});
