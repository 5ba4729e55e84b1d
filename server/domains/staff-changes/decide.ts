import type { By, HeldPost } from '../../kernel/actor.ts';
import { accept, refuse, type Decision, type InputFault, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { twoPersons } from '../../kernel/two-persons.ts';
import { apart } from './apart.ts';
import type { ChangeTerms, Concerned, StaffChange, StaffChangeFact, WantedPost } from './change.ts';
import type { StaffChangeRefusalCode } from './refusals.ts';

/** Facts of a change of staff, or why there are none. */
export type StaffChangeDecision = Decision<StaffChangeFact, StaffChangeRefusalCode>;
type Refused = Refusal<StaffChangeRefusalCode>;

/** A member of staff as he stands, with the posts in force. */
export interface Member {
  readonly staffId: Id;
  readonly login: string;
  readonly name: string;
  readonly active: boolean;
  readonly posts: readonly HeldPost[];
}

/** What decides beside the change itself: institutions, the staff concerned, logins in use, and whether one decides alone. */
export interface Ground {
  /** the unit of an institution; undefined where there is no such institution */
  readonly unitOf: (institution: string) => string | undefined;
  readonly member: (staffId: Id) => Member | undefined;
  readonly loginTaken: (login: string) => boolean;
  readonly founding: boolean;
}

/** When and by whom. */
interface Meta {
  readonly at: Instant;
  readonly by: By;
}

const second = twoPersons<StaffChangeRefusalCode>({ not_waiting: 'staff.not_proposed', same_person: 'staff.same_person', not_own_proposal: 'staff.not_own_proposal', words_needed: 'staff.reason_needed' });

const at = (pointer: string, code: StaffChangeRefusalCode, params: InputFault['params'] = {}): Refused => refuse(code, params, [{ pointer, code, params }]);

/** Puts a change of staff before a second person; what could not stand now is refused now. `newIds` are the ids of people who are appointed, in their order. */
export function proposeChange(state: StaffChange | null, terms: ChangeTerms, newIds: readonly Id[], ground: Ground, meta: Meta): StaffChangeDecision {
  if (state) return refuse('staff.proposed_already');
  const reason = terms.reason.trim();
  if (reason === '') return at('/terms/reason', 'staff.reason_needed');
  const concerned = concernedBy(terms, newIds, ground);
  if (!concerned.ok) return concerned;
  const wrong = wrongNow(terms.kind, concerned.staff, ground);
  if (wrong) return wrong;
  return accept<StaffChangeFact>({
    kind: 'staff_change_proposed', ...meta, content: { kind: terms.kind, staff: concerned.staff.map(({ staffId, posts }) => ({ staffId, posts })) },
    sealed: { people: concerned.staff.map(({ name, login }) => ({ name, login })), reason },
  });
}

/** The second person agrees: the change is judged again on the staff of this moment, and is done. Alone only in the founding, and never about oneself. */
export function approveChange(state: StaffChange, ground: Ground, meta: Meta): StaffChangeDecision {
  const wrong = second.wrong(state, 'approve', meta, ground.founding);
  if (wrong) return wrong;
  if (state.staff.some(({ staffId }) => staffId === meta.by.id)) return refuse('staff.about_oneself');
  const standsNo = wrongNow(state.kind, state.staff, ground);
  if (standsNo) return standsNo;
  return accept<StaffChangeFact>({ kind: 'staff_change_approved', ...meta, content: { founding: state.proposedBy.id === meta.by.id } });
}

/** The second person says no, and why. */
export function rejectChange(state: StaffChange, words: string, meta: Meta): StaffChangeDecision {
  const said = second.rejected(state, words, meta);
  return said.ok ? accept<StaffChangeFact>({ kind: 'staff_change_rejected', ...meta, content: {}, sealed: { words: said.words } }) : said;
}

/** The proposer takes it back. */
export function withdrawChange(state: StaffChange, meta: Meta): StaffChangeDecision {
  return second.wrong(state, 'withdraw', meta) ?? accept<StaffChangeFact>({ kind: 'staff_change_withdrawn', ...meta, content: {} });
}

type Found = { readonly ok: true; readonly staff: readonly Concerned[] } | Refused;

/** Who is concerned, each post once with the unit of its institution. */
function concernedBy(terms: ChangeTerms, newIds: readonly Id[], ground: Ground): Found {
  if (terms.kind === 'appoint') return appointed(terms.people, newIds, ground);
  const member = ground.member(terms.staffId);
  if (!member) return at('/terms/staffId', 'staff.unknown');
  // A post that is ended is named as it is held: its institution may be gone from the units.
  const posts = terms.kind === 'give_post' ? placed(terms.posts, '/terms/posts', ground) : terms.kind === 'end_post' ? held(terms.posts, member) : { ok: true as const, posts: [] };
  return posts.ok ? { ok: true, staff: [{ staffId: member.staffId, login: member.login, name: member.name, posts: posts.posts }] } : posts;
}

function appointed(people: Extract<ChangeTerms, { kind: 'appoint' }>['people'], newIds: readonly Id[], ground: Ground): Found {
  const staff: Concerned[] = [];
  const logins = new Set<string>();
  for (const [index, person] of people.entries()) {
    const pointer = `/terms/people/${index}`;
    const [name, login] = [person.name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim(), person.login.normalize('NFKC').trim().toLowerCase()];
    if (name === '') return at(`${pointer}/name`, 'staff.name_needed');
    if (logins.has(login)) return at(`${pointer}/login`, 'staff.login_twice', { login });
    logins.add(login);
    const posts = placed(person.posts, `${pointer}/posts`, ground);
    if (!posts.ok) return posts;
    staff.push({ staffId: newIds[index] ?? '', login, name, posts: posts.posts });
  }
  return { ok: true, staff };
}

type Placed = { readonly ok: true; readonly posts: readonly HeldPost[] } | Refused;

function placed(wanted: readonly WantedPost[], pointer: string, ground: Ground): Placed {
  const posts = new Map<string, HeldPost>();
  for (const [index, { institution, role }] of wanted.entries()) {
    const unit = ground.unitOf(institution);
    if (unit === undefined) return at(`${pointer}/${index}/institution`, 'staff.institution_unknown', { institution });
    posts.set(`${institution} ${role}`, { institution, unit, role });
  }
  return { ok: true, posts: [...posts.values()] };
}

const same = (one: WantedPost, other: WantedPost): boolean => one.institution === other.institution && one.role === other.role;

function held(wanted: readonly WantedPost[], member: Member): Placed {
  const posts = member.posts.filter((post) => wanted.some((one) => same(one, post)));
  return wanted.every((one) => posts.some((post) => same(one, post))) ? { ok: true, posts } : at('/terms/posts', 'staff.post_not_held', { name: member.name });
}

/** Why the change cannot be done on the staff of this moment. */
function wrongNow(kind: StaffChange['kind'], staff: readonly Concerned[], ground: Ground): Refused | undefined {
  for (const [index, one] of staff.entries()) {
    const wrong = kind === 'appoint' ? wrongAppointment(one, index, ground) : wrongFor(kind, one, ground.member(one.staffId));
    if (wrong) return wrong;
  }
  return undefined;
}

function wrongAppointment({ login, posts }: Concerned, index: number, ground: Ground): Refused | undefined {
  if (ground.loginTaken(login)) return at(`/terms/people/${index}/login`, 'staff.login_taken', { login });
  return apartRefused(posts, `/terms/people/${index}/posts`);
}

function wrongFor(kind: Exclude<StaffChange['kind'], 'appoint'>, { posts }: Concerned, member: Member | undefined): Refused | undefined {
  if (!member) return at('/terms/staffId', 'staff.unknown');
  const { name } = member;
  const holds = (post: HeldPost): boolean => member.posts.some((one) => same(one, post));
  switch (kind) {
    case 'give_post':
      if (posts.some(holds)) return at('/terms/posts', 'staff.post_held_already', { name });
      return apartRefused([...member.posts, ...posts], '/terms/posts');
    case 'end_post':
      return posts.every(holds) ? undefined : at('/terms/posts', 'staff.post_not_held', { name });
    case 'reactivate':
      return member.active ? at('/terms/staffId', 'staff.active_already', { name }) : undefined;
    case 'deactivate':
    case 'reset_password':
    case 'reset_factors':
      return member.active ? undefined : at('/terms/staffId', 'staff.not_active', { name });
  }
}

function apartRefused(posts: readonly HeldPost[], pointer: string): Refused | undefined {
  const two = apart(posts);
  return two && at(pointer, 'staff.posts_apart', { one: two[0], other: two[1] });
}
