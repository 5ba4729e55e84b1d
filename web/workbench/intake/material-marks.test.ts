import { describe, expect, it } from 'vitest';
import type { Material } from '../../../contract/catalogue.ts';
import type { GivenMaterial } from '../../../contract/matters.ts';
import { marksOf, possibleForms, withAllMarked, withMark } from './material-marks.ts';

const text = { 'zh-CN': '材料', 'zh-HK': '材料', en: 'Paper' };
const material = (material_code: string, source_type: Material['source_type'], is_need: Material['is_need']): Material => ({
  material_code, material_name: text, material_type: 'original', material_format: ['paper'], is_need, source_type, accept_stand: text,
});
const id = material('id_card', 'applicant', 'required');
const hukou = material('hukou', 'government', 'required');
const photo = material('photo', 'applicant', 'deferrable');
const file = { fileId: 'a'.repeat(64), name: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 1 };
const given: readonly GivenMaterial[] = [{ materialCode: 'id_card', form: 'uploaded', files: [file] }, { materialCode: 'photo', form: 'deferred', files: [] }];

describe('marking materials at the window', () => {
  it('offers the city only for papers a department issued, and deferral only where the item allows it', () => {
    expect(possibleForms(id)).toEqual(['seen_at_window', 'uploaded']);
    expect(possibleForms(hukou)).toEqual(['seen_at_window', 'from_city', 'uploaded']);
    expect(possibleForms(photo)).toEqual(['seen_at_window', 'uploaded', 'deferred']);
  });

  it('offers vouching only where the item does, and neither that nor deferral to whoever is not offered it now', () => {
    const lease: Material = { ...id, material_code: 'lease', promise: { promise_text: text } };
    const since = { until: '2027-06-01', number: '440303-20260601-00001' };
    expect(possibleForms(lease)).toEqual(['seen_at_window', 'uploaded', 'promised']);
    expect(possibleForms(lease, { promise: since, deferral: null })).toEqual(['seen_at_window', 'uploaded']);
    expect(possibleForms(photo, { promise: since, deferral: null })).toEqual(['seen_at_window', 'uploaded', 'deferred']);
    expect(possibleForms(photo, { promise: null, deferral: since })).toEqual(['seen_at_window', 'uploaded']);
  });

  it('keeps the name that affirmed a promise with its mark', () => {
    const marks = withMark(given, 'lease', 'promised', '安宁');
    expect(marks).toEqual([{ materialCode: 'photo', form: 'deferred' }, { materialCode: 'lease', form: 'promised', affirmedBy: '安宁' }]);
    expect(marksOf(marks.map((one) => ({ ...one, files: [] })))).toEqual(marks);
  });

  it('sends every mark but leaves uploaded files to speak for themselves', () => {
    expect(marksOf(given)).toEqual([{ materialCode: 'photo', form: 'deferred' }]);
    expect(withMark(given, 'id_card', 'seen_at_window')).toEqual([{ materialCode: 'photo', form: 'deferred' }, { materialCode: 'id_card', form: 'seen_at_window' }]);
    expect(withMark(given, 'photo', null)).toEqual([]);
  });

  it('marks all that are still open at once, only where it is possible, and never changes one already marked', () => {
    expect(withAllMarked([id, hukou, photo], given, 'from_city')).toEqual([{ materialCode: 'photo', form: 'deferred' }, { materialCode: 'hukou', form: 'from_city' }]);
    expect(withAllMarked([id, hukou, photo], [], 'seen_at_window').map((one) => one.materialCode)).toEqual(['id_card', 'hukou', 'photo']);
  });
});
