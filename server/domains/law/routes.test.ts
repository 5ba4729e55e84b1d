import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getLaw } from '../../../contract/law.ts';
import { testApp, type TestApp } from '../../testing/app.ts';

let city: TestApp;

beforeAll(async () => {
  city = await testApp();
});
afterAll(() => city.drop());

describe('The limits and rules of the city', () => {
  test('are read by whoever works for it, at a window as much as in an office', async () => {
    const hall = city.app.units.acceptingHall('440305', ['district'], '2026-11-23');
    if (!hall.ok) throw new Error(hall.code);
    const { client } = await city.staff('law-clerk', [{ institution: hall.institution, role: 'window_clerk' }]);
    const law = await client.good(getLaw, {});
    expect(law.limits.map((pack) => [pack.version, pack.current])).toEqual([['limits-2026-2', true], ['limits-2026-1', true]]);
    expect(law.limits[0]?.limits.find((one) => one.name === 'notice')).toMatchObject({ lawId: 'L-012', amount: 5, unit: 'working_day', verified: true });
    expect(law.supervision[0]?.rules.find((one) => one.id === 'S-13')?.params).toEqual({ remainingWorkingDays: 0 });
  });

  test('are not shown to residents nor to nobody in particular', async () => {
    const { client } = await city.resident({ index: 1 });
    expect((await client.refused(getLaw, {})).status).toBe(404);
    expect((await (await city.as('anonymous')).refused(getLaw, {})).code).toBe('session.needed');
  });
});
