import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, HeldPost, Role } from '../../kernel/actor.ts';
import { by, filing, lawOf, place, processOf, shenzhen, told, who } from '../../testing/given-matter.ts';
import { acceptMatter, file } from './decide.ts';
import type { LimitProposal } from './matter-limit.ts';
import type { Link, Matter, Status } from './matter.ts';
import { allowedActs, allowedLinkActs, matterPermissions, mayAct, mayApprove, mayHandle, mayHandOver, mayRead } from './policy.ts';
import { matterActs, transitions, type LinkAct } from './transitions.ts';

const district = '440304';
const covers = (ancestor: string, unit: string): boolean => unit.startsWith(ancestor);
const post = (role: Role, institution: string, unit = district): HeldPost => ({ role, institution, unit });
const staff = (...posts: readonly HeldPost[]): Actor => ({ kind: 'staff', staffId: who.officer, posts });
const elsewhere = 'HALL.440305';

let matter: Matter;
beforeAll(async () => {
  const law = lawOf(await processOf('street-decide-approve'));
  // Handled by the street: the link's institution is another than the one that handles the item as a whole.
  matter = told(() => file(null, filing(), law, { at: shenzhen('2026-11-23'), by: by.applicant }), (state) => acceptMatter(state, law, { at: shenzhen('2026-11-23'), by: by.clerk })).state;
});

/** The same with something for every act to act on: a material that was deferred, a link that is claimed. */
let withWork: Matter;
beforeAll(() => {
  withWork = { ...matter, outcome: 'granted', materials: [...matter.materials, { code: 'lease', form: 'deferred', grade: 'D', files: [] }], links: matter.links.map((link) => ({ ...link, claimedBy: who.officer, claimedAt: link.openedAt })) };
});
const proposal = (more: Partial<LimitProposal> = {}): LimitProposal => ({
  proposalId: 'p-1', act: { type: 'extend', document: 'd', by: 3, unit: 'working_day' }, proposedBy: who.secondOfficer, institution: place.street, proposedAt: shenzhen('2026-11-24'), outcome: 'open', decidedBy: null, decidedAt: null, ...more,
});

const ofPromises: readonly string[] = ['check_promise', 'revoke_result', 'approve_revocation', 'propose_repair', 'decide_repair'];

const y = true;
const n = false;
/** Who → reads the whole file; accepts, says what is missing, refuses acceptance; supplements; withdraws; handles the open link. */
const matrix: readonly (readonly [who: string, actor: Actor, may: readonly [boolean, boolean, boolean, boolean, boolean]])[] = [
  //                                                                                                      read accept suppl withdr handle
  ['the applicant', { kind: 'resident', partyId: who.applicant },                                         [y, n, y, y, n]],
  ['another resident', { kind: 'resident', partyId: who.clerk },                                          [n, n, n, n, n]],
  ['a window clerk of the hall that took it', staff(post('window_clerk', place.hall)),                    [y, y, y, n, n]],
  ['a window clerk of another hall', staff(post('window_clerk', elsewhere)),                              [n, n, n, n, n]],
  ['the manager of the hall that took it', staff(post('hall_manager', place.hall)),                       [y, n, n, n, n]],
  ['the manager of another hall', staff(post('hall_manager', elsewhere)),                                 [n, n, n, n, n]],
  ['an officer of the department that handles it', staff(post('officer', place.department)),              [y, n, n, n, n]],
  ['an approver of the department that handles it', staff(post('approver', place.department)),            [y, n, n, n, n]],
  ['an officer of the institution that holds the link', staff(post('officer', place.street)),             [y, n, n, n, y]],
  ['an approver there, while the link is an officer’s', staff(post('approver', place.street)),            [n, n, n, n, n]],
  ['an officer of a department that has nothing to do with it', staff(post('officer', 'GA.440304')),      [n, n, n, n, n]],
  ['a supervisor above the area', staff(post('supervisor', 'JW.440304', district)),                       [y, n, n, n, n]],
  ['a supervisor of the city', staff(post('supervisor', 'JW.440300', '4403')),                            [y, n, n, n, n]],
  ['a supervisor of another district', staff(post('supervisor', 'JW.440305', '440305')),                  [n, n, n, n, n]],
  ['an administrator of the very hall', staff(post('administrator', place.hall)),                         [n, n, n, n, n]],
  ['one with no post', staff(),                                                                           [n, n, n, n, n]],
  ['one who has not said who he is', { kind: 'anonymous' },                                               [n, n, n, n, n]],
  ['a proven phone without a person', { kind: 'newcomer' },                                               [n, n, n, n, n]],
  ['the program itself', { kind: 'system', job: 'matters.make_result_paper' },                            [y, n, n, n, n]],
];

