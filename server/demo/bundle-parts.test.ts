import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationOfPart, askedForm, checklist, chosenParts, standingAnswers } from '../domains/catalogue/index.ts';
import { findItem, judgeApplication, judgeFormOf } from '../domains/matters/routes-context.ts';
import { testApp, type TestApp } from '../testing/app.ts';
import { chanceFrom } from './chance.ts';
import { homeCommunity } from './city.ts';
import { formAnswers } from './form-answers.ts';
import { inventFirms, inventResidents } from './residents.ts';
import { situationAnswers } from './situation-answers.ts';
import { staffAt } from './staff.ts';
import { contextAt, worldOf, type World } from './world.ts';

const city = { seed: 3, day: '2026-11-23' };
const now = '2026-11-23T02:00:00.000Z';
let t: TestApp;
let world: World;
beforeAll(async () => {
  t = await testApp();
  const residents = inventResidents(city, t.app.units.tree, 300);
  world = worldOf({ city, now, app: t.app, residents, firms: inventFirms(city, residents, 10), staff: staffAt([]) });
});
afterAll(() => t.drop());

describe('an application for a bundle', () => {
  it('is enough for each item it brings in: no question, field or paper is missing, whatever was answered', () => {
    const context = contextAt(world, now);
    const bundles = t.app.catalogue.current().filter((one) => one.item.bundle);
    expect(bundles.length).toBeGreaterThanOrEqual(5);
    const seen = new Map<string, number>();
    for (const { item } of bundles) {
      const found = findItem(context, item.implementation_item.task_code, item.handling_items[0]?.task_handle_item ?? '');
      if (!found?.item.bundle) throw new Error(item.implementation_item.task_code);
      for (let round = 0; round < 25; round += 1) {
        const chance = chanceFrom(`bundle ${item.implementation_item.task_code} ${round}`);
        const answers = situationAnswers(found.handling, 'mainland', chance) ?? {};
        const about = { applicant: chance.oneOf(world.candidates(found, false)), firm: world.firms[0], others: world.candidates(found, false), children: world.children, otherFirms: world.firms, areaUnit: homeCommunity, areaName: '渔民村社区', day: city.day };
        const form = formAnswers({ ...found.handling, form: askedForm(found.handling, answers) }, about, (filled) => judgeFormOf(context, found, filled, answers), chance);
        const whole = checklist(found.handling, answers);
        const asked = whole.ok ? whole.checklist.materials : [];
        const standing = standingAnswers(found.handling.questions, answers);
        for (const part of found.item.bundle.parts.filter((one) => chosenParts(found.item.bundle as NonNullable<typeof found.item.bundle>, found.handling.questions, answers).includes(one.element))) {
          const own = findItem(context, part.task_code, part.task_handle_item);
          if (!own) throw new Error(part.task_handle_item);
          const given = applicationOfPart(part, own.handling, { answers: standing, form });
          const judged = judgeApplication(context, own, given.answers, given.form);
          const name = `${item.implementation_item.task_code} ${part.element} ${JSON.stringify(answers)} ${JSON.stringify(given)}`;
          expect(judged, name).toMatchObject({ formFaults: [], openQuestions: [], notEligible: null });
          if ('code' in judged) continue;
          for (const material of judged.asked) {
            const bundled = asked.find((one) => one.material_code === given.materials[material.code]);
            expect(bundled, `${name} ${material.code}`).toBeDefined();
            if (material.need === 'required' && bundled?.source_type !== 'government') expect(bundled?.is_need, `${name} ${material.code}`).toBe('required');
          }
          seen.set(`${item.implementation_item.task_code} ${part.element}`, (seen.get(`${item.implementation_item.task_code} ${part.element}`) ?? 0) + 1);
        }
      }
    }
    // Every part of every bundle was in some case.
    const all = bundles.flatMap(({ item }) => (item.bundle?.parts ?? []).map((part) => `${item.implementation_item.task_code} ${part.element}`));
    expect(all.filter((one) => !seen.has(one))).toEqual([]);
  });
});
