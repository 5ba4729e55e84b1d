import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autosave, isSaved, restAt, type Autosave, type AutosaveEvent, type DraftPatch } from './autosave.ts';

const start = restAt({ version: 1, savedAt: '2026-11-23T06:00:00.000Z' });
const later = '2026-11-23T06:02:00.000Z';
const run = (...events: readonly AutosaveEvent[]): Autosave => events.reduce(autosave, start);
const edited = (patch: DraftPatch): AutosaveEvent => ({ kind: 'edited', patch });
const sent: AutosaveEvent = { kind: 'sent' };
const saved = (version: number): AutosaveEvent => ({ kind: 'saved', version, savedAt: later });

describe('saving a draft while it is typed', () => {
  it('gathers what is typed until it is sent, and rests with the server’s version and time', () => {
    expect(run(edited({ form: { a: 1 } }), edited({ answers: { q: 'x' } }))).toEqual({ at: 'waiting', version: 1, savedAt: start.savedAt, pending: { form: { a: 1 }, answers: { q: 'x' } } });
    expect(run(edited({ form: { a: 1 } }), sent, saved(2))).toEqual({ at: 'rest', version: 2, savedAt: later });
  });

  it('keeps what is typed while a save is on its way, for the next one with the new version', () => {
    expect(run(edited({ form: { a: 1 } }), sent, edited({ form: { a: 2 } }), saved(2))).toEqual({ at: 'waiting', version: 2, savedAt: later, pending: { form: { a: 2 } } });
  });

  it('loses nothing when a save fails: what was sent waits again, newer values first', () => {
    const state = run(edited({ form: { a: 1 }, areaUnit: '440304001001' }), sent, edited({ form: { a: 2 } }), { kind: 'failed' });
    expect(state).toEqual({ at: 'failed', version: 1, savedAt: start.savedAt, pending: { form: { a: 2 }, areaUnit: '440304001001' } });
    expect(autosave(state, sent)).toMatchObject({ at: 'sending', sent: { form: { a: 2 }, areaUnit: '440304001001' } });
  });

  it('stops when the draft was changed elsewhere, keeps the clerk’s words until the newest is loaded', () => {
    const state = run(edited({ form: { a: 1 } }), sent, { kind: 'refused_as_old' }, edited({ form: { a: 3 } }));
    expect(state).toEqual({ at: 'conflict', version: 1, savedAt: start.savedAt, pending: { form: { a: 3 } } });
    expect(autosave(state, sent)).toBe(state);
    expect(autosave(state, { kind: 'reloaded', version: 7, savedAt: later })).toEqual({ at: 'rest', version: 7, savedAt: later });
  });

  it('takes the version of an upload, which saves nothing that was typed', () => {
    expect(run(sent, saved(2))).toEqual({ at: 'rest', version: 2, savedAt: later });
    expect(run(sent, { kind: 'failed' })).toEqual(start);
  });

  it('never has two saves on their way and never rests with something typed unsent', () => {
    const events = fc.array(fc.oneof(
      fc.integer().map((a) => edited({ form: { a } })), fc.constant(sent), fc.integer({ min: 2, max: 99 }).map(saved), fc.constant<AutosaveEvent>({ kind: 'failed' }),
    ), { maxLength: 30 });
    fc.assert(fc.property(events, (list) => {
      let state = start;
      let typed: unknown = undefined;
      for (const event of list) {
        if (event.kind === 'edited') typed = event.patch.form;
        state = autosave(state, event);
        if (isSaved(state)) typed = undefined;
        const kept = state.at === 'rest' ? undefined : state.at === 'sending' ? (state.pending?.form ?? state.sent.form) : state.pending.form;
        expect(kept).toEqual(typed);
      }
    }));
  });
});
