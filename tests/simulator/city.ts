import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import type { Item } from '../../contract/catalogue.ts';
import type { CalendarFile, WorkingCalendar } from '../../server/kernel/calendar/index.ts';
import type { Graph } from '../../server/kernel/flow/index.ts';
import type { RulePack } from '../../server/kernel/limits/index.ts';
import type { Keys } from '../../server/platform/crypto/keys.ts';
import type { LimitsPack } from '../../server/domains/law/pack.ts';
import type { Matter, MatterFact } from '../../server/domains/matters/matter.ts';
import type { Context, MatterDeps } from '../../server/domains/matters/routes-context.ts';
import type { Handle } from '../../server/platform/db/database.ts';
import type { JobWorker } from '../../server/platform/jobs/worker.ts';
import type { Sequencer } from '../../server/platform/ledger/log/sequencer.ts';
import type { Deliverer } from '../../server/platform/webhooks/deliverer.ts';
import type { Product } from './bundle-load.ts';
import type { SimulatedDatabase } from './database.ts';
import type { SimulatedNet } from './net.ts';
import type { Process, World } from './world.ts';

/** Plain data the city stands on: processes, calendars, rule packs, keys. Read once, given to every run. */
export interface Ground {
  readonly graphs: readonly Graph[];
  readonly statutory: CalendarFile;
  readonly provisional: CalendarFile;
  readonly pack: LimitsPack;
  readonly keys: object;
}

/** Institutions of the city, as in the tests of the matters domain. */
export const place = { hall: 'HALL.440304', department: 'MZ.440304', street: 'MZ.440304001', area: '440304001' } as const;
export const endpoint = '0190b000-0000-7000-8000-00000000eeee';

/** A server: its own process, with everything built as server/app.ts builds it. */
export interface Server extends Process {
  readonly context: Context;
  readonly handle: Handle;
  readonly worker: JobWorker;
  readonly deliverer: Deliverer;
  readonly sequencer: Sequencer;
}

/** What is the same for all servers of a run. */
export interface City {
  readonly product: Product;
  readonly ground: Ground;
  readonly world: World;
  readonly database: SimulatedDatabase;
  readonly net: SimulatedNet;
  /** Says to the other servers that the calendar changed. */
  readonly tellCalendar: (from: Process) => void;
  /** An error that no part of the product handled. */
  readonly onFault: (error: unknown) => void;
}

/** The limits items of the city have; an item's number chooses its process and its limits. */
const statutoryOf = [{ anticipate_day: 20, anticipate_type: 'working_day' }, { anticipate_day: 45, anticipate_type: 'working_day' }, { anticipate_day: 30, anticipate_type: 'calendar_day' }, { anticipate_day: 1, anticipate_type: 'month' }, {}] as const;
const promisedOf = [{ promise_day: 5, promise_type: 'working_day' }, { promise_day: 12, promise_type: 'calendar_day' }, { promise_day: 48, promise_type: 'hour' }, { promise_day: 3, promise_type: 'working_day' }] as const;
const consequences = ['remind', 'refuse', 'revoke'] as const;

/** The code of an item by its number. */
export const taskCodeOf = (number: number): string => `YM-00-${String(number).padStart(4, '0')}`;
export const handlingItemOf = (taskCode: string): string => `${taskCode}-01`;

function itemOf(ground: Ground, taskCode: string): { item: Item; version: number; processVersion: number } {
  const number = Number(taskCode.slice(-4));
  const graph = ground.graphs[number % ground.graphs.length] as Graph;
  const links = Object.keys(graph.nodes).filter((id) => graph.nodes[id]?.type === 'user').map((element, at) => ({ element, working_days: 1 + ((number + at) % 4) }));
  const item = {
    implementation_item: {
      task_state: 'in_force', plan_effective_date: '2020-01-01', project_type: '2', other_dept: number % 5 === 1 ? ['joint'] : [], ...statutoryOf[number % statutoryOf.length], ...promisedOf[number % promisedOf.length],
      handle_flow: links, dept: { kind: 'MZ', level: 'district' }, process: graph.id,
    },
    handling_items: [{ task_handle_item: handlingItemOf(taskCode), materials: [{ material_code: 'lease', deferral: { consequence: consequences[number % 3], working_days: 4 } }] }],
  };
  return { item: item as unknown as Item, version: 1, processVersion: 1 };
}

/** What is made once of a product and its ground: runs only read it. */
interface Made {
  readonly keys: Keys;
  readonly pack: RulePack;
  readonly calendars: Map<string, WorkingCalendar>;
  readonly items: Map<string, ReturnType<typeof itemOf>>;
}
const madeOf = new WeakMap<Product, Made>();

function madeFor({ product, ground }: Pick<City, 'product' | 'ground'>): Made {
  const before = madeOf.get(product);
  if (before) return before;
  const read = product.keysFromDocument(ground.keys);
  if (!read.ok) throw new Error('the keys of the run are not whole');
  const made = { keys: read.keys, pack: product.rulePackOf(ground.pack), calendars: new Map(), items: new Map() };
  madeOf.set(product, made);
  return made;
}

/** The calendar with the closures that stand in the database. */
function calendarOf(city: City, closures: readonly string[]): WorkingCalendar {
  const { calendars } = madeFor(city);
  const key = closures.join();
  const before = calendars.get(key);
  if (before) return before;
  const days = closures.map((on) => ({ on, kind: 'closure' as const, name: { 'zh-CN': '停工', 'zh-HK': '停工', en: 'Closure' }, notice: null }));
  const calendar = city.product.workingCalendarOf(city.ground.statutory, city.ground.provisional, days);
  if (calendars.size > 500) calendars.clear();
  calendars.set(key, calendar);
  return calendar;
}

