import { expect, it } from 'vitest';
import * as policy from '../../server/domains/matters/policy.ts';
import { compare, oracle, triplesOf } from './compare.ts';
import { isFound, oracleMutants } from './mutants.ts';

it('who may do and see what of a matter is the same by the policy and by the table beside it', () => {
  const { differences, allowed } = compare(policy, oracle, triplesOf(7, 3_000), 3);
  expect(differences).toEqual([]);
  expect(allowed).toBeGreaterThan(100);
});

it('a rule left out of the table is noticed', () => {
  const triples = triplesOf(7, 12_000);
  const planted = oracleMutants(policy).filter(({ name, act }) => name.startsWith('no rule') && ['accept', 'terminate', 'check_promise', 'link: handle', 'link: lead', 'link: hand over', 'proposal: approve'].includes(act ?? ''));
  expect(planted.length).toBeGreaterThan(9);
  expect(planted.filter((one) => !isFound(one, triples)).map((one) => one.name)).toEqual([]);
});
