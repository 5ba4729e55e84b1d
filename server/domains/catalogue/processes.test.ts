import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../data/processes');
const yimen = JSON.parse(readFileSync(join(folder, 'yimen-moddle.json'), 'utf8')) as Record<string, unknown>;
const files = readdirSync(folder).filter((name) => name.endsWith('.bpmn'));

async function parse(name: string) {
  const { rootElement, warnings } = await new BpmnModdle({ yimen }).fromXML(readFileSync(join(folder, name), 'utf8'));
  const process = (rootElement['rootElements'] as ModdleElement[])[0] as ModdleElement;
  const planes = (rootElement['diagrams'] as { plane: { planeElement: { bpmnElement: ModdleElement }[] } }[])[0]?.plane.planeElement ?? [];
  return { warnings, process, elements: process['flowElements'] as ModdleElement[], drawn: planes.map((shape) => shape.bpmnElement.id) };
}

const extensions = (element: ModdleElement): readonly Record<string, string>[] => (element['extensionElements'] as { values: Record<string, string>[] } | undefined)?.values ?? [];

describe.each(files)('the process %s', (name) => {
  it('is BPMN without a warning, named after its file, and every element of it is drawn', async () => {
    const { warnings, process, elements, drawn } = await parse(name);
    expect(warnings).toEqual([]);
    expect(process.id).toBe(`process-${name.replace('.bpmn', '')}`);
    expect([...drawn].sort()).toEqual(elements.map((element) => element.id).sort());
  });

  it('says of every user task what it is, who handles it and in which post', async () => {
    const { elements } = await parse(name);
    for (const task of elements.filter((element) => element.$type === 'bpmn:UserTask')) {
      const link = extensions(task).find((value) => value['$type'] === 'yimen:Link');
      expect(link?.['kind']).toBe(task.id === 'sign' ? 'approve' : task.id);
      expect(link?.['handler']).toMatch(/^(window|department(:\{kind\})?(@(street|district|city))?)$/);
      expect(link?.['post']).toBe(task.id === 'approve' || task.id === 'sign' ? 'approver' : link?.['handler'] === 'window' ? 'window_clerk' : 'officer');
    }
  });

  it('ends by issuing the result, and goes back from approval only on «returned»', async () => {
    const { elements } = await parse(name);
    const issue = elements.find((element) => element.$type === 'bpmn:ServiceTask');
    expect(issue && extensions(issue)[0]?.['name']).toBe('issue_result');
    for (const gateway of elements.filter((element) => element.$type === 'bpmn:ExclusiveGateway')) {
      // After each approval but the last the next person signs.
      const signed = gateway.id === 'signed';
      expect((gateway['default'] as ModdleElement).id).toBe(signed ? 'signed_to_approve' : 'agreed_to_issue');
      const conditional = elements.filter((e) => e.$type === 'bpmn:SequenceFlow' && e['sourceRef'] === gateway && e['conditionExpression'] !== undefined);
      expect(conditional.map((e) => [(e['targetRef'] as ModdleElement).id, (e['conditionExpression'] as { body: string }).body])).toEqual([['decide', `${signed ? 'sign' : 'approve'} = "returned"`]]);
    }
  });

  it('names its people-facing elements in every language', async () => {
    const { process, elements } = await parse(name);
    for (const element of [process, ...elements].filter((e) => e.name !== undefined)) {
      expect(extensions(element).filter((v) => v['$type'] === 'yimen:Text').map((v) => v['lang'])).toEqual(['zh-HK', 'en']);
    }
  });
});
