/** The libraries the catalogue's rules are given: FEEL for the conditions of processes (OMG DMN 1.3, chapter 10), JSON Schema 2020-12 for forms. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { evaluate, parseExpression } from 'feelin';
import type { Form } from '../../../contract/catalogue.ts';
import type { InputFault } from '../../kernel/decider.ts';
import type { FlowValue, Judge } from '../../kernel/flow/index.ts';
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

/** What keeps a text from being a condition over these values: it cannot be read, looks at a value that is not there, or yields no yes or no. Undefined for a good one. */
export function conditionProblem(condition: string, values: Readonly<Record<string, FlowValue>>): string | undefined {
  if (hasSyntaxError(condition, values)) return 'syntax';
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
function hasSyntaxError(condition: string, values: Readonly<Record<string, FlowValue>>): boolean {
  let found = false;
  parseExpression(condition, { ...values }, undefined).iterate({ enter: (node) => void (found ||= node.type.isError) });
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
