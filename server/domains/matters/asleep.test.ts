import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../../contract/endpoint.ts';
import * as wire from '../../../contract/matters.ts';
import { instantOfMs, msOf, type Instant } from '../../kernel/instant.ts';
import { act, allowanceOffice, form, openLink, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { chanceFrom, type Chance } from '../../testing/people.ts';
import { virtualTime, type VirtualTime } from '../../testing/virtual-time.ts';
import type { Matter, MatterFact } from './matter.ts';

/** A week from Monday to Sunday, and three weeks before it in which the matters come in; of the week the server sleeps from Tuesday evening to Friday morning. */
const filedFrom = shenzhen('2026-11-16', '09:00:00.000');
const week = { from: shenzhen('2026-12-07', '00:00:00.000'), to: shenzhen('2026-12-14', '00:00:00.000') };
const sleep = { from: shenzhen('2026-12-08', '20:00:00.000'), to: shenzhen('2026-12-11', '08:30:00.000') };
const everyMs = 600_000;
const matters = 60;

/** Somebody does something to a matter at a moment; whether it is lawful then is the program's to say. */
interface Planned {
  readonly at: Instant;
  readonly matter: number;
  readonly does: (life: Life, matterId: string) => Promise<void>;
}

interface Life {
  readonly t: AllowanceOffice;
  readonly time: VirtualTime;
  readonly ids: Map<number, string>;
  readonly applicants: Client[];
  readonly refusals: string[];
}

/** Tries an act on the matter as it is seen now; a refusal is an answer too. */
async function tries(life: Life, who: Client, endpoint: Endpoint, matterId: string, body: object = {}, params: object = {}): Promise<void> {
  const matter = await view(who, matterId).catch(() => view(life.t.clerk, matterId));
  const answer = await who.call(endpoint, { params: { matterId, ...params }, body: { ...act(matter), ...body } } as never);
  if (answer.status >= 500) throw new Error(answer.text);
  if (answer.status >= 400) life.refusals.push(`${endpoint.id} ${String(answer.problem.code)}`);
}

const acts = {
  accept: (life: Life, id: string) => tries(life, life.t.clerk, wire.acceptMatter, id),
  request: (life: Life, id: string) => tries(life, life.t.clerk, wire.requestCorrection, id, { defects: [{ about: 'material', code: 'identity_card', fault: 'unreadable', words: '看不清' }] }),
  answer: (life: Life, id: string) => tries(life, life.t.clerk, wire.supplementMatter, id, { form, materials: [{ materialCode: 'identity_card', form: 'seen_at_window', files: [] }] }),
  claim: async (life: Life, id: string) => tries(life, life.t.reviewer, wire.claimLink, id, {}, { linkId: openLink(await view(life.t.clerk, id)).linkId || 'none' }),
  find: async (life: Life, id: string) => tries(life, life.t.reviewer, wire.recordFinding, id, { finding: 'passed', opinion: '好' }, { linkId: openLink(await view(life.t.clerk, id)).linkId || 'none' }),
  stop: async (life: Life, id: string) => {
    await tries(life, life.t.reviewer, wire.proposeLimitAct, id, { act: { type: 'special', ground: 'expert_review', document: '深特〔2026〕1号', announcedWorkingDays: 3 }, words: '需要' });
    const open = (await view(life.t.clerk, id)).proposals.find((one) => one.outcome === 'open');
    if (open) await tries(life, life.t.approver, wire.approveLimitAct, id, { words: '同意' }, { proposalId: open.proposalId });
  },
  withdraw: async (life: Life, id: string, matter: number) => {
    const applicant = life.applicants[matter];
    const { status } = await view(life.t.clerk, id);
    if (applicant && status === 'accepted') await tries(life, applicant, wire.withdrawMatter, id);
  },
} as const;

/** What is tried on each matter, drawn once for both lives: nobody can reach a sleeping server, so nothing is planned for its sleep; some acts fall on the moment it wakes, before it has looked at its clocks. */
function plan(chance: Chance): readonly Planned[] {
  const planned: Planned[] = [];
  for (let matter = 0; matter < matters; matter += 1) {
    // Three weeks and a bit; every other one in the days whose silence ends, and whose first links fall due, around the sleep.
    const filedAt = instantOfMs(chance.happens(0.5) ? msOf(shenzhen('2026-11-30')) + Math.floor(chance.next() * 4.5 * 86_400_000) : msOf(filedFrom) + Math.floor(chance.next() * 22.4 * 86_400_000));
    if (filedAt >= sleep.from) continue;
    planned.push({ at: filedAt, matter, does: async (life) => void life.ids.set(matter, await life.t.filedAtWindow(await partyOf(life, matter))) });
    const then = (days: number, does: Planned['does']): void => {
      const at = instantOfMs(msOf(filedAt) + Math.floor(days * 86_400_000));
      if (at < week.to && (at < sleep.from || at >= sleep.to)) planned.push({ at, matter, does });
    };
    const kind = chance.whole(0, 9);
    if (kind >= 2) then(0.5 + chance.next() * 4, kind === 2 ? acts.request : acts.accept);
    if (kind === 2 || kind === 3) then(6 + chance.next() * 3, acts.answer);
    if (kind >= 4) then(4.6 + chance.next() * 2, acts.claim);
    if (kind === 5 || kind === 6) then(7 + chance.next() * 6, acts.stop);
    if (kind >= 8) then(7 + chance.next() * 9, acts.find);
    // On waking: late findings, an acceptance of what silence has accepted, a withdrawal after the promise was broken.
    if (chance.happens(0.3)) planned.push({ at: sleep.to, matter, does: acts.find });
    if (chance.happens(0.3)) planned.push({ at: sleep.to, matter, does: acts.accept });
    if (chance.happens(0.2)) planned.push({ at: sleep.to, matter, does: (life, id) => acts.withdraw(life, id, matter) });
  }
  return planned.map((one, index) => ({ one, index })).sort((a, b) => (a.one.at === b.one.at ? a.index - b.index : a.one.at < b.one.at ? -1 : 1)).map(({ one }) => one);
}

async function partyOf(life: Life, matter: number): Promise<string> {
  const { partyId, client } = await life.t.somebody();
  life.applicants[matter] = client;
  return partyId;
}

/** Lives through it all. `wakeful` looks at its clocks every ten minutes; the other does so too, but not while it sleeps. */
async function live(planned: readonly Planned[], wakeful: boolean): Promise<Life> {
  const time = virtualTime(filedFrom);
  const life: Life = { t: await allowanceOffice({ time }), time, ids: new Map(), applicants: [], refusals: [] };
  const open = [...planned];
  const look = async (): Promise<void> => {
    if ((await life.t.app.matters.sweep()) > 0) await life.t.work();
  };
  // Before the week nothing is compared but what it leads to: once an hour is enough.
  for (let ms = msOf(filedFrom); ms <= msOf(week.to); ms += ms < msOf(week.from) ? 3_600_000 : everyMs) {
    const now = instantOfMs(ms);
    const asleep = !wakeful && now >= sleep.from && now < sleep.to;
    if (asleep) continue;
    for (let next = open[0]; next && next.at <= now; next = open[0]) {
      open.shift();
      if (next.at > time.clock.now()) time.goTo(next.at);
      const id = life.ids.get(next.matter);
      await next.does(life, id ?? '');
      await life.t.work();
    }
    time.goTo(now);
    await look();
  }
  await look();
  await life.t.work();
  return life;
}

/** What can be told of a life without the ids that are new in each: of staff the name they sign in with. */
async function toldOf(life: Life) {
  const { rows: staff } = await life.t.fresh.owner.query<{ staff_id: string; login: string }>('select staff_id, login from people.staff order by login');
  const login = new Map(staff.map((one) => [one.staff_id, one.login]));
  const all: { label: number; state: Matter; facts: readonly MatterFact[] }[] = [];
  for (const [label, id] of [...life.ids].sort(([a], [b]) => a - b)) {
    const found = await life.t.app.matters.facts(id);
    if (found) all.push({ label, ...found });
  }
  const each = <T>(kind: MatterFact['kind'], of: (fact: MatterFact, label: number) => T): T[] => all.flatMap(({ label, facts }) => facts.filter((fact) => fact.kind === kind).map((fact) => of(fact, label)));
  const messages = (await life.t.fresh.owner.query<{ matter_id: string; template: string; params: object }>('select matter_id, template, params from matters.messages order by matter_id, template, params')).rows;
  const labels = new Map([...life.ids].map(([label, id]) => [id, label]));
  const clocks = (await life.t.fresh.owner.query<{ matter_id: string; limit_id: string; due_at: Date; warn_at: Date; passed: boolean; staff_id: string | null; institution: string }>(
    'select matter_id, limit_id, due_at, warn_at, passed, staff_id, institution from matters.clocks order by matter_id, limit_id')).rows;
  const sorted = <T>(rows: readonly T[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
  /** Ids of pauses are new in each life. */
  const named = (limitId: string): string => limitId.replace(/^special:.*/, 'special');
  return {
    all,
    breaches: sorted(each('limit_passed', (fact, label) => {
      const { limitId, limit, dueOn, dueAt, institution, post, staffId } = (fact as Extract<MatterFact, { kind: 'limit_passed' }>).content;
      return { label, limitId: named(limitId), limit, dueOn, dueAt, institution, post, staff: staffId === null ? null : login.get(staffId) };
    })),
    deemed: sorted(each('deemed_accepted', (fact, label) => {
      const { acceptedFrom, promised, statutory } = (fact as Extract<MatterFact, { kind: 'deemed_accepted' }>).content;
      return { label, acceptedFrom, promised, statutory };
    })),
    states: all.map(({ label, state }) => ({
      label, status: state.status, acceptedAt: state.acceptedAt, deemed: state.deemed, limits: sorted(state.limits.map((one) => ({ limitId: named(one.limitId), startedAt: one.clock.startedAt, dueAt: one.dueAt, warnAt: one.warnAt, running: one.endedAt === null, passed: one.passedAt !== null }))),
    })),
    messages: sorted(messages.map((row) => ({ label: labels.get(row.matter_id), template: row.template, params: row.params }))),
    clocks: sorted(clocks.map((row) => ({ label: labels.get(row.matter_id), limit: named(row.limit_id), due: row.due_at, warn: row.warn_at, passed: row.passed, institution: row.institution, staff: row.staff_id === null ? null : login.get(row.staff_id) }))),
    lights: sorted(await life.t.app.matters.lightsNow(life.time.clock.now())),
  };
}

describe('a server that sleeps for three days over due moments', () => {
  let awake: Life;
  let slept: Life;
  let one: Awaited<ReturnType<typeof toldOf>>;
  let other: Awaited<ReturnType<typeof toldOf>>;
  beforeAll(async () => {
    const planned = plan(chanceFrom('asleep for three days'));
    [awake, slept] = [await live(planned, true), await live(planned, false)];
    [one, other] = [await toldOf(awake), await toldOf(slept)];
  }, 900_000);
  afterAll(async () => {
    await awake.t.drop();
    await slept.t.drop();
  });

  it('lives the same week: enough happened, and much of it while it slept', () => {
    expect(one.all.length).toBeGreaterThan(40);
    const during = one.all.flatMap(({ facts }) => facts).filter((fact) => fact.at > sleep.from && fact.at < sleep.to);
    const kinds = during.map((fact) => fact.kind);
    expect(kinds.filter((kind) => kind === 'limit_passed').length, kinds.join(' ')).toBeGreaterThan(8);
    expect(kinds.filter((kind) => kind === 'deemed_accepted').length).toBeGreaterThan(2);
    expect(other.all.flatMap(({ facts }) => facts).filter((fact) => fact.at > sleep.from && fact.at < sleep.to)).toEqual([]);
    expect(new Set(one.breaches.map((text) => (JSON.parse(text) as { limit: string }).limit))).toEqual(new Set(['notice', 'link', 'promised', 'special']));
  });

  it('records the same breaches: which limit of which matter, when it was due, and who was answerable; each once', () => {
    expect(other.breaches).toEqual(one.breaches);
    expect(new Set(other.breaches).size).toBe(other.breaches.length);
  });

  it('takes the same silences for acceptance, from the same day, with the same dates', () => {
    expect(other.deemed).toEqual(one.deemed);
    expect(other.deemed.length).toBeGreaterThan(5);
  });

  it('leaves every matter with the same status and the same limits, running, passed and ended', () => {
    expect(other.states).toEqual(one.states);
  });

  it('tells every applicant the same, each notice once', () => {
    expect(other.messages).toEqual(one.messages);
    for (const life of [one, other]) {
      const told = life.messages.map((text) => JSON.parse(text) as { label: number; template: string });
      const deemed = told.filter((message) => message.template === 'sms.deemed_accepted');
      expect(deemed.map((message) => message.label).sort()).toEqual(life.all.filter(({ state }) => state.deemed).map(({ label }) => label).sort());
      expect(told.filter((message) => message.template === 'sms.filed')).toHaveLength(life.all.length);
    }
  });

  it('shows the same lights and looks for the same clocks at the end', () => {
    expect(other.clocks).toEqual(one.clocks);
    expect(other.lights).toEqual(one.lights);
    expect(one.lights.length).toBeGreaterThan(0);
  });

  it('said no to the same acts but for those that silence had overtaken', () => {
    const counted = (life: Life, endpoint: string) => life.refusals.filter((text) => text.startsWith(endpoint)).length;
    for (const endpoint of ['recordFinding', 'claimLink', 'proposeLimitAct', 'withdrawMatter', 'requestCorrection']) expect(counted(slept, endpoint), endpoint).toBe(counted(awake, endpoint));
  });
});
