import { useId, type ReactElement, type ReactNode } from 'react';
import { languageNames, languages, type Localized } from '../../../../contract/language.ts';
import type { editorMessages } from '../../../../contract/messages/workbench-editor.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { ChoiceField, TickField, TypedField } from '../../process/typed-field.tsx';
import { useWords } from '../../words/words.tsx';
import { valueAt } from './edits.ts';
import { useEditorWords, useItemEditing } from './editor-context.tsx';
import { isText, missingIn, noText } from './item-draft.ts';

type Code = keyof typeof editorMessages;

/** The id of what is written at a place of the item, so that a problem leads there. */
export const placeId = (at: string): string => `at-${at}`;

/** What is wrong at a place, in words; below it only where `whole` says so. */
export function useFault(at: string, whole = false): string | undefined {
  const { faults } = useItemEditing();
  const { of } = useWords();
  const own = faults.filter((one) => one.at === at || (whole && one.at.startsWith(`${at}/`)));
  return own.length > 0 ? own.map((one) => of(one.problem.text)).join(' ') : undefined;
}

/** What is wrong at a place, where no field of its own says it. */
export function FaultAt({ at }: { readonly at: string }): ReactElement | null {
  const fault = useFault(at);
  return fault ? <p className="ed-fault" id={placeId(at)}><Icon name="warning" /> {fault}</p> : null;
}

