import { requestSignInCode, staffSignIn } from '../../contract/people.ts';
import type { TestApp } from '../../server/testing/app.ts';
import { post } from './guessing.ts';

/** Difference of two means: the second less the first, in milliseconds, with half the width of its 95 % interval (Welch). */
export interface Difference {
  readonly pairs: number;
  readonly knownMs: number;
  readonly unknownMs: number;
  readonly differenceMs: number;
  readonly uncertaintyMs: number;
}

const meanOf = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;
const variance = (of: readonly number[]): number => of.reduce((sum, one) => sum + (one - meanOf(of)) ** 2, 0) / (of.length - 1);

/** Of pairs of times: a tenth of the slowest of each side is left out, as many on both, since another program's turn is no answer of ours. */
export function differenceOf(known: readonly number[], unknown: readonly number[]): Difference {
  const trim = (of: readonly number[]): readonly number[] => [...of].sort((a, b) => a - b).slice(0, Math.ceil(of.length * 0.9));
  const [a, b] = [trim(known), trim(unknown)];
  const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
  return { pairs: known.length, knownMs: rounded(meanOf(a)), unknownMs: rounded(meanOf(b)), differenceMs: rounded(meanOf(b) - meanOf(a)), uncertaintyMs: rounded(1.96 * Math.sqrt(variance(a) / a.length + variance(b) / b.length)) };
}

/** Times of two acts by turns, each first as often as the other. */
async function byTurns(pairs: number, known: (n: number) => Promise<unknown>, unknown: (n: number) => Promise<unknown>): Promise<Difference> {
  const times: readonly [number[], number[]] = [[], []];
  const timed = async (act: (n: number) => Promise<unknown>, n: number, into: number[]): Promise<void> => {
    const started = performance.now();
    await act(n);
    into.push(performance.now() - started);
  };
  for (let n = 0; n < pairs; n += 1) {
    const order = [[known, times[0]], [unknown, times[1]]] as const;
    for (const [act, into] of n % 2 === 0 ? order : order.toReversed()) await timed(act, n, into);
  }
  return differenceOf(...times);
}

async function mustBe(status: number, answer: ReturnType<typeof post>): Promise<void> {
  const { statusCode, body } = await answer;
  if (statusCode !== status) throw new Error(`void: ${statusCode} ${body}`);
}

/** A wrong password of an account there is and of one there is not, at the cost of real installations; `known` are tried at most ten times each. */
export function timedLogins(t: TestApp, pairs: number, known: readonly string[]): Promise<Difference> {
  const wrong = (login: string, n: number) => mustBe(422, post(t, staffSignIn.path, { login, password: 'not the word at all' }, { address: `203.0.113.${1 + (n % 200)}` }));
  if (pairs > known.length * 9) throw new Error('void: the accounts would be locked');
  return byTurns(pairs, (n) => wrong(known[n % known.length] ?? '', n), (n) => wrong(`nobody.${String.fromCharCode(97 + (n % known.length) % 26)}${n % known.length}`, n));
}

/** A code asked for a telephone that belongs to somebody and for one that does not; a telephone is asked for once. `154…` are invented and nobody's. */
export function timedPhones(t: TestApp, known: readonly string[]): Promise<Difference> {
  const asked = (phone: string, n: number) => mustBe(201, post(t, requestSignInCode.path, { phone, language: 'zh-CN' }, { address: `192.0.2.${1 + (n % 200)}` }));
  return byTurns(known.length, (n) => asked(known[n] ?? '', n), (n) => asked(`154${String(60_000_000 + n)}`, n));
}
