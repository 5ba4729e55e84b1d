import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as wire from '../../../contract/agency.ts';
import { getMatter } from '../../../contract/matters.ts';
import { agencyActs, type AgencyAct } from '../../kernel/actor.ts';
import { addCalendarDays } from '../../kernel/calendar/index.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { allowanceOffice, item, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { TestApp } from '../../testing/app.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { virtualTime, type VirtualTime } from '../../testing/virtual-time.ts';
import { chanceOf } from '../../../tests/simulator/chance.ts';

// S-08 by a model: what a list of mandates allows, in a few lines written apart from the program, against what the program lets an agent do. Invented people.

type Resident = Awaited<ReturnType<TestApp['resident']>>;
interface Given {
  readonly mandateId: string;
  readonly principal: number;
  readonly agent: number;
  readonly acts: readonly AgencyAct[];
  readonly taskCodes: readonly string[] | null;
  /** the last day on which it stands */
  readonly untilOn: string;
  ended: boolean;
}

const items = [item.taskCode, 'YM-07-0005-01'] as const;

describe('what an agent may do for a person', () => {
  let t: AllowanceOffice;
  let time: VirtualTime;
  let people: readonly Resident[];
  let matters: readonly string[];
  beforeAll(async () => {
    time = virtualTime(shenzhen('2026-11-23'));
    t = await allowanceOffice({ time });
    people = await Promise.all(Array.from({ length: 5 }, () => t.somebody()));
    matters = await Promise.all(people.map(({ partyId }) => t.filedAtWindow(partyId)));
  });
  afterAll(() => t.drop());

  it('is at every moment exactly what the mandates say that were given to him, are not over and were not ended', async () => {
    const { below, pick } = chanceOf(8);
    const all: Given[] = [];
    const seen = { given: 0, refused: 0, ended: 0, allowed: 0, shut: 0 };
    const today = (): string => localDayOf(t.app.clock.now());
    const covers = (one: Given, act: AgencyAct, taskCode: string): boolean => !one.ended && today() <= one.untilOn && one.acts.includes(act) && (one.taskCodes === null || one.taskCodes.includes(taskCode));

    const give = async (): Promise<void> => {
      const [principal, agent, giver] = [below(3), below(5), below(8)];
      // One in eight is given by somebody else in the principal's name.
      const by = giver === 0 ? (principal + 1) % 5 : principal;
      const acts = agencyActs.filter(() => below(2) === 0);
      const taskCodes = below(3) === 0 ? null : [pick(items)];
      const days = pick([-1, 0, 1, 20, 200, 729, 800]);
      const untilOn = addCalendarDays(today(), days);
      const answer = await people[by]?.client.call(wire.giveMandate, { body: { commandId: randomUUID(), principalId: people[principal]?.partyId ?? '', agentNumber: people[agent]?.person.number ?? '', agentName: people[agent]?.person.name['zh-CN'] ?? '', role: 'agent', acts, taskCodes, untilOn } });
      const may = by === principal && agent !== principal && acts.length > 0 && days >= 0 && days < 731;
      expect([may, (answer?.status ?? 0) < 300, answer?.text.slice(0, 200)]).toEqual([may, may, answer?.text.slice(0, 200)]);
      if (!may || !answer) return void (seen.refused += 1);
      seen.given += 1;
      all.push({ mandateId: answer.reply.mandateId, principal, agent, acts: agencyActs.filter((act) => act === 'read' || acts.includes(act)), taskCodes, untilOn, ended: false });
    };
    const end = async (): Promise<void> => {
      if (all.length === 0) return;
      const one = pick(all);
      const by = below(5);
      const answer = await people[by]?.client.call(wire.endMandate, { params: { mandateId: one.mandateId }, body: { commandId: randomUUID() } });
      const may = (by === one.principal || by === one.agent) && !one.ended && today() <= one.untilOn;
      expect([may, answer?.status === 200]).toEqual([may, may]);
      if (may) seen.ended += 1;
      one.ended ||= may;
    };
    const askAll = async (): Promise<void> => {
      for (const [principal, { partyId }] of people.entries()) for (const [agent, { partyId: agentId }] of people.entries()) {
        if (agent === principal) continue;
        for (const act of agencyActs) for (const taskCode of items) {
          const may = all.some((one) => one.principal === principal && one.agent === agent && covers(one, act, taskCode));
          const found = await t.app.agency.covering({ agent: agentId, principal: partyId, act, taskCode });
          expect([principal, agent, act, taskCode, found !== undefined]).toEqual([principal, agent, act, taskCode, may]);
          seen[may ? 'allowed' : 'shut'] += 1;
        }
      }
    };

    for (let step = 0; step < 160; step += 1) {
      const what = below(10);
      if (what < 5) await give();
      else if (what < 8) await end();
      else time.goTo(new Date(t.app.clock.nowMs() + pick([3_600_000, 86_400_000, 19 * 86_400_000, 181 * 86_400_000])).toISOString());
      await askAll();
    }
    expect(seen.given > 15 && seen.refused > 5 && seen.ended > 5 && seen.allowed > 100 && seen.shut > 100, JSON.stringify(seen)).toBe(true);

    // The same over the routes, after what the process believes for less than a second is past.
    await new Promise((done) => setTimeout(done, 1_000));
    const read: boolean[] = [];
    for (const [agent, { client }] of people.entries()) for (const [principal, matterId] of matters.entries()) {
      const may = agent === principal || all.some((one) => one.principal === principal && one.agent === agent && covers(one, 'read', items[0]));
      expect([agent, principal, (await client.call(getMatter, { params: { matterId } })).status]).toEqual([agent, principal, may ? 200 : 404]);
      read.push(may);
    }
    expect(read).toContain(false);
  });
});
