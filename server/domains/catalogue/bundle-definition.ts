/** A bundle's definition as it lies in data/bundles: what is said by hand; everything else comes from the items it is made of. */
import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { BundlePart, CatalogItem, Evidence, ImplementationItem, LifeEvent, SituationQuestion, Source, When } from '../../../contract/catalogue.ts';
import { Localized } from '../../../contract/localized.ts';
import { problem, type Problem } from './problem.ts';

const closed = { additionalProperties: false } as const;

/** One item of the bundle. Mappings name only what is not plain: the rest is compared by name and meaning. */
const PartDefinition = Type.Object(
  {
    element: Type.String({ pattern: '^[a-z][a-z0-9_]*$' }),
    task_handle_item: Type.String(),
    /** what the part is called in the bundle; absent: as its item */
    name: Type.Optional(Localized),
    after: Type.Array(Type.String()),
    required: Type.Boolean(),
    on_refused: BundlePart.properties.on_refused,
    when: Type.Optional(When),
    prefix: Type.String({ pattern: '^[a-z][a-z0-9_]*$' }),
    /** bundle name → name in the part */
    fields: Type.Optional(Type.Record(Type.String(), Type.String())),
    materials: Type.Optional(BundlePart.properties.materials),
    answers: Type.Optional(Type.Record(Type.String(), Type.String())),
    fixed_answers: BundlePart.properties.fixed_answers,
    fixed_fields: BundlePart.properties.fixed_fields,
    answer_fields: BundlePart.properties.answer_fields,
    /** fields the part can do without, and which the bundle does not ask: what only comes of another part */
    not_asked: Type.Optional(Type.Array(Type.String())),
  },
  closed,
);
export type PartDefinition = Static<typeof PartDefinition>;

const said = ImplementationItem.properties;

/** The file of a bundle. What of `implementation_item` is not said here follows from the parts. */
export const BundleDefinition = Type.Object(
  {
    catalog_item: CatalogItem,
    implementation_item: Type.Object(
      {
        task_code: said.task_code, code_is_ours: said.code_is_ours, plan_effective_date: said.plan_effective_date, dept: said.dept, use_level: said.use_level, server_type: said.server_type, area_basis: said.area_basis,
        transact_time: said.transact_time, link_way: said.link_way, supervise_way: said.supervise_way, accept_condition: said.accept_condition, result_name: said.result_name, result_type: said.result_type,
        limit_scene_num: Type.Optional(said.limit_scene_num), limit_scene_explain: said.limit_scene_explain,
      },
      closed,
    ),
    handling_item: Type.Object({ task_handle_item: Type.String({ minLength: 2, maxLength: 50 }), name: Localized }, closed),
    /** the bundle's own questions: which items the applicant wants, and what several items ask in different words */
    questions: Type.Array(SituationQuestion),
    parts: Type.Array(PartDefinition, { minItems: 2 }),
    plain_words: Type.Array(Type.String()),
    summary: Localized,
    life_events: Type.Array(LifeEvent, { minItems: 1 }),
    sources: Type.Record(Type.String(), Source),
    evidence: Evidence,
  },
  closed,
);
export type BundleDefinition = Static<typeof BundleDefinition>;

const shape = Compile(BundleDefinition);

/** The definition of a file's content, or everything its shape lacks. */
export function readDefinition(raw: unknown): { readonly ok: true; readonly definition: BundleDefinition } | { readonly ok: false; readonly problems: readonly Problem[] } {
  if (shape.Check(raw)) return { ok: true, definition: raw };
  return { ok: false, problems: shape.Errors(raw).map((e) => problem(e.instancePath, 'catalogue.wrong_shape', { message: e.message, keyword: e.keyword, detail: JSON.stringify(e.params) })) };
}
