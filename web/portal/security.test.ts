import { afterAll, beforeAll, expect, it } from 'vitest';
import { testApp, type TestApp } from '../../server/testing/app.ts';
import { sessionCookie } from '../../server/platform/http/server.ts';
import { portalSecurityMessages as words } from '../../contract/messages/portal-security.ts';
import { browserOf, formTo, mountPortal } from './browser-for-tests.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
  await mountPortal(t);
});
afterAll(() => t.drop());

let index = 900;
const somebody = async (lang: string) => {
  const { partyId } = await t.resident({ index: (index += 1) });
  const open = async () => browserOf(t, { [sessionCookie]: (await t.app.people.openSessionFor({ kind: 'resident', partyId })).token, lang });
  return { here: await open(), there: await open(), third: await open() };
};

it.each(['zh-CN', 'zh-HK', 'en'] as const)('a person reads in %s where he is signed in, ends one sign-in and then all others, and finds it in the history', async (lang) => {
  const { here, there, third } = await somebody(lang);
  expect((await here.open('/matters')).html).toContain('href="/security"');
  const page = await here.open('/security');
  expect(page.text).toContain(words['mine.title'][lang]);
  const ended = await here.send(page, formTo(page, /sessions\/[0-9a-f-]{36}\/end/));
  expect([ended.status, ended.path]).toEqual([200, '/security']);
  const stillIn = async () => (await Promise.all([there.open('/security'), third.open('/security')])).filter((shown) => shown.path === '/security').length;
  expect(await stillIn()).toBe(1);
  const alone = await here.send(ended, formTo(ended, /end-others/));
  expect(await stillIn()).toBe(0);
  for (const said of ['mine.only_this', 'outcome.sessions_ended'] as const) expect(alone.text).toContain(words[said][lang]);
});

it('nobody ends the sign-in of somebody else', async () => {
  const [mine, theirs] = [await somebody('en'), await somebody('en')];
  const page = await mine.here.open('/security');
  const foreign = formTo(await theirs.here.open('/security'), /sessions\/[0-9a-f-]{36}\/end/).action;
  const refused = await mine.here.send(page, { ...formTo(page, /end-others/), action: foreign });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect([(await theirs.there.open('/security')).path, (await theirs.third.open('/security')).path]).toEqual(['/security', '/security']);
});
