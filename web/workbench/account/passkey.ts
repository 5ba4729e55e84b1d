import type { PasskeyAnswer } from '../../../contract/account.ts';
import type { Me } from '../../../contract/people.ts';
import { answered, api, isFailure } from '../server/api.ts';
import { failureWords } from '../words/failure-words.ts';
import type { Words } from '../words/words.tsx';

/** Whether this browser can make and show passkeys (WebAuthn Level 3, section 5.1). */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window;

/** Why a passkey could not be made or shown: the browser's reasons (WebAuthn Level 3, sections 5.1.3 and 5.1.4), or `call` where the server refused or did not answer. */
export type PasskeyFault = 'cancelled' | 'there_already' | 'address' | 'browser' | 'call';

/** The reason behind something a passkey ceremony threw. The browser keeps apart little on purpose: who cancels and who has none look the same. */
export function passkeyFault(thrown: unknown): PasskeyFault {
  if (isFailure(thrown)) return 'call';
  const name = thrown instanceof Error ? thrown.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
  if (name === 'InvalidStateError') return 'there_already';
  return name === 'SecurityError' ? 'address' : 'browser';
}

/** The same in a sentence that says what to do. */
export function passkeyFaultWords(thrown: unknown, words: Words): string {
  const fault = passkeyFault(thrown);
  return fault === 'call' ? failureWords(thrown, words) : words.t(`second.passkey_${fault}`);
}

// Read only when somebody uses a passkey.
const ceremonies = () => import('@simplewebauthn/browser');

/** Has the browser make a passkey and keeps it under a name; recovery codes come with the first factor. */
export async function makePasskey(name: string): Promise<{ me: Me; recoveryCodes: readonly string[] | null }> {
  const { startRegistration } = await ceremonies();
  const { challengeId, options } = await answered(api.POST('/api/v1/passkey-challenges', { body: { purpose: 'register' } }));
  const answer = await startRegistration({ optionsJSON: options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'] });
  return answered(api.POST('/api/v1/me/passkeys', { body: { challengeId, name, answer: answer as unknown as PasskeyAnswer } }));
}

/** Shows one of one's passkeys: completes a sign-in, or makes the session fresh. */
export async function showPasskey(): Promise<Me> {
  const { startAuthentication } = await ceremonies();
  const { challengeId, options } = await answered(api.POST('/api/v1/passkey-challenges', { body: { purpose: 'show' } }));
  const answer = await startAuthentication({ optionsJSON: options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'] });
  return answered(api.POST('/api/v1/me/second-factor', { body: { way: 'passkey', challengeId, answer: answer as unknown as PasskeyAnswer } }));
}
