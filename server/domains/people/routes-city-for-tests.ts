import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { getMe, type Me } from '../../../contract/people.ts';
import type { CityPerson } from '../../../tools/stand-ins/fake-city-identity.ts';

/** Where the tests' application says it is. */
export const ownAddress = 'http://127.0.0.1:4010';
const wayBack = `${ownAddress}/sign-in/city/back`;

/** A path of our own out of a whole address. */
export const local = (url: string): string => url.replace(ownAddress, '');

/** An answer as a browser sees it. */
export interface Seen {
  readonly status: number;
  readonly to: string;
  readonly body: string;
}

/** A browser with its cookies: `here` asks us, `there` follows the service's own redirections to its page or to our way back, `post` is an act with the session's token. */
export interface CityBrowser {
  readonly cookies: Map<string, string>;
  here(url: string): Promise<Seen>;
  there(url: string): Promise<string>;
  post(url: string): Promise<Seen>;
  /** signs out at the service, from its page, and answers where it sends the browser */
  signOutThere(address: string): Promise<string>;
  me(): Promise<Me>;
}

/** A browser that reaches an application without a line, and a service over the network. */
export function cityBrowser(http: FastifyInstance): CityBrowser {
  const cookies = new Map<string, string>();
  const keep = (set: readonly string[]): void => set.forEach((line) => {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(line)) cookies.delete(pair.slice(0, at));
    else cookies.set(pair.slice(0, at), pair.slice(at + 1));
  });
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const ask = async (method: 'GET' | 'POST', url: string, headers: Record<string, string>): Promise<Seen> => {
    const answer = await http.inject({ method, url, headers: { cookie: cookie(), ...headers } });
    keep([answer.headers['set-cookie'] ?? []].flat());
    return { status: answer.statusCode, to: String(answer.headers.location ?? ''), body: answer.body };
  };
  const there = async (url: string, init: RequestInit = {}): Promise<string> => {
    const answer = await fetch(url, { redirect: 'manual', ...init, headers: { ...(init.headers as Record<string, string> | undefined), cookie: cookie() } });
    keep(answer.headers.getSetCookie());
    const to = answer.headers.get('location');
    if (to === null) return url;
    const next = new URL(to, url).href;
    return next.startsWith(ownAddress) ? next : there(next);
  };
  const me = async (): Promise<Me> => JSON.parse((await ask('GET', getMe.path, {})).body) as Me;
  return {
    cookies, there, me,
    here: (url) => ask('GET', url, {}),
    post: async (url) => ask('POST', url, { 'x-csrf-token': (await me()).csrfToken ?? '' }),
    async signOutThere(address) {
      const page = await fetch(address, { headers: { cookie: cookie() } });
      keep(page.headers.getSetCookie());
      const [, action = ''] = /<form[^>]+action="([^"]+)"/.exec(await page.clone().text()) ?? [];
      const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(await page.text()) ?? [];
      return there(action, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ xsrf, logout: 'yes' }).toString() });
    },
  };
}

/** Goes the whole way through the service as one of its people; `two`: with a second factor there. Answers the address the browser came back on and what we said to it. */
export async function comeAs(one: CityBrowser, left: string, subject: string, two = false): Promise<{ readonly back: string; readonly done: Seen }> {
  const asked = await one.there(left);
  const back = await one.there(`${asked}?as=${subject}${two ? '&two=1' : ''}`);
  if (!back.startsWith(wayBack)) throw new Error(`the service led to ${back}`);
  return { back, done: await one.here(local(back)) };
}

/** A port of this machine nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts the stand-in as a program of its own, with these people; it tells of sign-outs at `tells`. */
export async function cityProgram(people: readonly CityPerson[], secret: string, tells: string): Promise<{ readonly issuer: string; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'yimen-city-'));
  const file = join(folder, 'people.json');
  writeFileSync(file, JSON.stringify(people));
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'tools/stand-ins/fake-city-identity-server.ts')], {
    env: { ...process.env, OIDC_STAND_IN_PORT: '0', OIDC_CLIENT_ID: 'yimen', OIDC_CLIENT_SECRET: secret, OIDC_STAND_IN_PEOPLE: file, OIDC_STAND_IN_TELLS: tells, PUBLIC_URL: ownAddress }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  const issuer = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /service: (http:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the stand-in ended: ${String(code)} ${said}`)));
  });
  return {
    issuer,
    stop: () => {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
