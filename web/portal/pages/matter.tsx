import type { ReactElement } from 'react';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { dayOf, dayWords, momentWords } from '../../ui/dates.ts';
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
import { mainDue, type Matter } from './receipt.tsx';

interface MatterProps {
  readonly ctx: PageContext;
  readonly matter: Matter;
}

/** What a correction notice asks for: per material or field the fault, the standard it fails, the clerk's words. */
export function Defects({ ctx, matter }: MatterProps): ReactElement {
  const { t, language } = ctx;
  return (
    <ul className="pt-defects">
      {matter.defects.map((defect) => (
        <li key={`${defect.about}${defect.code}`}>
          <strong>{defect.name[language]}</strong> · {uiOrOther(language, 'defect', defect.fault)}
          {defect.standard ? <p>{t('matter.standard', { standard: defect.standard[language] })}</p> : null}
          {defect.words ? <p>{t('matter.said', { words: defect.words })}</p> : null}
        </li>
      ))}
    </ul>
  );
}

function Outcome({ ctx, matter }: MatterProps): ReactElement | null {
  const { t, language, today } = ctx;
  const again = <p><a href={`/items/${encodeURIComponent(matter.taskCode)}`}>{t('matter.again')}</a></p>;
  switch (matter.status) {
    case 'correction_requested':
      return (
        <Notice kind="wait" title={matter.defects.length === 1 ? t('matter.correction_one') : t('matter.correction', { count: matter.defects.length })}>
          <Defects ctx={ctx} matter={matter} />
          <p>{t('matter.correction_text')}</p>
          {matter.allowed.includes('supplement') ? <ButtonLink href={`/matters/${matter.matterId}/supplement`} icon="forward" iconAfter>{t('matter.supplement')}</ButtonLink> : null}
        </Notice>
      );
    case 'not_accepted':
      return <Notice kind="bad" title={t('matter.not_accepted')}><ul>{matter.grounds.map((ground) => <li key={ground}>{groundWords(ctx, ground)}</li>)}</ul><p>{t('matter.not_accepted_help')}</p>{again}</Notice>;
    case 'withdrawn':
      return <Notice title={t('matter.withdrawn')}><p>{t('matter.withdrawn_help')}</p>{again}</Notice>;
    case 'completed':
      return (
        <Notice kind={matter.outcome === 'refused' ? 'bad' : 'good'} title={t(matter.outcome === 'refused' ? 'matter.refused' : 'matter.granted')}>
          {matter.completedAt ? <p>{t('matter.completed_on', { date: dayWords(dayOf(matter.completedAt), language, today) })}{matter.resultNumber ? ` · ${t('matter.result_number', { number: matter.resultNumber })}` : ''}</p> : null}
          {matter.outcome === 'refused' ? <p>{t('matter.refused_help')}</p> : null}
          {matter.papers.includes('result') ? <ButtonLink icon="download" href={`/api/v1/matters/${matter.matterId}/papers/result?language=${language}`}>{t('matter.download_result')}</ButtonLink> : null}
        </Notice>
      );
    case 'received': case 'accepted':
      return null;
  }
}

const grounds: readonly string[] = ['not_this_authority', 'condition_not_met', 'already_open', 'not_required'];
const groundWords = (ctx: PageContext, ground: string) => (grounds.includes(ground) ? uiOrOther(ctx.language, 'ground', ground) : ground);

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
  const papers = matter.papers.filter((paper) => paper !== 'ticket');
  if (papers.length === 0) return null;
  return (
    <Section id="papers" title={ctx.t('matter.papers')}>
      <ul className="pt-papers">
        {papers.map((paper) => <li key={paper}><a href={`/api/v1/matters/${matter.matterId}/papers/${paper}?language=${ctx.language}`}><Icon name="download" /> {ctx.ui(`paper.${paper}`)} (PDF)</a></li>)}
      </ul>
    </Section>
  );
}

/** One matter: where it stands, by when, with whom, and what its applicant may do now. `sent` confirms a supplement just made. */
export function MatterPage({ ctx, matter, placeName, sent = false, changed = false }: MatterProps & { readonly placeName: (code: string) => string; readonly sent?: boolean; readonly changed?: boolean }): ReactElement {
  const { t, ui, language, today } = ctx;
  const due = mainDue(matter.dues);
  const others = matter.dues.filter((one) => one !== due);
  return (
    <Page ctx={ctx} title={matter.itemName[language]} crumbs={[{ text: t('mine.title'), href: '/matters' }]}>
      {sent ? <Notice kind="good" title={t('supplement.sent')} /> : null}
      {changed ? <Notice kind="wait"><p>{t('matter.changed')}</p></Notice> : null}
      <h1>{matter.itemName[language]} <Tag tone={statusTone(matter.status)}>{ui(`status.${matter.status}`)}</Tag></h1>
      <p className="ym-quiet ym-numerals">{t('receipt.number')} {matter.number} · {momentWords(matter.receivedAt, language, today)}</p>
      <Outcome ctx={ctx} matter={matter} />
      {due ? <DueDate due={due} language={language} today={today} hero /> : null}
      <Section id="progress" title={t('matter.progress')}><StepLine steps={matter.steps} language={language} today={today} /></Section>
      <Papers ctx={ctx} matter={matter} />
      <Filed ctx={ctx} matter={matter} placeName={placeName} />
      {others.length > 0 ? <details className="pt-more"><summary>{t('matter.dues')}</summary>{others.map((one) => <DueDate key={`${one.limit}${one.startedAt}`} due={one} language={language} today={today} />)}</details> : null}
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
