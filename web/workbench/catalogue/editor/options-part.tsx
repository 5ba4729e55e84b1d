import type { ReactElement } from 'react';
import type { Form } from '../../../../contract/catalogue.ts';
import { languageNames, languages } from '../../../../contract/language.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { isWord } from '../../process/element-facts.ts';
import { TypedField } from '../../process/typed-field.tsx';
import { useEditorWords, useItemEditing } from './editor-context.tsx';
import { renameOption, setOptions, type FieldUi } from './form-edits.ts';
import { freshCode } from './fresh-code.ts';
import { missingIn, noText } from './item-draft.ts';


/** The values of a choice with their texts, as a small table. */
export function OptionsPart({ form, field, onForm }: { readonly form: Form; readonly field: FieldUi; readonly onForm: (form: Form) => void }): ReactElement {
  const t = useEditorWords();
  const { editable } = useItemEditing();
  const options = field.options ?? {};
  const entries = Object.entries(options);
  const put = (next: readonly (readonly [string, FieldUi['label']])[]): void => onForm(setOptions(form, field.name, Object.fromEntries(next)));
  const swap = (at: number): void => put(entries.map((one, i) => (i === at - 1 ? (entries[at] ?? one) : i === at ? (entries[at - 1] ?? one) : one)));
  return (
    <fieldset className="ed-ticks">
      <legend className="ym-field__label">{t('f.options')}</legend>
      <div className="wb-scroll" tabIndex={0} role="group" aria-label={t('f.options')}>
        <table className="ed-options">
          <thead><tr><th scope="col">{t('f.option_id')}</th>{languages.map((language) => <th key={language} scope="col" lang={language}>{languageNames[language]}</th>)}<th /></tr></thead>
          <tbody>
            {entries.map(([value, text], i) => (
              <tr key={value}>
                <td><TypedField labelHidden label={`${t('f.option_id')} ${i + 1}`} value={value} code disabled={!editable} fits={(next) => isWord(next) && !Object.hasOwn(options, next)} onTyped={(next) => onForm(renameOption(form, field.name, value, next))} /></td>
                {languages.map((language) => <td key={language} className={missingIn(text).includes(language) ? 'ed-missing' : undefined}><TypedField labelHidden label={`${t('f.option', { number: i + 1 })} ${languageNames[language]}`} lang={language} value={text[language]} disabled={!editable} onTyped={(said) => put(entries.map((one) => (one[0] === value ? [value, { ...text, [language]: said }] : one)))} /></td>)}
                <td className="ed-entry__acts">
                  <button type="button" className="wb-icon-button" disabled={!editable || i === 0} aria-label={t('list.up', { name: value })} onClick={() => swap(i)}>↑</button>
                  <button type="button" className="wb-icon-button" disabled={!editable} aria-label={t('list.remove', { name: value })} onClick={() => put(entries.filter(([other]) => other !== value))}><Icon name="cross" /></button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {editable ? <p><button type="button" className="pr-small" onClick={() => put([...entries, [freshCode('value', entries.map(([value]) => value)), { ...noText }]])}>+ {t('list.add')}</button></p> : null}
    </fieldset>
  );
}
