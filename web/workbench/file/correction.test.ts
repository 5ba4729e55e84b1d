import { describe, expect, it } from 'vitest';
import { defectsOf, faultsFor, nameableOf, subjectKey, subjectsOf, withFault, withoutWords, withWords, type CorrectionDraft, type CorrectionSubject } from './correction.ts';

const text = { 'zh-CN': '字', 'zh-HK': '字', en: 'text' };
const material = (materialCode: string) => ({ materialCode, name: text, acceptStand: text, isNeed: 'required', form: null, grade: null, files: [], deferral: null });
const subjects = subjectsOf({ materials: [material('hukou'), material('photo')] }, [{ name: 'bank_account', widget: 'bank_account', label: text }]);
const hukou: CorrectionSubject = { about: 'material', code: 'hukou' };
const bank: CorrectionSubject = { about: 'field', code: 'bank_account' };
const other: CorrectionSubject = { about: 'other', code: 'other' };

describe('a correction notice, said once', () => {
  it('can be about every material, every field asked, and anything else', () => {
    expect(subjects.map(subjectKey)).toEqual(['material hukou', 'material photo', 'field bank_account', 'other other']);
    expect(faultsFor('field')).toEqual(['missing', 'inconsistent', 'other']);
  });

  it('offers everything the first time, and the second time only what the applicant has changed since', () => {
    expect(nameableOf(subjects, null)).toEqual({ offered: subjects, examined: [] });
    const second = nameableOf(subjects, { materials: ['photo'], fields: ['bank_account'] });
    expect(second.offered.map(subjectKey)).toEqual(['material photo', 'field bank_account']);
    expect(second.examined.map(subjectKey)).toEqual(['material hukou']);
    expect(nameableOf(subjects, { materials: ['bank_account'], fields: [] }).offered, 'a field is not a material of the same name').toEqual([]);
  });

  it('carries several defects in the order of the file, whatever order they were found in, words trimmed', () => {
    let draft: CorrectionDraft = {};
    draft = withFault(draft, bank, 'inconsistent');
    draft = withWords(draft, bank, '  与身份证姓名不符 ');
    draft = withFault(draft, hukou, 'unreadable');
    expect(defectsOf(draft, subjects)).toEqual([
      { about: 'material', code: 'hukou', fault: 'unreadable', words: '' },
      { about: 'field', code: 'bank_account', fault: 'inconsistent', words: '与身份证姓名不符' },
    ]);
  });

  it('keeps the words when the fault changes and forgets both when it is cleared', () => {
    const draft = withWords(withFault({}, hukou, 'missing'), hukou, '缺第 2 页');
    expect(defectsOf(withFault(draft, hukou, 'expired'), subjects)[0]).toMatchObject({ fault: 'expired', words: '缺第 2 页' });
    expect(withFault(draft, hukou, null)).toEqual({});
  });

  it('says which defects still need words, because “other” alone tells the resident nothing', () => {
    const draft = withFault(withFault({}, other, 'other'), hukou, 'missing');
    expect(withoutWords(draft)).toEqual(['other other']);
    expect(withoutWords(withWords(draft, other, '请补一份说明'))).toEqual([]);
    expect(withWords(draft, bank, 'x')).toBe(draft);
  });
});
