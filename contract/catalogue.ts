/**
 * The item catalogue on file and on the wire: 基本目录 → 实施清单 → 业务办理项 → 情形.
 * Names are those of the national reporting tables and GB/T 39046-2020 where they exist (snake_case); names of ours are marked.
 * One file in data/catalogue/items holds one catalogue item with its implementation and its handling items.
 */
import { Type, type Static } from 'typebox';
import { Localized } from './localized.ts';

const closed = { additionalProperties: false } as const;
const codeList = <const T extends readonly string[]>(values: T) => Type.Unsafe<T[number]>(Type.Union(values.map((v) => Type.Literal(v))));

/** GB/T 39046 Annex A.1 事项类型. */
export const taskTypes = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20'] as const;
/** A.2 行使层级: 1 国家 2 省 3 市 4 县 5 镇/街道 6 村/社区 7 分级管理. */
export const useLevels = ['1', '2', '3', '4', '5', '6', '7'] as const;
/** A.3 实施主体性质: 1 法定机关 2 授权组织 3 受委托组织 9 其他. */
export const deptTypes = ['1', '2', '3', '9'] as const;
/** A.4 服务对象: 1 自然人 2 企业法人 3 事业法人 4 社会组织法人 5 行政机关 6 其他组织. */
export const serverTypes = ['1', '2', '3', '4', '5', '6'] as const;
/** A.5 办理形式: 1 窗口 2 电脑端 3 移动端 4 快递 9 其他. */
export const handleTypes = ['1', '2', '3', '4', '9'] as const;
/** A.6 办件类型: 1 即办件 2 承诺件 9 其他. */
export const projectTypes = ['1', '2', '9'] as const;

/** Levels of the unit tree (ours). */
export const unitLevels = ['city', 'district', 'street', 'community'] as const;
export const UnitLevel = codeList(unitLevels);
export type UnitLevel = Static<typeof UnitLevel>;

/** In what a limit is counted. */
export const limitUnits = ['working_day', 'calendar_day', 'hour', 'month', 'on_the_spot'] as const;
export const LimitUnit = codeList(limitUnits);
export type LimitUnit = Static<typeof LimitUnit>;

/** Moments of a life or a firm under which residents look for items (ours, for the portal). */
export const lifeEvents = [
  'birth', 'child', 'study', 'work', 'housing', 'residence', 'marriage_family', 'health', 'disability', 'hardship',
  'veteran', 'old_age', 'death', 'start_business', 'run_business', 'animals', 'community_life',
] as const;
export const LifeEvent = codeList(lifeEvents);
export type LifeEvent = Static<typeof LifeEvent>;

/** One legal ground 设定依据: 名称 / 文号 / 条款 / 内容. Official text stays in its own language. */
export const ByLaw = Type.Object(
  {
    law_name: Type.String({ minLength: 2 }),
    according_number: Type.Optional(Type.String()),
    terms_number: Type.Optional(Type.String()),
    terms_content: Type.Optional(Type.String()),
  },
  closed,
);

const answered = { question: Type.String(), any_of: Type.Array(Type.String(), { minItems: 1 }) };
/** A condition on the answers to the situation questions: every entry must hold; of an entry its own answer or one of `or`. */
export const When = Type.Array(Type.Object({ ...answered, or: Type.Optional(Type.Array(Type.Object(answered, closed))) }, closed));
export type When = Static<typeof When>;

