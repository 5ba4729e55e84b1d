import type { ReactElement } from 'react';
import { ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { dayWords, momentWords } from '../../ui/dates.ts';
import { DueDate, type ShownDue } from '../../ui/due-date/due-date.tsx';
import { ReceiptCard } from '../../ui/receipt-card/receipt-card.tsx';
import { SummaryList } from '../../ui/summary-list/summary-list.tsx';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Page } from '../layout.tsx';
import { promiseWordsOf } from './material-ways.tsx';
import { ReceiptParts } from './bundle.tsx';
import { Section } from './section.tsx';

/** A matter, whole, as its applicant sees it. */
export type Matter = Reply<'getMatter'>;

/** The date that counts most now: promised before what the applicant owes before notice before the others. */
export function mainDue<D extends ShownDue>(dues: readonly D[]): D | undefined {
  const running = dues.filter((due) => due.light !== 'met' && due.light !== 'missed');
  for (const limit of ['promised', 'correction', 'notice', 'service', 'statutory', 'special', 'deferred', 'promise_check', 'link'] as const) {
    const due = running.find((one) => one.limit === limit);
    if (due) return due;
  }
  return undefined;
}

/** Path of the public progress page of a matter. */
export function progressPath(number: string, checkCode: string | null): string {
  return checkCode ? `/progress?number=${encodeURIComponent(number)}&code=${encodeURIComponent(checkCode)}` : '/progress';
}

function Next({ ctx, matter }: { readonly ctx: PageContext; readonly matter: Matter }): ReactElement {
  const { t, language } = ctx;
  const done = matter.acceptedAt !== null;
  return (
    <ol className="pt-way">
      {done ? null : <li>{t('receipt.next_review', { unit: matter.acceptingUnitName[language] })}</li>}
      {matter.handlingUnitName ? <li>{t('receipt.next_handle', { unit: matter.handlingUnitName[language] })}</li> : null}
      <li>{t('receipt.next_told')}</li>
    </ol>
  );
}

/** What the applicant has given his word for: materials that come later, facts vouched for. */
function Words({ ctx, matter }: { readonly ctx: PageContext; readonly matter: Matter }): ReactElement | null {
  const { t, language, today } = ctx;
  const w = promiseWordsOf(ctx);
  const later = matter.materials.filter((one) => one.form === 'deferred');
  if (later.length + matter.promises.length === 0) return null;
  return (
    <>
      {later.length > 0 ? (
        <Section id="later" title={t('matter.deferred')}>
          <ul>
            {later.map((one) => {
              const due = matter.dues.find((other) => other.limitId === `deferred:${one.materialCode}`);
              return <li key={one.materialCode}><strong>{one.name[language]}</strong>{due ? ` · ${ctx.ui('due.deferred', { date: dayWords(due.dueOn, language, today) })}` : ''} {one.deferral ? w(`consequence.${one.deferral.consequence}`) : ''}</li>;
            })}
          </ul>
        </Section>
      ) : null}
      {matter.promises.length > 0 ? (
        <Section id="promised" title={w('promises.title')}>
          <ul>{matter.promises.map((one) => <li key={one.materialCode}><strong>{one.name[language]}</strong>: {one.promiseText[language]} {one.affirmedBy ? w('office.affirmed', { name: one.affirmedBy }) : ''}</li>)}</ul>
        </Section>
      ) : null}
    </>
  );
}

/** The receipt: number large, QR, promised date, what happens next and who, how to check, how to complain. Prints on one A4 page. */
export function Receipt({ ctx, matter }: { readonly ctx: PageContext; readonly matter: Matter }): ReactElement {
  const { t, language, today } = ctx;
  const due = mainDue(matter.dues);
  const proof = matter.history[0]?.hash;
  return (
    <Page ctx={ctx} title={t('receipt.title')} bare islands={['print']}>
      <ReceiptCard
        words={{
          title: t('receipt.title'), numberLabel: t('receipt.number'), number: matter.number, checkCodeLabel: t('receipt.code'), checkCode: matter.checkCode,
          qrText: ctx.publicUrl + progressPath(matter.number, matter.checkCode), qrLabel: t('receipt.qr'), qrCaption: t('receipt.qr_caption'),
        }}
      >
        {due ? <DueDate due={due} language={language} today={today} hero /> : null}
        <SummaryList
          rows={[
            { name: t('receipt.item'), value: `${matter.itemName[language]} · ${matter.handlingItemName[language]}` },
            { name: t('receipt.applicant'), value: `${(matter.organisation ?? matter.party).nameMasked} ${(matter.organisation ?? matter.party).numberMasked}` },
            { name: t('receipt.received'), value: momentWords(matter.receivedAt, language) },
            { name: t('check.accepting'), value: matter.acceptingUnitName[language] },
            ...(matter.handlingUnitName ? [{ name: t('check.handling'), value: matter.handlingUnitName[language] }] : []),
          ]}
        />
      </ReceiptCard>
      <ButtonRow>
        <ButtonLink href={`/matters/${matter.matterId}`} icon="forward" iconAfter>{t('receipt.to_matter')}</ButtonLink>
        {matter.papers.includes('receipt') ? <ButtonLink kind="secondary" icon="download" href={`/api/v1/matters/${matter.matterId}/papers/receipt?language=${language}`}>{t('receipt.pdf')}</ButtonLink> : null}
        <button type="button" className="ym-button ym-button--link" data-print="" hidden>{t('page.print')}</button>
      </ButtonRow>
      <Words ctx={ctx} matter={matter} />
      <ReceiptParts ctx={ctx} matter={matter} />
      <Section id="next" title={t('receipt.next')}><Next ctx={ctx} matter={matter} /></Section>
      <Section id="check" title={t('receipt.check')}><p>{t('receipt.check_text')}</p></Section>
      <Section id="complain" title={t('receipt.complain')}><p>{t('receipt.complain_text')}</p></Section>
      {proof ? <p className="ym-quiet pt-hash">{t('receipt.proof')}: <code>{proof}</code></p> : null}
    </Page>
  );
}
