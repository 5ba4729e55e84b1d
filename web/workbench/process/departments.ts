import departments from '../../../data/units/departments.json' with { type: 'json' };
import type { Language } from '../../../contract/language.ts';

/** The kinds of departments, as their field of work is called. */
export function departmentKinds(language: Language): readonly { readonly value: string; readonly text: string }[] {
  return departments.kinds.map((one) => ({ value: one.kind, text: one.field[language] }));
}