describe.each(matrix)('%s', (_who, actor, [reads, accepts, supplements, withdraws, handles]) => {
  it(`${reads ? 'may' : 'may not'} read the whole file`, () => {
    expect(mayRead(actor, matter, covers)).toBe(reads);
  });

  it(`${accepts ? 'may' : 'may not'} accept it, say what is missing, correct it on the spot, refuse it, send it back, hand its result over`, () => {
    for (const act of ['accept', 'request_correction', 'correct_on_spot', 'refuse_acceptance', 'terminate', 'deliver_result'] as const) expect(mayAct(actor, matter, act), act).toBe(accepts);
  });

  it(`${supplements ? 'may' : 'may not'} supplement it, ${withdraws ? 'may' : 'may not'} withdraw it, ${handles ? 'may' : 'may not'} handle its open link`, () => {
    expect([mayAct(actor, matter, 'supplement'), mayAct(actor, matter, 'hand_in_deferred'), mayAct(actor, matter, 'withdraw'), mayHandle(actor, matter.links[0])]).toEqual([supplements, supplements, withdraws, handles]);
  });

  it('is shown no button that the law of the moment or his post does not allow', () => {
    for (const status of Object.keys(transitions) as Status[]) {
      // Acts on promises are in policy-promises.test.ts: no one matter is open for all of them.
      for (const act of matterActs.filter((one) => !ofPromises.includes(one))) expect(allowedActs(actor, { ...withWork, status, delivery: 'in_person' }).includes(act), act).toBe(transitions[status].includes(act) && mayAct(actor, withWork, act));
    }
  });
});

