import type { Language } from '../../../contract/language.ts';
import type { FieldUi, Form, HandlingItem, Material } from '../wire.ts';

/** Answers to situation questions: question id → option id. */
export type SituationAnswers = Readonly<Record<string, string>>;

/** Whether a condition on the answers holds: every entry must, by its own answer or one of its alternatives. No condition always holds. */
export function holds(when: HandlingItem['questions'][number]['when'], answers: SituationAnswers): boolean {
  return (when ?? []).every((one) => [one, ...(one.or ?? [])].some(({ question, any_of }) => any_of.includes(answers[question] ?? '')));
}

/** The form of a bundle (一件事) with only what the parts in this case ask for; any other form is itself. The server judges by the same rule. */
export function askedForm(form: Form, answers: SituationAnswers): Form {
  if (!form.ui.pages.some((page) => page.fields.some((field) => field.for_parts))) return form;
  const pages = form.ui.pages.map((page) => ({ ...page, fields: page.fields.flatMap((field) => fieldAsked(field, answers)) })).filter((page) => page.fields.length > 0);
  const fields = new Map(pages.flatMap((page) => page.fields).map((field) => [field.name, field]));
  const required = (form.schema.required ?? []).filter((name) => fields.get(name)?.for_parts?.some((part) => part.required) ?? fields.has(name));
  return { schema: { ...form.schema, required }, ui: { pages } };
}

function fieldAsked(field: FieldUi, answers: SituationAnswers): FieldUi[] {
  if (!field.for_parts) return [field];
  const parts = field.for_parts.filter((part) => holds(part.when, answers));
  return parts.length > 0 ? [{ ...field, for_parts: parts }] : [];
}

const needs = ['required', 'deferrable', 'optional'] as const;

/** The material as these answers need it; of a bundle's, by the strictest part in the case. Null where it is not needed. */
export function materialAsked(material: Material, answers: SituationAnswers): Material | null {
  if (!material.for_parts) return holds(material.when, answers) ? material : null;
  const parts = material.for_parts.filter((part) => holds(part.when, answers));
  const strictest = needs.find((need) => parts.some((part) => part.is_need === need));
  const stand = (language: Language): string => [...new Set(parts.map((part) => part.accept_stand[language]))].join(language === 'en' ? ' ' : '');
  return strictest ? { ...material, is_need: strictest, accept_stand: { 'zh-CN': stand('zh-CN'), 'zh-HK': stand('zh-HK'), en: stand('en') }, for_parts: parts } : null;
}

/** Whether everybody needs the material, whatever is answered. */
export const alwaysAsked = (material: Material): boolean => (material.for_parts ? material.for_parts.some((part) => !part.when) : !material.when);
