import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { serverMessages } from '../../../contract/messages/server.ts';
import { endpoint } from '../../../contract/endpoint.ts';
import { anyone } from '../access/permission.ts';
import { reply, route } from './route.ts';
import { httpServer } from './server.ts';

const echo = { params: undefined, body: Type.Object({ a: Type.Unknown() }), reply: Type.Object({ bytes: Type.String(), target: Type.String(), header: Type.String() }) } as const;
const signed = endpoint({ id: 'signed', method: 'POST', path: '/api/v1/signed', tag: 'test', summary: 'tells what it got', signed: true, body: echo.body, reply: echo.reply });
const plain = endpoint({ id: 'plain', method: 'POST', path: '/api/v1/plain', tag: 'test', summary: 'tells what it got', body: echo.body, reply: echo.reply });

let http: FastifyInstance;
beforeAll(async () => {
  const tell = [signed, plain].map((one) => route(one, anyone('test.signed'), async ({ received }) => reply({ bytes: received.bytes.toString('utf8'), target: received.target, header: String(received.headers['webhook-id']) })));
  http = await httpServer({
    routes: tell, problems: { sentences: serverMessages, statuses: { 'input.malformed': 400, 'input.body_too_large': 413 } }, authenticate: async () => ({ actor: { kind: 'anonymous' }, csrfToken: null }), secure: false, log: false, load: () => 0,
  });
});
afterAll(() => http.close());

const send = (url: string, payload: string) => http.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', 'webhook-id': 'msg_1' } });

describe('a signed endpoint', () => {
  it('gets its body byte for byte beside what was read of it, with the headers and the address as they came', async () => {
    const body = '{ "a" : "张三\\u0020",\n"a":1}';
    expect((await send('/api/v1/signed?x=1', body)).json()).toEqual({ bytes: body, target: '/api/v1/signed?x=1', header: 'msg_1' });
  });

  it('reads no more than any other', async () => {
    const answer = await send('/api/v1/signed', JSON.stringify({ a: 'x'.repeat(1_100_000) }));
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([413, 'input.body_too_large']);
  });

  it('judges shapes like any other, and others keep no bytes', async () => {
    expect((await send('/api/v1/signed', '{}')).statusCode).toBe(400);
    expect((await send('/api/v1/signed', '{"a":')).statusCode).toBe(400);
    expect((await send('/api/v1/plain', '{"a":1}')).json()).toMatchObject({ bytes: '' });
  });
});