describe('the acts on a link', () => {
  const link = (more: Partial<Link>): Link => ({ ...(matter.links[0] as Link), ...more });
  const both = [post('officer', place.street), post('approver', place.street)];
  const acting = (staffId: string, standsInFor: readonly string[] = [], posts: readonly HeldPost[] = both): Actor => ({ kind: 'staff', staffId, posts, standsInFor });
  const done = (more: Partial<Link>): Link => link({ linkId: 'before', doneAt: shenzhen('2026-11-24'), ...more });
  const acts = (actor: Actor, one: Link, before: readonly Link[] = [], status: Status = 'accepted'): readonly LinkAct[] => allowedLinkActs(actor, { ...matter, status, links: [...before, one] }, one);

  it.each([
    ['review', ['record_finding']], ['visit', ['record_finding']], ['inspect', ['record_finding']], ['decide', ['propose_decision']], ['approve', ['approve_decision', 'return_decision']],
  ] as const)('who has claimed a link of kind %s may end it, give it back, hand it over, ask for an opinion', (kind, endings) => {
    expect(acts(acting(who.officer), link({ kind, claimedBy: who.officer }))).toEqual([...endings, 'release_link', 'hand_over_link', 'ask_opinion']);
  });

  it('an opinion asked for is given by who has claimed it; nobody asks on and on', () => {
    expect(acts(acting(who.officer), link({ kind: 'consult', claimedBy: who.officer, asks: 'before' }), [link({ linkId: 'before', claimedBy: who.secondOfficer })])).toEqual(['give_opinion', 'release_link', 'hand_over_link']);
  });

  it('who has the link that an opinion is asked for may stop asking, though he holds no post in the asked office', () => {
    const asked = link({ kind: 'consult', institution: 'GA.440304', asks: 'before' });
    expect(acts(acting(who.officer), asked, [link({ linkId: 'before', claimedBy: who.officer })])).toEqual(['recall_opinion']);
    expect(acts(acting(who.secondOfficer), asked, [link({ linkId: 'before', claimedBy: who.officer })])).toEqual([]);
  });

  it('who asked is not offered to answer himself, even with a post in both offices', () => {
    const asked = link({ kind: 'consult', asks: 'before' });
    expect(acts(acting(who.officer), asked, [link({ linkId: 'before', claimedBy: who.officer })])).toEqual(['recall_opinion']);
    expect(acts(acting(who.secondOfficer), asked, [link({ linkId: 'before', claimedBy: who.officer })])).toEqual(['claim_link']);
  });

  it('an unclaimed link can be claimed and nothing else; another’s not even that, but by who leads the office: he may give it to somebody else', () => {
    expect(acts(acting(who.officer), link({ claimedBy: null }))).toEqual(['claim_link']);
    const officer = acting(who.officer, [], [post('officer', place.street)]);
    expect(acts(officer, link({ claimedBy: who.secondOfficer }))).toEqual([]);
    for (const role of ['approver', 'hall_manager'] as const) expect(acts(acting(who.approver, [], [post(role, place.street)]), link({ claimedBy: who.secondOfficer })), role).toEqual(['hand_over_link']);
    expect(acts(acting(who.approver, [], [post('approver', place.department)]), link({ claimedBy: who.secondOfficer }))).toEqual([]);
  });

  it('who stands in for somebody may do what the absent person has in hand, where he holds the post himself', () => {
    const standIn = acting(who.secondOfficer, [who.officer]);
    expect(acts(standIn, link({ kind: 'review', claimedBy: who.officer }))).toEqual(['record_finding', 'release_link', 'hand_over_link', 'ask_opinion']);
    expect(acts(acting(who.secondOfficer, [who.officer], [post('officer', place.department)]), link({ claimedBy: who.officer }))).toEqual([]);
  });

  it('the second person is never the one who proposed, nor anybody who signed before, nor a stand-in for one of them', () => {
    const approval = link({ kind: 'approve', post: 'approver' });
    const proposal = done({ kind: 'decide', claimedBy: who.officer, doneBy: who.officer, action: 'granted' });
    expect(acts(acting(who.officer), approval, [proposal])).toEqual([]);
    expect(acts(acting(who.secondOfficer), approval, [proposal])).toEqual(['claim_link']);
    const signed = done({ linkId: 'signed', kind: 'approve', claimedBy: who.approver, doneBy: who.approver, action: 'agreed' });
    expect(acts(acting(who.approver), approval, [proposal, signed])).toEqual([]);
    expect(acts(acting(who.secondOfficer), approval, [proposal, signed])).toEqual(['claim_link']);
    const inPlace = done({ kind: 'decide', claimedBy: who.officer, doneBy: who.secondOfficer, action: 'granted' });
    for (const one of [who.officer, who.secondOfficer]) expect(acts(acting(one), approval, [inPlace]), 'both the absent person and who stood in').toEqual([]);
    const held = { ...approval, claimedBy: who.approver };
    expect(acts(acting(who.officer, [who.approver]), held, [proposal]), 'who proposed does not sign in another’s name').toEqual(['release_link', 'hand_over_link', 'ask_opinion']);
  });

  it('whoever signed in an earlier round may sign again: the proposal is another', () => {
    const approval = link({ kind: 'approve', post: 'approver' });
    const first = [done({ linkId: 'd1', kind: 'decide', claimedBy: who.officer, doneBy: who.officer, action: 'granted' }), done({ linkId: 'a1', kind: 'approve', claimedBy: who.approver, doneBy: who.approver, action: 'returned' })];
    expect(acts(acting(who.approver), approval, [...first, done({ linkId: 'd2', kind: 'decide', claimedBy: who.officer, doneBy: who.officer, action: 'refused' })])).toEqual(['claim_link']);
  });

  it('nothing is done on a link that is done, nor on a matter that is not under way', () => {
    expect(acts(acting(who.officer), link({ doneAt: shenzhen('2026-11-24') }))).toEqual([]);
    for (const status of ['received', 'correction_requested', 'not_accepted', 'completed', 'withdrawn', 'terminated'] as const) expect(acts(acting(who.officer), link({}), [], status)).toEqual([]);
  });

  it('what lies in somebody’s hand is read by who leads the office; while it lies free it is not', () => {
    const leader = acting(who.approver, [], [post('approver', place.street)]);
    expect(mayRead(leader, { ...matter, links: [link({ claimedBy: who.officer })] }, covers)).toBe(true);
    expect(mayRead(leader, { ...matter, links: [link({ claimedBy: null })] }, covers)).toBe(false);
    expect(mayHandOver(leader, link({ claimedBy: who.officer }))).toBe(true);
  });
});

