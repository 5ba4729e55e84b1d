import type { PasskeyAnswer } from '../../../contract/account.ts';
import { passkeyWords } from '../pages/passkeys.tsx';
import { ask, localPath, type Outcome, type Refused, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';
import { securityPage } from './security.ts';
import { signInPage } from './sign-in.ts';
import { confirmed, stepUpPage } from './step-up.ts';

/** What the island put into the form; undefined where it is not what a browser answers. */
function shownPasskey({ posted }: Visit): { challengeId: string; answer: PasskeyAnswer } | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(posted('answer'));
  } catch {
    return undefined;
  }
  const challengeId = posted('challengeId');
  // Its content is judged by the API; here it is only looked at whether there is one.
  return typeof answer === 'object' && answer !== null && challengeId !== '' ? { challengeId, answer: answer as PasskeyAnswer } : undefined;
}

/** Why it was refused, in a sentence: a malformed answer says no more than one that does not fit. */
const whyNot = ({ ctx }: Visit, refused: Refused): string => (refused.status === 400 || refused.code === 'factors.wrong' ? passkeyWords(ctx)('refused') : refused.title);

async function add(visit: Visit): Promise<Outcome> {
  const { ctx, api, posted } = visit;
  const p = passkeyWords(ctx);
  const shown = shownPasskey(visit);
  if (!shown) return securityPage(visit, p('refused'));
  const kept = await ask(api.POST('/api/v1/me/passkeys', { body: { ...shown, name: posted('name').slice(0, 60) || p('name_given') } }));
  if (kept.ok) return { redirect: '/security#passkeys' };
  return kept.status >= 500 ? kept : securityPage(visit, whyNot(visit, kept));
}

async function end(visit: Visit): Promise<Outcome> {
  const ended = await ask(visit.api.POST('/api/v1/me/factors/{factorId}/end', { params: { path: { factorId: visit.params.factorId ?? '' } } }));
  if (ended.ok) return { redirect: '/security#passkeys' };
  return ended.status === 409 ? securityPage(visit, ended.title) : ended;
}

async function signIn(visit: Visit): Promise<Outcome> {
  const shown = shownPasskey(visit);
  if (!shown) return signInPage(visit, passkeyWords(visit.ctx)('refused'));
  const signed = await ask(visit.api.POST('/api/v1/passkey-sign-ins', { body: shown }));
  if (signed.ok) return { redirect: localPath(visit.posted('next')) };
  return signed.status >= 500 ? signed : signInPage(visit, whyNot(visit, signed), signed.status);
}

async function stepUp(visit: Visit): Promise<Outcome> {
  const shown = shownPasskey(visit);
  if (!shown) return stepUpPage(visit, passkeyWords(visit.ctx)('refused'));
  const done = await ask(visit.api.POST('/api/v1/me/second-factor', { body: { way: 'passkey', ...shown } }));
  if (done.ok) return confirmed(visit);
  return done.status >= 500 ? done : stepUpPage(visit, whyNot(visit, done), done.status);
}

/** What the passkey forms send: adding one, ending one, signing in and confirming with one. */
export const passkeyRoutes: readonly PortalRoute[] = [
  { method: 'POST', path: '/security/passkeys', for: 'resident', handle: add },
  { method: 'POST', path: '/security/passkeys/:factorId/end', for: 'resident', handle: end },
  { method: 'POST', path: '/sign-in/passkey', for: 'anyone', handle: signIn },
  { method: 'POST', path: '/step-up/passkey', for: 'resident', handle: stepUp },
];
