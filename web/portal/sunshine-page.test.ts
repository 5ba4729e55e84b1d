import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../server/testing/app.ts';
import { htmlFaults, textOf } from '../ui/form/html-for-tests.ts';
import { portal } from './server.ts';

let city: TestApp;
beforeAll(async () => {
  city = await testApp();
  await city.fresh.owner.query(`
    insert into measures.counts (scope, month, task_code, channel, filed, judged, in_time, completed)
    select s, '2026-11-01', 'YM-05-0001-01', 'online', n, n, n, n from (values ('440303/YM-440303-civil_affairs', 120), ('440304/YM-440304-civil_affairs', 4), ('440305/YM-440305-civil_affairs', 60)) v(s, n)`);
  await city.app.http.register(portal, {
    publicUrl: 'https://yimen.example', now: () => '2026-11-23T02:00:00.000Z',
    callApi: async (request) => {
      const url = new URL(request.url);
      const answer = await city.app.http.inject({ method: 'GET', url: url.pathname + url.search, headers: Object.fromEntries(request.headers) });
      return new Response(answer.body, { status: answer.statusCode, headers: { 'content-type': String(answer.headers['content-type']) } });
    },
  });
});
afterAll(() => city.drop());

const open = async (path: string): Promise<{ status: number; html: string; text: string }> => {
  const { statusCode, body } = await city.app.http.inject({ method: 'GET', url: path, headers: { 'accept-language': 'en' } });
  expect(htmlFaults(body), path).toEqual([]);
  return { status: statusCode, html: body, text: textOf(body) };
};

describe('The public page, opened by anybody', () => {
  test('shows the districts, the small one and the next smallest kept back', async () => {
    const { status, text } = await open('/sunshine?period=2026-11');
    expect(status).toBe(200);
    expect(text).toContain('184');
    expect(text).toMatch(/Luohu District\s*Filed\s*120/);
    expect(text).toMatch(/Futian District\s*Filed\s*<10/);
    expect(text).toMatch(/Nanshan District\s*Filed\s*<10/);
  });

  test('every link on it that leads down opens', async () => {
    const { html } = await open('/sunshine?period=2026-11');
    const links = [...html.matchAll(/href="(\/sunshine\?[^"]+)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect((await open(link)).status, link).toBe(200);
  });

  test('an address that means nothing is a page that is not there', async () => {
    for (const path of ['/sunshine?period=soon', '/sunshine?district=449999', '/sunshine?item=none']) expect((await open(path)).status, path).toBe(404);
    expect((await open('/sunshine?district=&period=2026-11')).status).toBe(200);
  });
});
