import { randomUUID } from 'node:crypto';
import * as matterWire from '../../../contract/matters.ts';
import * as wire from '../../../contract/supervision.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { act, allowanceOffice, bureau, hall, openLink, streetOffice, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { virtualTime } from '../../testing/virtual-time.ts';
import { supervisionDomain, type Supervision } from './index.ts';

/** A member of staff, signed in. */
export interface Worker {
  readonly staffId: Id;
  readonly client: Client;
}

const posts = {
  streetApprover: [streetOffice, 'approver'], secondReviewer: [streetOffice, 'officer'], manager: [hall, 'hall_manager'],
  streetSupervisor: [streetOffice, 'supervisor'], districtSupervisor: ['YM-440303-justice', 'supervisor'], citySupervisor: ['YM-440300-justice', 'supervisor'], otherSupervisor: ['YM-440305-justice', 'supervisor'],
  otherOfficer: ['YM-440305-civil_affairs', 'officer'], firstAdministrator: ['YM-440300-government_services', 'administrator'], secondAdministrator: ['YM-440300-government_services', 'administrator'],
} as const;

/** The office of the old-age allowance (15 working days promised, 5 for the review of the street) under supervision, in a time of its own. */
export interface SupervisedOffice extends AllowanceOffice {
  readonly people: Readonly<Record<keyof typeof posts, Worker>>;
  readonly staffIdOf: (login: string) => Promise<Id>;
  /** Time makes a leap; then one tick of the clock, and all the work that follows from it, until nothing is left. */
  at(when: Instant): Promise<void>;
  /** Filed and accepted at a window, claimed by the street's reviewer. */
  underReview(): Promise<Id>;
  /** The review ends, and the bureau's officer takes the decision. */
  reviewed(matterId: Id): Promise<void>;
  orders(matterId: Id): Promise<readonly wire.OrderRow[]>;
  /** Another server on the same database. */
  another(): Supervision;
}

/** Opens it at a moment. */
export async function supervisedOffice(from: Instant): Promise<SupervisedOffice> {
  const time = virtualTime(from);
  const office = await allowanceOffice({ time });
  const { app, fresh } = office;
  const people = {} as Record<keyof typeof posts, Worker>;
  for (const [login, [institution, role]] of Object.entries(posts)) people[login as keyof typeof posts] = await office.staff(login.toLowerCase(), [{ institution, role }]);
  return {
    ...office, people,
    staffIdOf: async (login) => String((await fresh.owner.query<{ staff_id: string }>('select staff_id from people.staff where login = $1', [login])).rows[0]?.staff_id),
    async at(when) {
      time.goTo(when);
      // What a breach leads to may be late itself by now: a server that slept catches up step by step.
      // Twice nothing: the worker may have done on its own, before it is asked, what a look had brought about.
      for (let idle = 0; idle < 2; ) {
        await app.tick();
        idle = (await office.work()) > 0 ? 0 : idle + 1;
      }
    },
    async underReview() {
      const matterId = await office.filedAtWindow((await office.somebody()).partyId);
      await office.accepted(matterId);
      await office.claimed(office.reviewer, matterId);
      return matterId;
    },
    async reviewed(matterId) {
      const matter = await view(office.reviewer, matterId);
      await office.reviewer.good(matterWire.recordFinding, { params: openLink(matter), body: { ...act(matter), finding: 'passed', opinion: '材料齐全' } });
      await office.claimed(office.officer, matterId);
    },
    orders: async (matterId) => (await people.citySupervisor.client.good(wire.listOrders, { query: { matterId } })).orders,
    another: () => supervisionDomain({
      database: fresh.database, pipeline: app.pipeline, units: app.units, calendar: app.calendar, catalogue: app.catalogue, law: app.law, people: app.people, postHolders: app.people.postHolders, matters: app.matters,
      dueView: app.matters.dueView, publish: () => undefined, wakeJobs: () => undefined,
    }),
  };
}

/** An act on an order as it was seen. */
export const actOn = (order: { readonly seq: number }) => ({ commandId: randomUUID(), seenSeq: order.seq });

export { bureau, hall, streetOffice };
