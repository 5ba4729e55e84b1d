import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { Me } from '../../../contract/people.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { holds } from '../server/session.ts';
import { CaseFile } from './case-file.tsx';
import { CaseList } from './case-list.tsx';
import './evaluations.css';
import { useEvaluationWords } from './evaluation-words.ts';
import { FiguresView } from './figures-view.tsx';
import { TelephoneSheet } from './telephone-sheet.tsx';

/** Bad grades and complaints for who handles them: left what waits, the most urgent first; right the case, or the figures of a quarter. */
export function EvaluationsScreen({ me, caseId }: { readonly me: Me; readonly caseId: string | undefined }): ReactElement {
  const w = useEvaluationWords();
  const [view, setView] = useState<'open' | 'closed'>('open');
  const [telephoning, setTelephoning] = useState(false);
  const takesDown = holds(me, 'hall_manager');
  useKeys([{ keys: 'E', does: w('desk.telephone'), run: () => setTelephoning(true), when: takesDown && !telephoning }]);
  return (
    <main className={caseId ? 'wb-desk wb-desk--open' : 'wb-desk'} id="content">
      <h1 className="ym-visually-hidden">{w('desk.title')}</h1>
      <CaseList view={view} onView={setView} openId={caseId} />
      <div className="wb-desk__file">
        <p className="wb-case-bar ym-no-print">
          {caseId ? <Link href="/evaluations"><Icon name="back" /> {w('desk.back')}</Link> : <strong>{w('desk.figures')}</strong>}
          {takesDown ? <ActButton kind="secondary" icon="phone" keys="E" onClick={() => setTelephoning(true)}>{w('desk.telephone')}</ActButton> : null}
        </p>
        {caseId ? <CaseFile key={caseId} caseId={caseId} /> : <><EmptyState title={w('desk.choose')}><p>{w('desk.choose_how')}</p></EmptyState><FiguresView /></>}
      </div>
      {telephoning ? <TelephoneSheet onClose={() => setTelephoning(false)} /> : null}
    </main>
  );
}
