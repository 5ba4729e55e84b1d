import type { Sms, SmsResult } from '../../server/platform/messages/index.ts';
import type { Outgoing, SendResult } from '../../server/platform/webhooks/send.ts';
import type { Process, World } from './world.ts';

/** The port Net: a gateway for short messages and an outside system that is called. What they took is what really happened outside. */
export interface SimulatedNet {
  /** reference → template and number; a message that came twice is there once, for the gateway and the phone know it again by its reference */
  readonly texts: Map<string, { readonly template: string; readonly number: string; times: number }>;
  /** message id → its body, and how often it came */
  readonly calls: Map<string, { readonly body: string; times: number }>;
  sms(owner: Process, sms: Sms): Promise<SmsResult>;
  call(owner: Process, outgoing: Outgoing): Promise<SendResult>;
}

/** An outside that is slow, loses what is said to it, and loses its own answers. */
export function simulatedNet(world: World): SimulatedNet {
  const texts: SimulatedNet['texts'] = new Map();
  const calls: SimulatedNet['calls'] = new Map();
  const { chance } = world;

  /** One request: it comes or does not; it is taken or not; its answer comes or does not. */
  function travel<Answer>(owner: Process, take: () => Answer, unreachable: Answer): Promise<Answer> {
    return new Promise((settle) => {
      world.later(null, 'net', () => {
        const comes = !chance.oneIn(world.faults.netFails);
        const answer = comes ? take() : unreachable;
        const lost = chance.oneIn(world.faults.netAnswerLost);
        if (!comes || lost) world.count('requests that failed');
        world.later(owner, 'net answer', () => settle(lost ? unreachable : answer));
      });
    });
  }

  return {
    texts, calls,
    sms: (owner, { reference = '', templateCode, params }) =>
      travel<SmsResult>(owner, () => {
        const before = texts.get(reference);
        if (before) before.times += 1;
        else texts.set(reference, { template: templateCode, number: String(params.number), times: 1 });
        return { outcome: 'sent', providerId: reference };
      }, { outcome: 'retry', code: 'sms.gateway_unreachable' as never, params: {}, afterSeconds: 5 }),
    call: (owner, { headers, body = '' }) =>
      travel<SendResult>(owner, () => {
        if (chance.oneIn(world.faults.netFails)) return { ok: true, status: 503, text: '', retryAfter: undefined };
        const id = headers['webhook-id'] ?? '';
        const before = calls.get(id);
        if (before) before.times += 1;
        else calls.set(id, { body, times: 1 });
        return { ok: true, status: 204, text: '', retryAfter: undefined };
      }, { ok: false, fault: 'unreachable', detail: 'simulated' }),
  };
}
