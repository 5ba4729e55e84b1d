import type { BrowserContext } from 'playwright-core';
import { demoPassword } from '../server/demo/city.ts';
import type { InventedPerson } from '../server/testing/people.ts';
import { createApi, type Api } from '../web/client/client.ts';
import type { City } from './start-city.ts';

/** Somebody signed in: the API in his or her name, and the cookies a browser needs to be the same person. */
export interface Session {
  readonly city: City;
  readonly api: Api;
  readonly cookies: ReadonlyMap<string, string>;
  csrfToken: string | null;
}

interface Answer<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** The good answer of a call; whatever else came is an error that shows it whole. */
export async function must<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new Error(`${response.url} answers ${response.status}: ${JSON.stringify(error)}`);
  return data as T;
}

/** A visitor with an empty cookie jar. */
export function visitor(city: City): Session {
  const cookies = new Map<string, string>();
  const through = async (request: Request): Promise<Response> => {
    if (cookies.size > 0) request.headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(request);
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    return response;
  };
  const session: Session = { city, cookies, csrfToken: null, api: createApi({ baseUrl: city.baseUrl, fetch: through, csrfToken: () => session.csrfToken, headers: { 'accept-language': 'zh-CN' } }) };
  return session;
}

/** A member of staff of the invented city. */
export async function staffSession(city: City, login: string, password = demoPassword): Promise<Session> {
  const session = visitor(city);
  session.csrfToken = (await must(session.api.POST('/api/v1/staff/sign-in', { body: { login, password } }))).csrfToken;
  return session;
}

/** The newest sign-in code that the stand-in gateway took for a phone; waits a moment for it to arrive. */
export async function codeFor(city: City, phone: string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const messages = (await (await fetch(`${city.smsUrl}/messages?to=${encodeURIComponent(phone)}`)).json()) as { parameters: Record<string, string> }[];
    const code = messages.find((message) => message.parameters.code !== undefined)?.parameters.code;
    if (code !== undefined) return code;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`no code came for ${phone}`);
}

/** The texts sent to a phone, newest first. */
export async function textsTo(city: City, phone: string): Promise<readonly string[]> {
  const messages = (await (await fetch(`${city.smsUrl}/messages?to=${encodeURIComponent(phone)}`)).json()) as { text: string }[];
  return messages.map((message) => message.text);
}

/** Signs in by telephone; a newcomer, who is nobody yet, where the phone is unknown. */
export async function phoneSession(city: City, phone: string): Promise<Session> {
  const session = visitor(city);
  const { signInId } = await must(session.api.POST('/api/v1/sign-ins', { body: { phone, language: 'zh-CN' } }));
  const me = await must(session.api.POST('/api/v1/sign-ins/{signInId}/confirm', { params: { path: { signInId } }, body: { code: await codeFor(city, phone) } }));
  session.csrfToken = me.csrfToken;
  return session;
}

/** A new resident: signed in by telephone, name and number declared. */
export async function residentSession(city: City, person: InventedPerson): Promise<Session> {
  const session = await phoneSession(city, person.mobile);
  session.csrfToken = (await must(session.api.POST('/api/v1/me/identity', { body: { name: person.name['zh-CN'], number: person.number } }))).csrfToken;
  return session;
}

/** Makes a browser context the same person. */
export async function giveSession(context: BrowserContext, session: Session): Promise<void> {
  await context.addCookies([...session.cookies].map(([name, value]) => ({ name, value, url: session.city.baseUrl, httpOnly: true, sameSite: 'Lax' as const })));
}
