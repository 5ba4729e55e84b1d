import type { ItemSummary } from '../../../contract/items.ts';
import type { Words } from '../words/words.tsx';

/** A promised limit in words: "5 working days", "on the spot". */
export function promiseWords(promise: ItemSummary['promise'], { ui }: Words): string {
  if (promise.unit === 'on_the_spot' || promise.amount === 0) return ui('span.on_the_spot');
  if (promise.unit === 'working_day' && promise.amount === 1) return ui('span.working_day_one');
  return ui(`span.${promise.unit}`, { amount: promise.amount });
}
