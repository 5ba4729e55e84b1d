import type { Endpoint } from '../../../contract/endpoint.ts';
import { eventStream, live } from '../../../contract/live.ts';
import { Problem } from '../../../contract/common.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Refusal } from '../../kernel/decider.ts';
import { signedIn, type Permission } from '../access/permission.ts';
import { topicsFor, type Topic } from './topics.ts';

/** A route that answers with a stream of events: what it is, who may open it, and what he then hears. Without a permission it does not compile. */
export interface StreamRoute {
  readonly endpoint: Endpoint;
  readonly permission: Permission;
  /** The topics of this caller; he never chooses them. Asked again as long as he listens, so that an ended post goes silent. */
  readonly topics: (actor: Actor, params: Readonly<Record<string, string>>) => readonly Topic[] | Refusal;
  /** By what streams are counted, and how many one session or address may hold open. */
  readonly countedBy: 'session' | 'address';
  readonly most: number;
}

/** What somebody signed in hears by who he is. Five pages at once: a browser opens six connections to one place over HTTP/1.1, and one is needed for the work itself. */
export const myStream: StreamRoute = { endpoint: live, permission: signedIn('live.listen'), topics: topicsFor, countedBy: 'session', most: 5 };

/** The endpoint as Fastify and the OpenAPI document want it; also for a document made without a server. */
export function streamSchema(endpoint: Endpoint, permissionId: string): Record<string, unknown> {
  const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } });
  return {
    operationId: endpoint.id, summary: endpoint.summary, tags: [endpoint.tag], 'x-permission': permissionId,
    ...(endpoint.params ? { params: endpoint.params } : {}),
    response: {
      200: {
        description: 'A stream that stays open. Event `changed` with an id; a comment every 20 seconds; `retry: 3000`. It ends with the session.',
        content: { [eventStream]: { schema: { type: 'string', example: 'event: changed\nid: 42\ndata: {"topics":["institution:YM-440300-hall"]}\n\n' } } },
      },
      401: problem('Nobody is signed in'),
      503: problem('Too many streams are open; `Retry-After` says when to try again'),
      '4xx': problem('Refused'),
    },
  };
}