/** Which facts an outside system is told of. */
export const toldOutside = (fact: Pick<MatterFact, 'kind'>): boolean => fact.kind === 'link_opened' || fact.kind === 'decision_made';
const outsideKind = 'simulated.when_changed_tell_outside';

function depsOf(city: City, process: Process, context: () => Context, parts: { readonly wake: () => void; readonly pool: MatterDeps['database']['pool']; readonly handle: Handle; readonly clock: MatterDeps['pipeline']['clock'] }): MatterDeps {
  const { product, ground, database } = city;
  const { keys, pack, items } = madeFor(city);
  const item = (taskCode: string): ReturnType<typeof itemOf> => {
    const found = items.get(taskCode) ?? itemOf(ground, taskCode);
    items.set(taskCode, found);
    return found;
  };
  let standing = calendarOf(city, database.tables.closures);
  const institutions: Readonly<Record<string, string>> = { window: place.hall, department: place.department, 'department@district': place.department, 'department@street': place.street };
  const recorder = product.batchWriter(parts.pool, 'platform.append', parts.clock);
  return {
    database: { pool: parts.pool, handle: parts.handle, close: () => Promise.resolve() },
    pipeline: { clock: parts.clock, keys, log: 'simulated/cases', recorder },
    writer: product.batchWriter(parts.pool, 'matters.append', parts.clock),
    vault: { put: (bytes: Buffer) => Promise.resolve({ ok: true, file: { fileId: createHash('sha256').update(bytes).digest('hex'), mediaType: 'application/pdf', sizeBytes: bytes.length } }) },
    units: { handlerOf: (handler: string) => ({ ok: true, institution: institutions[handler] ?? place.department }) },
    calendar: {
      get calendar() { return standing; },
      refresh: () => new Promise<void>((done) => city.world.later(process, 'calendar', () => {
        standing = calendarOf(city, database.tables.closures);
        done();
      })),
    },
    law: { packOn: () => pack, packByVersion: () => pack },
    catalogue: { item, graphOf: (id: string) => ground.graphs.find((graph) => graph.id === id), feel: product.feel },
    people: { particulars: () => Promise.resolve({ name: '安宁', phone: '+8613800000000' }) },
    publicUrl: 'https://simulated.example',
    reactions: [(fact: MatterFact) => (toldOutside(fact) ? [outsideKind] : [])],
    standingOf: () => Promise.resolve({ promise: null, deferral: null }),
    publish: (topics: readonly string[]) => topics.includes('calendar') ? city.tellCalendar(process) : undefined,
    wakeJobs: parts.wake,
    context,
  } as unknown as MatterDeps;
}

/** Tells the outside system of a fact, as the domain of departments' systems does: one delivery a fact, under an id made of what it tells. */
function tellOutside(city: City, context: () => Context, wake: () => void) {
  return async (job: { matterId: string; payload: Readonly<Record<string, unknown>> }): Promise<void> => {
    const { product, database } = city;
    const made = (database.tables.facts.get(job.matterId) ?? []).filter((fact) => fact.kind === job.payload.fact && fact.at === job.payload.at).map((fact) => ({
      endpointId: endpoint, deliveryId: product.derivedId(`delivery ${endpoint} ${job.matterId} ${String(fact.seq)} ${fact.kind}`), matterId: job.matterId, subject: null, number: job.matterId,
      eventType: fact.kind, occurredAt: fact.at, madeAt: context().now(), body: JSON.stringify({ matterId: job.matterId, seq: fact.seq }),
    }));
    if ((await product.enqueueDeliveries(context().database.handle, made)) > 0) wake();
  };
}

/** Starts a server; it asks the database for its time first, so it takes a while. */
export async function startServer(city: City, process: Process): Promise<Server> {
  const { product, database, world, net } = city;
  const pool = database.poolOf(process);
  const handle: Handle = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const clock = await product.databaseClock(pool);
  const late: { worker?: JobWorker; context?: Context } = {};
  const context = (): Context => late.context as Context;
  late.context = product.contextOf(depsOf(city, process, context, { wake: () => late.worker?.wake(), pool, handle, clock }));
  const deliverer = product.deliverer({
    queue: product.webhookQueue(handle), endpointOf: () => Promise.resolve({ url: 'https://outside.example', network: 'public' as never, secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] }),
    whenGone: () => Promise.resolve(), nowMs: () => clock.nowMs(), chance: () => world.chance.next(), onFault: () => world.count('rounds of the deliverer that failed'),
  });
  const handlers = { ...product.matterJobs(context(), undefined as never, (sms) => net.sms(process, sms)), [outsideKind]: tellOutside(city, context, () => deliverer.wake()) };
  late.worker = product.jobWorker(handle, handlers, () => world.count('jobs that failed'));
  return Object.assign(process, { context: context(), handle, worker: late.worker, deliverer, sequencer: product.openSequencer(pool, 4 + world.chance.below(60)) });
}

/** A matter as its row in the database says. */
export function matterNow(database: SimulatedDatabase, matterId: string): Matter | undefined {
  const row = database.tables.states.get(matterId);
  return row && (JSON.parse(row.state) as Matter);
}
