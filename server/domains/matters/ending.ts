import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import type { By } from '../../kernel/actor.ts';
import type { Instant } from '../../kernel/instant.ts';
import { findLimit } from './matter-limit.ts';
import type { Link, Matter, MatterFact } from './matter.ts';
import { barredFrom } from './signers.ts';

/** What a fact says of a stand-in (代理): whom the person acted for; nothing where the link is his own. */
export const standInOf = (link: Link, staffId: Id): { readonly standIn?: Id } => (link.claimedBy === null || link.claimedBy === staffId ? {} : { standIn: link.claimedBy });

/** Opinions asked for on behalf of a link that nobody has answered or recalled yet. */
export const openConsultations = (matter: Matter, linkId: string): readonly Link[] => matter.links.filter((one) => one.asks === linkId && one.doneAt === null);

/**
 * What comes before a link ends. Who ends it, for himself or for somebody absent, must be no other person of this round; and opinions asked for are awaited, or recalled,
 * unless their limit has passed: then the link may end, and the facts say that no answer came (L-018).
 */
export function beforeEnding(matter: Matter, link: Link, staffId: Id, meta: { readonly at: Instant; readonly by: By }): { ok: true; facts: readonly MatterFact[] } | Refusal {
  const barred = barredFrom(matter, link);
  if (barred.includes(staffId) || (link.claimedBy !== null && barred.includes(link.claimedBy))) return refuse('matter.same_person');
  const open = openConsultations(matter, link.linkId);
  const awaited = open.filter((one) => (findLimit(matter.limits, `link:${one.linkId}`)?.dueAt ?? meta.at) >= meta.at);
  if (awaited.length > 0) return refuse('matter.opinions_awaited', { count: awaited.length });
  return { ok: true, facts: open.map((one): MatterFact => ({ kind: 'consultation_recalled', ...meta, content: { linkId: one.linkId, unanswered: true } })) };
}
