import type { CDPSession, Page } from 'playwright-core';

const listed = async (devtools: CDPSession, authenticatorId: string) => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
type Credential = Awaited<ReturnType<typeof listed>>[number];

/** An authenticator in the browser: keeps passkeys and asks its person, who is there and, unless told, is recognised. */
export interface Authenticator {
  /** whether the person is recognised from now on (finger, face, PIN) */
  recognise(person: boolean): Promise<void>;
  /** its passkeys, to be taken along to another page */
  credentials(): Promise<readonly Credential[]>;
  /** Takes in passkeys of another. */
  take(credentials: readonly Credential[]): Promise<void>;
}

/** Gives a page an authenticator of its own, as a phone has one built in (Chrome DevTools Protocol, domain WebAuthn): the browser's own code on both sides of it, only the finger is missing. */
export async function withAuthenticator(page: Page): Promise<Authenticator> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    recognise: async (person) => {
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: person });
    },
    credentials: () => listed(devtools, authenticatorId),
    take: async (credentials) => {
      for (const credential of credentials) await devtools.send('WebAuthn.addCredential', { authenticatorId, credential });
    },
  };
}
