import type { ReactElement } from 'react';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { momentWords } from '../../ui/dates.ts';
import { DueDate } from '../../ui/due-date/due-date.tsx';
import { FileList } from '../../ui/file-list/file-list.tsx';
import { answerWords } from '../../ui/form/answer-words.ts';
import { isAsked } from '../../ui/form/form-field.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { uiOrOther } from '../../ui/speak.ts';
import { StepLine } from '../../ui/step-line/step-line.tsx';
import { SummaryList } from '../../ui/summary-list/summary-list.tsx';
import { statusTone, Tag } from '../../ui/tag/tag.tsx';
import type { PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { Section } from './section.tsx';
import type { Voices } from './evaluate.tsx';
import { LimitActs, pausesFor } from './limit-acts.tsx';
import { Outcome, paperHref, Promises } from './matter-outcome.tsx';
import { MatterProof, type Proof } from './matter-proof.tsx';
import { MatterVoices } from './matter-voices.tsx';
import { mainDue, type Matter } from './receipt.tsx';

interface MatterProps {
  readonly ctx: PageContext;
  readonly matter: Matter;
}

function Filed({ ctx, matter, placeName }: MatterProps & { readonly placeName: (code: string) => string }): ReactElement {
  const { ui, language } = ctx;
  const fields = matter.formDefinition.ui.pages.flatMap((page) => page.fields).filter((field) => isAsked(field, matter.form));
  return (
    <details className="pt-more">
      <summary>{ctx.t('matter.filed_content')}</summary>
      <SummaryList rows={fields.map((field) => ({ name: field.label[language], value: answerWords(field, matter.form[field.name], language, placeName) }))} />
      <SummaryList
        rows={matter.materials.map((material) => ({
          name: material.name[language],
          value: <>{material.form ? ui(`material.${material.form}`) : ui('material.none')}<FileList files={material.files.map((file) => ({ ...file, href: `/api/v1/matters/${matter.matterId}/files/${file.fileId}` }))} /></>,
        }))}
      />
    </details>
  );
}

function History({ ctx, matter }: MatterProps): ReactElement {
  const { t, language, today } = ctx;
  return (
    <details className="pt-more">
      <summary>{t('matter.history')}</summary>
      <p className="ym-quiet">{t('matter.history_note')}</p>
      <ol className="pt-history">
        {matter.history.map((entry) => (
          <li key={entry.seq}>
            <span className="ym-quiet ym-numerals">{momentWords(entry.at, language, today)}</span> {uiOrOther(language, 'history', entry.kind)}
            <span className="ym-quiet"> · {[entry.byUnitName?.[language], entry.byName].filter(Boolean).join(' ')}</span>
            {entry.words ? <p>{entry.words}</p> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Papers({ ctx, matter }: MatterProps): ReactElement | null {
  // Notices on limits stand with the acts they tell of.
  const papers = matter.papers.filter((paper) => paper !== 'ticket' && paper !== 'limit_notice');
  if (papers.length === 0) return null;
  return (
    <Section id="papers" title={ctx.t('matter.papers')}>
      <ul className="pt-papers">
        {papers.map((paper) => <li key={paper}><a href={paperHref(ctx, matter.matterId, paper)}><Icon name="download" /> {ctx.ui(`paper.${paper}`)} (PDF)</a></li>)}
      </ul>
    </Section>
  );
}

/** What the page knows besides the matter. */
interface MatterPageProps extends MatterProps {
  readonly placeName: (code: string) => string;
  readonly voices?: Voices | undefined;
  readonly proof?: Proof | undefined;
  /** what was done a moment ago */
  readonly done?: 'sent' | 'handed' | 'changed' | undefined;
}

/** One matter: where it stands, by when, with whom, and what its applicant may do now. */
export function MatterPage({ ctx, matter, placeName, voices, proof, done }: MatterPageProps): ReactElement {
  const { t, ui, language, today } = ctx;
  const due = mainDue(matter.dues);
  const others = matter.dues.filter((one) => one !== due);
  const pauses = pausesFor(ctx, matter);
  return (
    <Page ctx={ctx} title={matter.itemName[language]} crumbs={[{ text: t('mine.title'), href: '/matters' }]}>
      {done === 'sent' ? <Notice kind="good" title={t('supplement.sent')} /> : null}
      {done === 'handed' ? <Notice kind="good" title={t('deferred.sent')} /> : null}
      {done === 'changed' ? <Notice kind="wait"><p>{t('matter.changed')}</p></Notice> : null}
      <h1>{matter.itemName[language]} <Tag tone={statusTone(matter.status)}>{ui(`status.${matter.status}`)}</Tag></h1>
      <p className="ym-quiet ym-numerals">{t('receipt.number')} {matter.number} · {momentWords(matter.receivedAt, language, today)}</p>
      {due ? <DueDate due={due} language={language} today={today} pauses={pauses} hero /> : null}
      <Outcome ctx={ctx} matter={matter} />
      <Section id="progress" title={t('matter.progress')}><StepLine steps={matter.steps} language={language} today={today} pauses={pauses} /></Section>
      <LimitActs ctx={ctx} proposals={matter.proposals} matterId={matter.matterId} />
      <Promises ctx={ctx} matter={matter} />
      <Papers ctx={ctx} matter={matter} />
      {voices ? <MatterVoices ctx={ctx} voices={voices} matterId={matter.matterId} /> : null}
      {proof ? <MatterProof ctx={ctx} proof={proof} /> : null}
      <Filed ctx={ctx} matter={matter} placeName={placeName} />
      {others.length > 0 ? <details className="pt-more"><summary>{t('matter.dues')}</summary>{others.map((one) => <DueDate key={one.limitId} due={one} language={language} today={today} pauses={pauses} />)}</details> : null}
      <History ctx={ctx} matter={matter} />
      <p className="pt-inline-links">
        <a href={`/matters/${matter.matterId}/receipt`}>{t('matter.receipt')}</a>
        {matter.allowed.includes('withdraw') ? <a href={`/matters/${matter.matterId}/withdraw`}>{ui('command.withdraw')}</a> : null}
      </p>
    </Page>
  );
}

/** Asks once more before an application is withdrawn. */
export function Withdraw({ ctx, matter, commandId }: MatterProps & { readonly commandId: string }): ReactElement {
  const { t, language } = ctx;
  return (
    <Page ctx={ctx} title={t('withdraw.title')} crumbs={[{ text: t('mine.title'), href: '/matters' }, { text: matter.itemName[language], href: `/matters/${matter.matterId}` }]}>
      <h1>{t('withdraw.title')}</h1>
      <p>{matter.itemName[language]} · <span className="ym-numerals">{matter.number}</span></p>
      <p>{t('withdraw.text')}</p>
      <form method="post">
        <Csrf ctx={ctx} /><input type="hidden" name="commandId" value={commandId} /><input type="hidden" name="seenSeq" value={matter.seq} />
        <ButtonRow><Button kind="danger">{t('withdraw.yes')}</Button><ButtonLink kind="link" href={`/matters/${matter.matterId}`}>{t('withdraw.no')}</ButtonLink></ButtonRow>
      </form>
    </Page>
  );
}
