import * as wire from '../../../contract/backoffices.ts';
import { byOf, type Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { actorId, type ActingActor, type Meta } from '../../platform/db/run-command.ts';
import { listDeliveries, replayDeliveries } from '../../platform/db/webhook-queue.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { filedMatterId, newId } from '../../platform/ids.ts';
import { newWebhookSecret } from '../../platform/webhooks/index.ts';
import type { Backoffice, Change } from './backoffice.ts';
import { listCallbacks } from './callbacks-store.ts';
import { approveChange, proposeChange, rejectChange, suspend, withdrawChange, type BackofficeDecision } from './decide.ts';
import { backofficePermissions, mayChange, unitsSeen } from './policy.ts';
import { callbackRoutes } from './routes-callbacks.ts';
import { groundFor, runAct, type Act, type Context, type SealedSecret } from './routes-context.ts';
import { backofficeRows, backofficeView, deliveryView } from './routes-present.ts';
import { reconciliationRoutes } from './routes-reconciliation.ts';
import { findRegistration, listRegistrations, loadRegistration, sealedSecret } from './store.ts';

/** Every route of this domain. */
export function backofficeRoutes(context: Context): readonly Route[] {
  return [...readingRoutes(context), ...proposingRoutes(context), ...decidingRoutes(context), ...queueRoutes(context), ...reconciliationRoutes(context), ...callbackRoutes(context)];
}

function readingRoutes(context: Context): readonly Route[] {
  const { handle } = context.database;
  return [
    route(wire.listBackoffices, backofficePermissions.read, async ({ actor }) => {
      const { rows, total } = await listRegistrations(handle, unitsSeen(actor));
      return reply({ backoffices: await backofficeRows(context, rows), total });
    }),
    route(wire.getBackoffice, backofficePermissions.read, async ({ actor, params }) => {
      const found = await findRegistration(handle, params.backofficeId, unitsSeen(actor));
      return found ? reply(await backofficeView(context, actor, found)) : refuse('backoffices.unknown');
    }),
  ];
}

function proposingRoutes(context: Context): readonly Route[] {
  return [
    route(wire.proposeBackoffice, backofficePermissions.change, async ({ actor, body }) => {
      const proposer = acting(actor);
      const backofficeId = filedMatterId(actorId(proposer), body.commandId, context.pipeline.clock.nowMs());
      const ground = await groundFor(context, backofficeId);
      return act(context, actor, {
        backofficeId, commandId: body.commandId, name: 'backoffices.propose', body, creates: true,
        decide: (state, meta) => proposeChange(state, newId(), { kind: 'terms', terms: body.terms }, body.reason, ground, meta),
      });
    }),
    route(wire.proposeBackofficeChange, backofficePermissions.change, async ({ actor, params, body }) => {
      const ground = await groundFor(context, params.backofficeId);
      return decided(context, actor, params.backofficeId, body, 'backoffices.propose_change', (state, meta) => proposeChange(state, newId(), body.change as Change, body.reason, ground, meta));
    }),
  ];
}

function decidingRoutes(context: Context): readonly Route[] {
  return [
    route(wire.approveBackofficeChange, backofficePermissions.change, ({ actor, params, body }) => approve(context, actor, params.backofficeId, body)),
    route(wire.rejectBackofficeChange, backofficePermissions.change, ({ actor, params, body }) =>
      decided(context, actor, params.backofficeId, body, 'backoffices.reject', (state, meta) => rejectChange(state, body.words, meta))),
    route(wire.withdrawBackofficeChange, backofficePermissions.change, ({ actor, params, body }) =>
      decided(context, actor, params.backofficeId, body, 'backoffices.withdraw', (state, meta) => withdrawChange(state, meta))),
    route(wire.suspendBackoffice, backofficePermissions.change, ({ actor, params, body }) =>
      decided(context, actor, params.backofficeId, body, 'backoffices.suspend', (state, meta) => suspend(state, 'person', body.words, meta))),
  ];
}

interface Body {
  readonly commandId: Id;
  readonly seenSeq: number;
}

const decided = (context: Context, actor: Actor, backofficeId: Id, body: Body, name: string, decide: (state: Backoffice, meta: Meta) => BackofficeDecision) =>
  act(context, actor, { backofficeId, commandId: body.commandId, seenSeq: body.seenSeq, name, body, decide: (state, meta) => (state ? decide(state, meta) : refuse('backoffices.unknown')) });

async function act(context: Context, actor: Actor, given: Omit<Act, 'actor' | 'may'>): Promise<{ ok: true; reply: { backoffice: wire.Backoffice } } | Refusal> {
  const done = await runAct(context, { ...given, actor: acting(actor), may: () => mayChange(actor) });
  if (!done.ok) return done;
  return reply({ backoffice: await backofficeView(context, actor, { backofficeId: given.backofficeId, seq: done.head.seq, state: done.state }) });
}

/** Approves; a secret made by it is sealed and written with the fact, and answered this once: a repeat of the command does not say it again. */
async function approve(context: Context, actor: Actor, backofficeId: Id, body: Body): Promise<{ ok: true; reply: { backoffice: wire.Backoffice; secret: string | null } } | Refusal> {
  const loaded = await loadRegistration(context.database.pool, context.pipeline.keys, backofficeId, body.commandId);
  if (!loaded) return refuse('backoffices.unknown');
  const ground = await groundFor(context, backofficeId);
  const [secret, secretId] = [newWebhookSecret(), newId()];
  const sealed: SealedSecret = { secretId, sealed: sealedSecret(loaded.dataKey, backofficeId, secretId, secret), madeAt: context.now() };
  const done = await runAct(context, {
    backofficeId, commandId: body.commandId, seenSeq: body.seenSeq, name: 'backoffices.approve', body, secret: sealed, actor: acting(actor), may: () => mayChange(actor),
    decide: (state, meta) => (state ? approveChange(state, secretId, ground, meta) : refuse('backoffices.unknown')),
  });
  if (!done.ok) return done;
  const isMade = !done.repeated && done.state.secrets[0]?.secretId === secretId;
  return reply({ backoffice: await backofficeView(context, actor, { backofficeId, seq: done.head.seq, state: done.state }), secret: isMade ? secret : null });
}

function queueRoutes(context: Context): readonly Route[] {
  const { handle } = context.database;
  return [
    route(wire.listDeliveries, backofficePermissions.read, async ({ actor, params, query }) => {
      const found = await findRegistration(handle, params.backofficeId, unitsSeen(actor));
      if (!found) return refuse('backoffices.unknown');
      const { deliveries, total } = await listDeliveries(handle, params.backofficeId, query.state ?? null);
      return reply({ deliveries: deliveries.map(deliveryView), total });
    }),
    route(wire.listCallbacks, backofficePermissions.read, async ({ actor, params }) => {
      const found = await findRegistration(handle, params.backofficeId, unitsSeen(actor));
      if (!found) return refuse('backoffices.unknown');
      const { callbacks, total } = await listCallbacks(handle, params.backofficeId);
      return reply({ callbacks: [...callbacks], total });
    }),
    route(wire.replayDeliveries, backofficePermissions.replay, async ({ actor, params, body }) => {
      const found = await findRegistration(handle, params.backofficeId, unitsSeen(actor));
      if (!found) return refuse('backoffices.unknown');
      const replayed = await replayDeliveries(handle, params.backofficeId, body.deliveryId === null ? 'failed' : { deliveryId: body.deliveryId }, context.now());
      if (replayed === 0 && body.deliveryId !== null) return refuse('backoffices.delivery_unknown');
      // Who sent again what went out is kept with the registration: it changes no fact of any matter.
      await context.pipeline.recorder.write({ facts: [], access: [{ matter_id: params.backofficeId, record_id: newId(), actor: byOf(acting(actor)), act: 'backoffices.replay', outcome: 'done' }] });
      context.deliverer.wake();
      return reply({ replayed });
    }),
  ];
}

function acting(actor: Actor): ActingActor {
  if (actor.kind === 'staff') return actor;
  throw new Error(`${actor.kind} reached a command`);
}
