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
}

/** How the stand-in is set up; port 0 takes a free one. */
export interface CityIdentityOptions {
  readonly port: number;
  readonly clientId: string;
  readonly clientSecret: string;
  /** every address the client may ask people to be sent back to */
  readonly redirectUris: readonly string[];
  readonly people: readonly CityPerson[];
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
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configurationOf(options));
  const serve = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const ours = /^\/interaction\/[\w-]+/.test(request.url ?? '') ? interact(provider, options.people, request, response) : Promise.resolve(serve(request, response));
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

function configurationOf({ clientId, clientSecret, redirectUris, people }: CityIdentityOptions): Configuration {
  return {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [...redirectUris], grant_types: ['authorization_code'], response_types: ['code'] }],
    claims: { openid: ['sub'], profile: ['name'], phone: ['phone_number'], identity: ['id_number', 'organization_number', 'organization_name', 'organization_role'] },
    scopes: ['openid', 'profile', 'phone', 'identity'],
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: [clientSecret] },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, subject) => {
      const person = people.find((one) => one.subject === subject);
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

/** The one page: who are you? Its buttons come back here. */
async function interact(provider: Provider, people: readonly CityPerson[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chosen = new URL(request.url ?? '', 'http://127.0.0.1').searchParams;
  await provider.interactionDetails(request, response);
  if (chosen.has('stop')) return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'stopped by the person' });
  const person = people.find((one) => one.subject === chosen.get('as'));
  if (person) return provider.interactionFinished(request, response, { login: { accountId: person.subject, remember: false } });
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page(people));
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (people: readonly CityPerson[]): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>城市身份服务（替身）</title>
<style>body{font:18px/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1b2a33;background:#fbfaf7}li{margin:.6rem 0}a{color:#1f6f5c}p.note{border-left:4px solid #e8a33d;padding-left:1rem}</style>
<h1>替身：城市身份服务 <small lang="en">Stand-in: city identity service</small></h1>
<p class="note">这里的人都是虚构的，不需要密码。<span lang="en">All people here are invented; no password is asked.</span></p>
<p>您是谁？ <span lang="en">Who are you?</span></p>
<ul>${people.map((one) => `<li><a href="?as=${encodeURIComponent(one.subject)}">${escaped(one.name)}</a>${one.represents ? ` · ${escaped(one.represents.name)} 法定代表人` : ''}</li>`).join('')}</ul>
<p><a href="?stop=1">取消 <span lang="en">Stop</span></a></p></html>`;
