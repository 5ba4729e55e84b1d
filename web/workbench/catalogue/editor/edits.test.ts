import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { history, historyOf } from './edit-history.ts';
import { applyEdit, pointerOf, stepsOf, valueAt, type Edit } from './edits.ts';
import { saving, type Saving } from './draft-saving.ts';

const item = { name: { en: 'Licence' }, materials: [{ code: 'a' }, { code: 'b' }, { code: 'c' }], evidence: { '/materials/1': { verified: true, source: 'law' }, '/materials/2/code': { verified: true }, '/name': { verified: true } } };

describe('a change at a place of the item', () => {
  it('leaves the old item as it was, and everything else the same value', () => {
    const next = applyEdit(item, { kind: 'set', at: '/materials/0/code', value: 'z' });
    expect(next.materials).toEqual([{ code: 'z' }, { code: 'b' }, { code: 'c' }]);
    expect(item.materials[0]).toEqual({ code: 'a' });
    expect(next.materials[1]).toBe(item.materials[1]);
    expect(applyEdit(item, { kind: 'set', at: '/name/en', value: 'Licence' })).toBe(item);
  });

  it('makes what was not there, and takes away what is unset', () => {
    expect(applyEdit({}, { kind: 'set', at: '/a/b', value: 1 })).toEqual({ a: { b: 1 } });
    expect(applyEdit({ a: { b: 1, c: 2 } }, { kind: 'unset', at: '/a/b' })).toEqual({ a: { c: 2 } });
  });

  it('takes along where a fact was read when its place in the list changes', () => {
    const after = (edit: Edit) => applyEdit(item, edit);
    expect(Object.keys(after({ kind: 'insert', at: '/materials', index: 0, value: {} }).evidence)).toEqual(['/materials/2', '/materials/3/code', '/name']);
    expect(Object.keys(after({ kind: 'remove_at', at: '/materials', index: 1 }).evidence)).toEqual(['/materials/1/code', '/name']);
    expect(Object.keys(after({ kind: 'move', at: '/materials', from: 2, to: 0 }).evidence)).toEqual(['/materials/2', '/materials/0/code', '/name']);
  });

  it('makes a fact unverified that is written anew', () => {
    expect(applyEdit(item, { kind: 'set', at: '/name', value: { en: 'Permit' } }).evidence['/name']).toEqual({ verified: false });
  });

  it('moves there and back, for any list and any two places', () => {
    fc.assert(fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (list, a, b) => {
      const [from, to] = [a % list.length, b % list.length];
      const evidence = Object.fromEntries(list.map((value, i) => [`/list/${i}`, { verified: true, note: String(value) }]));
      const doc = { list, evidence };
      const next = applyEdit(doc, { kind: 'move', at: '/list', from, to });
      next.list.forEach((value, i) => expect(next.evidence[`/list/${i}`]?.note).toBe(String(value)));
      expect(applyEdit(next, { kind: 'move', at: '/list', from: to, to: from })).toEqual(doc);
    }));
  });

  it('finds places whose names hold slashes and tildes (RFC 6901 §3)', () => {
    const at = pointerOf('evidence', '/name~x');
    expect(at).toBe('/evidence/~1name~0x');
    expect(stepsOf(at)).toEqual(['evidence', '/name~x']);
    expect(valueAt({ evidence: { '/name~x': 7 } }, at)).toBe(7);
  });
});

describe('steps', () => {
  it('are taken back and made again, and a new change forgets those ahead', () => {
    let state = historyOf(1);
    for (const to of [2, 3]) state = history(state, { kind: 'changed', to });
    state = history(history(state, { kind: 'undone' }), { kind: 'undone' });
    expect(state.now).toBe(1);
    state = history(state, { kind: 'redone' });
    expect([state.now, state.ahead]).toEqual([2, [3]]);
    state = history(state, { kind: 'changed', to: 9 });
    expect([state.now, state.ahead, state.past]).toEqual([9, [], [1, 2]]);
    expect(history(historyOf(1), { kind: 'undone' }).now).toBe(1);
  });

  it('in one place right after another are one', () => {
    let state = historyOf('');
    for (const to of ['a', 'ab', 'abc']) state = history(state, { kind: 'changed', to, place: '/name/en' });
    expect(state.past).toEqual(['']);
    state = history(state, { kind: 'changed', to: 'x', place: '/other' });
    expect(state.past).toEqual(['', 'abc']);
  });
});

describe('the saving of a draft', () => {
  const after = (state: Saving, ...events: Parameters<typeof saving>[1][]): Saving => events.reduce(saving, state);
  const start: Saving = { at: 'saved', revision: 1 };

  it('sends once, and again what was changed on the way', () => {
    expect(after(start, { kind: 'edited' }, { kind: 'sent' }, { kind: 'edited' }, { kind: 'saved', revision: 2 })).toEqual({ at: 'waiting', revision: 2 });
    expect(after(start, { kind: 'edited' }, { kind: 'sent' }, { kind: 'saved', revision: 2 })).toEqual({ at: 'saved', revision: 2 });
    expect(after(start, { kind: 'sent' })).toEqual(start);
  });

  it('never sends over what somebody else saved', () => {
    const overtaken = after(start, { kind: 'edited' }, { kind: 'sent' }, { kind: 'overtaken' }, { kind: 'edited' }, { kind: 'sent' });
    expect(overtaken).toEqual({ at: 'overtaken', revision: 1 });
    expect(after(overtaken, { kind: 'reloaded', revision: 5 })).toEqual({ at: 'saved', revision: 5 });
  });

  it('tries again after a failure', () => {
    expect(after(start, { kind: 'edited' }, { kind: 'sent' }, { kind: 'failed' }, { kind: 'sent' })).toEqual({ at: 'sending', revision: 1, again: false });
  });
});
