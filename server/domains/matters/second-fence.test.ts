import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../kernel/actor.ts';
import type { Handle } from '../../platform/db/database.ts';
import { allowanceOffice, bureau, community, hall, item, streetOffice, type AllowanceOffice } from '../../testing/allowance-office.ts';
import { chanceOf } from '../../../tools/ledger-mutants/chance.ts';
import { isWithin } from '../units/index.ts';
import { mayRead } from './policy.ts';
import { reachOf } from './routes-reach.ts';
import { doneBy, heldIn, ofParty, waitingFor } from './views.ts';
import type { Matter } from './matter.ts';

let t: AllowanceOffice;
let matters: readonly { readonly matterId: string; readonly state: Matter }[];
let staffIds: readonly string[];
const otherHall = 'YM-440304001-hall';
const otherBureau = 'YM-440304-civil_affairs';
const roles: readonly Role[] = ['window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'];

const tree = () => t.app.units.tree;
const covers = (ancestor: string, unit: string): boolean => isWithin(tree(), unit, ancestor);
const readAs = <T>(actor: Actor, work: (handle: Handle) => Promise<T>, matter?: string): Promise<T> => t.fresh.database.readAs(reachOf(tree(), actor), work, matter);

/** Real matters in several states, then spread over offices, links and applicants by chance, rows and fold alike, as the owner: what the fence goes by must say what the fold says. */
beforeAll(async () => {
  t = await allowanceOffice();
  const people = await Promise.all([t.somebody(), t.somebody(), t.somebody()]);
  for (let n = 0; n < 3; n += 1) await t.filedAtWindow(people[n]?.partyId ?? '');
  for (let n = 0; n < 3; n += 1) await t.accepted(await t.filedAtWindow(people[n]?.partyId ?? ''));
  for (let n = 0; n < 2; n += 1) await t.beforeDecision();
  await t.claimed(t.colleague, await t.beforeDecision());
  const { owner } = t.fresh;
  await owner.query(`update matters.matters set accepting_institution = $1, area_unit = '440304001', state = state || jsonb_build_object('acceptingInstitution', $1::text, 'areaUnit', '440304001') where matter_id in (select matter_id from matters.matters order by matter_id limit 3)`, [otherHall]);
  await owner.query(`update matters.matters set handling_institution = $1, state = state || jsonb_build_object('handlingInstitution', $1::text) where matter_id in (select matter_id from matters.matters order by matter_id desc limit 2)`, [otherBureau]);
  await owner.query(`update matters.matters set organisation_id = $1::uuid, state = state || jsonb_build_object('organisationId', $1::uuid, 'mandateId', $1::uuid) where matter_id in (select matter_id from matters.matters order by number limit 3)`, [people[2]?.partyId]);
  const { rows } = await owner.query<{ matter_id: string; state: Matter }>('select matter_id, state from matters.matters order by matter_id');
  matters = rows.map((row) => ({ matterId: row.matter_id, state: row.state }));
  staffIds = (await owner.query<{ staff_id: string }>('select staff_id from people.staff order by staff_id')).rows.map((row) => row.staff_id);
}, 120_000);
afterAll(() => t.drop());

/** Somebody by chance: residents with mandates, staff with up to three posts here and elsewhere. */
function someActor(seed: number): Actor {
  const { below, pick } = chanceOf(seed);
  const parties = matters.map(({ state }) => state.partyId);
  const principals = matters.map(({ state }) => state.organisationId ?? state.partyId);
  if (below(3) === 0) {
    const actsFor = Array.from({ length: below(3) }, () => ({ partyId: pick(principals), acts: below(3) === 0 ? (['file'] as const) : (['read'] as const), taskCodes: below(2) === 0 ? null : [below(2) === 0 ? item.taskCode : 'YM-none'] }));
    return { kind: 'resident', partyId: pick(parties), actsFor };
  }
  const posts = Array.from({ length: below(4) }, () => {
    const institution = pick([hall, streetOffice, bureau, otherHall, otherBureau]);
    return { institution, unit: pick([community, '440303005', '440303', '440304', '440300']), role: pick(roles) };
  });
  return { kind: 'staff', staffId: pick(staffIds), posts };
}

describe('the second fence', () => {
  it('shows of all matters exactly those whose file the actor may read, whatever the query leaves out', async () => {
    let seen = 0;
    let hidden = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const actor = someActor(seed);
      // A list whose WHERE clause was forgotten.
      const shown = await readAs(actor, (handle) => sql<{ matter_id: string }>`select m.matter_id from matters.matters m order by m.matter_id`.execute(handle).then(({ rows }) => rows.map((row) => row.matter_id)));
      const lawful = matters.filter(({ state }) => mayRead(actor, state, covers)).map(({ matterId }) => matterId);
      expect(shown, JSON.stringify(actor)).toEqual(lawful);
      seen += lawful.length;
      hidden += matters.length - lawful.length;
    }
    expect(seen).toBeGreaterThan(300);
    expect(hidden).toBeGreaterThan(300);
  }, 60_000);

  it('opens facts, sealed parts and key of the one matter that was opened, and only for who may read it', async () => {
    const count = (handle: Handle) => sql<{ facts: number; sealed: number; keys: number }>`select (select count(distinct matter_id) from platform.facts)::int as facts, (select count(distinct matter_id) from platform.particulars)::int as sealed, (select count(*) from platform.data_keys)::int as keys`.execute(handle).then(({ rows }) => rows[0]);
    for (let seed = 1; seed <= 60; seed += 1) {
      const actor = someActor(seed);
      const { matterId, state } = matters[seed % matters.length] ?? { matterId: '', state: {} as Matter };
      const n = mayRead(actor, state, covers) ? 1 : 0;
      expect(await readAs(actor, count, matterId), JSON.stringify(actor)).toEqual({ facts: n, sealed: n, keys: n });
      expect(await readAs(actor, count)).toEqual({ facts: 0, sealed: 0, keys: 0 });
    }
  }, 60_000);

  it('takes nothing away from the lists, which ask for what the actor may see: no row is dropped after them', async () => {
    let listed = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const actor = someActor(seed);
      const lists = (handle: Handle) => actor.kind === 'resident' ? ofParty(handle, actor.partyId, actor.actsFor) : actor.kind !== 'staff' ? Promise.resolve([])
        : Promise.all([waitingFor(handle, actor.staffId, actor.posts, 'open'), waitingFor(handle, actor.staffId, actor.posts, 'mine'), heldIn(handle, actor.staffId, actor.posts)]).then((all) => all.flatMap(({ rows }) => rows));
      const [fenced, bare] = [await readAs(actor, lists), await lists(t.fresh.database.handle)];
      expect(fenced.map((row) => row.matterId), JSON.stringify(actor)).toEqual(bare.map((row) => row.matterId));
      expect(fenced.filter((row) => !mayRead(actor, row.state, covers))).toEqual([]);
      listed += fenced.length;
    }
    expect(listed).toBeGreaterThan(100);
  }, 60_000);

  it('no longer shows what somebody once did to who has lost the post it was done in', async () => {
    const done = matters.flatMap(({ state }) => state.links).find((link) => link.doneBy !== null);
    const actor: Actor = { kind: 'staff', staffId: done?.doneBy ?? '', posts: [] };
    expect((await doneBy(t.fresh.database.handle, actor.staffId, actor.posts)).rows.length).toBeGreaterThan(0);
    expect((await readAs(actor, (handle) => doneBy(handle, actor.staffId, actor.posts))).rows).toEqual([]);
  });
});
