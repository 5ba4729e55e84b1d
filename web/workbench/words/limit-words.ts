import { limitMessages } from '../../../contract/messages/limits.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from './words.tsx';

/** The words of legal clocks that every face and every paper shares: kinds of limits, procedures, days. */
export function useLimitWords(): Speaker<typeof limitMessages> {
  return speaker(limitMessages, useWords().language);
}
