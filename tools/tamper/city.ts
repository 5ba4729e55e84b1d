import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import type pg from 'pg';
import { monitorRound, type Report, type Watch } from '../../monitor/round.ts';
import { logSigner } from '../../server/platform/ledger/log/log-keys.ts';
import { openFactLog, type FactLog } from '../../server/platform/ledger/log/fact-log.ts';
import { logAddresses } from '../../server/platform/ledger/log/log-addresses.ts';
import { writeVerifierKey } from '../../server/platform/ledger/note-keys.ts';
import { readPolicyText, type ReadPolicy } from '../../server/platform/ledger/policy.ts';
import { allowanceOffice, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import type { Client } from '../../server/testing/app.ts';
import { makeFolder, openKeptHeads } from '../../witness/kept-heads.ts';
import { makeKeyFile } from '../../witness/witness-keys.ts';
import { witnessServer } from '../../witness/witness-server.ts';
import { witnessOver } from '../../witness/witness.ts';

/** The name that leaves of the city carry: the origin of its log. */
export const chain = 'yimen.test/cases/v1';
const accessOrigin = 'yimen.test/access/v1';
const auditorToken = 'token-of-an-auditor-0001';

/** A small city with everything that watches it. */
export interface WatchedCity {
  readonly office: AllowanceOffice;
  readonly dba: pg.Client;
  readonly resident: Client;
  /** matters of that resident, accepted, with sealed words */
  readonly matters: readonly string[];
  readonly dataFolder: string;
  log(): FactLog;
  /** as after a start of the program: nothing is remembered but what is stored */
  restartLog(): Promise<void>;
  monitor(): Promise<Report>;
  close(): Promise<void>;
}

/** Facts written through the application by a resident and a clerk; log, one witness, monitor. */
export async function watchedCity(howMany: number): Promise<WatchedCity> {
  const office = await allowanceOffice();
  const folder = mkdtempSync(join(tmpdir(), 'yimen-drill-'));
  const { client, partyId } = await office.somebody();
  const matters: string[] = [];
  for (let count = 0; count < howMany; count += 1) matters.push(await office.filedAtWindow(partyId));
  for (const matterId of matters) await office.accepted(matterId);
  const witness = await startWitness(folder, office);
    const { owner: dba, connection } = office.fresh;
  await dba.query(`do $$ begin create role yimen_monitor login; exception when duplicate_object then null; end $$; grant pg_read_all_data to yimen_monitor`);
  const quorum = `witness archive ${witness.vkey} ${witness.url}\nquorum archive\n`;
  const openLog = (): Promise<FactLog> => openFactLog({ pool: office.fresh.database.pool, keys: office.keys, dataFolder: folder, origin: chain, policy: policyOf(quorum), onFault: (error) => console.error(error) });
  let log = await openLog();
  const served = await servedLogs(office, log);
  const logLine = (origin: string, path: string): string => `log ${writeVerifierKey(logSigner(office.keys, origin).verifier)} ${served.url}${path}\n`;
  const watch: Watch = {
    policy: policyOf(`${logLine(chain, '/cases/v1')}${logLine(accessOrigin, '/access/v1')}${quorum}`), stateFolder: join(folder, 'monitor'), token: auditorToken, receipts: undefined, staleAfterSeconds: 3_600, now: Date.now,
    databaseUrl: `postgres://yimen_monitor@localhost/${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`,
  };
  return {
    office, dba, resident: client, matters, dataFolder: folder, log: () => log,
    async restartLog() {
      await log.close();
      log = await openLog();
    },
    monitor: () => monitorRound(watch, new Map()),
    async close() {
      await log.close();
      await Promise.all([witness.close(), served.close()]);
      await office.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startWitness(folder: string, office: AllowanceOffice) {
  const key = makeKeyFile(join(folder, 'witness.key'), 'archive.example/witness');
  makeFolder(join(folder, 'witness'), key.verifier);
  const heads = openKeptHeads(join(folder, 'witness'), key.verifier);
  const logKeys = [chain, accessOrigin].map((origin) => logSigner(office.keys, origin).verifier);
  const { url, close } = await listening(witnessServer(witnessOver(key, heads, logKeys, Date.now, (error) => console.error(error)), { perMinute: 100_000 }, Date.now));
  return { url, close: () => close().then(heads.close), vkey: writeVerifierKey(key.verifier) };
}

async function listening(server: Server): Promise<{ readonly url: string; close(): Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

function policyOf(text: string): ReadPolicy {
  const read = readPolicyText(text);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read;
}

/** The public addresses of the logs, as the program serves them. */
async function servedLogs(office: AllowanceOffice, factLog: FactLog) {
  const http = Fastify();
  await logAddresses(http, { db: office.fresh.database.pool, factLog, auditorTokens: [createHash('sha256').update(auditorToken).digest('hex')] });
  return { url: await http.listen({ host: '127.0.0.1', port: 0 }), close: () => http.close() };
}
