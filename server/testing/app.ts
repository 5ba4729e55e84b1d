import { randomUUID } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../../contract/common.ts';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '../../contract/endpoint.ts';
import { getMatter } from '../../contract/matters.ts';
import { createApp, type App, type AppOptions } from '../app.ts';
import type { WantedPost } from '../domains/people/index.ts';
import type { Id } from '../kernel/ids.ts';
import { cryptoModes, keysFromDocument, newKeyDocument, type CryptoMode, type KeyDocument, type Keys } from '../platform/crypto/index.ts';
import { sessionCookie } from '../platform/http/server.ts';
import type { SendSms } from '../platform/messages/index.ts';
import type { FreshDatabase } from './fresh-database.ts';
import { inventPerson, type InventOptions, type InventedPerson } from './people.ts';
import { referenceDatabase } from './reference-database.ts';
import { allowAnyTime, type VirtualTime } from './virtual-time.ts';

/** What a call sends, by the shapes of its endpoint. */
export type Sent<E extends Endpoint> = Readonly<
  (ParamsOf<E> extends undefined ? { params?: undefined } : { params: ParamsOf<E> }) & (QueryOf<E> extends undefined ? { query?: undefined } : { query: QueryOf<E> }) &
  (BodyOf<E> extends undefined ? { body?: undefined } : { body: BodyOf<E> })
>;

