/** People and organisations known by one number, their sign-ins, and staff with posts. */
import type { FastifyInstance } from 'fastify';
import type { Language, Localized } from '../../../contract/language.ts';
import type { Me, PartyView } from '../../../contract/people.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import type { Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { owaspCost, testCost, type Keys } from '../../platform/crypto/index.ts';
import type { DatabaseClock } from '../../platform/db/clock.ts';
import type { Database } from '../../platform/db/database.ts';
import { triesOver } from '../../platform/db/tries.ts';
import { localDayOf } from '../../kernel/instant.ts';
import type { Route } from '../../platform/http/route.ts';
import { awayOn } from './absence-store.ts';
import { linkStaffIdentity } from './city-identity-store.ts';
import { makeParties, makeStaff, type PartyToMake, type StaffToMake } from './bulk-store.ts';
import { identify, readPhone, type Identified, type Phone, type Refused } from './numbers/index.ts';
import { findOrganisation, findOrMakeOrganisation, findPerson, particularsOf, partyViews, type Particulars } from './routes-parties.ts';
import { cityIdentityAddresses } from './routes-city-addresses.ts';
import { cityIdentityOver, type CityIdentityDeps } from './routes-city-identity.ts';
import { logoutTaker } from './routes-city-logout.ts';
import { peopleRoutes } from './routes.ts';
import type { SecondFactorRule } from './factor.ts';
import { resetFactorsOf } from './routes-account.ts';
import { enter, type Entering, type EntryWay } from './routes-entering.ts';
import { actorOf, isSessionFresh, sessionsOver, type SessionOwner } from './sessions.ts';
import { firstStartToken, staffDoor } from './routes-staff.ts';
import { keepServiceOfficer, systemsOf, type ServiceOfficer } from './service-store.ts';
import { sweep, type Surroundings } from './surroundings.ts';
import { likenessOf, partyIdByNumber, type Likeness } from './routes-looking.ts';
import { postsOfStaff, type PostInTime } from './looking-views.ts';
import { findStaffByLogin, postHolders, staffNames, type StoredHolder } from './views.ts';

export { citizenCheckDigit, identify, readPhone } from './numbers/index.ts';
export type { CityIdentitySettings } from './routes-city-identity.ts';
export { peopleRefusals } from './refusals.ts';
export type { PeopleRefusalCode } from './refusals.ts';
export type { Particulars } from './routes-parties.ts';
export type { Likeness } from './routes-looking.ts';
export type { PostInTime } from './looking-views.ts';
export type { PartyToMake, StaffToMake } from './bulk-store.ts';
export { firstInstitution } from './routes-staff.ts';
export { loginsTaken, postHistory, postLines, staffById, type PostLine, type RegisteredStaff, type TimedPost } from './register-views.ts';
export type { SecondFactorRule } from './factor.ts';
export type { Entering, EntryWay } from './routes-entering.ts';
export type { WantedPost } from './routes-staff.ts';

/** What the domain is built from. */
export interface PeopleDeps {
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: DatabaseClock;
  /** Hands a one-time code to a phone in E.164. `retry`: the gateway cannot take it now; `refused`: this phone cannot receive it. */
  readonly sendCode: (to: string, code: string, language: Language) => Promise<'sent' | 'retry' | 'refused'>;
  readonly institution: (code: string) => { name: Localized; unit: string } | undefined;
  /** The identity service of the city, where one is set; it also says who an organisation's legal representative is. */
  readonly cityIdentity?: CityIdentityDeps | undefined;
  /** `test`: the least password cost, where a hundred staff sign in within seconds. */
  readonly passwordCost?: 'test';
  /** Whether every member of staff must have a second factor; without it, where passwords are real they must. */
  readonly secondFactor?: SecondFactorRule;
  /** Address browsers know us by; passkeys are bound to its host. */
  readonly publicUrl?: string;
}

/** The addresses a browser goes along to the city identity service and back. */
type Addresses = (http: FastifyInstance, options: { readonly secure: boolean }) => Promise<void>;

