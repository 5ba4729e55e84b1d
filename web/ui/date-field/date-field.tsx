import type { ReactElement } from 'react';
import { FieldGroup, type FieldWhen, type FieldWords } from '../field/field.tsx';

/** The three boxes of a date as typed: nothing is lost when one of them is wrong. */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** The boxes for a stored day (YYYY-MM-DD), empty where there is none. */
export function datePartsOf(day: string | undefined): DateParts {
  const [year = '', month = '', date = ''] = (day ?? '').split('-');
  return { year, month: month.replace(/^0/, ''), day: date.replace(/^0/, '') };
}

/** A date as three boxes, year, month, day: the native control follows the browser's language and shows mm/dd/yyyy to many. Controls are named `name.year`, `name.month`, `name.day`. */
export function DateField(props: FieldWords & { readonly name: string; readonly value: DateParts; readonly units: readonly [year: string, month: string, day: string]; readonly autoComplete?: 'bday'; readonly when?: FieldWhen | undefined }): ReactElement {
  const { name, value, units, autoComplete, ...words } = props;
  const boxes = [
    { part: 'year', unit: units[0], length: 4, text: value.year },
    { part: 'month', unit: units[1], length: 2, text: value.month },
    { part: 'day', unit: units[2], length: 2, text: value.day },
  ] as const;
  return (
    <FieldGroup {...words}>
      <div className="ym-date">
        {boxes.map(({ part, unit, length, text }) => (
          <span className="ym-date__box" key={part}>
            <input
              id={part === 'year' ? words.id : `${words.id}-${part}`} name={`${name}.${part}`} type="text" inputMode="numeric" maxLength={length} defaultValue={text}
              className={`ym-input ym-date__${part}`} aria-label={`${words.label}: ${unit}`} {...(words.error ? { 'aria-invalid': true } : {})} {...(autoComplete ? { autoComplete: `bday-${part}` } : {})}
            />
            <span aria-hidden="true">{unit}</span>
          </span>
        ))}
      </div>
    </FieldGroup>
  );
}
