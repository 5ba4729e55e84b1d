import type { ReactElement } from 'react';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import type { CommunityState } from '../../ui/community-field/community-field.tsx';
import { DueDate } from '../../ui/due-date/due-date.tsx';
import { faultLines } from '../../ui/form/fault-words.ts';
import { FormFields } from '../../ui/form/form-fields.tsx';
import type { FormFault, Posted } from '../../ui/form/read-form.ts';
import { uiOrOther } from '../../ui/speak.ts';
import type { FieldUi } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { uploadLimitMb } from './apply-materials.tsx';
import { Section } from './section.tsx';
import type { Matter } from './receipt.tsx';
import { UploadCard, type KeptFile } from './upload-card.tsx';

/** What the supplement page shows: the defects of the notice with a way to answer each. */
export interface SupplementData {
  readonly matter: Matter;
  readonly commandId: string;
  readonly kept: Readonly<Record<string, readonly KeptFile[]>>;
  /** faults by material code */
  readonly materialFaults: Readonly<Record<string, string>>;
  readonly faults: readonly FormFault[];
  readonly posted?: Posted | undefined;
  readonly communities: Readonly<Record<string, CommunityState>>;
}

/** Fields the notice is about, and those that hang on them. */
export function defectFields(matter: Matter): readonly FieldUi[] {
  const codes = new Set(matter.defects.filter((defect) => defect.about === 'field').map((defect) => defect.code));
  return matter.formDefinition.ui.pages.flatMap((page) => page.fields).filter((field) => codes.has(field.name) || (field.when !== undefined && codes.has(field.when.field)));
}

type Defect = Matter['defects'][number];

function MaterialDefect({ ctx, data, defect }: { readonly ctx: PageContext; readonly data: SupplementData; readonly defect: Defect }): ReactElement {
  const { t, language } = ctx;
  const name = defect.name[language];
  return (
    <UploadCard
      ctx={ctx} code={defect.code} name={name} title={<>{name} · {uiOrOther(language, 'defect', defect.fault)}</>} standard={defect.standard?.[language] ?? null}
      error={data.materialFaults[defect.code]} kept={data.kept[defect.code] ?? []}
    >
      {defect.words ? <p>{t('matter.said', { words: defect.words })}</p> : null}
    </UploadCard>
  );
}

/** Answers a correction notice: each material beside the standard it failed, each field beside what the clerk said, sent together once. */
export function Supplement({ ctx, data }: { readonly ctx: PageContext; readonly data: SupplementData }): ReactElement {
  const { t, language, today } = ctx;
  const { matter } = data;
  const due = matter.dues.find((one) => one.limit === 'correction' && one.endedAt === null);
  const about = (what: Defect['about']) => matter.defects.filter((defect) => defect.about === what);
  const fields = defectFields(matter);
  const errors = [
    ...about('material').filter((defect) => data.materialFaults[defect.code]).map((defect) => ({ text: data.materialFaults[defect.code] ?? '', fieldId: `m-${defect.code}` })),
    ...faultLines(matter.formDefinition, data.faults, language),
  ];
  const notes = about('field').filter((defect) => defect.words !== '');
  return (
    <Page
      ctx={ctx} title={t('supplement.title')} errors={errors} islands={['conditions', 'community', 'once']}
      crumbs={[{ text: t('mine.title'), href: '/matters' }, { text: matter.itemName[language], href: `/matters/${matter.matterId}` }]}
    >
      <p className="pt-over">{matter.itemName[language]} · <span className="ym-numerals">{matter.number}</span></p>
      <h1>{t('supplement.title')}</h1>
      {due ? <DueDate due={due} language={language} today={today} hero /> : null}
      <p>{t('matter.correction_text')} {t('matter.correction_after')}</p>
      <form method="post" encType="multipart/form-data" noValidate data-once="">
        <Csrf ctx={ctx} /><input type="hidden" name="commandId" value={data.commandId} /><input type="hidden" name="seenSeq" value={matter.seq} />
        <button className="ym-visually-hidden" tabIndex={-1} aria-hidden="true">{t('supplement.send')}</button>
        {about('material').length > 0 ? (
          <Section id="materials" title={t('supplement.materials')}>
            <p className="ym-quiet">{t('materials.lead', { limit: uploadLimitMb })}</p>
            <ul className="pt-cards">{about('material').map((defect) => <MaterialDefect key={defect.code} ctx={ctx} data={data} defect={defect} />)}</ul>
          </Section>
        ) : null}
        {fields.length > 0 ? (
          <Section id="fields" title={t('supplement.fields')}>
            {notes.length > 0 ? <ul>{notes.map((defect) => <li key={defect.code}><strong>{defect.name[language]}</strong> · {uiOrOther(language, 'defect', defect.fault)}: {defect.words}</li>)}</ul> : null}
            <FormFields form={matter.formDefinition} fields={fields} language={language} answers={matter.form} posted={data.posted} faults={data.faults} communities={data.communities} />
          </Section>
        ) : null}
        {about('other').length > 0 ? <Section id="others" title={t('supplement.others')}><ul>{about('other').map((defect) => <li key={defect.words}>{defect.words}</li>)}</ul></Section> : null}
        <ButtonRow><Button icon="check">{t('supplement.send')}</Button><ButtonLink kind="link" href={`/matters/${matter.matterId}`}>{t('page.back')}</ButtonLink></ButtonRow>
      </form>
    </Page>
  );
}
