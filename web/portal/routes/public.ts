import { createElement } from 'react';
import { languages } from '../../../contract/language.ts';
import { AboutPage, AccessibilityPage, HelpPage } from '../pages/plain.tsx';
import { ProgressPage, VerifyPage } from '../pages/public.tsx';
import { ask, localPath, type Answer, type Outcome, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';

/** Number and check code as people type them: spaces and hyphens do not count, letters are large. */
const typed = (visit: Visit, name: string) => (visit.query.get(name) ?? '').normalize('NFKC').replace(/[\s]/g, '').toUpperCase();

/** Looks up by number and code; "unknown" and "wrong code" look the same. */
async function lookup<T>(visit: Visit, call: (number: string, code: string) => Promise<Answer<T>>): Promise<{ number: string; code: string; answer: T | 'unknown' | null; refusal?: string }> {
  const number = typed(visit, 'number').slice(0, 40);
  const code = typed(visit, 'code').slice(0, 12);
  if (!number && !code) return { number, code, answer: null };
  if (!number || !code) return { number, code, answer: 'unknown' };
  const found = await call(number, code);
  if (found.ok) return { number, code, answer: found.data };
  return found.status === 404 || found.status === 400 ? { number, code, answer: 'unknown' } : { number, code, answer: null, refusal: found.title || visit.ctx.t('fault.refused_retry') };
}

async function progress(visit: Visit): Promise<Outcome> {
  const found = await lookup(visit, (number, code) => ask(visit.api.GET('/api/v1/progress', { params: { query: { number, code } } })));
  return { status: found.answer === 'unknown' ? 404 : 200, page: createElement(ProgressPage, { ctx: visit.ctx, lookup: found }) };
}

async function verify(visit: Visit): Promise<Outcome> {
  const found = await lookup(visit, (resultNumber, code) => ask(visit.api.GET('/api/v1/results/{resultNumber}', { params: { path: { resultNumber }, query: { code } } })));
  return { status: found.answer === 'unknown' ? 404 : 200, page: createElement(VerifyPage, { ctx: visit.ctx, lookup: found }) };
}

/** Papers print the short address: number in the path, code in the query. */
async function verifyShort({ params, query }: Visit): Promise<Outcome> {
  return { redirect: `/results?number=${encodeURIComponent(params.number ?? '')}&code=${encodeURIComponent(query.get('code') ?? '')}` };
}

const year = 365 * 24 * 3600;

/** Language and print size live in cookies and are read on the server: no page flashes. */
async function settings(visit: Visit): Promise<Outcome> {
  const { posted, ctx, request } = visit;
  const end = `Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${ctx.publicUrl.startsWith('https:') ? '; Secure' : ''}`;
  const language = languages.find((one) => one === posted('lang'));
  const elder = posted('elder');
  const cookies = [...(language ? [`lang=${language}; ${end}`] : []), ...(elder === '1' || elder === '0' ? [`elder=${elder}; ${end}`] : [])];
  request.reader?.cookies.push(...cookies);
  return { redirect: localPath(posted('back')) };
}

/** Pages anybody may read. */
export const publicRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/progress', for: 'anyone', handle: progress },
  { method: 'GET', path: '/results', for: 'anyone', handle: verify },
  { method: 'GET', path: '/results/:number', for: 'anyone', handle: verifyShort },
  { method: 'GET', path: '/help', for: 'anyone', handle: async ({ ctx }) => ({ page: createElement(HelpPage, { ctx }) }) },
  { method: 'GET', path: '/accessibility', for: 'anyone', handle: async ({ ctx }) => ({ page: createElement(AccessibilityPage, { ctx }) }) },
  { method: 'GET', path: '/about', for: 'anyone', handle: async ({ ctx }) => ({ page: createElement(AboutPage, { ctx }) }) },
  { method: 'POST', path: '/settings', for: 'anyone', handle: settings },
];
