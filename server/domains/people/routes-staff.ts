import type { Post, StaffMember } from '../../../contract/people.ts';
import type { HeldPost, Role } from '../../kernel/actor.ts';
import { refuse, type InputFault } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { wholeMinutes } from '../../kernel/tries.ts';
import { hashPassword, hashSecret, isHashedAtOtherCost, isPassword, newSecret } from '../../platform/crypto/index.ts';
import { newId } from '../../platform/ids.ts';
import { isTooEasy, readLogin, readName } from './names.ts';
import type { PeopleRefusal } from './refusals.ts';
import { keepFirstStart, keepPasswordHash, useFirstStart, type StaffRow } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { tryLimits } from './tries.ts';
import { findStaffByLogin, listStaff, type StoredStaff } from './views.ts';

/** The institution of the first administrator: the city's government services office (市政务服务和数据管理局). */
export const firstInstitution = 'YM-440300-government_services';

/** A post as asked for. */
export interface WantedPost {
  readonly institution: string;
  readonly role: Role;
}

/** Signs staff in. Every try is counted before the password is looked at, so that many at once get no more tries than one after another. */
export interface StaffDoor {
  signIn(given: { login: string; password: string; address: string }): Promise<{ ok: true; staffId: Id } | PeopleRefusal>;
  /** Whose history a refused sign-in belongs to. */
  knownAs(login: string): Promise<{ staffId: Id } | undefined>;
}

/** The staff door; a password of nobody is made once, so that an unknown login takes the time of a known one. */
export async function staffDoor(around: Surroundings): Promise<StaffDoor> {
  const ofNobody = await hashPassword(newSecret(), around.cost);
  return {
    async signIn(given) {
      const login = readLogin(given.login);
      const fromHere = await around.tries.tooOftenFrom(tryLimits.staffSignInFromAddress, given.address);
      if (fromHere > 0) return refuse('sign_in.too_many_from_here', { minutes: wholeMinutes(fromHere) });
      const locked = await around.tries.tooOften(tryLimits.staffSignIn, login);
      if (locked > 0) return refuse('sign_in.locked', { minutes: wholeMinutes(locked) });
      const known = await findStaffByLogin(around.database.handle, login);
      const fits = await isPassword(known?.passwordHash ?? ofNobody, given.password);
      if (!known || !fits || !known.active) return refuse('sign_in.wrong_login_or_password');
      await around.tries.forgive(tryLimits.staffSignIn, login);
      if (isHashedAtOtherCost(known.passwordHash, around.cost)) await keepPasswordHash(around.database.handle, known.staffId, await hashPassword(given.password, around.cost));
      return { ok: true, staffId: known.staffId };
    },
    async knownAs(login) {
      const known = await findStaffByLogin(around.database.handle, readLogin(login));
      return known && { staffId: known.staffId };
    },
  };
}

/** A new first-start token while there is no staff; one not used before is worth nothing from now on. */
export async function firstStartToken(around: Surroundings): Promise<string | null> {
  const token = newSecret();
  return (await keepFirstStart(around.database.handle, hashSecret(token))) ? token : null;
}

/** Makes the first security administrator (安全管理员), who appoints everybody else, with the one-time token. */
export async function makeFirstAdministrator(
  around: Surroundings, given: { token: string; name: string; login: string; password: string; address: string },
): Promise<{ ok: true; staffId: Id } | PeopleRefusal> {
  const fromHere = await around.tries.tooOftenFrom(tryLimits.firstStartFromAddress, given.address);
  if (fromHere > 0) return refuse('sign_in.too_many_from_here', { minutes: wholeMinutes(fromHere) });
  const name = readName(given.name);
  if (name === undefined) return refuse('people.name_needed', {}, [{ pointer: '/name', code: 'people.name_needed', params: {} }]);
  const login = readLogin(given.login);
  if (isTooEasy(given.password, login)) return refuse('staff.password_too_easy', {}, [{ pointer: '/password', code: 'staff.password_too_easy', params: {} }]);
  const posts = heldPosts(around, [{ institution: firstInstitution, role: 'security_administrator' }]);
  if (!posts.ok) return posts;
  const first: StaffRow = { staffId: newId(), login, name, passwordHash: await hashPassword(given.password, around.cost), posts: posts.posts };
  const used = await useFirstStart(around.database.handle, hashSecret(given.token), first, around.clock.now());
  return used ? { ok: true, staffId: first.staffId } : refuse('first_start.link_not_valid');
}

/** Staff by name, at most 200. */
export async function staffList(around: Surroundings, wanted: { text: string | undefined; institution: string | undefined }): Promise<{ staff: StaffMember[]; total: number }> {
  const found = await listStaff(around.database.handle, wanted, around.clock.now());
  return { staff: found.staff.map((member) => memberOf(around, member)), total: found.total };
}

/** Posts with the names of their institutions; the code stands where an institution is not known any more. */
export function postsShown(around: Surroundings, posts: readonly HeldPost[]): Post[] {
  return posts.map(({ institution, unit, role }) => ({
    institution, unit, role, institutionName: around.institution(institution)?.name ?? { 'zh-CN': institution, 'zh-HK': institution, en: institution },
  }));
}

function memberOf(around: Surroundings, member: StoredStaff): StaffMember {
  return { staffId: member.staffId, name: member.name, login: member.login, active: member.active, posts: postsShown(around, member.posts) };
}

/** Each post once, with the unit of its institution; refuses institutions there are not. */
export function heldPosts(around: Surroundings, wanted: readonly WantedPost[]): { ok: true; posts: HeldPost[] } | PeopleRefusal {
  const posts = new Map<string, HeldPost>();
  const faults: InputFault[] = [];
  wanted.forEach(({ institution, role }, index) => {
    const known = around.institution(institution);
    if (known) posts.set(`${institution} ${role}`, { institution, unit: known.unit, role });
    else faults.push({ pointer: `/posts/${index}/institution`, code: 'staff.institution_unknown', params: { institution } });
  });
  const first = faults[0];
  return first ? refuse('staff.institution_unknown', first.params, faults) : { ok: true, posts: [...posts.values()] };
}
