import type { Pool } from './shapes.ts';

/** At most this many values are kept of each name: enough to meet one another, few enough that a fresh one is used. */
const perName = 40;

/** A pool that learns from every answer: identifiers, codes and versions by the name of their field. */
export interface LearningPool extends Pool {
  learn(answer: unknown): void;
}

/** Fields that are one thing under several names. */
const also: Readonly<Record<string, readonly string[]>> = { code: ['institution', 'areaUnit', 'unit', 'hall', 'district', 'within'], task_code: ['taskCode'], task_handle_item: ['handlingItem'], seq: ['seenSeq'], institution: ['hall', 'institutions'] };

/** Empty at first, but for what is `given`. */
export function learningPool(given: Readonly<Record<string, readonly unknown[]>>): LearningPool {
  const met = new Map<string, unknown[]>(Object.entries(given).map(([name, values]) => [name, [...values]]));
  const keep = (name: string, value: unknown): void => {
    const values = met.get(name) ?? [];
    if (values.includes(value)) return;
    values.push(value);
    // The newest are of matters that may still be acted upon.
    if (values.length > perName) values.shift();
    met.set(name, values);
  };
  const learn = (answer: unknown): void => {
    if (Array.isArray(answer)) for (const one of answer.slice(0, 30)) learn(one);
    else if (typeof answer === 'object' && answer !== null) {
      for (const [name, value] of Object.entries(answer)) {
        if (typeof value === 'string' ? value.length > 0 && value.length < 200 : typeof value === 'number') for (const one of [name, ...(also[name] ?? [])]) keep(one, value);
        else learn(value);
      }
    }
  };
  return { of: (name) => met.get(name) ?? [], learn };
}
