import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { enqueueDeliveries, listDeliveries, replayDeliveries, webhookQueue } from '../db/webhook-queue.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { newId } from '../ids.ts';
import { deliverer, messageIdOf, triedOf, type Deliverer } from './deliverer.ts';
import { send } from './send.ts';
import { verifyWebhook } from './signature.ts';

vi.setConfig({ testTimeout: 300_000 });

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const start = Date.parse('2026-11-23T01:00:00.000Z');
let fresh: FreshDatabase;
let server: Server;
let url = '';
let status: number | 'hang' | 'drop';
let extra: Record<string, string>;
let got: { headers: IncomingHttpHeaders; body: string }[];
let nowMs: number;
let gone: string[];
let endpointId: string;
const made: Deliverer[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      if (status === 'drop') request.socket.destroy();
      else if (status !== 'hang') response.writeHead(status, { location: `${url}/elsewhere`, ...extra }).end(`answer ${got.length}`);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await fresh.drop();
});
beforeEach(() => {
  [status, extra, got, nowMs, gone, endpointId] = [200, {}, [], start, [], newId()];
});
afterEach(async () => {
  for (const one of made.splice(0)) await one.stop();
});

const sending = (network: 'public' | 'private' = 'private') => {
  const one = deliverer({
    queue: webhookQueue(fresh.database.handle), endpointOf: async (id) => (id === endpointId ? { url, network, secrets: [secret] } : undefined), whenGone: async (id) => void gone.push(id), nowMs: () => nowMs, chance: () => 0.5,
    onFault: (error) => { throw error; }, timeoutMs: 300,
  });
  made.push(one);
  return one;
};
const put = async (count = 1) => {
  const at = new Date(start).toISOString();
  const rows = Array.from({ length: count }, (_, n) => ({ endpointId, deliveryId: newId(), matterId: newId(), subject: null, number: `N-${n}`, eventType: 'link.opened', occurredAt: at, madeAt: at, body: `{"n":${n}}` }));
  await enqueueDeliveries(fresh.database.handle, [...rows, ...rows]);
  return rows;
};
const queue = async () => (await listDeliveries(fresh.database.handle, endpointId, null)).deliveries;

