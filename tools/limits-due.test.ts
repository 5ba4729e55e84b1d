import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerOf, calendarOf, type Answer } from './limits-due-answers.ts';
import { readEntries } from './limits-due-entries.ts';

const root = join(import.meta.dirname, '..');
const calendar = calendarOf(false);

function answers(json: unknown, publishedOnly = false): readonly Answer[] {
  const read = readEntries(json);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.entries.map((entry) => answerOf(entry, publishedOnly ? calendarOf(true) : calendar));
}
const dueOns = (json: unknown): (string | null)[] => answers(json).map((answer) => answer.dueOn);

function faults(json: unknown): string[] {
  const read = readEntries(json);
  return read.ok ? [] : read.faults.map((fault) => `${fault.field} ${fault.code}`);
}

/** Runs the program itself with `input` on standard input. */
function runTool(input: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'tools/limits-due.ts', ...args], { cwd: root, input, encoding: 'utf8' });
}

describe('The dates anybody can compute', () => {
  test('are those of the example in docs/how-to/check-our-dates.md, computed by the program itself', () => {
    const [input = '', output = ''] = [...readFileSync(join(root, 'docs/how-to/check-our-dates.md'), 'utf8').matchAll(/```json\n(.*?)```/gs)].map((found) => found[1] ?? '');
    const { status, stdout, stderr } = runTool(input, '-');
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(output));
  });

  test('start from a day or from any moment of it, in any offset', () => {
    expect(dueOns(['2026-11-23', '2026-11-23T00:00:00+08:00', '2026-11-23T23:59:59.999+08:00', '2026-11-22T16:00:00Z', '2026-11-23T15:59:00.000Z'].map((receivedAt) => ({ receivedAt, workingDays: 5 })))).toEqual(Array.from({ length: 5 }, () => '2026-11-30'));
    expect(dueOns([{ receivedAt: '2026-11-23T16:00:00Z', workingDays: 5 }])).toEqual(['2026-12-01']);
  });

  test('take pauses by days, the day it goes on counting, and every way to write an extension', () => {
    expect(dueOns([{ receivedAt: '2026-11-23', workingDays: 5, pauses: [{ from: '2026-11-25', to: '2026-11-27' }] }])).toEqual(['2026-12-02']);
    expect(dueOns([[3], [1, 2], [{ workingDays: 3 }], [{ amount: 2 }, 1]].map((extensions) => ({ receivedAt: '2026-11-23', workingDays: 5, extensions })))).toEqual(['2026-12-03', '2026-12-03', '2026-12-03', '2026-12-03']);
  });

  test('are given in every unit', () => {
    const of = (unit: string, amount?: number): unknown => ({ receivedAt: '2026-10-22T10:00:00+08:00', unit, amount });
    expect(answers([of('working_day', 20), of('calendar_day', 31), of('month', 1), of('hour', 30), of('on_the_spot')]).map((answer) => [answer.dueOn, answer.dueAt])).toEqual([
      ['2026-11-19', '2026-11-19T15:59:59.999Z'], ['2026-11-23', '2026-11-23T15:59:59.999Z'], ['2026-11-23', '2026-11-23T15:59:59.999Z'], ['2026-10-23', '2026-10-23T08:00:00.000Z'], ['2026-10-22', '2026-10-22T15:59:59.999Z'],
    ]);
  });

  test('are null with the reason past the end of the calendar, and while a pause has no end; a pause after the due day does no harm', () => {
    const [past, open, harmless] = answers([{ receivedAt: '2027-12-28', workingDays: 20 }, { receivedAt: '2026-11-23', workingDays: 5, pauses: [{ from: '2026-11-25', to: null }] }, { receivedAt: '2026-11-23', workingDays: 5, pauses: [{ from: '2026-12-01', to: null }] }]);
    expect(past).toMatchObject({ dueOn: null, dueAt: null, error: { code: 'calendar.past_end', params: { to: '2027-12-31' }, message: { en: expect.stringContaining('2027-12-31') as string } } });
    expect(open).toMatchObject({ dueOn: null, dueAt: null, error: { code: 'limits.pause_open', params: { pause: 1 }, message: { 'zh-CN': expect.stringContaining('第 1 次') as string } } });
    expect(harmless?.dueOn).toBe('2026-11-30');
  });

  test('end with the published calendar where the provisional year is not wanted', () => {
    expect(answers([{ receivedAt: '2026-12-10', workingDays: 20 }], true)).toMatchObject([{ dueOn: null, error: { code: 'calendar.past_end' } }]);
    expect(answers([{ receivedAt: '2026-12-10', workingDays: 20 }])).toMatchObject([{ dueOn: '2027-01-08', provisional: true }]);
  });
});

