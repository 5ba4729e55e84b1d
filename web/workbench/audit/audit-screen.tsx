import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { Me } from '../../../contract/people.ts';
import { holds } from '../server/session.ts';
import { useAuditWords } from './audit-words.ts';
import { DelaysPanel } from './delays-panel.tsx';
import { ExportsPanel } from './exports-panel.tsx';
import { SearchPanel } from './search-panel.tsx';
import { SignalsPanel } from './signals-panel.tsx';
import './audit.css';

const parts = ['signals', 'search', 'exports', 'delays'] as const;
type Part = (typeof parts)[number];

/** 查看审计: signals, search, exports and delays for the audit administrator; the security administrator sees what waits for his word. */
export function AuditScreen({ me, part }: { readonly me: Me; readonly part: string | undefined }): ReactElement {
  const a = useAuditWords();
  const shown = holds(me, 'audit_administrator') ? parts : (['exports', 'delays'] as const);
  const now: Part = shown.find((one) => one === part) ?? shown[0];
  return (
    <main className="wb-plain wb-plain--wide" id="content">
      <h1>{a('title')}</h1>
      <p className="ym-quiet">{a('why')}</p>
      <nav className="wb-audit__tabs" aria-label={a('title')}>
        {shown.map((one) => <Link key={one} href={`/audit/${one}`} {...(one === now ? { 'aria-current': 'page' as const } : {})}>{a(`tab.${one}`)}</Link>)}
      </nav>
      {now === 'signals' ? <SignalsPanel /> : now === 'search' ? <SearchPanel /> : now === 'exports' ? <ExportsPanel mayAsk={holds(me, 'audit_administrator')} /> : <DelaysPanel />}
    </main>
  );
}
