/**
 * `npm run check:sign-in` (S-06): 10,000 guesses of passwords and codes, over accounts and addresses, at the whole application on a real database with passwords at their real cost; the time a
 * wrong password takes for an account there is and for one there is not, by turns in one run, and the same of telephones; every operation with the password shown and the second factor not; a
 * code of a generator shown again. Ten thousand are affordable because a bound stops most before anything is hashed. `--quick` guesses 600 times. Last line: one JSON object, `differenceMs` and
 * `phoneDifferenceMs` with half the width of their 95 % intervals; exit 1 where anybody was let in, an account had more than ten tries in fifteen minutes, or a difference is 5 ms or more.
 */
import { testApp } from '../server/testing/app.ts';
import { useTestDatabaseServer } from '../server/testing/database-server.ts';
import { inventPerson } from '../server/testing/people.ts';
import { addAccounts, guessCodes, guessPasswords, replays, skips } from './sign-in/guessing.ts';
import { timedLogins, timedPhones } from './sign-in/timing.ts';

const quick = process.argv.includes('--quick');
const size = quick ? { guesses: 600, accounts: 10, phones: 5, timed: 12, timedPhones: 60, replays: 6 } : { guesses: 9_500, accounts: 40, phones: 25, timed: 60, timedPhones: 250, replays: 10 };
const mostTries = 10;
const windowMs = 900_000;
const mostMs = 5;

const names = (prefix: string, count: number): readonly string[] => Array.from({ length: count }, (_none, n) => `${prefix}.no${n}`);

async function main(): Promise<void> {
  const server = await useTestDatabaseServer();
  const t = await testApp({ ownPasswordCost: true });
  try {
    const timed = names('timed', size.timed);
    await addAccounts(t, timed);
    const logins = await timedLogins(t, size.timed * 9, timed);
    console.log(`wrong password, ${logins.pairs} pairs: known ${logins.knownMs} ms, unknown ${logins.unknownMs} ms, difference ${logins.differenceMs} ± ${logins.uncertaintyMs} ms`);
    const people = Array.from({ length: size.timedPhones }, (_none, index) => inventPerson('check-sign-in', { index: 1_000 + index, today: '2026-11-23', ageFrom: 25, ageTo: 60 }));
    await t.app.people.makeParties(people.map((one) => ({ name: one.name['zh-CN'], number: one.number, kind: one.kind, phone: one.mobile, assurance: 'verified_at_window' })));
    const phones = await timedPhones(t, people.map(({ mobile }) => mobile));
    console.log(`code asked for, ${phones.pairs} pairs: known ${phones.knownMs} ms, unknown ${phones.unknownMs} ms, difference ${phones.differenceMs} ± ${phones.uncertaintyMs} ms`);
    const known = names('guessed', size.accounts / 2);
    await addAccounts(t, known);
    const started = performance.now();
    const passwords = await guessPasswords(t, { guesses: size.guesses, accounts: [...known, ...names('nobody', size.accounts / 2)], addresses: 25 });
    const windows = Math.ceil((performance.now() - started) / windowMs);
    const codes = await guessCodes(t, { phones: size.phones, each: 20 });
    const [skipped, replayed] = [await skips(t), await replays(t, size.replays)];
    for (const line of [...skipped.open, ...passwords.otherAnswers, ...codes.otherAnswers]) console.log(line);
    const figures = {
      guesses: passwords.guesses + codes.guesses, letIn: passwords.letIn + codes.letIn, mostTriesOfAnAccount: passwords.mostTriesOfAnAccount, mostTriesOfACode: codes.mostTriesOfAnAccount,
      refusedByAccount: passwords.refusedByAccount, refusedByAddress: passwords.refusedByAddress, secondFactorTried: skipped.tried, secondFactorSkipped: skipped.open.length, codesShownAgain: replayed.shown - 1, codesReplayed: replayed.letInAgain,
      pairs: logins.pairs, differenceMs: logins.differenceMs, uncertaintyMs: logins.uncertaintyMs, phonePairs: phones.pairs, phoneDifferenceMs: phones.differenceMs, phoneUncertaintyMs: phones.uncertaintyMs,
    };
    console.log(JSON.stringify(figures));
    const sound = figures.letIn + figures.secondFactorSkipped + figures.codesReplayed + passwords.otherAnswers.length + codes.otherAnswers.length === 0 && replayed.letInOnce && passwords.mostTriesOfAnAccount > 0 && passwords.mostTriesOfAnAccount <= mostTries * windows
      && codes.mostTriesOfAnAccount > 0 && codes.mostTriesOfAnAccount <= 5 && Math.abs(logins.differenceMs) < mostMs && Math.abs(phones.differenceMs) < mostMs;
    process.exitCode = sound ? 0 : 1;
  } finally {
    await t.drop();
    await server.stop();
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
