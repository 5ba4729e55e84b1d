import type { ReactElement, ReactNode } from 'react';
import { FieldError } from '../../ui/field/field.tsx';
import { FileList } from '../../ui/file-list/file-list.tsx';
import type { PageContext } from '../context.ts';
import type { Matter } from './receipt.tsx';

/** A file that was received but not sent with an act yet. */
export type KeptFile = Matter['materials'][number]['files'][number];

/** One material of a filed matter with its upload: what it is, what must be seen, what is received already, what was wrong. */
export interface UploadCardProps {
  readonly ctx: PageContext;
  readonly code: string;
  /** name of the material, as its control says it */
  readonly name: string;
  readonly title: ReactNode;
  readonly standard: string | null;
  readonly error: string | undefined;
  readonly kept: readonly KeptFile[];
  readonly children?: ReactNode;
}

/** The card of a material on the pages that bring papers to a matter; the files come with the form around it. */
export function UploadCard({ ctx, code, name, title, standard, error, kept, children }: UploadCardProps): ReactElement {
  const { t } = ctx;
  const id = `m-${code}`;
  return (
    <li className={error ? 'pt-card pt-card--wrong' : 'pt-card'}>
      <h3 className="pt-card__title">{title}</h3>
      {standard === null ? null : <p>{t('matter.standard', { standard })}</p>}
      {children}
      <FileList files={kept.map((file) => ({ name: t('supplement.kept', { name: file.name }), sizeBytes: file.sizeBytes }))} />
      {kept.map((file) => <input key={file.fileId} type="hidden" name={`kept.${code}`} value={JSON.stringify(file)} />)}
      <label htmlFor={id}>{t('materials.file', { name })}</label>
      <FieldError id={id} error={error} />
      <input className="ym-input" type="file" multiple id={id} name={`file.${code}`} accept="image/jpeg,image/png,application/pdf,.jpg,.jpeg,.png,.pdf" {...(error ? { 'aria-describedby': `${id}-error`, 'aria-invalid': true } : {})} />
    </li>
  );
}
