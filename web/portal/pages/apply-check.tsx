import type { ReactElement } from 'react';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { DueDate } from '../../ui/due-date/due-date.tsx';
import { answerWords } from '../../ui/form/answer-words.ts';
import { isAsked, isConfirmation } from '../../ui/form/form-field.ts';
import { SummaryList, type SummaryRow } from '../../ui/summary-list/summary-list.tsx';
import type { FieldUi, Material, Reply } from '../../ui/wire.ts';
import { pathOfField, stepsOf, type Application, type ApplyStep } from '../apply-steps.ts';
import type { PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { askedQuestions } from '../situation.ts';
import { ThisTime } from './bundle.tsx';
import { ApplyFrame, type ApplyProps } from './apply-frame.tsx';
import { PrivacyNotice, type Processing } from './privacy-notice.tsx';

/** One thing still missing, and where it is put right. */
export interface MissingLine {
  readonly text: string;
  readonly href: string;
}

interface CheckData {
  readonly processing: Processing;
  readonly check: Reply<'checkDraft'>;
  readonly missing: readonly MissingLine[];
  readonly materials: readonly Material[];
  readonly areaName: string | null;
  readonly placeName: (code: string) => string;
  /** made with the page: a second click on "file" carries the same one and changes nothing */
  readonly commandId: string;
}

const change = (ctx: PageContext, href: string | undefined) => (href ? { href, text: ctx.t('page.change') } : undefined);

function whoRows(ctx: PageContext, application: Application): SummaryRow[] {
  const { t, me } = ctx;
  const { draft } = application;
  const place = `/apply/${draft.draftId}/place`;
  return [
    ...(draft.organisation ? [{ name: t('place.organisation_name'), value: draft.organisation.name, change: change(ctx, place) }, { name: t('place.organisation_code'), value: draft.organisation.creditCode, change: change(ctx, place) }] : []),
    { name: t('check.name'), value: me.name ?? '' },
    { name: t('check.number'), value: me.party?.numberMasked ?? '' },
    ...(me.party?.phoneMasked ? [{ name: t('check.phone'), value: me.party.phoneMasked }] : []),
  ];
}

function answerText(ctx: PageContext, application: Application, field: FieldUi, placeName: CheckData['placeName']): string {
  const value = application.draft.form[field.name];
  if (isConfirmation(application.handling.form, field) && value === true) return ctx.ui('form.confirmed');
  return answerWords(field, value, ctx.language, placeName);
}

function formRows(ctx: PageContext, application: Application, steps: readonly ApplyStep[], fields: readonly FieldUi[], placeName: CheckData['placeName']): SummaryRow[] {
  return fields.filter((field) => isAsked(field, application.draft.form)).map((field) => {
    const path = pathOfField(steps, field.name);
    return { name: field.label[ctx.language], value: answerText(ctx, application, field, placeName), change: change(ctx, path ? `${path}?back=check#f-${field.name}` : undefined) };
  });
}

function materialRows(ctx: PageContext, application: Application, materials: readonly Material[]): SummaryRow[] {
  const { draft } = application;
  return materials.map((material) => {
    const given = draft.materials.find((one) => one.materialCode === material.material_code);
    const words = given && (given.form !== 'uploaded' || given.files.length > 0) ? [ctx.ui(`material.${given.form}`), ...given.files.map((file) => file.name)].join('\n') : ctx.ui('material.none');
    return { name: material.material_name[ctx.language], value: words, change: change(ctx, `/apply/${draft.draftId}/materials#card-${material.material_code}`) };
  });
}

function After({ ctx, check }: { readonly ctx: PageContext; readonly check: CheckData['check'] }): ReactElement {
  const { t, language, today } = ctx;
  return (
    <>
      <h2>{t('check.after')}</h2>
      {check.promised ? <><p className="ym-quiet">{t('check.promised_if')}</p><DueDate due={check.promised} language={language} today={today} hero /></> : null}
      <SummaryList rows={[...(check.acceptingUnitName ? [{ name: t('check.accepting'), value: check.acceptingUnitName[language] }] : []), ...(check.handlingUnitName ? [{ name: t('check.handling'), value: check.handlingUnitName[language] }] : [])]} />
    </>
  );
}

/** Everything on one page before filing: what was answered with "change", what is still missing, and what filing will start. */
export function ApplyCheck(props: ApplyProps & CheckData): ReactElement {
  const { ctx, application, check, missing, materials, areaName, placeName } = props;
  const { t, language } = ctx;
  const { draft, handling } = application;
  const steps = stepsOf(application, ctx.elder);
  const questions = askedQuestions(handling, draft.answers);
  const situation = (id: string) => steps.find((step) => step.kind === 'situation' && (step.question ?? id) === id)?.path;
  return (
    <ApplyFrame {...props} title={t('check.title')} islands={['once']}>
      {missing.length > 0 ? (
        <div className="pt-missing" role="alert">
          <p className="pt-missing__title">{t('check.missing_title')}</p>
          <ul>{missing.map((line) => <li key={line.text}><a href={line.href}>{line.text}</a></li>)}</ul>
        </div>
      ) : null}
      <ThisTime ctx={ctx} application={application} />
      <h2>{t('check.person')}</h2>
      <SummaryList rows={whoRows(ctx, application)} />
      {questions.length > 0 ? <><h2>{t('situation.title')}</h2><SummaryList rows={questions.map((q) => ({ name: q.text[language], value: q.options.find((o) => o.id === draft.answers[q.id])?.text[language] ?? ctx.ui('form.not_answered'), change: change(ctx, situation(q.id)) }))} /></> : null}
      <h2>{t('place.title')}</h2>
      <SummaryList rows={[{ name: t(`place.${application.item.implementation_item.area_basis}`), value: areaName ?? ctx.ui('form.not_answered'), change: change(ctx, `/apply/${draft.draftId}/place`) }]} />
      {handling.form.ui.pages.map((page) => <div key={page.id}><h2>{page.title[language]}</h2><SummaryList rows={formRows(ctx, application, steps, page.fields, placeName)} /></div>)}
      {materials.length > 0 ? <><h2>{t('materials.title')}</h2><SummaryList rows={materialRows(ctx, application, materials)} /></> : null}
      <After ctx={ctx} check={check} />
      <PrivacyNotice ctx={ctx} item={application.item} processing={props.processing} />
      {missing.length > 0 ? null : (
        <form method="post" action={`/apply/${draft.draftId}/file`} data-once="">
          <Csrf ctx={ctx} /><input type="hidden" name="commandId" value={props.commandId} />
          <p>{t('check.promise')}</p>
          <ButtonRow><Button icon="check">{t('check.file')}</Button><ButtonLink kind="link" href="/matters">{t('apply.later')}</ButtonLink></ButtonRow>
        </form>
      )}
    </ApplyFrame>
  );
}

/** Asks once more before a draft is thrown away. */
export function Discard({ ctx, draft }: { readonly ctx: PageContext; readonly draft: Application['draft'] }): ReactElement {
  const { t, language } = ctx;
  return (
    <Page ctx={ctx} title={t('apply.discard_title')} crumbs={[{ text: t('mine.title'), href: '/matters' }]}>
      <p className="pt-over">{draft.itemName[language]}</p>
      <h1>{t('apply.discard_title')}</h1>
      <p>{t('apply.discard_text')}</p>
      <form method="post">
        <Csrf ctx={ctx} />
        <ButtonRow><Button kind="danger">{t('apply.discard_yes')}</Button><ButtonLink kind="link" href={`/apply/${draft.draftId}`}>{t('apply.keep')}</ButtonLink></ButtonRow>
      </form>
    </Page>
  );
}
