import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { homeCommunity } from '../server/demo/city.ts';
import { languages, type Language } from '../contract/language.ts';
import { bringAxe } from './axe.ts';
import { accept, fileOnline, matterOf, newPerson, permit, registration } from './filings.ts';
import { faultsOn, tellMinor } from './page-faults.ts';
import { desk, theBrowser, theCity, watch } from './pages.ts';
import { giveSession, must, residentSession, staffSession, visitor, type Session } from './sessions.ts';

/** A screen of the workbench: whose, where, what shows that it is there, and a key that opens a dialog over it. */
interface Screen {
  readonly name: string;
  readonly by: Session;
  readonly path: string;
  readonly ready: (page: Page) => Locator;
  readonly keys?: string;
  /** what shows that the dialog is complete; the dialog itself unless told */
  readonly inDialog?: (dialog: Locator) => Locator;
}

const heading = (level: number) => (page: Page) => page.getByRole('heading', { level });
const row = (page: Page) => page.getByRole('row').nth(1);
const line = (page: Page) => page.getByRole('region').getByRole('listitem').getByRole('link');
const treeNode = (within: Page | Locator) => within.getByRole('treeitem').or(within.getByText(/深圳市|Shenzhen/));

let screens: readonly Screen[] = [];
let said: readonly string[] = [];
/** A file that a setting of the demonstration names: a name like a code, which the page of settings shows as it is. */
const fileOfInventedPeople = 'demo-city-people.json';

/** A draft begun at the window for somebody known. */
async function draftAtTheWindow(clerk: Session, partyId: string): Promise<string> {
  const { posts } = await must(clerk.api.GET('/api/v1/me'));
  const hall = posts.find((post) => post.role === 'window_clerk')?.institution;
  return (await must(clerk.api.POST('/api/v1/drafts', { body: { taskCode: permit.taskCode, handlingItem: permit.handlingItem, partyId, ...(hall ? { hall } : {}) } }))).draftId;
}

/** An item that an administrator has begun to change. */
async function begunChange(admin: Session): Promise<string> {
  const { change } = await must(admin.api.POST('/api/v1/catalogue-admin/changes', { body: { commandId: crypto.randomUUID(), start: { from: 'item', taskCode: permit.taskCode } } }));
  return change.changeId;
}

/** Names of staff as the lists show them: Chinese in every language. */
/** Applicants in the officer's list, people whom rules found, and the number of the State Council's notice: names that nobody translates. */
async function othersNamed(officer: Session, supervisor: Session): Promise<readonly string[]> {
  const { rows } = await must(officer.api.GET('/api/v1/worklist', { params: { query: {} } }));
  const { findings } = await must(supervisor.api.GET('/api/v1/findings', { params: { query: {} } }));
  return ['国办发明电〔2025〕7号', ...rows.map((row) => row.applicantMasked), ...findings.flatMap((one) => [one.staff?.name ?? '', one.second?.name ?? ''])].filter((name) => name !== '');
}

async function namesOfStaff(sessions: readonly Session[]): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { api } of sessions) {
    const [me, staff, list] = [await must(api.GET('/api/v1/me')), await api.GET('/api/v1/staff'), await api.GET('/api/v1/worklist')];
    names.push(me.name ?? '', ...(staff.data?.staff ?? []).map((member) => member.name), ...(list.data?.rows ?? []).map((one) => one.claimedByName ?? ''));
  }
  return [...new Set(names)].filter((name) => name !== '');
}

