/** What is wrong in a catalogue file and where. */
export type Problem = Readonly<{ pointer: string; code: string; params: Readonly<Record<string, string | number>> }>;

/** A JSON value as read from a file. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One problem at a JSON Pointer. */
export function problem(at: string, code: string, params: Readonly<Record<string, string | number>> = {}): Problem {
  return { pointer: at, code, params };
}

/** JSON Pointer of a path, escaped after RFC 6901 section 3. */
export function pointer(...path: readonly (string | number)[]): string {
  return path.map((step) => '/' + String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('');
}

/** The value a JSON Pointer names in `root`, or undefined where there is none. */
export function valueAt(root: unknown, at: string): unknown {
  if (at === '') return root;
  if (!at.startsWith('/')) return undefined;
  return at.slice(1).split('/').reduce<unknown>((value, step) => {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string, unknown>)[key];
  }, root);
}

/** An object that is not an array. */
export function isRecord(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values that occur more than once. */
export function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}
