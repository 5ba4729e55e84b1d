import { useEffect, useId, useRef, useState, type ReactElement, type Ref } from 'react';
import { Field } from '../../ui/field/field.tsx';

/** A field that tells what was typed when the typing pauses or the field is left, so that each change is one step to undo and not one a letter. */
interface TypedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onTyped: (text: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly note?: string | undefined;
  readonly rows?: number;
  readonly short?: boolean;
  readonly code?: boolean;
  readonly maxLength?: number;
  readonly disabled?: boolean;
  readonly lang?: string;
  readonly inputMode?: 'numeric';
  readonly placeholder?: string;
  readonly id?: string;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
  readonly labelHidden?: boolean;
  /** whether the typed text may be told; what may not stays in the field */
  readonly fits?: (text: string) => boolean;
}

const pauseMs = 700;

/** What stands in the field: typed here, replaced when the value changes from outside. */
export function useTyped(value: string, onTyped: (text: string) => void, fits: (text: string) => boolean = () => true): { readonly text: string; readonly type: (text: string) => void; readonly tell: () => void } {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  const now = useRef({ text, value, onTyped, fits });
  useEffect(() => {
    now.current = { text, value, onTyped, fits };
  });
  const tell = (): void => {
    const { text: typed, value: known, onTyped: say, fits: may } = now.current;
    if (typed !== known && may(typed)) say(typed);
  };
  useEffect(() => {
    if (text === value) return undefined;
    const later = setTimeout(tell, pauseMs);
    return () => clearTimeout(later);
  }, [text, value]);
  // A field that goes away tells what still stands in it: nothing typed is lost by choosing another element.
  useEffect(() => tell, []);
  return { text, type: setText, tell };
}

/** A line or an area of text, told with pauses. */
export function TypedField({ label, value, onTyped, hint, error, note, rows, short, code, maxLength, disabled, lang, inputMode, placeholder, id, inputRef, labelHidden, fits }: TypedFieldProps): ReactElement {
  const own = useId();
  const { text, type, tell } = useTyped(value, onTyped, fits);
  const className = ['ym-input', short ? 'ym-input--short' : '', code ? 'pr-code' : ''].filter(Boolean).join(' ');
  const shared = { ...(labelHidden && id ? { id } : {}), className, value: text, onBlur: tell, ...(maxLength ? { maxLength } : {}), ...(disabled ? { disabled } : {}), ...(lang ? { lang } : {}), ...(placeholder ? { placeholder } : {}), ...(code ? { spellCheck: false } : {}) };
  if (labelHidden) {
    return rows ? <textarea {...shared} ref={inputRef} aria-label={label} rows={rows} onChange={(event) => type(event.target.value)} /> : <input type="text" {...shared} aria-label={label} onChange={(event) => type(event.target.value)} />;
  }
  return (
    <Field id={id ?? own} label={label} hint={hint} error={error ?? (fits && text !== value && !fits(text) ? hint : undefined)} note={note}>
      {(control) => (rows
        ? <textarea {...shared} {...control} ref={inputRef} rows={rows} onChange={(event) => type(event.target.value)} />
        : <input type="text" {...shared} {...control} inputMode={inputMode} onChange={(event) => type(event.target.value)} />)}
    </Field>
  );
}

/** One of a few. */
export function ChoiceField({ label, value, choices, onChoose, empty, hint, disabled }: { readonly label: string; readonly value: string; readonly choices: readonly { readonly value: string; readonly text: string }[]; readonly onChoose: (value: string) => void; readonly empty?: string; readonly hint?: string; readonly disabled?: boolean }): ReactElement {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint}>
      {(control) => (
        <select {...control} className="ym-input ym-select" value={value} disabled={disabled} onChange={(event) => onChoose(event.target.value)}>
          {empty !== undefined || !choices.some((one) => one.value === value) ? <option value="">{empty ?? value}</option> : null}
          {choices.map((one) => <option key={one.value} value={one.value}>{one.text}</option>)}
        </select>
      )}
    </Field>
  );
}

/** A yes or no with its words. */
export function TickField({ label, value, onTick, disabled }: { readonly label: string; readonly value: boolean; readonly onTick: (value: boolean) => void; readonly disabled?: boolean }): ReactElement {
  return <label className="wb-tick"><input type="checkbox" checked={value} disabled={disabled} onChange={(event) => onTick(event.target.checked)} /><span>{label}</span></label>;
}
