import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { say as sayIn, type MessageParams } from '../../contract/language.ts';
import type { App } from '../app.ts';
import { refuse, type Refusal } from '../kernel/decider.ts';
import type { Id } from '../kernel/ids.ts';
import { localDayOf, type Instant, type LocalDay } from '../kernel/instant.ts';
import type { Environment } from '../platform/setting-table.ts';
import { readConfig } from '../platform/config.ts';
import type { Keys } from '../platform/crypto/index.ts';
import { openVault, type Vault } from '../platform/files/index.ts';
import { projectFolder } from '../project-folder.ts';
import { inventApplication, type Application } from './application.ts';
import { demoPassword, wholeCity, type CitySeed, type CitySize } from './city.ts';
import { live } from './life.ts';
import { demoMessages } from './messages.ts';
import { keepMaterials } from './papers-handed-in.ts';
import { inventFirms, inventResidents, partiesOf, type Firm, type Resident } from './residents.ts';
import { demoLogins, planStaff, staffAt, type StaffAt, type StaffPlan } from './staff.ts';
import { worldOf, type World } from './world.ts';
import { keyForMatter, writeCounters, writeMatters, type Owner, type Written } from './write.ts';

/** What the invented city is filled into, and how large. */
export interface FillOptions {
  readonly app: Pick<App, 'people' | 'agency' | 'units' | 'calendar' | 'catalogue' | 'law' | 'clock'>;
  /** The owner's own connection: only the owner may take in facts at past times. */
  readonly owner: Owner;
  readonly keys: Keys;
  /** origin of the ledger, named in every fact */
  readonly log: string;
  readonly seed: number;
  readonly say: (line: string) => void;
  readonly size?: Partial<CitySize>;
  /** the moment the city is looked at; the database's own unless told */
  readonly now?: Instant;
  /** where uploaded materials are kept (its `vault`); the configuration's own unless told */
  readonly dataFolder?: string;
}

/** What was filled, or that the city was there before. */
export interface Filled {
  readonly ok: true;
  readonly filled: boolean;
  readonly counts: { readonly residents: number; readonly firms: number; readonly staff: number; readonly matters: number };
}

/** The note an installation keeps of its invented city. */
interface CityNote {
  readonly seed: number;
  readonly day: LocalDay;
  readonly state: 'filling' | 'filled';
  readonly counts?: Filled['counts'];
}

/**
 * Fills an empty installation with an invented city: residents and firms over real communities, staff at every level of three districts, and
 * matters in all states over the last sixty working days. The same seed on the same day gives the same city, ids included; at a later hour of
 * that day the same lives have come further. Salts and keys are always new, so hashes differ. Done once: a filled installation is left as it is,
 * a half-filled one is finished, one with people of its own is refused (`demo.not_empty`).
 *
 * Every fact is decided by the domain's own rules at its own moment and chained as the pipeline chains it. Left out is what only a live act
 * has: command ids and access records. Result papers are drawn on demand by their route; only the newest twenty results (and those
 * of the demonstration residents) get their paper kept and proven, by the usual job after the start. 2,000 papers at once would take minutes.
 */
export async function fillDemoCity(options: FillOptions): Promise<Filled | Refusal<'demo.not_empty'>> {
  const startedAt = performance.now();
  const now = options.now ?? options.app.clock.now();
  const note = await readNote(options.owner);
  if (note?.state === 'filled') {
    tellAccounts(options);
    return { ok: true, filled: false, counts: note.counts ?? { residents: 0, firms: 0, staff: 0, matters: 0 } };
  }
  if (!note && !(await isEmpty(options.owner))) {
    tell(options, 'demo.not_empty');
    return refuse('demo.not_empty');
  }
  const city: CitySeed = note ?? { seed: options.seed, day: localDayOf(now) };
  const size: CitySize = { ...wholeCity, ...options.size };
  tell(options, 'demo.filling', { seed: city.seed, ...size });
  await writeNote(options.owner, { ...city, state: 'filling' });
  const people = await makePeople(options, city, size);
  await giveMandates(options.app.agency, people);
  const world = worldOf({ city, now, app: options.app, ...people });
  const { dataFolder } = options.dataFolder === undefined ? configured() : { dataFolder: options.dataFolder };
  const written = await liveAll(world, await openVault({ root: join(dataFolder, 'vault') }), options.keys, size.matters);
  const counts = { residents: people.residents.length, firms: people.firms.length, staff: people.staffCount, matters: written.length };
  await writeAll(options, world, written, { ...city, state: 'filled', counts });
  tell(options, 'demo.filled', { ...counts, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) });
  tellAccounts(options);
  return { ok: true, filled: true, counts };
}

