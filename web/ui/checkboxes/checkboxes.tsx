import type { ReactElement } from 'react';
import { FieldError, FieldGroup, describedBy, type FieldWhen, type FieldWords } from '../field/field.tsx';
import { ChoiceBox, type Choice } from '../radios/radios.tsx';

/** Any number of choices. */
export function Checkboxes(props: FieldWords & { readonly name: string; readonly choices: readonly Choice[]; readonly values: readonly string[]; readonly when?: FieldWhen | undefined }): ReactElement {
  const { name, choices, values, ...words } = props;
  return (
    <FieldGroup {...words}>
      <div className="ym-choices">
        {choices.map((choice, i) => (
          <ChoiceBox key={choice.value} type="checkbox" id={i === 0 ? words.id : `${words.id}-${i}`} name={name} choice={choice} checked={values.includes(choice.value)} />
        ))}
      </div>
    </FieldGroup>
  );
}

/** One statement that the person confirms (承诺, 同意): the label is the statement. */
export function Confirmation(props: FieldWords & { readonly name: string; readonly value: string; readonly checked: boolean; readonly when?: FieldWhen | undefined }): ReactElement {
  const { id, label, hint, error, name, value, checked, when } = props;
  return (
    <div className={error ? 'ym-field ym-field--wrong' : 'ym-field'} {...(when ? { 'data-when': when.name, 'data-when-any': when.anyOf.join(' ') } : {})}>
      <FieldError id={id} error={error} />
      <div className="ym-choice">
        <input type="checkbox" id={id} name={name} value={value} defaultChecked={checked} {...describedBy({ id, hint, error })} />
        <label htmlFor={id}>{label}</label>
        {hint ? <div className="ym-choice__hint" id={`${id}-hint`}>{hint}</div> : null}
      </div>
    </div>
  );
}
