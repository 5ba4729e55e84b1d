import type { ReactElement, ReactNode } from 'react';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';

/** Rows of true height while a list is on its way: nothing jumps when it comes. */
export function SkeletonRows({ count, height = 'row' }: { readonly count: number; readonly height?: 'row' | 'line' | 'card' }): ReactElement {
  const { t } = useWords();
  return (
    <div className="wb-skeletons" role="status" aria-label={t('state.loading')}>
      {Array.from({ length: count }, (_, i) => <div key={i} className={`wb-skeleton wb-skeleton--${height}`} />)}
    </div>
  );
}

/** A call that failed: what happened, its number, and the way to try again. */
export function FailureNotice({ error, onRetry, children }: { readonly error: unknown; readonly onRetry?: (() => void) | undefined; readonly children?: ReactNode }): ReactElement {
  const words = useWords();
  return (
    <Notice kind="bad" title={failureWords(error, words)}>
      {children}
      {onRetry ? <ActButton kind="secondary" onClick={onRetry}>{words.t('failure.retry')}</ActButton> : null}
    </Notice>
  );
}