describe('the acts on limits', () => {
  const acting = (staffId: string, ...posts: readonly HeldPost[]): Actor => ({ kind: 'staff', staffId, posts });
  const open = () => ({ ...withWork, proposals: [proposal()] });

  it.each([
    ['who has claimed the open link', acting(who.officer, post('officer', place.street)), y],
    ['a colleague in the same office, who has not', acting(who.secondOfficer, post('officer', place.street)), n],
    ['who had claimed it and holds the post no more', acting(who.officer, post('officer', 'GA.440304')), n],
    ['an approver of the department that handles the matter', acting(who.approver, post('approver', place.department)), n],
    ['the window that took it', acting(who.clerk, post('window_clerk', place.hall)), n],
    ['the applicant', { kind: 'resident', partyId: who.applicant } satisfies Actor, n],
    ['the program itself', { kind: 'system', job: 'x' } satisfies Actor, n],
  ] as const)('only who has the matter in hand proposes one: %s', (_who, actor, may) => {
    expect(mayAct(actor, withWork, 'propose_limit_act')).toBe(may);
    expect(mayAct(actor, { ...withWork, links: withWork.links.map((link) => ({ ...link, doneAt: link.openedAt })) }, 'propose_limit_act'), 'nobody once the link is done').toBe(false);
  });

  it.each([
    ['an approver of the department that handles the matter', acting(who.approver, post('approver', place.department)), y],
    ['an approver of the office that proposed', acting(who.approver, post('approver', place.street)), y],
    ['who proposed, though he holds the approver’s post too', acting(who.secondOfficer, post('approver', place.department), post('approver', place.street)), n],
    ['an approver of another department', acting(who.approver, post('approver', 'GA.440304')), n],
    ['an approver of the hall that took it', acting(who.approver, post('approver', place.hall)), n],
    ['an officer of the department', acting(who.officer, post('officer', place.department)), n],
    ['a supervisor above it', acting(who.approver, post('supervisor', 'JW.440304')), n],
    ['the applicant', { kind: 'resident', partyId: who.applicant } satisfies Actor, n],
    ['the program itself', { kind: 'system', job: 'x' } satisfies Actor, n],
  ] as const)('the second person approves or rejects: %s', (_who, actor, may) => {
    expect(mayApprove(actor, open(), proposal())).toBe(may);
    expect(mayAct(actor, open(), 'approve_limit_act')).toBe(may);
    expect(mayAct(actor, { ...open(), proposals: [proposal({ outcome: 'rejected' })] }, 'approve_limit_act'), 'nothing is open').toBe(false);
  });

  it('no button to propose while a proposal is open, none to hand in what was not deferred, none to hand over what was delivered', () => {
    const holder = acting(who.officer, post('officer', place.street));
    expect(allowedActs(holder, withWork)).toEqual(['propose_limit_act']);
    expect(allowedActs(holder, open())).toEqual([]);
    const applicant: Actor = { kind: 'resident', partyId: who.applicant };
    expect(allowedActs(applicant, withWork)).toEqual(['withdraw', 'hand_in_deferred']);
    expect(allowedActs(applicant, matter)).toEqual(['withdraw']);
    const window = acting(who.clerk, post('window_clerk', place.hall));
    expect(allowedActs(window, { ...matter, status: 'completed', delivery: 'in_person' })).toEqual(['deliver_result']);
    expect(allowedActs(window, { ...matter, status: 'completed', delivery: 'electronic' }), 'what is read in the program is not handed over').toEqual([]);
    expect(allowedActs(window, { ...matter, status: 'completed', delivery: 'in_person', deliveredAt: shenzhen('2026-11-25') })).toEqual([]);
  });
});

