/** What of a bundle's application goes to one of its parts. */
import type { BundlePart, HandlingItem } from '../../../contract/catalogue.ts';
import { standingAnswers, type Answers } from './checklist.ts';
import type { Filled } from './forms.ts';

/** The application of a part. */
export interface PartApplication {
  readonly answers: Answers;
  readonly form: Filled;
  /** part material code → bundle material code */
  readonly materials: Readonly<Record<string, string>>;
}

/**
 * The answers, the form and the materials of one part, under the part's own names: what the bundle settles, what was said once for several parts, and nothing the
 * part would not ask in this situation. `whole.answers` and `whole.form` are the bundle's; `handling` is the part's handling item.
 */
export function applicationOfPart(part: BundlePart, handling: HandlingItem, whole: { readonly answers: Answers; readonly form: Filled }): PartApplication {
  const renamed = <V>(names: Readonly<Record<string, string>>, said: Readonly<Record<string, V>>): Record<string, V> =>
    Object.fromEntries(Object.entries(names).flatMap(([name, own]) => (Object.hasOwn(said, name) ? [[own, said[name] as V] as const] : [])));
  const follows = Object.fromEntries(Object.entries(part.answer_fields ?? {}).map(([field, { question, any_of }]) => [field, any_of.includes(whole.answers[question] ?? '')]));
  const answers = standingAnswers(handling.questions, { ...renamed(part.answers, whole.answers), ...part.fixed_answers });
  const form = { ...renamed(part.fields, whole.form), ...part.fixed_fields, ...follows };
  return { answers, form: onlyAsked(handling, form), materials: Object.fromEntries(Object.entries(part.materials).flatMap(([code, own]) => own.map((one) => [one, code] as const))) };
}

/** Fields on which others hang come first in every form, so one pass is enough. */
function onlyAsked(handling: HandlingItem, form: Filled): Filled {
  const kept: Record<string, unknown> = {};
  for (const field of handling.form.ui.pages.flatMap((page) => page.fields)) {
    const asked = !field.when || field.when.any_of.includes(kept[field.when.field] as string | boolean);
    if (asked && Object.hasOwn(form, field.name)) kept[field.name] = form[field.name];
  }
  return kept;
}
