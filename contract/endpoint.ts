import type { Static, TSchema } from 'typebox';

/** How a call looks on the wire: everything of a route but its permission and its handler, which the server adds (server/platform/http/route.ts). */
export interface Endpoint<
  P extends TSchema | undefined = TSchema | undefined,
  Q extends TSchema | undefined = TSchema | undefined,
  B extends TSchema | undefined = TSchema | undefined,
  R extends TSchema | undefined = TSchema | undefined,
> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** What a good answer carries; absent = a file or nothing (see `produces`). */
  readonly reply?: R;
  /** Status of the good answer, 200 unless said. */
  readonly status?: number;
  /** Media type of a file answer. */
  readonly produces?: string;
  /** Takes one uploaded file (multipart/form-data, field `file`). */
  readonly upload?: true;
  /** Called by an outside system that signs its messages (Standard Webhooks): the handler gets body and headers as they came, and who signed is its check. */
  readonly signed?: true;
}

/** Declares an endpoint; the types of its shapes are kept. */
export function endpoint<
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
  R extends TSchema | undefined = undefined,
>(value: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return value;
}

/** The TypeScript type of a shape, `undefined` where there is none. A shape that may be left out of an endpoint is read as the one it was given. */
export type Of<S> = [Exclude<S, undefined>] extends [never] ? undefined : Exclude<S, undefined> extends infer T extends TSchema ? Static<T> : undefined;

/** The shapes of an endpoint by place, as TypeScript types. */
export type ParamsOf<E> = E extends Endpoint<infer P, infer _Q, infer _B, infer _R> ? Of<P> : never;
export type QueryOf<E> = E extends Endpoint<infer _P, infer Q, infer _B, infer _R> ? Of<Q> : never;
export type BodyOf<E> = E extends Endpoint<infer _P, infer _Q, infer B, infer _R> ? Of<B> : never;
export type ReplyOf<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? Of<R> : never;
