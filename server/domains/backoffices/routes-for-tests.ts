import { randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import * as wire from '../../../contract/backoffices.ts';
import type { DepartmentMode, DepartmentState } from '../../../tools/stand-ins/fake-department-server.ts';
import { webhookHeaders } from '../../platform/webhooks/index.ts';
import { allowanceOffice, bureau, streetOffice, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client, TestAppOptions } from '../../testing/app.ts';

/** The office of the old-age allowance with two administrators, listening on a port, and outside systems registered as one does. */
export interface TestBackoffices {
  readonly office: AllowanceOffice;
  readonly base: string;
  readonly proposer: Client;
  readonly approver: Client;
  register(terms: Partial<wire.BackofficeTerms> & { readonly url: string }): Promise<{ readonly backofficeId: string; readonly secret: string; readonly callbackUrl: string }>;
  /** Sends a signed message as the system would. */
  callBack(system: { readonly secret: string; readonly callbackUrl: string }, message: object, change?: { readonly id?: string; readonly atMs?: number; readonly bytes?: string }): Promise<{ readonly status: number; readonly body: { code?: string } & Partial<wire.CallbackAnswer> }>;
  /** A signed GET as the system would make it. */
  fetchSigned(system: { readonly secret: string }, path: string, signedPath?: string): Promise<Response>;
  /** Jobs and deliveries until nothing is due any more. */
  settle(): Promise<void>;
  drop(): Promise<void>;
}

/** Terms of a system of the bureau that does everything it may. */
export const termsFor = (url: string, change: Partial<wire.BackofficeTerms> = {}): wire.BackofficeTerms => ({
  name: { 'zh-CN': '民政业务系统', 'zh-HK': '民政業務系統', en: 'Civil affairs system' }, institutions: [bureau, streetOffice], posts: ['officer', 'approver'], url, network: 'private', events: [...wire.backofficeEvents],
  particulars: ['applicant', 'form', 'materials'], ...change,
});

/** Opens it. */
export async function testBackoffices(options: TestAppOptions = {}): Promise<TestBackoffices> {
  const office = await allowanceOffice(options);
  const { app } = office;
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  const base = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`;
  const admin = async (login: string): Promise<Client> => (await office.staff(login, [{ institution: bureau, role: 'administrator' }])).client;
  const [proposer, approver] = [await admin('admin-one'), await admin('admin-two')];
  return {
    office, base, proposer, approver,
    async register(change) {
      const terms = termsFor(change.url, change);
      const proposed = await proposer.good(wire.proposeBackoffice, { body: { commandId: randomUUID(), terms, reason: '部门已有业务系统' } });
      const { backofficeId, seq } = proposed.backoffice;
      const approved = await approver.good(wire.approveBackofficeChange, { params: { backofficeId }, body: { commandId: randomUUID(), seenSeq: seq } });
      return { backofficeId, secret: approved.secret ?? '', callbackUrl: `${base}/api/v1/backoffices/${backofficeId}/callbacks` };
    },
    async callBack(system, message, change = {}) {
      const body = change.bytes ?? JSON.stringify(message);
      const headers = webhookHeaders([system.secret], change.id ?? `cb_${randomUUID()}`, change.atMs ?? Date.now(), body);
      const answered = await fetch(system.callbackUrl, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
      return { status: answered.status, body: (await answered.json()) as { code?: string } & Partial<wire.CallbackAnswer> };
    },
    fetchSigned: (system, path, signedPath = path) => fetch(`${base}${path}`, { headers: webhookHeaders([system.secret], `get_${randomUUID()}`, Date.now(), `GET ${signedPath}`) }),
    async settle() {
      for (let done = 1; done > 0;) {
        done = await office.work();
        await app.backoffices.deliver();
      }
    },
    drop: () => office.drop(),
  };
}

/** A department in a process of its own. */
export interface RunningDepartment {
  readonly url: string;
  readonly process: ChildProcess;
  ask(change?: { readonly mode?: DepartmentMode; readonly secret?: string; readonly callbackUrl?: string; readonly workMs?: number }): Promise<DepartmentState>;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** The stand-in bundled once, started as often as wanted. */
export async function departmentProgram(): Promise<{ start(env: Readonly<Record<string, string>>): Promise<RunningDepartment>; readonly folder: string; drop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-department-'));
  const outfile = join(folder, 'fake-department.mjs');
  await build({ entryPoints: [join(import.meta.dirname, '../../../tools/stand-ins/fake-department.ts')], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' });
  const children = new Set<ChildProcess>();
  return {
    folder,
    async start(env) {
      const child = spawn(process.execPath, [outfile], { env: { ...process.env, DEPARTMENT_PORT: '0', DEPARTMENT_WORK_MS: '20', ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
      children.add(child);
      const line = await new Promise<string>((resolve) => { child.stdout.once('data', (text: Buffer) => { resolve(text.toString()); }); });
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? '';
      return {
        url, process: child,
        ask: async (change) => ((await (await fetch(`${url}/stand-in`, change ? { method: 'POST', body: JSON.stringify(change) } : {})).json()) as { state: DepartmentState }).state,
        stop: (signal = 'SIGTERM') => new Promise((done) => {
          child.once('exit', () => done());
          child.kill(signal);
        }),
      };
    },
    async drop() {
      for (const child of children) child.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until something is so, looking every 20 ms, at most two minutes. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const from = performance.now(); performance.now() - from < 120_000;) {
    if (await isSo()) return;
    await sleep(20);
  }
  throw new Error('it did not come to be within two minutes');
}
