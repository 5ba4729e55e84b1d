import { randomBytes } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkRecipients, newIdentity, opened, sealed, type Recipients } from './age-file.ts';
import { wholeOf } from './byte-reader.ts';

/** The stream in pieces of odd sizes, as disks and networks give them. */
async function* inPieces(bytes: Buffer, size = 10_007): AsyncGenerator<Buffer, void, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('Files in the age format (C2SP age.md)', () => {
  let first: { identity: string; recipient: string };
  let second: { identity: string; recipient: string };
  let recipients: Recipients;

  beforeAll(async () => {
    [first, second] = [await newIdentity(), await newIdentity()];
    recipients = await checkRecipients([first.recipient, second.recipient]);
  });

  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])('%i bytes: what we write the library opens, what it writes we open, with either identity', async (size) => {
    const plain = randomBytes(size);
    const ours = await wholeOf(sealed(inPieces(plain), recipients));
    for (const { identity } of [first, second]) {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      expect(Buffer.from(await decrypter.decrypt(ours)).equals(plain)).toBe(true);
      expect((await wholeOf(opened(inPieces(ours), [identity], 'ours'))).equals(plain)).toBe(true);
    }
    const encrypter = new Encrypter();
    encrypter.addRecipient(second.recipient);
    const theirs = Buffer.from(await encrypter.encrypt(plain));
    expect((await wholeOf(opened(inPieces(theirs), [second.identity], 'theirs'))).equals(plain)).toBe(true);
  });

  it('any single bit that is turned round is noticed, wherever it lies', async () => {
    const plain = Buffer.from('一门 '.repeat(20));
    const good = await wholeOf(sealed(inPieces(plain), recipients));
    const unnoticed: number[] = [];
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8));
      const read = await wholeOf(opened(inPieces(bad), [first.identity], 'bad')).catch(() => null);
      if (read !== null) unnoticed.push(at);
    }
    expect(unnoticed).toEqual([]);
  });

  it('a file that is cut off is noticed, also between two chunks', async () => {
    const good = await wholeOf(sealed(inPieces(randomBytes(200_000)), recipients));
    const headerBytes = good.length - (200_000 + 4 * 16) - 16;
    for (const length of [10, headerBytes, headerBytes + 16, headerBytes + 16 + 65_552, headerBytes + 16 + 2 * 65_552, good.length - 1]) {
      await expect(wholeOf(opened(inPieces(good.subarray(0, length)), [first.identity], 'cut'))).rejects.toMatchObject({ code: 'backup.damaged' });
    }
  });

  it('an identity that is none of the recipients is refused by name', async () => {
    const stranger = await newIdentity();
    const good = await wholeOf(sealed(inPieces(Buffer.from('x')), recipients));
    await expect(wholeOf(opened(inPieces(good), [stranger.identity], 'the file'))).rejects.toMatchObject({ code: 'backup.wrong_identity', params: { name: 'the file' } });
  });

  it('fewer than two different recipients are refused, and what is no recipient (C-CR-2)', async () => {
    await expect(checkRecipients([])).rejects.toMatchObject({ code: 'backup.too_few_recipients', params: { count: 0 } });
    await expect(checkRecipients([first.recipient])).rejects.toMatchObject({ code: 'backup.too_few_recipients', params: { count: 1 } });
    await expect(checkRecipients([first.recipient, ` ${first.recipient}`])).rejects.toMatchObject({ code: 'backup.too_few_recipients', params: { count: 1 } });
    await expect(checkRecipients([first.recipient, first.identity])).rejects.toMatchObject({ code: 'backup.recipient_unreadable' });
  });
});
