import { lazy, Suspense, useMemo, useState, type ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { saySpan } from '../../../contract/messages/history.ts';
import type { MatterView } from '../../../contract/matters.ts';
import type { Passage, Standing, StandingToken, StandingWork } from '../../../contract/standing.ts';
import { momentWords } from '../../ui/dates.ts';
import { DueLine } from '../../ui/due-date/due-date.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { answered, api } from '../server/api.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { actionWords } from './action-words.ts';
import { tokenWords, toldOf } from './standing-told.ts';
import { useStandingWords } from './standing-words.ts';
import './standing.css';

const ProcessDrawing = lazy(async () => ({ default: (await import('../process/process-drawing.tsx')).ProcessDrawing }));

/** Whether this browser's user looks at the drawing; asked of the server only then. */
const openKey = 'yimen.standing-open';

/** Where a matter stands: its process drawn, what waits, what it went through, who did what and how long. */
export function StandingPanel({ matter }: { readonly matter: MatterView }): ReactElement {
  const s = useStandingWords();
  const [open, setOpen] = useState(() => localStorage.getItem(openKey) === 'yes');
  return (
    <details
      className="wb-part wb-standing" open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        localStorage.setItem(openKey, event.currentTarget.open ? 'yes' : 'no');
      }}
    >
      <summary><h3>{s('title')}</h3></summary>
      {open ? <StandingNow matter={matter} /> : null}
    </details>
  );
}

function StandingNow({ matter }: { readonly matter: MatterView }): ReactElement {
  const { matterId, seq } = matter;
  const standing = useQuery({ queryKey: ['matter', matterId, 'standing', seq], queryFn: () => answered(api.GET('/api/v1/matters/{matterId}/standing', { params: { path: { matterId } } })) });
  if (standing.isPending) return <SkeletonRows count={4} height="card" />;
  if (standing.isError) return <FailureNotice error={standing.error} onRetry={() => void standing.refetch()} />;
  return <StandingShown standing={standing.data} />;
}

/** A standing as it is shown: the drawing, and beside it the same in words. */
function StandingShown({ standing }: { readonly standing: Standing }): ReactElement {
  const { of, language, today } = useWords();
  const s = useStandingWords();
  const told = useMemo(() => toldOf(standing, language, today), [standing, language, today]);
  const name = of(standing.processName);
  return (
    <>
      <p className="ym-quiet">{s('version', { name, version: standing.processVersion })}{standing.begun ? '' : ` · ${s('not_begun')}`}{standing.ended ? ` · ${s('ended')}` : ''}</p>
      {standing.differsAt === null ? null : <Notice kind="wait" title={s('differs', { seq: standing.differsAt })}><p>{s('differs.words')}</p></Notice>}
      <Suspense fallback={<SkeletonRows count={4} height="card" />}><ProcessDrawing bpmn={standing.bpmn} told={told} name={name} described="standing-words" /></Suspense>
      <StandingWords standing={standing} />
    </>
  );
}

/** The drawing in words: for screen readers, for paper, and for whoever rather reads. */
export function StandingWords({ standing }: { readonly standing: Standing }): ReactElement {
  const s = useStandingWords();
  return (
    <div id="standing-words" className="wb-standing__words">
      <section>
        <h4>{s('now')}</h4>
        {standing.tokens.length === 0 ? <p className="ym-quiet">{s('now.nothing')}</p> : <ul>{standing.tokens.map((token) => <Token key={token.id} token={token} />)}</ul>}
      </section>
      <Passed standing={standing} />
      <Work work={standing.work} />
    </div>
  );
}

function Token({ token }: { readonly token: StandingToken }): ReactElement {
  const { of, language, today } = useWords();
  const s = useStandingWords();
  return (
    <li>
      <strong>{of(token.name)}</strong> · {tokenWords(token, language, today)}
      {token.since ? <span className="ym-quiet ym-numerals"> · {s('token.since', { at: momentWords(token.since, language, today) })}</span> : null}
      {token.due ? <> · <DueLine due={token.due} language={language} today={today} /></> : null}
      {token.part ? <> · <Link href={`/worklist/${token.part.matterId}`}>{of(token.part.itemName)}</Link></> : null}
    </li>
  );
}

/** Elements in the order in which they were last passed; those without a name (gateways, mostly) say nothing to a reader. */
function Passed({ standing }: { readonly standing: Standing }): ReactElement | null {
  const { language, today, of } = useWords();
  const s = useStandingWords();
  const named = standing.elements.filter((one) => standing.names[one.id]).sort((a, b) => (a.lastAt < b.lastAt ? -1 : a.lastAt > b.lastAt ? 1 : 0));
  if (named.length === 0) return null;
  const line = (one: Passage): string => s(one.times > 1 ? 'passed.times' : 'passed.once', { count: one.times, at: momentWords(one.lastAt, language, today) });
  return (
    <section>
      <h4>{s('passed')}</h4>
      <ol>{named.map((one) => { const name = standing.names[one.id]; return <li key={one.id}>{name ? of(name) : one.id} <span className="ym-quiet ym-numerals">{line(one)}</span></li>; })}</ol>
    </section>
  );
}

function Work({ work }: { readonly work: readonly StandingWork[] }): ReactElement | null {
  const { of, language, today } = useWords();
  const s = useStandingWords();
  if (work.length === 0) return null;
  return (
    <section className="wb-standing__work">
      <h4>{s('work')}</h4>
      <div className="wb-scroll" tabIndex={0} role="group" aria-label={s('work')}>
        <table className="wb-table">
          <thead><tr><th scope="col">{s('work.link')}</th><th scope="col">{s('work.who')}</th><th scope="col">{s('work.from')}</th><th scope="col">{s('work.to')}</th><th scope="col">{s('work.took')}</th></tr></thead>
          <tbody>
            {work.map((one) => (
              <tr key={one.linkId}>
                <td>{of(one.name)}{one.item ? ` (${one.item})` : ''}{one.action ? <span className="ym-quiet"> {actionWords(one.action, language)}</span> : null}</td>
                <td>{one.person ?? ''}<span className="ym-quiet"> {of(one.unitName)}</span></td>
                <td className="ym-numerals wb-nowrap">{momentWords(one.openedAt, language, today)}</td>
                <td className="ym-numerals wb-nowrap">{one.doneAt ? momentWords(one.doneAt, language, today) : s('work.open')}</td>
                <td className="ym-numerals">{saySpan(one.took, language) || s('work.less')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
