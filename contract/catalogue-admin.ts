/**
 * The catalogue as administrators change it: drafts, proposals and approvals of items, processes and districts' own values, versions and their differences, and the test run.
 * Two persons: whoever wrote and proposed a change never approves it.
 */
import { Type, type Static } from 'typebox';
import { Item, LimitUnit, Material } from './catalogue.ts';
import { closed, CommandId, FieldProblem, Instant, literals, LocalDate, nullable, UnitCode, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { SituationAnswers } from './items.ts';
import { matterLimitKinds } from './limits.ts';
import { Localized } from './localized.ts';

export const catalogueChangeKinds = ['item', 'process', 'override'] as const;
export const catalogueChangeStatuses = ['draft', 'proposed', 'approved', 'rejected', 'withdrawn'] as const;
/** What may be done with a change now; the server says which to whom. `discard` throws a draft away. */
export const catalogueActs = ['save', 'propose', 'discard', 'approve', 'reject', 'withdraw'] as const;
/** Where a version or a change came from: an administrator at the screen, or the data files of a release. */
export const catalogueOrigins = ['screen', 'release'] as const;

const TaskCode = Type.String({ minLength: 4, maxLength: 50 });
export const ProcessId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,59}$' });
const Bpmn = Type.String({ maxLength: 600_000 });

/** A process beside an item: published with it, as the next version of its id. */
const OwnProcess = Type.Object({ processId: ProcessId, bpmn: Bpmn }, closed);

/**
 * What a change would publish. A draft may be unfinished, so `item` has the shape of catalogue.ts `Item` only once its problems are gone. `fields` of an override: pointer → value,
 * where a pointer names handling items, materials and fees by their code or place: `/implementation_item/promise_day`, `/handling_items/<task_handle_item>/materials/<material_code>/is_need`,
 * `/implementation_item/fees/0/amount_fen`. Without fields an override ends the district's own values.
 */
export const CatalogueContent = Type.Union([
  Type.Object({ kind: Type.Literal('item'), item: Type.Unknown(), process: nullable(OwnProcess) }, closed),
  Type.Object({ kind: Type.Literal('process'), ...OwnProcess.properties }, closed),
  Type.Object({ kind: Type.Literal('override'), taskCode: TaskCode, unit: UnitCode, fields: Type.Record(Type.String({ maxLength: 200 }), Type.Unknown()) }, closed),
]);
export type CatalogueContent = Static<typeof CatalogueContent>;

/** A change of law behind a change: what rests on which paper. Matters filed before keep their version (实体从旧). */
export const LawChange = Type.Object({ document: Type.String({ maxLength: 200 }), from: Type.String({ maxLength: 10 }), applies: literals(['new_matters', 'undecided_matters_in_favour'] as const) }, closed);
export type LawChange = Static<typeof LawChange>;

/** What is said of a change beside its content: its name for people, why, from which day (null: as soon as it is approved), and the law behind it. */
export const CatalogueTerms = Type.Object({ title: Type.String({ maxLength: 120 }), reason: Type.String({ maxLength: 1_000 }), effectiveOn: nullable(Type.String({ maxLength: 10 })), lawChange: nullable(LawChange) }, closed);
export type CatalogueTerms = Static<typeof CatalogueTerms>;

/** One thing wrong (`error`: cannot be proposed) or worth a look (`warning`), at a JSON Pointer (RFC 6901) into `content`: `/item/…`, `/process/<element id>`, `/fields/…`. `text` is the sentence. */
export const CatalogueProblem = Type.Object({ ...FieldProblem.properties, grade: literals(['error', 'warning'] as const), text: Localized }, closed);
export type CatalogueProblem = Static<typeof CatalogueProblem>;

/**
 * One difference. `pointer` leads into the side that has it, `keys` names the same place by codes (`handling_items`, its code, `materials`, its code, `is_need`), `label` says in words which
 * part it is in (the material, the question …), none at the item itself. Texts in three languages are one difference. `moved`: the same thing at another place of its list.
 */
export const CatalogueDifference = Type.Object(
  { pointer: Type.String(), keys: Type.Array(Type.String()), label: nullable(Localized), what: literals(['added', 'removed', 'changed', 'moved'] as const), before: Type.Unknown(), after: Type.Unknown() },
  closed,
);
export type CatalogueDifference = Static<typeof CatalogueDifference>;

