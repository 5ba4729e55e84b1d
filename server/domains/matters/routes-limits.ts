import * as wire from '../../../contract/matters.ts';
import type { LimitActBody } from '../../../contract/limits.ts';
import type { Actor } from '../../kernel/actor.ts';
import { newId } from '../../platform/ids.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { approveLimitAct, proposeLimitAct, rejectLimitAct } from './decide-limits.ts';
import type { LimitAct } from './matter-limit.ts';
import type { Matter } from './matter.ts';
import { mayAct, matterPermissions } from './policy.ts';
import { perform } from './routes-commands.ts';
import type { Context } from './routes-context.ts';

/** The acts that move limits: one person proposes, another decides. */
export function limitRoutes(context: Context): readonly Route[] {
  return [
    route(wire.proposeLimitAct, matterPermissions.proposeLimitAct, ({ actor, params, body }) =>
      perform(context, actor, {
        matterId: params.matterId, body, name: 'propose_limit_act', institutionOf: (matter) => ownInstitution(actor, matter), may: (matter) => mayAct(actor, matter, 'propose_limit_act'),
        decide: (matter, meta, law) => proposeLimitAct(matter, newId(), actOf(body.act), body.words, law, meta),
      })),
    route(wire.approveLimitAct, matterPermissions.approveLimitAct, ({ actor, params, body }) =>
      perform(context, actor, {
        matterId: params.matterId, body, name: 'approve_limit_act', institutionOf: (matter) => approverInstitution(actor, matter), may: (matter) => mayAct(actor, matter, 'approve_limit_act'),
        decide: (matter, meta, law) => approveLimitAct(matter, params.proposalId, body.words, law, meta),
      })),
    route(wire.rejectLimitAct, matterPermissions.approveLimitAct, ({ actor, params, body }) =>
      perform(context, actor, {
        matterId: params.matterId, body, name: 'reject_limit_act', institutionOf: (matter) => approverInstitution(actor, matter), may: (matter) => mayAct(actor, matter, 'approve_limit_act'),
        decide: (matter, meta) => rejectLimitAct(matter, params.proposalId, body.words, meta),
      })),
  ];
}

/** Lengths on the wire are working days, as the law states them. */
function actOf(body: LimitActBody): LimitAct {
  switch (body.type) {
    case 'special':
      return { type: 'special', pauseId: newId(), ground: body.ground, document: body.document, announced: { amount: body.announcedWorkingDays, unit: 'working_day' } };
    case 'prolong':
      return { type: 'prolong', pauseId: body.pauseId, document: body.document, by: body.byWorkingDays };
    case 'end':
      return { type: 'end', pauseId: body.pauseId, document: body.document };
    case 'extend':
      return { type: 'extend', document: body.document, by: body.byWorkingDays, unit: 'working_day' };
  }
}

/** The institution of the link the proposer has in hand. */
function ownInstitution(actor: Actor, matter: Matter): string | undefined {
  return actor.kind === 'staff' ? matter.links.find((link) => link.doneAt === null && link.claimedBy === actor.staffId)?.institution : undefined;
}

/** The institution whose approver decides: the department that handles the matter, or the office that proposed. */
function approverInstitution(actor: Actor, matter: Matter): string | undefined {
  if (actor.kind !== 'staff') return undefined;
  const proposing = matter.proposals.find((one) => one.outcome === 'open')?.institution;
  return [matter.handlingInstitution, proposing].find((code) => actor.posts.some((post) => post.institution === code && post.role === 'approver'));
}
