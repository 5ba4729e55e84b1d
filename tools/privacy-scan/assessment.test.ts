import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assessment } from './assessment.ts';
import { marksIn } from './places.ts';
import { spellingsOf } from './spellings.ts';

test('the impact assessment in the repository is what classes and rules give (PIPL art. 55)', () => {
  expect(readFileSync(new URL('../../docs/privacy/impact-assessment.md', import.meta.url), 'utf8')).toBe(assessment());
});

test('a mark is found in every spelling it could lie in, at every place of its base64', () => {
  const text = '貔麀貅90001';
  const mark = { what: 'name', text, spellings: spellingsOf(text) };
  const hidden = [text, Buffer.from(text).toString('hex'), JSON.stringify({ a: text }), encodeURIComponent(text), ...['', 'x', 'xy', 'xyz'].map((before) => Buffer.from(`${before}${text}tail`).toString('base64'))];
  for (const one of hidden) expect(marksIn([mark], `before ${one} after`), one).toEqual(['name']);
  expect(marksIn([mark], Buffer.from('貔麀狸90001').toString('base64'))).toEqual([]);
});