const Person = Type.Object({ staffId: nullable(Uuid), name: Type.String() }, closed);

/** A change in a list. `subject` is the item's or process's code; `revision` is what every act must have seen. */
export const CatalogueChangeRow = Type.Object(
  {
    changeId: Uuid, kind: literals(catalogueChangeKinds), status: literals(catalogueChangeStatuses), origin: literals(catalogueOrigins), subject: Type.String(), subjectName: Localized, unit: nullable(UnitCode), unitName: nullable(Localized),
    title: Type.String(), baseVersion: nullable(Type.Integer()), revision: Type.Integer(), changedAt: Instant,
    author: Person, proposedAt: nullable(Instant), decidedAt: nullable(Instant), decidedBy: nullable(Person), effectiveOn: nullable(Type.String()),
    /** what it was published as; null before */
    version: nullable(Type.Integer()),
  },
  closed,
);
export type CatalogueChangeRow = Static<typeof CatalogueChangeRow>;

/** A change, whole. `base` is the content it began from (null: nothing stands yet); `newestVersion` is the newest of its subject now: later than `baseVersion` it must be looked at again (save with `rebase`). */
export const CatalogueChange = Type.Object(
  {
    ...CatalogueChangeRow.properties, terms: CatalogueTerms, content: CatalogueContent, base: nullable(CatalogueContent), newestVersion: nullable(Type.Integer()),
    problems: Type.Array(CatalogueProblem), differences: Type.Array(CatalogueDifference), words: nullable(Type.String()), allowed: Type.Array(literals(catalogueActs)),
  },
  closed,
);
export type CatalogueChange = Static<typeof CatalogueChange>;

/** An item as administrators list it: also suspended and cancelled ones. */
export const CatalogueItemRow = Type.Object(
  {
    taskCode: Type.String(), name: Localized, state: literals(['in_force', 'suspended', 'cancelled'] as const), version: Type.Integer(), process: Type.String(), processVersion: Type.Integer(), origin: literals(catalogueOrigins),
    bundle: Type.Boolean(), deptKind: Type.String(), openChanges: Type.Integer(), overrides: Type.Integer(),
  },
  closed,
);
export type CatalogueItemRow = Static<typeof CatalogueItemRow>;

/** A version of an item: from which day, where from, by which two persons, and how many open matters keep it. */
export const CatalogueVersion = Type.Object(
  {
    version: Type.Integer(), process: Type.String(), processVersion: Type.Integer(), loadedAt: Instant, effectiveOn: nullable(LocalDate), origin: literals(catalogueOrigins), changeId: nullable(Uuid),
    title: nullable(Type.String()), author: nullable(Person), decidedBy: nullable(Person), current: Type.Boolean(), openMatters: Type.Integer(),
  },
  closed,
);
export type CatalogueVersion = Static<typeof CatalogueVersion>;

/** A district's own values: which of them hold on the item's version of today, and which sleep because they no longer fit it. */
export const CatalogueOverride = Type.Object(
  {
    unit: UnitCode, unitName: Localized, number: Type.Integer(), effectiveOn: LocalDate, changeId: Uuid, fields: Type.Record(Type.String(), Type.Unknown()), asleep: Type.Array(CatalogueProblem), openMatters: Type.Integer(), current: Type.Boolean(),
  },
  closed,
);
export type CatalogueOverride = Static<typeof CatalogueOverride>;

/** What a district may set for itself, and by which rule; sentences in contract/messages/catalogue-admin.ts under `catalogue.rule_<rule>`. `value` is the item's own. */
export const OverridableField = Type.Object(
  { pointer: Type.String(), label: nullable(Localized), rule: literals(['shorter', 'fewer', 'lower', 'more', 'offered', 'in_favour', 'text'] as const), shape: literals(['integer', 'boolean', 'need', 'levels', 'text'] as const), value: Type.Unknown() },
  closed,
);
export type OverridableField = Static<typeof OverridableField>;

/** A process as administrators list it. */
export const CatalogueProcessRow = Type.Object({ processId: Type.String(), version: Type.Integer(), name: Localized, origin: literals(catalogueOrigins), items: Type.Array(Type.Object({ taskCode: Type.String(), name: Localized }, closed)), openChanges: Type.Integer() }, closed);
export type CatalogueProcessRow = Static<typeof CatalogueProcessRow>;

