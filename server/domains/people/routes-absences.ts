import * as wire from '../../../contract/absences.ts';
import type { Absence } from '../../../contract/absences.ts';
import { holdsRole, type Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { localDayOf, type LocalDay } from '../../kernel/instant.ts';
import { newId } from '../../platform/ids.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { coveredPosts, mayEnterAbsence, wrongAbsence } from './absence.ts';
import { activeStaff, addAbsence, colleaguesOf, endAbsence, findAbsence, openAbsences, sharingPost, type StoredAbsence, type StoredColleague } from './absence-store.ts';
import { mayDo } from './policy.ts';
import { postsShown } from './routes-staff.ts';
import type { Surroundings } from './surroundings.ts';

type Staff = Extract<Actor, { kind: 'staff' }>;

/** Absences and stand-ins: read, entered, ended. */
export function absenceRoutes(around: Surroundings): readonly Route[] {
  return [
    route(wire.listAbsences, mayDo.absences, async ({ actor }) => {
      const me = staffOf(actor);
      const found = await openAbsences(around.database.handle, { staffId: me.staffId, ...reachOf(me), today: todayOf(around) }, around.clock.now());
      return reply({ absences: found.map((one) => absenceView(around, me, one)) });
    }),
    route(wire.listAbsenceColleagues, mayDo.absences, async ({ actor, query }) => {
      const me = staffOf(actor);
      const staff = await subjectsOf(around, me, query.text ?? '');
      const of = query.staffId ?? me.staffId;
      const standIns = (await mayEnterFor(around, me, of)) ? await sharingPost(around.database.handle, of, around.clock.now()) : [];
      return reply({ staff: staff.map((one) => colleagueView(around, one)), standIns: standIns.map((one) => colleagueView(around, one)) });
    }),
    route(wire.enterAbsence, mayDo.absences, async ({ actor, body }) => {
      const me = staffOf(actor);
      const entered = await enter(around, me, body);
      return entered.ok ? reply(absenceView(around, me, entered.absence)) : entered;
    }),
    route(wire.endAbsence, mayDo.absences, async ({ actor, params }) => {
      const me = staffOf(actor);
      const at = around.clock.now();
      const found = await findAbsence(around.database.handle, params.absenceId, at);
      if (!found || !mayEnterAbsence(me, found.staffId, found.posts)) return refuse('absence.unknown');
      if (!(await endAbsence(around.database.handle, found.absenceId, me.staffId, at, todayOf(around)))) return refuse('absence.over');
      const ended = await findAbsence(around.database.handle, params.absenceId, at);
      return reply(absenceView(around, me, ended ?? found));
    }),
  ];
}

const todayOf = (around: Surroundings): LocalDay => localDayOf(around.clock.now());

function staffOf(actor: Actor): Staff {
  if (actor.kind !== 'staff') throw new Error('an absence route was reached without a post');
  return actor;
}

/** Whose absences somebody may enter beside his own: those of the halls he manages, an administrator everybody's. */
const reachOf = (me: Staff): { institutions: readonly string[]; all: boolean } => ({
  institutions: me.posts.filter((post) => post.role === 'hall_manager').map((post) => post.institution), all: holdsRole(me, ['security_administrator']),
});

/** The caller first, then whom he may enter as absent. */
async function subjectsOf(around: Surroundings, me: Staff, text: string): Promise<readonly StoredColleague[]> {
  const at = around.clock.now();
  const reach = reachOf(me);
  const own = await activeStaff(around.database.handle, [me.staffId], at);
  const others = reach.all || reach.institutions.length > 0 ? await colleaguesOf(around.database.handle, { ...reach, text: text.trim() }, at) : [];
  return [...own.values(), ...others.filter((one) => one.staffId !== me.staffId)];
}

async function mayEnterFor(around: Surroundings, me: Staff, staffId: Id): Promise<boolean> {
  const found = (await activeStaff(around.database.handle, [staffId], around.clock.now())).get(staffId);
  return found !== undefined && mayEnterAbsence(me, staffId, found.posts);
}

async function enter(around: Surroundings, me: Staff, wanted: { staffId: Id; standInId: Id; fromOn: LocalDay; toOn: LocalDay }): Promise<{ ok: true; absence: StoredAbsence } | Refusal> {
  const at = around.clock.now();
  const { handle } = around.database;
  const people = await activeStaff(handle, [wanted.staffId, wanted.standInId], at);
  const absent = people.get(wanted.staffId);
  if (!absent || !mayEnterAbsence(me, wanted.staffId, absent.posts)) return refuse('absence.unknown');
  const asked = { ...wanted, posts: absent.posts, standInPosts: people.get(wanted.standInId)?.posts ?? [], today: localDayOf(at) };
  const absenceId = newId();
  const wrong = await addAbsence(handle, { ...wanted, absenceId, madeBy: me.staffId, at }, (absences, standInAbsences) => wrongAbsence({ ...asked, absences, standInAbsences }));
  if (wrong) return wrong;
  const absence = await findAbsence(handle, absenceId, at);
  return absence ? { ok: true, absence } : refuse('absence.unknown');
}

function absenceView(around: Surroundings, me: Staff, one: StoredAbsence): Absence {
  const covered = coveredPosts(one.posts, one.standInPosts);
  return {
    absenceId: one.absenceId, staffId: one.staffId, staffName: one.staffName, standInId: one.standInId, standInName: one.standInName, fromOn: one.fromOn, toOn: one.toOn,
    covered: postsShown(around, covered), uncovered: postsShown(around, one.posts.filter((post) => !covered.includes(post))),
    madeAt: one.madeAt, madeByName: one.madeByName, endedAt: one.endedAt, endedByName: one.endedByName, mayEnd: one.endedAt === null && one.toOn >= todayOf(around) && mayEnterAbsence(me, one.staffId, one.posts),
  };
}

const colleagueView = (around: Surroundings, one: StoredColleague) => ({ staffId: one.staffId, name: one.name, posts: postsShown(around, one.posts) });
