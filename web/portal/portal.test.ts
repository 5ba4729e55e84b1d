import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestCorrection } from '../../contract/matters.ts';
import { languages } from '../../contract/language.ts';
import { testApp, type TestApp } from '../../server/testing/app.ts';
import { formsOf, type SentForm } from '../ui/form/html-for-tests.ts';
import { browserOf, formTo, mountPortal, type Changes, type Shown } from './browser-for-tests.ts';

let city: TestApp;

beforeAll(async () => {
  city = await testApp();
  await mountPortal(city);
});
afterAll(() => city.drop());

const browser = (cookies: Record<string, string> = {}) => browserOf(city, cookies);

let persons = 0;
async function signedIn(cookies: Record<string, string> = {}) {
  const { partyId, person } = await city.resident({ index: (persons += 1) + 700 });
  const session = await city.app.people.openSessionFor({ kind: 'resident', partyId });
  return { ...browser({ yimen_session: session.token, ...cookies }), partyId, person };
}

const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const allowance = '/items/YM-05-0001-01';
const community = '440304008003';

/** Begins an application for the old-age allowance: its situation questions. */
async function begin(person: Awaited<ReturnType<typeof signedIn>>): Promise<Shown> {
  const start = await person.open(`${allowance}/YM-05-0001-01-01/start`);
  return person.send(start, formTo(start, ''));
}

/** …up to the first page of the form. */
async function toForm(person: Awaited<ReturnType<typeof signedIn>>): Promise<Shown> {
  const situation = await begin(person);
  const place = await person.send(situation, formTo(situation, ''), { 'q.who_applies': 'self', 'q.hukou': 'shenzhen', 'q.age': 'over80' });
  expect(place.path).toMatch(/\/place$/);
  return person.send(place, formTo(place, ''), { area: community });
}

/** …and through it to the materials. */
async function toMaterials(person: Awaited<ReturnType<typeof signedIn>>): Promise<Shown> {
  const who = await toForm(person);
  const pay = await person.send(who, formTo(who, ''), { 'f.for_other': 'false', 'f.address_line': '莲花路 1 号 2 栋 301' });
  const declaration = await person.send(pay, formTo(pay, ''), { 'f.pay_by': 'social_card' });
  return person.send(declaration, formTo(declaration, ''), { 'f.declaration': 'true' });
}

