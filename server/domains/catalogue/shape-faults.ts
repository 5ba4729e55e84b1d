/** What the schema library says of a draft's shape, as faults with our own codes and sentences, each once at its field. Pure. */
import { isRecord, pointer, problem, type Problem } from './problem.ts';

const codes: Readonly<Record<string, string>> = {
  maxLength: 'input.too_long', maxItems: 'input.too_long', minLength: 'input.too_short', minItems: 'input.too_short', enum: 'input.not_a_choice', const: 'input.not_a_choice', anyOf: 'input.not_a_choice',
  type: 'input.wrong_type', minimum: 'input.too_small', maximum: 'input.too_large', format: 'input.wrong_form', pattern: 'input.wrong_form',
};

/** The faults of a shape at the fields that have them: missing and unknown ones by name, a value outside its list once. Others pass as they are. */
export function shapeFaults(problems: readonly Problem[]): readonly Problem[] {
  const places = new Set<string>();
  return problems.flatMap((one) => {
    if (one.code !== 'catalogue.wrong_shape') return [one];
    const fresh = faultsOf(one).filter((fault) => !places.has(fault.pointer));
    for (const fault of fresh) places.add(fault.pointer);
    return fresh;
  });
}

function faultsOf({ pointer: at, params }: Problem): readonly Problem[] {
  const detail = detailOf(params['detail']);
  const names = (member: string): readonly string[] => (Array.isArray(detail[member]) ? detail[member].filter((name): name is string => typeof name === 'string') : []);
  switch (params['keyword']) {
    case 'required':
      return names('requiredProperties').map((name) => problem(`${at}${pointer(name)}`, 'input.required'));
    case 'additionalProperties':
      return names('additionalProperties').map((name) => problem(`${at}${pointer(name)}`, 'input.unknown_field'));
    // A member that may not be there is said by the line above.
    case 'boolean':
      return [];
    default: {
      const { limit } = detail;
      return [problem(at, codes[String(params['keyword'])] ?? 'input.invalid', typeof limit === 'number' || typeof limit === 'string' ? { limit } : {})];
    }
  }
}

function detailOf(text: unknown): Readonly<Record<string, unknown>> {
  const read: unknown = typeof text === 'string' ? JSON.parse(text) : {};
  return isRecord(read) ? read : {};
}
