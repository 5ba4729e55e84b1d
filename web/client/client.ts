import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './openapi.d.ts';

/** Typed calls to Yimen's own API, made from its OpenAPI document (web/client/openapi.d.ts is generated; never edit it). */
export type Api = Client<paths>;

/** What a client needs to know: where the API is, how to fetch, and the CSRF token of the session for acts. */
export interface ApiOptions {
  readonly baseUrl: string;
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly csrfToken?: () => string | null;
  /** Sent with every call, for example the cookie of the caller when the portal asks in his name. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A client; every unsafe call carries the CSRF token of the session in `x-csrf-token`. */
export function createApi(options: ApiOptions): Api {
  const client = createClient<paths>({
    baseUrl: options.baseUrl,
    ...(options.fetch ? { fetch: options.fetch } : {}),
    ...(options.headers ? { headers: { ...options.headers } } : {}),
  });
  client.use({
    onRequest({ request }) {
      const token = options.csrfToken?.();
      if (token && request.method !== 'GET') request.headers.set('x-csrf-token', token);
      return request;
    },
  });
  return client;
}
