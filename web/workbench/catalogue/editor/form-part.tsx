import type { ReactElement } from 'react';
import { fieldWidgets, type Form, type HandlingItem } from '../../../../contract/catalogue.ts';
import { isWord } from '../../process/element-facts.ts';
import { ChoiceField, TickField, TypedField } from '../../process/typed-field.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { useWords } from '../../words/words.tsx';
import { useEditorWords, useItemEditing } from './editor-context.tsx';
import { FaultAt, LocalizedField, useFault } from './fields.tsx';
import { addField, fieldsIn, freshName, isChoice, isFieldRequired, moveField, removeField, renameField, setBound, setFieldRequired, setFieldWhen, setWidget, type FieldUi, type Widget } from './form-edits.ts';
import { freshCode } from './fresh-code.ts';
import { noText } from './item-draft.ts';
import { OptionsPart } from './options-part.tsx';

/** The form of a handling item: pages, and fields in their order. */
export function FormPart({ index, handling }: { readonly index: number; readonly handling: HandlingItem }): ReactElement {
  const t = useEditorWords();
  const { edit, editable } = useItemEditing();
  const { form } = handling;
  const at = `/handling_items/${index}/form`;
  const put = (next: Form): void => edit({ kind: 'set', at, value: next });
  const pages = form.ui.pages;
  return (
    <>
      <FaultAt at={at} />
      <FaultAt at={`${at}/ui`} />
      <FaultAt at={`${at}/schema/properties`} />
      <FaultAt at={`${at}/schema/required`} />
      {pages.map((page, p) => {
        const here = `${at}/ui/pages/${p}`;
        return (
          <section key={page.id} className="ed-list">
            <h3>{t('f.page', { number: p + 1 })}{editable && pages.length > 1 && page.fields.length === 0 ? <button type="button" className="wb-icon-button" aria-label={t('list.remove', { name: t('f.page', { number: p + 1 }) })} onClick={() => edit({ kind: 'remove_at', at: `${at}/ui/pages`, index: p })}><Icon name="cross" /></button> : null}</h3>
            <LocalizedField at={`${here}/title`} label={t('f.page_title')} />
            <LocalizedField at={`${here}/why`} label={t('f.why')} optional />
            {page.fields.map((field, f) => <FieldEntry key={field.name} at={`${here}/fields/${f}`} form={form} field={field} onForm={put} />)}
            {editable ? <p><button type="button" className="pr-small" onClick={() => put(addField(form, p, freshName(form)))}>+ {t('f.add_field')}</button></p> : null}
          </section>
        );
      })}
      {editable ? <p><button type="button" className="pr-small" onClick={() => edit({ kind: 'insert', at: `${at}/ui/pages`, index: pages.length, value: { id: freshCode('page', pages.map((page) => page.id)), title: { ...noText }, fields: [] } })}>+ {t('f.add_page')}</button></p> : null}
    </>
  );
}

interface FieldProps {
  readonly at: string;
  readonly form: Form;
  readonly field: FieldUi;
  readonly onForm: (form: Form) => void;
}

function FieldEntry({ at, form, field, onForm }: FieldProps): ReactElement {
  const t = useEditorWords();
  const { of } = useWords();
  const { editable, faults } = useItemEditing();
  const wrong = faults.filter((one) => one.at === at || one.at.startsWith(`${at}/`)).length;
  const name = of(field.label) || field.name;
  return (
    <div className="ed-entry">
      <details data-place={at}>
        <summary><span className="ed-entry__name">{name}<span className="ym-quiet"> {t(`w.${field.widget}`)}{isFieldRequired(form, field.name) ? ` · ${t('f.required')}` : ''}{field.when ? ` · ${t('f.when')}` : ''}</span>{wrong > 0 ? <span className="ed-count">{wrong}</span> : null}</span></summary>
        <div className="ed-entry__body"><FieldFields at={at} form={form} field={field} onForm={onForm} /></div>
      </details>
      {editable ? (
        <span className="ed-entry__acts">
          <button type="button" className="wb-icon-button" title={t('list.up', { name })} aria-label={t('list.up', { name })} onClick={() => onForm(moveField(form, field.name, -1))}>↑</button>
          <button type="button" className="wb-icon-button" title={t('list.down', { name })} aria-label={t('list.down', { name })} onClick={() => onForm(moveField(form, field.name, 1))}>↓</button>
          <button type="button" className="wb-icon-button" title={t('list.remove', { name })} aria-label={t('list.remove', { name })} onClick={() => onForm(removeField(form, field.name))}><Icon name="cross" /></button>
        </span>
      ) : null}
    </div>
  );
}

