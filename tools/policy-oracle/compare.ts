import type { Actor } from '../../server/kernel/actor.ts';
import type * as policyModule from '../../server/domains/matters/policy.ts';
import type { Matter, Status } from '../../server/domains/matters/matter.ts';
import { linkActs, matterActs } from '../../server/domains/matters/transitions.ts';
import { below, cityOf, covers } from './city.ts';
import { described, isTheMoment, lets, linkFor, personOf, type Thing } from './interpret.ts';
import { moments as allMoments, rules as allRules, type Moment, type Rule } from './rules.ts';

/** What is compared: the predicates of the matters' policy. */
export type Policy = Pick<typeof policyModule, 'mayRead' | 'mayAct' | 'mayApprove' | 'mayHandle' | 'mayHandOver' | 'leadsOffice' | 'allowedActs' | 'allowedLinkActs'>;

/** The oracle, whole or with something planted in it. */
export interface Oracle {
  readonly rules: readonly Rule[];
  readonly moments: readonly Moment[];
}

/** The oracle as it stands. */
export const oracle: Oracle = { rules: allRules, moments: allMoments };

/** Every act that is asked about; those of a link or a proposal ask about one of the matter's. */
export const acts: readonly string[] = [
  'read', ...matterActs, ...matterActs.map((act) => `offered: ${act}`), 'proposal: approve', 'link: handle', 'link: lead', 'link: hand over', ...linkActs.map((act) => `link: ${act}`),
];

/** One question, and both answers. */
export interface Difference {
  readonly actor: Actor;
  readonly matter: Matter;
  readonly act: string;
  readonly about: number;
  readonly policy: boolean;
  readonly oracle: boolean;
}

function asked(policy: Policy, actor: Actor, matter: Matter, act: string, about: number): boolean {
  const link = matter.links[about];
  const proposal = matter.proposals[about];
  switch (act) {
    case 'read':
      return policy.mayRead(actor, matter, covers);
    case 'proposal: approve':
      return proposal !== undefined && policy.mayApprove(actor, matter, proposal);
    case 'link: handle':
      return policy.mayHandle(actor, link);
    case 'link: lead':
      return policy.leadsOffice(actor, link);
    case 'link: hand over':
      return policy.mayHandOver(actor, link);
    default:
      if (act.startsWith('offered: ')) return policy.allowedActs(actor, matter).includes(act.slice('offered: '.length) as (typeof matterActs)[number]);
      if (act.startsWith('link: ')) return link !== undefined && policy.allowedLinkActs(actor, matter, link).includes(act.slice('link: '.length) as (typeof linkActs)[number]);
      return policy.mayAct(actor, matter, act as (typeof matterActs)[number]);
  }
}

function foretold({ rules, moments }: Oracle, actor: Actor, matter: Matter, act: string, about: number): boolean {
  const person = personOf(actor, below);
  const plain = described(matter as unknown as Thing);
  if (act.startsWith('link: ') || act.startsWith('proposal: ')) {
    const row = (act.startsWith('link: ') ? matter.links : matter.proposals)[about] as unknown as Thing | undefined;
    return row !== undefined && lets(rules, person, act, plain, act.startsWith('link: ') ? linkFor(person, plain, row) : row);
  }
  const name = act.replace('offered: ', '');
  return lets(rules, person, name, plain) && (name === act || isTheMoment(moments, name, plain));
}

/** One question of a run. */
export interface Triple {
  readonly actor: Actor;
  readonly matter: Matter;
  readonly act: string;
  readonly about: number;
}

const onResult: readonly string[] = ['deliver_result', 'check_promise', 'revoke_result', 'approve_revocation'];

/** The status in which an act is worth asking about: most matters of its questions are in it. */
const likelyFor = (act: string): Status | undefined => (act.startsWith('link: ') || act.endsWith('propose_limit_act') ? 'accepted' : onResult.includes(act.replace('offered: ', '')) ? 'completed' : undefined);

const kindsOf: Readonly<Record<string, readonly string[]>> = {
  'link: record_finding': ['review', 'visit', 'inspect'], 'link: propose_decision': ['decide'], 'link: approve_decision': ['approve'], 'link: return_decision': ['approve'], 'link: give_opinion': ['consult'], 'link: recall_opinion': ['consult'],
};

/** Random questions of a seed: every act in its turn. One actor in four is anybody; the others come from around the matter, or hardly anybody would be let in. */
export function triplesOf(seed: number, count: number): readonly Triple[] {
  const city = cityOf(seed);
  const { chance } = city;
  return Array.from({ length: count }, (_unused, n) => {
    const act = acts[n % acts.length] ?? 'read';
    const matter = city.matter(likelyFor(act));
    const ofLink = act.startsWith('link: ');
    // Links of a kind that the act ends, and still open: else most questions would be answered by that alone.
    const fitting = matter.links.flatMap((link, at) => (link.doneAt === null && (kindsOf[act] ?? [link.kind]).includes(link.kind) ? [at] : []));
    const about = ofLink && fitting.length > 0 && chance.below(4) > 0 ? chance.pick(fitting) : chance.below(Math.max(1, ofLink ? matter.links.length : matter.proposals.length));
    const link = ofLink ? matter.links[about] : act.endsWith('propose_limit_act') ? matter.links.find((one) => one.claimedBy !== null && one.doneAt === null) : undefined;
    const asking = act === 'link: recall_opinion' && link ? matter.links.find((one) => one.linkId === link.asks) : link;
    return { actor: chance.below(4) === 0 ? city.actor() : city.actor(matter, asking), matter, act, about };
  });
}

/** Asks both; answers where they differ, at most `most`, and how often somebody was let in. */
export function compare(policy: Policy, against: Oracle, triples: readonly Triple[], most = Number.POSITIVE_INFINITY): { readonly differences: readonly Difference[]; readonly allowed: number } {
  const differences: Difference[] = [];
  let allowed = 0;
  for (const { actor, matter, act, about } of triples) {
    const [ours, theirs] = [asked(policy, actor, matter, act, about), foretold(against, actor, matter, act, about)];
    if (ours) allowed += 1;
    if (ours !== theirs) differences.push({ actor, matter, act, about, policy: ours, oracle: theirs });
    if (differences.length >= most) break;
  }
  return { differences, allowed };
}
