import { describe, expect, it } from 'vitest';
import { emptyMove, moveFaults, moveOf, movesIn, moveTypes, type MoveDraft } from './move-draft.ts';
import type { Keep } from './opinion-drafts.ts';

function storage(): Keep & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
}

const underWay = [{ pauseId: '0199f000-0000-7000-8000-000000000001' }];
const full: MoveDraft = { type: 'special', pauseId: '', ground: 'inspection', document: ' 测检〔2026〕7 号 ', days: ' 10 ', words: '需送检' };

describe('proposing to move a limit', () => {
  it('offers the end and the prolongation of a procedure only while one is under way', () => {
    expect(moveTypes([])).toEqual(['special', 'extend']);
    expect(moveTypes(underWay)).toEqual(['end', 'prolong', 'special', 'extend']);
    expect(emptyMove(underWay)).toMatchObject({ type: 'end', pauseId: underWay[0]?.pauseId });
  });

  it('sends exactly what the kind of act asks for, trimmed', () => {
    expect(moveOf(full)).toEqual({ type: 'special', ground: 'inspection', document: '测检〔2026〕7 号', announcedWorkingDays: 10 });
    expect(moveOf({ ...full, type: 'extend', days: '5' })).toEqual({ type: 'extend', document: '测检〔2026〕7 号', byWorkingDays: 5 });
    expect(moveOf({ ...full, type: 'end', pauseId: 'p', days: 'ignored' })).toEqual({ type: 'end', pauseId: 'p', document: '测检〔2026〕7 号' });
    expect(moveOf({ ...full, type: 'prolong', pauseId: 'p', days: '3' })).toEqual({ type: 'prolong', pauseId: 'p', document: '测检〔2026〕7 号', byWorkingDays: 3 });
  });

  it('names what is missing in the order of the sheet', () => {
    expect(moveFaults(emptyMove([]), [])).toEqual(['ground', 'document', 'days', 'words']);
    expect(moveFaults({ ...emptyMove([]), type: 'end' }, [])).toEqual(['pauseId', 'document', 'words']);
    expect(moveFaults(full, [])).toEqual([]);
  });

  it.each(['0', '366', '1.5', '-3', '十', ''])('takes “%s” for no number of days', (days) => {
    expect(moveFaults({ ...full, days }, [])).toEqual(['days']);
    expect(moveOf({ ...full, days })).toBeUndefined();
  });

  it('is kept for each matter until it is sent, words and all', () => {
    const keep = storage();
    const drafts = movesIn(() => keep);
    drafts.write('m1', full);
    expect(drafts.read('m1', [])).toEqual(full);
    expect(drafts.read('m2', [])).toEqual(emptyMove([]));
    drafts.drop('m1');
    expect(keep.kept.size).toBe(0);
  });

  it('keeps the words when the procedure it was about is over, and reads a damaged draft as none', () => {
    const keep = storage();
    const drafts = movesIn(() => keep);
    drafts.write('m1', { ...full, type: 'end', pauseId: 'gone' });
    expect(drafts.read('m1', [])).toMatchObject({ type: 'special', pauseId: '', words: '需送检' });
    keep.kept.set('yimen.move m1', '{');
    expect(drafts.read('m1', [])).toEqual(emptyMove([]));
  });

  it('leaves nothing behind when everything is deleted', () => {
    const keep = storage();
    const drafts = movesIn(() => keep);
    drafts.write('m1', full);
    drafts.write('m1', { ...full, ground: '', document: ' ', days: '', words: '' });
    expect(keep.kept.size).toBe(0);
  });
});
