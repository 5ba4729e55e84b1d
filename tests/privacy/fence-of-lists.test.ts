import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as evaluations from '../../contract/evaluations.ts';
import { mayHandle } from '../../server/domains/evaluations/policy.ts';
import { reachOf } from '../../server/domains/matters/routes-reach.ts';
import { mayReadOrder } from '../../server/domains/supervision/policy.ts';
import { isWithin } from '../../server/domains/units/index.ts';
import type { Actor, Role } from '../../server/kernel/actor.ts';
import type { Handle } from '../../server/platform/db/database.ts';
import { bureau, community, hall, streetOffice } from '../../server/testing/allowance-office.ts';
import { chanceOf } from '../../tools/ledger-mutants/chance.ts';
import { longOffice, shenzhen, type LongOffice } from './whole-life.ts';

const otherHall = 'YM-440304001-hall';
const otherBureau = 'YM-440304-civil_affairs';
const institutions = [hall, streetOffice, bureau, otherHall, otherBureau];
const areas = [community, '440303005', '440303', '440304001', '440300'];
const roles: readonly Role[] = ['window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'];

interface Said { readonly id: string; readonly institution: string; readonly accepting: string; readonly area: string; readonly party: string; readonly involved: readonly string[] }
interface Found { readonly id: string; readonly institution: string; readonly unit: string; readonly area: string }
interface Measured { readonly id: string; readonly accepting: string; readonly handling: string; readonly area: string }

