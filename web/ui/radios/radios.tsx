import type { ReactElement, ReactNode } from 'react';
import { FieldGroup, type FieldWhen, type FieldWords } from '../field/field.tsx';

/** One choice. */
export interface Choice {
  readonly value: string;
  readonly text: ReactNode;
  readonly hint?: string | undefined;
}

/** One choice out of several, all of them visible. */
export function Radios(props: FieldWords & { readonly name: string; readonly choices: readonly Choice[]; readonly value?: string | undefined; readonly inline?: boolean; readonly when?: FieldWhen | undefined }): ReactElement {
  const { name, choices, value, inline, ...words } = props;
  return (
    <FieldGroup {...words}>
      <div className={inline ? 'ym-choices ym-choices--inline' : 'ym-choices'}>
        {choices.map((choice, i) => (
          <ChoiceBox key={choice.value} type="radio" id={i === 0 ? words.id : `${words.id}-${i}`} name={name} choice={choice} checked={choice.value === value} />
        ))}
      </div>
    </FieldGroup>
  );
}

/** A radio button or check box with its text beside it: the whole line is the target. */
export function ChoiceBox(props: { readonly type: 'radio' | 'checkbox'; readonly id: string; readonly name: string; readonly choice: Choice; readonly checked: boolean }): ReactElement {
  const { type, id, name, choice, checked } = props;
  return (
    <div className="ym-choice">
      <input type={type} id={id} name={name} value={choice.value} defaultChecked={checked} {...(choice.hint ? { 'aria-describedby': `${id}-choice-hint` } : {})} />
      <label htmlFor={id}>{choice.text}</label>
      {choice.hint ? <div className="ym-choice__hint" id={`${id}-choice-hint`}>{choice.hint}</div> : null}
    </div>
  );
}
