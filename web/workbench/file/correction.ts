import type { Defect, MatterView } from '../../../contract/matters.ts';
import type { FieldUi } from '../../ui/wire.ts';

/** What can be wrong with a material, a field or the whole (contract Defect.fault). */
export const faults = ['missing', 'unreadable', 'expired', 'inconsistent', 'wrong_document', 'other'] as const;
export type Fault = Defect['fault'];

/** What a correction notice can be about, one line each. */
export interface CorrectionSubject {
  readonly about: Defect['about'];
  readonly code: string;
}

/** What the clerk found, by subject; only those with a fault. */
export type CorrectionDraft = Readonly<Record<string, { readonly fault: Fault; readonly words: string }>>;

/** Name of a subject inside the draft. */
export const subjectKey = ({ about, code }: CorrectionSubject): string => `${about} ${code}`;

/** Faults that make sense: a form field cannot be out of focus or the wrong document. */
export function faultsFor(about: Defect['about']): readonly Fault[] {
  switch (about) {
    case 'material':
      return faults;
    case 'field':
      return ['missing', 'inconsistent', 'other'];
    case 'other':
      return ['other'];
  }
}

/** The subjects of a matter in the order of the file: its materials, the fields asked, and one line for anything else. */
export function subjectsOf(matter: Pick<MatterView, 'materials'>, asked: readonly FieldUi[]): readonly CorrectionSubject[] {
  return [
    ...matter.materials.map((material) => ({ about: 'material' as const, code: material.materialCode })),
    ...asked.map((field) => ({ about: 'field' as const, code: field.name })),
    { about: 'other', code: 'other' },
  ];
}

/**
 * Which subjects a notice may name. The first one: all. A later one: only what the applicant has changed since (`nameable`), for the rest lay before
 * the office at the first examination (一次性告知, 行政许可法 32(4)); `other` is never new.
 */
export function nameableOf(subjects: readonly CorrectionSubject[], nameable: MatterView['nameable']): { readonly offered: readonly CorrectionSubject[]; readonly examined: readonly CorrectionSubject[] } {
  if (nameable === null) return { offered: subjects, examined: [] };
  const isNew = ({ about, code }: CorrectionSubject): boolean => (about === 'material' && nameable.materials.includes(code)) || (about === 'field' && nameable.fields.includes(code));
  return { offered: subjects.filter(isNew), examined: subjects.filter((subject) => !isNew(subject) && subject.about !== 'other') };
}

/** Sets or clears (null) what was found on a subject. The words stay when only the fault changes. */
export function withFault(draft: CorrectionDraft, subject: CorrectionSubject, fault: Fault | null): CorrectionDraft {
  const key = subjectKey(subject);
  if (fault === null) return Object.fromEntries(Object.entries(draft).filter(([name]) => name !== key));
  return { ...draft, [key]: { fault, words: draft[key]?.words ?? '' } };
}

/** Sets the words on a subject that has a fault. */
export function withWords(draft: CorrectionDraft, subject: CorrectionSubject, words: string): CorrectionDraft {
  const found = draft[subjectKey(subject)];
  return found ? { ...draft, [subjectKey(subject)]: { ...found, words } } : draft;
}

/** Subjects whose fault says nothing by itself (`other`) and has no words yet: the notice must say everything that is missing (行政许可法 32(4)). */
export function withoutWords(draft: CorrectionDraft): readonly string[] {
  return Object.entries(draft).filter(([, { fault, words }]) => fault === 'other' && words.trim() === '').map(([key]) => key);
}

/** The defects as the notice carries them, in the order of the file. */
export function defectsOf(draft: CorrectionDraft, subjects: readonly CorrectionSubject[]): readonly Defect[] {
  return subjects.flatMap((subject) => {
    const found = draft[subjectKey(subject)];
    return found ? [{ about: subject.about, code: subject.code, fault: found.fault, words: found.words.trim() }] : [];
  });
}
