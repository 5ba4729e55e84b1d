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
