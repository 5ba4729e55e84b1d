import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { desk, openPage, pressByKeyboard, typeByKeyboard } from './pages.ts';
import { totpCode } from '../server/domains/people/routes-totp.ts';
import { receiver, type Receiver } from '../server/platform/tracing/receiver-for-tests.ts';
import { startCity, type StartedCity } from './start-city.ts';

let city: StartedCity;
let collector: Receiver;

beforeAll(async () => {
  collector = await receiver();
  city = await startCity({ demo: false, settings: { TRACES_URL: collector.url } });
});
afterAll(() => city.stop().finally(() => collector.close()));

const password = 'four unlikely words together';

async function makeAdministrator(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: '建立第一位安全管理员' }).waitFor();
  await typeByKeyboard(page, page.getByLabel(/^姓名/), '测试安全员');
  await typeByKeyboard(page, page.getByLabel(/^登录名/), 'first.security');
  await typeByKeyboard(page, page.getByLabel(/^密码/), password);
  await typeByKeyboard(page, page.getByLabel('再输入一次密码'), password);
  await page.keyboard.press('Enter');
}

/** Adds the second factor every member of staff must have, by the secret in words under its QR code. */
async function addSecondFactor(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: '添加第二因素' }).waitFor();
  const secret = (await page.locator('main code').innerText()).replaceAll(' ', '');
  await typeByKeyboard(page, page.getByLabel(/^动态验证码/), totpCode(secret, Date.now()));
  await page.keyboard.press('Enter');
  await pressByKeyboard(page, page.getByRole('button', { name: '已保存，继续' }));
}

/** Appoints a clerk at the city's own hall: the topmost unit needs no opening of the tree. The only security administrator proposes and decides alone. Answers the first password. */
async function appointClerk(page: Page): Promise<string> {
  await page.keyboard.press('a');
  await typeByKeyboard(page, page.getByLabel(/^姓名/), '测试窗口');
  await typeByKeyboard(page, page.getByLabel(/^登录名/), 'first.clerk');
  await page.getByText('深圳市', { exact: true }).first().click();
  await page.getByLabel('机构').selectOption({ label: '深圳市民中心行政服务大厅' });
  await page.getByLabel('角色').selectOption('window_clerk');
  await page.getByRole('button', { name: '加上这个岗位' }).click();
  await typeByKeyboard(page, page.getByLabel(/^理由/), '大厅开业');
  await pressByKeyboard(page, page.getByRole('button', { name: '提出' }));
  await pressByKeyboard(page, page.getByRole('button', { name: /^批准/ }));
  await page.getByRole('heading', { name: '初始密码只显示这一次' }).waitFor();
  return page.getByRole('definition').last().innerText();
}

test('the link printed at the first start makes the security administrator, once; he appoints a clerk, who signs in with the first password; that one person decided is shown for ever', async () => {
  const link = /http\S+first-start\S+/.exec(city.lines.join('\n'))?.[0] ?? 'no link was printed';
  const page = await openPage(desk, city);
  await makeAdministrator(page, link);
  await addSecondFactor(page);
  await page.getByRole('heading', { level: 1, name: '人员' }).waitFor();
  const firstPassword = await appointClerk(page);
  await page.keyboard.press('Escape');
  await page.getByText('创建期：一人决定').first().waitFor();

  const clerk = await openPage(desk, city);
  await clerk.goto('/workbench/');
  await typeByKeyboard(clerk, clerk.getByLabel('登录名'), 'first.clerk');
  await typeByKeyboard(clerk, clerk.getByLabel('密码'), firstPassword);
  await clerk.keyboard.press('Enter');
  await addSecondFactor(clerk);
  await clerk.getByLabel(/^证件号码/).waitFor();

  const other = await openPage(desk, city);
  await makeAdministrator(other, link);
  await other.getByText(/用过|失效|无效|已经/).first().waitFor();
  expect(await other.getByRole('navigation', { name: '工作台页面' }).count(), 'the link works once').toBe(0);
});

test('its operator, who set a collector of traces, finds there what the server did: commands inside the requests that brought them, and nothing of who they were about', async () => {
  const named = (name: string) => collector.spans.filter((span) => span.name === name);
  await vi.waitFor(() => expect(named('POST /api/v1/staff/sign-in')).not.toEqual([]), { timeout: 60_000, interval: 500 });
  const inside = new Map(collector.spans.map((span) => [span.spanId, span]));
  const commands = collector.spans.filter((span) => span.name.startsWith('command '));
  expect(commands.length).toBeGreaterThan(0);
  expect(commands.filter((span) => !inside.get(span.parentSpanId ?? '')?.name.startsWith('POST /api/v1/'))).toEqual([]);
  for (const particular of ['first.security', 'first.clerk', '测试安全员', '测试窗口', password, city.folder]) expect(collector.bodies.join('\n'), particular).not.toContain(particular);
});
