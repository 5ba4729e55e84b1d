import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Context } from './routes-context.ts';

/** For whom something is to be filed: the person named as applicant, and the organisation if it is for one. */
export interface FiledFor {
  readonly applicant: Id;
  readonly organisation: { readonly creditCode: string; readonly name: string } | null;
  readonly taskCode: string;
}

/**
 * Whose matter it will be, and the mandate under which it is filed where that is not who stands there (C-ID-5): a resident is himself the agent, at a window it is the
 * person the clerk named. An organisation nobody has registered and one without a mandate for this person look alike: its credit code is public, and saying it proves nothing.
 */
export async function mandateOf(context: Context, actor: Actor, { applicant, organisation, taskCode }: FiledFor): Promise<{ ok: true; organisationId: Id | null; mandateId?: Id } | Refusal<'agency.mandate_needed'>> {
  const agent = actor.kind === 'resident' ? actor.partyId : applicant;
  // Who stands for an organisation does so in his own name: acting for a person who acts for it would be a mandate nobody gave.
  if (organisation && agent !== applicant) return needed('/organisation');
  if (!organisation && agent === applicant) return { ok: true, organisationId: null };
  const principal = organisation ? await context.people.findOrganisation(organisation.creditCode) : applicant;
  const mandateId = principal === undefined ? undefined : await context.mandateFor({ agent, principal, act: 'file', taskCode });
  if (principal === undefined || mandateId === undefined) return needed(organisation ? '/organisation' : '/partyId');
  return { ok: true, organisationId: organisation ? principal : null, mandateId };
}

const needed = (pointer: string): Refusal<'agency.mandate_needed'> => refuse('agency.mandate_needed', {}, [{ pointer, code: 'agency.mandate_needed', params: {} }]);
