import { useMemo, type ReactElement } from 'react';
import { Link } from 'wouter';
import { workbenchBundleMessages } from '../../../contract/messages/workbench-bundles.ts';
import type { MatterView, PartView } from '../../../contract/matters.ts';
import { dayWords } from '../../ui/dates.ts';
import { DueLine } from '../../ui/due-date/due-date.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { speaker } from '../../ui/speak.ts';
import { Tag, statusTone } from '../../ui/tag/tag.tsx';
import { useWords } from '../words/words.tsx';

/** The words about bundles, in the reader's language. */
function useBundleWords() {
  const { language } = useWords();
  return useMemo(() => speaker(workbenchBundleMessages, language), [language]);
}

/** Of a matter that is an item of a bundle: which bundle, and what that means for its result. */
export function PartOf({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { of } = useWords();
  const b = useBundleWords();
  const { parent } = matter;
  if (!parent) return null;
  return (
    <Notice kind="info" title={b('part_of', { bundle: of(parent.itemName) })}>
      <p>{b('part_of_words')} <Link href={`/worklist/${parent.matterId}`} className="ym-numerals">{parent.number}</Link></p>
    </Notice>
  );
}

/** Of a bundle: every item of this case, who has it and how far it is. Of any matter: the timers its process runs, and where it did not know its way. */
export function BundlePanel({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { of, language, today } = useWords();
  const b = useBundleWords();
  const { parts, timers, unclear } = matter;
  if (parts.length === 0 && timers.length === 0 && unclear.length === 0) return null;
  return (
    <>
      {unclear.map((one) => <Notice key={one.element} kind="wait" title={b('unclear')}><p>{of(one.name)}</p></Notice>)}
      {parts.length === 0 ? null : (
        <section className="wb-part" aria-labelledby="part-bundle">
          <h3 id="part-bundle">{b('title')} <span className="ym-quiet">{b('ended', { done: parts.filter((part) => part.endedAt !== null).length, count: parts.length })}</span></h3>
          <div className="wb-scroll" tabIndex={0} role="group" aria-label={b('title')}>
            <table className="wb-table">
              <thead><tr><th scope="col">{b('item')}</th><th scope="col">{b('office')}</th><th scope="col">{b('state')}</th><th scope="col">{b('due')}</th></tr></thead>
              <tbody>{parts.map((part) => <PartLine key={part.element} part={part} />)}</tbody>
            </table>
          </div>
        </section>
      )}
      {timers.length === 0 ? null : (
        <section className="wb-part" aria-labelledby="part-timers">
          <h3 id="part-timers">{b('timers')}</h3>
          <ul>{timers.map((timer) => <li key={timer.timerId}>{b(`timer.${timer.state}`, { name: of(timer.name), date: dayWords(timer.dueOn, language, today) })}</li>)}</ul>
        </section>
      )}
    </>
  );
}

function PartLine({ part }: { readonly part: PartView }): ReactElement {
  const { of, language, today } = useWords();
  const b = useBundleWords();
  return (
    <tr>
      <th scope="row">
        {of(part.name)}{part.required ? <> <span className="ym-quiet">{b('required')}</span></> : null}
        {part.matterId && part.number ? <div><Link href={`/worklist/${part.matterId}`} className="ym-numerals">{part.number}</Link></div> : null}
      </th>
      <td>{part.institutionName ? of(part.institutionName) : ''}</td>
      <td>
        <PartState part={part} />
        {part.why ? <p className="ym-quiet">{part.why.pointers.length > 0 ? b('why', { code: part.why.code, where: part.why.pointers.join(', ') }) : b('why_bare', { code: part.why.code })}</p> : null}
      </td>
      <td className="wb-nowrap">{part.due && part.endedAt === null ? <DueLine due={part.due} language={language} today={today} /> : null}</td>
    </tr>
  );
}

function PartState({ part }: { readonly part: PartView }): ReactElement {
  const { ui } = useWords();
  const b = useBundleWords();
  if (part.outcome === 'granted' || part.outcome === 'refused') return <Tag tone={part.outcome === 'granted' ? 'good' : 'bad'}>{ui(`outcome.${part.outcome}`)}</Tag>;
  if (part.status === 'not_begun') return <Tag>{b('not_begun')}</Tag>;
  if (part.status === 'stopped' || part.outcome === 'stopped') return <Tag tone="bad">{b('stopped')}</Tag>;
  return <Tag tone={statusTone(part.status)}>{ui(`status.${part.status}`)}</Tag>;
}
