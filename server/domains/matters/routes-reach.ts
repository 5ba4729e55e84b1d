import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Database, Handle } from '../../platform/db/database.ts';
import { keysIn, type Reach } from '../../platform/db/second-fence.ts';
import { isWithin, type UnitTree } from '../units/index.ts';

/** What a fenced reading needs of its surroundings. */
export interface FenceContext {
  readonly database: Pick<Database, 'readAs'>;
  readonly units: { readonly tree: UnitTree };
}

/** Units within a supervised one, as the database is told them; the tree stands while the process runs. */
const areasOf = new WeakMap<UnitTree, Map<string, string | null>>();

function areasWithin(tree: UnitTree, supervised: readonly string[]): string | null {
  if (supervised.length === 0) return null;
  const known = areasOf.get(tree) ?? new Map<string, string | null>();
  areasOf.set(tree, known);
  const key = [...new Set(supervised)].sort().join(' ');
  const before = known.get(key);
  if (before !== undefined) return before;
  const areas = keysIn([...tree.units.keys()].filter((code) => supervised.some((unit) => isWithin(tree, code, unit))));
  known.set(key, areas);
  return areas;
}

/** What an actor reaches behind the second fence (migration 0025): the same persons, posts and units that `mayRead` asks about. Nobody without a session reaches anything. */
export function reachOf(tree: UnitTree, actor: Actor): Reach {
  const nothing: Reach = { parties: [], principals: [], staff: [], posts: [], areas: null };
  if (actor.kind === 'resident') return { ...nothing, parties: [actor.partyId], principals: (actor.actsFor ?? []).filter((one) => one.acts.includes('read')).flatMap(({ partyId, taskCodes }) => taskCodes?.map((code) => `${partyId} ${code}`) ?? [partyId]) };
  if (actor.kind !== 'staff') return nothing;
  const supervised = actor.posts.filter((post) => post.role === 'supervisor').map((post) => post.unit);
  return { ...nothing, staff: [actor.staffId], posts: actor.posts.map((post) => `${post.institution} ${post.role}`), areas: areasWithin(tree, supervised) };
}

/** Reads for an actor behind the second fence; `matter` is the one whose file is opened. */
export function readFenced<T>(context: FenceContext, actor: Actor, work: (handle: Handle) => Promise<T>, matter?: Id): Promise<T> {
  return context.database.readAs(reachOf(context.units.tree, actor), work, matter);
}
