import { randomInt } from 'node:crypto';
import * as wire from '../../../contract/evaluations.ts';
import { holdsPost } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/decider.ts';
import { addHours } from '../../kernel/calendar/index.ts';
import { instantOfMs, msOf } from '../../kernel/instant.ts';
import { wholeMinutes, type TryLimit } from '../../kernel/tries.ts';
import { hashSecret, linkSignature, newSecret } from '../../platform/crypto/index.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { kindOfEvent } from './event.ts';
import { evaluationPermissions } from './policy.ts';
import { takeDown } from './routes-own.ts';
import { institutionName, itemName, type Context } from './routes-context.ts';
import { stateOf } from './routes-present.ts';
import { clearAsk, endTabletOf, findTablet, insertTablet, pairByCode, tabletsOf, type Tablet } from './tablet-store.ts';
import { findEvent, type InvitedEvent } from './views.ts';

/** A code is good for ten minutes and once; the pairing for a working day. */
const codeMinutes = 10;
const pairingHours = 12;
/** Wrong codes from one address: eight digits, few of them alive at a time. */
const wrongCodes: TryLimit = { name: 'wrong-tablet-codes', most: 20, seconds: 3_600, restartsAtMost: false };

const newCode = (): string => String(randomInt(100_000_000)).padStart(8, '0');

/** The clerk's side: a code for the tablet, and the end of a pairing. Nothing that was answered comes this way. */
function deskRoutes(context: Context): readonly Route[] {
  const { handle } = context.database;
  const codeHash = (code: string) => linkSignature(context.pipeline.keys, `tablet\n${code}`);
  return [
    route(wire.openTablet, evaluationPermissions.pairTablet, async ({ actor, body }) => {
      if (actor.kind !== 'staff' || !holdsPost(actor, body.institution, ['window_clerk', 'hall_manager'])) return refuse('evaluations.tablet_unknown');
      const now = context.now();
      const [tabletId, code] = [newId(), newCode()];
      const codeEndsAt = instantOfMs(msOf(now) + codeMinutes * 60_000);
      await insertTablet(handle, { tabletId, institution: body.institution, window: body.window.trim(), staffId: actor.staffId, codeHash: codeHash(code), codeUntil: codeEndsAt, endsAt: addHours(now, pairingHours) });
      return reply({ tabletId, code, codeEndsAt });
    }),
    route(wire.listTablets, evaluationPermissions.pairTablet, async ({ actor }) => {
      const tablets = actor.kind === 'staff' ? await tabletsOf(handle, actor.staffId, context.now()) : [];
      return reply({ tablets: tablets.map((one) => ({ tabletId: one.tabletId, institution: one.institution, unitName: institutionName(context, one.institution), window: one.window, state: one.isPaired ? 'paired' as const : 'waiting' as const, endsAt: one.endsAt })) });
    }),
    route(wire.endTablet, evaluationPermissions.pairTablet, async ({ actor, params }) =>
      (actor.kind === 'staff' && (await endTabletOf(handle, params.tabletId, actor.staffId, context.now())) ? { ok: true } : refuse('evaluations.tablet_unknown'))),
    route(wire.pairTablet, evaluationPermissions.tablet, async ({ body, address }) => {
      const wait = await context.tries.waitFrom(wrongCodes, address);
      if (wait > 0) return refuse('evaluations.too_often', { minutes: wholeMinutes(wait) });
      const token = newSecret();
      const tablet = await pairByCode(handle, codeHash(body.code.replace(/\D/g, '')), hashSecret(token), context.now());
      if (tablet) return reply({ token, unitName: institutionName(context, tablet.institution), window: tablet.window, endsAt: tablet.endsAt });
      await context.tries.tooOftenFrom(wrongCodes, address);
      return refuse('evaluations.code_wrong');
    }),
  ];
}

/** The person's side: what the tablet shows, and the answer. */
function personRoutes(context: Context): readonly Route[] {
  const { handle } = context.database;
  const asked = async (tablet: Tablet): Promise<{ ask: NonNullable<Tablet['ask']>; event: InvitedEvent } | undefined> => {
    const { ask } = tablet;
    if (!ask || ask.until < context.now()) return undefined;
    const event = await findEvent(handle, ask.matterId, ask.event);
    return event && stateOf(context, event) === 'open' ? { ask, event } : undefined;
  };
  return [
    route(wire.tabletNow, evaluationPermissions.tablet, async ({ body }) => {
      const tablet = await findTablet(handle, hashSecret(body.token), context.now());
      if (!tablet) return refuse('evaluations.tablet_unknown');
      const shown = await asked(tablet);
      return reply({
        unitName: institutionName(context, tablet.institution), window: tablet.window,
        ask: shown ? { askId: shown.ask.askId, kind: kindOfEvent(shown.event.event), itemName: itemName(context, shown.event.taskCode, shown.event.itemVersion), on: shown.event.on, until: shown.ask.until } : null,
      });
    }),
    route(wire.tabletAnswer, evaluationPermissions.tablet, async ({ body }) => {
      const tablet = await findTablet(handle, hashSecret(body.token), context.now());
      if (!tablet) return refuse('evaluations.tablet_unknown');
      const shown = await asked(tablet);
      if (!shown || shown.ask.askId !== body.askId) return refuse('evaluations.tablet_nothing_asked');
      if (body.answer !== null) {
        const taken = await takeDown(context, { kind: 'system', job: 'evaluations.at_tablet' }, shown.event, { ...body.answer, words: '', change: false }, 'tablet');
        if (!taken.ok) return taken;
      }
      await clearAsk(handle, tablet.tabletId, body.askId);
      return { ok: true };
    }),
  ];
}

/** Tablets at windows. */
export const tabletRoutes = (context: Context): readonly Route[] => [...deskRoutes(context), ...personRoutes(context)];
