import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Item } from '../../contract/catalogue.ts';
import type { FreshDatabase } from './fresh-database.ts';

/** The text of a process of tests/flow-corpus. */
export const corpusProcess = (id: string): string => readFileSync(join(import.meta.dirname, '../../tests/flow-corpus', `${id}.bpmn`), 'utf8');

const named = (name: string): string => `<bpmn:extensionElements><yimen:text lang="zh-HK">${name}</yimen:text><yimen:text lang="en">${name}</yimen:text></bpmn:extensionElements>`;

/** A process that calls items (by the codes of their handling items) all at once, waits for all, and issues the result. */
export function callingAll(id: string, calls: Readonly<Record<string, string>>): string {
  const flow = (from: string, to: string): string => `<bpmn:sequenceFlow id="${from}_to_${to}" sourceRef="${from}" targetRef="${to}" />`;
  const ids = Object.keys(calls);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:yimen="urn:yimen:bpmn:1" id="definitions-${id}" targetNamespace="urn:yimen:processes:1">
  <bpmn:process id="process-${id}" name="${id}" isExecutable="true">${named(id)}
    <bpmn:startEvent id="start" name="start">${named('start')}</bpmn:startEvent>
    <bpmn:parallelGateway id="split" name="split">${named('split')}</bpmn:parallelGateway>
    ${ids.map((call) => `<bpmn:callActivity id="${call}" name="${call}" calledElement="item:${calls[call] ?? ''}">${named(call)}</bpmn:callActivity>`).join('\n    ')}
    <bpmn:parallelGateway id="join" name="join">${named('join')}</bpmn:parallelGateway>
    <bpmn:serviceTask id="issue" name="issue"><bpmn:extensionElements><yimen:service name="issue_result" /><yimen:text lang="zh-HK">issue</yimen:text><yimen:text lang="en">issue</yimen:text></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:endEvent id="end" name="end">${named('end')}</bpmn:endEvent>
    ${flow('start', 'split')}${ids.map((call) => flow('split', call) + flow(call, 'join')).join('')}${flow('join', 'issue')}${flow('issue', 'end')}
  </bpmn:process>
</bpmn:definitions>`;
}

/** An item for a test: the old-age allowance under another code, played by another process. */
export interface TestItem {
  readonly taskCode: string;
  readonly process: string;
  readonly bpmn: string;
  readonly change?: (item: Item) => Item;
}

/** The handling item of a test's item. */
export const handlingItemOf = (taskCode: string): string => `${taskCode}-01`;

/** Publishes items as a release would: each a copy of the old-age allowance, so that all of them ask the same questions and papers. As the owner, before the application reads its catalogue. */
export async function publishItems(fresh: FreshDatabase, items: readonly TestItem[]): Promise<void> {
  const { rows } = await fresh.owner.query<{ content: Item }>(`select content from catalogue.items where task_code = 'YM-05-0001-01' order by version desc limit 1`);
  const model = rows[0]?.content;
  if (!model) throw new Error('the old-age allowance is not in the catalogue');
  for (const { taskCode, process, bpmn, change = (item: Item): Item => item } of items) {
    const own: Item = {
      ...model, catalog_item: { ...model.catalog_item, catalog_code: taskCode.slice(0, -3), task_name: { 'zh-CN': taskCode, 'zh-HK': taskCode, en: taskCode } },
      implementation_item: { ...model.implementation_item, task_code: taskCode, process, handle_flow: [] },
      handling_items: model.handling_items.slice(0, 1).map((one) => ({ ...one, task_handle_item: handlingItemOf(taskCode) })),
    };
    await fresh.owner.query(`insert into catalogue.processes (process_id, version, bpmn, digest) values ($1, 1, $2::text, md5($2::text)) on conflict do nothing`, [process, bpmn]);
    await fresh.owner.query(`insert into catalogue.items (task_code, version, content, digest, process, process_version) values ($1, 1, $2::jsonb, md5($2::text), $3, 1)`, [taskCode, JSON.stringify(change(own)), process]);
  }
}

/** A bundle of such items: everything it asks goes to each of them under the same name. */
export function bundleOf(parts: readonly { readonly element: string; readonly taskCode: string; readonly required: boolean; readonly after?: readonly string[] }[]): (item: Item) => Item {
  return (item) => {
    const [handling] = item.handling_items;
    if (!handling) throw new Error('no handling item');
    const same = (names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));
    return {
      ...item,
      bundle: {
        critical_path: [parts[0]?.element ?? ''],
        parts: parts.map(({ element, taskCode, required, after = [] }) => ({
          element, task_code: taskCode, task_handle_item: handlingItemOf(taskCode), after: [...after], required, on_refused: 'go_on' as const, prefix: element,
          fields: same(Object.keys(handling.form.schema.properties)), materials: Object.fromEntries(handling.materials.map((one) => [one.material_code, [one.material_code]])),
          answers: same(handling.questions.map((one) => one.id)), working_days: 5,
        })),
      },
    };
  };
}
