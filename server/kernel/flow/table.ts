import type { FlowValue, Feel } from './feel.ts';
import type { DecisionTable, Element, Fault } from './graph.ts';

/** What is wrong with the table of a business rule task: none, a line of another length than its head, or a case that no line answers. */
export function tableFaults({ id, name, table }: Element, fault: Fault): void {
  if (!table || table.inputs.length === 0 || table.outputs.length === 0 || table.rules.length === 0) {
    fault(id, 'flow.rule_without_table', { name });
    return;
  }
  table.rules.forEach((rule, index) => {
    if (rule.when.length !== table.inputs.length || rule.then.length !== table.outputs.length) fault(id, 'flow.table_uneven', { name, line: String(index + 1) });
  });
  const catchAll = table.rules.some((rule) => rule.when.every((test) => test.trim() === '-'));
  if (!catchAll) for (const output of table.outputs) if (output.otherwise === undefined) fault(id, 'flow.table_may_not_answer', { name, output: output.name });
}

/**
 * The answers of a table, output name → value (DMN 1.3 §8.2.8). UNIQUE and ANY answer nothing where lines contradict each other; then, and where no
 * line fits, what the table says for otherwise. `clear` is false where even that is missing or lines contradict each other.
 */
export function answer(table: DecisionTable, feel: Feel, values: Readonly<Record<string, FlowValue>>): { readonly values: Readonly<Record<string, FlowValue>>; readonly clear: boolean } {
  const inputs = table.inputs.map((input) => feel.value(input, values));
  const fitting = table.rules.filter((rule) => rule.when.every((test, at) => test.trim() === '-' || (inputs[at] !== undefined && feel.test(test, inputs[at], values))));
  const answers = fitting.map((rule) => rule.then.map((one) => feel.value(one, values)));
  const contradicting = table.hit === 'UNIQUE' ? answers.length > 1 : table.hit === 'ANY' && new Set(answers.map((one) => JSON.stringify(one))).size > 1;
  const chosen = contradicting ? undefined : answers[0];
  const given = table.outputs.map(({ name, otherwise }, at) => [name, chosen ? chosen[at] : otherwise === undefined ? undefined : feel.value(otherwise, values)] as const);
  const known = given.filter((one): one is readonly [string, FlowValue] => one[1] !== undefined);
  return { values: Object.fromEntries(known), clear: !contradicting && known.length === given.length };
}
