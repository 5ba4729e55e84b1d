import { useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Form } from '../../../contract/catalogue.ts';
import type { FormAnswers } from '../../../contract/matters.ts';
import { FormFields } from '../../ui/form/form-fields.tsx';
import { controlId, controlName, fieldsOf, isAsked, isRequired } from '../../ui/form/form-field.ts';
import { gather, readForm, type FormFault } from '../../ui/form/read-form.ts';
import { faultWords } from '../../ui/form/fault-words.ts';
import { advance } from '../keys/advance.ts';
import { isInputMethodKey } from '../keys/use-keys.ts';
import { CommunityPicker } from '../units/community-picker.tsx';
import { useKnownUnits } from '../units/place-words.ts';
import { useWords } from '../words/words.tsx';

interface FormBodyProps {
  readonly form: Form;
  /** what stands in the form when it opens */
  readonly initial: FormAnswers;
  /** told with every change: what could be read, and what was typed but cannot be (it must not be filed without a word) */
  readonly onAnswers: (answers: FormAnswers, unread: readonly FormFault[]) => void;
  readonly faults: readonly FormFault[];
  /** street or community offered first where a community is asked for */
  readonly near?: string | undefined;
}

/** The item's form, all of it at once: the shared renderer's controls in a dense grid, read back with each change. Fields not asked are not shown. */
export function FormBody({ form, initial, onAnswers, faults, near }: FormBodyProps): ReactElement {
  const { of } = useWords();
  const element = useRef<HTMLFormElement>(null);
  const [answers, setAnswers] = useState<FormAnswers>(initial);
  const [unread, setUnread] = useState<readonly FormFault[]>([]);
  const read = (more?: readonly [string, string]): void => {
    if (!element.current) return;
    const posted = gather([...new FormData(element.current).entries(), ...(more ? [more] : [])]);
    const next = readForm(form, posted);
    setUnread(next.faults);
    setAnswers(next.answers);
    onAnswers(next.answers, next.faults);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    const target = event.target as HTMLElement;
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented || isInputMethodKey(event)) return;
    if (target.tagName !== 'INPUT' && target.tagName !== 'SELECT') return;
    event.preventDefault();
    advance();
  };
  return (
    <form ref={element} className="wb-form" onInput={() => read()} onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()} noValidate>
      {form.ui.pages.map((page) => (
        <div key={page.id} className="wb-form__page">
          {form.ui.pages.length > 1 ? <h3>{of(page.title)}</h3> : null}
          <div className="wb-fields">
            {page.fields.filter((field) => isAsked(field, answers)).map((field) => (
              <OneField key={field.name} form={form} field={field} initial={initial} faults={[...unread, ...faults]} near={near} onPlace={(code) => read([controlName(field.name), code])} />
            ))}
          </div>
        </div>
      ))}
    </form>
  );
}

type FieldUi = Form['ui']['pages'][number]['fields'][number];

const wide: readonly FieldUi['widget'][] = ['textarea', 'community', 'checkboxes'];

function OneField({ form, field, initial, faults, near, onPlace }: { readonly form: Form; readonly field: FieldUi; readonly initial: FormAnswers; readonly faults: readonly FormFault[]; readonly near: string | undefined; readonly onPlace: (code: string) => void }): ReactElement {
  const { language } = useWords();
  // Asked now, so its condition need not be said; whether it must be filled stays as the whole form says it.
  const bare = useMemo(() => {
    const { when: _condition, ...plain } = field;
    const required = [...(form.schema.required ?? []), ...(isRequired(form, field) ? [field.name] : [])];
    return { field: plain as FieldUi, form: { ...form, schema: { ...form.schema, required } } as Form };
  }, [form, field]);
  const own = faults.filter((fault) => fault.field === field.name);
  const isStatement = field.widget === 'yes_no' && (form.schema.properties[field.name] as { const?: unknown } | undefined)?.const === true;
  return (
    <div className={`wb-field wb-field--${field.widget}${wide.includes(field.widget) || isStatement ? ' wb-field--wide' : ''}`}>
      {field.widget === 'community'
        ? <PlaceField form={bare.form} field={bare.field} value={String(initial[field.name] ?? '')} faults={own} near={near} onPlace={onPlace} />
        : <FormFields form={bare.form} fields={[bare.field]} language={language} answers={initial} faults={own} />}
    </div>
  );
}

function PlaceField({ form, field, value, faults, near, onPlace }: { readonly form: Form; readonly field: FieldUi; readonly value: string; readonly faults: readonly FormFault[]; readonly near: string | undefined; readonly onPlace: (code: string) => void }): ReactElement {
  const { of, ui, language } = useWords();
  const [code, setCode] = useState(value);
  useKnownUnits([code]);
  const id = controlId(field.name);
  const fault = faults[0];
  return (
    <div className={fault ? 'ym-field ym-field--wrong' : 'ym-field'}>
      <label className="ym-field__label" id={`${id}-label`} htmlFor={id}>{of(field.label)}{isRequired(form, field) ? null : <span className="ym-field__note"> {ui('form.optional')}</span>}</label>
      {field.hint ? <div className="ym-field__hint" id={`${id}-hint`}>{of(field.hint)}</div> : null}
      {fault ? <div className="ym-field__error">{faultWords(form, fault, language)}</div> : null}
      <input type="hidden" name={controlName(field.name)} value={code} />
      <CommunityPicker id={id} value={code} near={near} labelledBy={`${id}-label`} describedBy={field.hint ? `${id}-hint` : undefined} wrong={fault !== undefined} onPick={(next) => {
        setCode(next);
        onPlace(next);
      }} />
    </div>
  );
}

/** Whether a form asks anything at all. */
export const hasFields = (form: Form): boolean => fieldsOf(form).length > 0;
