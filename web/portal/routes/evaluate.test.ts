import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { evaluationPath } from '../../../server/domains/evaluations/index.ts';
import { allowanceOffice, type AllowanceOffice } from '../../../server/testing/allowance-office.ts';
import { formsOf, htmlFaults, textOf, type SentForm } from '../../ui/form/html-for-tests.ts';
import { portal } from '../server.ts';

// Journeys of many calls, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });

// Invented people: areas 4499xx and phones +86 154… are given to nobody (server/demo/people.ts).

let office: AllowanceOffice;
beforeAll(async () => {
  office = await allowanceOffice();
  await office.app.http.register(portal, {
    publicUrl: 'https://yimen.example',
    callApi: async (request) => {
      const url = new URL(request.url);
      const payload = Buffer.from(await request.arrayBuffer());
      const answer = await office.app.http.inject({ method: request.method as 'GET', url: url.pathname + url.search, headers: Object.fromEntries(request.headers), ...(payload.length > 0 ? { payload } : {}) });
      return new Response(answer.statusCode === 204 ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers: Object.entries(answer.headers).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)])) });
    },
  });
});
afterAll(() => office.drop());

interface Shown {
  readonly status: number;
  readonly path: string;
  readonly html: string;
  readonly text: string;
}

/** A browser without script; every page it meets must be sound HTML with one heading. */
function browser(cookies: Readonly<Record<string, string>> = {}) {
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`).join('; ');
  const ask = async (method: 'GET' | 'POST', path: string, payload?: string): Promise<Shown> => {
    const answer = await office.app.http.inject({ method, url: path, headers: { cookie, ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) }, ...(payload === undefined ? {} : { payload }) });
    if (answer.statusCode === 303) return ask('GET', String(answer.headers.location));
    expect(htmlFaults(answer.body), `${path} ${answer.statusCode}`).toEqual([]);
    expect([...answer.body.matchAll(/<h1/g)], `${path} has one heading`).toHaveLength(1);
    return { status: answer.statusCode, path, html: answer.body, text: textOf(answer.body) };
  };
  const form = (page: Shown): SentForm => {
    const found = formsOf(page.html).find((one) => one.method === 'post' && !/settings|sign-out/.test(one.action));
    if (!found) throw new Error(`no form on ${page.path}: ${page.text.slice(0, 200)}`);
    return found;
  };
  return {
    open: (path: string) => ask('GET', path),
    send: (page: Shown, changes: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Shown> => {
      const { action, fields } = form(page);
      const changed = Object.entries(changes).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)]));
      return ask('POST', action || page.path, new URLSearchParams([...fields.filter(([name]) => !(name in changes)), ...changed]).toString());
    },
  };
}

async function served() {
  const { partyId } = await office.somebody();
  const matterId = await office.filedAtWindow(partyId);
  await office.work();
  const { token } = await office.app.people.openSessionFor({ kind: 'resident', partyId });
  return { matterId, token, link: evaluationPath(office.keys, matterId, 'filing') };
}

describe('With the code on a paper, nobody signed in', () => {
  test('one question at a time: the face, why, thanks; changed once; then it is said already', async () => {
    const { link } = await served();
    const phone = browser();
    const faces = await phone.open(link);
    expect([faces.status, faces.text]).toEqual([200, expect.stringContaining('您对这次服务满意吗')]);
    for (const word of ['非常满意', '满意', '基本满意', '不满意', '非常不满意']) expect(faces.text).toContain(word);
    const why = await phone.open(`${link}?grade=5`);
    expect(why.text).toContain('您选了：非常不满意');
    const thanks = await phone.send(why, { tags: ['slow', 'long_queue'], words: '等了两小时' });
    expect(thanks.text).toContain('谢谢您的评价');
    expect(thanks.text).toContain('3 个工作日内核实');
    expect(thanks.html).not.toContain('等了两小时');
    const again = await phone.open(`${link}?change=1&grade=2`);
    const changed = await phone.send(again, { tags: 'clear' });
    expect(changed.text).toContain('谢谢您的评价');
    const twice = await phone.send(why, { words: '再评一次' });
    expect(twice.text).toMatch(/谢谢您的评价|已经评价过/);
    const { rows } = await office.fresh.owner.query('select grade from evaluations.feedback where grade is not null');
    expect(rows).toEqual([{ grade: 2 }]);
  });

  test('shows nothing of the person and nothing of the matter but item, office and day', async () => {
    const { link, matterId } = await served();
    const page = await browser().open(link);
    expect(page.html).not.toContain(matterId);
    expect(page.text).not.toMatch(/44\d{10}-\d{8}-\d{5}/);
    expect(page.text).toContain('渔民村社区党群服务中心');
  });

  test('nothing chosen, a grade there is none of, a link nobody knows', async () => {
    const { link } = await served();
    const phone = browser();
    expect((await phone.open(`${link}?grade=9`)).status).toBe(422);
    const why = await phone.open(`${link}?grade=1`);
    const none = await phone.send(why, { grade: '' });
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('请先选一个评价')]);
    expect((await phone.send(why, { words: '长'.repeat(1_001) })).status).toBe(422);
    const unknown = await phone.open(`/e/${'x'.repeat(22)}`);
    expect([unknown.status, unknown.text]).toEqual([404, expect.stringContaining('没有找到这个评价链接')]);
    expect((await phone.open('/e/%3Cscript%3E')).status).toBe(404);
  });

  test('too late is said as such, with what is left to do, in every language', async () => {
    const { link, matterId } = await served();
    await office.fresh.owner.query(`update evaluations.invitations set open_until = clock_timestamp() - interval '1 second' where matter_id = $1`, [matterId]);
    for (const [lang, word] of [['zh-CN', '已过评价时间'], ['zh-HK', '已過評價時間'], ['en', 'The time to evaluate is over']] as const) expect((await browser({ lang }).open(link)).text).toContain(word);
  });
});

describe('Signed in', () => {
  test('my evaluations: what waits, what I said, what became of it', async () => {
    const { token, matterId } = await served();
    const person = browser({ yimen_session: token, elder: '1' });
    expect((await person.open('/evaluations')).text).toContain('等您评价');
    const path = `/matters/${matterId}/evaluate/filing`;
    await person.send(await person.open(`${path}?grade=4`), { words: '要求清单外的材料', tags: 'extra_papers' });
    const mine = await person.open('/evaluations');
    expect(mine.text).toContain('要求清单外的材料');
    expect(mine.text).toContain('多要材料');
    expect((await browser().open(path)).path).toContain('/sign-in');
    expect((await browser({ yimen_session: (await served()).token }).open(path)).status).toBe(404);
  });

  test('a complaint says who handles it and by when, keeps what was typed, and is read with its answer', async () => {
    const { token, matterId } = await served();
    const person = browser({ yimen_session: token });
    const form = await person.open(`/matters/${matterId}/complain`);
    expect(form.text).toContain('5 个工作日内答复');
    const wrong = await person.send(form, { words: '窗口没有一次讲清' });
    expect([wrong.status, wrong.text, wrong.html]).toEqual([422, expect.stringContaining('请选择投诉什么'), expect.stringContaining('窗口没有一次讲清')]);
    const sent = await person.send(wrong, { ground: 'not_told' });
    expect(sent.path).toBe('/evaluations?sent=1');
    expect(sent.text).toContain('已收到您的投诉');
    expect(sent.text).toContain('前处理');
    expect((await person.open(`/matters/${matterId}/complain`)).path).toBe('/evaluations');
    expect((await person.send(form, { ground: 'late', words: '又一次' })).path).toMatch(/evaluations|complain/);
  });
});
