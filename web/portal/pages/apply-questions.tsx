import type { ReactElement } from 'react';
import type { Localized } from '../../../contract/language.ts';
import { ButtonLink } from '../../ui/button/button.tsx';
import { CommunityField, type CommunityState } from '../../ui/community-field/community-field.tsx';
import { communityWords, FormFields } from '../../ui/form/form-fields.tsx';
import { faultLines } from '../../ui/form/fault-words.ts';
import type { FormFault, Posted } from '../../ui/form/read-form.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { Radios } from '../../ui/radios/radios.tsx';
import type { ApplyStep } from '../apply-steps.ts';
import { askedQuestions, type Answers } from '../situation.ts';
import { portalAgencyWords } from './agency.tsx';
import { ThisTime } from './bundle.tsx';
import { consentWords } from './privacy-notice.tsx';
import { ApplyFrame, StepForm, type ApplyProps } from './apply-frame.tsx';

/** The situation questions: those asked with the answers so far (in elder mode the one of this page). `answers` are the posted ones when a page comes back. */
export function ApplySituation(props: ApplyProps & { readonly only?: string | undefined; readonly answers: Answers; readonly missing: readonly string[]; readonly wrongWay: Localized | null }): ReactElement {
  const { ctx, application, answers, missing, only } = props;
  const { t, language } = ctx;
  const questions = askedQuestions(application.handling, answers).filter((question) => only === undefined || question.id === only);
  const word = (label: string) => ctx.ui('fault.choose', { field: label });
  const errors = questions.filter((q) => missing.includes(q.id)).map((q) => ({ text: word(q.text[language]), fieldId: `q-${q.id}` }));
  return (
    <ApplyFrame {...props} title={t('situation.title')} why={t('situation.why')} errors={errors}>
      {props.wrongWay ? (
        <Notice kind="wait" title={t('situation.not_eligible')}>
          <p>{props.wrongWay[language]}</p>
          <p>{t('situation.change_answer')}</p>
          <ButtonLink kind="secondary" href="/items">{t('situation.other_items')}</ButtonLink>
        </Notice>
      ) : null}
      {Object.keys(application.draft.answers).length > 0 && !props.wrongWay ? <ThisTime ctx={ctx} application={application} /> : null}
      <StepForm ctx={ctx} application={application}>
        {questions.map((question) => (
          <Radios
            key={question.id} id={`q-${question.id}`} name={`q.${question.id}`} label={question.text[language]} hint={question.why?.[language]} value={answers[question.id]}
            error={missing.includes(question.id) ? word(question.text[language]) : undefined}
            choices={question.options.map((option) => ({ value: option.id, text: option.text[language] }))}
          />
        ))}
      </StepForm>
    </ApplyFrame>
  );
}

/** For whom it is: the person, or an organisation by its code. */
export interface BehalfValues {
  readonly behalf: string;
  readonly organisationCode: string;
}

/** An organisation the person may file for now. */
export interface OwnOrganisation {
  readonly creditCode: string;
  readonly name: string;
}

/** The community that decides who handles it, and on whose behalf. */
export function ApplyPlace(props: ApplyProps & { readonly community: CommunityState; readonly behalf: BehalfValues; readonly organisations: readonly OwnOrganisation[]; readonly faults: Readonly<Record<string, string>> }): ReactElement {
  const { ctx, application, community, behalf, organisations, faults } = props;
  const { t } = ctx;
  const w = portalAgencyWords(ctx);
  const task = application.item.implementation_item;
  const forOrganisations = task.server_type.some((type) => type !== '1');
  const forPersons = task.server_type.includes('1');
  const ids: Readonly<Record<string, string>> = { area: 'area', behalf: 'behalf', ...(organisations.length > 0 ? { organisation: 'organisation' } : {}) };
  const errors = Object.entries(faults).map(([field, text]) => ({ text, fieldId: ids[field] }));
  return (
    <ApplyFrame {...props} title={t(forOrganisations ? 'place.title_who' : 'place.title')} why={t('place.why')} errors={errors} islands={['community', 'conditions']}>
      <StepForm ctx={ctx} application={application}>
        <CommunityField id="area" name="area" label={t(`place.${task.area_basis}`)} error={faults.area} words={communityWords(ctx.language)} state={community} />
        {forOrganisations && forPersons ? (
          <Radios id="behalf" name="behalf" label={t('place.behalf')} value={behalf.behalf} error={faults.behalf} choices={[{ value: 'self', text: t('place.self') }, { value: 'organisation', text: t('place.organisation') }]} />
        ) : null}
        {forOrganisations && organisations.length > 0 ? (
          <Radios id="organisation" name="organisation" label={w('file.organisation')} hint={forPersons ? t('place.organisation_when') : undefined} value={behalf.organisationCode} error={faults.organisation} choices={organisations.map((one) => ({ value: one.creditCode, text: one.name, hint: one.creditCode }))} when={forPersons ? { name: 'behalf', anyOf: ['organisation'] } : undefined} />
        ) : null}
        {forOrganisations && organisations.length === 0 ? <Notice><p>{w('file.none')} <a href="/agency">{w('page.title')}</a></p></Notice> : null}
      </StepForm>
    </ApplyFrame>
  );
}

/** One page of the item's form. */
export function ApplyForm(
  props: ApplyProps & { readonly step: Extract<ApplyStep, { kind: 'form' }>; readonly posted?: Posted | undefined; readonly faults: readonly FormFault[]; readonly communities: Readonly<Record<string, CommunityState>> },
): ReactElement {
  const { ctx, application, step, posted, faults, communities } = props;
  const { form } = application.handling;
  const { prefilled } = application.draft;
  const filledHere = prefilled && step.fields.some((field) => prefilled.fields.includes(field.name) && application.draft.form[field.name] !== undefined) ? prefilled : null;
  const filled = consentWords(ctx);
  const widgets = new Set<string>(step.fields.map((field) => field.widget));
  const islands = [...(step.fields.some((field) => field.when) ? ['conditions'] : []), ...(widgets.has('community') ? ['community'] : []), ...(widgets.has('textarea') ? ['text-count'] : [])];
  return (
    <ApplyFrame {...props} title={step.page.title[ctx.language]} why={step.page.why?.[ctx.language]} errors={faultLines(form, faults, ctx.language)} islands={islands}>
      {filledHere ? <Notice title={filled('filled.title')}><p>{filled('filled.words', { number: filledHere.number })} <a href="/my-data#consents">{filled('notice.my_data')}</a></p></Notice> : null}
      <StepForm ctx={ctx} application={application}>
        <FormFields form={form} fields={step.fields} language={ctx.language} answers={application.draft.form} posted={posted} faults={faults} communities={communities} />
      </StepForm>
    </ApplyFrame>
  );
}