describe('A file that cannot be taken', () => {
  const good = { receivedAt: '2026-11-23', workingDays: 5 };

  test.each([
    ['no list', {}, ['$ limits.input.not_list']],
    ['an entry that is no object', [good, 5], ['[1] limits.input.not_object']],
    ['a field nobody knows', [{ ...good, pause: [] }], ['[0].pause limits.input.unknown_field']],
    ['no start', [{ workingDays: 5 }], ['[0].receivedAt limits.input.missing']],
    ['a day that does not exist', [{ ...good, receivedAt: '2026-02-30' }], ['[0].receivedAt limits.input.not_moment']],
    ['a moment without offset', [{ ...good, receivedAt: '2026-11-23T09:30:00' }], ['[0].receivedAt limits.input.not_moment']],
    ['a number for a day', [{ ...good, receivedAt: 20261123 }], ['[0].receivedAt limits.input.not_moment']],
    ['no length', [{ receivedAt: '2026-11-23' }], ['[0].workingDays limits.input.missing']],
    ['a negative length', [{ ...good, workingDays: -1 }], ['[0].workingDays limits.input.not_whole']],
    ['half a day', [{ ...good, workingDays: 2.5 }], ['[0].workingDays limits.input.not_whole']],
    ['a length as text', [{ ...good, workingDays: '5' }], ['[0].workingDays limits.input.not_whole']],
    ['two lengths', [{ ...good, unit: 'hour', amount: 3 }], ['[0].workingDays limits.input.two_lengths']],
    ['an unknown unit', [{ receivedAt: '2026-11-23', unit: 'week', amount: 1 }], ['[0].unit limits.input.not_one_of']],
    ['an amount without unit', [{ receivedAt: '2026-11-23', amount: 1 }], ['[0].unit limits.input.missing']],
    ['a pause without end', [{ ...good, pauses: [{ from: '2026-11-24' }] }], ['[0].pauses[0].to limits.input.missing']],
    ['a pause that ends before it begins', [{ ...good, pauses: [{ from: '2026-11-25', to: '2026-11-24' }] }], ['[0].pauses[0].to limits.input.ends_before']],
    ['an unknown ground', [{ ...good, pauses: [{ from: '2026-11-24', to: '2026-11-25', ground: 'nap' }] }], ['[0].pauses[0].ground limits.input.not_one_of']],
    ['a document that is no text', [{ ...good, pauses: [{ from: '2026-11-24', to: '2026-11-25', document: 7 }] }], ['[0].pauses[0].document limits.input.not_text']],
    ['pauses that are no list', [{ ...good, pauses: {} }], ['[0].pauses limits.input.not_list']],
    ['a negative extension', [{ ...good, extensions: [-10] }], ['[0].extensions[0] limits.input.not_whole']],
    ['an extension in another unit', [{ receivedAt: '2026-11-23', unit: 'hour', amount: 3, extensions: [{ workingDays: 1 }] }], ['[0].extensions[0].workingDays limits.input.wrong_unit']],
    ['an extension on the spot', [{ receivedAt: '2026-11-23', unit: 'on_the_spot', extensions: [1] }], ['[0].extensions[0] limits.input.no_extension']],
    ['several faults at once', [{ receivedAt: 'x', workingDays: 0 }, { y: 1 }], ['[0].receivedAt limits.input.not_moment', '[0].workingDays limits.input.not_whole', '[1].y limits.input.unknown_field', '[1].receivedAt limits.input.missing', '[1].workingDays limits.input.missing']],
  ])('with %s says where', (_what, json, expected) => {
    expect(faults(json)).toEqual(expected);
  });

  test('ends with 2, computes nothing and says where and what to do', () => {
    const { status, stdout, stderr } = runTool(JSON.stringify([good, { ...good, workingDays: -1 }]), '-');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe('[1].workingDays: “-1” is not a whole number from 1 on. Correct it. “-1”不是从 1 起的整数。请改正。\n');
  });

  test('that is no JSON or not there is said so', () => {
    expect(runTool('{', '-')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('The file is not JSON') as string });
    expect(runTool('', 'no-such-file.json')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('no-such-file.json') as string });
  });
});
