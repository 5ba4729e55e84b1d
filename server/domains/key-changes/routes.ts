import * as wire from '../../../contract/key-changes.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { keyFingerprint } from '../../platform/crypto/index.ts';
import { actorId } from '../../platform/db/run-command.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { filedMatterId } from '../../platform/ids.ts';
import type { KeyChange } from './change.ts';
import { approveKeyChange, proposeKeyChange, rejectKeyChange, withdrawKeyChange, type Ground, type KeyChangeDecision } from './decide.ts';
import { keyChangePermissions, mayChangeKeys } from './policy.ts';
import { acting, runAct, type Meta } from './routes-acts.ts';
import { changesShown } from './routes-present.ts';
import type { Surroundings } from './surroundings.ts';
import { findKeyChange, foundingNow, listKeyChanges } from './views.ts';

/** Every route of this domain. */
export function keyChangeRoutes(around: Surroundings): readonly Route[] {
  const { handle } = around.database;
  const { keys } = around.pipeline;
  return [
    route(wire.listKeyChanges, keyChangePermissions.read, async ({ actor }) => {
      const [{ changes, total, waiting }, founding] = await Promise.all([listKeyChanges(handle), foundingNow(handle)]);
      const shown = await changesShown(around, actor, changes, founding.open);
      return reply({
        changes: shown, total, waiting, forMe: shown.filter((change) => change.allowed.includes('approve')).length, founding: founding.open, mayPropose: mayChangeKeys(actor),
        keys: { fingerprint: keyFingerprint(keys), mode: keys.mode, current: keys.kek.current, versions: [...keys.kek.versions()] },
      });
    }),
    route(wire.getKeyChange, keyChangePermissions.read, async ({ actor, params }) => viewOf(around, actor, params.changeId)),
    route(wire.proposeKeyChange, keyChangePermissions.propose, async ({ actor, body }) => {
      const changeId = filedMatterId(actorId(acting(actor)), body.commandId, around.pipeline.clock.nowMs());
      const done = await runAct(around, {
        changeId, commandId: body.commandId, name: 'keys.propose', actor: acting(actor), body, creates: true,
        decide: (state, ground, meta) => proposeKeyChange(state, body.task, body.reason, ground, meta),
      });
      return done.ok ? changed(around, actor, changeId) : done;
    }),
    route(wire.approveKeyChange, keyChangePermissions.decide, async ({ actor, params, body }) => decided(around, actor, params.changeId, { name: 'keys.approve', body, decide: approveKeyChange })),
    route(wire.rejectKeyChange, keyChangePermissions.decide, async ({ actor, params, body }) =>
      decided(around, actor, params.changeId, { name: 'keys.reject', body, decide: (state, _ground, meta) => rejectKeyChange(state, body.words, meta) })),
    route(wire.withdrawKeyChange, keyChangePermissions.decide, async ({ actor, params, body }) =>
      decided(around, actor, params.changeId, { name: 'keys.withdraw', body, decide: (state, _ground, meta) => withdrawKeyChange(state, meta) })),
  ];
}

/** An act on a change that is there. */
interface Decided {
  readonly name: string;
  readonly body: { readonly commandId: Id; readonly seenSeq: number };
  readonly decide: (state: KeyChange, ground: Ground, meta: Meta) => KeyChangeDecision;
}

async function decided(around: Surroundings, actor: Actor, changeId: Id, { name, body, decide }: Decided): Promise<{ ok: true; reply: { change: wire.KeyChange } } | Refusal> {
  const done = await runAct(around, {
    changeId, commandId: body.commandId, seenSeq: body.seenSeq, name, body, actor: acting(actor), creates: false,
    decide: (state, ground, meta) => (state ? decide(state, ground, meta) : refuse('key_change.unknown')),
  });
  return done.ok ? changed(around, actor, changeId) : done;
}

async function changed(around: Surroundings, actor: Actor, changeId: Id): Promise<{ ok: true; reply: { change: wire.KeyChange } } | Refusal> {
  const found = await viewOf(around, actor, changeId);
  return found.ok ? reply({ change: found.reply }) : found;
}

async function viewOf(around: Surroundings, actor: Actor, changeId: Id): Promise<{ ok: true; reply: wire.KeyChange } | Refusal> {
  const [found, founding] = await Promise.all([findKeyChange(around.database.handle, changeId), foundingNow(around.database.handle)]);
  const [shown] = found ? await changesShown(around, actor, [found], founding.open) : [];
  return shown ? reply(shown) : refuse('key_change.unknown');
}
