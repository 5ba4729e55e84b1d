/** Changes to an item under way, by JSON Pointer (RFC 6901). Pure: each gives a new item and leaves the old one as it was. */

/** A JSON value. */
export type Json = unknown;

/** One change. `at` of insert, remove_at and move is the list. */
export type Edit =
  | { readonly kind: 'set'; readonly at: string; readonly value: Json }
  | { readonly kind: 'unset'; readonly at: string }
  | { readonly kind: 'insert'; readonly at: string; readonly index: number; readonly value: Json }
  | { readonly kind: 'remove_at'; readonly at: string; readonly index: number }
  | { readonly kind: 'move'; readonly at: string; readonly from: number; readonly to: number };

/** The steps of a pointer, unescaped. */
export const stepsOf = (at: string): readonly string[] => (at === '' ? [] : at.slice(1).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')));

/** A pointer of steps. */
export const pointerOf = (...steps: readonly (string | number)[]): string => steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The value at a pointer; undefined where there is none. */
export function valueAt(root: Json, at: string): Json {
  return stepsOf(at).reduce<Json>((value, step) => (typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Record<string, Json>)[step] : undefined), root);
}

function changed(root: Json, steps: readonly string[], change: (value: Json) => Json): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return change(root);
  if (Array.isArray(root)) return root.map((one: Json, i) => (String(i) === step ? changed(one, rest, change) : one));
  const record = (typeof root === 'object' && root !== null ? root : {}) as Readonly<Record<string, Json>>;
  const next = changed(record[step], rest, change);
  if (next === undefined) return Object.fromEntries(Object.entries(record).filter(([key]) => key !== step));
  return { ...record, [step]: next };
}

const listAt = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/** Where the entry at an index of a list is after a change; undefined where it is gone. */
function placeAfter(edit: Exclude<Edit, { kind: 'set' | 'unset' }>): (index: number) => number | undefined {
  switch (edit.kind) {
    case 'insert': return (index) => (index >= edit.index ? index + 1 : index);
    case 'remove_at': return (index) => (index === edit.index ? undefined : index > edit.index ? index - 1 : index);
    case 'move': return (index) => {
      if (index === edit.from) return edit.to;
      if (edit.from < edit.to && index > edit.from && index <= edit.to) return index - 1;
      return edit.to < edit.from && index >= edit.to && index < edit.from ? index + 1 : index;
    };
  }
}

/** Where a fact was read is kept by its place: entries of a list that changed places take it along, those gone leave it behind. */
function carryEvidence(root: Json, at: string, place: (index: number) => number | undefined): Json {
  const evidence = valueAt(root, '/evidence');
  if (typeof evidence !== 'object' || evidence === null) return root;
  const next = Object.entries(evidence).flatMap(([fact, entry]) => {
    const rest = fact.startsWith(`${at}/`) ? fact.slice(at.length + 1).split('/') : undefined;
    if (!rest || !/^\d+$/.test(rest[0] ?? '')) return [[fact, entry] as const];
    const to = place(Number(rest[0]));
    return to === undefined ? [] : [[[at, String(to), ...rest.slice(1)].join('/'), entry] as const];
  });
  return changed(root, ['evidence'], () => Object.fromEntries(next));
}

/** A fact that is written anew has not been read anywhere yet: its own entry counts as unverified until somebody says where it was read. */
function doubt(root: Json, at: string): Json {
  const entry = valueAt(root, pointerOf('evidence', at)) as { readonly verified?: boolean } | undefined;
  return entry?.verified ? changed(root, ['evidence', at], () => ({ ...entry, verified: false })) : root;
}

/** The document after a change. */
export function applyEdit<T>(root: T, edit: Edit): T {
  const steps = stepsOf(edit.at);
  switch (edit.kind) {
    case 'set': return (JSON.stringify(valueAt(root, edit.at)) === JSON.stringify(edit.value) ? root : doubt(changed(root, steps, () => edit.value), edit.at)) as T;
    case 'unset': return changed(root, steps, () => undefined) as T;
    case 'insert': return carryEvidence(changed(root, steps, (list) => [...listAt(list).slice(0, edit.index), edit.value, ...listAt(list).slice(edit.index)]), edit.at, placeAfter(edit)) as T;
    case 'remove_at': return carryEvidence(changed(root, steps, (list) => listAt(list).filter((_, i) => i !== edit.index)), edit.at, placeAfter(edit)) as T;
    case 'move': return carryEvidence(changed(root, steps, (list) => moved(listAt(list), edit.from, edit.to)), edit.at, placeAfter(edit)) as T;
  }
}

function moved(list: readonly Json[], from: number, to: number): readonly Json[] {
  if (from < 0 || to < 0 || from >= list.length || to >= list.length) return list;
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), list[from], ...rest.slice(to)];
}