/** An invented applicant and what everybody does: of each element the outcomes of its tasks in the order they come; what is left out still waits. */
export const TestRunBody = Type.Object(
  {
    handlingItem: Type.String({ maxLength: 50 }), areaUnit: UnitCode, channel: literals(['online', 'window'] as const), applicant: literals(['person', 'organisation'] as const), answers: SituationAnswers, form: Type.Record(Type.String({ maxLength: 60 }), Type.Unknown()),
    /** the day it is filed; today when left out */
    filedOn: Type.Optional(LocalDate),
    steps: Type.Array(Type.Object({ element: Type.String({ maxLength: 100 }), outcome: Type.String({ maxLength: 60 }), afterWorkingDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 400 })) }, closed), { maxItems: 200 }),
  },
  closed,
);
export type TestRunBody = Static<typeof TestRunBody>;

/** A clock of a test run with its date and the one sentence that explains it. */
export const TestRunDue = Type.Object({ limit: literals(matterLimitKinds), amount: Type.Integer(), unit: LimitUnit, startedOn: LocalDate, dueOn: LocalDate, explanation: Localized }, closed);

/** One step played: a task that waits or was done, a timer, a message, a called process. `choices` are the outcomes a waiting one may have. */
export const TestRunStep = Type.Object(
  {
    element: Type.String(), name: Localized, what: literals(['task', 'timer', 'message', 'call', 'service'] as const), kind: nullable(Type.String()), entry: nullable(Type.String()), institution: nullable(Type.String()), institutionName: nullable(Localized), post: nullable(Type.String()),
    openedOn: LocalDate, due: nullable(TestRunDue), doneOn: nullable(LocalDate), outcome: nullable(Type.String()), choices: Type.Array(Type.String()), late: Type.Boolean(),
  },
  closed,
);
export type TestRunStep = Static<typeof TestRunStep>;

/** What a matter under this draft would come to. Nothing is written. */
export const TestRun = Type.Object(
  {
    checklist: Type.Object({ openQuestions: Type.Array(Type.String()), notEligible: nullable(Type.Object({ question: Type.String(), reason: Localized }, closed)), materials: Type.Array(Material) }, closed),
    formFaults: Type.Array(Type.Object({ ...FieldProblem.properties, text: Localized }, closed)),
    accepting: nullable(Type.Object({ institution: Type.String(), name: Localized }, closed)), handling: nullable(Type.Object({ institution: Type.String(), name: Localized }, closed)),
    dues: Type.Array(TestRunDue), steps: Type.Array(TestRunStep),
    /** fields that come from the district's own values */
    overridden: Type.Array(Type.String()),
    /** granted or refused once the process ended; null while something waits */
    outcome: nullable(literals(['granted', 'refused', 'ended'] as const)), endedOn: nullable(LocalDate),
    /** why it goes no further */
    problems: Type.Array(CatalogueProblem),
  },
  closed,
);
export type TestRun = Static<typeof TestRun>;

