import { describe, expect, it } from 'vitest';
import { readHandler, writeHandler } from './handler.ts';

describe('who handles a task', () => {
  it('is read and written back the same', () => {
    for (const handler of ['window', 'department', 'department@street', 'department:fire', 'department:fire@district', 'department:{department}@district', 'department:{unit}']) {
      const choice = readHandler(handler);
      expect(choice, handler).toBeDefined();
      expect(choice && writeHandler(choice)).toBe(handler);
    }
  });

  it('is nobody where it is written otherwise', () => {
    for (const handler of ['', 'windows', 'department@province', 'department:Fire', 'department:{a b}', 'department:fire@', '张三']) expect(readHandler(handler), handler).toBeUndefined();
  });
});
