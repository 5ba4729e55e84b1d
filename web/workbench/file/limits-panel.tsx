import type { ReactElement } from 'react';
import type { ExplainedDue, LimitProposalView } from '../../../contract/limits.ts';
import type { MatterView } from '../../../contract/matters.ts';
import { dayOf, dayWords, momentWords } from '../../ui/dates.ts';
import { pausesOf, type ShownPause } from '../../ui/day-strip/pauses.ts';
import { DueDate, DueReason, standingWords } from '../../ui/due-date/due-date.tsx';
import { Light } from '../../ui/light/light.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { paperPath } from '../intake/filed-panel.tsx';
import { useLimitWords } from '../words/limit-words.ts';
import { useWords } from '../words/words.tsx';
import { heroDue, lateLink } from './hero-due.ts';
import { moveWords } from './move-words.ts';

/** Every clock of a matter: the date that matters now large, the others one line each, all with their reason on demand; and who moved them. */
export function LimitsPanel({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t, language, today } = useWords();
  const hero = heroDue(matter.dues);
  const others = matter.dues.filter((due) => due !== hero);
  const pauses = pausesOf(matter.proposals, matter.dues, new Date().toISOString());
  const decided = matter.proposals.filter((one) => one.outcome !== 'open');
  if (!hero) return null;
  return (
    <section className="wb-part wb-limits" aria-labelledby="part-limits">
      <h3 id="part-limits">{t('limits.title')}</h3>
      <DueDate due={hero} language={language} today={today} pauses={pauses} hero />
      <LinkLate matter={matter} />
      {others.length > 0 ? <ul className="wb-limits__others" aria-label={t('limits.others')}>{others.map((due) => <li key={due.limitId}><OneLimit due={due} matter={matter} pauses={pauses} /></li>)}</ul> : null}
      {decided.length > 0 ? <><h4>{t('acts.title')}</h4><ol className="wb-moves">{decided.map((one) => <li key={one.proposalId}><Move matterId={matter.matterId} proposal={one} /></li>)}</ol></> : null}
    </section>
  );
}

/** A step that is late while the matter is in time: a warning of its own. */
function LinkLate({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t, of, language, today } = useWords();
  const late = lateLink(matter);
  if (!late) return null;
  const words = { link: of(late.link.name), linkDue: dayWords(late.linkDue.dueOn, language, today), date: dayWords(late.matterDue.dueOn, language, today) };
  return <Notice kind="wait" title={t('limits.link_late')}><p>{t('limits.link_late_words', words)}</p></Notice>;
}

/** One line: which limit, its light, its day, what is left; opened, the sentence and the days. */
function OneLimit({ due, matter, pauses }: { readonly due: ExplainedDue; readonly matter: MatterView; readonly pauses: readonly ShownPause[] }): ReactElement {
  const { t, language, today } = useWords();
  const name = useLimitName(matter)(due);
  const standing = due.endedAt ? t('limits.ended_on', { date: dayWords(dayOf(due.endedAt), language, today) }) : standingWords(due, language, today);
  return (
    <details className="wb-limit">
      <summary>
        <span className="wb-limit__name">{name}</span> <Light state={due.light} language={language} /> <span className="ym-numerals">{dayWords(due.dueOn, language, today)}</span> <span className="ym-quiet ym-numerals">{standing}</span>
      </summary>
      <DueReason due={due} language={language} today={today} pauses={pauses} />
    </details>
  );
}

/** What a limit is called; those of which a matter may have many with what they are about. */
function useLimitName(matter: MatterView): (due: ExplainedDue) => string {
  const { t, of } = useWords();
  const limits = useLimitWords();
  return (due) => {
    const kind = limits(`limits.kind.${due.limit}`);
    const about = due.limitId.slice(due.limitId.indexOf(':') + 1);
    const link = due.limit === 'link' ? matter.links.find((one) => one.linkId === about)?.name : undefined;
    const material = due.limit === 'deferred' ? matter.materials.find((one) => one.materialCode === about)?.name : undefined;
    const special = due.limit === 'special' ? matter.proposals.find((one) => one.type === 'special' && one.pauseId === about)?.ground : undefined;
    const what = link ? of(link) : material ? of(material) : special ? limits(`limits.procedure.${special}`) : '';
    return what === '' ? kind : t('limits.of_link', { kind, link: what });
  };
}

/** An act that moved a limit, or was not approved: both persons, always. */
function Move({ matterId, proposal }: { readonly matterId: string; readonly proposal: LimitProposalView }): ReactElement {
  const words = useWords();
  const { t, ui, language } = words;
  return (
    <>
      <p><strong>{moveWords(proposal, words)}</strong> <span className={`wb-action${proposal.outcome === 'rejected' ? ' wb-action--refused' : ''}`}>{t(`acts.outcome.${proposal.outcome}`)}</span>{proposal.document ? <span className="ym-quiet"> {t('acts.document', { document: proposal.document })}</span> : null}</p>
      <Person label={t('acts.proposed')} name={proposal.proposedByName} unit={proposal.proposedByUnit} at={proposal.proposedAt} words={proposal.words} />
      {proposal.decidedAt ? <Person label={t(`acts.outcome.${proposal.outcome}`)} name={proposal.decidedByName} unit={proposal.decidedByUnit} at={proposal.decidedAt} words={proposal.decisionWords} /> : null}
      {proposal.outcome === 'approved' ? <p><a href={`${paperPath(matterId, 'limit_notice', language)}&proposal=${proposal.proposalId}`} target="_blank" rel="noreferrer">{ui('paper.limit_notice')} (PDF)</a></p> : null}
    </>
  );
}

function Person({ label, name, unit, at, words }: { readonly label: string; readonly name: string; readonly unit: LimitProposalView['proposedByUnit']; readonly at: string; readonly words: string }): ReactElement {
  const { t, of, language, today } = useWords();
  return (
    <div className="wb-moves__person">
      <p>{label}{t('mark.colon')}<strong>{name}</strong> <span className="ym-quiet">{unit ? `${of(unit)} · ` : ''}<span className="ym-numerals">{momentWords(at, language, today)}</span></span></p>
      {words ? <blockquote>{words}</blockquote> : null}
    </div>
  );
}

/** What waits for the second person, on top of the file: what it would do, who asks and why; nothing has moved. */
export function OpenProposal({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const words = useWords();
  const { t } = words;
  const open = matter.proposals.find((one) => one.outcome === 'open');
  if (!open) return null;
  return (
    <Notice kind="wait" title={t('acts.open', { act: moveWords(open, words) })}>
      {open.document ? <p>{t('acts.document', { document: open.document })}</p> : null}
      <Person label={t('acts.proposed')} name={open.proposedByName} unit={open.proposedByUnit} at={open.proposedAt} words={open.words} />
      <p>{t('acts.open_words')}</p>
    </Notice>
  );
}
