import type { InputHTMLAttributes, ReactElement } from 'react';
import { Field, type FieldWhen, type FieldWords } from '../field/field.tsx';

type Native = Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'spellCheck' | 'autoCapitalize' | 'placeholder' | 'required'>;

/** A line of text with its words. `prefix` and `suffix` show a unit (元, m²); `width` is short for numbers and codes. */
export function TextInput(
  props: FieldWords & Native & { readonly name: string; readonly value?: string; readonly width?: 'short' | 'full'; readonly prefix?: string; readonly suffix?: string; readonly when?: FieldWhen | undefined },
): ReactElement {
  const { id, label, hint, error, note, when, name, value, width, prefix, suffix, ...native } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error} note={note} when={when}>
      {(control) => {
        const input = <input type="text" {...native} {...control} name={name} defaultValue={value ?? ''} className={width === 'short' ? 'ym-input ym-input--short' : 'ym-input'} />;
        if (!prefix && !suffix) return input;
        return <div className="ym-affix">{prefix ? <span aria-hidden="true">{prefix}</span> : null}{input}{suffix ? <span aria-hidden="true">{suffix}</span> : null}</div>;
      }}
    </Field>
  );
}