describe('Who comes in', () => {
  test('personal pages lead a stranger to signing in, and back', async () => {
    const stranger = browser();
    for (const path of ['/matters', '/messages', `${allowance}/YM-05-0001-01-01/start`, '/apply/01900000-0000-7000-8000-000000000000/check']) {
      expect((await stranger.open(path)).path).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    }
  });

  test('a newcomer signs in with a phone, says once who he is, and is back where he was', async () => {
    const newcomer = browser({ lang: 'en' });
    const phone = await newcomer.open(`/sign-in?next=${encodeURIComponent('/messages')}`);
    const code = await newcomer.send(phone, formTo(phone, /^\/sign-in$/), { phone: '138 0013 8111' });
    expect(code.text).toContain('138****8111');
    const wrong = await newcomer.send(code, formTo(code, ''), { code: '000000' });
    expect([wrong.status, wrong.path.startsWith('/sign-in/')]).toEqual([422, true]);
    const who = await newcomer.send(code, formTo(code, ''), { code: String(city.sms.findLast((one) => one.to.endsWith('13800138111'))?.params.code) });
    expect(who.text).toContain('Who are you?');
    // Area prefix 449900–449999 was never assigned: nobody real has such a number.
    const refused = await newcomer.send(who, formTo(who, /who/), { name: '安宁', number: '449901199001011234' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="449901199001011234"');
    const { person } = await city.resident({ index: 650 });
    const claimed = await newcomer.send(who, formTo(who, /who/), { name: '安宁', number: person.number });
    expect(claimed.text).toMatch(/window/);
  });

  test("another person's draft and matter look like no page at all", async () => {
    const mine = await signedIn();
    const draft = (await begin(mine)).path.split('/')[2] ?? '';
    const other = await signedIn();
    for (const path of [`/apply/${draft}`, `/apply/${draft}/check`, `/matters/${draft}`]) expect((await other.open(path)).status).toBe(404);
  });
});

describe('An act', () => {
  test('without the token of the session changes nothing', async () => {
    const person = await signedIn();
    const situation = await begin(person);
    const form = formTo(situation, '');
    const answer = await person.send(situation, form, { csrf: 'x'.repeat(43), 'q.hukou': 'shenzhen' });
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('页面放得太久了')]);
    expect((await person.open(situation.path)).html).not.toContain('checked');
  });

  test('sent from another site is refused, with a session or without', async () => {
    const person = await signedIn();
    const body = { type: 'application/x-www-form-urlencoded', payload: 'lang=en&back=/' };
    expect((await person.ask('POST', '/settings', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await person.ask('POST', '/settings', body, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await person.ask('POST', '/settings', body, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test.each(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', '/a b'])('never leads to %s afterwards', async (back) => {
    const answer = await city.app.http.inject({ method: 'POST', url: '/settings', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ lang: 'en', back }).toString() });
    expect(answer.headers.location).toBe('/');
  });
});

describe('Language and print size', () => {
  test.each(languages)('the public pages are whole in %s, in both print sizes', async (language) => {
    for (const elder of ['0', '1']) {
      const reader = browser({ lang: language, elder });
      for (const path of ['/', '/items', '/items?text=xyzxyz', '/items?lifeEvent=old_age', allowance, `${allowance}?q.hukou=elsewhere#materials`, `${allowance}?near=莲花`, `${allowance}?community=${community}`, '/sign-in', '/progress', '/progress?number=1&code=2', '/results', '/help', '/accessibility', '/about', '/nowhere']) {
        const page = await reader.open(encodeURI(path));
        expect(page.html, path).toContain(`<html lang="${language}"${elder === '1' ? ' data-elder' : '>'}`);
        if (language === 'en') expect(page.text.replace(/中华人民共和国.*?\s|[\p{Script=Han}《》（）〔〕、，。；：“”]+/gu, (official) => (path.startsWith(allowance) ? '' : official)), path).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  test('follow the choice made on any page', async () => {
    const reader = browser();
    const page = await reader.open('/help');
    const english = await reader.send(page, formsOf(page.html).find((form) => form.action === '/settings') as SentForm, { lang: 'en' });
    expect([english.path, english.text.slice(0, 4)]).toEqual(['/help', 'Home']);
  });
});

describe('What was typed', () => {
  test('comes back with its faults, each in words beside its field', async () => {
    const person = await signedIn();
    const page = await toForm(person);
    const typed = { 'f.for_other': 'true', 'f.person_name': '陈<b>桂</b>芳', 'f.person_number': '449901194003080010', 'f.address_line': '' };
    const back = await person.send(page, formTo(page, ''), typed);
    expect(back.status).toBe(422);
    expect(back.html).toContain('value="陈&lt;b>桂&lt;/b>芳"');
    expect(back.html).toContain('value="449901194003080010"');
    expect(back.text).toContain('请填写“老人现在住的地址”');
    expect(back.html).toMatch(/href="#f-person_number"/);
    const form = formTo(back, '');
    expect(form.fields).toContainEqual(['f.for_other', 'true']);
  });

  test('is kept when it is saved for later, complete or not', async () => {
    const person = await signedIn();
    const page = await toForm(person);
    const mine = await person.send(page, formTo(page, ''), { 'f.for_other': 'false', 'f.address_line': '', later: '1' });
    expect(mine.path).toBe('/matters');
    expect((await person.open(page.path)).html).toMatch(/name="f.for_other" value="false" checked/);
  });

  test('is still on the page when the draft was changed elsewhere in the meantime', async () => {
    const person = await signedIn();
    const page = await toForm(person);
    const form = formTo(page, '');
    await person.send(page, form, { 'f.for_other': 'false', 'f.address_line': '另一台电脑 1 号' });
    const late = await person.send(page, form, { 'f.for_other': 'false', 'f.address_line': '这台手机 2 号' });
    expect(late.text).toContain('刚在别的地方改过');
    expect(late.html).toContain('value="这台手机 2 号"');
  });

  test('about the situation can make the item the wrong way, and then the page says why and what else', async () => {
    const person = await signedIn();
    const situation = await begin(person);
    const page = await person.send(situation, formTo(situation, ''), { 'q.who_applies': 'self', 'q.hukou': 'elsewhere', 'q.age': 'over80' });
    expect(page.text).toContain('这个事项不适合您');
    expect(page.html).toContain('href="/items"');
  });
});

describe('Uploads', () => {
  const first = (page: Shown) => formTo(page, /materials\/[a-z_]+\/files$/);

  test('that are no document are refused beside their material; the reason is said', async () => {
    const person = await signedIn();
    const page = await toMaterials(person);
    const script = await person.upload(page, first(page), '材料.pdf', Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>'));
    expect(script.status).toBe(422);
    expect(script.html).toMatch(/id="m-identity_card-error"[^>]*>.*材料\.pdf: /);
    const none = await person.upload(page, first(page), '', Buffer.alloc(0));
    expect(none.text).toContain('请先选择一个文件');
  });

  test('of more than can be kept get a page, not a broken connection', async () => {
    const person = await signedIn();
    const page = await toMaterials(person);
    const answer = await person.upload(page, first(page), '电影.pdf', Buffer.alloc(66 * 1024 * 1024, 1));
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('每个文件最多 50 MB')]);
  });

  test('keep their Chinese names and can be taken off again', async () => {
    const person = await signedIn();
    const page = await toMaterials(person);
    const with_ = await person.upload(page, first(page), '户口簿 第一页.png', picture);
    expect(with_.text).toContain('户口簿 第一页.png');
    const without = await person.send(with_, formTo(with_, /remove$/));
    expect(without.text).not.toContain('户口簿 第一页.png');
  });
});

/** …and files it with two pictures. */
async function toReceipt(person: Awaited<ReturnType<typeof signedIn>>): Promise<Shown> {
  let page = await toMaterials(person);
  for (const name of ['identity_card']) page = await person.upload(page, formTo(page, new RegExp(`${name}/files$`)), '照片.png', picture);
  const check = await person.send(page, formTo(page, ''));
  return person.send(check, formTo(check, /file$/));
}

describe('A correction notice', () => {
  test('is shown point by point with its standard; answered incompletely it says what is left; answered whole it is sent once', async () => {
    const person = await signedIn();
    const receipt = await toReceipt(person);
    const matterId = receipt.path.split('/')[2] ?? '';
    const { client: clerk } = await city.staff(`clerk.${matterId.slice(-6)}`, [{ institution: `YM-${community}-hall`, role: 'window_clerk' }]);
    await clerk.good(requestCorrection, {
      params: { matterId },
      body: {
        commandId: randomUUID(), seenSeq: 1,
        defects: [
          { about: 'material', code: 'identity_card', fault: 'unreadable', words: '反面看不清，请重拍。' }, { about: 'field', code: 'address_line', fault: 'inconsistent', words: '与户口簿不一致。' },
        ],
      },
    });
    const matter = await person.open(`/matters/${matterId}`);
    expect(matter.text).toContain('需要您补正 2 处');
    expect(matter.text).toMatch(/老人的居民身份证 · 看不清 要求：.+ 窗口说明：反面看不清，请重拍。/);
    const page = await person.open(`/matters/${matterId}/supplement`);
    const form = formTo(page, '');
    expect(form.fields).toContainEqual(['f.address_line', '莲花路 1 号 2 栋 301']);
    const without = await person.upload(page, { ...form, fields: form.fields.map(([name, value]) => [name, name === 'f.address_line' ? '莲花路 2 号' : value]) }, '', Buffer.alloc(0), 'file.identity_card');
    expect([without.status, without.text]).toEqual([422, expect.stringContaining('“老人的居民身份证”请上传文件')]);
    expect(without.html).toContain('value="莲花路 2 号"');
    const whole = formTo(without, '');
    const sent = await person.upload(without, { ...whole, fields: whole.fields.map(([name, value]) => [name, name === 'f.address_line' ? '' : value]) }, '反面.png', picture, 'file.identity_card');
    // The address was left out: the picture is kept, and only the address is asked for again.
    expect([sent.status, sent.text]).toEqual([422, expect.stringContaining('已收到：反面.png')]);
    const last = formTo(sent, '');
    const answer = { ...last, fields: last.fields.map(([name, value]): [string, string] => [name, name === 'f.address_line' ? '莲花路 2 号 3 栋' : value]) };
    const done = await person.upload(sent, answer, '', Buffer.alloc(0), 'file.identity_card');
    expect([done.path, done.text]).toEqual([`/matters/${matterId}?sent=1`, expect.stringContaining('补正已提交')]);
    expect((await person.upload(sent, answer, '', Buffer.alloc(0), 'file.identity_card')).path).toBe(`/matters/${matterId}?sent=1`);
    expect(done.text).toContain('莲花路 2 号 3 栋');
  });
});

describe('The whole job without script', () => {
  test('ends with a receipt; a second click on "file" gets the same one; progress shows no person', async () => {
    const person = await signedIn();
    let page = await toMaterials(person);
    for (let i = 0; i < 8 && /files$/m.test(page.html) === false; i += 1) page = await person.open(page.path);
    const missing = await person.send(page, formTo(page, ''));
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('户口簿（户籍信息） 不用交');
    for (const name of ['identity_card']) page = await person.upload(page, formTo(page, new RegExp(`${name}/files$`)), '照片.png', picture);
    const check = await person.send(page, formTo(page, ''));
    expect(check.path).toMatch(/\/check$/);
    expect(check.text).toContain('莲花街道');
    const file = formTo(check, /file$/);
    const receipt = await person.send(check, file);
    expect(receipt.path).toMatch(/^\/matters\/[0-9a-f-]+\/receipt$/);
    const number = /\d{12}-\d{8}-\d{5}/.exec(receipt.text)?.[0] ?? '';
    expect(number).not.toBe('');
    const again = await person.send(check, file);
    expect([again.path, /\d{12}-\d{8}-\d{5}/.exec(again.text)?.[0]]).toEqual([receipt.path, number]);
    const code = /查询码 (\w+)/.exec(receipt.text)?.[1] ?? '';
    const progress = await browser().open(`/progress?number=${number}&code=${code.toLowerCase()}`);
    expect(progress.text).toContain('告知您是否受理');
    for (const secret of [person.person.name['zh-CN'], person.person.number, '莲花路 1 号']) expect(progress.html).not.toContain(secret);
    const matter = await person.open(receipt.path.replace('/receipt', ''));
    expect(matter.text).toContain('莲花路 1 号 2 栋 301');
    const ask = await person.open(`${matter.path}/withdraw`);
    expect((await person.send(ask, formTo(ask, ''))).text).toContain('您已撤回这份申请');
  });

  test('asks one thing a page in large print, and ends the same', async () => {
    const person = await signedIn({ elder: '1' });
    const asked: string[] = [];
    let page = await begin(person);
    const answers: Changes = { 'q.who_applies': 'self', 'q.hukou': 'shenzhen', 'q.age': 'over80', area: community, 'f.for_other': 'false', 'f.address_line': '莲花路 1 号', 'f.pay_by': 'social_card', 'f.declaration': 'true' };
    for (let i = 0; i < 20 && !page.path.endsWith('/materials'); i += 1) {
      const form = formTo(page, '');
      const names = [...new Set([...form.html.matchAll(/name="((?:q|f)\.[a-z_]+|area)(?:\.search)?"/g)].map((match) => match[1] ?? ''))];
      expect(names, page.path).toHaveLength(1);
      asked.push(...names);
      page = await person.send(page, form, Object.fromEntries(names.map((name) => [name, answers[name] ?? ''])));
    }
    expect(page.path).toMatch(/\/materials$/);
    expect(asked).toEqual(['q.who_applies', 'q.hukou', 'q.age', 'area', 'f.for_other', 'f.address_line', 'f.pay_by', 'f.declaration']);
  });
});
