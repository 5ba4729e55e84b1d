import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { begin, complete } from '../../kernel/flow/index.ts';
import { judge } from './surroundings.ts';
import { publishableProcess, readProcess, type ReadProcess } from './process-folder.ts';

const folder = join(import.meta.dirname, '../../../data/processes');
const text = (id: string): string => readFileSync(join(folder, `${id}.bpmn`), 'utf8');
async function read(id: string, xml = text(id)): Promise<ReadProcess> {
  const answer = await readProcess(id, xml);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.process;
}
async function problems(change: (xml: string) => string): Promise<unknown> {
  const xml = text('decide-approve');
  const changed = change(xml);
  expect(changed).not.toBe(xml);
  const answer = await readProcess('decide-approve', changed);
  return answer.ok ? [] : answer.problems.map((one) => `${one.pointer} ${one.code}`);
}

describe('A process of data/processes', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.bpmn')).map((name) => name.replace('.bpmn', '')))('%s is compiled and names every task in three languages', async (id) => {
    const { graph, names } = await read(id);
    expect(graph.id).toBe(id);
    for (const node of Object.values(graph.nodes)) if (node.type === 'user') expect(Object.values(names[node.id] ?? {})).toHaveLength(3);
    expect(names[id]?.en.length).toBeGreaterThan(0);
  });

  test('goes back from approval to the officer when it is returned, and on to the result when agreed', async () => {
    const { graph } = await read('decide-approve');
    const first = begin(graph, judge);
    expect(first.opened.map((task) => task.node)).toEqual(['decide']);
    const proposed = complete(graph, judge, first.state, 'decide-1', { decide: 'granted' });
    const returned = proposed && complete(graph, judge, proposed.state, 'approve-2', { approve: 'returned' });
    expect(returned?.opened.map((task) => task.node)).toEqual(['decide']);
    const agreed = proposed && complete(graph, judge, proposed.state, 'approve-2', { approve: 'agreed' });
    expect([agreed?.services, agreed?.state.ended]).toEqual([['issue_result'], true]);
  });
});

describe('A process is refused', () => {
  test('that is no BPMN', async () => {
    expect(await readProcess('x', 'not xml')).toMatchObject({ ok: false, problems: [{ code: 'catalogue.not_bpmn' }] });
    expect(await readProcess('x', '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"/>')).toMatchObject({ ok: false, problems: [{ code: 'catalogue.not_bpmn' }] });
  });

  test('with an element outside the subset, by its id', async () => {
    expect(await problems((xml) => xml.replaceAll('bpmn:serviceTask', 'bpmn:scriptTask'))).toContain('/issue flow.element_outside_subset');
  });

  test('with a link of unknown kind, handler or post', async () => {
    expect(await problems((xml) => xml.replace('handler="department" post="officer"', 'handler="somebody" post="officer"'))).toEqual(['/decide catalogue.link_unknown']);
    expect(await problems((xml) => xml.replace('post="approver"', 'post="mayor"'))).toEqual(['/approve catalogue.link_unknown']);
  });

  test('with a name that lacks a language', async () => {
    expect(await problems((xml) => xml.replace('<yimen:text lang="en">Approval</yimen:text>', ''))).toEqual(['/approve catalogue.element_name_incomplete']);
  });

  test('with a condition that is no FEEL, looks at nothing, or is neither yes nor no', async () => {
    for (const wrong of ['approve = = "returned"', 'aprove = "returned"', 'approve + "x"', '"returned"', 'today() > date("2026-01-01")']) {
      expect(await problems((xml) => xml.replace('approve = "returned"', wrong))).toEqual(['/agreed_to_decide catalogue.condition_not_feel']);
    }
  });
});

describe('A condition', () => {
  test('holds or not over the values', () => {
    expect([judge('approve = "returned"', { approve: 'returned' }), judge('approve = "returned"', { approve: 'agreed' }), judge('amount > 100 and urgent', { amount: 101, urgent: true })]).toEqual([true, false, true]);
  });

  test('asked again of other values is judged anew, also where a name is written with blanks', () => {
    const asked = (values: Readonly<Record<string, string>>): boolean => judge('street - review = "passed"', values);
    const values: readonly Readonly<Record<string, string>>[] = [{ 'street-review': 'passed' }, { 'street-review': 'failed' }, { 'street-review': 'passed', other: 'x' }, {}];
    expect(values.map(asked)).toEqual([true, false, true, false]);
  });

  test('does not hold where it cannot be evaluated', () => {
    expect([judge('approve = "returned"', {}), judge('foo(1)', {}), judge('((', {}), judge('"yes"', {}), judge('1', {})]).toEqual([false, false, false, false, false]);
  });
});

