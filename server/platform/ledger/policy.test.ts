import { describe, expect, it } from 'vitest';
import { cosignature, openCheckpoint, signCheckpoint, checkpointText } from './checkpoint.ts';
import { hashOfEntry } from './merkle.ts';
import { privateKeyOfSeed, signerKey, writeVerifierKey, type SignerKey } from './note-keys.ts';
import { signatureLine } from './note.ts';
import { readPolicyText, type ReadPolicy } from './policy.ts';

const signer = (name: string, use: SignerKey['verifier']['use'], seed: number): SignerKey => signerKey(name, use, privateKeyOfSeed(Buffer.alloc(32, seed)));
const log = signer('city.example/cases/v1', 'note', 1);
const access = signer('city.example/access/v1', 'note', 2);
const [x1, x2, x3, y1, y2] = ['x1', 'x2', 'x3', 'y1', 'y2'].map((name, at) => signer(`${name}.example/w`, 'cosignature', 10 + at)) as [SignerKey, SignerKey, SignerKey, SignerKey, SignerKey];
const line = (key: SignerKey): string => writeVerifierKey(key.verifier);

const witnesses = `witness X1 ${line(x1)} https://x1.example/w
witness\tX2  ${line(x2)}
witness X3 ${line(x3)}
witness Y1 ${line(y1)}
witness 档案馆 ${line(y2)}
`;
const grouped = `# 见证方分两组
log ${line(log)} https://city.example/cases/v1
  log ${line(access)}

${witnesses}group X 2 X1 X2 X3
group Y any Y1 档案馆
group both all X Y
quorum both
`;

const read = (text: string): ReadPolicy => {
  const policy = readPolicyText(text);
  if (!policy.ok) throw new Error(JSON.stringify(policy));
  return policy;
};
const fault = (text: string): string => {
  const policy = readPolicyText(text);
  return policy.ok ? 'read' : `${policy.params['line']} ${policy.params['fault']}`;
};

const checkpoint = { origin: log.verifier.name, size: 1, root: hashOfEntry(Buffer.from('x')), extensions: [] };
const signedBy = (...keys: readonly SignerKey[]): string => signCheckpoint([log], checkpoint) + keys.map((key) => signatureLine(cosignature(key, checkpointText(checkpoint), 1_790_000_000))).join('');

describe('a trust policy as a file (C2SP tlog-policy)', () => {
  it('names logs, witnesses with their addresses, and the quorum', () => {
    const { logs, witnesses: named, policy } = read(grouped);
    expect(logs.map((one) => [one.key.name, one.url])).toEqual([['city.example/cases/v1', 'https://city.example/cases/v1'], ['city.example/access/v1', undefined]]);
    expect(named.map((one) => [one.name, one.url])).toEqual([['X1', 'https://x1.example/w'], ['X2', undefined], ['X3', undefined], ['Y1', undefined], ['档案馆', undefined]]);
    expect([policy.origin, policy.quorum]).toEqual(['city.example/cases/v1', 3]);
    expect(read(grouped).policyFor('city.example/access/v1').logKeys).toEqual([access.verifier]);
  });

  it('takes a checkpoint when each group has enough of its own, and not because the number is right', () => {
    const { policy } = read(grouped);
    expect(openCheckpoint(policy, signedBy(x1, x3, y2)).ok).toBe(true);
    expect(openCheckpoint(policy, signedBy(x1, x2, x3))).toMatchObject({ code: 'ledger.witnesses_too_few' });
    expect(openCheckpoint(policy, signedBy(x1, y1, y2))).toMatchObject({ code: 'ledger.witnesses_too_few' });
    expect(openCheckpoint(policy, signedBy(x1, y1))).toMatchObject({ code: 'ledger.witnesses_too_few' });
  });

  it('may ask for one witness, or for none', () => {
    const one = read(`log ${line(log)}\n${witnesses}quorum X2\n`);
    expect(openCheckpoint(one.policy, signedBy(x1)).ok).toBe(false);
    expect(openCheckpoint(one.policy, signedBy(x2)).ok).toBe(true);
    expect(openCheckpoint(read(`log ${line(log)}\nquorum none\n`).policy, signedBy()).ok).toBe(true);
    const without = read(`${witnesses}quorum none\n`);
    expect(without.policy.origin).toBe('');
    expect(openCheckpoint(without.policyFor(log.verifier.name, [log.verifier]), signedBy()).ok).toBe(true);
  });

  it('is refused with the line and what is wrong with it', () => {
    expect(fault('quorum none')).toBe('0 last_newline');
    expect(fault('\n')).toBe('0 quorum_missing');
    expect(fault('quorum none\r\n')).toBe('1 character');
    expect(fault('quorum none\nquorum none\n')).toBe('2 quorum_twice');
    expect(fault('quorum X\n')).toBe('1 name_unknown');
    expect(fault('quota none\n')).toBe('1 word');
    expect(fault(`log ${line(x1)}\nquorum none\n`)).toBe('1 key_use');
    expect(fault(`log ${line(log).slice(0, -1)}\nquorum none\n`)).toBe('1 key');
    expect(fault(`log ${line(log)} ftp://city.example\nquorum none\n`)).toBe('1 url');
    expect(fault(`log ${line(log)} https://city.example more\nquorum none\n`)).toBe('1 fields');
    expect(fault(`witness none ${line(x1)}\nquorum none\n`)).toBe('1 name_taken');
    expect(fault(`witness a ${line(x1)}\nwitness a ${line(x2)}\nquorum a\n`)).toBe('2 name_taken');
    expect(fault(`witness a ${line(x1)}\nwitness b ${line(signer('other.example/w', 'cosignature', 10))}\nquorum a\n`)).toBe('2 key_twice');
    expect(fault(`log ${line(signer('city.example/v1', 'note', 10))}\nwitness b ${line(x1)}\nquorum b\n`)).toBe('2 key_twice');
    expect(fault(`witness a ${line(x1)}\nwitness b ${line(signer('x1.example/w', 'cosignature', 99))}\nquorum a\n`)).toBe('2 key_name_twice');
    expect(fault(`${witnesses}group g any none\nquorum none\n`)).toBe('6 name_unknown');
    expect(fault(`${witnesses}group g any\nquorum none\n`)).toBe('6 fields');
    expect(fault(`${witnesses}group g 3 X1 X2\nquorum g\n`)).toBe('6 threshold');
    expect(fault(`${witnesses}group g 0 X1 X2\nquorum g\n`)).toBe('6 threshold');
    expect(fault(`${witnesses}group g 01 X1 X2\nquorum g\n`)).toBe('6 threshold');
    expect(fault(`${witnesses}group g any X1 X1\nquorum g\n`)).toBe('6 member_twice');
    expect(fault(`${witnesses}group g any X1 X2\ngroup h any X1 X3\nquorum g\n`)).toBe('7 member_twice');
    expect(fault(`${witnesses}group g any h\ngroup h any X1\nquorum g\n`)).toBe('6 name_unknown');
  });
});
