import * as wire from '../../../contract/privacy.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { actorId, type Meta } from '../../platform/db/run-command.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { filedMatterId } from '../../platform/ids.ts';
import { approveErasure, askErasure, proposeErasure, rejectErasure, withdrawErasure, type Erasure, type ErasureDecision } from './erasure.ts';
import { placeHold, proposeRelease, releaseHold, withdrawRelease, type Hold, type HoldDecision } from './hold.ts';
import { privacyPermissions } from './policy.ts';
import { acting, actOnErasure, actOnHold, todayOf } from './routes-commands.ts';
import { consentRoutes } from './routes-consents.ts';
import { exportRoutes } from './routes-export.ts';
import { erasureViews, holdViews, myData, ownErasure, retentionView } from './routes-present.ts';
import type { Surroundings } from './surroundings.ts';
import { erasureOf, findErasure, findHold, listErasures, listHolds, matterByNumber } from './views.ts';

/** Every route of this domain. */
export function privacyRoutes(around: Surroundings): readonly Route[] {
  return [...ownRoutes(around), ...consentRoutes(around), ...exportRoutes(around), ...erasureRoutes(around), ...holdRoutes(around)];
}

const partyOf = (actor: Actor): Id => {
  if (actor.kind !== 'resident') throw new Error(`${actor.kind} reached a person's own data`);
  return actor.partyId;
};

function ownRoutes(around: Surroundings): readonly Route[] {
  const { handle } = around.database;
  return [
    route(wire.readMyData, privacyPermissions.readMine, async ({ actor }) => reply(await myData(around, partyOf(actor), await erasureOf(handle, partyOf(actor))))),
    route(wire.askErasure, privacyPermissions.ask, async ({ actor, body }) => {
      const partyId = partyOf(actor);
      const id = filedMatterId(partyId, body.commandId, around.pipeline.clock.nowMs());
      const done = await actOnErasure(around, { id, commandId: body.commandId, name: 'privacy.ask_erasure', body, actor: acting(actor), creates: true, may: () => true, decide: (state, meta) => askErasure(state, partyId, meta) });
      return done.ok ? reply({ erasure: ownErasure({ id, seq: done.head.seq, state: done.state }) }) : done;
    }),
    route(wire.withdrawErasure, privacyPermissions.withdraw, async ({ actor, body }) => {
      const partyId = partyOf(actor);
      const found = await erasureOf(handle, partyId);
      if (!found) return refuse('privacy.erasure_unknown');
      const done = await actOnErasure(around, {
        id: found.id, ...body, name: 'privacy.withdraw_erasure', body, actor: acting(actor), may: (state) => state.partyId === partyId, decide: (state, meta) => (state ? withdrawErasure(state, meta) : refuse('privacy.erasure_unknown')),
      });
      return done.ok ? reply({ erasure: ownErasure({ id: found.id, seq: done.head.seq, state: done.state }) }) : done;
    }),
  ];
}

interface Seen {
  readonly commandId: string;
  readonly seenSeq: number;
}

function erasureRoutes(around: Surroundings): readonly Route[] {
  const { handle } = around.database;
  const decided = async (name: string, actor: Actor, id: Id, body: Seen, decide: (state: Erasure, meta: Meta) => ErasureDecision): Promise<{ ok: true; reply: { erasure: wire.Erasure } } | Refusal> => {
    const done = await actOnErasure(around, { id, commandId: body.commandId, seenSeq: body.seenSeq, name, body, actor: acting(actor), may: () => true, decide: (state, meta) => (state ? decide(state, meta) : refuse('privacy.erasure_unknown')) });
    if (!done.ok) return done;
    const found = await findErasure(handle, id);
    const [erasure] = found ? await erasureViews(around, actor, [found]) : [];
    return erasure ? reply({ erasure }) : refuse('privacy.erasure_unknown');
  };
  return [
    route(wire.listErasures, privacyPermissions.erasures, async ({ actor }) => {
      const { erasures, total } = await listErasures(handle);
      return reply({ erasures: await erasureViews(around, actor, erasures), total });
    }),
    route(wire.proposeErasure, privacyPermissions.decide, ({ actor, params, body }) => decided('privacy.propose_erasure', actor, params.erasureId, body, proposeErasure)),
    route(wire.approveErasure, privacyPermissions.decide, ({ actor, params, body }) => decided('privacy.approve_erasure', actor, params.erasureId, body, approveErasure)),
    route(wire.rejectErasure, privacyPermissions.decide, ({ actor, params, body }) => decided('privacy.reject_erasure', actor, params.erasureId, body, (state, meta) => rejectErasure(state, body.ground, meta))),
    route(wire.readRetention, privacyPermissions.retention, async () => reply(await retentionView(around))),
  ];
}

function holdRoutes(around: Surroundings): readonly Route[] {
  const { handle } = around.database;
  const shown = async (actor: Actor, id: Id): Promise<{ ok: true; reply: { hold: wire.Hold } } | Refusal> => {
    const found = await findHold(handle, id);
    const [hold] = found ? await holdViews(around, actor, [found]) : [];
    return hold ? reply({ hold }) : refuse('privacy.hold_unknown');
  };
  const decided = async (name: string, actor: Actor, id: Id, body: Seen, decide: (state: Hold, meta: Meta) => HoldDecision) => {
    const done = await actOnHold(around, { id, commandId: body.commandId, seenSeq: body.seenSeq, name, body, actor: acting(actor), may: () => true, decide: (state, meta) => (state ? decide(state, meta) : refuse('privacy.hold_unknown')) });
    return done.ok ? shown(actor, id) : done;
  };
  return [
    route(wire.listHolds, privacyPermissions.holds, async ({ actor }) => {
      const { holds, total } = await listHolds(handle);
      return reply({ holds: await holdViews(around, actor, holds), total });
    }),
    route(wire.placeHold, privacyPermissions.hold, async ({ actor, body }) => {
      const number = body.number.trim();
      const subjectId = body.kind === 'matter' ? await matterByNumber(handle, number) : await around.partyByNumber(number);
      if (subjectId === undefined) return refuse(body.kind === 'matter' ? 'privacy.held_matter_unknown' : 'privacy.held_person_unknown');
      const id = filedMatterId(actorId(acting(actor)), body.commandId, around.pipeline.clock.nowMs());
      const terms = { kind: body.kind, subjectId, about: body.kind === 'matter' ? number : null, ground: body.ground, document: body.document.trim(), untilOn: body.untilOn };
      const done = await actOnHold(around, { id, commandId: body.commandId, name: 'privacy.place_hold', body, actor: acting(actor), creates: true, may: () => true, decide: (_state, meta) => placeHold(terms, todayOf(around), meta) });
      return done.ok ? shown(actor, id) : done;
    }),
    route(wire.proposeHoldRelease, privacyPermissions.hold, ({ actor, params, body }) => decided('privacy.propose_release', actor, params.holdId, body, proposeRelease)),
    route(wire.releaseHold, privacyPermissions.hold, ({ actor, params, body }) => decided('privacy.release_hold', actor, params.holdId, body, releaseHold)),
    route(wire.withdrawHoldRelease, privacyPermissions.hold, ({ actor, params, body }) => decided('privacy.withdraw_release', actor, params.holdId, body, withdrawRelease)),
  ];
}
