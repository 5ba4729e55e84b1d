/** The tasks of a process as the item describes them: read from its drawing, without opening it. */
import type { Item } from '../../../../contract/catalogue.ts';
import type { Localized } from '../../../../contract/language.ts';
import { noText } from './item-draft.ts';

/** A task of a process that somebody does. */
export interface ProcessTask {
  readonly element: string;
  readonly name: Localized;
  readonly kind: string;
}

type Link = Item['implementation_item']['handle_flow'][number];

/** The tasks of a BPMN text in the order of the file; rejects where it is none. The reader is loaded when it is needed. */
export async function tasksOf(xml: string): Promise<readonly ProcessTask[]> {
  const [{ BpmnModdle }, yimen, { factsOf, listOf, processOf }] = await Promise.all([import('bpmn-moddle'), import('../../../../data/processes/yimen-moddle.json', { with: { type: 'json' } }), import('../../process/read-facts.ts')]);
  const { rootElement } = await new BpmnModdle({ yimen: yimen.default }).fromXML(xml);
  const process = processOf(rootElement as never);
  const within = (container: Parameters<typeof listOf>[0]): readonly ReturnType<typeof factsOf>[] => listOf(container, 'flowElements').flatMap((one) => [factsOf(one), ...(one.$type === 'bpmn:SubProcess' ? within(one) : [])]);
  return within(process).filter((one) => one.kind === 'user').map((one) => ({ element: one.id, name: one.names, kind: one.link?.kind ?? '' }));
}

/** The links of an item as its process has them: those described stay as they are, new ones are named as drawn, those gone are left out. */
export function linksAs(tasks: readonly ProcessTask[], described: readonly Link[]): readonly Link[] {
  return tasks.map((task) => described.find((link) => link.element === task.element) ?? { element: task.element, name: { ...noText, ...task.name } });
}

/** Whether an item describes exactly the tasks of its process. */
export const describesAll = (tasks: readonly ProcessTask[], described: readonly Link[]): boolean => [...tasks.map((one) => one.element)].sort().join(' ') === [...described.map((one) => one.element)].sort().join(' ');
