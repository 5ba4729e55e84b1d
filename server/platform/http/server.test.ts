import { gunzipSync } from 'node:zlib';
import openapiTS from 'openapi-typescript';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoint } from '../../../contract/endpoint.ts';
import type { Problem } from '../../../contract/common.ts';
import { refuse } from '../../kernel/decider.ts';
import type { Actor } from '../../kernel/actor.ts';
import { anyone, residents, staff } from '../access/permission.ts';
import type { ProblemTable } from './problem.ts';
import { reply, route, type Route } from './route.ts';
import { httpServer, sessionCookie, type Session } from './server.ts';

const closed = { additionalProperties: false } as const;
const Lamp = Type.Object({ lampId: Type.String(), watts: Type.Integer() }, closed);
const LampId = Type.Object({ lampId: Type.String({ pattern: '^[a-z]+$' }) }, closed);
const Change = Type.Object(
  { watts: Type.Integer({ minimum: 1, maximum: 60 }), colour: Type.Optional(Type.Union([Type.Literal('warm'), Type.Literal('cold')])), words: Type.Optional(Type.String({ maxLength: 10 })), isLit: Type.Optional(Type.Boolean()), places: Type.Optional(Type.Array(Type.Object({ 'a/b~c': Type.Integer() }, closed))) },
  closed,
);

const read = endpoint({ id: 'readLamp', method: 'GET', path: '/api/v1/lamps/:lampId', summary: 'One lamp', tag: 'lamps', params: LampId, query: Type.Object({ detail: Type.Optional(Type.Integer()) }, closed), reply: Lamp });
const change = endpoint({ id: 'changeLamp', method: 'POST', path: '/api/v1/lamps/:lampId/change', summary: 'Changes it', tag: 'lamps', params: LampId, body: Change, reply: Lamp });
const dim = endpoint({ id: 'dimLamps', method: 'POST', path: '/api/v1/lamps/dim', summary: 'Dims all', tag: 'lamps', body: Change, status: 204 });
const plan = endpoint({ id: 'readPlan', method: 'GET', path: '/api/v1/lamps/plan', summary: 'The plan', tag: 'lamps', produces: 'application/pdf' });
const slow = endpoint({ id: 'readSlowly', method: 'GET', path: '/api/v1/slow', summary: 'Takes its time', tag: 'lamps', reply: Lamp });
const send = endpoint({ id: 'sendLamp', method: 'POST', path: '/api/v1/lamps/send', summary: 'An act under an id', tag: 'lamps', body: Type.Object({ commandId: Type.String() }, closed), status: 204 });
const cut = endpoint({ id: 'cutLamp', method: 'GET', path: '/api/v1/cut', summary: 'The database goes away', tag: 'lamps', reply: Lamp });
const broken = endpoint({ id: 'breakLamp', method: 'GET', path: '/api/v1/broken', summary: 'Breaks', tag: 'lamps', reply: Lamp });

/** What handlers saw. */
const seen: unknown[] = [];
let load = 0;
/** Handlers that wait, to be let go. */
const waiting: (() => void)[] = [];
const lineCut = (): Error => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

const routes: readonly Route[] = [
  route(read, anyone('lamps.read'), async ({ params, query }) => (params.lampId === 'gone' ? refuse('lamp.unknown', { lamp: params.lampId }) : reply({ lampId: params.lampId, watts: query.detail ?? 60, secret: 'never sent' } as { lampId: string; watts: number }))),
  route(change, residents('lamps.change'), async ({ params, body }) => {
    seen.push(body);
    return reply({ lampId: params.lampId, watts: body.watts });
  }),
  route(dim, staff('lamps.dim', 'officer'), async ({ body }) => {
    seen.push(body);
    return { ok: true };
  }),
  route(plan, anyone('lamps.plan'), async () => ({ ok: true, file: Buffer.from('%PDF'), mediaType: 'application/pdf', fileName: '路灯 "a".pdf' })),
  route(slow, anyone('lamps.wait'), async () => {
    await new Promise<void>((go) => waiting.push(go));
    return reply({ lampId: 'a', watts: 1 });
  }),
  route(send, staff('lamps.send', 'officer'), async () => Promise.reject(lineCut())),
  route(cut, anyone('lamps.cut'), async () => Promise.reject(lineCut())),
  route(broken, anyone('lamps.break'), async () => {
    throw new Error('password=hunter2 at line 7 of secret.ts');
  }),
];

