/**
 * `npm run check:access`: who may try what, and that who has no relation to a thing learns nothing of it. Every operation of the contract is called as
 * every standing of docs/access/who-may-do-what.md against the whole application on a real database: what the table leaves blank must be answered as
 * an address that does not exist. Then every operation that names a thing is called by those who may try it but belong elsewhere, with the thing's real
 * ids in address and body, and with ids that nobody has: both answers must be the same. `--write` writes the table anew (its diff is to be read by
 * somebody), `--quick` looks at each foreign pair once. Last line: one JSON object; exit 1 where anything was uncovered or unexpected.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Endpoint } from '../contract/endpoint.ts';
import { endpoints } from '../contract/endpoints.ts';
import { getMatter } from '../contract/matters.ts';
import { requestSignInCode } from '../contract/people.ts';
import { eventStream } from '../contract/live.ts';
import type { Role } from '../server/kernel/actor.ts';
import { allowanceOffice, type AllowanceOffice } from '../server/testing/allowance-office.ts';
import type { Answered, Client, Sent } from '../server/testing/app.ts';
import { useTestDatabaseServer } from '../server/testing/database-server.ts';
import { columns, pageOf, rowsOf, type Column, type Row } from './access-matrix/table.ts';
import { idNames, things, type Things } from './access-matrix/things.ts';
import { learningPool } from './contract-fuzz/pool.ts';
import { valueOf, type Shape } from './contract-fuzz/shapes.ts';

const page = fileURLToPath(new URL('../docs/access/who-may-do-what.md', import.meta.url));
const quick = process.argv.includes('--quick');
const samples = quick ? 1 : 5;

/** Offices of Futian, which have nothing to do with what lies in Luohu. */
const elsewhere: Readonly<Record<Role, string>> = {
  window_clerk: 'YM-440304001-hall', hall_manager: 'YM-440304001-hall', officer: 'YM-440304-civil_affairs', approver: 'YM-440304-civil_affairs', supervisor: 'YM-440304-civil_affairs', administrator: 'YM-440304-civil_affairs',
  security_administrator: 'YM-440304-civil_affairs', audit_administrator: 'YM-440304-civil_affairs',
};

/** One person of each standing, all of them elsewhere, each signed in. */
async function strangers(office: AllowanceOffice): Promise<ReadonlyMap<Column, () => Promise<Client>>> {
  const staff = await Promise.all((Object.keys(elsewhere) as Role[]).map(async (role) => {
    const { staffId } = await office.staff(`elsewhere-${role}`, [{ institution: elsewhere[role], role }]);
    return [role, () => office.as({ staffId })] as const;
  }));
  const { partyId } = await office.somebody();
  // An invented telephone (+86 154…), proven and nobody's.
  const { signInId } = await (await office.as('anonymous')).good(requestSignInCode, { body: { phone: '15400000777', language: 'zh-CN' } });
  return new Map<Column, () => Promise<Client>>([['anonymous', () => office.as('anonymous')], ['newcomer', () => office.as({ signInId })], ['resident', () => office.as({ partyId })], ...staff]);
}

const isShut = (answer: Answered<Endpoint>): boolean => answer.status === 401 ? answer.problem.code === 'session.needed' : answer.status === 404 && answer.problem.code === 'route.unknown';

/** A right call of an operation: its own shapes, with ids that nobody has. */
function callsOf(endpoint: Endpoint): fc.Arbitrary<Sent<Endpoint>> {
  const pool = learningPool({});
  const part = (shape: unknown) => (shape ? valueOf(shape as Shape, pool) : fc.constant(undefined));
  return fc.record({ params: part(endpoint.params), query: part(endpoint.query), body: part(endpoint.body) }).map((sent) => Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as unknown as Sent<Endpoint>);
}

/** The same call with the ids of real things in every place that names one, at whatever depth. */
function naming(value: unknown, ids: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((one) => naming(one, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, typeof one === 'string' && name in ids ? ids[name] : naming(one, ids)]));
}

const hasOne = (value: unknown): boolean => JSON.stringify(value) !== JSON.stringify(naming(value, Object.fromEntries(idNames.map((name) => [name, '#']))));

/** What of an answer may not differ. Times and numbers of faults are of the moment; which id was sent may be said back. */
const gist = (answer: Answered<Endpoint>): string => `${answer.status} ${answer.status >= 400 ? `${answer.problem.code} ${JSON.stringify((answer.problem.errors ?? []).map(({ pointer, code }) => [pointer, code]))}` : 'good'}`;

interface Cell {
  readonly operation: string;
  readonly column: Column;
  readonly why: string;
}

