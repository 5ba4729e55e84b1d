import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowanceOffice, answers, community, form, fromCity, hall, item, seen, type AllowanceOffice } from '../../testing/allowance-office.ts';
import { sessionCookie } from '../http/server.ts';
import { startTracing } from './index.ts';
import { receiver, type ReceivedSpan, type Receiver } from './receiver-for-tests.ts';

let collector: Receiver;
let tracing: Awaited<ReturnType<typeof startTracing>>;
let office: AllowanceOffice;
beforeAll(async () => {
  collector = await receiver();
  tracing = await startTracing({ url: collector.url, ratio: 1, program: '1.0', onFault: () => undefined });
  office = await allowanceOffice();
});
afterAll(async () => {
  await office.drop();
  await tracing.stop();
  await collector.close();
});

describe('the trace of a filing', () => {
  it('leads from the line of the caller to the command, the write and every job that followed, and names nobody', async () => {
    const { person, partyId } = await office.somebody();
    const { staffId } = await office.staff('tracing.clerk', [{ institution: hall, role: 'window_clerk' }]);
    const { token, csrfToken } = await office.app.people.openSessionFor({ kind: 'staff', staffId });
    const base = await office.app.http.listen({ host: '127.0.0.1', port: 0 });
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const answer = await fetch(`${base}/api/v1/matters?n=${person.number}`, {
      method: 'POST', headers: { 'content-type': 'application/json', cookie: `${sessionCookie}=${token}`, 'x-csrf-token': csrfToken, traceparent: `00-${traceId}-b7ad6b7169203331-01`, tracestate: `name=${person.number}` },
      body: JSON.stringify({ commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity] }),
    });
    expect(answer.status, await answer.clone().text()).toBe(201);
    const { matterId } = (await answer.json()) as { matterId: string };
    await office.work();
    await tracing.stop();
    const spans = collector.spans.filter((span) => span.traceId === traceId);
    const parentOf = (span: ReceivedSpan | undefined): string | undefined => spans.find((one) => one.spanId === span?.parentSpanId)?.name;
    const of = (name: string): ReceivedSpan | undefined => spans.find((span) => span.name === name);
    const request = of('POST /api/v1/matters');
    expect(request).toMatchObject({ kind: 2, parentSpanId: 'b7ad6b7169203331' });
    expect(Object.fromEntries((request?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]]))).toEqual({ 'http.request.method': 'POST', 'http.route': '/api/v1/matters', 'http.response.status_code': 201 });
    const command = spans.find((span) => span.name.startsWith('command file'));
    expect(parentOf(command)).toBe('POST /api/v1/matters');
    expect(parentOf(of('write matters.append'))).toBe(command?.name);
    const jobs = spans.filter((span) => span.name.startsWith('job '));
    expect(jobs.length).toBeGreaterThan(0);
    expect(parentOf(jobs.find((span) => parentOf(span) === command?.name))).toBe(command?.name);
    for (const secret of [matterId, partyId, staffId, person.number, person.mobile, person.name['zh-CN'], token]) expect(collector.bodies.join('')).not.toContain(secret);
  });
});
