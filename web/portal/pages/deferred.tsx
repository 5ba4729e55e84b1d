import type { ReactElement } from 'react';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { DueDate } from '../../ui/due-date/due-date.tsx';
import type { PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { uploadLimitMb } from './apply-materials.tsx';
import { promiseWordsOf } from './material-ways.tsx';
import { Section } from './section.tsx';
import type { Matter } from './receipt.tsx';
import { UploadCard, type KeptFile } from './upload-card.tsx';

/** Materials that were to come later and have not come. */
export const deferredMaterials = (matter: Matter): Matter['materials'] => matter.materials.filter((material) => material.form === 'deferred');

/** The limit of a material that was to come later. */
export const deferredDue = (matter: Matter, code: string): Matter['dues'][number] | undefined => matter.dues.find((due) => due.limitId === `deferred:${code}`);

/** What the page shows: each awaited material with its day and its upload. */
export interface DeferredData {
  readonly matter: Matter;
  readonly commandId: string;
  readonly kept: Readonly<Record<string, readonly KeptFile[]>>;
  /** faults by material code */
  readonly faults: Readonly<Record<string, string>>;
  /** a fault of no single material */
  readonly fault?: string | undefined;
}

/** 容缺补交 from the phone: the materials that were to come later, each by its day; those at hand now are sent, the others may follow. */
export function Deferred({ ctx, data }: { readonly ctx: PageContext; readonly data: DeferredData }): ReactElement {
  const { t, language, today } = ctx;
  const { matter } = data;
  const w = promiseWordsOf(ctx);
  const materials = deferredMaterials(matter);
  const errors = [
    ...materials.filter((one) => data.faults[one.materialCode]).map((one) => ({ text: data.faults[one.materialCode] ?? '', fieldId: `m-${one.materialCode}` })),
    ...(data.fault ? [{ text: data.fault, fieldId: `m-${materials[0]?.materialCode ?? ''}` }] : []),
  ];
  return (
    <Page ctx={ctx} title={t('deferred.title')} errors={errors} islands={['once']} crumbs={[{ text: t('mine.title'), href: '/matters' }, { text: matter.itemName[language], href: `/matters/${matter.matterId}` }]}>
      <p className="pt-over">{matter.itemName[language]} · <span className="ym-numerals">{matter.number}</span></p>
      <h1>{t('deferred.title')}</h1>
      <p>{t('deferred.lead')}</p>
      <form method="post" encType="multipart/form-data" noValidate data-once="">
        <Csrf ctx={ctx} /><input type="hidden" name="commandId" value={data.commandId} /><input type="hidden" name="seenSeq" value={matter.seq} />
        <Section id="materials" title={t('deferred.materials')}>
          <p className="ym-quiet">{t('materials.lead', { limit: uploadLimitMb })}</p>
          <ul className="pt-cards">
            {materials.map((material) => {
              const due = deferredDue(matter, material.materialCode);
              return (
                <UploadCard
                  key={material.materialCode} ctx={ctx} code={material.materialCode} name={material.name[language]} title={material.name[language]} standard={material.acceptStand[language]}
                  error={data.faults[material.materialCode]} kept={data.kept[material.materialCode] ?? []}
                >
                  {due ? <DueDate due={due} language={language} today={today} /> : null}
                  {material.deferral ? <p>{w(material.deferral.lapsed ? 'consequence.lapsed' : `consequence.${material.deferral.consequence}`)}</p> : null}
                </UploadCard>
              );
            })}
          </ul>
        </Section>
        <ButtonRow><Button icon="check">{t('deferred.send')}</Button><ButtonLink kind="link" href={`/matters/${matter.matterId}`}>{t('page.back')}</ButtonLink></ButtonRow>
      </form>
      <p className="ym-quiet">{t('materials.window')}</p>
    </Page>
  );
}
