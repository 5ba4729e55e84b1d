import { describe, expect, it } from 'vitest';
import { readCommandLine, readMoment } from './command-line.ts';

describe('The command line', () => {
  it('options with a value, alone, and with an equals sign; what is unknown or lacks its value is named', () => {
    const line = readCommandLine(['restore', '--to', '2026-11-23 09:00', '--latest', '--into=a=b', '--nothing', '--identity'], ['to', 'into', 'identity'], ['latest']);
    expect([line.words, [...line.options], line.unknown]).toEqual([['restore'], [['to', '2026-11-23 09:00'], ['latest', ''], ['into', 'a=b']], ['--nothing', '--identity']]);
  });
});

describe('A moment to restore to', () => {
  it('is Shenzhen’s time where no offset is written, and keeps its digits', () => {
    expect(readMoment('2026-11-23 09:30')).toBe('2026-11-23T01:30:00.000Z');
    expect(readMoment('2026-11-23T09:30:15.123456+08:00')).toBe('2026-11-23T01:30:15.123456Z');
    expect(readMoment('2026-11-23T01:30:15Z')).toBe('2026-11-23T01:30:15.000Z');
  });

  it('is not guessed', () => {
    for (const text of ['yesterday', '2026-11-23', '2026-13-01T00:00:00Z', '09:30', '23/11/2026 09:30']) expect(readMoment(text)).toBeNull();
  });
});