beforeAll(async () => {
  const city = theCity();
  const person = newPerson(60);
  const resident = await residentSession(city, person);
  const [clerk, officer, manager, admin, supervisor, security, audit] = await Promise.all(['clerk', 'officer', 'manager', 'admin', 'supervisor', 'security', 'audit'].map((login) => staffSession(city, login)) as [Promise<Session>, Promise<Session>, Promise<Session>, Promise<Session>, Promise<Session>, Promise<Session>, Promise<Session>]);
  const [received, taken] = [(await fileOnline(resident, registration)).matterId, (await fileOnline(resident, registration)).matterId];
  await accept(clerk, taken);
  const before = await matterOf(officer, taken);
  const linkId = before.links.find((link) => link.allowed.includes('claim_link'))?.linkId ?? 'none';
  await must(officer.api.POST('/api/v1/matters/{matterId}/links/{linkId}/claim', { params: { path: { matterId: taken, linkId } }, body: { commandId: crypto.randomUUID(), seenSeq: before.seq } }));
  const draftId = await draftAtTheWindow(clerk, before.party.partyId);
  said = [person.name['zh-CN'], String(registration.form.address_line), ...(await namesOfStaff([clerk, officer, manager, admin, supervisor, security, audit])), ...(await othersNamed(officer, supervisor)), fileOfInventedPeople];
  const matter = { by: clerk, path: `/worklist/${received}`, ready: heading(2) };
  screens = [
    { name: 'sign-in', by: visitor(city), path: '/', ready: heading(1) }, { name: 'first start', by: visitor(city), path: '/first-start', ready: heading(1) },
    { name: 'window', by: clerk, path: '/intake', ready: (page) => page.getByRole('option') }, { name: 'draft at the window', by: clerk, path: `/intake/${draftId}`, ready: (page) => page.getByRole('radio') },
    { name: 'worklist of a clerk', by: clerk, path: '/worklist', ready: line }, { name: 'keys', by: clerk, path: '/worklist', ready: line, keys: 'F1' },
    { name: 'matter received', ...matter }, { name: 'correction notice', ...matter, keys: 'b' }, { name: 'refusal of acceptance', ...matter, keys: 'x' },
    { name: 'worklist of an officer', by: officer, path: '/worklist', ready: line }, { name: 'opinion', by: officer, path: `/worklist/${taken}`, ready: (page) => page.getByRole('article').getByRole('textbox') },
    { name: 'no such screen', by: officer, path: '/nowhere', ready: heading(1) }, { name: 'what a manager sees first', by: manager, path: '/', ready: heading(1) },
    { name: 'supervision', by: supervisor, path: '/supervision', ready: heading(1) }, { name: 'five hundred-percents', by: supervisor, path: '/supervision?view=five', ready: heading(1) },
    { name: 'findings', by: supervisor, path: '/supervision?view=findings', ready: heading(1) }, { name: 'calendar', by: supervisor, path: '/calendar', ready: heading(1) }, { name: 'limits and rules', by: supervisor, path: '/law', ready: heading(1) },
    { name: 'grades and complaints', by: supervisor, path: '/evaluations', ready: heading(1) }, { name: 'calendar of an administrator', by: admin, path: '/calendar', ready: heading(1) },
    { name: 'staff', by: security, path: '/staff', ready: row }, { name: 'appointment', by: security, path: '/staff', ready: row, keys: 'a', inDialog: treeNode },
    ...['erasures', 'holds', 'retention'].map((part) => ({ name: `erasures and holds, ${part}`, by: security, path: `/privacy/${part}`, ready: heading(1) })),
    { name: 'keys in use', by: security, path: '/keys', ready: heading(2) }, { name: 'change of keys', by: security, path: '/keys', ready: heading(2), keys: 'a' },
    { name: 'units', by: admin, path: '/units', ready: treeNode }, { name: 'a unit', by: admin, path: `/units/${homeCommunity}`, ready: heading(2) },
    { name: 'items', by: admin, path: '/catalogue', ready: heading(1) }, { name: 'an item', by: admin, path: `/catalogue/${permit.taskCode}`, ready: heading(2) },
    { name: 'changes of the catalogue', by: admin, path: '/catalogue/changes', ready: heading(1) }, { name: 'versions of an item', by: admin, path: `/catalogue/${permit.taskCode}/versions`, ready: heading(1) },
    { name: 'an item under way', by: admin, path: `/catalogue/edit/${await begunChange(admin)}`, ready: heading(1) },
    ...[admin, audit].map((by, at) => ({ name: `operation and settings, ${at === 0 ? 'who acts' : 'who reads'}`, by, path: '/settings', ready: heading(2) })),
    { name: 'absences', by: officer, path: '/absences', ready: heading(1) }, { name: 'back offices', by: admin, path: '/backoffices', ready: heading(1) },
    { name: 'own account', by: clerk, path: '/account', ready: heading(2) }, ...['signals', 'search', 'exports', 'delays'].map((part) => ({ name: `audit, ${part}`, by: audit, path: `/audit/${part}`, ready: heading(1) })),
  ];
});
afterAll(tellMinor);

async function show(page: Page, screen: Screen): Promise<void> {
  await page.goto(`/workbench${screen.path}`);
  await screen.ready(page).first().waitFor();
  if (screen.keys) {
    await page.keyboard.press(screen.keys);
    const dialog = page.getByRole('dialog');
    await (screen.inDialog?.(dialog) ?? dialog).first().waitFor();
  }
  // Rows not yet read are drawn as grey bars; a screen is looked at when the last of them is gone.
  await page.waitForFunction(() => document.querySelector('.wb-skeleton') === null);
}

test.each(languages)('the workbench has no fault of accessibility, of language or behind the screen, in %s', async (language: Language) => {
  const { baseUrl } = theCity();
  const faults: string[] = [];
  for (const by of new Set(screens.map((one) => one.by))) {
    const context = await (await theBrowser()).newContext({ ...desk, locale: language, timezoneId: 'Asia/Shanghai', baseURL: baseUrl });
    context.setDefaultTimeout(90_000);
    await bringAxe(context);
    await giveSession(context, by);
    await context.addCookies([{ name: 'lang', value: language, url: baseUrl }]);
    const page = await context.newPage();
    const behind = watch(page, baseUrl);
    for (const screen of screens.filter((one) => one.by === by)) {
      await show(page, screen);
      faults.push(...(await faultsOn(page, screen.name, language, said)));
    }
    faults.push(...behind.faults);
    await context.close();
  }
  expect([...new Set(faults)]).toEqual([]);
});
