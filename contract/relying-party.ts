/** The relying party of passkeys (W3C WebAuthn Level 3, section 5.1.2): the host they are bound to and the origins whose pages may ask for them. */
export interface RelyingParty {
  readonly id: string;
  readonly origins: string[];
}

/**
 * The relying party of a public address; undefined where its host is a number, for which no browser makes passkeys. On this machine itself
 * (127.0.0.1, ::1) it is `localhost`, under which browsers reach the same server.
 */
export function relyingPartyOf(publicUrl: string): RelyingParty | undefined {
  const url = new URL(publicUrl);
  if (url.hostname === '127.0.0.1' || url.hostname === '[::1]') return { id: 'localhost', origins: [`${url.protocol}//localhost${url.port ? `:${url.port}` : ''}`] };
  return /^[\d.]+$|^\[/.test(url.hostname) ? undefined : { id: url.hostname, origins: [url.origin] };
}
