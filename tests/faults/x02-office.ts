import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { Endpoint, BodyOf, ParamsOf, ReplyOf } from '../../contract/endpoint.ts';
import * as wire from '../../contract/matters.ts';
import type { MatterView } from '../../contract/matters.ts';
import { createApp, type App } from '../../server/app.ts';
import { inventPerson } from '../../server/demo/people.ts';
import type { WantedPost } from '../../server/domains/people/index.ts';
import { loadKeys, type Keys } from '../../server/platform/crypto/index.ts';
import { applicationRole, openDatabase, type Database } from '../../server/platform/db/database.ts';
import { startEmbedded, type EmbeddedDatabase } from '../../server/platform/db/embedded/index.ts';
import { copyFolder } from './frame/city.ts';
import type { FaultTools } from './frame/fault.ts';

/** 渔民村社区, Nanhu Subdistrict, Luohu: its hall, the street office and the bureau that handle the old-age allowance (高龄津贴) filed there. */
const [hall, streetOffice, bureau, areaUnit] = ['YM-440303005014-hall', 'YM-440303005-public_service', 'YM-440303-civil_affairs', '440303005014'] as const;

/** The application that these tests file, but for its command id and party. */
const application = {
  taskCode: 'YM-05-0001-01', handlingItem: 'YM-05-0001-01-01', hall, areaUnit, answers: { who_applies: 'self', hukou: 'shenzhen', age: 'over80' },
  form: { for_other: false, address_line: '一门路12号3栋502室', pay_by: 'social_card', declaration: true },
  materials: [
    { materialCode: 'application_form', form: 'seen_at_window' as const }, { materialCode: 'identity_card', form: 'seen_at_window' as const }, { materialCode: 'household_register', form: 'from_city' as const },
  ],
};

/** What came back of one call. */
export interface Answer<E extends Endpoint> {
  readonly status: number;
  readonly reply: ReplyOf<E>;
  /** code of the refusal, '' of a good answer */
  readonly code: string;
}

/** What an endpoint is sent. */
export interface Sent<E extends Endpoint> {
  readonly params?: ParamsOf<E>;
  readonly body?: BodyOf<E>;
}

/** Somebody signed in, at one of the servers of the office. */
export interface Caller {
  readonly token: string;
  readonly csrfToken: string;
  /** Calls an endpoint at server `at` (0 where none is said). */
  call<E extends Endpoint>(endpoint: E, sent: Sent<E>, at?: number): Promise<Answer<E>>;
  /** As `call`; a refusal is thrown. */
  good<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<ReplyOf<E>>;
}

/** Two servers of one installation on one real PostgreSQL, in this process, with the staff whom the old-age allowance of one community passes. */
export interface Office {
  readonly apps: readonly App[];
  readonly store: Store;
  readonly clerk: Caller;
  readonly reviewers: readonly Caller[];
  readonly officers: readonly Caller[];
  readonly approvers: readonly Caller[];
  readonly resident: Caller;
  /** the body of a filing at the window for the resident above, under a new command id */
  filing(): BodyOf<typeof wire.fileMatter>;
  file(): Promise<string>;
  view(matterId: string): Promise<MatterView>;
  /** filed, accepted, and its review taken by the first reviewer */
  claimed(): Promise<string>;
  /** … and reviewed: it waits for the officer of the district */
  reviewed(): Promise<string>;
  /** … and proposed by the first officer: the first approver has it in hand */
  proposed(): Promise<string>;
}

/** A command's identity: the fact number that the actor saw, under an id of its own. */
export const act = (matter: Pick<MatterView, 'seq'>): { commandId: string; seenSeq: number } => ({ commandId: randomUUID(), seenSeq: matter.seq });

/** The first link that is not done. */
export const openLink = (matter: MatterView): { matterId: string; linkId: string } => ({ matterId: matter.matterId, linkId: matter.links.find((link) => link.doneAt === null)?.linkId ?? '' });

/** A copy of the city's data with its real database running in processes of its own, no server on it. */
export interface Store {
  readonly folder: string;
  /** superuser */
  readonly connection: EmbeddedDatabase['connection'];
  readonly postmaster: number;
  readonly owner: pg.Client;
  readonly keys: Keys;
  readonly log: string;
  /** as the application works on it; closed with the fault */
  open(size: number): Database;
}

/** Opens the store in a folder of the fault's own; it ends with the fault. */
export async function openStore(tools: FaultTools): Promise<Store> {
  const template = await tools.template();
  const folder = tools.folder('office');
  copyFolder(template.folder, folder);
  const embedded = await startEmbedded({ dataFolder: join(folder, 'database'), settings: { max_connections: '100' } });
  tools.atEnd(() => embedded.stop());
  const owner = new pg.Client(embedded.connection);
  // Ended with the database under it at the latest; the failure itself is what is told.
  owner.on('error', () => undefined);
  await owner.connect();
  tools.atEnd(() => owner.end().catch(() => undefined));
  const keys = await loadKeys(join(folder, 'keys'), { databaseExists: true });
  if (!keys.ok) throw new Error(keys.code);
  const { rows } = await owner.query<{ log: string }>(`select value #>> '{}' as log from platform.settings where name = 'ledger.origin'`);
  const open = (size: number): Database => {
    const database = openDatabase({ ...embedded.connection, user: applicationRole }, { size, viaRole: false });
    tools.atEnd(() => database.close());
    return database;
  };
  return { folder, connection: embedded.connection, postmaster: embedded.pid, owner, keys: keys.keys, log: rows[0]?.log ?? '', open };
}

