import * as wire from '../../../contract/supervision.ts';
import { lightAt } from '../../kernel/limits/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { concerns } from './digest.ts';
import { answerers, supervisionPermissions } from './policy.ts';
import { institutionName, itemName, unitsWithin, type Context } from './routes-context.ts';
import { messageText } from './routes-present.ts';
import { markRead } from './store.ts';
import { countWaiting, messagesOf } from './views.ts';

type Staff = Extract<Actor, { kind: 'staff' }>;

const mostLines = 100;
/** Limits read for one person's digest: an institution's, the most urgent first. */
const mostRead = 2_000;

/** What is yellow or red for the caller now, and what he was told. */
export function digestRoutes(context: Context): readonly Route[] {
  const { handle } = context.database;
  return [
    route(wire.myDigest, supervisionPermissions.own, async ({ actor }) => reply(actor.kind === 'staff' ? await digestOf(context, actor) : { at: context.now(), yellow: 0, red: 0, lines: [], ordersToReply: 0, ordersToJudge: 0 })),
    route(wire.myStaffMessages, supervisionPermissions.own, async ({ actor }) => {
      const { messages, unread } = actor.kind === 'staff' ? await messagesOf(handle, actor.staffId) : { messages: [], unread: 0 };
      return reply({ messages: messages.map((one) => ({ ...one, kind: one.kind as wire.StaffMessage['kind'], text: messageText(context, one.kind as wire.StaffMessage['kind'], one.params) })), unread });
    }),
    route(wire.markStaffMessageRead, supervisionPermissions.own, async ({ actor, params }) => {
      if (actor.kind === 'staff') await markRead(handle, actor.staffId, params.messageId, context.now());
      return { ok: true };
    }),
  ];
}

async function digestOf(context: Context, actor: Staff) {
  const now = context.now();
  const holders = actor.posts.map((post) => ({ staffId: actor.staffId, institution: post.institution, role: post.role }));
  const [atPosts, inHand, waiting] = await Promise.all([
    context.matters.runningLimits({ institutions: [...new Set(holders.map((one) => one.institution))], lights: ['yellow', 'red'] }, now, mostRead, actor),
    context.matters.runningLimits({ staffId: actor.staffId, lights: ['yellow', 'red'] }, now, mostRead, actor),
    waitingOrders(context, actor),
  ]);
  const mine = new Map([...atPosts.filter((limit) => holders.some((holder) => concerns(limit, holder))), ...inHand].map((limit) => [`${limit.matterId} ${limit.limitId}`, limit]));
  const limits = [...mine.values()].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  const red = new Set(limits.filter((limit) => now > limit.dueAt).map((limit) => limit.matterId));
  const yellow = new Set(limits.filter((limit) => !red.has(limit.matterId)).map((limit) => limit.matterId));
  const lines = limits.slice(0, mostLines);
  const names = await context.people.staffNames([...new Set(lines.flatMap((limit): Id[] => (limit.staffId === null ? [] : [limit.staffId])))]);
  return {
    at: now, yellow: yellow.size, red: red.size, ordersToReply: waiting.toReply, ordersToJudge: waiting.toJudge,
    lines: lines.map((limit): wire.DigestLine => ({
      matterId: limit.matterId, number: limit.number, limitId: limit.limitId, kind: limit.kind, itemName: itemName(context, limit.taskCode), institution: limit.institution, institutionName: institutionName(context, limit.institution),
      light: lightAt({ limit: { amount: 0, unit: 'working_day' }, startedAt: limit.startedAt, pauses: [], extensions: [] }, limit, now, null), dueOn: limit.dueOn, dueAt: limit.dueAt,
      staff: limit.staffId === null ? null : { staffId: limit.staffId, name: names.get(limit.staffId) ?? '' }, mine: limit.staffId === actor.staffId,
    })),
  };
}

function waitingOrders(context: Context, actor: Staff): Promise<{ toReply: number; toJudge: number }> {
  const institutions = actor.posts.filter((post) => answerers.includes(post.role)).map((post) => post.institution);
  const units = actor.posts.filter((post) => post.role === 'supervisor').flatMap((post) => unitsWithin(context, post.unit));
  return countWaiting(context.database.handle, institutions, units);
}
