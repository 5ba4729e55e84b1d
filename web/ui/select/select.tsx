import type { ReactElement } from 'react';
import { Field, type FieldWhen, type FieldWords } from '../field/field.tsx';

/** One choice out of a longer list, closed until opened; `empty` is the text of "nothing chosen yet". */
export function Select(
  props: FieldWords & { readonly name: string; readonly choices: readonly { readonly value: string; readonly text: string }[]; readonly value?: string | undefined; readonly empty: string; readonly when?: FieldWhen | undefined },
): ReactElement {
  const { id, name, choices, value, empty, ...words } = props;
  return (
    <Field id={id} {...words}>
      {(control) => (
        <select {...control} className="ym-input ym-select" name={name} defaultValue={value ?? ''}>
          <option value="">{empty}</option>
          {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.text}</option>)}
        </select>
      )}
    </Field>
  );
}