/** Lists whose WHERE clauses were forgotten, read by actors drawn by chance, against the policies of the domains. */
describe('behind the second fence', () => {
  let t: LongOffice;
  let said: readonly Said[];
  let orders: readonly Found[];
  let findings: readonly Found[];
  let measured: readonly Measured[];
  let staffIds: readonly string[];

  beforeAll(async () => {
    t = await longOffice();
    const chance = chanceOf(7);
    for (let n = 0; n < 6; n += 1) {
      const { partyId, client } = await t.somebody();
      const matterId = await t.filedAtWindow(partyId);
      await t.work();
      if (n % 2 === 0) await client.good(evaluations.evaluate, { params: { matterId, event: 'filing' }, body: { commandId: randomUUID(), grade: 2, tags: [], words: '', change: false } });
      else await client.good(evaluations.complain, { params: { matterId }, body: { commandId: randomUUID(), ground: 'manner', words: '等候过久' } });
      if (n > 2) await t.accepted(matterId);
      if (n > 4) await t.claimed(t.reviewer, matterId);
    }
    await t.leap(shenzhen('2026-12-15'), true);
    const { owner } = t.fresh;
    // Spread over offices and areas, as the owner: rows and fold alike.
    const { rows: voices } = await owner.query<{ matter_id: string }>('select matter_id from evaluations.feedback order by 1');
    for (const { matter_id } of voices) {
      await owner.query(`update evaluations.feedback set institution = $2, accepting_institution = $3, area_unit = $4 where matter_id = $1`, [matter_id, chance.pick(institutions), chance.pick(institutions), chance.pick(areas)]);
    }
    for (const table of ['orders', 'findings']) {
      const id = table === 'orders' ? 'order_id' : 'finding_id';
      const { rows } = await owner.query<{ id: string }>(`select ${id} as id from supervision.${table} order by 1`);
      for (const row of rows) await owner.query(`update supervision.${table} set institution = $2, unit = $3, area_unit = $4 where ${id} = $1`, [row.id, chance.pick(institutions), chance.pick(areas), chance.pick(areas)]);
    }
    const { rows: matters } = await owner.query<{ matter_id: string }>('select matter_id from measures.matters order by 1');
    for (const { matter_id } of matters) await owner.query('update measures.matters set accepting_institution = $2, handling_institution = $3 where matter_id = $1', [matter_id, chance.pick(institutions), chance.pick(institutions)]);
    said = (await owner.query<Said>(`select v.matter_id as id, institution, accepting_institution as accepting, area_unit as area, party_id as party,
      array(select distinct f.by ->> 'id' from platform.facts f where f.matter_id = v.about_matter and f.by ->> 'kind' = 'staff') as involved from evaluations.feedback v order by 1`)).rows;
    orders = (await owner.query<Found>('select order_id as id, institution, unit, area_unit as area from supervision.orders order by 1')).rows;
    findings = (await owner.query<Found>('select finding_id as id, institution, unit, area_unit as area from supervision.findings order by 1')).rows;
    measured = (await owner.query<Measured>('select matter_id as id, accepting_institution as accepting, handling_institution as handling, area_unit as area from measures.matters order by 1')).rows;
    staffIds = (await owner.query<{ staff_id: string }>('select staff_id from people.staff order by 1')).rows.map((row) => row.staff_id);
  });
  afterAll(() => t.drop());

  const covers = (above: string, unit: string): boolean => isWithin(t.app.units.tree, unit, above);
  const shown = (actor: Actor, table: string, id: string): Promise<readonly string[]> =>
    t.fresh.database.readAs(reachOf(t.app.units.tree, actor), (handle: Handle) => sql<{ id: string }>`select ${sql.ref(id)} as id from ${sql.table(table)} order by 1`.execute(handle).then(({ rows }) => rows.map((row) => row.id)));
  const someActor = (seed: number): Actor => {
    const { below, pick } = chanceOf(seed);
    if (below(4) === 0) return { kind: 'resident', partyId: pick(said).party };
    return { kind: 'staff', staffId: pick(staffIds), posts: Array.from({ length: 1 + below(3) }, () => ({ institution: pick(institutions), unit: pick(areas), role: pick(roles) })) };
  };
  const ids = <T extends { readonly id: string }>(all: readonly T[], may: (one: T) => boolean): readonly string[] => all.filter(may).map(({ id }) => id);
  const holds = (actor: Actor, institution: string, of: readonly Role[]): boolean => actor.kind === 'staff' && actor.posts.some((post) => post.institution === institution && of.includes(post.role));
  const supervises = (actor: Actor, area: string): boolean => actor.kind === 'staff' && actor.posts.some((post) => post.role === 'supervisor' && covers(post.unit, area));

  test('of what people said exactly what the actor may handle is shown, or said himself', async () => {
    await everyActor('evaluations.feedback', 'matter_id', said, (actor, one) => (actor.kind === 'resident' && actor.partyId === one.party)
      || mayHandle(actor, { institution: one.institution, acceptingInstitution: one.accepting, areaUnit: one.area }, one.involved, covers));
  });

  test('of supervision orders and of findings exactly those of his institutions and areas', async () => {
    const may = (actor: Actor, one: Found): boolean => mayReadOrder(actor, { occasion: { institution: one.institution, unit: one.unit, areaUnit: one.area } } as Parameters<typeof mayReadOrder>[1], covers);
    await everyActor('supervision.orders', 'order_id', orders, may);
    await everyActor('supervision.findings', 'finding_id', findings, may);
  });

  test('of the matters behind figures exactly those of institutions he leads and areas he supervises', async () => {
    await everyActor('measures.matters', 'matter_id', measured, (actor, one) => holds(actor, one.accepting, ['hall_manager', 'approver']) || holds(actor, one.handling, ['hall_manager', 'approver']) || supervises(actor, one.area));
  });

  test('who acted on a matter does not see its case because the fence hides from him that he acted', async () => {
    const one = said.find(({ involved }) => involved.length > 0);
    const [staffId = ''] = one?.involved ?? [];
    const manager = (id: string): Actor => ({ kind: 'staff', staffId: id, posts: [{ institution: one?.institution ?? '', unit: community, role: 'hall_manager' }, { institution: one?.accepting ?? '', unit: community, role: 'hall_manager' }] });
    expect(await shown(manager(staffId), 'evaluations.feedback', 'matter_id')).not.toContain(one?.id);
    expect(await shown(manager(randomUUID()), 'evaluations.feedback', 'matter_id')).toContain(one?.id);
  });

  async function everyActor<T extends { readonly id: string }>(table: string, id: string, all: readonly T[], may: (actor: Actor, one: T) => boolean): Promise<void> {
    let [seen, hidden] = [0, 0];
    for (let seed = 1; seed <= 150; seed += 1) {
      const actor = someActor(seed);
      const lawful = ids(all, (one) => may(actor, one));
      expect(await shown(actor, table, id), `${table} ${JSON.stringify(actor)}`).toEqual(lawful);
      seen += lawful.length;
      hidden += all.length - lawful.length;
    }
    expect([table, seen > 20, hidden > 20]).toEqual([table, true, true]);
  }
});
