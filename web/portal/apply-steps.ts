import { isAsked } from '../ui/form/form-field.ts';
import type { FieldUi, HandlingItem, Item, Reply } from '../ui/wire.ts';
import { askedQuestions } from './situation.ts';

/** An application being filled in. */
export type Draft = Reply<'getDraft'>;

/** One page of the application. In elder mode each question, field and material has a page of its own. */
export type ApplyStep =
  | { readonly kind: 'situation'; readonly path: string; readonly question?: string }
  | { readonly kind: 'place'; readonly path: string }
  | { readonly kind: 'form'; readonly path: string; readonly page: HandlingItem['form']['ui']['pages'][number]; readonly fields: readonly FieldUi[] }
  | { readonly kind: 'materials'; readonly path: string }
  | { readonly kind: 'check'; readonly path: string };

/** The draft with its item: what every step needs. */
export interface Application {
  readonly draft: Draft;
  readonly item: Item;
  readonly handling: HandlingItem;
}

/** The pages of this application in order. */
export function stepsOf({ draft, handling }: Application, elder: boolean): readonly ApplyStep[] {
  const base = `/apply/${draft.draftId}`;
  return [
    ...situationSteps(base, handling, draft, elder),
    { kind: 'place', path: `${base}/place` },
    ...handling.form.ui.pages.flatMap((page) => formSteps(base, page, draft, elder)),
    { kind: 'materials', path: `${base}/materials` },
    { kind: 'check', path: `${base}/check` },
  ];
}

function situationSteps(base: string, handling: HandlingItem, draft: Draft, elder: boolean): readonly ApplyStep[] {
  if (handling.questions.length === 0) return [];
  if (!elder) return [{ kind: 'situation', path: `${base}/situation` }];
  return askedQuestions(handling, draft.answers).map((question) => ({ kind: 'situation', path: `${base}/situation/${question.id}`, question: question.id }));
}

function formSteps(base: string, page: HandlingItem['form']['ui']['pages'][number], draft: Draft, elder: boolean): readonly ApplyStep[] {
  const path = `${base}/form/${encodeURIComponent(page.id)}`;
  if (!elder) return [{ kind: 'form', path, page, fields: page.fields }];
  return page.fields.filter((field) => isAsked(field, draft.form)).map((field) => ({ kind: 'form', path: `${path}/${field.name}`, page, fields: [field] }));
}

/** The page after `path`, or the check page when `path` is no page of this application (any more). */
export function stepAfter(steps: readonly ApplyStep[], path: string): string {
  const at = steps.findIndex((step) => step.path === path);
  return (at >= 0 ? steps[at + 1]?.path : undefined) ?? steps.at(-1)?.path ?? path;
}

/** Where a field is asked, for "change" links and for problems found at the end. */
export function pathOfField(steps: readonly ApplyStep[], field: string): string | undefined {
  return steps.find((step) => step.kind === 'form' && step.fields.some((one) => one.name === field))?.path;
}

/** Materials these answers ask for, in the item's order. */
export function neededMaterials(handling: HandlingItem, holds: (when: HandlingItem['materials'][number]['when']) => boolean): HandlingItem['materials'] {
  return handling.materials.filter((material) => holds(material.when));
}