const text = (words: string) => ({ 'zh-CN': `${words}。`, 'zh-HK': `${words}（港）。`, en: `${words}.` });
const problems: ProblemTable = {
  sentences: { 'lamp.unknown': text('no lamp {lamp}'), 'input.malformed': text('malformed'), 'session.needed': text('sign in'), 'route.unknown': text('nothing here'), 'session.csrf': text('again'), 'input.body_too_large': text('too large'), 'server.fault': text('fault'), 'server.busy': text('busy'), 'server.away': text('away'), 'server.no_room': text('no room'), 'server.unsure': text('unsure') },
  statuses: { 'lamp.unknown': 404, 'input.malformed': 400, 'session.needed': 401, 'route.unknown': 404, 'session.csrf': 403, 'input.body_too_large': 413, 'server.fault': 500, 'server.busy': 503, 'server.away': 503, 'server.no_room': 503, 'server.unsure': 503 },
};

const actors: Readonly<Record<string, Actor>> = {
  resident: { kind: 'resident', partyId: 'p-1' },
  clerk: { kind: 'staff', staffId: 's-1', posts: [{ institution: 'HALL.1', unit: '440304', role: 'window_clerk' }] },
  officer: { kind: 'staff', staffId: 's-2', posts: [{ institution: 'DEPT.1', unit: '440304', role: 'officer' }] },
};
const authenticate = async (token: string | undefined): Promise<Session> => {
  const actor = actors[token ?? ''];
  return actor ? { actor, csrfToken: `csrf-of-${token}` } : { actor: { kind: 'anonymous' }, csrfToken: null };
};

