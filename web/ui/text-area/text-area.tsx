import type { ReactElement } from 'react';
import { Field, type FieldWhen, type FieldWords } from '../field/field.tsx';

/** Several lines of text. `limitWords` is the sentence about the greatest length; with script the island text-count keeps the number under the box true (`countWords`, its `{count}` replaced). */
export function TextArea(
  props: FieldWords & { readonly name: string; readonly value?: string; readonly rows?: number; readonly maxLength?: number; readonly limitWords?: string; readonly countWords?: string; readonly when?: FieldWhen | undefined },
): ReactElement {
  const { id, name, value, rows = 4, maxLength, limitWords, countWords, ...words } = props;
  return (
    <Field id={id} {...words}>
      {(control) => (
        <>
          <textarea {...control} className="ym-input ym-text-area" name={name} rows={rows} defaultValue={value ?? ''} {...(countWords ? { 'data-count': `${id}-count`, 'data-count-limit': maxLength, 'data-count-words': countWords } : {})} />
          {limitWords ? <div className="ym-quiet" id={`${id}-count`} aria-live="polite">{limitWords}</div> : null}
        </>
      )}
    </Field>
  );
}
