import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as wire from '../../../contract/catalogue-admin.ts';
import { newId } from '../../platform/ids.ts';
import { testApp, type Client, type TestApp } from '../../testing/app.ts';

const office = 'YM-440300-government_services';
const allowance = 'YM-05-0001-01';
/** Yangmei community of Bantian street, Longgang district. */
const area = '440307013015';
let app: TestApp;
let admin: Client;
let changeId = '';
let handlingItem = '';

beforeAll(async () => {
  app = await testApp();
  admin = (await app.staff('run.admin', [{ institution: office, role: 'administrator' }])).client;
  const { change } = await admin.good(wire.openCatalogueChange, { body: { commandId: newId(), start: { from: 'item', taskCode: allowance } } });
  changeId = change.changeId;
  handlingItem = (change.content as { item: { handling_items: { task_handle_item: string }[] } }).item.handling_items[0]?.task_handle_item ?? '';
});
afterAll(() => app.drop());

const steps = (...list: [element: string, outcome: string, days?: number][]) => list.map(([element, outcome, afterWorkingDays]) => ({ element, outcome, ...(afterWorkingDays === undefined ? {} : { afterWorkingDays }) }));
const run = (more: Partial<wire.TestRunBody> = {}) => admin.good(wire.testRunCatalogueChange, {
  params: { changeId },
  body: { handlingItem, areaUnit: area, channel: 'online', applicant: 'person', answers: { who_applies: 'self', hukou: 'shenzhen', age: 'over80' }, form: {}, filedOn: '2026-11-23', steps: [], ...more },
});
const shown = (played: wire.TestRun) => played.steps.map((step) => `${step.element} ${step.openedOn} ${step.doneOn ?? '…'} ${step.outcome ?? step.choices.join('|')}${step.late ? ' late' : ''}`);

describe('A test run', () => {
  test('files, accepts and opens the first task at its institution, with every date explained', async () => {
    const played = await run();
    expect(played.problems).toEqual([]);
    expect(played.checklist).toMatchObject({ openQuestions: [], notEligible: null });
    expect(played.formFaults.length).toBeGreaterThan(0);
    expect(played.formFaults.every((fault) => fault.pointer.startsWith('/form/') && fault.text.en !== fault.code)).toBe(true);
    expect(played.dues.map((due) => [due.limit, due.amount, due.dueOn])).toEqual([['notice', 5, '2026-11-30'], ['promised', 15, '2026-12-14']]);
    expect(played.dues.every((due) => due.explanation['zh-HK'].includes('日'))).toBe(true);
    expect(played.steps).toMatchObject([{ element: 'review', what: 'task', kind: 'review', institutionName: { 'zh-CN': expect.stringContaining('街道') as string }, due: { limit: 'link' }, choices: ['passed', 'failed'] }]);
    expect(played.outcome).toBeNull();
  });

  test('goes on as its people decide, day by day over weekends, to its outcome', async () => {
    const played = await run({ steps: steps(['review', 'passed', 2], ['decide', 'granted', 3], ['approve', 'agreed']) });
    expect(played.outcome).toBe('granted');
    expect(shown(played).slice(0, 3)).toEqual(['review 2026-11-23 2026-11-25 passed', 'decide 2026-11-25 2026-11-30 granted', 'approve 2026-11-30 2026-11-30 agreed']);
    expect(played.endedOn).toBe('2026-11-30');
    const back = await run({ steps: steps(['review', 'failed'], ['decide', 'refused'], ['approve', 'returned']) });
    expect([back.outcome, shown(back).at(-1)]).toEqual([null, 'decide 2026-11-23 … granted|refused']);
  });

  test('says where a step comes late, and which step cannot be', async () => {
    expect(shown(await run({ steps: steps(['review', 'passed', 30]) }))[0]).toMatch(/late$/);
    expect((await run({ steps: steps(['approve', 'agreed']) })).problems).toMatchObject([{ pointer: '/steps/0', code: 'catalogue.test_step_unknown' }]);
    expect((await run({ steps: steps(['review', 'granted']) })).problems).toMatchObject([{ code: 'catalogue.test_step_unknown' }]);
  });

  test('of somebody this item is not for says so and plays nothing', async () => {
    expect(await run({ answers: { who_applies: 'self', hukou: 'elsewhere' } })).toMatchObject({ checklist: { notEligible: { question: 'hukou' } }, steps: [] });
    expect((await run({ answers: { nothing: 'nobody' } })).problems).toMatchObject([{ pointer: '/answers', code: 'items.unknown_answer' }]);
    expect((await run({ areaUnit: '440399999' })).problems).toMatchObject([{ pointer: '/areaUnit', code: 'catalogue.test_area_unknown' }]);
  });

  test('writes nothing', async () => {
    const counts = async () => (await app.fresh.owner.query('select (select count(*) from platform.facts) as facts, (select count(*) from platform.jobs) as jobs, (select sum(revision) from catalogue.drafts) as drafts')).rows[0];
    const before = await counts();
    await run({ steps: steps(['review', 'passed'], ['decide', 'granted'], ['approve', 'agreed']) });
    expect(await counts()).toEqual(before);
  });
});
