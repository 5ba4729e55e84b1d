import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedForm } from '../domains/catalogue/index.ts';
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

describe('an application of the invented city', () => {
  it('is without fault by the judge of every item and handling item, ten times over', () => {
    const context = contextAt(world, now);
    let forms = 0;
    for (const { item } of t.app.catalogue.current()) {
      for (const handling of item.handling_items) {
        const found = findItem(context, item.implementation_item.task_code, handling.task_handle_item);
        if (!found) throw new Error(handling.task_handle_item);
        for (let round = 0; round < 10; round += 1) {
          const chance = chanceFrom(`form ${handling.task_handle_item} ${round}`);
          const applicant = chance.oneOf(world.candidates(found, false));
          const answers = situationAnswers(handling, 'mainland', chance);
          expect(answers, `${handling.task_handle_item} may be filed by a resident from the mainland`).toBeDefined();
          const about = { applicant, firm: world.firms[0], others: world.candidates(found, false), children: world.children, otherFirms: world.firms, areaUnit: homeCommunity, areaName: '渔民村社区', day: city.day };
          const asked = { ...handling, form: askedForm(handling, answers ?? {}) };
          const form = formAnswers(asked, about, (filled) => judgeFormOf(context, found, filled, answers), chance);
          expect(judgeApplication(context, found, answers ?? {}, form)).toMatchObject({ formFaults: [], openQuestions: [], notEligible: null });
          forms += 1;
        }
      }
    }
    expect(forms).toBeGreaterThan(44 * 10);
  });

  it('is made by somebody whom the item is for: a Hong Kong resident is never a mainlander in the answers', () => {
    for (const { item } of t.app.catalogue.current()) {
      for (const handling of item.handling_items) {
        for (let round = 0; round < 5; round += 1) {
          const answers = situationAnswers(handling, 'hong_kong', chanceFrom(`hk ${round}`));
          if (answers) expect(Object.values(answers)).not.toContain('mainland');
        }
      }
    }
  });
});