/** A text in the three languages side by side, with a mark where one is missing. An optional text is there while it is said in some language. */
export function LocalizedField({ at, label, optional = false, rows, maxLength = 2_000 }: { readonly at: string; readonly label: string; readonly optional?: boolean; readonly rows?: number; readonly maxLength?: number }): ReactElement {
  const { item, editable, edit } = useItemEditing();
  const t = useEditorWords();
  const fault = useFault(at, true);
  const own = valueAt(item, at);
  const text: Localized = isText(own) ? { ...noText, ...own } : noText;
  const missing = missingIn(text);
  const type = (language: (typeof languages)[number], said: string): void => {
    const next = { ...text, [language]: said };
    if (optional && languages.every((one) => next[one] === '')) edit({ kind: 'unset', at }, at);
    else edit({ kind: 'set', at, value: next }, at);
  };
  return (
    <fieldset className={fault ? 'ed-text ed-text--wrong' : 'ed-text'} id={placeId(at)}>
      <legend className="ym-field__label">{label}</legend>
      {fault ? <p className="ym-field__error"><Icon name="warning" /> {fault}</p> : null}
      <div className="ed-text__three">
        {languages.map((language) => (
          <div key={language}>
            <span className="ed-text__tag"><span lang={language}>{languageNames[language]}</span>{missing.includes(language) ? <em className="pr-missing"> {t('text.missing')}</em> : null}</span>
            <TypedField labelHidden id={placeId(`${at}/${language}`)} label={`${label} ${languageNames[language]}`} lang={language} value={text[language]} maxLength={maxLength} disabled={!editable} {...(rows ? { rows } : {})} onTyped={(said) => type(language, said)} />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** A line of plain text or a code. */
export function TextAt({ at, label, optional = false, code = false, short = false, hint, rows, maxLength = 500, lang, fits, onTyped }: { readonly at: string; readonly label: string; readonly optional?: boolean; readonly code?: boolean; readonly short?: boolean; readonly hint?: string; readonly rows?: number; readonly maxLength?: number; /** of a text that stays in one language, as a law does */ readonly lang?: string; readonly fits?: (text: string) => boolean; readonly onTyped?: (text: string) => void }): ReactElement {
  const { item, editable, edit } = useItemEditing();
  const own = valueAt(item, at);
  const set = (text: string): void => edit(optional && text === '' ? { kind: 'unset', at } : { kind: 'set', at, value: text }, at);
  return <TypedField id={placeId(at)} label={label} value={typeof own === 'string' ? own : ''} error={useFault(at)} code={code} short={short} hint={hint} maxLength={maxLength} disabled={!editable} {...(rows ? { rows } : {})} {...(lang ? { lang } : {})} {...(fits ? { fits } : {})} onTyped={onTyped ?? set} />;
}

const wholeNumber = (text: string): boolean => text === '' || /^\d{1,12}$/.test(text);

/** A whole number; empty where it may be left out. `scale` shows money in yuan for fen. */
export function NumberAt({ at, label, optional = false, hint, scale = 1 }: { readonly at: string; readonly label: string; readonly optional?: boolean; readonly hint?: string; readonly scale?: 1 | 100 }): ReactElement {
  const { item, editable, edit } = useItemEditing();
  const own = valueAt(item, at);
  const shown = typeof own === 'number' ? (scale === 1 ? String(own) : (own / scale).toFixed(2).replace(/\.00$/, '')) : '';
  const fits = (text: string): boolean => (optional || text !== '') && (scale === 1 ? wholeNumber(text) : /^\d{1,9}(\.\d{1,2})?$/.test(text));
  return <TypedField id={placeId(at)} label={label} value={shown} error={useFault(at)} hint={hint} short inputMode="numeric" disabled={!editable} fits={(text) => (optional && text === '') || fits(text)} onTyped={(text) => edit(text === '' ? { kind: 'unset', at } : { kind: 'set', at, value: Math.round(Number(text) * scale) }, at)} />;
}

/** One code of a short list, by its words under `<prefix>.<code>`. */
export function CodeAt({ at, label, prefix, codes, optional = false, onChoose }: { readonly at: string; readonly label: string; readonly prefix: string; readonly codes: readonly string[]; readonly optional?: boolean; readonly onChoose?: (code: string) => void }): ReactElement {
  const { item, editable, edit } = useItemEditing();
  const t = useEditorWords();
  const fault = useFault(at);
  const own = String(valueAt(item, at) ?? '');
  return (
    <div id={placeId(at)}>
      <ChoiceField label={label} value={own} {...(optional || own === '' ? { empty: '—' } : {})} choices={codes.map((code) => ({ value: code, text: t(`${prefix}.${code}` as Code) }))} disabled={!editable} onChoose={onChoose ?? ((code) => edit(code === '' ? { kind: 'unset', at } : { kind: 'set', at, value: code }))} />
      {fault ? <p className="ym-field__error"><Icon name="warning" /> {fault}</p> : null}
    </div>
  );
}

/** Yes or no. */
export function TickAt({ at, label }: { readonly at: string; readonly label: string }): ReactElement {
  const { item, editable, edit } = useItemEditing();
  const fault = useFault(at);
  return <span id={placeId(at)}><TickField label={label} value={valueAt(item, at) === true} disabled={!editable} onTick={(value) => edit({ kind: 'set', at, value })} />{fault ? <span className="ym-field__error">{fault}</span> : null}</span>;
}

/** Several of a short list, kept in the list's order. */
export function TicksAt({ at, label, choices }: { readonly at: string; readonly label: string; readonly choices: readonly { readonly value: string; readonly text: string }[] }): ReactElement {
  const { item, editable, edit } = useItemEditing();
  const fault = useFault(at, true);
  const own = valueAt(item, at);
  const chosen: readonly string[] = Array.isArray(own) ? (own as readonly string[]) : [];
  const tick = (value: string, on: boolean): void => edit({ kind: 'set', at, value: choices.map((one) => one.value).filter((one) => (one === value ? on : chosen.includes(one))) });
  return (
    <fieldset className="ed-ticks" id={placeId(at)}>
      <legend className="ym-field__label">{label}</legend>
      {fault ? <p className="ym-field__error"><Icon name="warning" /> {fault}</p> : null}
      {choices.map((one) => <TickField key={one.value} label={one.text} value={chosen.includes(one.value)} disabled={!editable} onTick={(on) => tick(one.value, on)} />)}
    </fieldset>
  );
}

interface ListProps {
  readonly at: string;
  readonly title: string;
  /** what one entry is called: "Question 2" */
  readonly name: (index: number) => string;
  readonly blank: (index: number) => unknown;
  readonly children: (at: string, index: number) => ReactNode;
  readonly heading?: (index: number) => ReactNode;
  readonly onRemove?: (index: number) => void;
  readonly level?: 3 | 4;
  /** each entry folded until it is opened */
  readonly folded?: boolean;
}

/** A list whose entries are added, taken away and put in order. */
export function ListAt({ at, title, name, blank, children, heading, onRemove, level = 3, folded = false }: ListProps): ReactElement {
  const { item, editable, edit, faults } = useItemEditing();
  const t = useEditorWords();
  const id = useId();
  const own = valueAt(item, at);
  const count = Array.isArray(own) ? own.length : 0;
  const Heading = level === 3 ? 'h3' : 'h4';
  const remove = onRemove ?? ((index: number) => edit({ kind: 'remove_at', at, index }));
  return (
    <section className="ed-list" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      <FaultAt at={at} />
      {count === 0 ? <p className="ym-quiet">{t('list.none')}</p> : null}
      {Array.from({ length: count }, (_, index) => {
        const here = `${at}/${index}`;
        const wrong = faults.filter((one) => one.at === here || one.at.startsWith(`${here}/`)).length;
        const head = <span className="ed-entry__name">{heading?.(index) ?? name(index)}{wrong > 0 ? <span className="ed-count">{wrong}</span> : null}</span>;
        const acts = editable ? (
          <span className="ed-entry__acts">
            <button type="button" className="wb-icon-button" disabled={index === 0} title={t('list.up', { name: name(index) })} aria-label={t('list.up', { name: name(index) })} onClick={() => edit({ kind: 'move', at, from: index, to: index - 1 })}>↑</button>
            <button type="button" className="wb-icon-button" disabled={index === count - 1} title={t('list.down', { name: name(index) })} aria-label={t('list.down', { name: name(index) })} onClick={() => edit({ kind: 'move', at, from: index, to: index + 1 })}>↓</button>
            <button type="button" className="wb-icon-button" title={t('list.remove', { name: name(index) })} aria-label={t('list.remove', { name: name(index) })} onClick={() => remove(index)}><Icon name="cross" /></button>
          </span>
        ) : null;
        const body = <><FaultAt at={here} />{children(here, index)}</>;
        return folded
          ? <div key={index} className="ed-entry"><details data-place={here}><summary>{head}</summary><div className="ed-entry__body">{body}</div></details>{acts}</div>
          : <div key={index} className="ed-entry ed-entry--open"><div className="ed-entry__head">{head}{acts}</div><div className="ed-entry__body">{body}</div></div>;
      })}
      {editable ? <p><button type="button" className="pr-small" onClick={() => edit({ kind: 'insert', at, index: count, value: blank(count) })}>+ {t('list.add')}</button></p> : null}
    </section>
  );
}
