import { buffer } from 'node:stream/consumers';
import { read, utils } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, openPage, theCity } from './pages.ts';
import { giveSession, must, staffSession, type Session } from './sessions.ts';

/** A screen of the workbench as somebody signed in sees it. */
async function screenOf(session: Session, path: string): Promise<Page> {
  const page = await openPage(desk);
  await giveSession(page.context(), session);
  await page.goto(`/workbench${path}`);
  return page;
}

/** An order that waits for a reply, and who may give it; the invented city's late matters open theirs in the first minute, in whichever institution was late. */
async function orderToAnswer(): Promise<{ unit: Session; orderId: string }> {
  const units = await Promise.all(['approver', 'officer', 'manager'].map((login) => staffSession(theCity(), login)));
  const found: { unit: Session; orderId: string }[] = [];
  await expect.poll(async () => {
    for (const unit of units) {
      const { orders } = await must(unit.api.GET('/api/v1/orders', { params: { query: { state: 'open' } } }));
      found.push(...orders.slice(0, 1).map(({ orderId }) => ({ unit, orderId })));
    }
    return found.length;
  }, { timeout: 180_000, interval: 1_000 }).toBeGreaterThan(0);
  const [first] = found;
  if (!first) throw new Error('no order');
  return first;
}

/** The state of the order that is open on a page, not that of a list. */
const stateOf = (page: Page, state: string) => page.getByRole('article').getByText(state, { exact: true });

test('a supervisor comes from a red light to the file of the matter in two clicks, and says of each number what it counts', async () => {
  const supervisor = await staffSession(theCity(), 'supervisor');
  const page = await screenOf(supervisor, '/supervision');
  const red = async () => (await must(supervisor.api.GET('/api/v1/measures/overview'))).self.lights.red;
  expect(await red(), 'the invented city has something overdue').toBeGreaterThan(0);
  await page.getByRole('button', { name: '“按期率”怎么算' }).first().click();
  await page.getByText('100% 就是一件都没有超期').first().waitFor();
  await page.keyboard.press('Escape');

  // In the first minutes of a city the number still grows; the page follows.
  await expect.poll(async () => page.getByRole('link', { name: `深圳市：超期 ${await red()}`, exact: true }).count(), { timeout: 90_000 }).toBe(1);
  await page.getByRole('link', { name: /^深圳市：超期 \d+$/ }).click();
  await page.getByRole('heading', { level: 2, name: '在办时限 · 超期' }).waitFor();
  const row = page.locator('.sv-list tbody tr').first();
  const number = (await row.locator('th .ym-numerals').innerText()).trim();
  await row.getByRole('link').click();
  await page.locator('#file-title').waitFor();
  await page.getByText(number).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 2, name: '在办时限 · 超期' }).waitFor();
});

test('what is on the screen leaves as a workbook with the same numbers', async () => {
  const supervisor = await staffSession(theCity(), 'supervisor');
  const page = await screenOf(supervisor, '/supervision/440303');
  await page.getByRole('heading', { level: 1, name: '罗湖区' }).waitFor();
  const lights = async () => (await must(supervisor.api.GET('/api/v1/measures/overview', { params: { query: { unit: '440303' } } }))).self.lights;
  const take = async () => ({ before: await lights(), download: (await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')]))[0], after: await lights() });
  // A light that changes in between belongs to neither number: then it is taken again.
  let taken = await take();
  for (let tries = 0; tries < 20 && JSON.stringify(taken.before) !== JSON.stringify(taken.after); tries += 1) taken = await take();
  const { download, after } = taken;
  expect(download.suggestedFilename()).toMatch(/^overview-440303-\d{4}-\d{2}-\d{2}\.xlsx$/);
  const book = read(await buffer(await download.createReadStream()));
  const rows = utils.sheet_to_json<readonly unknown[]>(book.Sheets['总览'] ?? {}, { header: 1 });
  const line = rows.find((cells) => cells[0] === '罗湖区') ?? [];
  expect(line.slice(0, 5)).toEqual(['罗湖区', after.green, after.yellow, after.red, after.paused]);
  await page.getByText('导出已记录').waitFor();
});

test('an order is answered by the unit from the keyboard, its words survive a reload, and the supervisor closes it', async () => {
  const { unit, orderId } = await orderToAnswer();
  const answering = await screenOf(unit, `/orders/${orderId}`);
  await answering.getByLabel('为什么超期、怎么整改').fill('经办人请假，未及时交接；已补办并明确交接制度。');
  await answering.reload();
  const words = answering.getByLabel('为什么超期、怎么整改');
  await words.waitFor();
  expect(await words.inputValue()).toBe('经办人请假，未及时交接；已补办并明确交接制度。');
  await words.focus();
  await answering.keyboard.press('Control+Enter');
  await stateOf(answering, '待审核').waitFor();

  const judging = await screenOf(await staffSession(theCity(), 'supervisor'), `/orders/${orderId}`);
  await judging.getByText('已补办并明确交接制度').waitFor();
  await judging.getByRole('heading', { level: 3, name: '超时倒查' }).waitFor();
  await judging.getByRole('button', { name: '“净超时”怎么算' }).click();
  await judging.getByText('净超时先算在超过自己时限的环节').waitFor();
  await judging.keyboard.press('Escape');
  await judging.getByText('净超时先算在超过自己时限的环节').waitFor({ state: 'hidden' });
  await judging.keyboard.press('g');
  await judging.keyboard.press('Control+Enter');
  await judging.getByText('请选择办结理由').waitFor();
  await judging.getByLabel('整改到位').check();
  await judging.getByLabel('审核意见').fill('整改属实，同意办结。');
  await judging.keyboard.press('Control+Enter');
  await stateOf(judging, '已办结').waitFor();
  const closed = await must(unit.api.GET('/api/v1/orders/{orderId}', { params: { path: { orderId } } }));
  expect([closed.status, closed.ground, closed.allowed]).toEqual(['closed', 'put_right', []]);
  expect(closed.history.map((event) => event.kind)).toEqual(['order_opened', 'order_replied', 'order_closed']);
});

test('the wall shows no person, turns by hand and stands still when told', async () => {
  const supervisor = await staffSession(theCity(), 'supervisor');
  const page = await screenOf(supervisor, '/supervision/wall');
  await page.getByRole('heading', { level: 1, name: '深圳市' }).waitFor();
  await page.keyboard.press('Space');
  await page.getByText('已暂停').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { level: 1, name: '罗湖区' }).waitFor();
  const me = await must(supervisor.api.GET('/api/v1/me'));
  expect(await page.locator('body').innerText()).not.toContain(me.name);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 2, name: '下级单位' }).waitFor();
});
