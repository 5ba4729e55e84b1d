import type { LightMyRequestResponse } from 'fastify';
import { endpoints } from '../../contract/endpoints.ts';
import { confirmSignIn, requestSignInCode, staffSignIn } from '../../contract/people.ts';
import { sessionCookie } from '../../server/platform/http/server.ts';
import type { TestApp } from '../../server/testing/app.ts';
import { totpCode } from '../../server/domains/people/routes-totp.ts';

/** Password of the accounts that are guessed at; no guess is it. */
export const truePassword = 'a long test password';
const institution = 'YM-440303005014-hall';

/** Adds accounts with these logins, passwords at the cost of the application unless `quick`. */
export async function addAccounts(t: TestApp, logins: readonly string[], quick = false): Promise<void> {
  await t.app.people.makeStaff(logins.map((login) => ({ name: login, login, password: truePassword, posts: [{ institution, role: 'window_clerk' as const }] })), quick ? { quickPasswords: true } : undefined);
}

/** Sends an act as a browser at an address would. */
export function post(t: TestApp, url: string, body: object, from: { readonly address?: string; readonly token?: string; readonly csrf?: string } = {}): Promise<LightMyRequestResponse> {
  const headers: Record<string, string> = { ...(from.token === undefined ? {} : { cookie: `${sessionCookie}=${from.token}` }), ...(from.csrf === undefined ? {} : { 'x-csrf-token': from.csrf }) };
  return t.app.http.inject({ method: 'POST', url, payload: body, headers, ...(from.address === undefined ? {} : { remoteAddress: from.address }) });
}

const codeOf = (answer: LightMyRequestResponse): string => (answer.statusCode < 300 ? 'in' : answer.json<{ code: string }>().code);

/** Runs so many at once until none is left. */
async function eightAtOnce(total: number, one: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (let n = next++; n < total; n = next++) await one(n);
  }));
}

/** What came of guessing. */
export interface Guessed {
  readonly guesses: number;
  /** sessions opened by a guess */
  readonly letIn: number;
  /** guesses whose password or code was looked at, of the account that got most */
  readonly mostTriesOfAnAccount: number;
  readonly refusedByAccount: number;
  readonly refusedByAddress: number;
  /** anything else that was answered */
  readonly otherAnswers: readonly string[];
}

/**
 * Guesses passwords of accounts, half of which there are, from addresses of documentation (RFC 5737), in an order that a third of a prime steps through, eight at once. Only what
 * neither bound stops costs an Argon2 hash: ten for an account, whatever the number of guesses.
 */
export async function guessPasswords(t: TestApp, { guesses, accounts, addresses }: { readonly guesses: number; readonly accounts: readonly string[]; readonly addresses: number }): Promise<Guessed> {
  const looked = new Map<string, number>();
  const counts = { letIn: 0, refusedByAccount: 0, refusedByAddress: 0 };
  const others = new Set<string>();
  await eightAtOnce(guesses, async (n) => {
    const login = accounts[(n * 7_919) % accounts.length] ?? '';
    const code = codeOf(await post(t, staffSignIn.path, { login, password: `guess number ${n}` }, { address: `198.51.100.${1 + (Math.floor(n / accounts.length) + n) % addresses}` }));
    if (code === 'sign_in.wrong_login_or_password') looked.set(login, (looked.get(login) ?? 0) + 1);
    else if (code === 'in') counts.letIn += 1;
    else if (code === 'sign_in.locked') counts.refusedByAccount += 1;
    else if (code === 'sign_in.too_many_from_here') counts.refusedByAddress += 1;
    else others.add(code);
  });
  return { guesses, ...counts, mostTriesOfAnAccount: Math.max(0, ...looked.values()), otherAnswers: [...others] };
}

