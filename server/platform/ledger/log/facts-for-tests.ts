import type pg from 'pg';
import { newDataKey } from '../../crypto/index.ts';
import { newId } from '../../ids.ts';
import { chainFacts, type ChainHead, type DomainFact } from '../chain.ts';

/** The origin of the logs of tests of the log. */
export const testOrigins = { cases: 'yimen.test/cases/v1', access: 'yimen.test/access/v1' } as const;

/** A matter of a test that facts are written to. */
export interface TestMatter {
  readonly matterId: string;
  /** What platform.append takes for so many more facts. */
  next(count: number): string;
}

/** A matter whose facts say nothing but that they are there; each call of `next` goes on with its chain. */
export function testMatter(log: string = testOrigins.cases): TestMatter {
  const ground = { log, matterId: newId(), dataKey: newDataKey(), rule: { item: 1 } };
  let head: ChainHead | null = null;
  return {
    matterId: ground.matterId,
    next(count) {
      const at = new Date(Date.now() - 500).toISOString();
      const facts = Array.from({ length: count }, (_none, n): DomainFact => ({ kind: 'noted', at, by: { kind: 'staff', id: 'w-1', institution: 'HALL.1' }, content: { n } }));
      const chained = chainFacts(ground, head, facts);
      head = chained.head;
      return JSON.stringify({ facts: chained.rows });
    },
  };
}

/** Writes facts of new matters in one call. */
export async function writeFacts(db: Pick<pg.Pool, 'query'> | Pick<pg.ClientBase, 'query'>, count: number): Promise<TestMatter> {
  const matter = testMatter();
  await (db as pg.Pool).query('select platform.append($1::jsonb)', [matter.next(count)]);
  return matter;
}

/** What platform.append takes for an access record; `of_command` as a command's own. */
export function accessBatch(matterId: string, ofCommand = false): string {
  return JSON.stringify({ access: [{ matter_id: matterId, record_id: newId(), actor: { kind: 'staff', id: 'w-2' }, act: 'matters.read', outcome: 'done', ...(ofCommand ? { of_command: true } : {}) }] });
}
