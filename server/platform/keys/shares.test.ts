import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cryptoModes, newKeyDocument, withNewKek, type KeyDocument } from '../crypto/index.ts';
import { joinShares, readShareText, shareText, splitKeys, type NamedShare, type Share } from './index.ts';

const namedAs = (shares: readonly Share[]): readonly NamedShare[] => shares.map((share) => ({ name: `share-${share.index}.txt`, share }));
const taken = <T>(list: readonly T[], ...at: number[]): T[] => at.map((one) => list[one] as T);

/** The same share with other bytes and every check made to fit: what somebody does who wants a false file. */
const forged = (one: NamedShare): NamedShare => {
  const bytes = Buffer.from(one.share.bytes);
  bytes.writeUInt8(bytes.readUInt8(5) ^ 1, 5);
  return { ...one, share: { ...one.share, bytes } };
};

describe.each(cryptoModes)('the shares of a key file in the mode %s', (mode) => {
  const document: KeyDocument = withNewKek(newKeyDocument(mode), '2026-11-23T00:00:00.000Z');

  test('any two of three rebuild it, one alone does not', async () => {
    const shares = namedAs(await splitKeys(document, 3, 2));
    for (const pair of [[0, 1], [0, 2], [1, 2], [2, 0]] as const) expect(await joinShares(taken(shares, ...pair))).toEqual({ ok: true, document });
    expect(await joinShares(shares)).toEqual({ ok: true, document });
    expect(await joinShares(taken(shares, 1, 1))).toEqual({ ok: false, code: 'keys.too_few_shares', params: { need: 2, given: 1 } });
  });

  test('hold no key in the clear, and little more than the keys', async () => {
    const shares = await splitKeys(document, 3, 2);
    const secrets = [document.checkCode, document.link, ...Object.values(document.kek.versions)];
    for (const share of shares) {
      for (const secret of secrets) expect(Buffer.from(share.bytes).includes(Buffer.from(secret, 'base64'))).toBe(false);
      expect(share.bytes.length).toBeLessThan(560);
    }
  });

  test('of another file, or of another splitting of the same file, are named', async () => {
    const [own, other, again] = [namedAs(await splitKeys(document, 3, 2)), namedAs(await splitKeys(newKeyDocument(mode), 3, 2)), namedAs(await splitKeys(document, 3, 2))];
    for (const stranger of [other[2], again[2]] as NamedShare[]) {
      const named = { ...stranger, name: 'from-elsewhere.txt' };
      expect(await joinShares([...taken(own, 0, 1), named])).toMatchObject({ ok: false, code: 'keys.share_of_another_file', params: { name: 'from-elsewhere.txt' } });
    }
  });

  test('altered with all their checks made to fit rebuild nothing, and with a third share the false one is named', async () => {
    const [first, second, third] = namedAs(await splitKeys(document, 3, 2)) as [NamedShare, NamedShare, NamedShare];
    expect(await joinShares([first, forged(second)])).toEqual({ ok: false, code: 'keys.shares_do_not_fit', params: { names: 'share-1.txt, share-2.txt' } });
    expect(await joinShares([first, forged(second), third])).toEqual({ ok: false, code: 'keys.share_false', params: { name: 'share-2.txt' } });
  });
});

describe('a share on paper', () => {
  const share: Share = { fingerprint: '0123-4567-89AB-CDEF-0123-4567-89AB-CDEF', set: 'CAFE0123', index: 2, count: 3, need: 2, bytes: Buffer.from(Array.from({ length: 333 }, (_, at) => (at * 89) & 255)) };
  const text = shareText(share);

  test('is read again, whatever its length, also in small letters, with other spaces and look-alikes', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 700 }), (bytes) => {
      expect(readShareText('a', shareText({ ...share, bytes }))).toEqual({ ok: true, share: { ...share, bytes: Buffer.from(bytes) } });
    }), { numRuns: 200 });
    const typed = text.replace(/^(\d\d .*)$/gm, (line) => line.slice(0, 3) + line.slice(3).replace(/0/g, 'o').replace(/1/g, 'l').replace(/ /g, '  ')).toLowerCase().replace(/\n/g, '\r\n');
    expect(readShareText('a', typed)).toMatchObject({ ok: true, share: { index: 2, bytes: Buffer.from(share.bytes) } });
  });

  test('with one letter wrong is refused with the number of the line', () => {
    const lines = text.trimEnd().split('\n');
    let [wrong, passed] = [0, 0];
    for (let at = 3; at < lines.length - 1; at += 1) {
      for (let place = 3; place < 43; place += 1) {
        const line = lines[at] ?? '';
        if (!/[0-9A-Z]/.test(line[place] ?? ' ') || place > line.lastIndexOf(' ')) continue;
        const letter = line[place] === '7' ? '8' : '7';
        const read = readShareText('kept by 甲', [...lines.slice(0, at), line.slice(0, place) + letter + line.slice(place + 1), ...lines.slice(at + 1)].join('\n'));
        wrong += 1;
        expect(read.ok).toBe(false);
        // Ten bits a line: a wrong letter that passes its line is caught by the whole, without a line.
        if (!read.ok && read.params.line === 0) passed += 1;
        else expect(read).toEqual({ ok: false, code: 'keys.share_altered', params: { name: 'kept by 甲', line: at - 2 } });
      }
    }
    expect(wrong).toBeGreaterThan(400);
    expect(passed).toBeLessThan(wrong / 100);
  });

  test('with a line lost, two lines exchanged, another number or no end is refused', () => {
    const lines = text.trimEnd().split('\n');
    const without = [...lines.slice(0, 5), ...lines.slice(6)];
    const exchanged = [...lines.slice(0, 5), lines[6], lines[5], ...lines.slice(7)];
    for (const other of [without, exchanged, lines.slice(0, -1), [], [(lines[0] ?? '').replace('2 of 3', '1 of 3'), ...lines.slice(1)]]) expect(readShareText('a', other.join('\n')).ok).toBe(false);
  });
});

describe('a process that holds keys', () => {
  test.runIf(process.platform === 'linux')('leaves its memory out of core files', () => {
    const program = `import { keepMemoryOutOfCoreFiles } from './server/platform/keys/core-files.ts'; import { readFileSync } from 'node:fs';
      const set = keepMemoryOutOfCoreFiles(); process.stdout.write(set + ' ' + readFileSync('/proc/self/coredump_filter', 'utf8').trim());`;
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { encoding: 'utf8' });
    expect(stdout).toBe('true 00000000');
    expect(readFileSync('/proc/self/coredump_filter', 'utf8').trim()).not.toBe('');
  });
});
