import type { ReactElement, ReactNode } from 'react';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { FieldError } from '../../ui/field/field.tsx';
import { FileList } from '../../ui/file-list/file-list.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import type { Material } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import type { Draft } from '../apply-steps.ts';
import { Csrf } from '../layout.tsx';
import { ApplyFrame, type ApplyProps } from './apply-frame.tsx';
import { partNames } from './bundle.tsx';
import { MaterialWords } from './guide-materials.tsx';
import { ChosenWay, LaterWay, NotOffered, VouchWay, type Offered } from './material-ways.tsx';

/** Greatest size of one upload in MB, as said to people and kept by the upload island. */
export const uploadLimitMb = 50;

type Given = Draft['materials'][number];

/** How a material may be given other than by uploading it, and what of it is offered to this applicant now; originals are shown at a window only, where a clerk files with the person. */
export function otherWays(material: Material, offered: Pick<Offered, 'withheld'>): readonly ('from_city' | 'deferred' | 'promised')[] {
  return [
    ...(material.source_type === 'government' ? ['from_city' as const] : []), ...(material.is_need === 'deferrable' && !offered.withheld.deferral ? ['deferred' as const] : []),
    ...(material.promise && !offered.withheld.promise ? ['promised' as const] : []),
  ];
}

interface CardProps {
  readonly ctx: PageContext;
  readonly draft: Draft;
  readonly material: Material;
  readonly given: Given | undefined;
  readonly error: string | undefined;
  /** what the items of a bundle are called */
  readonly names: Readonly<Record<string, string>>;
  readonly offered: Offered;
  /** why the name did not affirm the promise */
  readonly vouchError: string | undefined;
}

function Post({ ctx, draft, action, children }: { readonly ctx: PageContext; readonly draft: Draft; readonly action: string; readonly children: ReactNode }): ReactElement {
  return (
    <form method="post" action={action} className="pt-inline-form">
      <Csrf ctx={ctx} /><input type="hidden" name="version" value={draft.version} />
      {children}
    </form>
  );
}

function Upload({ ctx, draft, material, error }: CardProps): ReactElement {
  const { t, language } = ctx;
  const name = material.material_name[language];
  const id = `m-${material.material_code}`;
  const action = `/apply/${draft.draftId}/materials/${material.material_code}/files`;
  return (
    <form
      method="post" encType="multipart/form-data" action={action} className="pt-upload" data-upload="" data-upload-limit={uploadLimitMb}
      data-upload-too-large={t('materials.too_large', { limit: uploadLimitMb })} data-upload-busy={t('materials.uploading')}
    >
      <Csrf ctx={ctx} />
      <label htmlFor={id}>{t('materials.file', { name })}</label>
      <FieldError id={id} error={error} />
      <div className="pt-upload__line">
        <input className="ym-input" type="file" id={id} name="file" accept="image/jpeg,image/png,application/pdf,.jpg,.jpeg,.png,.pdf" {...(error ? { 'aria-describedby': `${id}-error`, 'aria-invalid': true } : {})} />
        <Button kind="secondary" icon="upload" aria-label={`${t('materials.upload')}: ${name}`}>{t('materials.upload')}</Button>
      </div>
    </form>
  );
}

/** The application form itself: filled in on the pages before, there is nothing to hand in. */
function FilledCard({ ctx, material }: Pick<CardProps, 'ctx' | 'material'>): ReactElement {
  return (
    <li className="pt-card" id={`card-${material.material_code}`}>
      <h2 className="pt-card__title">{material.material_name[ctx.language]} <Tag tone="good">{ctx.ui('material.brief.filled_in_form')}</Tag></h2>
      <p>{ctx.ui('material.filled_in_form')}</p>
    </li>
  );
}

function OtherWays({ ctx, draft, material, offered, vouchError, base }: CardProps & { readonly base: string }): ReactElement {
  const ways = otherWays(material, offered);
  const post = (children: ReactNode) => <Post ctx={ctx} draft={draft} action={`${base}/form`}>{children}</Post>;
  const city = ctx.t('materials.ask_city');
  return (
    <>
      {ways.includes('from_city') ? post(<><input type="hidden" name="form" value="from_city" /><Button kind="link" aria-label={`${city}: ${material.material_name[ctx.language]}`}>{city}</Button></>) : null}
      {ways.includes('deferred') ? <LaterWay ctx={ctx} material={material} offered={offered} post={post} /> : null}
      {ways.includes('promised') ? <VouchWay ctx={ctx} material={material} offered={offered} post={post} error={vouchError} open={vouchError !== undefined} /> : null}
    </>
  );
}

