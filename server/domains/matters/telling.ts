import type { LocalDay } from '../../kernel/instant.ts';
import { findLimit } from './matter-limit.ts';
import type { Matter } from './matter.ts';

/** A text to the applicant (contract/messages/sms.ts) and the day it names. */
export interface Telling {
  readonly template:
    | 'sms.filed' | 'sms.correction_needed' | 'sms.accepted' | 'sms.not_accepted' | 'sms.result_ready' | 'sms.deemed_accepted' | 'sms.clock_stopped' | 'sms.extended' | 'sms.due_moved'
    | 'sms.deferred_reminded' | 'sms.deferred_refused' | 'sms.deferred_revocable' | 'sms.result_revoked'
    | 'sms.answer_overdue' | 'sms.terminated' | 'sms.delivered';
  readonly on: LocalDay | undefined;
}

/** What the applicant is told when a fact has happened, and which day the text names; undefined for what is not told. `payload` says of an act on limits which it was. */
export function telling(matter: Matter, fact: string, payload: Readonly<Record<string, unknown>> = {}): Telling | undefined {
  // One delivery: of the items of a bundle the bundle tells.
  if (matter.parent) return undefined;
  const notice = findLimit(matter.limits, 'notice')?.dueOn;
  const promised = findLimit(matter.limits, 'promised')?.dueOn;
  switch (fact) {
    case 'matter_filed':
      return { template: 'sms.filed', on: notice };
    case 'correction_requested':
      return { template: 'sms.correction_needed', on: findLimit(matter.limits, 'correction')?.dueOn ?? notice };
    case 'matter_accepted':
      return { template: 'sms.accepted', on: promised };
    case 'deemed_accepted':
      return { template: 'sms.deemed_accepted', on: promised };
    case 'acceptance_refused':
      return { template: 'sms.not_accepted', on: undefined };
    case 'terminated':
      return { template: 'sms.terminated', on: undefined };
    case 'result_paper_made':
      return { template: 'sms.result_ready', on: undefined };
    case 'result_delivered':
      return { template: 'sms.delivered', on: undefined };
    case 'limit_act_approved':
      return { template: payload.type === 'special' || payload.type === 'prolong' ? 'sms.clock_stopped' : payload.type === 'extend' ? 'sms.extended' : 'sms.due_moved', on: promised };
    case 'limits_recomputed':
      return promised === undefined ? undefined : { template: 'sms.due_moved', on: promised };
    case 'deferred_lapsed':
      return { template: payload.consequence === 'refuse' && matter.outcome === 'refused' ? 'sms.deferred_refused' : payload.consequence === 'revoke' && matter.outcome === 'granted' ? 'sms.deferred_revocable' : 'sms.deferred_reminded', on: undefined };
    case 'result_revoked':
      return { template: 'sms.result_revoked', on: undefined };
    case 'limit_passed':
      return { template: 'sms.answer_overdue', on: undefined };
    default:
      return undefined;
  }
}
