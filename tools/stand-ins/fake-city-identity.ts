import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type AccountClaims, type Configuration } from 'oidc-provider';

/** Somebody invented whom the service knows. `represents`: whose legal representative he is. */
export interface CityPerson {
  readonly subject: string;
  readonly name: string;
  readonly number: string;
  readonly phone?: string;
  readonly represents?: { readonly number: string; readonly name: string };
  /** what stands beside the name on the page */
  readonly note?: string;
  /** may also come with a second factor shown here: the page offers both */
  readonly mayShowTwo?: boolean;
}

/** How the stand-in is set up; port 0 takes a free one. */
export interface CityIdentityOptions {
  readonly port: number;
  readonly clientId: string;
  readonly clientSecret: string;
  /** every address the client may ask people to be sent back to */
  readonly redirectUris: readonly string[];
  /** every address the client may ask people to be sent to once they are signed out, and where it is told that somebody signed out here */
  readonly postLogoutRedirectUris?: readonly string[];
  readonly signedOutUri?: string;
  /** who they are, or where to ask each time */
  readonly people: readonly CityPerson[] | (() => readonly CityPerson[]);
}

/** A running stand-in. */
export interface FakeCityIdentity {
  readonly issuer: string;
  close(): Promise<void>;
}

/**
 * A STAND-IN for the identity service of a city: real OpenID Connect (oidc-provider), invented people, no passwords: whoever comes chooses who he is. It listens on this
 * machine only and forgets everything when it ends.
 */
export async function startFakeCityIdentity(options: CityIdentityOptions): Promise<FakeCityIdentity> {
  const { people: given } = options;
  const people = typeof given === 'function' ? given : () => given;
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configurationOf(options, people));
  const serve = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/') return void response.writeHead(200, html).end(homePage(people()));
    const ours = /^\/interaction\/[\w-]+/.test(request.url ?? '') ? interact(provider, people(), request, response) : Promise.resolve(serve(request, response));
    void ours.catch(() => response.headersSent || response.writeHead(400).end());
  });
  return {
    issuer,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

function configurationOf({ clientId, clientSecret, redirectUris, postLogoutRedirectUris = [], signedOutUri }: CityIdentityOptions, people: () => readonly CityPerson[]): Configuration {
  return {
    clients: [{
      client_id: clientId, client_secret: clientSecret, redirect_uris: [...redirectUris], grant_types: ['authorization_code'], response_types: ['code'], post_logout_redirect_uris: [...postLogoutRedirectUris],
      ...(signedOutUri === undefined ? {} : { backchannel_logout_uri: signedOutUri, backchannel_logout_session_required: true }),
    }],
    claims: { openid: ['sub', 'amr'], profile: ['name'], phone: ['phone_number'], identity: ['id_number', 'organization_number', 'organization_name', 'organization_role'] },
    scopes: ['openid', 'profile', 'phone', 'identity'],
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true, logoutSource: (context, form) => void (context.body = logoutPage(form)) } },
    // The client is on this machine, which the library by itself would not call.
    fetch: (address, options) => fetch(address, { method: options?.method ?? 'GET', headers: options?.headers ?? {}, body: options?.body ?? null, signal: options?.signal ?? null } as RequestInit),
    pkce: { required: () => true },
    cookies: { keys: [clientSecret] },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, subject) => {
      const person = people().find((one) => one.subject === subject);
      return person && { accountId: subject, claims: () => claimsOf(person) };
    },
    // Asking again each time would show nothing about us.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client?.clientId, accountId: context.oidc.session?.accountId });
      grant.addOIDCScope('openid profile phone identity');
      await grant.save();
      return grant;
    },
  };
}

function claimsOf({ subject, name, number, phone, represents }: CityPerson): AccountClaims {
  return {
    sub: subject, name, id_number: number, ...(phone === undefined ? {} : { phone_number: phone }),
    ...(represents ? { organization_number: represents.number, organization_name: represents.name, organization_role: 'legal_representative' } : {}),
  };
}

const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } as const;

/** The one page: who are you? Its buttons come back here. */
async function interact(provider: Provider, people: readonly CityPerson[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chosen = new URL(request.url ?? '', 'http://127.0.0.1').searchParams;
  await provider.interactionDetails(request, response);
  if (chosen.has('stop')) return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'stopped by the person' });
  const person = people.find((one) => one.subject === chosen.get('as'));
  if (person) return provider.interactionFinished(request, response, { login: { accountId: person.subject, remember: false, amr: chosen.has('two') && person.mayShowTwo ? ['pwd', 'otp', 'mfa'] : ['pwd'] } });
  response.writeHead(200, html).end(page(people));
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const frame = (title: string, inside: string): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:18px/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1b2a33;background:#fbfaf7}li{margin:.6rem 0}a{color:#1f6f5c}button{font:inherit;padding:.4rem 1rem}p.note{border-left:4px solid #e8a33d;padding-left:1rem}</style>
<h1>替身：城市身份服务 <small lang="en">Stand-in: city identity service</small></h1>
<p class="note">这里的人都是虚构的，不需要密码。<span lang="en">All people here are invented; no password is asked.</span></p>${inside}</html>`;

const logoutPage = (form: string): string => frame('退出城市身份服务（替身）', `${form}<p>在这里也退出吗？ <span lang="en">Sign out here too?</span></p>
<p><button form="op.logoutForm" type="submit" name="logout" value="yes" id="yes">退出 <span lang="en">Sign out</span></button> <button form="op.logoutForm" type="submit" id="no">不退出 <span lang="en">Stay</span></button></p>`);

const homePage = (people: readonly CityPerson[]): string => frame('城市身份服务（替身）', `<p>这里认识： <span lang="en">Known here:</span></p><ul>${people.map((one) => `<li>${escaped(one.name)}${one.note === undefined ? '' : ` · ${escaped(one.note)}`}</li>`).join('')}</ul>`);

const page = (people: readonly CityPerson[]): string => frame('城市身份服务（替身）', `<p>您是谁？ <span lang="en">Who are you?</span></p>
<ul>${people.map((one) => `<li><a href="?as=${encodeURIComponent(one.subject)}">${escaped(one.name)}</a>${one.note === undefined ? '' : ` · ${escaped(one.note)}`}${one.represents ? ` · ${escaped(one.represents.name)} 法定代表人` : ''}${one.mayShowTwo ? ` · <a href="?as=${encodeURIComponent(one.subject)}&amp;two=1">用两重验证 <span lang="en">with a second factor</span></a>` : ''}</li>`).join('')}</ul>
<p><a href="?stop=1">取消 <span lang="en">Stop</span></a></p>`);
