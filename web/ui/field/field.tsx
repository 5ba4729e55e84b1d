import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';

/** What a control takes over from its field, so that label, hint and error are read with it. */
export interface ControlLink {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

/** Words around a control. */
export interface FieldWords {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** shown after the label, for example "(may be left empty)" */
  readonly note?: string | undefined;
}

/** Ids of hint and error, joined for aria-describedby. */
export function describedBy({ id, hint, error }: Pick<FieldWords, 'id' | 'hint' | 'error'>): { 'aria-describedby'?: string; 'aria-invalid'?: true } {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { ...(ids ? { 'aria-describedby': ids } : {}), ...(error ? { 'aria-invalid': true as const } : {}) };
}

function Words({ id, hint, error }: FieldWords): ReactElement {
  return (
    <>
      {hint ? <div className="ym-field__hint" id={`${id}-hint`}>{hint}</div> : null}
      <FieldError id={id} error={error} />
    </>
  );
}

/** The error of a field, beside it; nothing where there is none. */
export function FieldError({ id, error }: { readonly id: string; readonly error?: string | undefined }): ReactElement | null {
  if (!error) return null;
  return (
    <div className="ym-field__error" id={`${id}-error`}>
      <Icon name="warning" /> {error}
    </div>
  );
}

/** One control with its label above, hint, and error beside it. `data` attributes carry the condition under which the field is asked. */
export function Field({ children, when, ...words }: FieldWords & { readonly children: (control: ControlLink) => ReactNode; readonly when?: FieldWhen | undefined }): ReactElement {
  return (
    <div className={words.error ? 'ym-field ym-field--wrong' : 'ym-field'} {...whenData(when)}>
      <label className="ym-field__label" htmlFor={words.id}>{words.label}{words.note ? <span className="ym-field__note"> {words.note}</span> : null}</label>
      <Words {...words} />
      {children({ id: words.id, ...describedBy(words) })}
    </div>
  );
}

/** Several controls that answer one question: the label is the legend. The first control has the id of the group, so that the error summary reaches it. */
export function FieldGroup({ children, when, ...words }: FieldWords & { readonly children: ReactNode; readonly when?: FieldWhen | undefined }): ReactElement {
  const { 'aria-describedby': by } = describedBy(words);
  return (
    <fieldset className={words.error ? 'ym-field ym-field--wrong' : 'ym-field'} {...(by ? { 'aria-describedby': by } : {})} {...whenData(when)}>
      <legend className="ym-field__label">{words.label}{words.note ? <span className="ym-field__note"> {words.note}</span> : null}</legend>
      <Words {...words} />
      {children}
    </fieldset>
  );
}

/** The condition under which a field is asked: another control's name and its values. */
export interface FieldWhen {
  readonly name: string;
  readonly anyOf: readonly string[];
}

const whenData = (when: FieldWhen | undefined) => (when ? { 'data-when': when.name, 'data-when-any': when.anyOf.join(' ') } : {});