interface People {
  readonly residents: readonly Resident[];
  readonly firms: readonly Firm[];
  readonly staff: StaffAt;
  readonly staffCount: number;
}

/** Makes residents, firms and staff. Those of a filling that was cut off are found again by number and login. */
async function makePeople({ app, owner }: FillOptions, city: CitySeed, size: CitySize): Promise<People> {
  const invented = inventResidents(city, app.units.tree, size.residents);
  const firms = inventFirms(city, invented, size.firms);
  const ids = await app.people.makeParties(partiesOf(city, invented, firms));
  const residents = invented.map((resident, index) => ({ ...resident, partyId: ids[index] ?? resident.partyId }));
  const byPerson = new Map(residents.map((resident) => [resident.person, resident]));
  const plans = await makeStaff(app, owner, planStaff(city, app.units.tree));
  return {
    residents, staff: staffAt(plans), staffCount: plans.length,
    firms: firms.map((firm, index) => ({ ...firm, partyId: ids[residents.length + index] ?? firm.partyId, representative: byPerson.get(firm.representative.person) ?? firm.representative })),
  };
}

/** Firms whose representative stands for them here; the first of them also names both demonstration residents, so that each of the two can apply for a firm. */
const firmsStoodFor = 12;

/** Who may act for the invented firms. Those given before a filling was cut off stand already. */
async function giveMandates(agency: App['agency'], { residents, firms }: People): Promise<void> {
  const [mainland, hongKong] = residents;
  const wanted = firms.slice(0, firmsStoodFor).flatMap((firm, index) => [
    { principal: firm.partyId, agent: firm.representative.partyId, role: 'legal_representative' as const },
    ...(index === 0 ? [mainland, hongKong].flatMap((one) => (one && one.partyId !== firm.representative.partyId ? [{ principal: firm.partyId, agent: one.partyId, role: 'manager' as const }] : [])) : []),
  ]);
  for (const { principal, agent, role } of wanted) {
    if ((await agency.covering({ agent, principal, act: 'file', taskCode: '' })) === undefined) await agency.grantFor(principal, agent, role);
  }
}

/** Passwords at the least cost: they are printed on the screen, and the first sign-in hashes them again at the installation's own cost. */
async function makeStaff(app: FillOptions['app'], owner: Owner, plans: readonly StaffPlan[]): Promise<readonly StaffPlan[]> {
  const { rows } = (await owner.query('select login, staff_id from people.staff')) as { rows: { login: string; staff_id: Id }[] };
  const known = new Map(rows.map((row) => [row.login, row.staff_id]));
  await app.people.makeStaff(plans.filter((plan) => !known.has(plan.login)), { quickPasswords: true });
  return plans.map((plan) => ({ ...plan, staffId: known.get(plan.login) ?? plan.staffId }));
}

/** How many matters are prepared at the same time: their files are written in parallel. */
const atOnce = 16;
/** Results whose paper is made and kept. */
const papersKept = 20;

