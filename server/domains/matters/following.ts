import { partsOf } from './evolve-flow.ts';
import type { Matter, MatterFact } from './matter.ts';

/** Work for a job. */
interface Following {
  readonly kind: string;
  readonly payload: object;
}

/** What of a process is still to be carried out after a fact: `state` is the matter after the whole command. */
export function followsFromFlow(fact: MatterFact, state: Matter): readonly Following[] {
  switch (fact.kind) {
    case 'message_sent':
      return [{ kind: 'matters.when_message_sent_deliver', payload: { messageId: fact.content.messageId, message: fact.content.message } }];
    case 'part_called':
      return [{ kind: 'matters.when_part_called_file', payload: { callId: fact.content.callId } }];
    case 'part_cancelled':
      return [{ kind: 'matters.when_part_cancelled_withdraw', payload: { callId: fact.content.callId } }];
    case 'deferred_handed_in':
      return partsOf(state).length > 0 ? [{ kind: 'matters.when_deferred_handed_in_pass_on', payload: {} }] : [];
    case 'matter_withdrawn':
    case 'terminated':
    case 'acceptance_refused':
    case 'matter_completed':
      return [
        ...(state.parent ? [{ kind: 'matters.when_part_ended_answer', payload: {} }] : []),
        ...(partsOf(state).some((part) => part.endedAt === null) ? [{ kind: 'matters.when_ended_withdraw_parts', payload: {} }] : []),
      ];
    default:
      return [];
  }
}
