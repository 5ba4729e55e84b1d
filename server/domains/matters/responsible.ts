import type { LinkRule } from '../../kernel/flow/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { MatterLimit, MatterLimitKind } from './matter-limit.ts';
import type { Link, Matter } from './matter.ts';

/** Who answers for a limit now: the institution, the post there and, once somebody has claimed, that person. */
export interface Responsible {
  readonly institution: string;
  readonly post: LinkRule['post'];
  readonly staffId: Id | null;
}

/** The office answers for its own limits; a correction and a deferred material are the resident's to bring. */
export const ownerOf = (kind: MatterLimitKind): 'office' | 'resident' => (kind === 'correction' || kind === 'deferred' ? 'resident' : 'office');

/**
 * Before acceptance the window answers; for a link whoever has it; for the limits of handling whoever has the matter now, the department where
 * no link is open; for a special procedure who proposed it; for the service of a result the counter that took the application. With a moment: who was
 * answerable then, whatever was claimed or done since.
 */
export function responsibleFor(matter: Matter, limit: MatterLimit, at?: Instant): Responsible {
  const window: Responsible = { institution: matter.acceptingInstitution, post: 'window_clerk', staffId: matter.filedBy.kind === 'staff' ? matter.filedBy.id : null };
  switch (limit.kind) {
    case 'notice':
    case 'correction':
    case 'deferred':
    case 'service':
      return window;
    case 'link': {
      const link = matter.links.find((one) => `link:${one.linkId}` === limit.limitId);
      return link ? ofLink(link, at) : department(matter);
    }
    case 'promise_check':
      return department(matter);
    case 'special': {
      const proposal = matter.proposals.find((one) => one.act.type === 'special' && `special:${one.act.pauseId}` === limit.limitId);
      return proposal ? { institution: proposal.institution, post: 'officer', staffId: proposal.proposedBy } : department(matter);
    }
    case 'statutory':
    case 'promised': {
      const link = matter.links.findLast((one) => one.kind !== 'consult' && (at === undefined ? one.doneAt === null : one.openedAt <= at && (one.doneAt === null || one.doneAt > at)));
      return link ? ofLink(link, at) : department(matter);
    }
  }
}

const ofLink = (link: Link, at?: Instant): Responsible => ({
  institution: link.institution, post: link.post, staffId: at === undefined || (link.claimedAt !== null && link.claimedAt <= at) ? (link.doneBy ?? link.claimedBy) : null,
});
const department = (matter: Matter): Responsible => ({ institution: matter.handlingInstitution, post: 'officer', staffId: null });
