import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Compile } from 'typebox/compile';
import type { TSchema } from 'typebox';
import type { Route } from '../../platform/http/route.ts';
import { institutionsOf, type DepartmentFile } from './institution.ts';
import { unitRoutes } from './routes.ts';
import { unitTreeOf } from './tree.ts';
import { unitsOf, type UnitFile } from './unit.ts';

const data = join(import.meta.dirname, '../../../data/units');
const units = unitsOf(JSON.parse(readFileSync(join(data, 'shenzhen.json'), 'utf8')) as UnitFile);
const tree = unitTreeOf(units, institutionsOf(units, JSON.parse(readFileSync(join(data, 'departments.json'), 'utf8')) as DepartmentFile));
const routes = unitRoutes(tree, () => '2026-11-23');

/** The route's answer, its shape checked against the contract. */
async function ask(id: string, call: { query?: object; params?: object }): Promise<Record<string, unknown>> {
  const route = routes.find((one) => one.endpoint.id === id) as Route;
  const answer = (await route.handle(call as never)) as { ok: boolean; reply?: unknown };
  if (answer.ok) expect(Compile(route.endpoint.reply as TSchema).Check(answer.reply)).toBe(true);
  return (answer.ok ? answer.reply : answer) as Record<string, unknown>;
}
const found = async (query: object): Promise<string[]> => ((await ask('listUnits', { query }))['units'] as { code: string; name: { 'zh-CN': string } }[]).map((unit) => `${unit.code} ${unit.name['zh-CN']}`);

describe('Units are found', () => {
  test('by name in each language, by pinyin, by initials and by code', async () => {
    for (const text of ['杨美', '楊美社區', 'yangmei', 'Yangmei Comm', 'yang mei', '440307013015']) expect((await found({ text }))[0]).toBe('440307013015 杨美社区（杨美）');
    expect(await found({ text: 'lhq', kind: 'district' })).toEqual(['440303 罗湖区', '440309 龙华区']);
    expect((await found({ text: '罗湖' }))[0]).toBe('440303 罗湖区');
    expect(await found({ text: "bao'an", kind: 'district' })).toEqual(['440306 宝安区']);
  });

  test('with the readings of the place: 石厦 is Shixia', async () => {
    expect((await found({ text: 'shixia' })).some((line) => line.includes('石厦'))).toBe(true);
  });

  test('of a repeated name each under its own code, in order', async () => {
    expect(await found({ text: '凤凰社区', kind: 'community' })).toEqual(expect.arrayContaining([expect.stringMatching(/^440303.*凤凰社区/), expect.stringMatching(/^440306.*凤凰社区/)]));
    const codes = (await found({ text: '凤凰社区', kind: 'community' })).filter((line) => line.endsWith(' 凤凰社区')).map((line) => line.slice(0, 12));
    expect(codes).toEqual([...codes].sort());
  });

  test('below a parent: its children, or everything of a kind within it', async () => {
    expect(await found({ parent: '440300' })).toHaveLength(10);
    expect((await found({ parent: '440303' })).every((line) => /^440303\d{3} /.test(line))).toBe(true);
    expect((await found({ parent: '440303', kind: 'community' }))[0]).toMatch(/^440303\d{6} /);
    expect((await found({ parent: '440399' })).map((line) => line.slice(0, 9))).toEqual(['440307009', '440307010', '440307011']);
  });

  test('at most a hundred, none for nonsense, and quickly', async () => {
    expect(await found({ kind: 'community' })).toHaveLength(100);
    expect(await found({ text: '不存在的地方' })).toEqual([]);
    expect(await found({ text: 'x' })).not.toHaveLength(0);
    const started = process.cpuUsage();
    for (let i = 0; i < 20; i += 1) await found({ text: 'lianhua' });
    expect(process.cpuUsage(started).user / 20_000).toBeLessThan(20); // milliseconds each
  });
});

describe('One unit', () => {
  test('comes with its ancestors, the city first, and its institutions', async () => {
    const answer = await ask('getUnit', { params: { code: '440307013015' } });
    expect((answer['ancestors'] as { code: string }[]).map((unit) => unit.code)).toEqual(['440300', '440307', '440307013']);
    expect((answer['institutions'] as { kind: string }[]).map((one) => one.kind)).toEqual(['community_station', 'hall']);
  });

  test('that is not there is refused', async () => {
    expect(await ask('getUnit', { params: { code: '440307013999' } })).toEqual({ ok: false, code: 'units.not_found', params: { unit: '440307013999' } });
  });
});