describe('a message in the queue', () => {
  it('is there once however often it is put, and goes out once, signed over the very bytes', async () => {
    const [row] = await put();
    const one = sending();
    await one.drain();
    await one.drain();
    expect(got).toHaveLength(1);
    expect(verifyWebhook([secret], got[0]?.headers ?? {}, got[0]?.body ?? '', nowMs)).toEqual({ ok: true, id: messageIdOf(row?.deliveryId ?? '') });
    expect(await queue()).toMatchObject([{ state: 'delivered', attempts: 1, lastStatus: 200, lastAnswer: 'answer 1', nextTryAt: null }]);
  });

  it('that fails is tried ten times over three days under the same id, each time with a new timestamp, and then waits for a person', async () => {
    await put();
    status = 500;
    const one = sending();
    const tries: number[] = [];
    for (let hour = 0; hour < 4_000 && (await queue())[0]?.state === 'pending'; hour += 1) {
      await one.drain();
      tries.push(nowMs - start);
      nowMs = Date.parse((await queue())[0]?.nextTryAt ?? new Date(nowMs).toISOString());
    }
    expect(tries.map((ms) => ms / 1_000)).toEqual([0, 5, 305, 2_105, 9_305, 27_305, 63_305, 113_705, 185_705, 272_105]);
    expect(new Set(got.map((one_) => one_.headers['webhook-id'])).size).toBe(1);
    expect(new Set(got.map((one_) => one_.headers['webhook-timestamp'])).size).toBe(10);
    expect(await queue()).toMatchObject([{ state: 'failed', attempts: 10, lastStatus: 500, nextTryAt: null }]);
    status = 200;
    expect(await replayDeliveries(fresh.database.handle, endpointId, 'failed', new Date(nowMs).toISOString())).toBe(1);
    await one.drain();
    expect(await queue()).toMatchObject([{ state: 'delivered', attempts: 1, replays: 1 }]);
  });

  it('is not believed to be taken by a redirect, which is never followed', async () => {
    await put();
    status = 307;
    await sending().drain();
    expect(got).toHaveLength(1);
    expect(await queue()).toMatchObject([{ state: 'pending', lastStatus: 307 }]);
  });

  it('that meets 410 ends there, and the receiver is called gone', async () => {
    await put();
    status = 410;
    await sending().drain();
    expect(gone).toEqual([endpointId]);
    expect(await queue()).toMatchObject([{ state: 'failed', attempts: 1, lastStatus: 410 }]);
  });

  it('waits as long as a busy receiver asks, and all others for it with it', async () => {
    await put(9);
    [status, extra] = [503, { 'retry-after': '600' }];
    await sending().drain();
    const rows = await queue();
    expect(rows.every((row) => row.state === 'pending' && row.nextTryAt !== null && Date.parse(row.nextTryAt) >= start + 600_000)).toBe(true);
    expect(got).toHaveLength(4);
  });

  it('that hangs or is cut is given up in its time and tried again', async () => {
    for (const way of ['hang', 'drop'] as const) {
      endpointId = newId();
      await put();
      status = way;
      await sending().drain();
      expect(await queue()).toMatchObject([{ state: 'pending', attempts: 1, lastStatus: null, lastAnswer: expect.stringMatching(way === 'hang' ? /^timeout/ : /^unreachable/) as string }]);
    }
  });

  it('goes to no address the guard refuses, and nothing was sent there', async () => {
    await put();
    await sending('public').drain();
    expect(got).toEqual([]);
    expect(await queue()).toMatchObject([{ state: 'pending', lastAnswer: expect.stringContaining('address_refused') as string }]);
  });

  it('is sent by one of several processes only', async () => {
    await put(30);
    const many = Array.from({ length: 4 }, () => sending());
    await Promise.all(many.map((one) => one.drain()));
    expect(got).toHaveLength(30);
    expect(new Set(got.map((one) => one.headers['webhook-id'])).size).toBe(30);
  });

  it('whose process died in the try comes back when its lease is over', async () => {
    await put();
    await webhookQueue(fresh.database.handle).take(endpointId, new Date(nowMs).toISOString(), new Date(nowMs + 60_000).toISOString(), 4);
    const one = sending();
    await one.drain();
    expect(got).toHaveLength(0);
    nowMs += 60_001;
    await one.drain();
    expect(await queue()).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  });

  it('of a suspended receiver waits without a try', async () => {
    const id = endpointId;
    await put();
    endpointId = newId();
    await sending().drain();
    endpointId = id;
    expect(await queue()).toMatchObject([{ state: 'pending', attempts: 0 }]);
  });
});

describe('what a try means', () => {
  it.each([[200, 'delivered'], [204, 'delivered'], [299, 'delivered'], [301, 'pending'], [404, 'pending'], [410, 'failed'], [500, 'pending']] as const)('%i: %s', (answered, state) => {
    expect(triedOf({ ok: true, status: answered, text: '', retryAfter: undefined }, 1, start, 0.5).state).toBe(state);
  });

  it('reads no more of an answer than agreed, and a list that is longer is none', async () => {
    [status, extra] = [200, {}];
    const long = createServer((_request, response) => response.end('x'.repeat(100_000)));
    await new Promise<void>((done) => long.listen(0, '127.0.0.1', done));
    const there = new URL(`http://127.0.0.1:${(long.address() as AddressInfo).port}/`);
    expect(await send({ method: 'GET', url: there, network: 'private', headers: {}, mostBytes: 1_000 })).toMatchObject({ ok: false, fault: 'answer_too_long' });
    const posted = await send({ method: 'POST', url: there, network: 'private', headers: {}, body: '{}', mostBytes: 1_000 });
    expect(posted.ok && posted.text.length).toBe(1_000);
    long.close();
  });
});
