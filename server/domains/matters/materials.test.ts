import { describe, expect, it } from 'vitest';
import { gradeOf, judgeMaterials, type HandedIn } from './materials.ts';
import type { AskedMaterial } from './law.ts';

const asked = (code: string, more: Partial<AskedMaterial> = {}): AskedMaterial => ({ code, need: 'required', source: 'applicant', ownPromise: false, filledByForm: false, ...more });
const handed = (code: string, form: HandedIn['form'] = 'uploaded', files = 1): HandedIn => ({
  code, form, files: Array.from({ length: files }, (_, index) => ({ fileId: String(index).repeat(64), mediaType: 'image/png', sizeBytes: 10 })),
});

describe('grades of trust (国办函〔2016〕108号)', () => {
  it.each([
    ['A', 'from the authority that issued it', 'from_city', false],
    ['B', 'compared with the original at the window', 'seen_at_window', false],
    ['C', 'uploaded by the applicant', 'uploaded', false],
    ['D', 'the applicant’s own promise', 'uploaded', true],
    ['D', 'to be brought later', 'deferred', false],
  ] as const)('%s: %s', (grade, _what, form, ownPromise) => {
    expect(gradeOf({ form }, { ownPromise })).toBe(grade);
  });
});

describe('materials handed in', () => {
  it('are taken with their grade when each was asked for', () => {
    const judged = judgeMaterials([asked('id-card'), asked('lease', { source: 'government' })], [handed('id-card'), handed('lease', 'from_city', 0)], 'online');
    expect(judged.faults).toEqual([]);
    expect(judged.given.map((one) => [one.code, one.grade])).toEqual([['id-card', 'C'], ['lease', 'A']]);
  });

  it('may leave out what is optional, and put off what is deferrable: that is a promise', () => {
    const judged = judgeMaterials([asked('photo', { need: 'optional' }), asked('lease', { need: 'deferrable' })], [], 'online');
    expect(judged).toEqual({ faults: [], given: [{ code: 'lease', form: 'deferred', grade: 'D', files: [] }] });
  });

  it('count the application form as given by the form that was filled in, and only that one', () => {
    const judged = judgeMaterials([asked('application-form', { filledByForm: true }), asked('pledge', { ownPromise: true })], [], 'online');
    expect(judged.given).toEqual([{ code: 'application-form', form: 'filled_in_form', grade: 'D', files: [] }]);
    expect(judged.faults).toEqual([{ pointer: '/materials/pledge', code: 'matter.materials_missing', params: {} }]);
  });

  it('never include one nobody asked for (行政许可法 31), however well meant', () => {
    expect(judgeMaterials([], [handed('diary')], 'window')).toEqual({ given: [], faults: [{ pointer: '/materials/diary', code: 'matter.material_not_asked', params: {} }] });
  });

  it('are all judged, everything wrong said at once', () => {
    const judged = judgeMaterials([asked('id-card'), asked('lease'), asked('photo')], [handed('lease', 'seen_at_window'), handed('diary')], 'online');
    expect(judged.faults.map((fault) => [fault.pointer, fault.code])).toEqual([
      ['/materials/lease', 'matter.material_form_not_possible'], ['/materials/diary', 'matter.material_not_asked'], ['/materials/id-card', 'matter.materials_missing'], ['/materials/photo', 'matter.materials_missing'],
    ]);
  });

  it.each([
    ['uploaded without a file', handed('m', 'uploaded', 0), asked('m'), 'online', false],
    ['uploaded with a file', handed('m'), asked('m'), 'online', true],
    ['seen at the window, filed online', handed('m', 'seen_at_window'), asked('m'), 'online', false],
    ['seen at the window, filed there', handed('m', 'seen_at_window'), asked('m'), 'window', true],
    ['fetched from the city, which holds it', handed('m', 'from_city', 0), asked('m', { source: 'government' }), 'online', true],
    ['fetched from the city, which does not hold it', handed('m', 'from_city', 0), asked('m'), 'online', false],
    ['put off, which is allowed', handed('m', 'deferred', 0), asked('m', { need: 'deferrable' }), 'online', true],
    ['the form itself, of the item’s own form', handed('m', 'filled_in_form', 0), asked('m', { filledByForm: true }), 'online', true],
    ['the form itself, of another paper', handed('m', 'filled_in_form', 0), asked('m'), 'online', false],
    ['put off, which is not allowed', handed('m', 'deferred', 0), asked('m'), 'online', false],
  ] as const)('%s', (_what, material, wanted, channel, possible) => {
    expect(judgeMaterials([wanted], [material], channel).faults.map((fault) => fault.code)).toEqual(possible ? [] : ['matter.material_form_not_possible']);
  });
});
