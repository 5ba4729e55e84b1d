import { describe, expect, it } from 'vitest';
import type { GivenMaterial } from '../../../contract/matters.ts';
import { changedPapers, givenIn, withMarks, withoutUpload, withUpload } from './papers.ts';

const file = (fileId: string) => ({ fileId, name: `${fileId}.pdf`, mediaType: 'application/pdf', sizeBytes: 10 });
const lies: readonly GivenMaterial[] = [{ materialCode: 'card', form: 'uploaded', files: [file('a')] }, { materialCode: 'proof', form: 'seen_at_window', files: [] }];

describe('papers corrected at the window', () => {
  it('begin with what lies in the matter, without what was never given', () => {
    expect(givenIn([{ materialCode: 'card', form: 'uploaded', files: [file('a')] }, { materialCode: 'photo', form: null, files: [] }])).toEqual([lies[0]]);
  });

  it('send only what was changed: another file, another form, a material that was not there', () => {
    expect(changedPapers(lies, lies)).toEqual([]);
    const replaced = withoutUpload(withUpload(lies, 'card', file('b')), 'card', 'a');
    expect(changedPapers(lies, replaced)).toEqual([{ materialCode: 'card', form: 'uploaded', files: [file('b')] }]);
    expect(changedPapers(lies, withMarks(lies, [{ materialCode: 'proof', form: 'from_city' }]))).toEqual([{ materialCode: 'proof', form: 'from_city', files: [] }]);
    expect(changedPapers([], lies)).toEqual(lies);
  });

  it('keep an uploaded material that was not marked, and drop its files when it is marked otherwise', () => {
    expect(withMarks(lies, [{ materialCode: 'proof', form: 'seen_at_window' }])).toEqual([lies[1], lies[0]]);
    expect(withMarks(lies, [{ materialCode: 'card', form: 'seen_at_window' }])).toEqual([{ materialCode: 'card', form: 'seen_at_window', files: [] }]);
  });

  it('turn a material seen at the window into an uploaded one with its first file', () => {
    expect(withUpload(lies, 'proof', file('c'))).toContainEqual({ materialCode: 'proof', form: 'uploaded', files: [file('c')] });
    expect(withUpload(withUpload([], 'card', file('a')), 'card', file('a'))[0]?.files).toHaveLength(1);
  });

  it('are not uploaded any more once their last file is taken off', () => {
    expect(withoutUpload(lies, 'card', 'a')).toEqual([lies[1]]);
  });
});
