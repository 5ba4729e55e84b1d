import { useEffect, useRef, type ReactElement, type Ref } from 'react';
import type { MatterView } from '../../../contract/matters.ts';
import { promiseWords } from '../../../contract/messages/promises.ts';
import { dayOf, dayWords, momentWords } from '../../ui/dates.ts';
import { pausesOf } from '../../ui/day-strip/pauses.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { StepLine } from '../../ui/step-line/step-line.tsx';
import { Tag, statusTone } from '../../ui/tag/tag.tsx';
import { kindWords } from '../intake/party-section.tsx';
import { paperPath } from '../intake/filed-panel.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useMatter } from '../server/queries.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { ActionBar } from './action-bar.tsx';
import { Application } from './application.tsx';
import { BundlePanel, PartOf } from './bundle-panel.tsx';
import { DefectList } from './defect-list.tsx';
import { History } from './history.tsx';
import { LimitsPanel, OpenProposal } from './limits-panel.tsx';
import { Links } from './links.tsx';
import { RevealButton } from './reveal-button.tsx';
import { Opinions } from './opinions.tsx';
import { StandingPanel } from './standing-panel.tsx';
import { GivenMaterials } from './given-materials.tsx';
import { PromisesPanel } from './promises-panel.tsx';

/** The whole file of a matter on one page, with what may be done now at its foot. */
export function MatterFile({ matterId, onNext }: { readonly matterId: string; readonly onNext: () => void }): ReactElement {
  const { t } = useWords();
  const matter = useMatter(matterId);
  useKeys([{ keys: 'Escape', does: t('file.to_list'), run: onNext }]);
  if (matter.isPending) return <div className="wb-file"><SkeletonRows count={5} height="card" /></div>;
  if (matter.isError) return <div className="wb-file"><FailureNotice error={matter.error} onRetry={() => void matter.refetch()} /></div>;
  return <WholeFile matter={matter.data} />;
}

function WholeFile({ matter }: { readonly matter: MatterView }): ReactElement {
  const { t, language, today } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const pauses = pausesOf(matter.proposals, matter.dues, new Date().toISOString());
  return (
    <article className="wb-file" aria-labelledby="file-title">
      <FileHead matter={matter} headingRef={heading} />
      <div className="wb-file__columns">
        <div className="wb-file__main">
          <PartOf matter={matter} />
          <OpenProposal matter={matter} />
          <Deemed matter={matter} />
          <LimitsPanel matter={matter} />
          <BundlePanel matter={matter} />
          {matter.status === 'correction_requested' || matter.defects.length > 0 ? <DefectList matter={matter} /> : null}
          {matter.grounds.length > 0 ? <section className="wb-part"><h3>{t('file.grounds')}</h3>{matter.grounds.map((ground) => <p key={ground}>{ground}</p>)}</section> : null}
          <Opinions matter={matter} />
          <Links matter={matter} />
          <PromisesPanel matter={matter} />
          <Application matter={matter} />
          <GivenMaterials matter={matter} />
        </div>
        <div className="wb-file__side">
          <section className="wb-part"><h3>{t('file.steps')}</h3><StepLine steps={matter.steps} language={language} today={today} pauses={pauses} /></section>
          <Papers matter={matter} />
        </div>
      </div>
      <StandingPanel matter={matter} />
      <History matter={matter} />
      <ActionBar matter={matter} />
    </article>
  );
}

function FileHead({ matter, headingRef }: { readonly matter: MatterView; readonly headingRef: Ref<HTMLHeadingElement> }): ReactElement {
  const { t, ui, of, language, today } = useWords();
  const who = matter.organisation ?? matter.party;
  return (
    <header className="wb-file__head">
      <h2 id="file-title" ref={headingRef} tabIndex={-1}>{of(matter.itemName)} <span className="wb-file__handling">{of(matter.handlingItemName)}</span></h2>
      <p className="wb-file__line">
        <Tag tone={statusTone(matter.status)}>{ui(`status.${matter.status}`)}</Tag>
        {matter.outcome ? <Tag tone={matter.outcome === 'granted' ? 'good' : 'bad'}>{ui(`outcome.${matter.outcome}`)}</Tag> : null}
        {matter.revokedAt ? <Tag tone="bad">{promiseWords['revoked.tag'][language]}</Tag> : null}
        {matter.deemed ? <Tag tone="wait">{t('limits.deemed')}</Tag> : null}
        {matter.status === 'completed' && matter.delivery ? <Tag tone={matter.deliveredAt ? 'good' : 'wait'}>{t(matter.deliveredAt ? 'limits.delivered' : 'limits.not_delivered')}</Tag> : null}
        <span className="ym-numerals wb-file__number">{matter.number}</span>
        <span>{ui(`channel.${matter.channel}`)} · {momentWords(matter.receivedAt, language, today)}</span>
      </p>
      <dl className="wb-pairs wb-pairs--inline">
        <div><dt>{t('file.applicant')}</dt><dd><strong>{who.nameMasked}</strong> <span className="ym-numerals">{t(`number.${kindWords(who.numberKind)}`)} {who.numberMasked}</span> <RevealButton matter={matter} /></dd></div>
        {matter.organisation ? <div><dt>{t('file.agent')}</dt><dd>{matter.party.nameMasked}</dd></div> : null}
        {who.phoneMasked ? <div><dt>{t('party.phone')}</dt><dd className="ym-numerals">{who.phoneMasked}</dd></div> : null}
        <div><dt>{t('file.area')}</dt><dd>{of(matter.areaName)}</dd></div>
        <div><dt>{t('check.accepting')}</dt><dd>{of(matter.acceptingUnitName)}</dd></div>
        {matter.handlingUnitName ? <div><dt>{t('check.handling')}</dt><dd>{of(matter.handlingUnitName)}</dd></div> : null}
        {matter.resultNumber ? <div><dt>{t('file.result_number')}</dt><dd className="ym-numerals">{matter.resultNumber}</dd></div> : null}
      </dl>
    </header>
  );
}

/** 视为受理: what happened, by which law, and from which day the clocks run. */
function Deemed({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t, language, today } = useWords();
  if (!matter.deemed) return null;
  const from = matter.dues.find((due) => due.limit === 'promised' || due.limit === 'statutory')?.startedAt ?? matter.receivedAt;
  return <Notice kind="wait" title={t('limits.deemed')}><p>{t('limits.deemed_words', { date: dayWords(dayOf(from), language, today) })}</p></Notice>;
}

function Papers({ matter }: { readonly matter: MatterView }): ReactElement {
  const { t, ui, language } = useWords();
  return (
    <section className="wb-part">
      <h3>{t('filed.papers')}</h3>
      <ul className="wb-papers">{matter.papers.map((paper) => <li key={paper}><a href={paperPath(matter.matterId, paper, language)} target="_blank" rel="noreferrer">{ui(`paper.${paper}`)} (PDF)</a></li>)}</ul>
    </section>
  );
}
