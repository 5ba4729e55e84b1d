import type { ReactElement } from 'react';
import { Button, ButtonRow } from '../../ui/button/button.tsx';
import { dayOf, dayWords, momentWords } from '../../ui/dates.ts';
import { DueDate } from '../../ui/due-date/due-date.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { StepLine } from '../../ui/step-line/step-line.tsx';
import { SummaryList } from '../../ui/summary-list/summary-list.tsx';
import { statusTone, Tag } from '../../ui/tag/tag.tsx';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Page } from '../layout.tsx';
import { promiseWordsOf } from './material-ways.tsx';
import { LimitActs, pausesFor } from './limit-acts.tsx';
import { Section } from './section.tsx';
import { mainDue } from './receipt.tsx';

/** What was looked for by number and code, and what came of it: null before a search, 'unknown' where nothing fits. */
export interface Lookup<T> {
  readonly number: string;
  readonly code: string;
  readonly answer: T | 'unknown' | null;
  /** a refusal other than "unknown", in words */
  readonly refusal?: string | undefined;
}

function LookupForm({ ctx, lookup, words }: { readonly ctx: PageContext; readonly lookup: Lookup<unknown>; readonly words: { readonly number: string; readonly numberHint?: string; readonly code: string; readonly show: string } }): ReactElement {
  return (
    <form method="get">
      <TextInput id="number" name="number" label={words.number} hint={words.numberHint} value={lookup.number} maxLength={40} autoComplete="off" autoCapitalize="characters" spellCheck="false" />
      <TextInput id="code" name="code" label={words.code} value={lookup.code} maxLength={12} width="short" autoComplete="off" autoCapitalize="characters" spellCheck="false" />
      <ButtonRow><Button icon="search">{words.show}</Button></ButtonRow>
      <p className="ym-quiet">{ctx.t('page.human')}</p>
    </form>
  );
}

/** Public progress: steps and dates for number and check code, without personal data. */
export function ProgressPage({ ctx, lookup }: { readonly ctx: PageContext; readonly lookup: Lookup<Reply<'getProgress'>> }): ReactElement {
  const { t, ui, language, today } = ctx;
  const { answer } = lookup;
  if (answer === null || answer === 'unknown') {
    const refusal = answer === 'unknown' ? t('progress.unknown') : lookup.refusal;
    return (
      <Page ctx={ctx} title={t('progress.title')} errors={refusal ? [{ text: refusal, fieldId: 'number' }] : []}>
        <h1>{t('progress.title')}</h1>
        <p>{t('progress.lead')}</p>
        <LookupForm ctx={ctx} lookup={lookup} words={{ number: t('receipt.number'), numberHint: t('progress.number_hint'), code: t('receipt.code'), show: t('progress.show') }} />
      </Page>
    );
  }
  const due = mainDue(answer.dues);
  const pauses = pausesFor(ctx, answer);
  return (
    <Page ctx={ctx} title={answer.itemName[language]} crumbs={[{ text: t('progress.title'), href: '/progress' }]}>
      <h1>{answer.itemName[language]} <Tag tone={statusTone(answer.status)}>{ui(`status.${answer.status}`)}</Tag></h1>
      <p className="ym-quiet ym-numerals">{t('receipt.number')} {answer.number} · {momentWords(answer.receivedAt, language, today)}</p>
      {answer.completedAt ? <Notice kind={answer.outcome === 'refused' ? 'bad' : 'good'} title={answer.outcome ? t(answer.outcome === 'refused' ? 'matter.refused' : 'matter.granted') : ui('status.completed')}><p>{t('matter.completed_on', { date: dayWords(dayOf(answer.completedAt), language, today) })}</p></Notice> : null}
      {due ? <DueDate due={due} language={language} today={today} pauses={pauses} hero /> : null}
      {answer.deemed ? <Notice title={t('matter.deemed')}><p>{t('progress.deemed_text', { unit: answer.acceptingUnitName[language] })}</p></Notice> : null}
      <Section id="steps" title={t('matter.progress')}><StepLine steps={answer.steps} language={language} today={today} pauses={pauses} /></Section>
      <LimitActs ctx={ctx} proposals={answer.proposals} />
      <SummaryList rows={[{ name: t('check.accepting'), value: answer.acceptingUnitName[language] }, ...(answer.handlingUnitName ? [{ name: t('check.handling'), value: answer.handlingUnitName[language] }] : [])]} />
      <p className="ym-quiet">{t('progress.private')}</p>
    </Page>
  );
}

/** Whether a result paper is genuine. */
export function VerifyPage({ ctx, lookup }: { readonly ctx: PageContext; readonly lookup: Lookup<Reply<'verifyResult'>> }): ReactElement {
  const { t, ui, language } = ctx;
  const { answer } = lookup;
  if (answer === null || answer === 'unknown') {
    const refusal = answer === 'unknown' ? t('verify.unknown') : lookup.refusal;
    return (
      <Page ctx={ctx} title={t('verify.title')} errors={refusal ? [{ text: refusal, fieldId: 'number' }] : []}>
        <h1>{t('verify.title')}</h1>
        <p>{t('verify.lead')}</p>
        <LookupForm ctx={ctx} lookup={lookup} words={{ number: t('verify.number'), code: t('verify.code'), show: t('verify.show') }} />
      </Page>
    );
  }
  return (
    <Page ctx={ctx} title={t('verify.genuine')} crumbs={[{ text: t('verify.title'), href: '/results' }]}>
      <h1>{t('verify.title')}</h1>
      {answer.revokedAt ? <Notice kind="bad" title={promiseWordsOf(ctx)('revoked.verify', { date: dayWords(dayOf(answer.revokedAt), language) })} /> : <Notice kind="good" title={t('verify.genuine')} />}
      <SummaryList
        rows={[
          { name: t('verify.number'), value: answer.resultNumber }, { name: t('receipt.item'), value: answer.itemName[language] }, { name: ui('paper.result'), value: answer.resultName[language] },
          { name: t('verify.outcome'), value: ui(`outcome.${answer.outcome}`) }, { name: t('verify.holder'), value: answer.holderMasked }, { name: t('verify.by'), value: answer.unitName[language] },
          { name: t('verify.issued'), value: momentWords(answer.issuedAt, language) }, { name: t('verify.valid_to'), value: answer.validTo ? dayWords(answer.validTo, language) : t('verify.no_end') },
          ...(answer.fileHash === null ? [] : [{ name: t('verify.hash'), value: <code>{answer.fileHash}</code> }]),
        ]}
      />
    </Page>
  );
}
