import type { ReactElement } from 'react';
import type { Erasure } from '../../../contract/privacy.ts';
import { dayWords } from '../../ui/dates.ts';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { useWords } from '../words/words.tsx';
import { usePrivacyWords } from './privacy-words.ts';

const tones: Readonly<Record<Erasure['status'], TagTone>> = { asked: 'wait', proposed: 'wait', approved: 'info', completed: 'good', rejected: 'bad', withdrawn: 'plain' };

/** Where a request is, and the ground of its refusal. */
export function ErasureState({ erasure }: { readonly erasure: Erasure }): ReactElement {
  const p = usePrivacyWords();
  return <><Tag tone={tones[erasure.status]}>{p(`status.${erasure.status}`)}</Tag>{erasure.ground ? <div className="ym-quiet">{p(`ground.${erasure.ground}`)}</div> : null}</>;
}

/** What stands against erasing, a line each; with the day on which the last of it may go. For requests under way only: afterwards nothing is planned any more. */
export function WhatStays({ erasure }: { readonly erasure: Erasure }): ReactElement {
  const p = usePrivacyWords();
  const { language } = useWords();
  const { openMatters, dutyMatters, heldMatters, personHeld, keptUntil } = erasure;
  const stays = personHeld || openMatters + dutyMatters + heldMatters > 0;
  if (!stays) return <>{p('stays.nothing')}</>;
  return (
    <ul className="wb-privacy__list">
      {personHeld ? <li>{p('stays.person')}</li> : null}
      {openMatters > 0 ? <li>{p('stays.open', { count: openMatters })}</li> : null}
      {dutyMatters > 0 ? <li>{p('stays.duty', { count: dutyMatters })}</li> : null}
      {heldMatters > 0 ? <li>{p('stays.held', { count: heldMatters })}</li> : null}
      <li className="ym-quiet ym-numerals">{keptUntil === null ? p('until_unknown') : <>{p('until')} {dayWords(keptUntil, language)}</>}</li>
    </ul>
  );
}

/** Whether a request is still under way, so that a plan of it means something. */
export const isUnderWay = ({ status }: Pick<Erasure, 'status'>): boolean => status === 'asked' || status === 'proposed' || status === 'approved';
