import type { Id } from '../../kernel/ids.ts';
import { instantOfMs, type Instant } from '../../kernel/instant.ts';
import type { Network } from './address-guard.ts';
import { nextTryAfterMs, retryAfterMs } from './schedule.ts';
import { send, type SendResult } from './send.ts';
import { webhookHeaders } from './signature.ts';

/** Where messages of one outside system go, and the secrets that stand now, the newest first. */
export interface WebhookEndpoint {
  readonly url: string;
  readonly network: Network;
  readonly secrets: readonly string[];
}

/** A delivery that was taken out of the queue for one try. */
export interface TakenDelivery {
  readonly endpointId: Id;
  readonly deliveryId: Id;
  readonly body: string;
  /** tries made, this one counted */
  readonly attempts: number;
}

/** How one try ended, as the queue keeps it. */
export interface Tried {
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly nextTryAt: Instant | null;
  readonly status: number | null;
  readonly answer: string;
}

/** The queue of deliveries (server/platform/db/webhook-queue.ts). */
export interface WebhookQueue {
  endpointsDue(at: Instant): Promise<readonly Id[]>;
  /** Takes what is due for one try each; nobody else takes it before `leaseUntil`. */
  take(endpointId: Id, at: Instant, leaseUntil: Instant, most: number): Promise<readonly TakenDelivery[]>;
  record(delivery: TakenDelivery, tried: Tried, at: Instant): Promise<void>;
  /** Everything that waits for this endpoint waits at least until then. */
  postpone(endpointId: Id, until: Instant): Promise<void>;
}

/** What the deliverer works with. */
export interface DelivererDeps {
  readonly queue: WebhookQueue;
  /** undefined: not to be called now (suspended); its deliveries wait. */
  readonly endpointOf: (endpointId: Id) => Promise<WebhookEndpoint | undefined>;
  /** The receiver answered 410: it wants nothing more. */
  readonly whenGone: (endpointId: Id) => Promise<void>;
  readonly nowMs: () => number;
  /** in [0, 1) */
  readonly chance: () => number;
  readonly onFault: (error: unknown) => void;
  readonly timeoutMs?: number;
}

/** Sends what is due, each outside system for itself, so that a slow one keeps nobody waiting but itself. */
export interface Deliverer {
  /** Looks for what is due; answers at once. */
  wake(): void;
  /** Sends everything that is due now and waits for it. */
  drain(): Promise<void>;
  /** Ends after the tries under way. */
  stop(): Promise<void>;
}

/** Messages of one system on their way at once, and how long a taken one is this process's own: longer than a try may last. */
const atOnce = 4;
const leaseMs = 60_000;

/** The id a receiver counts a message by: the same on every try and on every replay. */
export const messageIdOf = (deliveryId: Id): string => `msg_${deliveryId.replaceAll('-', '')}`;

/** Builds the deliverer. */
export function deliverer(deps: DelivererDeps): Deliverer {
  const running = new Map<Id, Promise<void>>();
  let stopped = false;

  async function serve(endpointId: Id): Promise<void> {
    while (!stopped) {
      const endpoint = await deps.endpointOf(endpointId);
      const nowMs = deps.nowMs();
      const taken = endpoint && endpoint.secrets.length > 0 ? await deps.queue.take(endpointId, instantOfMs(nowMs), instantOfMs(nowMs + leaseMs), atOnce) : [];
      if (!endpoint || taken.length === 0) return;
      await Promise.all(taken.map((delivery) => tryOnce(deps, endpoint, delivery)));
    }
  }

  async function round(): Promise<void> {
    for (const endpointId of stopped ? [] : await deps.queue.endpointsDue(instantOfMs(deps.nowMs()))) {
      if (!running.has(endpointId)) running.set(endpointId, serve(endpointId).catch(deps.onFault).finally(() => running.delete(endpointId)));
    }
  }

  const settled = async (): Promise<void> => void (await Promise.all(running.values()));
  return {
    wake: () => void round().catch(deps.onFault),
    drain: async () => {
      // A round under way may have looked before what we are asked for was written: one more look after it.
      await settled();
      await round();
      await settled();
    },
    stop: async () => {
      stopped = true;
      await settled();
    },
  };
}

async function tryOnce(deps: DelivererDeps, endpoint: WebhookEndpoint, delivery: TakenDelivery): Promise<void> {
  const headers = webhookHeaders(endpoint.secrets, messageIdOf(delivery.deliveryId), deps.nowMs(), delivery.body);
  const result = await send({ method: 'POST', url: new URL(endpoint.url), network: endpoint.network, headers, body: delivery.body, ...(deps.timeoutMs === undefined ? {} : { timeoutMs: deps.timeoutMs }) });
  const nowMs = deps.nowMs();
  await deps.queue.record(delivery, triedOf(result, delivery.attempts, nowMs, deps.chance()), instantOfMs(nowMs));
  if (!result.ok) return;
  if (result.status === 410) await deps.whenGone(delivery.endpointId);
  const patience = [429, 502, 503, 504].includes(result.status) ? retryAfterMs(result.retryAfter, nowMs) : undefined;
  if (patience !== undefined) await deps.queue.postpone(delivery.endpointId, instantOfMs(nowMs + patience));
}

/** What a try means: 2xx is delivered; anything else, redirects too, is tried again after the schedule until it is at its end; 410 ends it at once. */
export function triedOf(result: SendResult, triesMade: number, nowMs: number, chance: number): Tried {
  const status = result.ok ? result.status : null;
  const answer = result.ok ? result.text.slice(0, 500) : `${result.fault} ${result.detail}`.trim();
  if (status !== null && status >= 200 && status < 300) return { state: 'delivered', nextTryAt: null, status, answer };
  const pause = status === 410 ? undefined : nextTryAfterMs(triesMade, chance);
  if (pause === undefined) return { state: 'failed', nextTryAt: null, status, answer };
  const asked = result.ok ? retryAfterMs(result.retryAfter, nowMs) : undefined;
  return { state: 'pending', nextTryAt: instantOfMs(nowMs + Math.max(pause, asked ?? 0)), status, answer };
}