function Card(props: CardProps): ReactElement {
  const { ctx, draft, material, given } = props;
  const { t, ui, language } = ctx;
  const base = `/apply/${draft.draftId}/materials/${material.material_code}`;
  const name = material.material_name[language];
  if (material.filled_by_form) return <FilledCard ctx={ctx} material={material} />;
  const settled = given && (given.form !== 'uploaded' || given.files.length > 0);
  const remove = (fileId: string, file: string) => <Post ctx={ctx} draft={draft} action={`${base}/files/${fileId}/remove`}><Button kind="link" aria-label={t('materials.remove_named', { name: file })}>{t('materials.remove')}</Button></Post>;
  return (
    <li className={props.error ? 'pt-card pt-card--wrong' : 'pt-card'} id={`card-${material.material_code}`}>
      <h2 className="pt-card__title">{name} <Tag tone={settled ? 'good' : material.is_need === 'required' ? 'wait' : 'plain'}>{settled ? ui(`material.brief.${given.form}`) : material.is_need === 'required' ? ui('material.none') : ui(`need.${material.is_need}`)}</Tag></h2>
      <MaterialWords ctx={ctx} material={material} names={props.names} />
      <FileList files={(given?.files ?? []).map((file) => ({ name: file.name, sizeBytes: file.sizeBytes, href: `/api/v1/drafts/${draft.draftId}/files/${file.fileId}`, action: remove(file.fileId, file.name) }))} />
      {given && given.form !== 'uploaded'
        ? <><FieldError id={`m-${material.material_code}`} error={props.error} /><ChosenWay ctx={ctx} material={material} offered={props.offered} given={given} /><Post ctx={ctx} draft={draft} action={`${base}/form`}><input type="hidden" name="form" value="uploaded" /><Button kind="link" aria-label={`${t('materials.undo')}: ${name}`}>{t('materials.undo')}</Button></Post></>
        : (
          <>
            <Upload {...props} />
            {(given?.files.length ?? 0) > 0 ? null : <OtherWays {...props} base={base} />}
          </>
        )}
    </li>
  );
}

/** Materials: each with what must be seen, an upload, and the other lawful ways. `errors` are by material code. */
export function ApplyMaterials(props: ApplyProps & { readonly materials: readonly Material[]; readonly faults: Readonly<Record<string, string>>; readonly offered: Offered; readonly vouchFaults: Readonly<Record<string, string>> }): ReactElement {
  const { ctx, application, materials, faults, offered, vouchFaults } = props;
  const { t } = ctx;
  const { draft } = application;
  const names = partNames(application.item, ctx);
  const errors = [
    ...materials.filter((one) => faults[one.material_code]).map((one) => ({ text: faults[one.material_code] ?? '', fieldId: `m-${one.material_code}` })),
    ...materials.filter((one) => vouchFaults[one.material_code]).map((one) => ({ text: vouchFaults[one.material_code] ?? '', fieldId: `v-${one.material_code}` })),
  ];
  return (
    <ApplyFrame {...props} title={t('materials.title')} errors={errors} islands={['upload']}>
      {materials.length === 0 ? <p>{t('materials.none')}</p> : <p>{t('materials.lead', { limit: uploadLimitMb })}</p>}
      <NotOffered ctx={ctx} offered={offered} materials={materials} />
      <ul className="pt-cards">
        {materials.map((material) => (
          <Card key={material.material_code} names={names} ctx={ctx} draft={draft} material={material} given={draft.materials.find((one) => one.materialCode === material.material_code)} error={faults[material.material_code]} offered={offered} vouchError={vouchFaults[material.material_code]} />
        ))}
      </ul>
      {materials.length > 0 ? <p className="ym-quiet">{t('materials.window')}</p> : null}
      <form method="post">
        <Csrf ctx={ctx} /><input type="hidden" name="version" value={draft.version} />
        <ButtonRow>
          <Button icon="forward" iconAfter>{t('page.continue')}</Button>
          <ButtonLink kind="link" href="/matters">{t('apply.later')}</ButtonLink>
        </ButtonRow>
      </form>
    </ApplyFrame>
  );
}
