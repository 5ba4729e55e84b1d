import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { Icon } from '../../ui/icon/icon.tsx';
import { MatterFile } from '../file/matter-file.tsx';

/** The whole file of a matter opened from a list, for those who have no worklist of their own; Escape and the link lead back to the list. */
export function MatterHere({ matterId, back, words }: { readonly matterId: string; readonly back: string; readonly words: string }): ReactElement {
  const [, go] = useLocation();
  return (
    <main className="sv-matter" id="content">
      <p className="sv-matter__back ym-no-print"><Link href={back}><Icon name="back" /> {words}</Link></p>
      <MatterFile key={matterId} matterId={matterId} onNext={() => go(back)} />
    </main>
  );
}
