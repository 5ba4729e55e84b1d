import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as wire from '../../../contract/catalogue-admin.ts';
import type { Item } from '../../../contract/catalogue.ts';
import { newId } from '../../platform/ids.ts';
import { allowanceOffice, item, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';

/** Luohu, the district of the community where the allowance is asked for. */
const luohu = '440303';
let t: AllowanceOffice;
let [first, second] = [] as unknown as [Client, Client];

beforeAll(async () => {
  t = await allowanceOffice();
  const admin = async (login: string) => (await t.staff(login, [{ institution: 'YM-440300-government_services', role: 'administrator' }])).client;
  [first, second] = [await admin('keep.first'), await admin('keep.second')];
});
afterAll(() => t.drop());

async function publish(start: wire.CatalogueStart, edit: (content: wire.CatalogueContent) => wire.CatalogueContent): Promise<wire.CatalogueChange> {
  const act = (change: wire.CatalogueChange) => ({ params: { changeId: change.changeId }, body: { commandId: newId(), seenRevision: change.revision } });
  const draft = (await first.good(wire.openCatalogueChange, { body: { commandId: newId(), start } })).change;
  const terms = { title: '改承诺', reason: '深府〔2026〕9号', effectiveOn: null, lawChange: null };
  const saved = (await first.good(wire.saveCatalogueChange, { params: { changeId: draft.changeId }, body: { seenRevision: draft.revision, content: edit(draft.content), terms } })).change;
  return (await second.good(wire.approveCatalogueChange, act((await first.good(wire.proposeCatalogueChange, act(saved))).change))).change;
}
/** Files at the window, accepts, and gives what the matter promises: its item as the facts hold it, and the days of its promised clock. */
async function filed(): Promise<{ matterId: string; version: number; override: number | undefined; promised: number | undefined }> {
  const { partyId } = await t.somebody();
  const matterId = await t.filedAtWindow(partyId);
  await t.accepted(matterId);
  return promiseOf(matterId);
}
async function promiseOf(matterId: string): Promise<{ matterId: string; version: number; override: number | undefined; promised: number | undefined }> {
  const state = (await t.app.matters.facts(matterId))?.state;
  return { matterId, version: state?.item.version ?? 0, override: state?.item.override, promised: state?.limits.find((one) => one.kind === 'promised')?.clock.limit.amount };
}

describe('A matter keeps what it was filed under (实体从旧)', () => {
  test('its version of the item, whatever is published later, and its district’s own values of that day', { timeout: 300_000 }, async () => {
    const before = await filed();
    expect(before).toMatchObject({ version: 1, override: undefined, promised: 15 });

    const override = (days: number) => publish({ from: 'override', taskCode: item.taskCode, unit: luohu }, () => ({ kind: 'override', taskCode: item.taskCode, unit: luohu, fields: { '/implementation_item/promise_day': days } }));
    await override(12);
    const inDistrict = await filed();
    expect(inDistrict).toMatchObject({ version: 1, override: 1, promised: 12 });

    await publish({ from: 'item', taskCode: item.taskCode }, (content) => {
      const next = structuredClone((content as { item: Item }).item);
      next.implementation_item.promise_day = 13;
      return { kind: 'item', item: next, process: null };
    });
    await override(10);
    expect(await filed()).toMatchObject({ version: 2, override: 2, promised: 10 });
    expect([await promiseOf(before.matterId), await promiseOf(inDistrict.matterId)]).toEqual([before, inDistrict]);
    // What was filed before goes on by its own version to its end.
    expect((await t.app.matters.facts(inDistrict.matterId))?.state.links.length).toBeGreaterThan(0);

    const read = await first.good(wire.listCatalogueVersions, { params: { taskCode: item.taskCode } });
    expect(read.versions.map((one) => [one.version, one.openMatters])).toEqual([[2, 1], [1, 2]]);
    expect(read.overrides.map((one) => [one.number, one.openMatters, one.current])).toEqual([[2, 1, true], [1, 1, false]]);
  });
});
