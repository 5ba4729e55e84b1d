import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as wire from '../../../contract/backoffices.ts';
import { askOpinion } from '../../../contract/handling.ts';
import { recordFinding } from '../../../contract/matters.ts';
import { listStaff, staffSignIn } from '../../../contract/people.ts';
import { openLink, streetOffice, view } from '../../testing/allowance-office.ts';
import { departmentProgram, testBackoffices, until, type RunningDepartment, type TestBackoffices } from './routes-for-tests.ts';

vi.setConfig({ testTimeout: 300_000 });

let t: TestBackoffices;
let program: Awaited<ReturnType<typeof departmentProgram>>;
let department: RunningDepartment;
let system: Awaited<ReturnType<TestBackoffices['register']>>;
beforeAll(async () => {
  [t, program] = await Promise.all([testBackoffices(), departmentProgram()]);
  department = await program.start({ DEPARTMENT_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', DEPARTMENT_CALLBACK_URL: 'http://127.0.0.1:9/' });
  system = await t.register({ url: department.url, institutions: [streetOffice], posts: ['officer'] });
  await department.ask({ secret: system.secret, callbackUrl: system.callbackUrl });
});
afterAll(async () => {
  await program.drop();
  await t.drop();
});

const filed = async () => {
  const matterId = await t.office.filedAtWindow((await t.office.somebody()).partyId);
  await t.office.accepted(matterId);
  await t.settle();
  return matterId;
};
const factsOf = async (matterId: string) => (await t.office.app.matters.facts(matterId))?.facts ?? [];
const callbacks = async () => (await t.proposer.good(wire.listCallbacks, { params: { backofficeId: system.backofficeId } })).callbacks;

describe('a department that is not as it should be', () => {
  it('and sends in the wrong order ends its link all the same; what came too late is told so', async () => {
    await department.ask({ mode: 'out_of_order' });
    const matterId = await filed();
    await until(async () => (await callbacks()).filter((one) => one.matterId === matterId).length === 2);
    expect((await callbacks()).filter((one) => one.matterId === matterId).map((one) => [one.type, one.state, one.code]).sort()).toEqual([['link.claimed', 'refused', 'matter.link_done'], ['link.completed', 'done', null]]);
    expect((await factsOf(matterId)).filter((fact) => fact.kind === 'link_completed')).toHaveLength(1);
  });

  it('and signs with another secret changes nothing', async () => {
    await department.ask({ mode: 'wrong_signature' });
    const matterId = await filed();
    await until(async () => (await department.ask()).refused.includes('404 backoffices.not_signed'));
    expect((await factsOf(matterId)).map((fact) => fact.kind)).not.toContain('link_claimed');
    expect((await callbacks()).some((one) => one.matterId === matterId)).toBe(false);
  });

  it('and is slow has its message counted once', async () => {
    await department.ask({ mode: 'slow' });
    const matterId = await filed();
    await until(async () => (await factsOf(matterId)).some((fact) => fact.kind === 'link_completed'));
    expect((await department.ask()).taken.filter((one) => one.data.matterId === matterId)).toHaveLength(1);
    await department.ask({ mode: 'well' });
  });
});

describe('an opinion asked of a department', () => {
  it('goes to its system with the question behind the signed GET, and the answer comes back', async () => {
    await department.ask({ mode: 'well', workMs: 60_000 });
    const matterId = await filed();
    const mine = await t.office.claimed(t.office.reviewer, matterId);
    await t.office.reviewer.good(recordFinding, { params: openLink(mine), body: { commandId: randomUUID(), seenSeq: mine.seq, finding: 'passed', opinion: '齐全' } });
    const deciding = await t.office.claimed(t.office.officer, matterId);
    await t.office.officer.good(askOpinion, { params: openLink(deciding), body: { commandId: randomUUID(), seenSeq: deciding.seq, institutions: [streetOffice], workingDays: 3, words: '该户是否常住？' } });
    await department.ask({ workMs: 20 });
    await t.settle();
    const taken = async () => (await department.ask()).taken.find((one) => one.data.matterId === matterId && one.data.link?.kind === 'consult');
    await until(async () => (await taken()) !== undefined);
    expect(await taken()).toMatchObject({ data: { link: { institution: streetOffice, asks: openLink(deciding).linkId }, due: { amount: 3 } } });
    await until(async () => (await factsOf(matterId)).some((fact) => fact.kind === 'consultation_answered'));
    expect((await factsOf(matterId)).find((fact) => fact.kind === 'consultation_answered')).toMatchObject({ content: { stance: 'agree' }, by: { institution: streetOffice } });
    expect((await view(t.office.officer, matterId)).links.find((link) => link.kind === 'consult')).toMatchObject({ action: 'agree', opinion: '本部门无不同意见。\n〔A-42〕' });
  });
});

describe('an officer of a system', () => {
  it('signs in nowhere, is in no list of staff, and holds no post of ours', async () => {
    const { rows } = await t.office.fresh.owner.query<{ login: string; staff_id: string }>(`select login, staff_id from people.staff where kind = 'service'`);
    expect(rows.length).toBeGreaterThan(0);
    const anybody = await t.office.as('anonymous');
    for (const password of ['!', '', 'a long test password']) expect((await anybody.call(staffSignIn, { body: { login: rows[0]?.login ?? '', password } })).status).toBeGreaterThanOrEqual(400);
    const security = await t.office.staff('security', [{ institution: 'YM-440300-government_services', role: 'security_administrator' }]);
    expect((await security.client.good(listStaff, { query: { text: 'A-42' } })).staff).toEqual([]);
    expect(await t.office.app.people.postHolders(['officer'], { institutions: [streetOffice] })).toHaveLength(1);
  });
});