const changeParams = Type.Object({ changeId: Uuid }, closed);
const itemParams = Type.Object({ taskCode: TaskCode }, closed);
/** Every act: its id, and the revision the actor saw. */
const act = { commandId: CommandId, seenRevision: Type.Integer({ minimum: 1 }) };
const answer = Type.Object({ change: CatalogueChange }, closed);
const tag = 'catalogue-admin';
const base = '/api/v1/catalogue-admin';
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const listCatalogueItems = endpoint({
  id: 'listCatalogueItems', method: 'GET', path: `${base}/items`, tag, summary: 'Every item in its newest version, also suspended and cancelled ones',
  reply: Type.Object({ items: Type.Array(CatalogueItemRow) }, closed),
});
export const listCatalogueProcesses = endpoint({
  id: 'listCatalogueProcesses', method: 'GET', path: `${base}/processes`, tag, summary: 'Every process in its newest version, and the items that follow it',
  reply: Type.Object({ processes: Type.Array(CatalogueProcessRow) }, closed),
});
export const getCatalogueProcess = endpoint({
  id: 'getCatalogueProcess', method: 'GET', path: `${base}/processes/:processId/versions/:version`, tag, summary: 'One version of a process as BPMN 2.0 XML',
  params: Type.Object({ processId: Type.String({ maxLength: 60 }), version: Type.Integer({ minimum: 1 }) }, closed), reply: Type.Object({ processId: Type.String(), version: Type.Integer(), newest: Type.Integer(), bpmn: Type.String() }, closed),
});
export const listCatalogueVersions = endpoint({
  id: 'listCatalogueVersions', method: 'GET', path: `${base}/items/:taskCode/versions`, tag, summary: 'The versions of an item, newest first, the districts’ own values, and its changes', params: itemParams,
  reply: Type.Object({ name: Localized, versions: Type.Array(CatalogueVersion), overrides: Type.Array(CatalogueOverride), changes: Type.Array(CatalogueChangeRow), districts: Type.Array(Type.Object({ unit: UnitCode, name: Localized }, closed)) }, closed),
});
export const getCatalogueVersion = endpoint({
  id: 'getCatalogueVersion', method: 'GET', path: `${base}/items/:taskCode/versions/:version`, tag, summary: 'One version of an item, whole',
  params: Type.Object({ taskCode: TaskCode, version: Type.Integer({ minimum: 1 }) }, closed), reply: Type.Object({ version: Type.Integer(), process: Type.String(), processVersion: Type.Integer(), item: Item }, closed),
});
const differences = Type.Object({ left: Type.String(), right: Type.String(), differences: Type.Array(CatalogueDifference) }, closed);
export const diffCatalogueVersions = endpoint({
  id: 'diffCatalogueVersions', method: 'GET', path: `${base}/items/:taskCode/version-diff`, tag, summary: 'What is other between two versions of an item, field by field', params: itemParams,
  query: Type.Object({ from: Type.Integer({ minimum: 1 }), to: Type.Integer({ minimum: 1 }) }, closed), reply: differences,
});
export const diffCatalogueDistricts = endpoint({
  id: 'diffCatalogueDistricts', method: 'GET', path: `${base}/items/:taskCode/district-diff`, tag, summary: 'What is other between an item in two districts', params: itemParams,
  query: Type.Object({ left: UnitCode, right: UnitCode }, closed), reply: differences,
});
export const exportCatalogueDiff = endpoint({
  id: 'exportCatalogueDiff', method: 'GET', path: `${base}/items/:taskCode/diff.xlsx`, tag, produces: workbook, params: itemParams, summary: 'A difference as a workbook: of two versions (`from`, `to`), of two districts (`left`, `right`) or of a change (`changeId`)',
  query: Type.Object({ from: Type.Optional(Type.Integer({ minimum: 1 })), to: Type.Optional(Type.Integer({ minimum: 1 })), left: Type.Optional(UnitCode), right: Type.Optional(UnitCode), changeId: Type.Optional(Uuid) }, closed),
});
export const exportCatalogueDiffTable = endpoint({
  id: 'exportCatalogueDiffTable', method: 'GET', path: `${base}/items/:taskCode/diff.csv`, tag, produces: 'text/csv', params: itemParams, summary: 'The same as CSV (RFC 4180)', query: exportCatalogueDiff.query,
});
export const listOverridableFields = endpoint({
  id: 'listOverridableFields', method: 'GET', path: `${base}/items/:taskCode/overridable`, tag, summary: 'What a district may set for itself on this item, each with its rule and the item’s own value', params: itemParams,
  reply: Type.Object({ fields: Type.Array(OverridableField) }, closed),
});
export const listCatalogueChanges = endpoint({
  id: 'listCatalogueChanges', method: 'GET', path: `${base}/changes`, tag, summary: 'Drafts and changes, those that wait first, newest first, at most 200',
  query: Type.Object({ status: Type.Optional(literals(catalogueChangeStatuses)), subject: Type.Optional(Type.String({ maxLength: 60 })) }, closed),
  reply: Type.Object({ changes: Type.Array(CatalogueChangeRow), total: Type.Integer() }, closed),
});
export const getCatalogueChange = endpoint({ id: 'getCatalogueChange', method: 'GET', path: `${base}/changes/:changeId`, tag, summary: 'One change with its problems, what is other than its base, and both persons', params: changeParams, reply: CatalogueChange });