/** 材料. `use` takes a shared material of data/catalogue/materials.json and the other fields override it (on file only). */
export const Material = Type.Object(
  {
    material_code: Type.String({ pattern: '^[a-z][a-z0-9_]*$' }),
    material_name: Localized,
    material_type: codeList(['original', 'copy', 'original_and_copy', 'form', 'certificate', 'photo']),
    material_format: Type.Array(codeList(['paper', 'electronic']), { minItems: 1 }),
    /** required; optional; or deferrable 容缺 (may come later). */
    is_need: codeList(['required', 'optional', 'deferrable']),
    /** 来源渠道: from the applicant, from a government department (asked for by the city), or another body. */
    source_type: codeList(['applicant', 'government', 'other']),
    source_explain: Type.Optional(Localized),
    /** 出具机构 */
    issued_by: Type.Optional(Localized),
    page_num: Type.Optional(Type.Object({ original: Type.Integer({ minimum: 0 }), copy: Type.Integer({ minimum: 0 }) }, closed)),
    fill_explain: Type.Optional(Localized),
    /** 受理标准: what a clerk must see to accept it; what a correction notice quotes. */
    accept_stand: Localized,
    /** the item's own form is this paper: filled in, it is given (ours) */
    filled_by_form: Type.Optional(Type.Boolean()),
    /** 容缺受理 of a deferrable material: how long it may take (absent: as the rule pack says, L-015), and what follows by itself when it does not come (ours) */
    deferral: Type.Optional(Type.Object({ working_days: Type.Optional(Type.Integer({ minimum: 1 })), consequence: codeList(['remind', 'refuse', 'revoke']) }, closed)),
    /** 告知承诺: the applicant may vouch for the fact instead of proving it; `promise_text` is what he vouches for, and within how many working days after the decision it is looked into (ours) */
    promise: Type.Optional(Type.Object({ promise_text: Localized, check_within_days: Type.Optional(Type.Integer({ minimum: 1 })) }, closed)),
    when: Type.Optional(When),
    /** of a bundle: the parts it is for, what each needs and looks for, and when; asked for once (ours) */
    for_parts: Type.Optional(
      Type.Array(Type.Object({ element: Type.String(), is_need: codeList(['required', 'optional', 'deferrable']), accept_stand: Localized, when: Type.Optional(When) }, closed)),
    ),
  },
  closed,
);
export type Material = Static<typeof Material>;

/** 情形问题: one question whose answer selects materials or shows that another way is right. */
export const SituationQuestion = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9_]*$' }),
    text: Localized,
    why: Type.Optional(Localized),
    when: Type.Optional(When),
    options: Type.Array(
      Type.Object(
        {
          id: Type.String({ pattern: '^[a-z][a-z0-9_]*$' }),
          text: Localized,
          /** Chosen, this item is not the right way: says why, and what would make it a yes or where to go. */
          not_eligible: Type.Optional(Localized),
        },
        closed,
      ),
      { minItems: 2 },
    ),
    /** of a bundle: the parts whose question it is; asked once (ours) */
    for_parts: Type.Optional(Type.Array(Type.String())),
  },
  closed,
);
export type SituationQuestion = Static<typeof SituationQuestion>;

export const fieldWidgets = [
  'text', 'textarea', 'radio', 'checkboxes', 'select', 'yes_no', 'date', 'integer', 'money', 'area', 'phone', 'identity_number', 'credit_code', 'community', 'bank_account',
] as const;

/** How one field of the form is asked. */
export const FieldUi = Type.Object(
  {
    name: Type.String({ pattern: '^[a-z][a-z0-9_]*$' }),
    widget: codeList(fieldWidgets),
    label: Localized,
    hint: Type.Optional(Localized),
    /** enum value → its text */
    options: Type.Optional(Type.Record(Type.String(), Localized)),
    /** Shown only while another field has one of these values; the schema says the same with if/then. */
    when: Type.Optional(Type.Object({ field: Type.String(), any_of: Type.Array(Type.Union([Type.String(), Type.Boolean()])) }, closed)),
    /** of a bundle: the parts that ask for it, whether they must have it, and on which situation answers they are in the case; asked once (ours) */
    for_parts: Type.Optional(Type.Array(Type.Object({ element: Type.String(), required: Type.Boolean(), when: Type.Optional(When) }, closed))),
  },
  closed,
);
export type FieldUi = Static<typeof FieldUi>;

/** A form: JSON Schema 2020-12 of the answers, and the order and words in which they are asked. */
export const Form = Type.Object(
  {
    schema: Type.Object(
      {
        type: Type.Literal('object'),
        properties: Type.Record(Type.String(), Type.Unknown()),
        required: Type.Optional(Type.Array(Type.String())),
        allOf: Type.Optional(Type.Array(Type.Unknown())),
        additionalProperties: Type.Literal(false),
      },
      closed,
    ),
    ui: Type.Object(
      {
        pages: Type.Array(
          Type.Object({ id: Type.String(), title: Localized, why: Type.Optional(Localized), fields: Type.Array(FieldUi) }, closed),
          { minItems: 1 },
        ),
      },
      closed,
    ),
  },
  closed,
);
export type Form = Static<typeof Form>;

