import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as wire from '../../../contract/key-changes.ts';
import { testApp, type Client, type TestApp } from '../../testing/app.ts';

const bureau = 'YM-440300-government_services';

let t: TestApp;
let first: Client;
let second: Client;

beforeAll(async () => {
  t = await testApp();
  first = (await t.staff('security.first', [{ institution: bureau, role: 'security_administrator' }])).client;
  second = (await t.staff('security.second', [{ institution: bureau, role: 'security_administrator' }])).client;
});
afterAll(() => t.drop());

const propose = async (client: Client, task: wire.KeyTask = { kind: 'rotate' }, reason = '年度更换') => (await client.good(wire.proposeKeyChange, { body: { commandId: randomUUID(), task, reason } })).change;
const act = ({ changeId, seq }: wire.KeyChange) => ({ params: { changeId }, body: { commandId: randomUUID(), seenSeq: seq } });

describe('keys', () => {
  it('are changed by two security administrators: the second one agrees, for a day, and the facts name both', async () => {
    const change = await propose(first);
    expect(change).toMatchObject({ status: 'proposed', allowed: ['withdraw'], proposedBy: { name: 'security.first' }, decidedBy: null, usableUntil: null });
    expect((await first.refused(wire.approveKeyChange, act(change))).code).toBe('key_change.same_person');
    expect((await second.good(wire.listKeyChanges, {})).forMe).toBe(1);
    const approved = (await second.good(wire.approveKeyChange, act(change))).change;
    expect(approved).toMatchObject({ status: 'approved', founding: false, decidedBy: { name: 'security.second' }, allowed: [], reason: '年度更换' });
    expect(Date.parse(approved.usableUntil ?? '') - Date.parse(approved.decidedAt ?? '')).toBe(24 * 3_600_000);
    const { rows } = await t.fresh.owner.query<{ kind: string; actor: string }>(`select kind, by ->> 'id' as actor from platform.facts where matter_id = $1 order by seq`, [change.changeId]);
    expect(rows.map(({ kind }) => kind)).toEqual(['key_change_proposed', 'key_change_approved']);
    expect(new Set(rows.map(({ actor }) => actor)).size).toBe(2);
  });

  it('are shown by version and fingerprint, never as keys', async () => {
    const answer = await first.call(wire.listKeyChanges, {});
    expect(answer.reply).toMatchObject({ mayPropose: true, founding: false, keys: { current: 1, versions: [1], mode: t.keys.mode } });
    expect(answer.reply.keys.fingerprint).toMatch(/^([0-9A-F]{4}-){7}[0-9A-F]{4}$/);
    const secrets = [t.keys.checkCode, t.keys.link, t.keys.logSigning, ...Object.values(t.keys.blindIndex)].map((key) => key.export().toString('base64'));
    for (const secret of secrets) expect(answer.text).not.toContain(secret);
  });

  it('change neither with a task that cannot be done nor without a reason', async () => {
    const refused = async (task: wire.KeyTask, reason = 'x') => (await first.refused(wire.proposeKeyChange, { body: { commandId: randomUUID(), task, reason } })).code;
    expect([await refused({ kind: 'retire', version: 1 }), await refused({ kind: 'retire', version: 7 }), await refused({ kind: 'split', into: 2, need: 3 }), await refused({ kind: 'rotate' }, '  ')])
      .toEqual(['key_change.version_is_current', 'key_change.version_unknown', 'key_change.share_numbers', 'key_change.reason_needed']);
  });

  it('are rejected with words by the second, taken back by the first, also after the approval', async () => {
    const rejected = await propose(first, { kind: 'split', into: 3, need: 2 });
    expect((await second.good(wire.rejectKeyChange, { params: { changeId: rejected.changeId }, body: { commandId: randomUUID(), seenSeq: rejected.seq, words: '保管人未定' } })).change).toMatchObject({ status: 'rejected', words: '保管人未定' });
    const change = await propose(first);
    const approved = (await second.good(wire.approveKeyChange, act(change))).change;
    expect((await first.refused(wire.withdrawKeyChange, act(change))).code).toBe('key_change.changed_meanwhile');
    expect((await second.refused(wire.withdrawKeyChange, act(approved))).code).toBe('key_change.not_own_proposal');
    expect((await first.good(wire.withdrawKeyChange, act(approved))).change).toMatchObject({ status: 'withdrawn', decidedBy: { name: 'security.second' } });
  });

  it('are an approval that ended once the day is over', async () => {
    const change = await propose(first);
    await second.good(wire.approveKeyChange, act(change));
    await t.fresh.owner.query(`update platform.key_changes set state = jsonb_set(state, '{until}', to_jsonb($2::text)) where change_id = $1`, [change.changeId, '2026-01-01T00:00:00.000Z']);
    expect(await first.good(wire.getKeyChange, { params: { changeId: change.changeId } })).toMatchObject({ status: 'expired', allowed: [] });
  });

  it('are read by audit administrators, who change nothing, and by nobody else', async () => {
    const audit = (await t.staff('audit.one', [{ institution: bureau, role: 'audit_administrator' }])).client;
    expect((await audit.good(wire.listKeyChanges, {})).mayPropose).toBe(false);
    expect((await audit.call(wire.proposeKeyChange, { body: { commandId: randomUUID(), task: { kind: 'rotate' }, reason: 'x' } })).status).toBe(404);
    const system = (await t.staff('system.one', [{ institution: bureau, role: 'administrator' }])).client;
    expect((await system.call(wire.listKeyChanges, {})).status).toBe(404);
  });
});

describe('the founding', () => {
  it('lets the only security administrator decide alone, marked for ever, and ends with the second one', async () => {
    const city = await testApp();
    try {
      const { client } = await city.staff('founder', [{ institution: bureau, role: 'security_administrator' }]);
      expect((await client.good(wire.approveKeyChange, act(await propose(client)))).change).toMatchObject({ status: 'approved', founding: true });
      const waiting = await propose(client);
      await city.staff('second', [{ institution: bureau, role: 'security_administrator' }]);
      expect((await client.refused(wire.approveKeyChange, act(waiting))).code).toBe('key_change.same_person');
    } finally {
      await city.drop();
    }
  });
});
