/**
 * The whole application, with portal and workbench, on a real database of its own, with something going on in it, and a gate for each standing of docs/access/who-may-do-what.md; beside it a
 * database for the planted application. A process of its own, read with the portal's own JSX: tells its parent where everything is, answers `report`, and ends with it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Endpoint } from '../../contract/endpoint.ts';
import { requestSignInCode } from '../../contract/people.ts';
import { projectFolder } from '../../server/project-folder.ts';
import { allowanceOffice, answers, bureau, community, form, hall, item, streetOffice, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import { sessionCookie } from '../../server/platform/http/server.ts';
import { addressOf } from '../../server/testing/app.ts';
import { createDatabase, useTestDatabaseServer } from '../../server/testing/database-server.ts';
import { columns, rowsOf, type Column } from '../access-matrix/table.ts';
import { things } from '../access-matrix/things.ts';
import { learningPool } from '../contract-fuzz/pool.ts';
import type { Pool } from '../contract-fuzz/shapes.ts';
import { openGate, type Gate, type GateFault, type Held } from './gate.ts';
import { callsOf, operationOf, triedEndpoints, type Call, type Field, type Operation } from './operations.ts';

/** What the parent is told once all doors are open. */
export interface Opened {
  readonly gates: readonly { readonly who: Column; readonly url: string; readonly operations: readonly { readonly id: string; readonly fields: readonly Field[] }[] }[];
}

/** What the parent is told before: the database of the planted application. */
export interface Ready {
  readonly planted: object;
}

/** What the doors saw. */
export interface Report {
  readonly faults: readonly GateFault[];
  readonly requests: number;
  readonly reached: number;
  readonly good: number;
}

const offices: Readonly<Partial<Record<Column, string>>> = { window_clerk: hall, hall_manager: hall, officer: bureau, approver: bureau, supervisor: bureau, administrator: bureau, security_administrator: bureau, audit_administrator: bureau };

const quick = process.argv.includes('--quick');

/** So many calls of an operation are tried to find one that gets far; in a quick run the first is taken. */
const tries = quick ? 0 : 8;

/** Opens sessions of one standing: of the same person each time, of a new one where he is gone. */
async function signInOf(office: AllowanceOffice, column: Column): Promise<() => Promise<Held | null>> {
  const institution = offices[column];
  if (column === 'anonymous') return async () => null;
  if (column === 'newcomer') {
    return async () => {
      const { signInId } = await (await office.as('anonymous')).good(requestSignInCode, { body: { phone: `154${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`, language: 'zh-CN' } });
      return office.app.people.openSessionFor({ kind: 'newcomer', signInId });
    };
  }
  if (institution === undefined) {
    let { partyId } = await office.somebody();
    return async () => office.app.people.openSessionFor({ kind: 'resident', partyId }).catch(async () => {
      ({ partyId } = await office.somebody());
      return office.app.people.openSessionFor({ kind: 'resident', partyId });
    });
  }
  const { staffId } = await office.staff(`scanning-${column}`, [{ institution, role: column as Exclude<Column, 'anonymous' | 'newcomer' | 'resident'> }]);
  return () => office.app.people.openSessionFor({ kind: 'staff', staffId });
}

/** Each operation is tried by one standing that may: all of them get about as many. */
function shares(): ReadonlyMap<Column, readonly Endpoint[]> {
  const told = rowsOf(readFileSync(join(projectFolder(), 'docs/access/who-may-do-what.md'), 'utf8'));
  const shared = new Map<Column, Endpoint[]>(columns.map(([column]) => [column, []]));
  for (const endpoint of triedEndpoints) {
    const row = told.get(endpoint.id);
    const may = columns.map(([column]) => column).filter((column) => row === undefined || row[column]);
    const [least = 'anonymous'] = (may.length > 0 ? may : (['anonymous'] as const)).toSorted((one, other) => (shared.get(one)?.length ?? 0) - (shared.get(other)?.length ?? 0));
    shared.get(least)?.push(endpoint);
  }
  return shared;
}

/** How far a call got: done, or refused by the law, or for a thing that is not there, or at the door. */
const reach = (status: number): number => (status < 300 ? 3 : status === 404 || status === 401 ? 1 : status === 400 ? 0 : 2);

/** Of some calls the one that gets furthest: what is refused at the door says nothing of what lies behind. */
async function bestCall(http: FastifyInstance, held: Held | null, endpoint: Endpoint, pool: Pool): Promise<Call> {
  const calls = callsOf(endpoint, pool);
  let [best = {}, most] = [calls[0], -1];
  for (const call of calls.slice(0, tries)) {
    const headers: Record<string, string> = held ? { cookie: `${sessionCookie}=${held.token}`, 'x-csrf-token': held.csrfToken } : {};
    const answer = await http.inject({ method: endpoint.method, url: addressOf(endpoint, call), headers, ...(call.body === undefined || endpoint.method === 'GET' ? {} : { payload: call.body as object }) });
    if (reach(answer.statusCode) > most) [best, most] = [call, reach(answer.statusCode)];
    if (most === 3) break;
  }
  return best;
}

const reportOf = (gates: readonly Gate[]): Report => {
  const counts = gates.flatMap((gate) => [...gate.answers].map(([operation, statuses]) => ({ operation, statuses })));
  const tried = counts.filter(({ operation }) => operation !== '');
  return {
    faults: gates.flatMap((gate) => gate.faults), requests: counts.flatMap(({ statuses }) => [...statuses.values()]).reduce((sum, one) => sum + one, 0), reached: new Set(tried.map(({ operation }) => operation)).size,
    good: new Set(tried.filter(({ statuses }) => [...statuses.keys()].some((status) => status < 300)).map(({ operation }) => operation)).size,
  };
};

async function main(): Promise<void> {
  const server = await useTestDatabaseServer();
  process.send?.({ planted: await createDatabase('planted') } satisfies Ready);
  // As behind a city's TLS: cookies are marked for it, and the headers of it are there.
  const office = await allowanceOffice({ distFolder: join(projectFolder(), 'dist'), publicUrl: 'https://yimen.example' });
  const { ids } = await things(office);
  // A quick run has no time for more than the things themselves.
  for (let step = 0; step < (quick ? 0 : 2); step += 1) await office.beforeDecision();
  const lists = Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, [id]]));
  const pool = learningPool({ ...lists, taskCode: [item.taskCode], handlingItem: [item.handlingItem], areaUnit: [community], hall: [hall], institution: [hall, streetOffice, bureau], answers: [answers], form: [form], day: ['2026-11-23'], from: ['2026-11'], to: ['2026-11'] });
  await office.app.http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = office.app.http.server.address() as { port: number };
  const [shared, gates] = [shares(), [] as (Gate & { readonly who: Column; readonly operations: readonly Operation[] })[]];
  for (const [who] of columns) {
    const signIn = await signInOf(office, who);
    const operations: Operation[] = [];
    for (const endpoint of shared.get(who) ?? []) operations.push(operationOf(endpoint, await bestCall(office.app.http, await signIn(), endpoint, pool)));
    gates.push({ ...(await openGate({ who, port, signIn, operations })), who, operations });
  }
  process.on('message', () => process.send?.(reportOf(gates)));
  process.once('disconnect', () => {
    const leave = async (): Promise<void> => {
      for (const gate of gates) await gate.close();
      await office.drop();
      await server.stop();
    };
    leave().then(() => process.exit(0), (error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
  const opened: Opened = {
    gates: gates.map(({ who, url, operations }) => ({ who, url, operations: operations.map(({ endpoint, fields }) => ({ id: endpoint.id, fields })) })),
  };
  process.send?.(opened);
}

await main();
