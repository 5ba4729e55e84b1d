/** What the properties of one element say, taken out of the drawing library's model into plain values, and what values conditions may look at. Pure. */
import type { Language } from '../../../contract/language.ts';
import type { ElementKind } from './subset.ts';

/** A decision table as it is edited: rows and columns always even. */
export interface TableFacts {
  readonly hit: 'UNIQUE' | 'FIRST' | 'ANY';
  readonly inputs: readonly string[];
  readonly outputs: readonly { readonly name: string; readonly otherwise: string }[];
  readonly rules: readonly { readonly when: readonly string[]; readonly then: readonly string[] }[];
}

/** A value the matter gives its process at the start. */
export interface GivenFacts {
  readonly name: string;
  readonly kind: string;
}

/** One element, by what its panel shows. */
export interface ElementFacts {
  readonly id: string;
  readonly kind: ElementKind;
  /** BPMN type, for what is outside the subset */
  readonly type: string;
  readonly names: Readonly<Record<Language, string>>;
  /** id of the sub-process it lies in */
  readonly within?: string | undefined;
  readonly link?: { readonly kind: string; readonly handler: string; readonly post: string } | undefined;
  readonly service?: string | undefined;
  readonly workingDays?: string | undefined;
  readonly interrupts?: boolean | undefined;
  readonly message?: string | undefined;
  readonly called?: string | undefined;
  readonly each?: { readonly list: string; readonly as: string } | undefined;
  readonly table?: TableFacts | undefined;
  readonly given?: readonly GivenFacts[] | undefined;
  /** of a way: what it leaves and reaches, its condition, whether it is the default */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly condition?: string | undefined;
  readonly isDefault?: boolean | undefined;
  /** of a way: whether what it leaves parts by conditions */
  readonly parts?: boolean | undefined;
}

/** What a user task may end with, by its kind (data/processes/README.md, Outcomes). */
export const outcomes: Readonly<Record<string, readonly string[]>> = {
  review: ['passed', 'failed'], visit: ['passed', 'failed'], inspect: ['passed', 'failed'], decide: ['granted', 'refused'], approve: ['agreed', 'returned'],
};
const calledOutcomes = ['granted', 'refused', 'stopped'];

/** A value conditions may look at: its name, whether it is one or a list of one for each entry, and the texts it may have where these are known. */
export interface KnownValue {
  readonly name: string;
  readonly from: 'given' | 'task' | 'called' | 'message' | 'table' | 'entry';
  readonly list: boolean;
  readonly texts: readonly string[];
}

function entriesAround(element: ElementFacts, all: readonly ElementFacts[]): readonly string[] {
  const around = all.find((one) => one.id === element.within);
  return [...(element.each ? [element.each.as] : []), ...(around ? entriesAround(around, all) : [])];
}

/** The values an expression standing at `at` may look at: the same as the server judges by (server/domains/catalogue/process-checks.ts). */
export function valuesAt(at: ElementFacts | undefined, all: readonly ElementFacts[]): readonly KnownValue[] {
  const standing = at?.kind === 'way' ? all.find((one) => one.id === at.from) : at;
  const many = (one: ElementFacts): boolean => entriesAround(one, all).length > 0 && !(standing?.within !== undefined && one.within === standing.within && one.each === undefined);
  const given = all.flatMap((one) => one.given ?? []).map((one): KnownValue => ({ name: one.name, from: 'given', list: one.kind === 'list', texts: one.kind === 'yes_no' ? ['true', 'false'] : [] }));
  const said = all.flatMap((one): readonly KnownValue[] => {
    if (one.kind === 'user') return [{ name: one.id, from: 'task', list: many(one), texts: outcomes[one.link?.kind ?? ''] ?? [] }];
    if (one.kind === 'call') return [{ name: one.id, from: 'called', list: many(one), texts: calledOutcomes }];
    if (one.kind === 'catch') return [{ name: one.id, from: 'message', list: many(one), texts: [] }];
    if (one.kind === 'rule') return (one.table?.outputs ?? []).filter((output) => output.name !== '').map((output): KnownValue => ({ name: output.name, from: 'table', list: false, texts: textsOf(one.table, output.name) }));
    return [];
  });
  const entries = standing ? entriesAround(standing, all).map((name): KnownValue => ({ name, from: 'entry', list: false, texts: [] })) : [];
  return [...given, ...said, ...entries];
}

