import * as wire from '../../../contract/promises.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/decider.ts';
import { newId } from '../../platform/ids.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { approveRevocation, checkPromise, proposeRevocation, rejectRevocation } from './decide-promises.ts';
import { decideRepair, proposeRepair } from './decide-repair.ts';
import { mayAct, matterPermissions } from './policy.ts';
import { perform, type Act } from './routes-commands.ts';
import type { Context } from './routes-context.ts';
import type { MatterAct } from './transitions.ts';

/** 承诺核查 and 撤销: an officer looks, an approver decides; both of the department that handled the matter. */
export function promiseRoutes(context: Context): readonly Route[] {
  const act = (actor: Actor, matterId: string, body: Act['body'], name: MatterAct, decide: Act['decide'], named: string = name) =>
    perform(context, actor, { matterId, body, name: named, institutionOf: (matter) => matter.handlingInstitution, may: (matter) => mayAct(actor, matter, name), decide });
  return [
    route(wire.checkPromise, matterPermissions.checkPromise, async ({ actor, params, body }) =>
      actor.kind === 'staff'
        ? act(actor, params.matterId, body, 'check_promise', (matter, meta) => checkPromise(matter, { material: body.materialCode, kept: body.kept, staffId: actor.staffId, words: body.words, proposalId: newId() }, meta))
        : refuse('matter.unknown')),
    route(wire.proposeRevocation, matterPermissions.checkPromise, ({ actor, params, body }) =>
      act(actor, params.matterId, body, 'revoke_result', (matter, meta, law) => proposeRevocation(matter, newId(), body.words, law, meta))),
    route(wire.approveRevocation, matterPermissions.approveRevocation, ({ actor, params, body }) =>
      act(actor, params.matterId, body, 'approve_revocation', (matter, meta) => approveRevocation(matter, params.proposalId, body.words, meta))),
    route(wire.rejectRevocation, matterPermissions.approveRevocation, ({ actor, params, body }) =>
      act(actor, params.matterId, body, 'approve_revocation', (matter, meta) => rejectRevocation(matter, params.proposalId, body.words, meta), 'reject_revocation')),
    route(wire.proposeRepair, matterPermissions.checkPromise, ({ actor, params, body: { materialCode, reason, document, words, ...body } }) =>
      act(actor, params.matterId, body, 'propose_repair', (matter, meta) => proposeRepair(matter, { proposalId: newId(), material: materialCode, reason, document, words }, meta))),
    route(wire.decideRepair, matterPermissions.approveRevocation, ({ actor, params, body }) =>
      act(actor, params.matterId, body, 'decide_repair', (matter, meta) => decideRepair(matter, params.proposalId, body.approved, body.words, meta))),
  ];
}
