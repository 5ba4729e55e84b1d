import { useRef, type ReactElement } from 'react';
import { beginCondition, valuesAt, type ElementFacts, type KnownValue } from './element-facts.ts';
import { useProcessWords } from './process-words.ts';
import { TickField, TypedField } from './typed-field.tsx';

interface Props {
  readonly facts: ElementFacts;
  readonly all: readonly ElementFacts[];
  readonly onCondition: (text: string) => void;
  readonly onDefault: (value: boolean) => void;
}

/** When a way is taken: its condition in FEEL, with the values that exist at hand, or "in all other cases". */
export function ConditionPart({ facts, all, onCondition, onDefault }: Props): ReactElement {
  const t = useProcessWords();
  const place = useRef<HTMLTextAreaElement>(null);
  if (!facts.parts && facts.condition === undefined) return <p className="ym-quiet">{t('panel.no_condition')}</p>;
  const insert = (text: string): void => {
    const area = place.current;
    const before = area?.value ?? facts.condition ?? '';
    const at = area?.selectionStart ?? before.length;
    const joined = before.trim() === '' ? text : at >= before.length ? `${before.trimEnd()} and ${text}` : before.slice(0, at) + text + before.slice(area?.selectionEnd ?? at);
    onCondition(joined);
    area?.focus();
  };
  return (
    <>
      <TickField label={t('panel.default')} value={facts.isDefault ?? false} onTick={onDefault} />
      {facts.isDefault ? null : (
        <>
          <TypedField label={t('panel.condition')} hint={t('panel.condition_hint')} value={facts.condition ?? ''} onTyped={onCondition} rows={3} code inputRef={place} />
          <Values values={valuesAt(facts, all)} all={all} onInsert={insert} />
        </>
      )}
    </>
  );
}

/** The values an expression may look at; pressed, they are written where the caret stands. */
export function Values({ values, all, onInsert }: { readonly values: readonly KnownValue[]; readonly all: readonly ElementFacts[]; readonly onInsert: (text: string) => void }): ReactElement {
  const t = useProcessWords();
  if (values.length === 0) return <p className="ym-quiet">{t('panel.no_values')}</p>;
  return (
    <div className="pr-values" role="group" aria-label={t('panel.values')}>
      <p className="ym-field__label">{t('panel.values')}</p>
      <ul>
        {values.map((value) => (
          <li key={`${value.from} ${value.name}`}>
            <button type="button" className="pr-chip pr-code" onClick={() => onInsert(beginCondition(value))}>{value.name}</button>
            {value.texts.map((text) => <button key={text} type="button" className="pr-chip" onClick={() => onInsert(beginCondition(value, text))}>= {text}</button>)}
            <span className="ym-quiet">{nameOf(value, all)} {t(`value.${value.from}`)}{value.list ? t('value.list') : ''}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const nameOf = (value: KnownValue, all: readonly ElementFacts[]): string => all.find((one) => one.id === value.name)?.names['zh-CN'] ?? '';
