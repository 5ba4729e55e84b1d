import { expect, it } from 'vitest';
import { newCommandId } from './command-id.ts';

it('a command id is a version 7 UUID that begins with the millisecond it was made in, and never the same twice', () => {
  const at = Date.UTC(2026, 10, 23, 6, 2, 3, 456);
  const ids = Array.from({ length: 1_000 }, () => newCommandId(at));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(1_000);
  expect(Number.parseInt(ids[0]?.replaceAll('-', '').slice(0, 12) ?? '', 16)).toBe(at);
});