function FieldFields({ at, form, field, onForm }: FieldProps): ReactElement {
  const t = useEditorWords();
  const { editable } = useItemEditing();
  const own = form.schema.properties[field.name] as { readonly maxLength?: number; readonly minimum?: number; readonly maximum?: number } | undefined;
  const number = (text: string): number | undefined => (text === '' ? undefined : Number(text));
  const bound = (label: string, key: 'maxLength' | 'minimum' | 'maximum'): ReactElement => <TypedField label={label} value={own?.[key] === undefined ? '' : String(own[key])} short inputMode="numeric" disabled={!editable} fits={(text) => /^\d{0,14}$/.test(text)} onTyped={(text) => onForm(setBound(form, field.name, key, number(text)))} />;
  return (
    <>
      <FaultAt at={at} />
      <LocalizedField at={`${at}/label`} label={t('f.label')} />
      <LocalizedField at={`${at}/hint`} label={t('f.hint')} optional />
      <div className="ed-row">
        <TypedField label={t('f.field_name')} value={field.name} code short disabled={!editable} hint={t('f.code_shape')} fits={(name) => isWord(name) && (name === field.name || !Object.hasOwn(form.schema.properties, name))} onTyped={(name) => onForm(renameField(form, field.name, name))} />
        <ChoiceField label={t('f.widget')} value={field.widget} choices={fieldWidgets.map((widget) => ({ value: widget, text: t(`w.${widget}`) }))} disabled={!editable} onChoose={(widget) => onForm(setWidget(form, field.name, widget as Widget))} />
        {field.widget === 'text' || field.widget === 'textarea' ? bound(t('f.max_length'), 'maxLength') : null}
        {['integer', 'money', 'area'].includes(field.widget) ? <>{bound(t('f.minimum'), 'minimum')}{bound(t('f.maximum'), 'maximum')}</> : null}
      </div>
      <p><TickField label={t('f.required')} value={isFieldRequired(form, field.name)} disabled={!editable} onTick={(on) => onForm(setFieldRequired(form, field.name, on))} /></p>
      {isChoice(field.widget) ? <OptionsPart form={form} field={field} onForm={onForm} /> : null}
      <FieldWhenPart at={at} form={form} field={field} onForm={onForm} />
    </>
  );
}

/** Asked always, or only while an earlier choice has certain values. */
function FieldWhenPart({ at, form, field, onForm }: FieldProps): ReactElement | null {
  const t = useEditorWords();
  const { of, ui } = useWords();
  const { editable } = useItemEditing();
  const fault = useFault(`${at}/when`, true);
  const all = fieldsIn(form);
  const before = all.slice(0, all.indexOf(field)).filter((one) => one.widget === 'yes_no' || one.options);
  const { when } = field;
  if (before.length === 0 && !when) return null;
  const asker = all.find((one) => one.name === when?.field);
  const values: readonly { readonly value: string | boolean; readonly text: string }[] = asker?.widget === 'yes_no' ? [{ value: true, text: ui('form.yes') }, { value: false, text: ui('form.no') }] : Object.entries(asker?.options ?? {}).map(([value, text]) => ({ value, text: of(text) || value }));
  const choose = (name: string): void => {
    const chosen = all.find((one) => one.name === name);
    const first = chosen?.widget === 'yes_no' ? true : Object.keys(chosen?.options ?? {})[0];
    onForm(setFieldWhen(form, field.name, chosen && first !== undefined ? { field: name, any_of: [first] } : undefined));
  };
  const tick = (value: string | boolean, on: boolean): void => {
    if (!when) return;
    const next = values.map((one) => one.value).filter((one) => (one === value ? on : when.any_of.includes(one)));
    if (next.length > 0) onForm(setFieldWhen(form, field.name, { field: when.field, any_of: next }));
  };
  return (
    <fieldset className="ed-ticks">
      <ChoiceField label={t('f.when_field')} value={when?.field ?? ''} empty={t('f.when_always_field')} choices={before.map((one) => ({ value: one.name, text: of(one.label) || one.name }))} disabled={!editable} onChoose={choose} />
      {fault ? <p className="ed-fault">{fault}</p> : null}
      {when ? values.map((one) => <TickField key={String(one.value)} label={one.text} value={when.any_of.includes(one.value)} disabled={!editable} onTick={(on) => tick(one.value, on)} />) : null}
    </fieldset>
  );
}
