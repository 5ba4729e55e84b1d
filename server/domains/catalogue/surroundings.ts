/** The libraries the catalogue's rules are given: FEEL for the conditions of processes (OMG DMN 1.3, chapter 10), JSON Schema 2020-12 for forms. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { evaluate, parseExpression, parseUnaryTests, unaryTest } from 'feelin';
import type { Form } from '../../../contract/catalogue.ts';
import type { InputFault } from '../../kernel/decider.ts';
import type { Feel, FlowScalar, FlowValue, Judge } from '../../kernel/flow/index.ts';
import { fieldProblems } from '../../platform/http/problem.ts';
import type { SchemaJudge } from './forms.ts';

/** Whether a condition holds over the values; one that cannot be evaluated does not hold (such conditions are refused when a process is loaded). */
export const judge: Judge = (condition, values) => {
  try {
    return evaluate(condition, { ...values }).value === true;
  } catch {
    return false;
  }
};

const isScalar = (value: unknown): value is FlowScalar => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** What a flow can keep of what FEEL gives: texts, numbers, yes and no, and lists of them. */
const flowValueOf = (value: unknown): FlowValue | undefined => (isScalar(value) || (Array.isArray(value) && value.every(isScalar)) ? value : undefined);

/** FEEL as the token game asks it: conditions, expressions and unary tests. */
export const feel: Feel = {
  judge,
  value(expression, values) {
    try {
      return flowValueOf(evaluate(expression, { ...values }).value);
    } catch {
      return undefined;
    }
  },
  test(test, value, values) {
    try {
      return unaryTest(test, { ...values, '?': value }).value === true;
    } catch {
      return false;
    }
  },
};

/** What keeps a text from being an expression over these values, or the sample it gives. */
export function expressionProblem(expression: string, values: Readonly<Record<string, FlowValue>>): { readonly problem?: string; readonly value?: FlowValue } {
  if (hasSyntaxError(parseExpression(expression, { ...values }, undefined))) return { problem: 'syntax' };
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
  try {
    return unaryTest(test, context).warnings[0]?.message;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** What keeps a text from being a condition over these values: it cannot be read, looks at a value that is not there, or yields no yes or no. Undefined for a good one. */
export function conditionProblem(condition: string, values: Readonly<Record<string, FlowValue>>): string | undefined {
  if (hasSyntaxError(parseExpression(condition, { ...values }, undefined))) return 'syntax';
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
