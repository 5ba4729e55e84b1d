/** Where a new draft begins. */
import type { CatalogueContent, CatalogueStart, CatalogueTerms } from '../../../contract/catalogue-admin.ts';
import type { Item } from '../../../contract/catalogue.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { ChangeWhat } from './change.ts';
import { findChange, findDraft } from './changes-store.ts';
import type { Context } from './routes-context.ts';
import { judgeContent } from './routes-judge.ts';
import { taskCodeOf } from './routes-change-view.ts';

/** A draft as it is begun. */
export interface Begun {
  readonly kind: ChangeWhat;
  readonly subject: string;
  readonly unit: string | null;
  readonly baseVersion: number | null;
  readonly terms: CatalogueTerms;
  readonly content: CatalogueContent;
}

const noTerms: CatalogueTerms = { title: '', reason: '', effectiveOn: null, lawChange: null };
const noText = { 'zh-CN': '', 'zh-HK': '', en: '' };

/** Begins a draft as asked; refuses what is not there and codes that are taken. */
export async function startOf(context: Context, start: CatalogueStart): Promise<{ ok: true; draft: Begun } | Refusal> {
  const versions = context.standing.versions();
  switch (start.from) {
    case 'blank':
      return begun({ kind: 'item', item: blankItem(context.today()), process: null }, null);
    case 'item': {
      const found = versions.latest(start.taskCode);
      return found ? begun({ kind: 'item', item: found.item, process: null }, found.version) : refuse('items.unknown', { taskCode: start.taskCode });
    }
    case 'copy': {
      const found = versions.latest(start.taskCode);
      if (!found) return refuse('items.unknown', { taskCode: start.taskCode });
      if (versions.latest(start.newTaskCode)) return refuse('catalogue.code_taken', { code: start.newTaskCode }, [{ pointer: '/start/newTaskCode', code: 'catalogue.code_taken', params: { code: start.newTaskCode } }]);
      return begun({ kind: 'item', item: copyOf(found.item, start.newTaskCode, context.today()), process: null }, null);
    }
    case 'process': {
      const found = context.standing.process(start.processId);
      return found ? begun({ kind: 'process', processId: found.id, bpmn: found.bpmn }, found.version) : refuse('catalogue.process_unknown', { process: start.processId });
    }
    case 'bpmn':
      return begun({ kind: 'process', processId: start.processId, bpmn: start.bpmn }, context.standing.process(start.processId)?.version ?? null);
    case 'override': {
      const content: CatalogueContent = { kind: 'override', taskCode: start.taskCode, unit: start.unit, fields: { ...(versions.overridesOf(start.taskCode).find((row) => row.unit === start.unit)?.fields ?? {}) } };
      const { newestVersion, errors } = await judgeContent(context, content);
      const wrong = errors.find((one) => one.code === 'items.unknown' || one.code === 'catalogue.not_a_district');
      return wrong ? refuse(wrong.code, wrong.params) : begun(content, newestVersion);
    }
    case 'change':
      return again(context, start.changeId);
  }
}

/** What an earlier change or another's draft says, built on what stands now. */
async function again(context: Context, changeId: string): Promise<{ ok: true; draft: Begun } | Refusal> {
  const { handle } = context.database;
  const stored = await findChange(handle, changeId);
  const draft = stored ? undefined : await findDraft(handle, changeId);
  const content = stored?.content ?? draft?.content;
  if (!content) return refuse('catalogue.change_unknown');
  const { newestVersion } = await judgeContent(context, content);
  const terms = stored ? { title: stored.state.title, reason: stored.state.reason, effectiveOn: null, lawChange: stored.state.lawChange } : (draft?.terms ?? noTerms);
  return begun(content, newestVersion, terms);
}

function begun(content: CatalogueContent, baseVersion: number | null, terms: CatalogueTerms = noTerms): { ok: true; draft: Begun } {
  const subject = content.kind === 'process' ? content.processId : taskCodeOf(content);
  return { ok: true, draft: { kind: content.kind, subject, unit: content.kind === 'override' ? content.unit : null, baseVersion, terms, content } };
}

/** A copy under codes of its own; nothing of it has been read in a source yet. */
function copyOf(item: Item, taskCode: string, today: string): Item {
  const { bundle: _bundle, ...rest } = item;
  return {
    ...rest,
    catalog_item: { ...item.catalog_item, catalog_code: `${taskCode}-C`, code_is_ours: true },
    implementation_item: { ...item.implementation_item, task_code: taskCode, code_is_ours: true, task_version: 1, plan_effective_date: today },
    handling_items: item.handling_items.map((one, i) => ({ ...one, task_handle_item: `${taskCode}-${i + 1}` })),
    evidence: {},
  };
}

/** The empty sheet: what is left out here is said by the problems. */
function blankItem(today: string): unknown {
  return {
    catalog_item: { catalog_code: '', code_is_ours: true, task_name: noText, task_type: '20', by_law: [] },
    implementation_item: {
      task_code: '', code_is_ours: true, task_version: 1, task_state: 'in_force', plan_effective_date: today, dept: { kind: '', level: 'district' }, dept_type: '1', use_level: '4', other_dept: [], server_type: ['1'], project_type: '2',
      handle_type: ['1', '2', '3'], limit_scene_num: 0, is_online: true, is_schedule: false, is_pay_online: false, is_express: false, is_service_terminals: false, is_entry_center: true, accept_at: ['street', 'community'], area_basis: 'residence',
      anticipate_type: 'working_day', promise_day: 10, promise_type: 'working_day', accept_condition: [noText], process: 'decide-approve', handle_flow: [{ element: 'decide', name: noText }, { element: 'approve', name: noText }],
      special_procedure: [], result_name: noText, result_type: 'other', is_fee: false, fees: [],
    },
    handling_items: [{ task_handle_item: '', name: noText, questions: [], materials: [], form: { schema: { type: 'object', properties: {}, additionalProperties: false }, ui: { pages: [{ id: 'main', title: noText, fields: [] }] } } }],
    plain_words: [], summary: noText, life_events: ['community_life'], sources: {}, evidence: {},
  };
}
