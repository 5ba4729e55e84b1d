import { randomUUID } from 'node:crypto';
import * as absences from '../../contract/absences.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import * as evaluations from '../../contract/evaluations.ts';
import { localDayOf } from '../../server/kernel/instant.ts';
import { bureau, hall, openLink, view, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import type { Column } from './table.ts';

/** Names under which the contract names a thing that belongs to somebody. */
export const idNames = ['matterId', 'linkId', 'draftId', 'fileId', 'caseId', 'tabletId', 'absenceId', 'staffId', 'standInId', 'toStaffId', 'partyId', 'matterIds', 'number'] as const;

/** Things of Luohu, and how to name none. */
export interface Things {
  readonly ids: Readonly<Record<string, string>>;
  /** Ids of the same form that nobody has. */
  nobodys(): Readonly<Record<string, string>>;
  /** Whether who may try this may lawfully find anything there is by it: not a matter of relation. */
  wide(endpoint: Endpoint, column: Column): boolean;
}

/** By design not a matter of relation: security administrators see all staff, enter and end absences of everybody and propose changes of anybody's posts; audit administrators see all staff. */
const wideOperations: Readonly<Record<string, readonly Column[]>> = {
  enterAbsence: ['security_administrator'], endAbsence: ['security_administrator'], getStaffFile: ['security_administrator', 'audit_administrator'], proposeStaffChange: ['security_administrator'],
  // A hold is laid on any matter by its number: what comes out is whether there is such a matter, and a record that he asked.
  placeHold: ['security_administrator'],
};

/** A resident's draft and matter with a file, a link in hand, a complaint, a tablet and an absence. */
export async function things(office: AllowanceOffice): Promise<Things> {
  const owner = await office.somebody();
  const draft = await office.completeDraft(owner.client);
  const fileId = draft.materials.flatMap((one) => one.files).map((file) => file.fileId)[0] ?? '';
  const matterId = await office.filedAtWindow(owner.partyId);
  await office.accepted(matterId);
  await office.claimed(office.reviewer, matterId);
  const matter = await view(office.reviewer, matterId);
  const { caseId } = await owner.client.good(evaluations.complain, { params: { matterId }, body: { commandId: randomUUID(), ground: 'manner', words: '等了很久没有人理' } });
  const second = await office.staff('second-officer', [{ institution: bureau, role: 'officer' }]);
  const first = await office.staff('first-officer', [{ institution: bureau, role: 'officer' }]);
  const day = localDayOf(office.app.clock.now());
  const absence = await first.client.good(absences.enterAbsence, { body: { staffId: first.staffId, standInId: second.staffId, fromOn: day, toOn: day } });
  const clerk = await office.staff('tablet-clerk', [{ institution: hall, role: 'window_clerk' }]);
  const tablet = await clerk.client.good(evaluations.openTablet, { body: { window: '3号窗口', institution: hall } });
  const ids = { matterId, linkId: openLink(matter).linkId, draftId: draft.draftId, fileId, caseId, tabletId: (tablet as { tabletId?: string }).tabletId ?? '', absenceId: absence.absenceId, staffId: first.staffId, standInId: second.staffId, toStaffId: second.staffId, partyId: owner.partyId, number: matter.number };
  return {
    ids,
    nobodys: () => ({ ...Object.fromEntries(Object.keys(ids).map((name) => [name, randomUUID()])), fileId: randomUUID().replaceAll('-', '').repeat(2), linkId: 'nobody', number: `${matter.number.slice(0, -4)}9999` }),
    wide: (endpoint, column) => wideOperations[endpoint.id]?.includes(column) === true,
  };
}
