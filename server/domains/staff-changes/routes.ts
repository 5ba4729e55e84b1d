import * as wire from '../../../contract/staff-changes.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { actorId } from '../../platform/db/run-command.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { derivedId, filedMatterId } from '../../platform/ids.ts';
import { postHistory, staffById } from '../people/index.ts';
import type { ChangeTerms, StaffChange } from './change.ts';
import { approveChange, proposeChange, rejectChange, withdrawChange, type Ground, type StaffChangeDecision } from './decide.ts';
import { effectsOf } from './effects.ts';
import { mayChange, staffPermissions } from './policy.ts';
import { acting, runAct, type Act, type Meta } from './routes-acts.ts';
import { exportPosts } from './routes-export.ts';
import { newPasswords } from './routes-passwords.ts';
import { changesShown, postsShown } from './routes-present.ts';
import type { Surroundings } from './surroundings.ts';
import { changesAbout, findChange, isFounding, listChanges } from './views.ts';

/** Every route of this domain. */
export function staffChangeRoutes(around: Surroundings): readonly Route[] {
  return [...readingRoutes(around), ...decidingRoutes(around)];
}

function readingRoutes(around: Surroundings): readonly Route[] {
  const { handle } = around.database;
  return [
    route(wire.listStaffChanges, staffPermissions.read, async ({ actor }) => {
      const [{ changes, total, waiting }, founding] = await Promise.all([listChanges(handle), isFounding(handle)]);
      const shown = await changesShown(around, actor, changes, founding);
      return reply({ changes: shown, total, waiting, forMe: shown.filter((change) => change.allowed.includes('approve')).length, founding, mayPropose: mayChange(actor) });
    }),
    route(wire.getStaffChange, staffPermissions.read, async ({ actor, params }) => viewOf(around, actor, params.changeId)),
    route(wire.getStaffFile, staffPermissions.read, async ({ actor, params }) => {
      const [found, posts, changes, founding, inHand] = await Promise.all([staffById(handle, [params.staffId]), postHistory(handle, params.staffId), changesAbout(handle, params.staffId), isFounding(handle), around.inHand(params.staffId)]);
      const member = found.get(params.staffId);
      if (!member) return refuse('staff.unknown');
      return reply({
        member: { ...member, posts: postsShown(around, member.posts) }, inHand, mayPropose: mayChange(actor), changes: await changesShown(around, actor, changes, founding),
        posts: postsShown(around, posts).map((post, index) => ({ ...post, fromAt: posts[index]?.fromAt ?? '', toAt: posts[index]?.toAt ?? null })),
      });
    }),
    route(wire.exportStaffPosts, staffPermissions.read, async ({ actor, language }) => exportPosts(around, acting(actor), language)),
  ];
}

function decidingRoutes(around: Surroundings): readonly Route[] {
  return [
    route(wire.proposeStaffChange, staffPermissions.propose, async ({ actor, body }) => {
      const changeId = filedMatterId(actorId(acting(actor)), body.commandId, around.pipeline.clock.nowMs());
      const terms = body.terms as ChangeTerms;
      const newIds = terms.kind === 'appoint' ? terms.people.map((_person, index) => derivedId(`person ${index} of staff change ${changeId}`)) : [];
      const done = await runAct(around, {
        changeId, commandId: body.commandId, name: 'staff.propose', actor: acting(actor), body, creates: true, about: terms.kind === 'appoint' ? { logins: terms.people.map(({ login }) => login), ids: [] } : { logins: [], ids: [terms.staffId] },
        decide: (state, ground, meta) => proposeChange(state, terms, newIds, ground, meta),
      });
      return done.ok ? changed(around, actor, changeId) : done;
    }),
    route(wire.approveStaffChange, staffPermissions.decide, async ({ actor, params, body }) => approve(around, actor, params.changeId, body)),
    route(wire.rejectStaffChange, staffPermissions.decide, async ({ actor, params, body }) =>
      decided(around, actor, params.changeId, { name: 'staff.reject', body, decide: (state, _ground, meta) => rejectChange(state, body.words, meta) })),
    route(wire.withdrawStaffChange, staffPermissions.decide, async ({ actor, params, body }) =>
      decided(around, actor, params.changeId, { name: 'staff.withdraw', body, decide: (state, _ground, meta) => withdrawChange(state, meta) })),
  ];
}

interface Body {
  readonly commandId: Id;
  readonly seenSeq: number;
}

/** An act on a change that is there. */
interface Decided extends Pick<Act, 'name' | 'effects'> {
  readonly body: Body;
  readonly decide: (state: StaffChange, ground: Ground, meta: Meta) => StaffChangeDecision;
}

/** What an act on a change needs to be carried through; refused where there is no such change. */
async function actOn(around: Surroundings, actor: Actor, changeId: Id, { decide, ...given }: Decided): Promise<Awaited<ReturnType<typeof runAct>> | Refusal> {
  const found = await findChange(around.database.handle, changeId);
  if (!found) return refuse('staff.change_unknown');
  const { kind, staff } = found.state;
  return runAct(around, {
    ...given, changeId, commandId: given.body.commandId, seenSeq: given.body.seenSeq, actor: acting(actor), creates: false,
    about: kind === 'appoint' ? { logins: staff.map(({ login }) => login), ids: [] } : { logins: [], ids: staff.map(({ staffId }) => staffId) },
    decide: (state, ground, meta) => (state ? decide(state, ground, meta) : refuse('staff.change_unknown')),
  });
}

async function decided(around: Surroundings, actor: Actor, changeId: Id, given: Decided): Promise<{ ok: true; reply: { change: wire.StaffChange } } | Refusal> {
  const done = await actOn(around, actor, changeId, given);
  return done.ok ? changed(around, actor, changeId) : done;
}

/** Approves; passwords made by it are written as hashes with the fact and answered this once: a repeat of the command does not say them again. */
async function approve(around: Surroundings, actor: Actor, changeId: Id, body: Body): Promise<{ ok: true; reply: { change: wire.StaffChange; firstPasswords: wire.FirstPassword[] } } | Refusal> {
  const found = await findChange(around.database.handle, changeId);
  if (!found) return refuse('staff.change_unknown');
  const { kind, status, staff } = found.state;
  const needing = status === 'proposed' && (kind === 'appoint' || kind === 'reset_password') ? staff : [];
  const made = await newPasswords(needing.length, around.cost);
  const hashes = new Map(needing.map(({ staffId }, index) => [staffId, made[index]?.hash ?? '']));
  const done = await actOn(around, actor, changeId, { name: 'staff.approve', body, decide: approveChange, effects: (state, at) => effectsOf(state, at, hashes) });
  if (!done.ok) return done;
  const after = await viewOf(around, actor, changeId);
  if (!after.ok) return after;
  return reply({ change: after.reply, firstPasswords: done.repeated ? [] : needing.map(({ staffId, name, login }, index) => ({ staffId, name, login, password: made[index]?.password ?? '' })) });
}

async function changed(around: Surroundings, actor: Actor, changeId: Id): Promise<{ ok: true; reply: { change: wire.StaffChange } } | Refusal> {
  const found = await viewOf(around, actor, changeId);
  return found.ok ? reply({ change: found.reply }) : found;
}

async function viewOf(around: Surroundings, actor: Actor, changeId: Id): Promise<{ ok: true; reply: wire.StaffChange } | Refusal> {
  const [found, founding] = await Promise.all([findChange(around.database.handle, changeId), isFounding(around.database.handle)]);
  const [shown] = found ? await changesShown(around, actor, [found], founding) : [];
  return shown ? reply(shown) : refuse('staff.change_unknown');
}
