/** Changes of staff: proposed by one security administrator, approved by another; and who holds what. */
import { Type, type Static } from 'typebox';
import { closed, CommandId, InstitutionCode, Instant, literals, nullable, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Post, Role, StaffMember } from './people.ts';

const tag = 'staff';

export const staffChangeKinds = ['appoint', 'give_post', 'end_post', 'deactivate', 'reactivate', 'reset_password', 'reset_factors'] as const;
export const staffChangeStatuses = ['proposed', 'approved', 'rejected', 'withdrawn'] as const;
export const staffChangeActs = ['approve', 'reject', 'withdraw'] as const;

const WantedPost = Type.Object({ institution: InstitutionCode, role: Role }, closed);
const WantedPosts = Type.Array(WantedPost, { minItems: 1, maxItems: 20 });
const reason = Type.String({ maxLength: 500 });

/** Most people one change appoints. */
export const mostAppointed = 500;

/** What is asked for. */
export const StaffChangeTerms = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('appoint'), reason,
      people: Type.Array(
        Type.Object({ name: Type.String({ minLength: 1, maxLength: 80 }), login: Type.String({ pattern: '^[a-z][a-z0-9._-]{2,40}$' }), posts: WantedPosts }, closed),
        { minItems: 1, maxItems: mostAppointed },
      ),
    },
    closed,
  ),
  Type.Object({ kind: literals(['give_post', 'end_post'] as const), staffId: Uuid, posts: WantedPosts, reason }, closed),
  Type.Object({ kind: literals(['deactivate', 'reactivate', 'reset_password', 'reset_factors'] as const), staffId: Uuid, reason }, closed),
]);
export type StaffChangeTerms = Static<typeof StaffChangeTerms>;

const Person = Type.Object({ staffId: Uuid, name: Type.String() }, closed);

/** A change, whole: who is concerned, both persons, and what the caller may do with it now. */
export const StaffChange = Type.Object(
  {
    changeId: Uuid, seq: Type.Integer(), kind: literals(staffChangeKinds), status: literals(staffChangeStatuses),
    /** `posts` are those the change gives or ends; of an appointment, those the person begins with */
    staff: Type.Array(Type.Object({ staffId: Uuid, name: Type.String(), login: Type.String(), posts: Type.Array(Post) }, closed)),
    reason: Type.String(), words: nullable(Type.String()),
    proposedBy: Person, proposedAt: Instant, decidedBy: nullable(Person), decidedAt: nullable(Instant),
    /** approved by the one who proposed it, when there was no second security administrator yet; shown for ever */
    founding: Type.Boolean(),
    allowed: Type.Array(literals(staffChangeActs)),
  },
  closed,
);
export type StaffChange = Static<typeof StaffChange>;

/** A password made by an approval, shown to who approved, once. */
export const FirstPassword = Type.Object({ staffId: Uuid, name: Type.String(), login: Type.String(), password: Type.String() }, closed);
export type FirstPassword = Static<typeof FirstPassword>;

const params = Type.Object({ changeId: Uuid }, closed);
const act = { commandId: CommandId, seenSeq: Type.Integer({ minimum: 1 }) };
const answer = Type.Object({ change: StaffChange }, closed);

/** One member of staff with everything that was ever decided about him. */
export const StaffFile = Type.Object(
  {
    member: StaffMember,
    /** every post ever held, the newest first */
    posts: Type.Array(Type.Object({ ...Post.properties, fromAt: Instant, toAt: nullable(Instant) }, closed)),
    changes: Type.Array(StaffChange),
    /** steps of open matters in this person's hand: they stay where they are when a post ends, and somebody must pass them on */
    inHand: Type.Integer(),
    mayPropose: Type.Boolean(),
  },
  closed,
);
export type StaffFile = Static<typeof StaffFile>;

export const listStaffChanges = endpoint({
  id: 'listStaffChanges', method: 'GET', path: '/api/v1/staff-changes', tag, summary: 'Changes of staff, those that wait first, then the newest, at most 200; how many wait, and whether one decides alone',
  reply: Type.Object({ changes: Type.Array(StaffChange), total: Type.Integer(), waiting: Type.Integer(), /** waiting for the caller's own decision */ forMe: Type.Integer(), founding: Type.Boolean(), mayPropose: Type.Boolean() }, closed),
});
export const getStaffChange = endpoint({ id: 'getStaffChange', method: 'GET', path: '/api/v1/staff-changes/:changeId', tag, summary: 'One change of staff', params, reply: StaffChange });
export const proposeStaffChange = endpoint({
  id: 'proposeStaffChange', method: 'POST', path: '/api/v1/staff-changes', tag, status: 201, summary: 'Puts an appointment, a post, an end of one, a stop or a reset before a second security administrator',
  body: Type.Object({ commandId: CommandId, terms: StaffChangeTerms }, closed), reply: answer,
});
export const approveStaffChange = endpoint({
  id: 'approveStaffChange', method: 'POST', path: '/api/v1/staff-changes/:changeId/approve', tag, summary: 'A second security administrator agrees: it is done at once; passwords made by it are answered this once',
  params, body: Type.Object(act, closed), reply: Type.Object({ change: StaffChange, firstPasswords: Type.Array(FirstPassword) }, closed),
});
export const rejectStaffChange = endpoint({
  id: 'rejectStaffChange', method: 'POST', path: '/api/v1/staff-changes/:changeId/reject', tag, summary: 'A second security administrator says no, with the reason',
  params, body: Type.Object({ ...act, words: Type.String({ maxLength: 500 }) }, closed), reply: answer,
});
export const withdrawStaffChange = endpoint({
  id: 'withdrawStaffChange', method: 'POST', path: '/api/v1/staff-changes/:changeId/withdraw', tag, summary: 'The proposer takes a proposal back', params, body: Type.Object(act, closed), reply: answer,
});
export const getStaffFile = endpoint({
  id: 'getStaffFile', method: 'GET', path: '/api/v1/staff/:staffId', tag, summary: 'One member of staff: posts with their times, every change, and how much work is in hand', params: Type.Object({ staffId: Uuid }, closed), reply: StaffFile,
});
export const exportStaffPosts = endpoint({
  id: 'exportStaffPosts', method: 'GET', path: '/api/v1/staff-posts.csv', tag, produces: 'text/csv', summary: 'Who holds what now, as a table (RFC 4180); taking it is recorded',
});
