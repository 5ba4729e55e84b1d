import { expect, it } from 'vitest';
import { withRecent } from './recent-items.ts';

it('recent items: the newest first, each once, at most eight', () => {
  const item = (n: number) => ({ taskCode: `T${n}`, handlingItem: '01' });
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(item).reduce(withRecent, [] as ReturnType<typeof withRecent>);
  expect(nine.map((one) => one.taskCode)).toEqual(['T9', 'T8', 'T7', 'T6', 'T5', 'T4', 'T3', 'T2']);
  expect(withRecent(nine, item(4))[0]).toEqual(item(4));
  expect(withRecent(nine, item(4))).toHaveLength(8);
});