/** Calls as somebody: a stream is only tried by who is not let in, since one that is let in never ends. */
async function ask(client: Client, endpoint: Endpoint, sent: Sent<Endpoint>): Promise<Answered<Endpoint>> {
  return endpoint.upload ? client.upload(endpoint, ((sent as { params?: unknown }).params ?? {}) as never, { name: 'a.pdf', content: Buffer.from('%PDF-1.4 nothing') }) : client.call(endpoint, sent);
}

async function tryable(people: ReadonlyMap<Column, () => Promise<Client>>): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (const endpoint of endpoints) {
    const row: Partial<Record<Column, boolean>> = {};
    for (const [column] of columns) {
      const client = await people.get(column)?.();
      if (!client) throw new Error(`nobody for ${column}`);
      // A broken body: nothing is done by it, and who may not try is told so before it is read.
      row[column] = endpoint.produces === eventStream ? endpoint.path.includes('/halls/') || (column !== 'anonymous') : !isShut(await client.call({ ...endpoint, method: endpoint.method }, { params: paramsFor(endpoint), ...(endpoint.method === 'GET' ? {} : { body: { '': 0 } }) } as never));
    }
    rows.set(endpoint.id, row as Row);
  }
  return rows;
}

const paramsFor = (endpoint: Endpoint): unknown => Object.fromEntries([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, randomUUID()]));

/** Foreign pairs: an operation, somebody who may try it, and a thing that is none of his. */
async function foreign(people: ReadonlyMap<Column, () => Promise<Client>>, rows: ReadonlyMap<string, Row>, real: Things): Promise<{ cells: number; unexpected: Cell[] }> {
  const unexpected: Cell[] = [];
  let cells = 0;
  for (const endpoint of endpoints) {
    const call = callsOf(endpoint);
    const [probe] = fc.sample(call, { numRuns: 1, seed: 1 });
    if (endpoint.produces === eventStream || !hasOne(probe)) continue;
    for (const [column] of columns) {
      if (!rows.get(endpoint.id)?.[column] || real.wide(endpoint, column)) continue;
      for (const [at, sent] of fc.sample(call, { numRuns: samples, seed: 7 }).entries()) {
        const [one, other] = await Promise.all([people.get(column)?.(), people.get(column)?.()]);
        if (!one || !other) continue;
        cells += 1;
        const known = await ask(one, endpoint, naming(sent, real.ids) as Sent<Endpoint>);
        const unknown = await ask(other, endpoint, naming(sent, real.nobodys()) as Sent<Endpoint>);
        if (gist(known) !== gist(unknown)) unexpected.push({ operation: endpoint.id, column, why: `sample ${at}: a real thing is answered ${gist(known)}, none ${gist(unknown)}` });
      }
    }
  }
  return { cells, unexpected };
}

/** The comparison itself, tried on people who do have a relation: were their two answers alike, it could find nothing and the run is void. */
async function planted(office: AllowanceOffice, real: Things): Promise<boolean> {
  const gists = await Promise.all([real.ids, real.nobodys()].map(async ({ matterId = '' }) => gist(await office.clerk.call(getMatter, { params: { matterId } }))));
  return gists[0] !== gists[1];
}

async function main(): Promise<void> {
  const server = await useTestDatabaseServer();
  const office = await allowanceOffice();
  try {
    const people = await strangers(office);
    const found = await tryable(people);
    if (process.argv.includes('--write')) writeFileSync(page, pageOf(found, endpoints));
    const told = rowsOf(readFileSync(page, 'utf8'));
    const uncovered = endpoints.filter(({ id }) => !told.has(id)).map(({ id }) => id);
    const gone = [...told.keys()].filter((id) => !found.has(id));
    const differing = [...found].flatMap(([operation, row]) => columns.filter(([column]) => told.has(operation) && told.get(operation)?.[column] !== row[column]).map(([column]): Cell => ({ operation, column, why: row[column] ? 'may try, and the table says no' : 'may not try, and the table says yes' })));
    const real = await things(office);
    if (!(await planted(office, real))) throw new Error('void: whoever has a relation is answered as who has none');
    const pairs = await foreign(people, found, real);
    const unexpected = [...differing, ...pairs.unexpected];
    for (const id of uncovered) console.log(`without a row: ${id}`);
    for (const id of gone) console.log(`no such operation any more: ${id}`);
    for (const { operation, column, why } of unexpected) console.log(`${operation} as ${column}: ${why}`);
    console.log(JSON.stringify({ routes: endpoints.length, uncovered: uncovered.length + gone.length, cells: endpoints.length * columns.length + pairs.cells, unexpected: unexpected.length }));
    process.exitCode = uncovered.length + gone.length + unexpected.length === 0 ? 0 : 1;
  } finally {
    await office.drop();
    await server.stop();
  }
}

await main();
