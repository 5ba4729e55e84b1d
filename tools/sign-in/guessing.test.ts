import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../server/testing/app.ts';
import { addAccounts, guessCodes, guessPasswords, replays, skips } from './guessing.ts';

/** `npm run check:sign-in` at the size of every `npm test`: everything but the times, which a machine with other work cannot tell. */
describe('Guessing at the sign-in (S-06)', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.drop());

  test('of passwords lets nobody in and looks at no more than ten for an account, the same for one that is not there', async () => {
    const names = (prefix: string): readonly string[] => Array.from({ length: 4 }, (_none, n) => `${prefix}.no${n}`);
    await addAccounts(t, names('guessed'), true);
    for (const accounts of [names('guessed'), names('nobody')]) {
      const guessed = await guessPasswords(t, { guesses: 100, accounts, addresses: 25 });
      expect(guessed).toMatchObject({ letIn: 0, mostTriesOfAnAccount: 10, otherAnswers: [] });
      expect(guessed.refusedByAccount + guessed.refusedByAddress).toBe(60);
    }
  });

  test('of codes lets nobody in and looks at no more than five for a telephone', async () => {
    const guessed = await guessCodes(t, { phones: 3, each: 12 });
    expect(guessed).toMatchObject({ letIn: 0, otherAnswers: [] });
    expect(guessed.mostTriesOfAnAccount > 0 && guessed.mostTriesOfAnAccount <= 5, JSON.stringify(guessed)).toBe(true);
  });

  test('with the password shown and the second factor not, every operation answers as to nobody', async () => {
    const { tried, open } = await skips(t);
    expect(open).toEqual([]);
    expect(tried).toBeGreaterThan(200);
  });

  test('a code of a generator lets in once, shown at once or again', async () => {
    expect(await replays(t, 6)).toEqual({ shown: 6, letInAgain: 0, letInOnce: true });
  });
});