/** The texts a table may answer with, where its answers are plain texts. */
function textsOf(table: TableFacts | undefined, name: string): readonly string[] {
  const at = table?.outputs.findIndex((output) => output.name === name) ?? -1;
  const answers = [...(table?.rules.map((rule) => rule.then[at] ?? '') ?? []), table?.outputs[at]?.otherwise ?? ''];
  return [...new Set(answers.flatMap((text) => /^\s*"([^"]*)"\s*$/.exec(text)?.[1] ?? []))];
}

/** A FEEL expression that asks for one text of a value, to begin a condition with. */
export function beginCondition(value: KnownValue, text?: string): string {
  if (value.texts.includes('true') && text !== undefined) return text === 'true' ? value.name : `not(${value.name})`;
  if (text === undefined) return value.name;
  return value.list ? `count(${value.name}[item = "${text}"]) > 0` : `${value.name} = "${text}"`;
}

/** An expression with one value called otherwise; what stands in quotation marks stays, and names of which it is a part too. */
export function renamed(expression: string, from: string, to: string): string {
  // eslint-disable-next-line security/detect-non-literal-regexp -- every sign of an expression is escaped
  const name = new RegExp(`(?<![\\p{L}\\p{N}_.])${from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}_])`, 'gu');
  return expression.split(/("(?:[^"\\]|\\.)*")/).map((piece, i) => (i % 2 === 1 ? piece : piece.replace(name, to))).join('');
}

/** Whether a text can be the id of an element: a word conditions can name. */
export const isWord = (id: string): boolean => /^[a-z][a-z0-9_]{0,59}$/.test(id);

const blank = (count: number): readonly string[] => Array.from({ length: count }, () => '');
/** A table to begin with: one question, one answer, one line. */
export const emptyTable: TableFacts = { hit: 'UNIQUE', inputs: [''], outputs: [{ name: '', otherwise: '' }], rules: [{ when: ['-'], then: [''] }] };

/** How a table is changed; every row keeps as many cells as there are columns. */
export type TableChange =
  | { readonly kind: 'hit'; readonly hit: TableFacts['hit'] }
  | { readonly kind: 'input' | 'output' | 'otherwise'; readonly at: number; readonly text: string }
  | { readonly kind: 'when' | 'then'; readonly row: number; readonly at: number; readonly text: string }
  | { readonly kind: 'add_input' | 'add_output' | 'add_rule' }
  | { readonly kind: 'remove_input' | 'remove_output' | 'remove_rule'; readonly at: number }
  | { readonly kind: 'move_rule'; readonly at: number; readonly by: 1 | -1 };

const put = <T>(list: readonly T[], at: number, value: T): readonly T[] => list.map((one, i) => (i === at ? value : one));
const without = <T>(list: readonly T[], at: number): readonly T[] => list.filter((_, i) => i !== at);

/** The table after a change. The last question, answer and line cannot be taken away. */
export function changeTable(table: TableFacts, change: TableChange): TableFacts {
  const { inputs, outputs, rules } = table;
  switch (change.kind) {
    case 'hit': return { ...table, hit: change.hit };
    case 'input': return { ...table, inputs: put(inputs, change.at, change.text) };
    case 'output': return { ...table, outputs: outputs.map((one, i) => (i === change.at ? { ...one, name: change.text } : one)) };
    case 'otherwise': return { ...table, outputs: outputs.map((one, i) => (i === change.at ? { ...one, otherwise: change.text } : one)) };
    case 'when': return { ...table, rules: rules.map((rule, i) => (i === change.row ? { ...rule, when: put(rule.when, change.at, change.text) } : rule)) };
    case 'then': return { ...table, rules: rules.map((rule, i) => (i === change.row ? { ...rule, then: put(rule.then, change.at, change.text) } : rule)) };
    case 'add_input': return { ...table, inputs: [...inputs, ''], rules: rules.map((rule) => ({ ...rule, when: [...rule.when, '-'] })) };
    case 'add_output': return { ...table, outputs: [...outputs, { name: '', otherwise: '' }], rules: rules.map((rule) => ({ ...rule, then: [...rule.then, ''] })) };
    case 'add_rule': return { ...table, rules: [...rules, { when: inputs.map(() => '-'), then: blank(outputs.length) }] };
    case 'remove_input': return inputs.length < 2 ? table : { ...table, inputs: without(inputs, change.at), rules: rules.map((rule) => ({ ...rule, when: without(rule.when, change.at) })) };
    case 'remove_output': return outputs.length < 2 ? table : { ...table, outputs: without(outputs, change.at), rules: rules.map((rule) => ({ ...rule, then: without(rule.then, change.at) })) };
    case 'remove_rule': return rules.length < 2 ? table : { ...table, rules: without(rules, change.at) };
    case 'move_rule': {
      const to = change.at + change.by;
      const moved = rules[change.at];
      const other = rules[to];
      return moved && other ? { ...table, rules: put(put(rules, change.at, other), to, moved) } : table;
    }
  }
}
