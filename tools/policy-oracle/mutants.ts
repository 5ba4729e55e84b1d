import { readFileSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compare, oracle, type Oracle, type Policy, type Triple } from './compare.ts';

/** Something wrong that the comparison must find, or it finds nothing. */
export interface Mutant {
  readonly name: string;
  /** the act it is wrong in; of a slip in the policy, any */
  readonly act?: string;
  readonly policy: Policy;
  readonly against: Oracle;
}

/** The oracle with one of its rules, or one condition of a rule or moment, left out: each is then wrong in one respect. */
export function oracleMutants(policy: Policy): readonly Mutant[] {
  const { rules, moments } = oracle;
  const without = <T>(list: readonly T[], at: number): readonly T[] => list.filter((_one, n) => n !== at);
  const withRule = (at: number, change: Partial<Oracle['rules'][number]>): Oracle => ({ rules: rules.map((one, n) => (n === at ? { ...one, ...change } : one)), moments });
  const byRule = rules.flatMap((rule, at): Mutant[] => [
    { act: rule.act, name: `no rule ${at} (${rule.act}: ${rule.lock})`, policy, against: { rules: without(rules, at), moments } },
    ...(rule.when ?? []).map((condition, which): Mutant => ({ act: rule.act, name: `rule ${at} (${rule.act}) without ${condition.join(' ')}`, policy, against: withRule(at, { when: without(rule.when ?? [], which) }) })),
  ]);
  const byMoment = moments.flatMap((moment, at): Mutant[] => [
    { act: moment.act, name: `no moment ${at} (${moment.act})`, policy, against: { rules, moments: without(moments, at) } },
    ...moment.when.map((condition, which): Mutant => ({
      act: moment.act, name: `moment ${at} (${moment.act}) without ${condition.join(' ')}`, policy, against: { rules, moments: moments.map((one, n) => (n === at ? { ...one, when: without(one.when, which) } : one)) },
    })),
  ]);
  return [...byRule, ...byMoment];
}

/** What is written otherwise in our policy, each found once in its text: slips that a programmer makes. */
const slips: readonly (readonly [name: string, from: string, to: string])[] = [
  ['a hall manager does not read', `['window_clerk', 'hall_manager'])`, `['window_clerk'])`],
  ['any post reads by a link', 'holdsPost(actor, link.institution, [link.post])', `holdsPost(actor, link.institution, [link.post, 'administrator'])`],
  ['what nobody has in hand is read by who leads', 'link.claimedBy !== null && link.doneAt === null;', 'link.doneAt === null;'],
  ['what is done is still in hand', 'link.claimedBy !== null && link.doneAt === null;', 'link.claimedBy !== null;'],
  ['an administrator supervises', `post.role === 'supervisor' && covers`, `(post.role === 'supervisor' || post.role === 'administrator') && covers`],
  ['a supervisor reads everywhere', '&& covers(post.unit, matter.areaUnit)', ''],
  ['the proposer approves himself', 'actor.staffId !== proposal.proposedBy && ', ''],
  ['the proposer takes back himself', `actor.staffId !== matter.revocation?.proposedBy && `, ''],
  ['the proposer repairs himself', ` && one.proposedBy !== actor.staffId)`, ')'],
  ['a stand-in needs no post', 'link.claimedBy !== null && mayHandle(actor, link) && ', 'link.claimedBy !== null && '],
  ['a stand-in for everybody', 'standsInFor(actor).includes(link.claimedBy)', 'standsInFor(actor).length > 0'],
  ['two persons are forgotten at the claim', '&& !barredFrom(matter, link).includes(actor.staffId) ? ', '? '],
  ['two persons are forgotten at the end', 'const mayEnd = !barred.includes(staffId) && ', 'const mayEnd = '],
  ['a closed link has buttons', 'link.doneAt !== null || matter.status', 'matter.status'],
  ['a clerk withdraws', `return isApplicant(actor, matter, 'withdraw');`, `return isApplicant(actor, matter, 'withdraw') || holdsPost(actor, matter.acceptingInstitution, ['window_clerk']);`],
  ['a mandate for one act is one for every act', 'standsFor(actor, principalOf(matter), act, matter.item.taskCode)', `standsFor(actor, principalOf(matter), 'read', matter.item.taskCode)`],
  ['a mandate outlives its end for who filed', '&& (matter.organisationId === null || matter.mandateId === undefined)', ''],
  ['an approver handles as an officer', `matter.handlingInstitution, ['officer']);`, `matter.handlingInstitution, ['officer', 'approver']);`],
];

/** Our policy with one slip in its text, loaded from a folder that is removed. A slip whose place is not found is a fault: the policy was written anew. */
export async function policyMutants(): Promise<readonly Mutant[]> {
  const source = fileURLToPath(new URL('../../server/domains/matters/policy.ts', import.meta.url));
  const text = readFileSync(source, 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'yimen-mutants-'));
  try {
    return await Promise.all(slips.map(async ([name, from, to], n): Promise<Mutant> => {
      if (!text.includes(from)) throw new Error(`the policy no longer says ${from}`);
      const wrong = text.replace(from, to).replaceAll(/from '(\.[^']+)'/g, (_all, path: string) => `from '${new URL(path, pathToFileURL(source)).href}'`);
      const file = join(folder, `policy-${n}.mts`);
      writeFileSync(file, wrong);
      return { name, policy: (await import(pathToFileURL(file).href)) as Policy, against: oracle };
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether some triple tells the mutant from what is right. */
export function isFound({ act, policy, against }: Mutant, triples: readonly Triple[]): boolean {
  const about = act === undefined ? triples : triples.filter((one) => one.act.replace('offered: ', '') === act);
  return compare(policy, against, about, 1).differences.length > 0;
}
