import fc from 'fast-check';
import { expect, it } from 'vitest';
import { payloadsOf, readPayload } from './payload.ts';
import { everything } from './topics.ts';

const from = '0190b000-0000-7000-8000-000000000001';

it('every payload is shorter than the 8,000 bytes PostgreSQL takes, and together they say every topic once, in order', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.string({ maxLength: 80 }), fc.string({ unit: 'grapheme', minLength: 0, maxLength: 400 })), { maxLength: 400 }), (topics) => {
    const payloads = payloadsOf({ from, topics });
    for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000);
    expect(payloads.flatMap((payload) => readPayload(payload)?.topics ?? [])).toEqual(topics);
  }), { numRuns: 300 });
});

it('few topics are one payload; none are none; one that fits into no payload is told as everything', () => {
  expect(payloadsOf({ from, topics: ['calendar', 'orders'] })).toEqual([JSON.stringify({ from, topics: ['calendar', 'orders'] })]);
  expect(payloadsOf({ from, topics: [] })).toEqual([]);
  expect(payloadsOf({ from, topics: ['calendar', '长'.repeat(3_000)] }).map((one) => readPayload(one)?.topics)).toEqual([['calendar', everything]]);
});

it('what another role of the database sent under our name is passed over', () => {
  for (const odd of ['', 'null', '{', '[]', '{"from":1,"topics":[]}', '{"from":"a","topics":"orders"}', '{"from":"a","topics":[1]}']) expect(readPayload(odd), odd).toBeUndefined();
});
