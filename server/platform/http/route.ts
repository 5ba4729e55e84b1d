import type { Readable } from 'node:stream';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '../../../contract/endpoint.ts';
import type { Language } from '../../../contract/language.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Refusal } from '../../kernel/decider.ts';
import type { Permission } from '../access/permission.ts';

/** Who calls and how, as the session says. */
export interface Caller {
  readonly actor: Actor;
  readonly language: Language;
  /** Token of the session, undefined without one. */
  readonly sessionToken: string | undefined;
  readonly address: string;
}

/** One uploaded file on its way in. */
export interface Upload {
  readonly name: string;
  readonly stream: Readable;
}

/** A message as it came, before anything was read into it: what a signature is over. */
export interface Received {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** path and query */
  readonly target: string;
  /** the body's bytes where the endpoint is `signed`; else none */
  readonly bytes: Buffer;
}

/** A call as a handler sees it: shapes already checked, permission already given. */
export interface Call<E extends Endpoint> extends Caller {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** The file of an endpoint that takes one; undefined when none came. */
  readonly upload: () => Promise<Upload | undefined>;
  readonly received: Received;
  /** Opens (a token) or ends (null) the caller's session cookie. */
  readonly setSession: (token: string | null) => void;
}

/** A file as an answer. */
export interface FileAnswer {
  readonly ok: true;
  readonly file: Buffer;
  readonly mediaType: string;
  readonly fileName: string;
  /** Shown in the page rather than saved. */
  readonly inline?: boolean;
}

/** The answer of a handler: the reply's shape, or, where the endpoint has none, a file or a bare good answer; or a refusal. */
export type Answer<E extends Endpoint> =
  | Refusal
  | (ReplyOf<E> extends undefined ? FileAnswer | { readonly ok: true } : { readonly ok: true; readonly reply: ReplyOf<E>; /** of a public answer: its entity tag (RFC 9110 §8.8.3); who has it already is told so */ readonly version?: string });

/** A route: everything of it in one value. Without a permission it does not compile. */
export interface Route<E extends Endpoint = Endpoint> {
  readonly endpoint: E;
  readonly permission: Permission;
  readonly handle: (call: Call<E>) => Promise<Answer<E>>;
}

/** Joins an endpoint of the contract with its permission and its handler. */
export function route<E extends Endpoint>(endpoint: E, permission: Permission, handle: (call: Call<E>) => Promise<Answer<E>>): Route {
  return { endpoint, permission, handle } as unknown as Route;
}

/** A good answer. */
export const reply = <R>(value: R): { ok: true; reply: R } => ({ ok: true, reply: value });
