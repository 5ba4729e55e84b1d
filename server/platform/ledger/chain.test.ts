import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { newDataKey } from '../crypto/index.ts';
import { newId } from '../ids.ts';
import { chainFacts, faultsOfChain, openSealed, type DomainFact, type FactRow } from './chain.ts';

const log = 'test/matters/v1';

describe('the hash chain of a matter', () => {
  let fresh: FreshDatabase;
  const matterId = newId();
  const dataKey = newDataKey();
  let rows: readonly FactRow[] = [];

  beforeAll(async () => {
    fresh = await freshDatabase();
    const at = new Date(Date.now() - 1_000).toISOString();
    const by = { kind: 'staff', id: 'w-17', institution: 'HALL.1' } as const;
    const facts: readonly DomainFact[] = [
      { kind: 'matter_filed', at, by: { kind: 'resident', id: 'r-1' }, content: { number: '440304-1', count: 3, share: 0.1, none: null, list: ['乙', '甲'], nested: { b: 1, a: 2 } }, sealed: { name: '安宁' }, files: ['ab'.repeat(32)] },
      { kind: 'matter_accepted', at, by, content: {} },
      { kind: 'link_opened', at, by, content: { linkId: 'decide-1' } },
      { kind: 'link_completed', at, by, content: { linkId: 'decide-1' }, sealed: { opinion: '同意' } },
    ];
    const ground = { log, matterId, dataKey, rule: { item: 3, calendar: '2026' } };
    const first = chainFacts(ground, null, facts.slice(0, 2));
    const second = chainFacts(ground, first.head, facts.slice(2));
    for (const part of [first, second]) await fresh.database.pool.query('select platform.append($1::jsonb)', [JSON.stringify({ facts: part.rows, sealed: part.sealed })]);
    rows = await readBack();
  });
  afterAll(() => fresh.drop());

  /** The rows as the application reads them: through jsonb and timestamptz, not as they were sent. */
  async function readBack(): Promise<readonly FactRow[]> {
    const read = await fresh.database.pool.query<FactRow>(
      `select matter_id, seq, kind, at, by, content, encode(salt, 'hex') salt, files, rule, encode(prev, 'hex') prev, encode(hash, 'hex') hash from platform.facts where matter_id = $1 order by seq`, [matterId]);
    return read.rows;
  }

  it('is whole when it is read back from the database, over two writes', () => {
    expect(rows.map((row) => [row.seq, row.kind])).toEqual([[1, 'matter_filed'], [2, 'matter_accepted'], [3, 'link_opened'], [4, 'link_completed']]);
    expect(rows[0]?.prev).toBeNull();
    expect(faultsOfChain(log, rows)).toEqual([]);
  });

  const changed = (at: number, change: Partial<FactRow>): readonly FactRow[] => rows.map((row) => (row.seq === at ? { ...row, ...change } : row));
  const alterations: readonly (readonly [string, () => readonly FactRow[], number])[] = [
    ['its content is changed', () => changed(1, { content: { ...rows[0]?.content, count: 4 } }), 1],
    ['a field is added to its content', () => changed(3, { content: { ...rows[2]?.content, extra: true } }), 3],
    ['a fact in the middle is dropped', () => rows.filter((row) => row.seq !== 2), 2],
    ['the first fact is dropped', () => rows.slice(1), 1],
    ['two facts are swapped', () => [0, 2, 1, 3].map((index) => rows[index] as FactRow), 2],
    ['two facts are swapped and numbered anew', () => [0, 2, 1, 3].map((from, index) => ({ ...(rows[from] as FactRow), seq: index + 1 })), 2],
    ['its time is changed by a millisecond', () => changed(2, { at: new Date(Date.parse(rows[1]?.at ?? '') + 1).toISOString() }), 2],
    ['somebody else is said to have acted', () => changed(2, { by: { kind: 'staff', id: 'w-18', institution: 'HALL.1' } }), 2],
    ['another institution is said to have acted', () => changed(2, { by: { kind: 'staff', id: 'w-17', institution: 'HALL.2' } }), 2],
    ['it is called by another name', () => changed(2, { kind: 'acceptance_refused' }), 2],
    ['another file is named', () => changed(1, { files: ['cd'.repeat(32)] }), 1],
    ['another version of the rules is named', () => changed(3, { rule: { item: 4, calendar: '2026' } }), 3],
    ['its salt is changed', () => changed(1, { salt: '00'.repeat(32) }), 1],
    ['it is moved to another matter', () => changed(1, { matter_id: newId() }), 1],
    ['its hash is changed', () => changed(4, { hash: '11'.repeat(32) }), 4],
  ];

  it.each(alterations)('is found broken at the right fact when %s', (_what, altered, at) => {
    const faults = faultsOfChain(log, altered());
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]?.at).toBe(at);
  });

  it('is found broken when it is said to belong to another installation', () => {
    expect(faultsOfChain('other/matters/v1', rows).map((fault) => fault.fault)).toEqual(['hash', 'hash', 'hash', 'hash']);
  });

  it('breaks at the next fact when a changed one gets a fresh hash', () => {
    const forged = chainFacts({ log, matterId, dataKey, rule: {} }, null, [{ kind: 'matter_filed', at: rows[0]?.at ?? '', by: { kind: 'resident', id: 'r-2' }, content: {} }]).rows[0] as FactRow;
    expect(faultsOfChain(log, [forged, ...rows.slice(1)])).toEqual([{ at: 2, fault: 'prev' }]);
  });

  it('stays whole when a sealed part is lawfully erased', async () => {
    expect((await fresh.database.pool.query('delete from platform.particulars where matter_id = $1 and seq = 1', [matterId])).rowCount).toBe(1);
    expect(faultsOfChain(log, await readBack())).toEqual([]);
  });

  it('opens the sealed part of a fact only there', async () => {
    const { rows: sealed } = await fresh.database.pool.query<{ sealed: Buffer }>('select sealed from platform.particulars where matter_id = $1 and seq = 4', [matterId]);
    const bytes = sealed[0]?.sealed ?? Buffer.alloc(0);
    expect(openSealed(dataKey, matterId, 4, bytes)).toEqual({ ok: true, value: { opinion: '同意' } });
    expect(openSealed(dataKey, matterId, 3, bytes).ok).toBe(false);
    expect(openSealed(newDataKey(), matterId, 4, bytes).ok).toBe(false);
  });

  it('hides equal contents: the same fact twice has two salts and two hashes', () => {
    const fact: DomainFact = { kind: 'x', at: '2026-11-23T01:00:00.000Z', by: { kind: 'system', id: 'test' }, content: { a: 1 }, sealed: { a: 1 } };
    const once = () => chainFacts({ log, matterId, dataKey, rule: {} }, null, [fact]).rows[0] as FactRow;
    const [one, two] = [once(), once()];
    expect(one.hash).not.toBe(two.hash);
    expect(one.salt).not.toBe(two.salt);
    expect(one.content).not.toEqual(two.content);
  });
});
