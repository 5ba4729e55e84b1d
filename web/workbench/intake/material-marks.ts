import type { Material } from '../../../contract/catalogue.ts';
import type { GivenMaterial } from '../../../contract/matters.ts';
import type { Withheld } from '../../../contract/promise-views.ts';

/** How a material is given. */
export type MaterialForm = GivenMaterial['form'];
/** A mark on a material, as a save carries it. */
export type MaterialMark = Pick<GivenMaterial, 'materialCode' | 'form' | 'affirmedBy'>;

/** The key of each form: seen, from the city, uploaded, deferred, promised. */
export const formKeys = { S: 'seen_at_window', C: 'from_city', U: 'uploaded', D: 'deferred', P: 'promised' } as const satisfies Readonly<Record<string, MaterialForm>>;

/** What this applicant is not offered now (L-016). */
export type NotOffered = Pick<Withheld, 'promise' | 'deferral'>;

/**
 * The ways a material can be given at a window: the city is asked only for what a department issued, only what the item lets come later may be deferred, and only what it lets be vouched for promised; less what
 * this applicant is not offered now. The server judges again.
 */
export function possibleForms(material: Pick<Material, 'source_type' | 'is_need' | 'promise'>, notOffered?: NotOffered): readonly MaterialForm[] {
  return [
    'seen_at_window',
    ...(material.source_type === 'government' ? ['from_city'] as const : []),
    'uploaded',
    ...(material.is_need === 'deferrable' && !notOffered?.deferral ? ['deferred'] as const : []),
    ...(material.promise && !notOffered?.promise ? ['promised'] as const : []),
  ];
}

/** The marks a save sends: all materials but those whose files alone say that they are uploaded. */
export function marksOf(given: readonly GivenMaterial[]): readonly MaterialMark[] {
  return given.filter((one) => one.form !== 'uploaded').map(({ materialCode, form, affirmedBy }) => ({ materialCode, form, ...(affirmedBy === undefined ? {} : { affirmedBy }) }));
}

/** The marks after giving one material another form, or none (null). Uploaded is said only of a material that has files. */
export function withMark(given: readonly GivenMaterial[], materialCode: string, form: MaterialForm | null, affirmedBy?: string): readonly MaterialMark[] {
  const others = marksOf(given).filter((one) => one.materialCode !== materialCode);
  return form === null ? others : [...others, { materialCode, form, ...(affirmedBy === undefined ? {} : { affirmedBy }) }];
}

/** The marks after giving every material without one the form, where it is possible. */
export function withAllMarked(asked: readonly Material[], given: readonly GivenMaterial[], form: MaterialForm): readonly MaterialMark[] {
  const open = asked.filter((material) => possibleForms(material).includes(form) && !given.some((one) => one.materialCode === material.material_code));
  return [...marksOf(given), ...open.map((material) => ({ materialCode: material.material_code, form }))];
}
