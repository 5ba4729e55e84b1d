import type { ReactElement } from 'react';
import type { BackofficeRow } from '../../../contract/backoffices.ts';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { useBackofficeWords } from './backoffice-words.ts';

const tones: Readonly<Record<BackofficeRow['status'], TagTone>> = { proposed: 'wait', active: 'good', suspended: 'bad', dropped: 'plain' };

/** Where a registration is, and what waits for a second person. */
export function BackofficeState({ row }: { readonly row: Pick<BackofficeRow, 'status' | 'waiting'> }): ReactElement {
  const { b } = useBackofficeWords();
  return <><Tag tone={tones[row.status]}>{b(`status.${row.status}`)}</Tag>{row.waiting && row.status !== 'proposed' ? <> <Tag tone="wait">{b(`waiting.${row.waiting}`)}</Tag></> : null}</>;
}