/** The door of the domain: people and organisations by one number, sessions, staff. */
export interface People {
  readonly routes: readonly Route[];
  /** Undefined where no city identity service is set. */
  readonly cityAddresses: Addresses | undefined;
  /** Who is behind a session token, and the token every act must bring back. An ended session or post stops working within a second. */
  authenticate(token: string | undefined, anew?: boolean): Promise<{ actor: Actor; csrfToken: string | null; fresh?: true }>;
  /** Parties by id, masked; ids nobody has are left out. */
  parties(ids: readonly Id[]): Promise<ReadonlyMap<Id, PartyView>>;
  /** Unmasked, for papers and messages alone; undefined where there is no such party or it was erased. */
  particulars(partyId: Id): Promise<Particulars | undefined>;
  /** The organisation with this credit code, made as self-declared where it is new. Refuses what is no credit code and an empty name. */
  findOrMakeOrganisation(number: string, name: string): Promise<{ ok: true; partyId: Id } | Refusal>;
  /** The organisation with this credit code, if anybody has registered it. */
  findOrganisation(number: string): Promise<Id | undefined>;
  /** The person with this number whose registered name this is; undefined for whatever else is wrong, so that it tells nothing. */
  findPerson(number: string, name: string): Promise<Id | undefined>;
  /** Names of staff by id. */
  staffNames(ids: readonly Id[]): Promise<ReadonlyMap<Id, string>>;
  /** Who of these is away today, and who stands in (代理). */
  awayToday(ids: readonly Id[]): Promise<ReadonlyMap<Id, { readonly standInId: Id; readonly standInName: string }>>;
  /** Keeps an officer of an outside system among those whom facts may name: without password and posts. */
  keepServiceOfficer(officer: ServiceOfficer): Promise<void>;
  /** Of these ids those of officers of outside systems, with the system of each. */
  systemsOf(ids: readonly Id[]): Promise<ReadonlyMap<Id, Id>>;
  /** Active staff who hold one of the roles now, in these institutions or in institutions of these very units. */
  postHolders(roles: readonly Role[], among: { readonly institutions?: readonly string[]; readonly units?: readonly string[] }): Promise<readonly StoredHolder[]>;
  /** The party with this number, by its exact spelling; undefined where nobody has it or it is none. */
  partyIdByNumber(number: string): Promise<Id | undefined>;
  /** The member of staff with this login, active or not. */
  staffIdByLogin(login: string): Promise<Id | undefined>;
  /** Every post these staff ever held, with its life span. */
  postsOfStaff(ids: readonly Id[]): Promise<readonly PostInTime[]>;
  /** Whom of his own a party is like, for a member of staff who is reading it now; undefined where it is like nobody. */
  likenessOf(staffId: Id, partyId: Id): Promise<Likeness | undefined>;
  /** What a number is, and whether it is well made; `today` is a day in Shenzhen. */
  judgeNumber(number: string, today: string): Identified;
  /** A telephone number read into E.164, or why it is none. */
  judgePhone(text: string): Phone | Refused;
  /** The link that makes the first administrator, while there is no staff; each call makes the link before it worthless. */
  firstStartLink(publicUrl: string): Promise<string | null>;
  /** Invented people in bulk, for the demonstration city and for tests; answers ids in the order given. */
  makeParties(list: readonly PartyToMake[]): Promise<readonly Id[]>;
  /** Staff in bulk, with passwords at the least cost if wanted; answers ids in the order given. */
  makeStaff(list: readonly StaffToMake[], options?: { quickPasswords: boolean }): Promise<readonly Id[]>;
  /** Links a member of staff to a subject of the city identity service, for the demonstration city and for tests; his own way is an act of his account. Does nothing where no service is set. */
  linkCityIdentity(staffId: Id, subject: string): Promise<void>;
  /** A session without a sign-in: for tests and measurements; no route leads here. */
  openSessionFor(owner: SessionOwner): Promise<{ token: string; csrfToken: string }>;
  /** Ends every session of a member of staff, on every process within a second; answers how many there were. */
  endAllOf(staffId: Id): Promise<number>;
  /** Ends every second factor, recovery code and session of a member of staff who lost them; the next sign-in begins with the password and, where required, a new factor. Answers how many factors there were. */
  resetFactors(staffId: Id): Promise<number>;
  /** Opens a session in the place of the caller's for who proved himself another way (city identity), and answers who he is now; staff still show their second factor. */
  enter(call: Entering, owner: SessionOwner, way: EntryWay): Promise<Me>;
  /** Forgets ended sessions, and codes and counts older than two days; it also happens by itself, with the first session opened in each hour. */
  forgetOld(): Promise<void>;
}

