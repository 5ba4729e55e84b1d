import { say, type Language, type Localized } from '../../../contract/language.ts';
import type { FieldProblem, Problem } from '../../../contract/common.ts';
import type { Refusal } from '../../kernel/decider.ts';

/** Every code that can leave the server, with its sentence; and the statuses of those that are not 422. */
export interface ProblemTable {
  readonly sentences: Readonly<Record<string, Localized>>;
  readonly statuses: Readonly<Record<string, number>>;
}

/** HTTP status of a refusal: what the table says, else 422 (understood, but not lawful or not right). */
export function statusOf(table: ProblemTable, code: string): number {
  return table.statuses[code] ?? 422;
}

/** A refusal as problem details (RFC 9457), its sentence in the caller's language. `type` is a stable name, not an address. */
export function problemOf(table: ProblemTable, language: Language, refusal: Refusal, instance?: string): Problem {
  const text = table.sentences[refusal.code];
  const errors = refusal.errors?.map((fault): FieldProblem => ({ pointer: fault.pointer, code: fault.code, params: { ...fault.params } }));
  return {
    type: `urn:yimen:problem:${refusal.code}`,
    title: text ? say(text, language, refusal.params) : refusal.code,
    status: statusOf(table, refusal.code),
    code: refusal.code,
    params: { ...refusal.params },
    ...(errors ? { errors } : {}),
    ...(instance ? { instance } : {}),
  };
}

/** What ajv says of a body, as field problems with codes of ours; the parameters a sentence needs are kept. */
export function fieldProblems(faults: readonly { instancePath?: string; keyword?: string; params?: Record<string, unknown> }[]): FieldProblem[] {
  return faults.filter((fault) => fault.keyword !== 'if' && fault.keyword !== 'anyOf').map((fault) => {
    const params = fault.params ?? {};
    const child = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
    const pointer = `${fault.instancePath ?? ''}${child === undefined ? '' : `/${String(child).replace(/~/g, '~0').replace(/\//g, '~1')}`}`;
    const shown = Object.fromEntries(
      Object.entries(params).filter((entry): entry is [string, string | number] => ['limit', 'format'].includes(entry[0]) && ['string', 'number'].includes(typeof entry[1])),
    );
    return { pointer, code: codeOfKeyword(fault.keyword ?? ''), params: shown };
  });
}

function codeOfKeyword(keyword: string): string {
  switch (keyword) {
    case 'required':
      return 'input.required';
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'input.unknown_field';
    case 'maxLength':
    case 'maxItems':
      return 'input.too_long';
    case 'minLength':
    case 'minItems':
      return 'input.too_short';
    case 'enum':
    case 'const':
      return 'input.not_a_choice';
    case 'type':
      return 'input.wrong_type';
    case 'minimum':
    case 'exclusiveMinimum':
      return 'input.too_small';
    case 'maximum':
    case 'exclusiveMaximum':
      return 'input.too_large';
    case 'format':
    case 'pattern':
      return 'input.wrong_form';
    default:
      return 'input.invalid';
  }
}
