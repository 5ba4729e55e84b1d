import { accept } from '../../kernel/decider.ts';
import { acceptMatter, file, type Filing, type MatterDecision, type Meta } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Law } from './law.ts';
import type { Matter } from './matter.ts';
import type { ParentMatter } from './matter-flow.ts';

/**
 * An item of a bundle is filed and accepted in one: the window has examined the bundle's papers, and they are this item's. Refused as any filing is that lacks
 * something; then there is no matter, and the bundle is told why.
 */
export function filePart(state: Matter | null, filing: Filing & { readonly parent: ParentMatter }, law: Law, meta: Meta): MatterDecision {
  const filed = file(state, filing, law, meta);
  if (!filed.ok) return filed;
  const accepted = acceptMatter(filed.facts.reduce<Matter | null>((matter, fact) => evolve(matter, fact), null) as Matter, law, meta);
  return accepted.ok ? accept(...filed.facts, ...accepted.facts) : accepted;
}
