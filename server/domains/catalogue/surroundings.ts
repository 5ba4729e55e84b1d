/** The libraries the catalogue's rules are given: FEEL for the conditions of processes (OMG DMN 1.3, chapter 10), JSON Schema 2020-12 for forms. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { evaluate, parseExpression, parseUnaryTests, unaryTest } from 'feelin';
import type { Form } from '../../../contract/catalogue.ts';
import type { InputFault } from '../../kernel/decider.ts';
import type { Feel, FlowScalar, FlowValue, Judge } from '../../kernel/flow/index.ts';
import { fieldProblems } from '../../platform/http/problem.ts';
import type { SchemaJudge } from './forms.ts';

/**
 * Remembers what FEEL said: reading a condition costs a hundred steps of the token game, and matters ask the same of the same outcomes. An expression is shown
 * only the values it can mention, so that it is asked once for all matters that agree in those.
 */
function remembered<Said>(ask: (text: string, values: Values) => Said): (text: string, values: Values) => Said {
  const said = new Map<string, Said>();
  return (text, values) => {
    const seen = mentioned(text, values);
    const key = `${text}\0${JSON.stringify(seen)}`;
    const before = said.get(key);
    if (before !== undefined || said.has(key)) return before as Said;
    const now = ask(text, seen);
    if (said.size >= 10_000) said.clear();
    said.set(key, now);
    return now;
  };
}

type Values = Readonly<Record<string, FlowValue>>;

/** FEEL reads names whatever blanks are in them, so blanks are left out of the comparison (DMN 1.3, §10.3.1.4). */
function mentioned(text: string, values: Values): Values {
  const bare = text.replace(/\s+/g, '');
  return Object.fromEntries(Object.entries(values).filter(([name]) => name === '?' || bare.includes(name.replace(/\s+/g, ''))));
}

/** Whether a condition holds over the values; one that cannot be evaluated does not hold (such conditions are refused when a process is loaded). */
export const judge: Judge = remembered((condition, values) => {
  try {
    return evaluate(condition, { ...values }).value === true;
  } catch {
    return false;
  }
});

const isScalar = (value: unknown): value is FlowScalar => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** What a flow can keep of what FEEL gives: texts, numbers, yes and no, and lists of them. */
const flowValueOf = (value: unknown): FlowValue | undefined => (isScalar(value) || (Array.isArray(value) && value.every(isScalar)) ? value : undefined);

/** FEEL as the token game asks it: conditions, expressions and unary tests. */
export const feel: Feel = {
  judge,
  value: remembered((expression, values) => {
    try {
      return flowValueOf(evaluate(expression, { ...values }).value);
    } catch {
      return undefined;
    }
  }),
  test: (test, value, values) => tested(test, { ...values, '?': value }),
};

const tested = remembered((test: string, values) => {
  try {
    return unaryTest(test, { ...values }).value === true;
  } catch {
    return false;
  }
});

/** Functions whose answer depends on when or how often they are asked: a flow played again must come to the same. */
const unsteady = /\b(now|today|random\s+number)\s*\(/;

/** What keeps a text from being an expression over these values, or the sample it gives. */
export function expressionProblem(expression: string, values: Readonly<Record<string, FlowValue>>): { readonly problem?: string; readonly value?: FlowValue } {
  if (hasSyntaxError(parseExpression(expression, { ...values }, undefined))) return { problem: 'syntax' };
  if (unsteady.test(expression)) return { problem: unsteady.exec(expression)?.[0] ?? '' };
  try {
    const { value, warnings } = evaluate(expression, { ...values });
    const first = warnings[0];
    const kept = flowValueOf(value);
    if (first) return { problem: first.message };
    return kept === undefined ? { problem: `${typeof value}` } : { value: kept };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** What keeps a text from being a unary test of a value like this one. */
export function testProblem(test: string, value: FlowValue | undefined, values: Readonly<Record<string, FlowValue>>): string | undefined {
  const context = { ...values, '?': value };
  if (hasSyntaxError(parseUnaryTests(test, context, undefined))) return 'syntax';
  if (unsteady.test(test)) return unsteady.exec(test)?.[0];
  try {
    return unaryTest(test, context).warnings[0]?.message;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** What keeps a text from being a condition over these values: it cannot be read, looks at a value that is not there, or yields no yes or no. Undefined for a good one. */
export function conditionProblem(condition: string, values: Readonly<Record<string, FlowValue>>): string | undefined {
  if (hasSyntaxError(parseExpression(condition, { ...values }, undefined))) return 'syntax';
  if (unsteady.test(condition)) return unsteady.exec(condition)?.[0];
  try {
    const { value, warnings } = evaluate(condition, { ...values });
    const first = warnings[0];
    if (first) return first.message;
    return typeof value === 'boolean' ? undefined : `${typeof value}`;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** The parser mends what it cannot read and marks the place; a mended condition is not what its author wrote. */
function hasSyntaxError(tree: ReturnType<typeof parseExpression>): boolean {
  let found = false;
  tree.iterate({ enter: (node) => void (found ||= node.type.isError) });
  return found;
}

const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true, coerceTypes: false, useDefaults: false });
(addFormats as unknown as (instance: Ajv2020) => void)(ajv);

/** Compiles a form's schema; compile once and keep it. Throws where it is no JSON Schema 2020-12: loading a catalogue catches that. */
export function compileSchema(schema: Form['schema']): SchemaJudge {
  const own = { ...schema };
  const validate = ajv.compile(own);
  // What is compiled is kept by whoever asked; the instance would hold every version for ever.
  ajv.removeSchema(own);
  return (filled) => {
    if (validate(filled)) return [];
    const errors = validate.errors ?? [];
    const hidden = errors.filter((error) => error.keyword === 'false schema').map((error): InputFault => ({ pointer: error.instancePath, code: 'form.not_asked', params: {} }));
    return [...fieldProblems(errors.filter((error) => error.keyword !== 'false schema') as Parameters<typeof fieldProblems>[0]), ...hidden];
  };
}