describe('A process is published for items', () => {
  const corpus = join(import.meta.dirname, '../../../tests/flow-corpus');
  const publish = async (id: string, xml = readFileSync(join(corpus, `${id}.bpmn`), 'utf8')): Promise<readonly string[]> => {
    const answer = await publishableProcess(id, xml);
    return answer.ok ? [] : answer.problems.map((one) => `${one.pointer} ${one.code} ${String(one.params['type'] ?? '')}`.trim());
  };

  test.each(readdirSync(folder).filter((name) => name.endsWith('.bpmn')).map((name) => name.replace('.bpmn', '')))('%s', async (id) => {
    expect(await publish(id, text(id))).toEqual([]);
  });

  test('when it has branches, choices and ways back', async () => {
    expect(await publish('joint-inspection')).toEqual([]);
    expect(await publish('three-signatures')).toEqual([]);
  });

  test('with everything of the subset that matters carry out', async () => {
    for (const id of ['consult-departments', 'publicity-period', 'overdue-to-lead', 'objection-ends-all', 'tell-of-birth', 'wait-for-licence', 'expert-review', 'supervised-part', 'reminder', 'majority-of-opinions']) expect(await publish(id)).toEqual([]);
  });

  test('but not when it calls a process instead of an item', async () => {
    expect(await publish('inspection-by-call')).toEqual(['/inspection catalogue.element_not_driven bpmn:CallActivity']);
    const calling = readFileSync(join(corpus, 'newborn-together.bpmn'), 'utf8');
    expect(await publish('newborn-together')).toHaveLength(3);
    expect(await publish('newborn-together', calling.replace(/calledElement="/g, 'calledElement="item:'))).toEqual([]);
  });

  test('but not when it looks at what no matter gives: above all nothing that the applicant wrote', async () => {
    expect(await publish('grade-by-area')).toEqual(['catalogue.given_unknown', 'catalogue.given_unknown']);
    const departments = readFileSync(join(corpus, 'consult-departments.bpmn'), 'utf8');
    expect(await publish('consult-departments', departments.replace('name="departments" kind="list"', 'name="departments" kind="text"'))).toContain('catalogue.given_unknown');
  });

  test('but not when it may issue a result that nobody has proposed', async () => {
    const withoutDecision = (xml: string): string => xml.replaceAll('kind="decide"', 'kind="review"');
    expect(await publish('decide-approve', withoutDecision(text('decide-approve')))).toEqual(['/issue catalogue.result_undecided']);
    // One of two branches decides: where they meet again it has; an alternative that does not decide is found.
    const joint = text('inspect-decide-approve');
    expect(await publish('inspect-decide-approve', joint.replace('kind="decide"', 'kind="review"').replace('kind="inspect"', 'kind="decide"'))).toEqual([]);
    const late = readFileSync(join(corpus, 'overdue-to-lead.bpmn'), 'utf8');
    expect(await publish('overdue-to-lead', withoutDecision(late).replace('kind="review"', 'kind="decide"'))).toEqual(['/issue catalogue.result_undecided']);
  });

  test('but not when a branch is waited for that may not be taken', async () => {
    const broken = text('inspect-decide-approve').replaceAll('bpmn:parallelGateway id="split"', 'bpmn:exclusiveGateway default="split_to_inspect" id="split"').replace('</bpmn:parallelGateway>', '</bpmn:exclusiveGateway>')
      .replace('<bpmn:sequenceFlow id="split_to_review" sourceRef="split" targetRef="review" />', '<bpmn:sequenceFlow id="split_to_review" sourceRef="split" targetRef="review"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">decide = "granted"</bpmn:conditionExpression></bpmn:sequenceFlow>');
    expect(await publish('inspect-decide-approve', broken)).toContain('/join flow.stuck');
  });

  test('but not when a list or a table cannot be evaluated', async () => {
    const changed = async (id: string, from: string, to: string): Promise<readonly string[]> => {
      const xml = readFileSync(join(corpus, `${id}.bpmn`), 'utf8');
      expect(xml).toContain(from);
      return publish(id, xml.replace(from, to));
    };
    expect(await changed('consult-departments', 'list="departments"', 'list="departements"')).toEqual(['/opinion catalogue.list_not_feel']);
    expect(await changed('consult-departments', '{department}', '{department_of_the_day}')).toEqual(['/opinion catalogue.link_unknown']);
    expect(await changed('grade-by-area', '[300..3000)', '[300..3000')).toEqual(['/grade catalogue.table_not_feel']);
    expect(await changed('grade-by-area', 'expression="area"', 'expression="aera"')).toEqual(['/grade catalogue.table_not_feel']);
    expect(await changed('grade-by-area', 'hit="UNIQUE"', 'hit="SOME"')).toEqual(['/grade catalogue.table_hit_unknown']);
    expect(await changed('grade-by-area', 'kind="number"', 'kind="figure"')).toContain('catalogue.given_unknown');
  });
});
