import type { Condition, Moment, Rule } from './rules.ts';

/** Somebody as the oracle knows him: plain, without our types. */
export interface Person {
  readonly id: string;
  readonly standsInFor: readonly string[];
  readonly keys: ReadonlySet<string>;
}

/** Something with properties, looked into by path. */
export type Thing = Readonly<Record<string, unknown>>;

/** An actor as our server knows him, taken for plain data. */
interface ActorLike {
  readonly kind: string;
  readonly partyId?: string;
  readonly staffId?: string;
  readonly posts?: readonly { readonly institution: string; readonly unit: string; readonly role: string }[];
  readonly standsInFor?: readonly string[];
  readonly actsFor?: readonly { readonly partyId: string; readonly acts: readonly string[]; readonly taskCodes: readonly string[] | null }[];
}

/** The keys somebody holds. `below` names a unit with all that lies within it. */
export function personOf(actor: ActorLike, below: (unit: string) => readonly string[]): Person {
  const keys = new Set<string>();
  if (actor.kind === 'resident') keys.add(`person ${actor.partyId}`);
  if (actor.kind === 'resident') for (const { partyId, acts, taskCodes } of actor.actsFor ?? []) for (const act of acts) for (const where of taskCodes?.map((code) => ` in ${code}`) ?? ['']) keys.add(`agent of ${partyId} to ${act}${where}`);
  if (actor.kind === 'staff') {
    for (const { institution, role, unit } of actor.posts ?? []) {
      keys.add(`${role} @ ${institution}`);
      if (role === 'supervisor') for (const one of below(unit)) keys.add(`supervises ${one}`);
    }
  }
  return { id: actor.staffId ?? actor.partyId ?? '', standsInFor: actor.standsInFor ?? [], keys };
}

function lookUp(path: string, row: Thing, matter: Thing): unknown {
  const found = path.replace('^', '').split('.').reduce<unknown>((at, name) => (at as Thing | null | undefined)?.[name], path.startsWith('^') ? matter : row);
  return found ?? null;
}

function holds(condition: Condition, person: Person, row: Thing, matter: Thing): boolean {
  const found = lookUp(condition[0], row, matter);
  switch (condition[1]) {
    case 'is':
      return found === condition[2];
    case 'is not':
      return found !== condition[2];
    case 'is one of':
      return typeof found === 'string' && condition[2].includes(found);
    case 'me':
      return found === person.id;
    case 'another':
      return found !== person.id;
    case 'in my hand':
      return found === person.id || (typeof found === 'string' && person.standsInFor.includes(found));
  }
}

const keyFor = (lock: string, row: Thing, matter: Thing): string => lock.replaceAll(/\{([^}]+)\}/g, (_all, path: string) => String(lookUp(path, row, matter)));

/** Whether the rules let somebody do an act on a matter, or on the link that is asked about. */
export function lets(rules: readonly Rule[], person: Person, act: string, matter: Thing, link?: Thing): boolean {
  return rules.some((rule) => {
    if (rule.act !== act) return false;
    const rows = rule.each === undefined ? [link ?? matter] : ((matter[rule.each] ?? []) as readonly Thing[]);
    return rows.some((row) => (rule.when ?? []).every((one) => holds(one, person, row, matter)) && person.keys.has(keyFor(rule.lock, row, matter)));
  });
}

/** Whether it is the moment for an act. */
export const isTheMoment = (moments: readonly Moment[], act: string, matter: Thing): boolean =>
  moments.some((moment) => moment.act === act && moment.when.every((one) => holds(one, { id: '', standsInFor: [], keys: new Set() }, matter, matter)));

type Rows = readonly Thing[];
const listOf = (matter: Thing, name: string): Rows => (matter[name] ?? []) as Rows;

/** The matter with what follows from it by name: whose it is, what is owed, what waits, which words count. */
export function described(matter: Thing): Thing {
  const materials = listOf(matter, 'materials');
  const checked = (matter.promises ?? {}) as Readonly<Record<string, boolean>>;
  const lapsed = (matter.lapsed ?? []) as readonly string[];
  const revocation = matter.revocation as { readonly ground: string; readonly materials: readonly string[] } | undefined;
  const against = new Set<unknown>(lapsed);
  if (matter.revokedAt !== undefined && revocation?.ground === 'promise_broken') for (const code of revocation.materials) against.add(code);
  for (const repair of listOf(matter, 'repairs')) if (repair.outcome === 'approved') against.delete(repair.material);
  return {
    ...matter, principal: matter.organisationId ?? matter.partyId,
    owes: materials.some((one) => one.form === 'deferred'),
    unchecked: materials.some((one) => one.form === 'promised' && !Object.hasOwn(checked, String(one.code))),
    brokenPromise: Object.values(checked).some((kept) => !kept),
    lapsedDeferral: materials.some((one) => one.form === 'deferred' && lapsed.includes(String(one.code))),
    wordCounts: against.size > 0,
    repairWaits: listOf(matter, 'repairs').some((one) => one.outcome === 'open'),
    limitActWaits: listOf(matter, 'proposals').some((one) => one.outcome === 'open'),
  };
}

/** A link with what follows from the matter for this person: which link asks, and whether the rule of two persons bars him or who has it. */
export function linkFor(person: Person, matter: Thing, link: Thing): Thing {
  const barred = barredBy(matter, link);
  const bars = (who: unknown): boolean => typeof who === 'string' && barred.has(who);
  return { ...link, asking: listOf(matter, 'links').find((one) => one.linkId === link.asks) ?? null, barsMe: bars(person.id), barsHolder: bars(link.claimedBy) };
}

/** Who has had to do with what this link judges: walked backwards from the newest link to the newest proposal, the proposal included. */
function barredBy(matter: Thing, link: Thing): ReadonlySet<string> {
  const barred = new Set<string>();
  const add = (one: Thing): void => {
    for (const who of [one.doneBy, one.claimedBy]) if (typeof who === 'string') barred.add(who);
  };
  const links = listOf(matter, 'links');
  if (link.kind === 'consult') links.filter((one) => one.linkId === link.asks).forEach(add);
  if (link.kind !== 'approve') return barred;
  for (let at = links.length - 1; at >= 0; at -= 1) {
    const one = links[at] as Thing;
    if (one.linkId !== link.linkId && (one.kind === 'decide' || one.kind === 'approve') && one.action !== 'cancelled') add(one);
    if (one.kind === 'decide' && one.doneAt !== null) break;
  }
  return barred;
}
