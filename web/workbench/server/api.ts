import { createApi } from '../../client/client.ts';
import type { Problem } from '../../../contract/common.ts';
import { sayEnded } from './session-end.ts';
import { fetchShowing } from './step-up.ts';

let csrfToken: string | null = null;

/** Keeps the CSRF token of the session for every act from now on. */
export function keepCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** Typed calls to the server of this page. */
export const api = createApi({ baseUrl: '', fetch: fetchShowing, csrfToken: () => csrfToken });

/** A call that was refused or failed, with the problem the server named; `network.unreachable` where no answer came. */
export interface Failure extends Error {
  readonly problem: Problem;
}

/** Whether something thrown is a failed call. */
export function isFailure(thrown: unknown): thrown is Failure {
  return thrown instanceof Error && 'problem' in thrown;
}

/** Code of a failed call; empty for anything else. */
export const codeOf = (thrown: unknown): string => (isFailure(thrown) ? thrown.problem.code : '');

function failure(problem: Problem): Failure {
  return Object.assign(new Error(problem.code), { problem });
}

const unreachable: Problem = { type: 'urn:yimen:problem:network.unreachable', title: '', status: 0, code: 'network.unreachable', params: {} };

function problemOf(error: unknown, status: number): Problem {
  if (typeof error === 'object' && error !== null && 'code' in error && 'title' in error) return error as Problem;
  return { ...unreachable, type: 'urn:yimen:problem:server.failed', code: 'server.failed', status };
}

/** A call that finds the session ended (or replaced by another of this browser) asks for the password over the page, so that nothing typed is lost. */
function refused(problem: Problem): Failure {
  if (problem.code === 'session.needed' || problem.code === 'session.csrf') sayEnded(true);
  return failure(problem);
}

interface Called<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

async function settle<T>(call: Promise<Called<T>>): Promise<Called<T>> {
  const result = await call.catch((): never => {
    throw failure(unreachable);
  });
  if (!result.response.ok) throw refused(problemOf(result.error, result.response.status));
  return result;
}

/** The answer of a call, or a thrown Failure: the way react-query wants it. */
export async function answered<T>(call: Promise<Called<T>>): Promise<T> {
  const { data } = await settle(call);
  if (data === undefined) throw failure({ ...unreachable, code: 'server.failed', type: 'urn:yimen:problem:server.failed' });
  return data;
}

/** Waits for a call that answers nothing. */
export async function done(call: Promise<Called<unknown>>): Promise<void> {
  await settle(call);
}

/** A body with one file in the field `file`, as uploads want it; given to openapi-fetch through `bodySerializer`. */
export function withFile(file: File): { body: never; bodySerializer: () => FormData } {
  const form = new FormData();
  form.set('file', file);
  return { body: {} as never, bodySerializer: () => form };
}

/** A file of the server as bytes, for an object URL. */
export async function fileBytes(path: string): Promise<Blob> {
  const response = await fetchShowing(new Request(path, { credentials: 'same-origin' })).catch((): never => {
    throw failure(unreachable);
  });
  if (!response.ok) throw refused(problemOf(await response.json().catch(() => undefined), response.status));
  return await response.blob();
}
