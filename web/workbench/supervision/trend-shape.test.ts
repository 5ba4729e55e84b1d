import { describe, expect, test } from 'vitest';
import { trendShape } from './trend-shape.ts';

const day = (on: string, filed: number, finished: number, working = true) => ({ day: on, working, filed, finished });

describe('The trend of thirty days', () => {
  test('draws both series on one scale: the largest day is as high as the drawing, none is cut', () => {
    const shape = trendShape([day('2026-11-20', 10, 0), day('2026-11-21', 0, 0, false), day('2026-11-22', 5, 20, false)]);
    expect(shape.most).toBe(20);
    expect(shape.columns.map((column) => [column.y, column.height])).toEqual([[50, 50], [100, 0], [75, 25]]);
    expect(shape.line).toBe('10,100 30,100 50,0');
  });

  test('of a place without any matter is flat', () => {
    const shape = trendShape([day('2026-11-20', 0, 0), day('2026-11-21', 0, 0)]);
    expect(shape.columns.every((column) => column.height === 0 && column.y === shape.height)).toBe(true);
    expect(shape.line).toBe('10,100 30,100');
  });
});