/** 环节 as described to people; the order and who handles come from the BPMN process. `element` is the BPMN element id. */
export const HandleLink = Type.Object(
  {
    element: Type.String(),
    name: Localized,
    /** 审查标准 */
    standard: Type.Optional(Localized),
    /** 办理时限 of the link in working days */
    working_days: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  closed,
);

/** 基本目录: the catalogue item. */
export const CatalogItem = Type.Object(
  {
    catalog_code: Type.String({ minLength: 4, maxLength: 50 }),
    /** true where the real code is not known and the code is ours */
    code_is_ours: Type.Boolean(),
    task_name: Localized,
    task_type: codeList(taskTypes),
    by_law: Type.Array(ByLaw),
  },
  closed,
);

/** 实施清单: the implementation item, one for each implementing body; here uniform over the city, the body given by department kind and level. */
export const ImplementationItem = Type.Object(
  {
    task_code: Type.String({ minLength: 4, maxLength: 50 }),
    code_is_ours: Type.Boolean(),
    task_version: Type.Integer({ minimum: 1 }),
    task_state: codeList(['in_force', 'suspended', 'cancelled']),
    plan_effective_date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    /** 实施主体 as a rule: department kind (data/units/departments.json) at a level over the matter's area */
    dept: Type.Object({ kind: Type.String(), level: UnitLevel }, closed),
    dept_type: codeList(deptTypes),
    use_level: codeList(useLevels),
    /** findings and approvals may be given to several matters of this item at once (ours; plain entries in a register): never refusals */
    bulk_allowed: Type.Optional(Type.Boolean()),
    /** 联办机构, as department kinds */
    other_dept: Type.Array(Type.String()),
    server_type: Type.Array(codeList(serverTypes), { minItems: 1 }),
    project_type: codeList(projectTypes),
    handle_type: Type.Array(codeList(handleTypes), { minItems: 1 }),
    /** 到办事现场次数 and why a visit is needed */
    limit_scene_num: Type.Integer({ minimum: 0, maximum: 3 }),
    limit_scene_explain: Type.Optional(Localized),
    is_online: Type.Boolean(),
    is_schedule: Type.Boolean(),
    is_pay_online: Type.Boolean(),
    is_express: Type.Boolean(),
    is_service_terminals: Type.Boolean(),
    is_entry_center: Type.Boolean(),
    /** levels whose general windows take it (ours) */
    accept_at: Type.Array(UnitLevel, { minItems: 1 }),
    /** which place decides the competent unit (ours) */
    area_basis: codeList(['residence', 'household_registration', 'business_place', 'site']),
    transact_time: Type.Optional(Localized),
    link_way: Type.Optional(Localized),
    supervise_way: Type.Optional(Localized),
    anticipate_day: Type.Optional(Type.Integer({ minimum: 0 })),
    anticipate_type: LimitUnit,
    anticipate_explain: Type.Optional(Localized),
    promise_day: Type.Integer({ minimum: 0 }),
    promise_type: LimitUnit,
    promise_explain: Type.Optional(Localized),
    accept_condition: Type.Array(Localized, { minItems: 1 }),
    /** id of a file in data/processes, and its links described */
    process: Type.String(),
    handle_flow: Type.Array(HandleLink, { minItems: 1 }),
    special_procedure: Type.Array(Localized),
    limit_explain: Type.Optional(Localized),
    result_name: Localized,
    result_type: codeList(['certificate', 'approval', 'register_entry', 'payment', 'other']),
    /** 有效期 in months, absent = without end */
    result_valid_months: Type.Optional(Type.Integer({ minimum: 1 })),
    is_fee: Type.Boolean(),
    fees: Type.Array(Type.Object({ fee_name: Localized, amount_fen: Type.Integer({ minimum: 0 }), fee_stand: Localized, is_desc: Type.Boolean() }, closed)),
  },
  closed,
);

/** 业务办理项: what is really asked for (for example first issue, renewal, cancellation), with its situations, materials and form. */
export const HandlingItem = Type.Object(
  {
    task_handle_item: Type.String({ minLength: 2, maxLength: 50 }),
    name: Localized,
    questions: Type.Array(SituationQuestion),
    materials: Type.Array(Material),
    form: Form,
  },
  closed,
);
export type HandlingItem = Static<typeof HandlingItem>;

/** Where facts were read. */
export const Source = Type.Object(
  { title: Type.String(), publisher: Type.Optional(Type.String()), url: Type.Optional(Type.String()), read_on: Type.String() },
  closed,
);

/** JSON Pointer of a fact → its source. A fact without an entry, or with verified false, counts as unverified and is shown so to administrators. */
export const Evidence = Type.Record(
  Type.String(),
  Type.Object({ source: Type.Optional(Type.String()), verified: Type.Boolean(), note: Type.Optional(Type.String()) }, closed),
);

/**
 * One part of a bundle: an item of the catalogue that the bundle asks for on the applicant's behalf. `element` is the call activity of the bundle's process.
 * Mappings run from the bundle's name to the part's: what the applicant said once goes to every part that needs it.
 */
export const BundlePart = Type.Object(
  {
    element: Type.String({ pattern: '^[a-z][a-z0-9_]*$' }),
    task_code: Type.String(),
    task_handle_item: Type.String(),
    /** elements of the parts whose end this one waits for */
    after: Type.Array(Type.String()),
    /** a required part that is not granted makes the bundle's outcome `refused` */
    required: Type.Boolean(),
    /** whether the parts after it go on when this one is not granted */
    on_refused: codeList(['stop', 'go_on']),
    /** in a case only where the bundle's answers say so; absent: in every case */
    when: Type.Optional(When),
    /** before names of this part where a name of another part means something else */
    prefix: Type.String({ pattern: '^[a-z][a-z0-9_]*$' }),
    /** bundle field → part field */
    fields: Type.Record(Type.String(), Type.String()),
    /** bundle material code → the part's codes for that paper: as a rule one, several where the part asks for it under one name or another by situation */
    materials: Type.Record(Type.String(), Type.Array(Type.String(), { minItems: 1 })),
    /** bundle question → part question, with the same options */
    answers: Type.Record(Type.String(), Type.String()),
    /** part question → option that follows from the bundle itself and is not asked */
    fixed_answers: Type.Optional(Type.Record(Type.String(), Type.String())),
    /** part field → value that follows from the bundle itself and is not asked */
    fixed_fields: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Boolean(), Type.Number()]))),
    /** yes-or-no part field → the bundle's answers with which it is yes; not asked */
    answer_fields: Type.Optional(Type.Record(Type.String(), Type.Object(answered, closed))),
    /** the part's own promise, as counted on the way to the bundle's */
    working_days: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type BundlePart = Static<typeof BundlePart>;

/** 一件事: an item that is several items. Compiled from data/bundles when published; `critical_path` are the parts, in order, whose promises add up to the bundle's. */
export const Bundle = Type.Object({ parts: Type.Array(BundlePart, { minItems: 2 }), critical_path: Type.Array(Type.String(), { minItems: 1 }) }, closed);
export type Bundle = Static<typeof Bundle>;

/** One item, whole: the shape of a file of data/catalogue/items after shared materials and fields are filled in. */
export const Item = Type.Object(
  {
    catalog_item: CatalogItem,
    implementation_item: ImplementationItem,
    handling_items: Type.Array(HandlingItem, { minItems: 1 }),
    /** what people call it: plain words, dialect, abbreviations (searched with the name) */
    plain_words: Type.Array(Type.String()),
    /** one or two plain sentences: what it is and for whom */
    summary: Localized,
    life_events: Type.Array(LifeEvent, { minItems: 1 }),
    sources: Type.Record(Type.String(), Source),
    evidence: Evidence,
    /** there where the item is a bundle of others 一件事 */
    bundle: Type.Optional(Bundle),
  },
  closed,
);
export type Item = Static<typeof Item>;