/** Where a new draft begins: with nothing, with an item or process as it stands, with a copy of one under a new code, with a drawing from elsewhere, with a district's own values, or with an earlier change. */
export const CatalogueStart = Type.Union([
  Type.Object({ from: Type.Literal('blank') }, closed),
  Type.Object({ from: Type.Literal('item'), taskCode: TaskCode }, closed),
  Type.Object({ from: Type.Literal('copy'), taskCode: TaskCode, newTaskCode: TaskCode }, closed),
  Type.Object({ from: Type.Literal('process'), processId: ProcessId }, closed),
  /** a BPMN file; `processId` may be new */
  Type.Object({ from: Type.Literal('bpmn'), processId: ProcessId, bpmn: Bpmn }, closed),
  Type.Object({ from: Type.Literal('override'), taskCode: TaskCode, unit: UnitCode }, closed),
  Type.Object({ from: Type.Literal('change'), changeId: Uuid }, closed),
]);
export type CatalogueStart = Static<typeof CatalogueStart>;

export const openCatalogueChange = endpoint({
  id: 'openCatalogueChange', method: 'POST', path: `${base}/changes`, tag, status: 201, summary: 'Begins a draft, which its author alone may save',
  body: Type.Object({ commandId: CommandId, start: CatalogueStart }, closed), reply: answer,
});
export const saveCatalogueChange = endpoint({
  id: 'saveCatalogueChange', method: 'POST', path: `${base}/changes/:changeId/save`, tag, summary: 'Saves a draft as its next revision; refused where it was saved meanwhile from elsewhere. `rebase`: its author has looked at the newest version and builds on it',
  params: changeParams, body: Type.Object({ seenRevision: Type.Integer({ minimum: 1 }), content: CatalogueContent, terms: CatalogueTerms, rebase: Type.Optional(Type.Boolean()) }, closed), reply: answer,
});
export const discardCatalogueChange = endpoint({
  id: 'discardCatalogueChange', method: 'POST', path: `${base}/changes/:changeId/discard`, tag, summary: 'Throws a draft away', params: changeParams, body: Type.Object({ seenRevision: Type.Integer({ minimum: 1 }) }, closed), reply: Type.Object({ discarded: Type.Boolean() }, closed),
});
export const proposeCatalogueChange = endpoint({ id: 'proposeCatalogueChange', method: 'POST', path: `${base}/changes/:changeId/propose`, tag, summary: 'Puts a draft before a second administrator; from then on its content stands fast', params: changeParams, body: Type.Object(act, closed), reply: answer });
export const approveCatalogueChange = endpoint({ id: 'approveCatalogueChange', method: 'POST', path: `${base}/changes/:changeId/approve`, tag, summary: 'A second administrator agrees: published now, in force from its day', params: changeParams, body: Type.Object(act, closed), reply: answer });
export const rejectCatalogueChange = endpoint({
  id: 'rejectCatalogueChange', method: 'POST', path: `${base}/changes/:changeId/reject`, tag, summary: 'A second administrator says no, with the reason', params: changeParams, body: Type.Object({ ...act, words: Type.String({ maxLength: 1_000 }) }, closed), reply: answer,
});
export const withdrawCatalogueChange = endpoint({ id: 'withdrawCatalogueChange', method: 'POST', path: `${base}/changes/:changeId/withdraw`, tag, summary: 'The proposer takes a proposal back', params: changeParams, body: Type.Object(act, closed), reply: answer });
export const testRunCatalogueChange = endpoint({ id: 'testRunCatalogueChange', method: 'POST', path: `${base}/changes/:changeId/test-run`, tag, summary: 'Plays an invented application on the change as it stands; writes nothing', params: changeParams, body: TestRunBody, reply: TestRun });
/** Judges a drawing from elsewhere before a draft is begun with it. */
export const checkCatalogueProcess = endpoint({
  id: 'checkCatalogueProcess', method: 'POST', path: `${base}/check-process`, tag, summary: 'What of a BPMN file is outside the subset and what is still to be said; keeps nothing',
  body: Type.Object({ processId: ProcessId, bpmn: Bpmn }, closed), reply: Type.Object({ accepted: Type.Boolean(), problems: Type.Array(CatalogueProblem), unfinished: Type.Array(CatalogueProblem), drawn: Type.Boolean() }, closed),
});
