import type { ReactElement, ReactNode } from 'react';

/** How a tag is coloured; the word says the same. */
export type TagTone = 'plain' | 'good' | 'wait' | 'bad' | 'info';

/** A short word about a state, for example the status of a matter. */
export function Tag({ tone = 'plain', children }: { readonly tone?: TagTone; readonly children: ReactNode }): ReactElement {
  return <span className={`ym-tag ym-tag--${tone}`}>{children}</span>;
}

/** Tone of a matter's status (contract/matters.ts matterStatuses). */
export function statusTone(status: 'received' | 'correction_requested' | 'accepted' | 'not_accepted' | 'completed' | 'withdrawn' | 'terminated'): TagTone {
  switch (status) {
    case 'received': return 'info';
    case 'correction_requested': return 'wait';
    case 'accepted': return 'info';
    case 'not_accepted': return 'bad';
    case 'completed': return 'good';
    case 'withdrawn':
    case 'terminated': return 'plain';
  }
}
