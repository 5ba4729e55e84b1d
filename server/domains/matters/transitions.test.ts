import { describe, expect, it } from 'vitest';
import type { Status } from './matter.ts';
import { linkActs, matterActs, transitions, type LinkAct, type MatterAct } from './transitions.ts';

const y = true;
const n = false;
/** status → may it be accepted, corrected, refused, supplemented, withdrawn; may its links be handled: as 行政许可法 32, 34, 38 and 42 read. */
const law: Readonly<Record<Status, readonly [boolean, boolean, boolean, boolean, boolean, boolean]>> = {
  received: [y, y, y, n, y, n],
  correction_requested: [y, n, y, y, y, n],
  accepted: [n, n, n, n, y, y],
  not_accepted: [n, n, n, n, n, n],
  completed: [n, n, n, n, n, n],
  withdrawn: [n, n, n, n, n, n],
};
const columns: readonly MatterAct[] = ['accept', 'request_correction', 'refuse_acceptance', 'supplement', 'withdraw'];

describe.each(Object.entries(law))('a matter %s', (status, row) => {
  const allowed = transitions[status as Status];

  it.each(columns.map((act, index) => [row[index] ? 'may' : 'may not', act, row[index] ?? false] as const))('%s %s', (_may, act, expected) => {
    expect(allowed.includes(act)).toBe(expected);
  });

  it.each(linkActs.map((act) => [row[5] ? 'may' : 'may not', act] as const))('%s see %s', (_may, act) => {
    expect(allowed.includes(act)).toBe(row[5]);
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