/** Guesses codes of one telephone after the other, so many for each; a code is looked at five times. `154…` are invented and nobody's. */
export async function guessCodes(t: TestApp, { phones, each }: { readonly phones: number; readonly each: number }): Promise<Guessed> {
  let [letIn, refused, most] = [0, 0, 0];
  const others = new Set<string>();
  for (let phone = 0; phone < phones; phone += 1) {
    const address = `203.0.113.${1 + (phone % 250)}`;
    const asked = await post(t, requestSignInCode.path, { phone: `154${String(40_000_000 + phone)}`, language: 'zh-CN' }, { address });
    if (asked.statusCode >= 300) throw new Error(asked.body);
    const right = /\b\d{6}\b/.exec(JSON.stringify(t.sms.at(-1)?.params))?.[0] ?? '000000';
    let looked = 0;
    for (let n = 0; n < each; n += 1) {
      const guess = String((Number(right) + 1 + n * 7_919) % 1_000_000).padStart(6, '0');
      const code = codeOf(await post(t, confirmSignIn.path.replace(':signInId', asked.json<{ signInId: string }>().signInId), { code: guess === right ? '000000' : guess }, { address }));
      if (code === 'in') letIn += 1;
      else if (code === 'sign_in.wrong_code') looked += 1;
      else if (code === 'sign_in.code_expired' || code === 'sign_in.too_many_attempts') refused += 1;
      else others.add(code);
    }
    most = Math.max(most, looked);
  }
  return { guesses: phones * each, letIn, mostTriesOfAnAccount: most, refusedByAccount: refused, refusedByAddress: 0, otherAnswers: [...others] };
}

/** One with a code generator, who showed the password and nothing more. */
async function halfWay(t: TestApp, login: string): Promise<{ readonly token: string; readonly csrf: string; readonly secret: string }> {
  await addAccounts(t, [login], true);
  const enter = async () => {
    const answer = await post(t, staffSignIn.path, { login, password: truePassword });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return { token: answer.cookies.find(({ name }) => name === sessionCookie)?.value ?? '', csrf: answer.json<{ csrfToken: string }>().csrfToken };
  };
  const first = await enter();
  const begun = (await post(t, '/api/v1/me/code-generators', { name: '手机' }, first)).json<{ factorId: string; secret: string }>();
  const confirmed = await post(t, `/api/v1/me/code-generators/${begun.factorId}/confirm`, { code: totpCode(begun.secret, Date.now() - 30_000) }, first);
  if (confirmed.statusCode !== 200) throw new Error(confirmed.body);
  return { ...(await enter()), secret: begun.secret };
}

/** Acts that whoever signs in does before he is in. */
const towardsIn: ReadonlySet<string> = new Set(['signOut', 'showSecondFactor', 'requestPasskeyChallenge', 'staffSignIn']);

/** Every operation of the contract with the password shown and the second factor not: those that answer otherwise than to nobody. */
export async function skips(t: TestApp): Promise<{ readonly tried: number; readonly open: readonly string[] }> {
  const half = await halfWay(t, 'half.way');
  const open: string[] = [];
  const tried = endpoints.filter(({ id, produces }) => !towardsIn.has(id) && produces !== 'text/event-stream');
  for (const endpoint of tried) {
    const url = endpoint.path.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
    const ask = async (headers: Record<string, string>) => {
      const answer = await t.app.http.inject({ method: endpoint.method, url, headers, remoteAddress: '192.0.2.77', ...(endpoint.body ? { payload: {} } : {}) });
      return `${answer.statusCode} ${answer.statusCode < 400 ? '' : answer.json<{ code: string }>().code}`;
    };
    const [mine, nobodys] = [await ask({ cookie: `${sessionCookie}=${half.token}`, 'x-csrf-token': half.csrf }), await ask({})];
    if (mine !== nobodys) open.push(`${endpoint.id}: ${mine}, to nobody ${nobodys}`);
  }
  return { tried: tried.length, open };
}

/** A code of the generator shown by several browsers at once, and again afterwards: it lets in once. Answers how often it was shown and let in beyond that. */
export async function replays(t: TestApp, times: number): Promise<{ readonly shown: number; readonly letInAgain: number; readonly letInOnce: boolean }> {
  const { secret, ...first } = await halfWay(t, 'shown.twice');
  const others: { token: string; csrf: string }[] = [];
  for (let n = 1; n < times; n += 1) {
    const answer = await post(t, staffSignIn.path, { login: 'shown.twice', password: truePassword });
    others.push({ token: answer.cookies.find(({ name }) => name === sessionCookie)?.value ?? '', csrf: answer.json<{ csrfToken: string }>().csrfToken });
  }
  const code = totpCode(secret, Date.now());
  const show = (by: { token: string; csrf: string }) => post(t, '/api/v1/me/second-factor', { way: 'totp', code }, by);
  const atOnce = await Promise.all([first, ...others.slice(0, Math.floor(times / 2))].map(show));
  const later: LightMyRequestResponse[] = [];
  for (const one of others.slice(Math.floor(times / 2))) later.push(await show(one));
  const letIn = [...atOnce, ...later].filter(({ statusCode }) => statusCode < 300).length;
  return { shown: atOnce.length + later.length, letInAgain: Math.max(0, letIn - 1), letInOnce: letIn >= 1 };
}