describe('the HTTP face', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await httpServer({ routes, problems, authenticate, secure: true, load: () => load });
    await app.ready();
  });
  afterAll(() => app.close());

  interface Asked {
    readonly as?: keyof typeof actors;
    readonly csrf?: string | null;
    readonly body?: unknown;
    readonly raw?: string;
    readonly type?: string;
    readonly language?: string;
  }
  /** Sends one request as an actor, with his CSRF token unless told otherwise. */
  const ask = async (method: 'GET' | 'POST' | 'PUT' | 'HEAD', url: string, { as, csrf, body, raw, type, language }: Asked = {}) => {
    const answer = await app.inject({
      method, url,
      headers: {
        ...(body === undefined && raw === undefined ? {} : { 'content-type': type ?? 'application/json' }),
        ...(as === undefined || csrf === null ? {} : { 'x-csrf-token': csrf ?? `csrf-of-${as}` }),
        ...(language === undefined ? {} : { 'accept-language': language }),
      },
      ...(as === undefined ? {} : { cookies: { [sessionCookie]: as } }),
      ...(body === undefined && raw === undefined ? {} : { payload: raw ?? JSON.stringify(body) }),
    });
    return answer;
  };
  const problemOf = async (answer: Awaited<ReturnType<typeof ask>>): Promise<Problem> => {
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = answer.json<Problem>();
    expect(problem.status).toBe(answer.statusCode);
    expect(problem.type).toBe(`urn:yimen:problem:${problem.code}`);
    return problem;
  };

  it('answers what is asked, and only what the endpoint promised', async () => {
    const answer = await ask('GET', '/api/v1/lamps/a?detail=7');
    expect([answer.statusCode, answer.json()]).toEqual([200, { lampId: 'a', watts: 7 }]);
    expect((await ask('POST', '/api/v1/lamps/dim', { as: 'officer', body: { watts: 1 } })).statusCode).toBe(204);
  });

  it('gives a file with its name, for saving and not for keeping', async () => {
    const answer = await ask('GET', '/api/v1/lamps/plan');
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': "attachment; filename*=UTF-8''%E8%B7%AF%E7%81%AF%20%22a%22.pdf", 'cache-control': 'private, no-store' });
  });

  it('speaks to the caller in his language, parameters filled in', async () => {
    for (const [language, title] of [['en-GB', 'no lamp gone.'], ['zh-TW', 'no lamp gone（港）。'], ['de', 'no lamp gone。']] as const) {
      expect(await problemOf(await ask('GET', '/api/v1/lamps/gone', { language }))).toMatchObject({ status: 404, code: 'lamp.unknown', title, params: { lamp: 'gone' } });
    }
  });

  describe('refuses malformed input with 400 and every field at fault', () => {
    const cases: readonly (readonly [string, unknown, readonly (readonly [string, string])[]])[] = [
      ['a field is missing', {}, [['/watts', 'input.required']]],
      ['a field is not known', { watts: 5, price: 0 }, [['/price', 'input.unknown_field']]],
      ['a number comes as text', { watts: '5' }, [['/watts', 'input.wrong_type']]],
      ['a number is not whole', { watts: 5.5 }, [['/watts', 'input.wrong_type']]],
      ['a truth comes as a number', { watts: 5, isLit: 1 }, [['/isLit', 'input.wrong_type']]],
      ['a truth comes as text', { watts: 5, isLit: 'true' }, [['/isLit', 'input.wrong_type']]],
      ['null stands for nothing', { watts: null }, [['/watts', 'input.wrong_type']]],
      ['one stands for a list', { watts: 5, places: { 'a/b~c': 1 } }, [['/places', 'input.wrong_type']]],
      ['a number is too small', { watts: 0 }, [['/watts', 'input.too_small']]],
      ['a number is too large', { watts: 61 }, [['/watts', 'input.too_large']]],
      ['a text is too long', { watts: 5, words: '一二三四五六七八九十一' }, [['/words', 'input.too_long']]],
      ['a field inside a list is wrong, its name escaped in the pointer', { watts: 5, places: [{ 'a/b~c': 1 }, {}] }, [['/places/1/a~1b~0c', 'input.required']]],
      ['several are wrong, all said at once', { words: 7, extra: 1 }, [['/watts', 'input.required'], ['/extra', 'input.unknown_field'], ['/words', 'input.wrong_type']]],
      ['the body is a list', [1], [['', 'input.wrong_type']]],
      ['a text holds NUL', { watts: 5, words: 'a\u0000' }, [['/words', 'input.wrong_form']]],
      ['a text holds half a character', { watts: 5, words: '\ud800' }, [['/words', 'input.wrong_form']]],
    ];
    it.each(cases)('%s', async (_what, body, errors) => {
      seen.length = 0;
      const problem = await problemOf(await ask('POST', '/api/v1/lamps/a/change', { as: 'resident', body }));
      expect(problem).toMatchObject({ status: 400, code: 'input.malformed' });
      expect(problem.errors?.map((fault) => [fault.pointer, fault.code]).sort()).toEqual(errors.map((one) => [...one]).sort());
      expect(seen).toEqual([]);
    });

    it('a choice that is none', async () => {
      const problem = await problemOf(await ask('POST', '/api/v1/lamps/a/change', { as: 'resident', body: { watts: 5, colour: 'green' } }));
      expect(new Set(problem.errors?.map((fault) => `${fault.pointer} ${fault.code}`))).toEqual(new Set(['/colour input.not_a_choice']));
    });

    it.each([
      ['text that is no JSON', { raw: '{"watts":' }],
      ['nothing at all', { raw: '' }],
      ['a poisoned prototype', { raw: '{"watts":5,"__proto__":{"admin":true}}' }],
      ['another kind of content', { raw: 'watts=5', type: 'application/x-www-form-urlencoded' }],
      ['XML', { raw: '<watts>5</watts>', type: 'application/xml' }],
    ])('%s', async (_what, asked) => {
      seen.length = 0;
      expect(await problemOf(await ask('POST', '/api/v1/lamps/a/change', { as: 'resident', ...asked }))).toMatchObject({ status: 400, code: 'input.malformed' });
      expect(seen).toEqual([]);
    });

    it('a path or a query of another shape', async () => {
      expect((await problemOf(await ask('GET', '/api/v1/lamps/A1'))).errors).toMatchObject([{ pointer: '/lampId', code: 'input.wrong_form' }]);
      expect((await problemOf(await ask('GET', '/api/v1/lamps/a?detail=x'))).errors).toMatchObject([{ pointer: '/detail', code: 'input.wrong_type' }]);
      expect((await problemOf(await ask('GET', '/api/v1/lamps/a?other=1'))).errors).toMatchObject([{ pointer: '/other', code: 'input.unknown_field' }]);
    });
  });

  it('hands a body on as it came: nothing filled in, turned round or taken away', async () => {
    seen.length = 0;
    const body = { watts: 5, words: ' 5 ', isLit: false, places: [] };
    await ask('POST', '/api/v1/lamps/a/change', { as: 'resident', body });
    expect(seen).toEqual([body]);
  });

  it('refuses a body above 1 MiB before reading it', async () => {
    expect(await problemOf(await ask('POST', '/api/v1/lamps/a/change', { as: 'resident', raw: JSON.stringify({ watts: 5, words: 'x'.repeat(1_048_576) }) }))).toMatchObject({ status: 413, code: 'input.body_too_large' });
  });

  it('asks who has no session to sign in, before anything of his body is judged', async () => {
    for (const body of [{ watts: 5 }, { wrong: true }]) expect(await problemOf(await ask('POST', '/api/v1/lamps/a/change', { body }))).toMatchObject({ status: 401, code: 'session.needed' });
    expect(await problemOf(await ask('POST', '/api/v1/lamps/a/change', { raw: 'x'.repeat(1_048_577) }))).toMatchObject({ status: 401 });
  });

  it('answers who may not alike to who asks for nothing that exists, whatever he sends', async () => {
    const unknown = await ask('POST', '/api/v1/nothing', { as: 'clerk', body: { watts: 5 } });
    for (const asked of [{ body: { watts: 5 } }, { body: { wrong: true } }, { raw: '{' }, { body: { watts: 5 }, csrf: 'false' }]) {
      const forbidden = await ask('POST', '/api/v1/lamps/dim', { as: 'clerk', ...asked });
      expect([forbidden.statusCode, forbidden.body]).toEqual([unknown.statusCode, unknown.body]);
    }
    expect(await problemOf(unknown)).toMatchObject({ status: 404, code: 'route.unknown' });
  });

  it('does not know another method of a known path, nor an address nobody serves', async () => {
    for (const url of ['/api/v1/lamps/a', '/elsewhere', '/', '/api', '/API/V1/LAMPS/a']) expect(await problemOf(await ask('PUT', url, { body: {} }))).toMatchObject({ status: 404, code: 'route.unknown' });
  });

  it('shows the portal’s own page where one is given, outside /api/ only', async () => {
    const withPage = await httpServer({ routes, problems, authenticate, secure: true, load: () => 0, pageNotFound: (_request, answer) => answer.code(404).type('text/html').send('<p>nothing</p>') });
    expect((await withPage.inject('/elsewhere')).headers['content-type']).toContain('text/html');
    expect((await withPage.inject('/api/elsewhere')).headers['content-type']).toContain('application/problem+json');
    await withPage.close();
  });

  it.each([
    ['none', null],
    ['another session’s', 'csrf-of-clerk'],
    ['an empty one', ''],
  ])('refuses an act of a session with a wrong CSRF token: %s', async (_what, csrf) => {
    seen.length = 0;
    expect(await problemOf(await ask('POST', '/api/v1/lamps/a/change', { as: 'resident', csrf, body: { watts: 5 } }))).toMatchObject({ status: 403, code: 'session.csrf' });
    expect(seen).toEqual([]);
  });

  it('asks no CSRF token of one who only reads', async () => {
    for (const method of ['GET', 'HEAD'] as const) expect((await ask(method, '/api/v1/lamps/a', { as: 'resident', csrf: null })).statusCode).toBe(200);
  });

  it('turns new acts away when too many wait, and says when to come again; reading goes on', async () => {
    load = 2_001;
    const answer = await ask('POST', '/api/v1/lamps/a/change', { as: 'resident', body: { watts: 5 } });
    expect([await problemOf(answer), answer.headers['retry-after']]).toMatchObject([{ status: 503, code: 'server.busy' }, '2']);
    expect((await ask('GET', '/api/v1/lamps/a')).statusCode).toBe(200);
    load = 2_000;
    expect((await ask('POST', '/api/v1/lamps/a/change', { as: 'resident', body: { watts: 5 } })).statusCode).toBe(200);
    load = 0;
  });

  it('C-DU-6: on a full disk reads go on, acts are refused with 503 and when to come again', async () => {
    let room: 'enough' | 'no_uploads' | 'no_writes' = 'no_writes';
    const full = await httpServer({ routes, problems, authenticate, secure: true, load: () => 0, room: () => room });
    const send = (method: 'GET' | 'POST', url: string) => full.inject({ method, url, headers: { cookie: `${sessionCookie}=resident`, 'x-csrf-token': 'csrf-of-resident' }, ...(method === 'POST' ? { payload: { watts: 40 } } : {}) });
    const refused = await send('POST', '/api/v1/lamps/a/change');
    expect([refused.statusCode, refused.headers['retry-after'], refused.json<{ code: string }>().code]).toEqual([503, '60', 'server.no_room']);
    expect((await send('GET', '/api/v1/lamps/a')).statusCode).toBe(200);
    room = 'no_uploads';
    expect((await send('POST', '/api/v1/lamps/a/change')).statusCode).toBe(200);
    await full.close();
  });

  it('tells who waited too long, and goes on with the others', async () => {
    const impatient = await httpServer({ routes, problems, authenticate, secure: true, load: () => 0, answerWithinMs: 20 });
    const answer = await impatient.inject('/api/v1/slow');
    expect([await problemOf(answer), answer.headers['retry-after']]).toMatchObject([{ status: 503, code: 'server.away' }, '2']);
    expect((await impatient.inject('/api/v1/lamps/a')).statusCode).toBe(200);
    for (const go of waiting.splice(0)) go();
    await impatient.close();
  });

  it('works on so many at once, turns the rest away at the door, and has room again when they are done', async () => {
    const answers = Array.from({ length: 600 }, () => app.inject('/api/v1/slow'));
    const away = await Promise.race(answers);
    expect([await problemOf(away), away.headers['retry-after']]).toMatchObject([{ status: 503, code: 'server.busy' }, '2']);
    while (waiting.length < 256) await new Promise((later) => setImmediate(later));
    expect((await ask('GET', '/api/v1/lamps/a')).statusCode).toBe(503);
    for (const go of waiting.splice(0)) go();
    const statuses = (await Promise.all(answers)).map((answer) => answer.statusCode);
    expect([statuses.filter((status) => status === 200).length, statuses.filter((status) => status === 503).length]).toEqual([256, 344]);
    expect((await ask('GET', '/api/v1/lamps/a')).statusCode).toBe(200);
  });

  it('says of an act whose answer the database did not give that nobody knows, of everything else to come again; never that it is a fault', async () => {
    expect(await problemOf(await ask('POST', '/api/v1/lamps/send', { as: 'officer', body: { commandId: 'c-1' } }))).toMatchObject({ status: 503, code: 'server.unsure' });
    const answer = await ask('GET', '/api/v1/cut');
    expect([await problemOf(answer), answer.headers['retry-after']]).toMatchObject([{ status: 503, code: 'server.away' }, '2']);
  });

  it('answers a bug with a number and nothing of its insides', async () => {
    const answer = await ask('GET', '/api/v1/broken', { language: 'en' });
    const problem = await problemOf(answer);
    expect(problem).toMatchObject({ status: 500, code: 'server.fault', title: 'fault.' });
    expect(problem.instance).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.body).not.toMatch(/hunter2|secret|stack|\.ts/);
  });

  it.each([
    ['a good answer', 'GET', '/api/v1/lamps/a'],
    ['a file', 'GET', '/api/v1/lamps/plan'],
    ['malformed input', 'GET', '/api/v1/lamps/A1'],
    ['no session', 'POST', '/api/v1/lamps/a/change'],
    ['an unknown route', 'GET', '/nothing'],
    ['a bug', 'GET', '/api/v1/broken'],
    ['an address that cannot be read', 'GET', '/api/v1/lamps/%zz'],
    ['the document', 'GET', '/api/v1/openapi.json'],
  ] as const)('protects every answer with the same headers: %s', async (_what, method, url) => {
    const { headers } = await ask(method, url);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'x-frame-options': 'DENY',
      'strict-transport-security': 'max-age=31536000', 'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe-(inline|eval)/);
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('answers an address that cannot be read as malformed input', async () => {
    expect(await problemOf(await ask('GET', '/api/v1/lamps/%zz'))).toMatchObject({ status: 400, code: 'input.malformed' });
  });

  describe('its own document', () => {
    it('is OpenAPI 3.1, whole, and names the permission of every route', async () => {
      const document = (await ask('GET', '/api/v1/openapi.json')).json<{ openapi: string; paths: Record<string, Record<string, { operationId: string; 'x-permission': string; requestBody?: object; responses: Record<string, unknown> }>> }>();
      expect(document.openapi).toBe('3.1.0');
      const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
      expect(operations.map((operation) => [operation.operationId, operation['x-permission']]).sort()).toEqual(routes.map((one) => [one.endpoint.id, one.permission.id]).sort());
      expect(Object.keys(document.paths['/api/v1/lamps/{lampId}/change']?.post?.responses ?? {}).sort()).toEqual(['200', '4XX']);
      expect(document.paths['/api/v1/lamps/{lampId}/change']?.post?.requestBody).toBeDefined();
    });

    it('comes packed to who takes it so, and is the same', async () => {
      const [plain, packed] = await Promise.all([app.inject('/api/v1/openapi.json'), app.inject({ url: '/api/v1/openapi.json', headers: { 'accept-encoding': 'br, gzip' } })]);
      expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([undefined, 'gzip']);
      expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
    });

    it('is one that a maker of clients reads without complaint', async () => {
      const document = (await ask('GET', '/api/v1/openapi.json')).json<object>();
      await expect(openapiTS(document as Parameters<typeof openapiTS>[0])).resolves.not.toHaveLength(0);
    });
  });
});