/** Builds the domain. */
export async function peopleDomain(deps: PeopleDeps): Promise<People> {
  const around: Surroundings = { ...deps, tries: triesOver(deps.database.handle, deps.keys, deps.clock), cost: deps.passwordCost === 'test' ? testCost : owaspCost, secondFactor: deps.secondFactor ?? (deps.passwordCost === 'test' ? 'offered' : 'required'), publicUrl: deps.publicUrl ?? 'http://localhost' };
  const { handle } = deps.database;
  const sessions = sessionsOver(around);
  const city = deps.cityIdentity && cityIdentityOver(around, deps.cityIdentity);
  return {
    cityAddresses: city && ((http, { secure }) => cityIdentityAddresses(http, { around, cityIdentity: city, sessions, secure, signedOutThere: logoutTaker(around, sessions, city, deps.cityIdentity ?? { issuer: '', clientId: '' }) })),
    routes: peopleRoutes(around, sessions, await staffDoor(around), city),
    async authenticate(token, anew) {
      const session = await sessions.read(token, anew);
      return { actor: actorOf(session), csrfToken: session?.csrfToken ?? null, ...(isSessionFresh(session, deps.clock.now()) ? { fresh: true as const } : {}) };
    },
    parties: (ids) => partyViews(around, ids),
    particulars: (partyId) => particularsOf(around, partyId),
    findOrMakeOrganisation: (number, name) => findOrMakeOrganisation(around, number, name),
    findOrganisation: (number) => findOrganisation(around, number),
    findPerson: (number, name) => findPerson(around, number, name),
    staffNames: (ids) => staffNames(handle, [...new Set(ids)]),
    keepServiceOfficer: (officer) => keepServiceOfficer(handle, officer),
    systemsOf: (ids) => systemsOf(handle, [...new Set(ids)]),
    awayToday: (ids) => awayOn(handle, ids, localDayOf(deps.clock.now())),
    postHolders: (roles, among) => postHolders(handle, roles, among, deps.clock.now()),
    partyIdByNumber: (number) => partyIdByNumber(around, number),
    staffIdByLogin: async (login) => (await findStaffByLogin(handle, login.normalize('NFKC').trim().toLowerCase()))?.staffId,
    postsOfStaff: (ids) => postsOfStaff(handle, [...new Set(ids)]),
    likenessOf: (staffId, partyId) => likenessOf(around, staffId, partyId),
    judgeNumber: (number, today) => identify(number, { today }),
    judgePhone: readPhone,
    async firstStartLink(publicUrl) {
      const token = await firstStartToken(around);
      return token === null ? null : `${publicUrl.replace(/\/+$/, '')}/workbench/first-start#${token}`;
    },
    makeParties: (list) => makeParties(around, list),
    makeStaff: (list, options) => makeStaff(around, list, options ?? { quickPasswords: false }),
    linkCityIdentity: async (staffId, subject) => {
      if (deps.cityIdentity) await linkStaffIdentity(handle, deps.cityIdentity.issuer, subject, staffId);
    },
    openSessionFor: (owner) => sessions.open(owner, undefined),
    endAllOf: (staffId) => sessions.endOf({ staffId }, { exceptToken: undefined }),
    resetFactors: (staffId) => resetFactorsOf(around, sessions, { staffId }),
    enter: (call, owner, way) => enter(around, sessions, call, owner, { way }),
    forgetOld: () => sweep(around),
  };
}
