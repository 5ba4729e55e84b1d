import type { ReactElement } from 'react';
import type { Hold } from '../../../contract/privacy.ts';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { useWords } from '../words/words.tsx';
import { usePrivacyWords } from './privacy-words.ts';

const tones: Readonly<Record<Hold['status'], TagTone>> = { placed: 'info', release_proposed: 'wait', released: 'plain' };

/** Whether a hold stands, waits for its release or is over. */
export function HoldState({ hold }: { readonly hold: Hold }): ReactElement {
  const p = usePrivacyWords();
  const { today } = useWords();
  return <><Tag tone={tones[hold.status]}>{p(`hold_status.${hold.status}`)}</Tag>{hold.status !== 'released' && hold.untilOn !== null && hold.untilOn < today ? <div className="ym-quiet">{p('hold_over')}</div> : null}</>;
}
