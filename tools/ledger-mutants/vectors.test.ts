import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goldenLogFaults, merkleVectors, noteFaults, referenceTreeFaults } from './vectors.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../tests/ledger-vectors/${name}`, import.meta.url), 'utf8'));

describe('the vectors of others', () => {
  it('are all answered as they must be: 196 of 196', () => {
    const vectors = merkleVectors(read('rfc6962/inclusion.json'), read('rfc6962/consistency.json'));
    expect(vectors).toHaveLength(196);
    expect(vectors.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('of the reference tree, the golden log and the specifications agree with what we compute and write', () => {
    expect(referenceTreeFaults(read('rfc6962/reference-tree.json'))).toEqual([]);
    expect(goldenLogFaults(read('tlog/tessera-golden-log.json'))).toEqual([]);
    expect(noteFaults(read('tlog/c2sp-examples.json'))).toEqual([]);
  });

  it('are seen to disagree where one is changed', () => {
    const consistency = read('rfc6962/consistency.json');
    expect(merkleVectors({ cases: [] }, { cases: consistency.cases.map((one: object) => ({ ...one, wantErr: true })) }).filter(({ passed }) => !passed)).toHaveLength(6);
    const golden = read('tlog/tessera-golden-log.json');
    expect(goldenLogFaults({ ...golden, entriesUtf8: golden.entriesUtf8.with(3, 'forth') }).length).toBeGreaterThan(10);
  });
});
