import { describe, expect, test } from 'vitest';
import { takenIn, takenUnder } from './rounds.ts';
import { waitingFor } from './waiting.ts';

describe('What waits for a security administrator', () => {
  test('is a request nobody proposed, a request another proposed, and a release another proposed', () => {
    expect(waitingFor([{ acts: ['propose', 'reject'] }, { acts: ['approve', 'reject'] }], [{ acts: ['release', 'withdraw_release'] }])).toBe(3);
  });

  test('is not what the reader proposed, nor a hold that nobody wants released, nor what is decided', () => {
    expect(waitingFor([{ acts: ['reject'] }, { acts: [] }], [{ acts: ['withdraw_release'] }, { acts: ['propose_release'] }, { acts: [] }])).toBe(0);
  });
});

describe('What the daily rounds took away', () => {
  const run = (counts: Record<string, number>) => ({ runId: '0193594f-0000-7000-8000-000000000001', at: '2026-11-22T18:00:00.000Z', held: 0, counts });

  test('is counted by rule, in the newest round and in all', () => {
    const runs = [run({ drafts: 2, matters: 0 }), run({ drafts: 3, matters: 1 })];
    expect(takenUnder('drafts', runs)).toEqual({ last: 2, all: 5 });
    expect(takenUnder('matters', runs)).toEqual({ last: 0, all: 1 });
  });

  test('is unknown, not nought, for a rule no round follows', () => {
    expect(takenUnder('permanent', [run({ drafts: 2 })])).toEqual({ last: null, all: null });
    expect(takenUnder('drafts', [])).toEqual({ last: null, all: null });
  });

  test('is told for a round without the kinds of which nothing went, most first', () => {
    expect(takenIn(run({ drafts: 2, messages: 0, deliveries: 7 }))).toEqual({ total: 9, parts: [['deliveries', 7], ['drafts', 2]] });
  });
});
