import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lawIds } from './law-ids.ts';
import { answerTo, workedExamples } from './law-tables.ts';

const folder = join(import.meta.dirname, '../docs/law');
const files = readdirSync(folder).filter((name) => /^L-\d{3}-/.test(name));

describe('The worked examples of docs/law', () => {
  test('are there for every limit', () => {
    expect(files.map((file) => file.slice(0, 5)).sort()).toEqual(lawIds());
    expect(files.filter((file) => workedExamples(readFileSync(join(folder, file), 'utf8')).length === 0)).toEqual([]);
  });

  test.each(files)('of %s are what our rules give', (file) => {
    for (const example of workedExamples(readFileSync(join(folder, file), 'utf8'))) expect(`${example.caption}: ${example.from} → ${answerTo(example)}`).toBe(`${example.caption}: ${example.from} → ${example.answer}`);
  });

  test('are read as they stand: a wrong date, a wrong weekday and an unknown length are noticed', () => {
    const [example] = workedExamples('Worked examples, 20 working days:\n\n| accepted | last day |\n|---|---|\n| Mon 2026-11-23 | Mon 2026-12-21 (weekend 8) |\n\n| Tue | x |\n');
    expect(example).toEqual({ caption: '20 working days', from: 'Mon 2026-11-23', answer: 'Mon 2026-12-21 (weekend 8)' });
    expect(answerTo({ caption: '19 working days', from: 'Mon 2026-11-23' })).toBe('Fri 2026-12-18 (weekend 6)');
    expect(() => answerTo({ caption: '20 working days', from: 'Tue 2026-11-23' })).toThrow('is not a day');
    expect(() => answerTo({ caption: 'soon', from: 'Mon 2026-11-23' })).toThrow('no length');
  });

  test('of the lists in docs/law/README.md name every limit once', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    expect([...readme.matchAll(/^\| \[(L-\d{3})\]\(([^)]+)\)/gm)].map(([, id, file]) => [id, file])).toEqual([...files].sort().map((file) => [file.slice(0, 5), file]));
  });
});