/** What came back: the reply where it was good, the problem where it was refused; `text` is the body as sent. */
export interface Answered<E extends Endpoint> {
  readonly status: number;
  readonly reply: ReplyOf<E>;
  readonly problem: Problem;
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Somebody with a session, who calls the real routes in this process. */
export interface Client {
  /** Calls an endpoint; the reply is asserted good by the caller through `status`. */
  call<E extends Endpoint>(endpoint: E, sent: Sent<E>, headers?: Readonly<Record<string, string>>): Promise<Answered<E>>;
  /** As `call`, and fails the test with the answer's own words where it was refused; an act on a matter that changed meanwhile looks again first. */
  good<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<ReplyOf<E>>;
  /** As `call`, and fails the test where it was not refused. */
  refused<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<Problem>;
  /** Sends one file to an endpoint that takes one. */
  upload<E extends Endpoint>(endpoint: E, params: ParamsOf<E>, file: { readonly name: string; readonly content: Buffer }): Promise<Answered<E>>;
}

/** A whole application on a database of its own with the real units, calendar and catalogue; people are invented; short messages are collected. */
export interface TestApp {
  readonly app: App;
  readonly fresh: FreshDatabase;
  readonly keys: Keys;
  readonly dataFolder: string;
  /** what the SMS gateway was given, the newest last */
  readonly sms: Parameters<SendSms>[0][];
  as(actor: { readonly partyId: Id } | { readonly staffId: Id } | { readonly signInId: Id } | 'anonymous'): Promise<Client>;
  /** An invented grown-up person (unless told otherwise) as a party with a telephone, and the same signed in. */
  resident(options: Partial<InventOptions> & { readonly index: number }): Promise<{ readonly person: InventedPerson; readonly partyId: Id; readonly client: Client }>;
  /** A member of staff with these posts, signed in. */
  staff(login: string, posts: readonly WantedPost[]): Promise<{ readonly staffId: Id; readonly client: Client }>;
  /** Runs every job that is due. */
  work(): Promise<number>;
  drop(): Promise<void>;
}

/** What may be different from the usual in a test's application. */
export interface TestAppOptions {
  readonly provisionalCalendar?: boolean;
  readonly arrange?: (fresh: FreshDatabase) => Promise<void>;
  readonly time?: VirtualTime;
  /** the city identity service to sign in through, where one runs */
  readonly cityIdentity?: AppOptions['cityIdentity'];
  /** with which algorithms it seals; without it those of the setting CRYPTO, so that a whole run can be one of the mode `gm` (`npm run test:gm`) */
  readonly crypto?: CryptoMode;
  /** its keys, where they lie in a file that something else works with too */
  readonly keyDocument?: KeyDocument;
  /** the built portal and workbench, to be served too */
  readonly distFolder?: string;
  /** the address it believes to be reached at; what begins with https makes its cookies those of TLS */
  readonly publicUrl?: string;
  /** passwords at the cost of real installations, and a second factor required as there */
  readonly ownPasswordCost?: boolean;
}

/** Today of invented people in tests: nobody is born after it. */
const today = '2026-11-23';

/**
 * Builds the real application as main.ts does, with nothing replaced but the SMS gateway. `provisionalCalendar` false ends the calendar with
 * the last arranged year; `arrange` changes the reference data, as the owner, before the application reads it; with `time` it lives in that instead of ours.
 */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const fresh = await referenceDatabase();
  await options.arrange?.(fresh);
  if (options.time) await allowAnyTime(fresh);
  const dataFolder = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-app-')));
  const read = keysFromDocument(options.keyDocument ?? newKeyDocument(options.crypto ?? cryptoModes.find((mode) => mode === process.env.CRYPTO)));
  if (!read.ok) throw new Error('keys');
  const { keys } = read;
  const sms: Parameters<SendSms>[0][] = [];
  const sendSms: SendSms = async (message) => {
    sms.push(message);
    return { outcome: 'sent', providerId: String(sms.length) };
  };
  const app = await createApp({
    config: { dataFolder, publicUrl: options.publicUrl ?? 'http://127.0.0.1:4010', provisionalCalendar: options.provisionalCalendar ?? true }, database: fresh.database, keys, sendSms,
    distFolder: options.distFolder, log: 'yimen.test/cases/v1', ...(options.ownPasswordCost ? {} : { passwordCost: 'test' as const }), cityIdentity: options.cityIdentity,
    ...(options.time ? { clock: options.time.clock, ticksByHand: true } : {}),
  });
  const as: TestApp['as'] = async (actor) => {
    if (actor === 'anonymous') return clientOf(app, () => Promise.resolve(null));
    const signIn = () => app.people.openSessionFor('partyId' in actor ? { kind: 'resident', ...actor } : 'staffId' in actor ? { kind: 'staff', ...actor } : { kind: 'newcomer', ...actor });
    return clientOf(app, signedIn(app, await signIn(), signIn));
  };
  return {
    app, fresh, keys, dataFolder, sms, as,
    async resident(wanted) {
      const person = inventPerson(`test/${wanted.index}`, { today, ageFrom: 25, ageTo: 60, ...wanted });
      const [partyId = ''] = await app.people.makeParties([{ name: person.name['zh-CN'], number: person.number, kind: person.kind, phone: person.mobile, assurance: 'verified_at_window' }]);
      return { person, partyId, client: await as({ partyId }) };
    },
    async staff(login, posts) {
      const [staffId = ''] = await app.people.makeStaff([{ name: login, login, password: 'a long test password', posts }], { quickPasswords: true });
      return { staffId, client: await as({ staffId }) };
    },
    work: () => app.jobs.drain(),
    drop: async () => {
      await app.close();
      await fresh.drop();
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

interface Ask {
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer | object;
}

interface SignedIn {
  readonly token: string;
  readonly csrfToken: string;
}

/** How long one signs in for: shorter than any session lives, so that time may leap between two calls. */
const signedInMs = 600_000;

/** The session of a moment, opened anew where time has gone on since. */
function signedIn(app: App, first: SignedIn, signIn: () => Promise<SignedIn>): () => Promise<SignedIn> {
  let [session, since] = [first, app.clock.nowMs()];
  return async () => {
    if (app.clock.nowMs() - since > signedInMs) [session, since] = [await signIn(), app.clock.nowMs()];
    return session;
  };
}

function clientOf(app: App, sessionNow: () => Promise<SignedIn | null>): Client {
  const ask = async <E extends Endpoint>(endpoint: E, sent: { params?: unknown; query?: unknown }, asked: Ask): Promise<Answered<E>> => {
    const session = await sessionNow();
    const own: Record<string, string> = session ? { cookie: `${sessionCookie}=${session.token}`, 'x-csrf-token': session.csrfToken } : {};
    const answer = await app.http.inject({ method: endpoint.method, url: addressOf(endpoint, sent), headers: { ...own, ...asked.headers }, ...(asked.payload === undefined ? {} : { payload: asked.payload }) });
    const parsed: unknown = String(answer.headers['content-type'] ?? '').includes('json') && answer.body !== '' ? JSON.parse(answer.body) : undefined;
    return { status: answer.statusCode, reply: parsed as ReplyOf<E>, problem: parsed as Problem, text: answer.body, bytes: answer.rawPayload, headers: answer.headers };
  };
  /** The same act on the matter as it is by now, under a command id of its own; undefined where it is no act on a matter, or the matter is not the caller's to look at. */
  const lookedAgain = async <E extends Endpoint>(sent: Sent<E>): Promise<Sent<E> | undefined> => {
    const { matterId } = (sent.params ?? {}) as { readonly matterId?: string };
    const body = sent.body as { readonly seenSeq?: number } | undefined;
    if (matterId === undefined || body?.seenSeq === undefined) return undefined;
    const seen = await ask(getMatter, { params: { matterId } }, { headers: {} });
    return seen.status === 200 ? { ...sent, body: { ...body, commandId: randomUUID(), seenSeq: seen.reply.seq } } : undefined;
  };
  const client: Client = {
    call: (endpoint, sent, headers = {}) => ask(endpoint, sent, { headers, ...(sent.body === undefined ? {} : { payload: sent.body as object }) }),
    async good(endpoint, sent) {
      let answer = await client.call(endpoint, sent);
      // What follows from an act before (a paper, a part) may come between looking and acting: as people do, look again and act again.
      for (let tries = 0; tries < 5 && answer.status === 409 && answer.problem.code === 'matter.changed_meanwhile'; tries += 1) {
        const again = await lookedAgain(sent);
        if (again === undefined) break;
        answer = await client.call(endpoint, again);
      }
      if (answer.status >= 300) throw new Error(`${endpoint.id} ${answer.status}: ${answer.text}`);
      return answer.reply;
    },
    async refused(endpoint, sent) {
      const answer = await client.call(endpoint, sent);
      if (answer.status < 400) throw new Error(`${endpoint.id} was not refused: ${answer.status} ${answer.text.slice(0, 500)}`);
      return answer.problem;
    },
    upload(endpoint, params, file) {
      const boundary = 'yimen-test-boundary';
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename*=UTF-8''${encodeURIComponent(file.name)}; filename="${encodeURIComponent(file.name)}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
      const payload = Buffer.concat([Buffer.from(head), file.content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
      return ask(endpoint, { params }, { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
    },
  };
  return client;
}

/** The path with its parameters filled in, and the query behind it. */
export function addressOf(endpoint: Pick<Endpoint, 'path'>, sent: { params?: unknown; query?: unknown }): string {
  const params = (sent.params ?? {}) as Readonly<Record<string, string>>;
  const path = endpoint.path.replace(/:(\w+)/g, (_mark, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = Object.entries((sent.query ?? {}) as Readonly<Record<string, string | undefined>>).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return query.length > 0 ? `${path}?${new URLSearchParams(query).toString()}` : path;
}