describe('any actor at all', () => {
  const roles: readonly Role[] = ['window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'];
  const posts = fc.record<HeldPost>({ role: fc.constantFrom(...roles), institution: fc.constantFrom(place.hall, place.department, place.street, elsewhere), unit: fc.constantFrom('4403', district, '440304001', '440304002', '440305') });
  const actors = fc.oneof<fc.Arbitrary<Actor>[]>(
    fc.constant({ kind: 'anonymous' }), fc.constant({ kind: 'newcomer' }), fc.record({ kind: fc.constant('resident' as const), partyId: fc.constantFrom(who.applicant, who.clerk) }),
    fc.record({ kind: fc.constant('staff' as const), staffId: fc.constantFrom(who.officer, who.applicant), posts: fc.array(posts, { maxLength: 4 }) }),
  );

  /** The same law written the other way round: what each single post opens, collected. */
  const opens = (held: HeldPost): readonly string[] => {
    const key = `${held.role} at ${held.institution}`;
    const single: Readonly<Record<string, readonly string[]>> = {
      [`window_clerk at ${place.hall}`]: ['read', 'accept', 'supplement'], [`hall_manager at ${place.hall}`]: ['read'],
      [`officer at ${place.department}`]: ['read'], [`approver at ${place.department}`]: ['read'], [`officer at ${place.street}`]: ['read', 'handle'],
    };
    return [...(single[key] ?? []), ...(held.role === 'supervisor' && ['4403', district, '440304001'].includes(held.unit) ? ['read'] : [])];
  };
  const oracle = (actor: Actor): ReadonlySet<string> => {
    if (actor.kind === 'resident') return new Set(actor.partyId === who.applicant ? ['read', 'supplement', 'withdraw'] : []);
    return new Set(actor.kind === 'staff' ? actor.posts.flatMap(opens) : []);
  };

  it('may do what an independent reading of the law says, no more and no less', () => {
    fc.assert(
      fc.property(actors, (actor) => {
        const may = { read: mayRead(actor, matter, covers), accept: mayAct(actor, matter, 'accept'), supplement: mayAct(actor, matter, 'supplement'), withdraw: mayAct(actor, matter, 'withdraw'), handle: mayHandle(actor, matter.links[0]) };
        expect(new Set(Object.entries(may).filter(([, yes]) => yes).map(([name]) => name))).toEqual(oracle(actor));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is let through the route whenever the matter itself would let him act', () => {
    fc.assert(
      fc.property(actors, (actor) => {
        const through = (permission: { mayTry: (actor: Actor) => boolean }, may: boolean) => expect(!may || permission.mayTry(actor)).toBe(true);
        through(matterPermissions.read, mayRead(actor, matter, covers));
        through(matterPermissions.accept, mayAct(actor, matter, 'accept'));
        through(matterPermissions.supplement, mayAct(actor, matter, 'supplement'));
        through(matterPermissions.withdraw, mayAct(actor, matter, 'withdraw'));
        through(matterPermissions.handle, mayHandle(actor, matter.links[0]));
        through(matterPermissions.proposeLimitAct, mayAct(actor, withWork, 'propose_limit_act'));
        through(matterPermissions.approveLimitAct, mayApprove(actor, matter, proposal()));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(Object.entries(matterPermissions))('the permission %s lets in exactly the kinds and roles it names', (name, permission) => {
    const expected: Readonly<Record<string, readonly string[]>> = {
      lookUp: ['anonymous', 'newcomer', 'resident', ...roles], draft: ['resident', 'window_clerk'], file: ['resident', 'window_clerk'],
      read: ['resident', 'window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor'], readOwn: ['resident'], readStanding: ['window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor'], worklist: ['window_clerk', 'officer', 'approver', 'hall_manager'], handOver: ['window_clerk', 'officer', 'approver', 'hall_manager'], accept: ['window_clerk'],
      supplement: ['resident', 'window_clerk'], withdraw: ['resident'], handle: ['window_clerk', 'officer', 'approver'], proposeLimitAct: ['window_clerk', 'officer', 'approver'], approveLimitAct: ['approver'], checkPromise: ['officer'], approveRevocation: ['approver'],
    };
    const everyone: readonly (readonly [string, Actor])[] = [
      ['anonymous', { kind: 'anonymous' }], ['newcomer', { kind: 'newcomer' }], ['resident', { kind: 'resident', partyId: who.applicant }], ...roles.map((role) => [role, staff(post(role, place.hall))] as const),
    ];
    expect(everyone.filter(([, actor]) => permission.mayTry(actor)).map(([kind]) => kind)).toEqual(expected[name]);
    expect(permission.id).toMatch(/^matters\.[a-z_]+$/);
  });
});