/** Opens the office; it ends with the fault. `around`: what lies between a server and its database. */
export async function openOffice(tools: FaultTools, around: (database: Database) => Database = (database) => database): Promise<Office> {
  const store = await openStore(tools);
  const apps: App[] = [];
  for (let n = 0; n < 2; n += 1) {
    const app = await createApp({
      config: { dataFolder: store.folder, publicUrl: 'http://city.invalid', provisionalCalendar: true }, database: around(store.open(8)), keys: store.keys, distFolder: undefined, log: store.log, passwordCost: 'test', quiet: true,
      sendSms: async () => ({ outcome: 'sent', providerId: randomUUID() }),
    });
    await app.http.ready();
    // What follows from facts is not raced here, and papers would take the processors.
    await app.jobs.stop();
    tools.atEnd(() => app.close());
    apps.push(app);
  }
  return { ...(await peopled(apps)), apps, store };
}

async function peopled(apps: readonly App[]): Promise<Omit<Office, 'apps' | 'store'>> {
  const [app] = apps;
  if (!app) throw new Error('no server');
  const person = inventPerson(7, { index: 9_001, today: '2026-11-23' });
  const [partyId = ''] = await app.people.makeParties([{ number: person.number, name: person.name['zh-CN'], phone: null, assurance: 'verified_at_window' }]);
  const posts: readonly (readonly [string, WantedPost])[] = [
    ['clerk', { institution: hall, role: 'window_clerk' }], ['reviewer1', { institution: streetOffice, role: 'officer' }], ['reviewer2', { institution: streetOffice, role: 'officer' }],
    ['officer1', { institution: bureau, role: 'officer' }], ['officer2', { institution: bureau, role: 'officer' }], ['approver1', { institution: bureau, role: 'approver' }],
  ];
  const staff = await app.people.makeStaff(posts.map(([login, post]) => ({ login: `office-${login}`, name: login, password: 'a long test password', posts: [post] })), { quickPasswords: true });
  const signedIn = await Promise.all(staff.map(async (staffId) => callerOf(apps, await app.people.openSessionFor({ kind: 'staff', staffId }))));
  const [clerk, reviewer, reviewer2, officer, officer2, approver] = signedIn;
  if (!clerk || !reviewer || !reviewer2 || !officer || !officer2 || !approver) throw new Error('no staff');
  const resident = callerOf(apps, await app.people.openSessionFor({ kind: 'resident', partyId }));
  const filing = () => ({ commandId: randomUUID(), partyId, ...application });
  const view: Office['view'] = (matterId) => clerk.good(wire.getMatter, { params: { matterId } });
  const file = async () => (await clerk.good(wire.fileMatter, { body: filing() })).matterId;
  const claim = async (by: Caller, matter: MatterView) => (await by.good(wire.claimLink, { params: openLink(matter), body: act(matter) })).matter;
  const claimed = async (): Promise<string> => {
    const matterId = await file();
    const { matter } = await clerk.good(wire.acceptMatter, { params: { matterId }, body: act(await view(matterId)) });
    await claim(reviewer, matter);
    return matterId;
  };
  const reviewed = async (): Promise<string> => {
    const matterId = await claimed();
    const mine = await view(matterId);
    await reviewer.good(wire.recordFinding, { params: openLink(mine), body: { ...act(mine), finding: 'passed', opinion: '材料齐全' } });
    return matterId;
  };
  const proposed = async (): Promise<string> => {
    const matterId = await reviewed();
    const mine = await claim(officer, await view(matterId));
    await officer.good(wire.proposeDecision, { params: openLink(mine), body: { ...act(mine), outcome: 'granted', opinion: '符合条件' } });
    await claim(approver, await view(matterId));
    return matterId;
  };
  return { clerk, reviewers: [reviewer, reviewer2], officers: [officer, officer2], approvers: [approver], resident, filing, file, view, claimed, reviewed, proposed };
}

/** Somebody of the template at the servers of this office. */
export function callerOf(apps: readonly App[], session: { readonly token: string; readonly csrfToken: string }): Caller {
  const call: Caller['call'] = async (endpoint, sent, at = 0) => {
    const params = (sent.params ?? {}) as Readonly<Record<string, string>>;
    const url = endpoint.path.replace(/:(\w+)/g, (_mark, name: string) => encodeURIComponent(params[name] ?? ''));
    const answer = await apps[at]?.http.inject({
      method: endpoint.method, url, headers: { cookie: `yimen_session=${session.token}`, 'x-csrf-token': session.csrfToken }, ...(sent.body === undefined ? {} : { payload: sent.body as object }),
    });
    if (!answer) throw new Error(`no server ${at}`);
    const parsed = (answer.body === '' ? {} : answer.json()) as { code?: string };
    return { status: answer.statusCode, reply: parsed as never, code: answer.statusCode < 400 ? '' : (parsed.code ?? String(answer.statusCode)) };
  };
  return {
    ...session, call,
    async good(endpoint, sent) {
      const answer = await call(endpoint, sent);
      if (answer.status >= 300) throw new Error(`${endpoint.id} ${answer.status}: ${JSON.stringify(answer.reply)}`);
      return answer.reply;
    },
  };
}
