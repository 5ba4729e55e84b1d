import { describe, expect, it } from 'vitest';
import type { Status } from './matter.ts';
import { linkActs, matterActs, transitions, type LinkAct, type MatterAct } from './transitions.ts';

const y = true;
const n = false;
/** status → may it be accepted, sent back for correction, corrected on the spot, refused, supplemented, withdrawn, sent back for good, completed with what was deferred, have its clocks moved (proposed, approved), its result handed over, a promise looked into, its result taken back (proposed, approved), a record repaired (proposed, decided); may its links be handled: as 行政许可法 32, 34, 38, 42, 44 and 45 read. */
const law: Readonly<Record<Status, readonly boolean[]>> = {
  //                     accept correct spot refuse suppl withdr termin defer propose approve deliver check revoke agree repair decide links
  received:             [y,     y,      y,   y,     n,    y,     n,     n,    n,      n,      n,      n,    n,     n,    n,     n,     n],
  correction_requested: [y,     n,      n,   y,     y,    y,     y,     n,    n,      n,      n,      n,    n,     n,    n,     n,     n],
  accepted:             [n,     n,      n,   n,     n,    y,     n,     y,    y,      y,      n,      n,    n,     n,    y,     y,     y],
  not_accepted:         [n,     n,      n,   n,     n,    n,     n,     n,    n,      n,      n,      n,    n,     n,    n,     n,     n],
  completed:            [n,     n,      n,   n,     n,    n,     n,     y,    n,      n,      y,      y,    y,     y,    y,     y,     n],
  withdrawn:            [n,     n,      n,   n,     n,    n,     n,     n,    n,      n,      n,      n,    n,     n,    y,     y,     n],
  terminated:           [n,     n,      n,   n,     n,    n,     n,     n,    n,      n,      n,      n,    n,     n,    n,     n,     n],
};
const columns: readonly MatterAct[] = [
  'accept', 'request_correction', 'correct_on_spot', 'refuse_acceptance', 'supplement', 'withdraw', 'terminate', 'hand_in_deferred', 'propose_limit_act', 'approve_limit_act', 'deliver_result', 'check_promise', 'revoke_result', 'approve_revocation', 'propose_repair', 'decide_repair',
];
const links = columns.length;

describe.each(Object.entries(law))('a matter %s', (status, row) => {
  const allowed = transitions[status as Status];

  it.each(columns.map((act, index) => [row[index] ? 'may' : 'may not', act, row[index] ?? false] as const))('%s %s', (_may, act, expected) => {
    expect(allowed.includes(act)).toBe(expected);
  });

  it.each(linkActs.map((act) => [row[links] ? 'may' : 'may not', act] as const))('%s see %s', (_may, act) => {
    expect(allowed.includes(act)).toBe(row[links]);
  });
});

describe('the table of transitions', () => {
  it('is complete: it knows every status and every act, each act once, and no act is lawful nowhere', () => {
    const acts: readonly (MatterAct | LinkAct)[] = [...matterActs, ...linkActs];
    expect(columns).toEqual(matterActs);
    expect(Object.keys(transitions).sort()).toEqual(Object.keys(law).sort());
    for (const row of Object.values(transitions)) {
      expect(new Set(row).size).toBe(row.length);
      for (const act of row) expect(acts).toContain(act);
    }
    for (const act of acts) expect(Object.values(transitions).some((row) => row.includes(act)), act).toBe(true);
  });
});