/** Draws all applications, numbers them in the order they came in, and lets each live until now. */
async function liveAll(world: World, vault: Vault, keys: Keys, count: number): Promise<readonly Written[]> {
  const applications = Array.from({ length: count }, (_, index) => inventApplication(world, index)).sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : a.index - b.index));
  const numbers = numbered(world, applications);
  const written: Written[] = [];
  for (let from = 0; from < applications.length; from += atOnce) {
    const part = applications.slice(from, from + atOnce).map(async (application, offset): Promise<Written> => {
      const [dataKey, number] = [keyForMatter(keys), numbers[from + offset] ?? ''];
      const kept = await keepMaterials(vault, application, number, dataKey);
      return { matterId: application.matterId, dataKey, makesPaper: false, life: live(world, application, { number, ...kept }) };
    });
    written.push(...(await Promise.all(part)));
  }
  const ours = new Set(world.residents.slice(0, 2).map((resident) => resident.partyId));
  const finished = written.filter((one) => one.life.state.completedAt !== null).sort((a, b) => ((a.life.state.completedAt ?? '') < (b.life.state.completedAt ?? '') ? 1 : -1));
  const kept = new Set([...finished.slice(0, papersKept), ...finished.filter((one) => ours.has(one.life.state.partyId))].map((one) => one.matterId));
  return written.map((one) => ({ ...one, makesPaper: kept.has(one.matterId) }));
}

interface Counter {
  readonly institution: string;
  readonly day: LocalDay;
  last: number;
}

/** Numbers as the windows would have handed them out: by institution and day, in the order of filing. */
function numbered(world: World, applications: readonly Application[]): readonly string[] {
  const counters = new Map<string, number>();
  return applications.map(({ accepting, receivedAt }) => {
    const day = localDayOf(receivedAt);
    const next = (counters.get(`${accepting} ${day}`) ?? 0) + 1;
    counters.set(`${accepting} ${day}`, next);
    return `${world.app.units.institution(accepting)?.unit ?? ''}-${day.replaceAll('-', '')}-${String(next).padStart(5, '0')}`;
  });
}

/** Matters, counters and the note in one transaction: a city is there whole or not at all. */
async function writeAll(options: FillOptions, world: World, written: readonly Written[], note: CityNote): Promise<void> {
  const { owner } = options;
  const counters = new Map<string, Counter>();
  for (const { life } of written) {
    const { acceptingInstitution: institution, receivedAt } = life.state;
    const counter = counters.get(`${institution} ${localDayOf(receivedAt)}`) ?? { institution, day: localDayOf(receivedAt), last: 0 };
    counter.last += 1;
    counters.set(`${institution} ${counter.day}`, counter);
  }
  await owner.query('begin');
  try {
    await writeMatters(owner, world, options, written);
    await writeCounters(owner, counters);
    await writeNote(owner, note);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

const noteName = 'demo.city';

/** The invented city of an installation, if there is one. */
export async function readNote(owner: Owner): Promise<CityNote | undefined> {
  const { rows } = (await owner.query('select value from platform.settings where name = $1', [noteName])) as { rows: { value: CityNote }[] };
  return rows[0]?.value;
}

async function writeNote(owner: Owner, note: CityNote): Promise<void> {
  await owner.query('insert into platform.settings (name, value) values ($1, $2::jsonb) on conflict (name) do update set value = excluded.value, set_at = clock_timestamp()', [noteName, JSON.stringify(note)]);
}

async function isEmpty(owner: Owner): Promise<boolean> {
  const { rows } = (await owner.query('select exists (select 1 from people.parties) or exists (select 1 from people.staff) or exists (select 1 from platform.facts) as used')) as { rows: { used: boolean }[] };
  return rows[0]?.used === false;
}

/** The configuration this process was started with: main.ts has read the same. */
function configured(): { readonly dataFolder: string } {
  const read = readConfig(process.env as Environment, projectFolder());
  if (!read.ok) throw new Error(`setting ${read.setting}`);
  return read.config;
}

const tell = (options: Pick<FillOptions, 'say'>, code: keyof typeof demoMessages, params: MessageParams = {}): void => options.say(sayIn(demoMessages[code], 'en', params));

/** The accounts a newcomer tries first, and that nobody real belongs here. */
function tellAccounts(options: FillOptions): void {
  tell(options, 'demo.accounts', { logins: demoLogins.join(', '), password: demoPassword });
  tell(options, 'demo.phones', { mainland: demoPhone(0), hongKong: demoPhone(1) });
  tell(options, 'demo.warning');
}

/** The telephone of an invented resident as it is typed (server/demo/people.ts: +86 154…, given to nobody). */
const demoPhone = (index: number): string => `154${String(index).padStart(8, '0')}`;
