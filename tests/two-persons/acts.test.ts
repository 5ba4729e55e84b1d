import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as accessLog from '../../contract/access-log.ts';
import * as backoffices from '../../contract/backoffices.ts';
import * as calendar from '../../contract/calendar.ts';
import type { Item } from '../../contract/catalogue.ts';
import * as catalogue from '../../contract/catalogue-admin.ts';
import * as keys from '../../contract/key-changes.ts';
import * as matters from '../../contract/matters.ts';
import * as privacy from '../../contract/privacy.ts';
import * as staff from '../../contract/staff-changes.ts';
import { addCalendarDays } from '../../server/kernel/calendar/index.ts';
import { localDayOf } from '../../server/kernel/instant.ts';
import { act, allowanceOffice, bureau, hall, item, streetOffice, view, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import type { Answered, Client } from '../../server/testing/app.ts';

// Journeys of many calls, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const office = 'YM-440300-government_services';

/** Somebody with a session, and with another session of the same account, opened on another machine. */
interface Person {
  readonly client: Client;
  readonly elsewhere: Client;
}

/** A proposal that waits. */
interface Waiting {
  /** agrees to it, on what the caller sees of it now */
  readonly agree: (client: Client) => Promise<Answered<never>>;
  /** takes it back; undefined where such a proposal is not taken back but answered no */
  readonly withdraw?: (client: Client) => Promise<Answered<never>>;
  /** whether what was proposed has come to stand */
  readonly stands: () => Promise<boolean>;
}

/** One act that takes two persons. */
interface ActOfTwo {
  readonly first: () => Person;
  readonly second: () => Person;
  readonly propose: (client: Client) => Promise<Waiting>;
  /** whether the proposer can take it back; else the second answers no */
  readonly takenBack: boolean;
  /** what the proposer hears who would agree to his own */
  readonly same: string;
  /** what the second hears where nothing waits any more */
  readonly over: string;
}

let t: AllowanceOffice;
let admins: readonly [Person, Person];
let securities: readonly [Person, Person];
let auditor: Person;
let officers: readonly [Person, Person];

const person = async (login: string, ...posts: readonly (readonly [string, 'administrator' | 'security_administrator' | 'audit_administrator' | 'officer' | 'approver'])[]): Promise<Person> => {
  const { staffId, client } = await t.staff(login, posts.map(([institution, role]) => ({ institution, role })));
  return { client, elsewhere: await t.as({ staffId }) };
};

beforeAll(async () => {
  t = await allowanceOffice();
  admins = [await person('admin.one', [office, 'administrator']), await person('admin.two', [office, 'administrator'])];
  securities = [await person('security.one', [office, 'security_administrator']), await person('security.two', [office, 'security_administrator'])];
  auditor = await person('audit.one', [office, 'audit_administrator']);
  // The first holds both posts: only who he is stands against him, never what he may.
  officers = [await person('officer.both', [bureau, 'officer'], [bureau, 'approver']), await person('approver.two', [bureau, 'approver'])];
});
afterAll(() => t.drop());

const today = (): string => localDayOf(t.app.clock.now());
const seen = ({ seq }: { readonly seq: number }) => ({ commandId: randomUUID(), seenSeq: seq });
const reason = '两人办理';
/** An answer whatever its shape: only its status and its code are looked at. */
const any = (answer: Promise<unknown>): Promise<Answered<never>> => answer as Promise<Answered<never>>;

async function limit(client: Client): Promise<Waiting> {
  const matterId = await t.beforeDecision();
  const mine = await t.claimed(client, matterId);
  const proposed = (await client.good(matters.proposeLimitAct, { params: { matterId }, body: { ...act(mine), act: { type: 'special', ground: 'appraisal', document: '深评〔2026〕1号', announcedWorkingDays: 2 }, words: '需要评估' } })).matter;
  const params = { matterId, proposalId: proposed.proposals[0]?.proposalId ?? '' };
  const agree = async (by: Client) => by.call(matters.approveLimitAct, { params, body: { ...act(await view(client, matterId)), words: '同意' } });
  return { agree: (by) => any(agree(by)), stands: async () => (await view(client, matterId)).proposals[0]?.outcome === 'approved' };
}

async function role(client: Client): Promise<Waiting> {
  const people = [{ name: '新人', login: `new.${randomUUID().slice(0, 8)}`, posts: [{ institution: hall, role: 'window_clerk' as const }] }];
  const { change } = await client.good(staff.proposeStaffChange, { body: { commandId: randomUUID(), terms: { kind: 'appoint', reason, people } } });
  const params = { changeId: change.changeId };
  const sent = () => ({ params, body: seen(change) });
  return {
    agree: (by) => any(by.call(staff.approveStaffChange, sent())), withdraw: (by) => any(by.call(staff.withdrawStaffChange, sent())),
    stands: async () => (await client.good(staff.getStaffChange, { params })).status === 'approved',
  };
}

let closed = 0;
async function closure(client: Client): Promise<Waiting> {
  // Mondays of a week without holidays, each another: what is closed already changes nothing.
  const on = ['2027-03-15', '2027-03-22', '2027-03-29', '2027-04-12'][(closed += 1) - 1] ?? '';
  const terms: calendar.CalendarTerms = { kind: 'closure', year: null, days: [{ on, kind: 'closure', festival: null }], repeals: null, name: { 'zh-CN': '台风停工', 'zh-HK': '颱風停工', en: 'Typhoon closure' }, document: '深三防〔2026〕9号', documentOn: today(), link: null, reason };
  const { change } = await client.good(calendar.proposeCalendarChange, { body: { commandId: randomUUID(), terms } });
  const params = { changeId: change.changeId };
  const sent = () => ({ params, body: seen(change) });
  return {
    agree: (by) => any(by.call(calendar.approveCalendarChange, sent())), withdraw: (by) => any(by.call(calendar.withdrawCalendarChange, sent())),
    stands: async () => t.app.calendar.calendar.exceptions.has(on),
  };
}

let promiseDays = 15;
async function publishing(client: Client): Promise<Waiting> {
  const { change: draft } = await client.good(catalogue.openCatalogueChange, { body: { commandId: randomUUID(), start: { from: 'item', taskCode: item.taskCode } } });
  const content = structuredClone(draft.content);
  if (content.kind !== 'item') throw new Error('an item');
  promiseDays -= 1;
  (content.item as Item).implementation_item.promise_day = promiseDays;
  const wanted = promiseDays;
  const terms: catalogue.CatalogueTerms = { title: '缩短承诺时限', reason, effectiveOn: null, lawChange: null };
  const params = { changeId: draft.changeId };
  const { change: saved } = await client.good(catalogue.saveCatalogueChange, { params, body: { seenRevision: draft.revision, content, terms } });
  const { change } = await client.good(catalogue.proposeCatalogueChange, { params, body: { commandId: randomUUID(), seenRevision: saved.revision } });
  const sent = () => ({ params, body: { commandId: randomUUID(), seenRevision: change.revision } });
  return {
    agree: (by) => any(by.call(catalogue.approveCatalogueChange, sent())), withdraw: (by) => any(by.call(catalogue.withdrawCatalogueChange, sent())),
    stands: async () => t.app.catalogue.item(item.taskCode)?.item.implementation_item.promise_day === wanted,
  };
}

async function keyChange(client: Client): Promise<Waiting> {
  const { change } = await client.good(keys.proposeKeyChange, { body: { commandId: randomUUID(), task: { kind: 'rotate' }, reason } });
  const params = { changeId: change.changeId };
  const sent = () => ({ params, body: seen(change) });
  return {
    agree: (by) => any(by.call(keys.approveKeyChange, sent())), withdraw: (by) => any(by.call(keys.withdrawKeyChange, sent())),
    stands: async () => (await client.good(keys.getKeyChange, { params })).status === 'approved',
  };
}

async function massExport(client: Client): Promise<Waiting> {
  const { partyId } = await t.somebody();
  const matterId = await t.filedAtWindow(partyId);
  for (let n = 0; n < 101; n += 1) await t.clerk.good(matters.getMatter, { params: { matterId } });
  const asked = await client.good(accessLog.proposeExport, { body: { kind: 'readings', fromOn: addCalendarDays(today(), -1), toOn: today(), reason } });
  const params = { exportId: asked.exportId };
  return {
    agree: (by) => any(by.call(accessLog.decideExport, { params, body: { agree: true } })),
    stands: async () => (await client.call(accessLog.takeExportCsv, { params })).status === 200,
  };
}

async function delay(client: Client): Promise<Waiting> {
  const { person: whom } = await t.somebody();
  const asked = await client.good(accessLog.proposeDelay, { body: { number: whom.number, institution: hall, ground: 'discipline', reference: '深纪查〔2026〕7号', untilOn: addCalendarDays(today(), 30) } });
  const params = { delayId: asked.delayId };
  return {
    agree: (by) => any(by.call(accessLog.decideDelay, { params, body: { agree: true } })),
    stands: async () => (await client.good(accessLog.listDelays, {})).delays.some((one) => one.delayId === asked.delayId && one.state === 'approved'),
  };
}

let systems = 0;
async function backoffice(client: Client): Promise<Waiting> {
  // A post of an institution has one system at most.
  const places = [[bureau, 'officer'], [bureau, 'approver'], [streetOffice, 'officer'], [streetOffice, 'approver']] as const;
  const [institution, post] = places[(systems += 1) - 1] ?? places[0];
  const terms: backoffices.BackofficeTerms = { name: { 'zh-CN': '业务系统', 'zh-HK': '業務系統', en: 'System' }, institutions: [institution], posts: [post], url: `https://system-${systems}.example/yimen`, network: 'public', events: ['link.opened'], particulars: [] };
  const { backoffice: waiting } = await client.good(backoffices.proposeBackoffice, { body: { commandId: randomUUID(), terms, reason } });
  const params = { backofficeId: waiting.backofficeId };
  const sent = () => ({ params, body: seen(waiting) });
  return {
    agree: (by) => any(by.call(backoffices.approveBackofficeChange, sent())), withdraw: (by) => any(by.call(backoffices.withdrawBackofficeChange, sent())),
    stands: async () => (await client.good(backoffices.getBackoffice, { params })).status === 'active',
  };
}

async function erasure(client: Client): Promise<Waiting> {
  const { client: somebody } = await t.somebody();
  const { erasure: asked } = await somebody.good(privacy.askErasure, { body: { commandId: randomUUID() } });
  const params = { erasureId: asked.erasureId };
  const { erasure: proposed } = await client.good(privacy.proposeErasure, { params, body: seen(asked) });
  return {
    agree: (by) => any(by.call(privacy.approveErasure, { params, body: seen(proposed) })),
    stands: async () => ['approved', 'completed'].includes((await client.good(privacy.listErasures, {})).erasures.find((one) => one.erasureId === asked.erasureId)?.status ?? ''),
  };
}

async function release(client: Client): Promise<Waiting> {
  const { person: whom } = await t.somebody();
  const { hold } = await client.good(privacy.placeHold, { body: { commandId: randomUUID(), kind: 'person', number: whom.number, ground: 'audit', document: '审〔2026〕3号', untilOn: null } });
  const params = { holdId: hold.holdId };
  const { hold: proposed } = await client.good(privacy.proposeHoldRelease, { params, body: seen(hold) });
  return {
    agree: (by) => any(by.call(privacy.releaseHold, { params, body: seen(proposed) })), withdraw: (by) => any(by.call(privacy.withdrawHoldRelease, { params, body: seen(proposed) })),
    stands: async () => (await client.good(privacy.listHolds, {})).holds.find((one) => one.holdId === hold.holdId)?.status === 'released',
  };
}

const acts: Readonly<Record<string, ActOfTwo>> = {
  'moving a limit': { first: () => officers[0], second: () => officers[1], propose: limit, takenBack: false, same: 'matter.unknown', over: 'matter.unknown' },
  'giving a role': { first: () => securities[0], second: () => securities[1], propose: role, takenBack: true, same: 'staff.same_person', over: 'staff.changed_meanwhile' },
  'changing the calendar': { first: () => admins[0], second: () => admins[1], propose: closure, takenBack: true, same: 'calendar.same_person', over: 'calendar.changed_meanwhile' },
  'publishing in the catalogue': { first: () => admins[0], second: () => admins[1], propose: publishing, takenBack: true, same: 'catalogue.same_person', over: 'catalogue.changed_meanwhile' },
  'changing a key': { first: () => securities[0], second: () => securities[1], propose: keyChange, takenBack: true, same: 'key_change.same_person', over: 'key_change.changed_meanwhile' },
  'taking out more than a hundred access records': { first: () => auditor, second: () => securities[1], propose: massExport, takenBack: false, same: 'access_log.same_person', over: 'access_log.decided_already' },
  'showing readings later': { first: () => auditor, second: () => securities[1], propose: delay, takenBack: false, same: 'access_log.other_administrator_needed', over: 'access_log.decided_already' },
  'registering an outside system': { first: () => admins[0], second: () => admins[1], propose: backoffice, takenBack: true, same: 'backoffices.same_person', over: 'backoffices.changed_meanwhile' },
  'erasing a person': { first: () => securities[0], second: () => securities[1], propose: erasure, takenBack: false, same: 'privacy.same_person', over: 'privacy.changed_meanwhile' },
  'releasing a legal hold': { first: () => securities[0], second: () => securities[1], propose: release, takenBack: true, same: 'privacy.same_person', over: 'privacy.changed_meanwhile' },
};

/** Where a matter offers an act to nobody, or not to this person, it is as if there were no matter (house rule 9); elsewhere the refusal says why. */
const statusOf = (code: string): number => (code === 'matter.unknown' ? 404 : 409);

describe.each(Object.entries(acts))('%s takes two persons', (_what, { first, second, propose, same, over }) => {
  it('is refused to who proposed it, from whichever session of his, and nothing has come to stand', async () => {
    const { client, elsewhere } = first();
    const waiting = await propose(client);
    for (const session of [client, elsewhere, client]) expect(await waiting.agree(session)).toMatchObject({ status: statusOf(same), problem: { code: same } });
    expect(await waiting.stands()).toBe(false);
    expect((await waiting.agree(second().client)).status).toBeLessThan(300);
    expect(await waiting.stands()).toBe(true);
  });

  it('is agreed to once, however many agree at the same moment', async () => {
    const waiting = await propose(first().client);
    const answers = await Promise.all([waiting.agree(second().client), waiting.agree(second().elsewhere), waiting.agree(first().elsewhere)]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(await waiting.stands()).toBe(true);
    expect(await waiting.agree(second().client)).toMatchObject({ status: statusOf(over), problem: { code: over } });
  });
});

describe.each(Object.entries(acts).filter(([, { takenBack }]) => takenBack))('%s', (_what, { first, second, propose }) => {
  it('is nothing any more once it was taken back', async () => {
    const waiting = await propose(first().client);
    expect((await waiting.withdraw?.(first().elsewhere))?.status).toBe(200);
    expect((await waiting.agree(second().client)).status).toBe(409);
    expect(await waiting.stands()).toBe(false);
  });
});
