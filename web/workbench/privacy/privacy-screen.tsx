import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useErasures, useHolds } from './calls.ts';
import { ErasuresPanel } from './erasures-panel.tsx';
import { HoldsPanel } from './holds-panel.tsx';
import { usePrivacyWords } from './privacy-words.ts';
import { RetentionPanel } from './retention-panel.tsx';
import { erasureWaits, holdWaits } from './waiting.ts';
import './privacy.css';

const parts = ['erasures', 'holds', 'retention'] as const;

/** 删除与保留, for security administrators: requests to be forgotten, legal holds, and what the daily rounds of retention took away. */
export function PrivacyScreen({ part }: { readonly part: string | undefined }): ReactElement {
  const p = usePrivacyWords();
  const now = parts.find((one) => one === part) ?? 'erasures';
  const waiting = { erasures: useErasures().data?.erasures.filter(erasureWaits).length ?? 0, holds: useHolds().data?.holds.filter(holdWaits).length ?? 0, retention: 0 };
  return (
    <main className="wb-plain wb-plain--wide wb-privacy" id="content">
      <h1>{p('title')}</h1>
      <p className="ym-quiet">{p('lead')}</p>
      <nav className="wb-privacy__tabs" aria-label={p('title')}>
        {parts.map((one) => (
          <Link key={one} href={`/privacy/${one}`} {...(one === now ? { 'aria-current': 'page' as const } : {})}>{p(one)}{waiting[one] > 0 ? <> <strong className="ym-numerals" title={p('waiting', { count: waiting[one] })}>{waiting[one]}</strong></> : null}</Link>
        ))}
      </nav>
      {now === 'erasures' ? <ErasuresPanel /> : now === 'holds' ? <HoldsPanel /> : <RetentionPanel />}
    </main>
  );
}
