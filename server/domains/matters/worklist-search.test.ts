import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as wire from '../../../contract/matters.ts';
import { allowanceOffice, answers, community, form, fromCity, hall, item, seen, type AllowanceOffice } from '../../testing/allowance-office.ts';

let t: AllowanceOffice;
beforeAll(async () => {
  t = await allowanceOffice();
});
afterAll(() => t.drop());

it('a search finds what waits behind the two hundred of the list, and says how many it found', async () => {
  const { partyId } = await t.somebody();
  const file = () => t.clerk.good(wire.fileMatter, { body: { commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity] } });
  await Promise.all(Array.from({ length: 204 }, file));
  const { number } = await file();
  const whole = await t.clerk.good(wire.getWorklist, { query: {} });
  expect([whole.rows.length, whole.total, whole.rows.some((row) => row.number === number)]).toEqual([200, 205, false]);
  const found = await t.clerk.good(wire.getWorklist, { query: { text: number } });
  expect([found.rows.map((row) => row.number), found.total]).toEqual([[number], 1]);
  const many = await t.clerk.good(wire.getWorklist, { query: { text: community } });
  expect([many.rows.length, many.total]).toEqual([200, 205]);
});
